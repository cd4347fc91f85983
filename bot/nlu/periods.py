"""Calendar stretches: "vorige week", "eind oktober", "het derde kwartaal", "de laatste drie dagen", "weekend van ..."."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Optional

from .calendar_names import iso_week, month_alone, ordinal_count, plain_year, quarter_days, season, shift_month
from .day import Day, Days, number_of_day, one_day
from .days import holiday, numbered_month, read_single, weekday_name
from .durations import read_length
from .holidays import nth_weekday
from .moments import Context
from .tokens import Tokens
from .wordforms import meaning


def relative(toks: Tokens, at: int) -> Optional[Day]:
    """ "vorige week", "deze maand", "afgelopen weekend", "de laatste drie dagen", "komende vrijdag", "deze nacht"."""
    skip = at + 1 if toks.low(at) in ("de", "het") else at
    if toks.low(skip) == "van" and toks.low(skip + 1) == "de" and toks.low(skip + 2) == "week":
        return None
    said = meaning(toks.low(skip))
    if not said or said[0] not in ("last", "this", "next") or (skip > at and toks.low(skip) in ("dit", "deze")):
        return None
    which, word = said[0], toks.low(skip)
    shift = {"last": -1, "this": 0, "next": 1}[which]
    after = skip + 1
    noun = toks.low(after)
    if noun in ("week", "weke"):
        recent = word in ("afgelopen", "voorbije", "laatste") and skip >= at
        return Day(
            after + 1,
            "week",
            lambda ctx: (ctx.today - timedelta(7), ctx.today) if recent else iso_week(ctx.today + timedelta(7 * shift)),
            "week",
            fixed=True,
        )
    if noun in ("maand", "mnd"):
        return Day(after + 1, "month", lambda ctx: shift_month(ctx.today, shift), "month", fixed=True)
    if noun == "jaar":
        return Day(
            after + 1, "year", lambda ctx: (date(ctx.today.year + shift, 1, 1), date(ctx.today.year + shift + 1, 1, 1)), "year", fixed=True
        )
    if noun in ("kwartaal", "trimester"):
        return Day(after + 1, "span", lambda ctx: _quarter_of(ctx.today, shift), "quarter", fixed=True)
    if noun in ("weekend", "weekeinde"):
        return Day(after + 1, "weekend", lambda ctx: _weekend_near(ctx, which), "day", fixed=True, approx=True)
    if noun in ("nacht", "ochtend", "morgen", "voormiddag", "middag", "namiddag", "avond"):
        return _this_part(after + 1, which, {"voormiddag": "ochtend", "morgen": "ochtend", "namiddag": "middag"}.get(noun, noun))
    return _last_lengths(toks, skip, which) or _last_named(toks, after, which, word)


def _this_part(end: int, which: str, part: str) -> Day:
    def pick(ctx: Context) -> Days:
        day = ctx.today
        if which == "last" and part != "nacht" and ctx.now.hour < 20:
            day -= timedelta(1)
        elif which == "next" or (part == "nacht" and ctx.future and which == "this"):
            day += timedelta(1)
        return one_day(day)

    return Day(end, "shift", pick, part=part, fixed=True, tonight=part == "nacht")


def _last_lengths(toks: Tokens, skip: int, which: str) -> Optional[Day]:
    """ "de laatste drie dagen", "afgelopen 2 weken": whole days up to today. Hours are for `intervals`."""
    length = read_length(toks, skip + 1)
    if length is None or length.sub_day or which == "this" or toks.low(skip + 1) in ("dag", "een"):
        return None
    if which == "next":
        return Day(length.end, "span", lambda ctx: (ctx.today, length.before(ctx.today, 1)), length.unit, fixed=True, approx=True)
    return Day(length.end, "span", lambda ctx: (length.before(ctx.today), ctx.today), "day", fixed=True, approx=True)


def _last_named(toks: Tokens, after: int, which: str, word: str) -> Optional[Day]:
    """ "vorige vrijdag", "afgelopen november", "afgelopen zomer", "vorige kerst"."""
    named = (
        weekday_name(toks, after)
        or holiday(toks, after)
        or season(toks, after)
        or month_alone(toks, after, cued=True)
        or numbered_month(toks, after)
    )
    if named is None:
        return None
    if which == "this":
        if named.sort == "weekday":
            return replace(named, fixed=True)
        return named

    def pick(ctx: Context) -> Days:
        found = named.pick(replace(ctx, future=which == "next", after=None, before=None, inclusive=False))
        if named.grain in ("month", "span", "season") and which == "last" and found[0] <= ctx.today < found[1]:
            return named.pick(replace(ctx, future=False, after=None, before=found[0] - timedelta(1)))
        return found

    return replace(named, pick=pick, fixed=True)


def _quarter_of(day: date, shift: int) -> Days:
    index = day.year * 4 + (day.month - 1) // 3 + shift
    return quarter_days(index // 4, index % 4 + 1)


def _weekend_near(ctx: Context, which: str) -> Days:
    saturday = ctx.today - timedelta((ctx.today.weekday() - 5) % 7)
    within = ctx.today.weekday() >= 5
    if which == "next" or (which == "this" and ctx.future and not within):
        saturday += timedelta(7)
    elif which == "last" and within:
        saturday -= timedelta(7)
    return saturday, saturday + timedelta(2)


def weekend(toks: Tokens, at: int) -> Optional[Day]:
    """ "het weekend", "weekend van 14 november", "het weekend van 14 en 15 november"."""
    skip = at + 1 if toks.low(at) in ("het", "'", "t") else at
    found = meaning(toks.low(skip))
    if not found or found[0] != "weekend" or toks.low(at - 1) in ("elk", "ieder", "prettig", "fijn", "goed", "per", "een", "geen"):
        return None
    end = skip + 1
    if toks.low(end) == "van":
        at_day = end + 1
        number = number_of_day(toks, at_day)
        if number and toks.low(number[1]) in ("en", "op", "/", "-", "tot") and read_single(toks, number[1] + 1):
            at_day = number[1] + 1
        named = read_single(toks, at_day)
        if named and named.grain == "day":
            return Day(named.end, "weekend", lambda ctx: _weekend_of(named.pick(ctx)[0]), "day", fixed=named.fixed, approx=True)
    if toks.low(end) in ("jl", "ll"):
        return Day(end + 1, "weekend", lambda ctx: _weekend_near(ctx, "last"), "day", fixed=True, approx=True)
    return Day(end, "weekend", lambda ctx: _weekend_near(ctx, "next" if ctx.future else "this"), "day", fixed=True, approx=True)


def _weekend_of(day: date) -> Days:
    saturday = day - timedelta(1) if day.weekday() == 6 else day + timedelta(5 - day.weekday())
    return saturday, saturday + timedelta(2)


_EDGES = {
    **dict.fromkeys(("begin", "aanvang"), 0),
    **dict.fromkeys(("midden", "medio", "half", "mid", "halfweg", "halverwege"), 1),
    **dict.fromkeys(("eind", "einde"), 2),
}


def edge_of(toks: Tokens, at: int) -> Optional[Day]:
    """ "begin november", "midden september", "eind vorige maand", "eind 2025", "begin deze week"."""
    skip = at + 1 if toks.low(at) in ("het", "de") else at
    edge = _EDGES.get(toks.low(skip))
    if edge is None:
        return None
    after = skip + 1
    for filler in ("-", "van", "de", "het", "deze"):
        if toks.low(after) == filler and not (filler == "deze" or (filler == "de" and toks.low(after + 1) not in ("maand", "week"))):
            after += 1
    inner = (
        relative(toks, after)
        or month_alone(toks, after, cued=True)
        or plain_year(toks, after)
        or season(toks, after)
        or _whole_unit(toks, after)
    )
    if inner is None or inner.sort not in ("week", "month", "year", "season"):
        return None

    def pick(ctx: Context) -> Days:
        start, end = inner.pick(ctx)
        if inner.sort == "month":
            cuts = (start, start + timedelta(10), start + timedelta(20), end)
        elif inner.sort == "week":
            cuts = (start, start + timedelta(2), start + timedelta(4), end)
        elif inner.sort == "season":
            cuts = (start, *(shift_month(start, n)[0] for n in (1, 2)), end)
        else:
            cuts = (start, date(start.year, 5, 1), date(start.year, 9, 1), end)
        return cuts[edge], cuts[edge + 1]

    return Day(inner.end, "span", pick, "day" if inner.sort in ("month", "week") else "month", fixed=inner.fixed, approx=True)


def _whole_unit(toks: Tokens, at: int) -> Optional[Day]:
    """ "(begin van de) maand", "(eind) week": the current one."""
    if toks.low(at) == "maand":
        return Day(at + 1, "month", lambda ctx: shift_month(ctx.today, 0), "month", fixed=True)
    if toks.low(at) == "week":
        return Day(at + 1, "week", lambda ctx: iso_week(ctx.today), "week", fixed=True)
    if toks.low(at) == "jaar":
        return Day(at + 1, "year", lambda ctx: (date(ctx.today.year, 1, 1), date(ctx.today.year + 1, 1, 1)), "year", fixed=True)
    return None


def ordinal_of(toks: Tokens, at: int) -> Optional[Day]:
    """ "de eerste maandag van oktober", "de laatste week van oktober", "eerste week van september"."""
    skip = at + 1 if toks.low(at) in ("de", "het") else at
    count = ordinal_count(toks, skip)
    if count is None:
        return None
    number, after = count
    noun = meaning(toks.low(after))
    weekday = noun[1][0] if noun and noun[0] == "weekday" and not noun[1][1] else None
    unit = toks.low(after)
    if weekday is None and unit not in ("week", "weekend", "dag", "helft") and not (noun and noun[0] == "weekend"):
        return None
    if toks.low(after + 1) not in ("van", "in"):
        return None
    inner = (
        relative(toks, after + 2) or month_alone(toks, after + 2, cued=True) or (plain_year(toks, after + 2) if unit == "helft" else None)
    )
    if inner is None or inner.sort not in ("month", "year"):
        return None

    def pick(ctx: Context) -> Days:
        start, end = inner.pick(ctx)
        if unit == "helft":
            middle = start + timedelta(15) if inner.sort == "month" else date(start.year, 7, 1)
            return (start, middle) if number == 1 else (middle, end)
        if unit == "week":
            begin = end - timedelta(7) if number < 0 else start + timedelta(7 * (number - 1))
            return begin, begin + timedelta(7)
        if unit == "dag":
            return one_day(end - timedelta(1) if number < 0 else start + timedelta(number - 1))
        found = nth_weekday(start.year, start.month, 5 if weekday is None else weekday, number)
        if found is None:
            raise OverflowError("the month has no such day")
        return (found, found + timedelta(2)) if weekday is None else one_day(found)

    def pick_in_time(ctx: Context) -> Days:
        found = pick(ctx)
        if not inner.fixed and not ctx.future and not ctx.after and found[0] > (ctx.before or ctx.today):
            found = pick(replace(ctx, before=inner.pick(ctx)[0] - timedelta(1)))
        return found

    grain = "day" if weekday is not None or unit == "dag" else "week"
    return Day(inner.end, "date" if grain == "day" else "span", pick_in_time, grain, fixed=inner.fixed, approx=unit in ("week", "helft"))
