"""Days and calendar stretches: "za 14/11", "maandag de 16e", "vorige week woensdag", "eind oktober", "het derde kwartaal"."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Callable, Optional

from .durations import Length, read_length
from .holidays import nth_weekday, read_holiday
from .moments import Context, monthly, weekly, yearly
from .numbers import read_number
from .tokens import Tokens, remembered
from .wordforms import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, meaning

Days = tuple[date, date]
ORDINALS = {
    **{"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12},
    **{"dertiende": 13, "veertiende": 14, "vijftiende": 15, "zestiende": 16, "zeventiende": 17, "achttiende": 18, "negentiende": 19, "twintigste": 20},
    **{f"{one}en{ten}ste": n * 10 + k for n, ten in ((2, "twintig"),) for k, one in enumerate("een twee drie vier vijf zes zeven acht negen".split(), 1)},
    **{"dertigste": 30, "eenendertigste": 31},
}
_ORDINAL_ENDS = frozenset(("e", "de", "ste", "ᵉ"))
_PAST_MARKS = frozenset("jl ll jongstleden laatstleden".split())


@dataclass(frozen=True)
class Day:
    """A stretch of whole days at a token. `sort` ranks it when two stand together ("zondag 22 november"):

    date > ordinal > feast > shift (gisteren) > weekday, and "week", "month", "year", "weekend", "span" for longer stretches.
    `fixed`: the same whatever the context's bounds (a year was said, or it counts from today).
    """

    end: int
    sort: str
    pick: Callable[[Context], Days]
    grain: str = "day"
    part: Optional[str] = None
    fixed: bool = False
    weekday: Optional[int] = None
    approx: bool = False
    tonight: bool = False


def _one(day: date) -> Days:
    return day, day + timedelta(1)


def _month_days(year: int, month: int) -> Days:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _safe(year: int, month: int, day: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    """(year, token after) for "2026", "'26" or glued "26" after a date sign."""
    token = toks[at]
    if token.kind == "d" and len(token.text) == 4 and 1950 <= int(token.text) <= 2099 and toks[at + 1].text not in ("u",):
        if toks[at + 1].text in (".", ",") and not toks[at + 1].gap and toks[at + 2].kind == "d" and not toks[at + 2].gap:
            return None
        return int(token.text), at + 1
    if token.text in ("'", "’") and toks[at + 1].kind == "d" and len(toks[at + 1].text) == 2 and not toks[at + 1].gap:
        return _century(int(toks[at + 1].text)), at + 2
    return None


def _century(two: int) -> int:
    return 2000 + two if two < 70 else 1900 + two


def calendar_day(number: int, month: int, year: Optional[int], end: int, weekday: Optional[int] = None) -> Optional[Day]:
    """Day `number` of a month: in `year`, or the last (coming) one."""
    if _safe(year or 2024, month, number) is None:
        return None
    if year:
        return Day(end, "date", lambda ctx: _one(date(year, month, number)), fixed=True, weekday=weekday)
    return Day(end, "date", lambda ctx: _one(yearly(ctx, lambda y: _safe(y, month, number))), weekday=weekday)


def month_at(toks: Tokens, at: int, *, short: bool = True) -> Optional[tuple[int, int]]:
    """(month, token after) for a month name, a short one only when `short`."""
    word = toks.low(at)
    if short and word in SHORT_MONTHS:
        end = at + 1
        if toks.low(end) == "." and not toks[end].gap:
            end += 1
        return SHORT_MONTHS[word], end
    found = meaning(word)
    return (found[1], at + 1) if found and found[0] == "month" else None


@remembered
def read_day(toks: Tokens, at: int) -> Optional[Day]:
    """The day or calendar stretch that starts at token `at`, or None."""
    token = toks[at]
    if token.kind == "d":
        return _numeric(toks, at) or _numbered_month(toks, at)
    if token.kind != "w":
        return None
    for reader in (_beside, _holiday, _shifted, _weekday, _ordinal_of, _relative, _weekend, _edge, _quarter, _ordinal_day, _season, _week_number, _numbered_month, _month, _half, _glued_short):
        found = reader(toks, at)
        if found:
            return found
    return None


# --- single days -----------------------------------------------------------------------------------------------------


def _numeric(toks: Tokens, at: int) -> Optional[Day]:
    """2026-11-18, 12/11, 12-11-2026, 12.11.26."""
    first, sign = toks[at].text, toks[at + 1].text
    if toks[at - 1].text in "/-.,:" and toks[at - 1].kind == "p" and not toks[at].gap and toks[at - 2].kind == "d" and not toks[at - 1].gap:
        return None
    if sign not in ("/", "-", ".") or toks[at + 2].kind != "d":
        return None
    if toks[at + 1].gap or toks[at + 2].gap:
        if sign == "." or bool(toks[at + 1].gap) != bool(toks[at + 2].gap) or toks[at + 3].text != sign:
            return None
    second, third = toks[at + 2].text, toks[at + 4].text
    has_third = toks[at + 3].text == sign and toks[at + 4].kind == "d" and bool(toks[at + 3].gap) == bool(toks[at + 1].gap)
    if len(first) == 4 and has_third and sign in "-/":
        if not 1950 <= int(first) <= 2099 or not 1 <= int(second) <= 12 or len(third) > 2:
            return None
        iso_time = toks.low(at + 5) == "t" and not toks[at + 5].gap and toks[at + 6].kind == "d" and not toks[at + 6].gap
        return calendar_day(int(third), int(second), int(first), at + 5 + iso_time)
    if len(first) > 2 or len(second) > 2 or not 1 <= int(second) <= 12:
        return None
    if has_third:
        if len(third) not in (2, 4) or (len(third) == 4 and not 1950 <= int(third) <= 2099):
            return None
        return calendar_day(int(first), int(second), int(third) if len(third) == 4 else _century(int(third)), at + 5)
    if toks[at + 3].text == sign and not toks[at + 3].gap and toks[at + 4].kind == "d":
        return None
    if not _plausible_short(toks, at, sign):
        return None
    return calendar_day(int(first), int(second), None, at + 3)


_DATE_CUES = frozenset("op sinds tot van vanaf tem tm t/m dd d.d datum rond voor na vóór tussen en per ten sedert begonnen ontdekt gebeurd".split())


def _plausible_short(toks: Tokens, at: int, sign: str) -> bool:
    """Whether "12-11", "12.11" or "2/3" without a year is a date and not a range, a decimal or a fraction."""
    cued = toks.low(at - 1) in _DATE_CUES or _is_weekday(toks, at - 1) or (toks.low(at - 1) == "." and _is_weekday(toks, at - 2))
    if sign == "/":
        return not (toks.low(at + 3) in ("van", "de", "deel", "vd") and toks[at].text in ("1", "2", "3") and not cued)
    if sign == "-":
        alone = toks.alone(at, at + 3) or toks.low(at + 3) in ("om", "rond") or toks.low(at - 1) in (":", "(")
        return cued and toks.low(at - 1) not in ("van", "tot", "tussen", "per") or alone
    return (cued and toks.low(at - 1) in ("op", "sinds", "dd", "datum") or _is_weekday(toks, at - 1)) and len(toks[at + 2].text) == 2 and toks.low(at + 3) not in ("uur", "u", "euro")


def _is_weekday(toks: Tokens, at: int) -> bool:
    found = meaning(toks.low(at))
    return toks.low(at) in SHORT_WEEKDAYS or bool(found and found[0] == "weekday")


def _number_of_day(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    """(day number, token after) for "3", "3e", "derde", "drie"."""
    token = toks[at]
    if token.kind == "d":
        if len(token.text) > 2 or (toks[at - 1].kind == "p" and toks[at - 1].text in ".,:" and not toks[at].gap and toks[at - 2].kind == "d"):
            return None
        end = at + 1
        if toks.low(end) in _ORDINAL_ENDS and not toks[end].gap:
            end += 1
        return (int(token.text), end) if 1 <= int(token.text) <= 31 else None
    if toks.low(at) in ORDINALS:
        return ORDINALS[toks.low(at)], at + 1
    number = read_number(toks, at)
    if number and number.end == at + 1 and number.value == int(number.value) and 1 <= number.value <= 31 and not number.vague and not number.noun_like:
        return int(number.value), number.end
    return None


def _numbered_month(toks: Tokens, at: int) -> Optional[Day]:
    """ "3 november 2026", "3e nov.", "de derde mei", "3 deze maand"."""
    start = at + 1 if toks.low(at) == "de" else at
    number = _number_of_day(toks, start)
    if number is None:
        return None
    end = number[1] + 1 if toks.low(number[1]) in ("van", "-", "/") and month_at(toks, number[1] + 1) else number[1]
    if toks.low(number[1]) == "." and not toks[number[1]].gap and month_at(toks, number[1] + 1):
        end = number[1] + 1
    month = month_at(toks, end)
    if month is None:
        return None
    after = month[1]
    if toks.low(after) in ("-", "/") and _year(toks, after + 1) and not toks[after].gap:
        after += 1
    year = _year(toks, after)
    if year:
        return calendar_day(number[0], month[0], year[0], year[1])
    return _with_said_year(toks, month[1], lambda y, e: calendar_day(number[0], month[0], y, e))


def _with_said_year(toks: Tokens, end: int, make: Callable[[Optional[int], int], Optional[Day]]) -> Optional[Day]:
    """What `make` gives without a year, or placed by "vorig jaar" / "dit jaar" / "van vorig jaar" behind it."""
    plain = make(None, end)
    skip = end + 1 if toks.low(end) in ("van", "in") else end
    said = meaning(toks.low(skip))
    if plain is None or not said or said[0] not in ("last", "this", "next") or toks.low(skip + 1) != "jaar":
        return plain
    shift = {"last": -1, "this": 0, "next": 1}[said[0]]

    def pick(ctx: Context) -> Days:
        moved = make(ctx.today.year + shift, skip + 2)
        if moved is None:
            raise OverflowError("no such day in that year")
        return moved.pick(ctx)

    return replace(plain, end=skip + 2, pick=pick, fixed=True)


_NOT_A_DAY_NOUN = frozenset(
    "server servers keer maal verdieping plaats melding rij lijn dag week maand kwartaal helft laag klant factuur computer laptop poging mail aanval stap vraag punt fase nacht "
    "ochtend avond uur versie backup eis brief betaling werkdag telefoon site locatie vestiging medewerker account bestand aanmaning instantie partij ronde schijf groep reeks "
    "jaar eeuw editie man persoon schade claim oproep golf etage pc site herinnering bericht leverancier bank dossier bedrijf offerte rekening".split()
)
_AFTER_DAY = frozenset(
    "van om rond omstreeks is was waren zijn had hadden heeft hebben heb werd werden kwam kwamen ging gingen lag lagen zag zagen viel vielen stond stonden kreeg kregen begon begonnen "
    "bleek bleken hoorde wist deed deden brak liep liepen zat zaten vond vonden gaf namen nam riep sloeg en of tot t tem tussen al pas ook nog dus maar niet hebt in heel dat toen werkte ben "
    "hield trok bood schreef verloor vroeg vroegen ontving bracht dacht ontdekten s ' ochtend".split()
)


def _ordinal_day(toks: Tokens, at: int) -> Optional[Day]:
    """ "de 9e", "den 16den": a day of the month, when no noun follows that it could count."""
    if toks.low(at) not in ("de", "den"):
        return None
    token, end = toks[at + 1], at + 2
    if token.kind == "d":
        if not (1 <= len(token.text) <= 2 and toks.low(end) in _ORDINAL_ENDS | {"den"} and not toks[end].gap and 1 <= int(token.text) <= 31):
            return None
        number, end = int(token.text), end + 1
    elif toks.low(at + 1) in ORDINALS and ORDINALS[toks.low(at + 1)] >= 4 and toks.low(at - 1) in ("op", "sinds", "tot", "van") or (toks.low(at + 1) in ORDINALS and _is_weekday(toks, at - 1)):
        number = ORDINALS[toks.low(at + 1)]
    else:
        return None
    if not _is_weekday(toks, at - 1) and not _no_noun(toks, end):
        return None
    return Day(end, "ordinal", lambda ctx: _one(monthly(ctx, number, lambda day: True)), weekday=None)


def _no_noun(toks: Tokens, end: int) -> bool:
    word = toks.low(end)
    if not word or toks[end].kind != "w" or word in _AFTER_DAY:
        return True
    if word in _NOT_A_DAY_NOUN:
        return False
    return word.endswith(("te", "ten", "de", "den")) and len(word) > 4


def _holiday(toks: Tokens, at: int) -> Optional[Day]:
    skip = at + 1 if toks.low(at) in ("de", "den", "het") else at
    found = read_holiday(toks, skip)
    if found is None or (toks.low(found[0]) in ("vakantie",)):
        return None
    end, occurrence, part = found
    if part is None and toks.low(skip) != "eerste" and toks.low(end) == "vakantie":
        return None
    year = _year(toks, end) or (_year(toks, end + 1) if toks.low(end) in ("in", "van") else None)
    if year:
        said, end = year

        def pick(ctx: Context) -> Days:
            return _one(occurrence(said) or date(said, 1, 1))

        return Day(end, "feast", pick, part=part, fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "feast", lambda ctx: _one(occurrence(y) or date(y, 1, 1)), part=part, fixed=True)
        return Day(e, "feast", lambda ctx: _one(yearly(ctx, occurrence)), part=part)

    return _with_said_year(toks, end, make)


def _beside(toks: Tokens, at: int) -> Optional[Day]:
    """ "de dag na Allerheiligen", "daags voor Kerst", "twee dagen na 3 november", "de vrijdag na Hemelvaart"."""
    weekday: Optional[int] = None
    length: Optional[Length] = None
    skip = at + 1 if toks.low(at) == "de" else at
    named = meaning(toks.low(skip))
    if toks.low(skip) == "daags" or (skip > at and toks.low(skip) == "dag"):
        length, end = Length(((Decimal(1), "day"),), skip + 1), skip + 1
    elif skip > at and named and named[0] == "weekday" and not named[1][1]:
        weekday, end = named[1][0], skip + 1
    elif toks[at].kind == "d" or toks.low(at) in _COUNTED:
        length = read_length(toks, at)
        if length is None or length.sub_day:
            return None
        end = length.end
    else:
        return None
    sign = {"na": 1, "voor": -1}.get(toks.low(end))
    if sign is None:
        return None
    other = read_day(toks, end + 1)
    if other is None or other.grain != "day" or other.sort not in ("feast", "date", "ordinal"):
        return None

    def pick(ctx: Context) -> Days:
        day = other.pick(ctx)[0]
        if length is not None:
            return _one(length.before(day, sign))
        gap = (weekday - day.weekday()) * sign % 7 or 7
        return _one(day + timedelta(sign * gap))

    return Day(other.end, "date", pick, fixed=other.fixed)


_COUNTED = frozenset("een twee drie vier vijf zes zeven acht negen tien veertien anderhalve".split())


def _shifted(toks: Tokens, at: int) -> Optional[Day]:
    """gisteren, vandaag, vannacht, eergisteravond, morgen (only where it cannot be "in the morning")."""
    word = toks.low(at)
    if word == "morgen":
        if toks.low(at - 1) in ("goede", "goeie", "goed", "deze", "elke", "iedere", "s", "de", "in", "hele", "vroege") or toks.alone(at, at + 1):
            return None
        return Day(at + 1, "shift", lambda ctx: _one(ctx.today + timedelta(1)), fixed=True)
    if word == "nu" and toks.low(at - 1) in ("tot", "en"):
        return None
    found = meaning(word)
    if not found or found[0] != "day":
        return None
    shift, part = found[1]
    tonight = part == "nacht" and shift == 0

    def pick(ctx: Context) -> Days:
        move = 1 if tonight and ctx.future else 0
        return _one(ctx.today + timedelta(shift + move))

    return Day(at + 1, "shift", pick, part=part, fixed=True, tonight=tonight)


def _weekday(toks: Tokens, at: int) -> Optional[Day]:
    """ "vrijdag", "vrijdagnamiddag", "vrijdag ll.", "vrijdag over een week"."""
    found = meaning(toks.low(at))
    if not found or found[0] != "weekday" or toks.low(at - 1) in ("elke", "iedere", "per", "alle"):
        return None
    number, part = found[1]
    token = toks[at + 1]
    if token.kind == "d" and token.gap and len(token.text) <= 2 and 1 <= int(token.text) <= 31 and toks.low(at + 2) in ("tot", "t", "tem", "tm", "op"):
        said = int(token.text)  # "van maandag 9 tot vrijdag 13 november"
        return same_weekday(Day(at + 2, "ordinal", lambda ctx: _one(monthly(ctx, said, lambda day: day.weekday() == number)), part=part), number)
    return Day(at + 1, "weekday", lambda ctx: _one(weekly(ctx, number)), part=part, weekday=number)


def _glued_short(toks: Tokens, at: int) -> Optional[Day]:
    """ "za 14/11", "ma. 27 april": a short weekday name counts only before a day number."""
    number = SHORT_WEEKDAYS.get(toks.low(at))
    if number is None:
        return None
    end = at + 1
    if toks.low(end) in (".", ",") and not toks[end].gap:
        end += 1
    rest = read_day(toks, end) if toks[end].kind == "d" or toks.low(end) == "de" else None
    if rest is None or rest.sort not in ("date", "ordinal"):
        return None
    return replace(rest, weekday=number)


def same_weekday(day: Day, weekday: int) -> Day:
    """`day` (a date or ordinal day) that must fall on `weekday` when its month or year is free; else as said."""
    if day.fixed:
        return replace(day, weekday=weekday)

    def pick(ctx: Context) -> Days:
        found = first = day.pick(ctx)
        for _ in range(12):
            if found[0].weekday() == weekday:
                return found
            if ctx.future or ctx.after:
                found = day.pick(replace(ctx, after=found[0] + timedelta(1), before=None))
            else:
                found = day.pick(replace(ctx, before=found[0] - timedelta(1)))
            if day.sort == "date" and abs((found[0] - first[0]).days) > 500:
                break
        return first

    return replace(day, pick=pick, weekday=weekday)


# --- longer stretches ------------------------------------------------------------------------------------------------


def _iso_week(day: date) -> Days:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(7)


def _shift_month(day: date, months: int) -> Days:
    index = day.year * 12 + day.month - 1 + months
    return _month_days(index // 12, index % 12 + 1)


def _quarter_days(year: int, quarter: int) -> Days:
    return _month_days(year, quarter * 3 - 2)[0], _month_days(year, quarter * 3)[1]


def _relative(toks: Tokens, at: int) -> Optional[Day]:
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
        return Day(after + 1, "week", lambda ctx: (ctx.today - timedelta(7), ctx.today) if recent else _iso_week(ctx.today + timedelta(7 * shift)), "week", fixed=True)
    if noun in ("maand", "mnd"):
        return Day(after + 1, "month", lambda ctx: _shift_month(ctx.today, shift), "month", fixed=True)
    if noun == "jaar":
        return Day(after + 1, "year", lambda ctx: (date(ctx.today.year + shift, 1, 1), date(ctx.today.year + shift + 1, 1, 1)), "year", fixed=True)
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
        return _one(day)

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
    named = _weekday(toks, after) or _holiday(toks, after) or _season(toks, after) or _month(toks, after, cued=True) or _numbered_month(toks, after)
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
    return _quarter_days(index // 4, index % 4 + 1)


def _weekend_near(ctx: Context, which: str) -> Days:
    saturday = ctx.today - timedelta((ctx.today.weekday() - 5) % 7)
    within = ctx.today.weekday() >= 5
    if which == "next" or (which == "this" and ctx.future and not within):
        saturday += timedelta(7)
    elif which == "last" and within:
        saturday -= timedelta(7)
    return saturday, saturday + timedelta(2)


def _weekend(toks: Tokens, at: int) -> Optional[Day]:
    """ "het weekend", "weekend van 14 november", "het weekend van 14 en 15 november"."""
    skip = at + 1 if toks.low(at) in ("het", "'", "t") else at
    found = meaning(toks.low(skip))
    if not found or found[0] != "weekend" or toks.low(at - 1) in ("elk", "ieder", "prettig", "fijn", "goed", "per", "een", "geen"):
        return None
    end = skip + 1
    if toks.low(end) == "van":
        at_day = end + 1
        number = _number_of_day(toks, at_day)
        if number and toks.low(number[1]) in ("en", "op", "/", "-", "tot") and read_day(toks, number[1] + 1):
            at_day = number[1] + 1
        named = read_day(toks, at_day)
        if named and named.grain == "day":
            return Day(named.end, "weekend", lambda ctx: _weekend_of(named.pick(ctx)[0]), "day", fixed=named.fixed, approx=True)
    if toks.low(end) in ("jl", "ll"):
        return Day(end + 1, "weekend", lambda ctx: _weekend_near(ctx, "last"), "day", fixed=True, approx=True)
    return Day(end, "weekend", lambda ctx: _weekend_near(ctx, "next" if ctx.future else "this"), "day", fixed=True, approx=True)


def _weekend_of(day: date) -> Days:
    saturday = day - timedelta(1) if day.weekday() == 6 else day + timedelta(5 - day.weekday())
    return saturday, saturday + timedelta(2)


def _month(toks: Tokens, at: int, *, cued: bool = False) -> Optional[Day]:
    """ "augustus", "november 2025", "maart vorig jaar", "mei" after a word that makes it a month."""
    if toks.low(at) == "de" and toks.low(at + 1) == "maand":
        at, cued = at + 2, True
    elif toks.low(at) == "maand":
        at, cued = at + 1, True
    cued = cued or toks.low(at - 1) in _MONTH_CUES or toks.alone(at, at + 1)
    found = month_at(toks, at, short=bool(cued and _year(toks, at + 1 + (toks.low(at + 1) == "."))))
    if found is None:
        return None
    month, end = found
    year = _year(toks, end) or (_year(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if month == 5 and toks.low(at) == "mei" and not cued and not year:
        return None
    if toks.low(at) != MONTHS[month - 1] and toks.low(at) in ("march", "june", "july") and not cued:
        return None
    if year:
        return Day(year[1], "month", lambda ctx: _month_days(year[0], month), "month", fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "month", lambda ctx: _month_days(y, month), "month", fixed=True)
        return Day(e, "month", lambda ctx: _this_month(ctx, month), "month")

    return _with_said_year(toks, end, make)


_MONTH_CUES = frozenset("in sinds van eind begin midden half medio tot vanaf vorige afgelopen voorbije laatste tussen en ergens rond maand tem volgende komende sedert einde late vroege mid".split())


def _this_month(ctx: Context, month: int) -> Days:
    if ctx.future and not ctx.after and ctx.today.month == month:
        return _month_days(ctx.today.year, month)
    first = yearly(ctx, lambda y: date(y, month, 1))
    return _month_days(first.year, month)


_EDGES = {**dict.fromkeys(("begin", "aanvang"), 0), **dict.fromkeys(("midden", "medio", "half", "mid", "halfweg", "halverwege"), 1), **dict.fromkeys(("eind", "einde"), 2)}


def _edge(toks: Tokens, at: int) -> Optional[Day]:
    """ "begin november", "midden september", "eind vorige maand", "eind 2025", "begin deze week"."""
    skip = at + 1 if toks.low(at) in ("het", "de") else at
    edge = _EDGES.get(toks.low(skip))
    if edge is None:
        return None
    after = skip + 1
    for filler in ("-", "van", "de", "het", "deze"):
        if toks.low(after) == filler and not (filler == "deze" or (filler == "de" and toks.low(after + 1) not in ("maand", "week"))):
            after += 1
    inner = _relative(toks, after) or _month(toks, after, cued=True) or _plain_year(toks, after) or _season(toks, after) or _whole_unit(toks, after)
    if inner is None or inner.sort not in ("week", "month", "year", "season"):
        return None

    def pick(ctx: Context) -> Days:
        start, end = inner.pick(ctx)
        if inner.sort == "month":
            cuts = (start, start + timedelta(10), start + timedelta(20), end)
        elif inner.sort == "week":
            cuts = (start, start + timedelta(2), start + timedelta(4), end)
        elif inner.sort == "season":
            cuts = (start, *(_shift_month(start, n)[0] for n in (1, 2)), end)
        else:
            cuts = (start, date(start.year, 5, 1), date(start.year, 9, 1), end)
        return cuts[edge], cuts[edge + 1]

    return Day(inner.end, "span", pick, "day" if inner.sort in ("month", "week") else "month", fixed=inner.fixed, approx=True)


def _whole_unit(toks: Tokens, at: int) -> Optional[Day]:
    """ "(begin van de) maand", "(eind) week": the current one."""
    if toks.low(at) == "maand":
        return Day(at + 1, "month", lambda ctx: _shift_month(ctx.today, 0), "month", fixed=True)
    if toks.low(at) == "week":
        return Day(at + 1, "week", lambda ctx: _iso_week(ctx.today), "week", fixed=True)
    if toks.low(at) == "jaar":
        return Day(at + 1, "year", lambda ctx: (date(ctx.today.year, 1, 1), date(ctx.today.year + 1, 1, 1)), "year", fixed=True)
    return None


def _plain_year(toks: Tokens, at: int) -> Optional[Day]:
    year = _year(toks, at)
    if year is None:
        return None
    return Day(year[1], "year", lambda ctx: (date(year[0], 1, 1), date(year[0] + 1, 1, 1)), "year", fixed=True)


def read_year(toks: Tokens, at: int) -> Optional[Day]:
    """ "2025" where a word before it makes it a year."""
    return _plain_year(toks, at)


def _count(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    word = toks.low(at)
    if word == "laatste":
        return -1, at + 1
    if word in ORDINALS and ORDINALS[word] <= 5:
        return ORDINALS[word], at + 1
    if toks[at].kind == "d" and len(toks[at].text) == 1 and toks.low(at + 1) in _ORDINAL_ENDS and not toks[at + 1].gap:
        return int(toks[at].text), at + 2
    return None


def _ordinal_of(toks: Tokens, at: int) -> Optional[Day]:
    """ "de eerste maandag van oktober", "de laatste week van oktober", "eerste week van september"."""
    skip = at + 1 if toks.low(at) in ("de", "het") else at
    count = _count(toks, skip)
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
    inner = _relative(toks, after + 2) or _month(toks, after + 2, cued=True) or (_plain_year(toks, after + 2) if unit == "helft" else None)
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
            return _one(end - timedelta(1) if number < 0 else start + timedelta(number - 1))
        found = nth_weekday(start.year, start.month, 5 if weekday is None else weekday, number)
        if found is None:
            raise OverflowError("the month has no such day")
        return (found, found + timedelta(2)) if weekday is None else _one(found)

    def pick_in_time(ctx: Context) -> Days:
        found = pick(ctx)
        if not inner.fixed and not ctx.future and not ctx.after and found[0] > (ctx.before or ctx.today):
            found = pick(replace(ctx, before=inner.pick(ctx)[0] - timedelta(1)))
        return found

    grain = "day" if weekday is not None or unit == "dag" else "week"
    return Day(inner.end, "date" if grain == "day" else "span", pick_in_time, grain, fixed=inner.fixed, approx=unit in ("week", "helft"))


def _quarter(toks: Tokens, at: int) -> Optional[Day]:
    """ "het derde kwartaal (van 2026)", "Q3", "3e trimester"."""
    skip = at + 1 if toks.low(at) == "het" else at
    if toks.low(skip) == "q" and toks[skip + 1].kind == "d" and not toks[skip + 1].gap and toks[skip + 1].text in "1234":
        number, end = int(toks[skip + 1].text), skip + 2
    else:
        count = _count(toks, skip)
        if count is None or toks.low(count[1]) not in ("kwartaal", "trimester") or count[0] > 4:
            return None
        number, end = count[0], count[1] + 1
        if number < 0:
            return None
    year = _year(toks, end) or (_year(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if year:
        return Day(year[1], "span", lambda ctx: _quarter_days(year[0], number), "quarter", fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "span", lambda ctx: _quarter_days(y, number), "quarter", fixed=True)
        return Day(e, "span", lambda ctx: _quarter_days(yearly(ctx, lambda z: date(z, number * 3 - 2, 1)).year, number), "quarter")

    return _with_said_year(toks, end, make)


def _season(toks: Tokens, at: int) -> Optional[Day]:
    """ "de zomer", "zomer 2025", "het najaar van 2025": whole months, winter from December."""
    skip = at + 1 if toks.low(at) in ("de", "het") else at
    found = meaning(toks.low(skip))
    if not found or found[0] != "season":
        return None
    month, end = found[1], skip + 1
    if skip == at and toks.low(at - 1) not in _MONTH_CUES | {"deze", "dit", "vorig", "verleden", "komend"} and not _year(toks, end):
        return None

    def stretch(year: int) -> Days:
        return date(year, month, 1), _shift_month(date(year, month, 1), 3)[0]

    year = _year(toks, end) or (_year(toks, end + 1) if toks.low(end) in ("van", "in") else None)
    if year:
        return Day(year[1], "season", lambda ctx: stretch(year[0]), "season", fixed=True, approx=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "season", lambda ctx: stretch(y), "season", fixed=True, approx=True)
        return Day(e, "season", lambda ctx: stretch(yearly(ctx, lambda z: date(z, month, 1)).year), "season", approx=True)

    return _with_said_year(toks, end, make)


def _week_number(toks: Tokens, at: int) -> Optional[Day]:
    """ "week 46", "de week van 9 november"."""
    skip = at + 1 if toks.low(at) == "de" else at
    if toks.low(skip) != "week" or toks.low(at - 1) in ("per", "elke", "iedere", "een", "vorige", "volgende", "deze", "verleden") or toks.low(skip + 2) in ("keer", "maal", "dagen", "uur", "x"):
        return None
    if toks.low(skip + 1) == "van" and skip > at:
        inner = read_day(toks, skip + 2)
        if inner and inner.grain == "day":
            return Day(inner.end, "week", lambda ctx: _iso_week(inner.pick(ctx)[0]), "week", fixed=inner.fixed)
        return None
    token = toks[skip + 1]
    if token.kind != "d" or not 1 <= len(token.text) <= 2 or not 1 <= int(token.text) <= 52:
        return None
    year = _year(toks, skip + 2) or (_year(toks, skip + 3) if toks.low(skip + 2) in ("van", "in") else None)
    if year:
        return Day(year[1], "week", lambda ctx: _iso_week(date.fromisocalendar(year[0], int(token.text), 1)), "week", fixed=True)
    return Day(skip + 2, "week", lambda ctx: _iso_week(yearly(ctx, lambda y: date.fromisocalendar(y, int(token.text), 1))), "week")


def _half(toks: Tokens, at: int) -> Optional[Day]:
    """ "eerste helft 2026", "tweede jaarhelft"."""
    count = _count(toks, at + 1 if toks.low(at) == "de" else at)
    if count is None or count[0] not in (1, 2) or toks.low(count[1]) not in ("jaarhelft", "semester"):
        return None
    first = date.min if count[0] == 1 else date.max

    def pick(ctx: Context) -> Days:
        start = yearly(ctx, lambda y: date(y, 1 if first == date.min else 7, 1))
        return start, _shift_month(start, 6)[0]

    return Day(count[1] + 1, "span", pick, "month", approx=True)


def past_mark(toks: Tokens, at: int) -> int:
    """The token after "jl." / "ll." / "jongstleden" at `at`, or `at`."""
    if toks.low(at) in _PAST_MARKS:
        return at + 2 if toks.low(at + 1) == "." and not toks[at + 1].gap else at + 1
    return at
