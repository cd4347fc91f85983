"""Stretches that have a name in the calendar: months, seasons, quarters, halves of a year, numbered weeks, years."""

from datetime import date, timedelta
from typing import Optional

from .day import ORDINAL_ENDS, ORDINALS, Day, Days, month_at, month_days, with_said_year, year_at
from .days import read_single
from .moments import Context, yearly
from .tokens import Tokens, words
from .wordforms import MONTHS, OTHER_MONTHS, meaning


def iso_week(day: date) -> Days:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(7)


def shift_month(day: date, months: int) -> Days:
    index = day.year * 12 + day.month - 1 + months
    return month_days(index // 12, index % 12 + 1)


def quarter_days(year: int, quarter: int) -> Days:
    return month_days(year, quarter * 3 - 2)[0], month_days(year, quarter * 3)[1]


def month_alone(toks: Tokens, at: int, *, cued: bool = False) -> Optional[Day]:
    """ "augustus", "november 2025", "maart vorig jaar", "mei" after a word that makes it a month."""
    if toks.low(at) == "de" and toks.low(at + 1) == "maand":
        at, cued = at + 2, True
    elif toks.low(at) == "maand":
        at, cued = at + 1, True
    if month_at(toks, at, short=True) is None:
        return None
    cued = cued or toks.low(at - 1) in _MONTH_CUES or toks.alone(at, at + 1)
    found = month_at(toks, at, short=bool(cued and year_at(toks, at + 1 + (toks.low(at + 1) == "."))))
    if found is None:
        return None
    month, end = found
    year = year_at(toks, end) or (year_at(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if month == 5 and toks.low(at) == "mei" and not cued and not year:
        return None
    if toks.low(at) != MONTHS[month - 1] and toks.low(at) in OTHER_MONTHS and not cued:
        return None
    if year:
        return Day(year[1], "month", lambda ctx: month_days(year[0], month), "month", fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "month", lambda ctx: month_days(y, month), "month", fixed=True)
        return Day(e, "month", lambda ctx: _this_month(ctx, month), "month")

    return with_said_year(toks, end, make)


_MONTH_CUES = frozenset(
    words(
        "in sinds van eind begin midden half medio tot vanaf vorige afgelopen voorbije laatste tussen en ergens rond "
        "maand tem volgende komende sedert einde late vroege mid"
    )
)


def _this_month(ctx: Context, month: int) -> Days:
    if ctx.future and not ctx.after and ctx.today.month == month:
        return month_days(ctx.today.year, month)
    first = yearly(ctx, lambda y: date(y, month, 1))
    return month_days(first.year, month)


def plain_year(toks: Tokens, at: int) -> Optional[Day]:
    year = year_at(toks, at)
    if year is None:
        return None
    return Day(year[1], "year", lambda ctx: (date(year[0], 1, 1), date(year[0] + 1, 1, 1)), "year", fixed=True)


def ordinal_count(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    word = toks.low(at)
    if word == "laatste":
        return -1, at + 1
    if word in ORDINALS and ORDINALS[word] <= 5:
        return ORDINALS[word], at + 1
    if toks[at].kind == "d" and len(toks[at].text) == 1 and toks.low(at + 1) in ORDINAL_ENDS and not toks[at + 1].gap:
        return int(toks[at].text), at + 2
    return None


def quarter(toks: Tokens, at: int) -> Optional[Day]:
    """ "het derde kwartaal (van 2026)", "Q3", "3e trimester"."""
    skip = at + 1 if toks.low(at) == "het" else at
    if toks.low(skip) == "q" and toks[skip + 1].kind == "d" and not toks[skip + 1].gap and toks[skip + 1].text in "1234":
        number, end = int(toks[skip + 1].text), skip + 2
    else:
        count = ordinal_count(toks, skip)
        if count is None or toks.low(count[1]) not in ("kwartaal", "trimester") or count[0] > 4:
            return None
        number, end = count[0], count[1] + 1
        if number < 0:
            return None
    year = year_at(toks, end) or (year_at(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if year:
        return Day(year[1], "span", lambda ctx: quarter_days(year[0], number), "quarter", fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "span", lambda ctx: quarter_days(y, number), "quarter", fixed=True)
        return Day(e, "span", lambda ctx: quarter_days(yearly(ctx, lambda z: date(z, number * 3 - 2, 1)).year, number), "quarter")

    return with_said_year(toks, end, make)


def season(toks: Tokens, at: int) -> Optional[Day]:
    """ "de zomer", "zomer 2025", "het najaar van 2025": whole months, winter from December."""
    skip = at + 1 if toks.low(at) in ("de", "het") else at
    found = meaning(toks.low(skip))
    if not found or found[0] != "season":
        return None
    month, end = found[1], skip + 1
    if skip == at and toks.low(at - 1) not in _MONTH_CUES | {"deze", "dit", "vorig", "verleden", "komend"} and not year_at(toks, end):
        return None

    def stretch(year: int) -> Days:
        return date(year, month, 1), shift_month(date(year, month, 1), 3)[0]

    year = year_at(toks, end) or (year_at(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if year:
        return Day(year[1], "season", lambda ctx: stretch(year[0]), "season", fixed=True, approx=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "season", lambda ctx: stretch(y), "season", fixed=True, approx=True)
        return Day(e, "season", lambda ctx: stretch(yearly(ctx, lambda z: date(z, month, 1)).year), "season", approx=True)

    return with_said_year(toks, end, make)


def week_number(toks: Tokens, at: int) -> Optional[Day]:
    """ "week 46", "de week van 9 november"."""
    skip = at + 1 if toks.low(at) == "de" else at
    if (
        toks.low(skip) != "week"
        or toks.low(at - 1) in ("per", "elke", "iedere", "een", "vorige", "volgende", "deze", "verleden")
        or toks.low(skip + 2) in ("keer", "maal", "dagen", "uur", "x")
    ):
        return None
    if toks.low(skip + 1) == "van" and skip > at:
        inner = read_single(toks, skip + 2)
        if inner and inner.grain == "day":
            return Day(inner.end, "week", lambda ctx: iso_week(inner.pick(ctx)[0]), "week", fixed=inner.fixed)
        return None
    token = toks[skip + 1]
    if token.kind != "d" or not 1 <= len(token.text) <= 2 or not 1 <= int(token.text) <= 52:
        return None
    year = year_at(toks, skip + 2) or (year_at(toks, skip + 3) if toks.low(skip + 2) in ("van", "in") else None)
    if year:
        return Day(year[1], "week", lambda ctx: iso_week(date.fromisocalendar(year[0], int(token.text), 1)), "week", fixed=True)
    return Day(skip + 2, "week", lambda ctx: iso_week(yearly(ctx, lambda y: date.fromisocalendar(y, int(token.text), 1))), "week")


def half_year(toks: Tokens, at: int) -> Optional[Day]:
    """ "eerste helft 2026", "tweede jaarhelft"."""
    count = ordinal_count(toks, at + 1 if toks.low(at) == "de" else at)
    if count is None or count[0] not in (1, 2) or toks.low(count[1]) not in ("jaarhelft", "semester"):
        return None
    first = date.min if count[0] == 1 else date.max

    def pick(ctx: Context) -> Days:
        start = yearly(ctx, lambda y: date(y, 1 if first == date.min else 7, 1))
        return start, shift_month(start, 6)[0]

    return Day(count[1] + 1, "span", pick, "month", approx=True)
