"""What a spoken day is, and the small readers all day grammars share: years, month names, day numbers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Callable, Optional

from .moments import Context, yearly
from .numbers import read_number
from .tokens import Tokens, words
from .wordforms import SHORT_MONTHS, SHORT_WEEKDAYS, meaning

Days = tuple[date, date]
ORDINALS = {
    **{
        "eerste": 1,
        "tweede": 2,
        "derde": 3,
        "vierde": 4,
        "vijfde": 5,
        "zesde": 6,
        "zevende": 7,
        "achtste": 8,
        "negende": 9,
        "tiende": 10,
        "elfde": 11,
        "twaalfde": 12,
    },
    **{
        "dertiende": 13,
        "veertiende": 14,
        "vijftiende": 15,
        "zestiende": 16,
        "zeventiende": 17,
        "achttiende": 18,
        "negentiende": 19,
        "twintigste": 20,
    },
    **{
        f"{one}en{ten}ste": n * 10 + k
        for n, ten in ((2, "twintig"),)
        for k, one in enumerate(words("een twee drie vier vijf zes zeven acht negen"), 1)
    },
    **{"dertigste": 30, "eenendertigste": 31},
}
ORDINAL_ENDS = frozenset(("e", "de", "ste", "ᵉ"))


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


def one_day(day: date) -> Days:
    return day, day + timedelta(1)


def date_or_none(year: int, month: int, day: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def year_at(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    """(year, token after) for "2026", "'26" or glued "26" after a date sign."""
    token = toks[at]
    if token.kind == "d" and len(token.text) == 4 and 1950 <= int(token.text) <= 2099 and toks[at + 1].text not in ("u",):
        if toks[at + 1].text in (".", ",") and not toks[at + 1].gap and toks[at + 2].kind == "d" and not toks[at + 2].gap:
            return None
        return int(token.text), at + 1
    if token.text in ("'", "’") and toks[at + 1].kind == "d" and len(toks[at + 1].text) == 2 and not toks[at + 1].gap:
        return century(int(toks[at + 1].text)), at + 2
    return None


def century(two: int) -> int:
    return 2000 + two if two < 70 else 1900 + two


def calendar_day(number: int, month: int, year: Optional[int], end: int, weekday: Optional[int] = None) -> Optional[Day]:
    """Day `number` of a month: in `year`, or the last (coming) one."""
    if date_or_none(year or 2024, month, number) is None:
        return None
    if year:
        return Day(end, "date", lambda ctx: one_day(date(year, month, number)), fixed=True, weekday=weekday)
    return Day(end, "date", lambda ctx: one_day(yearly(ctx, lambda y: date_or_none(y, month, number))), weekday=weekday)


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


def number_of_day(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    """(day number, token after) for "3", "3e", "derde", "drie"."""
    token = toks[at]
    if token.kind == "d":
        if len(token.text) > 2 or (
            toks[at - 1].kind == "p" and toks[at - 1].text in ".,:" and not toks[at].gap and toks[at - 2].kind == "d"
        ):
            return None
        end = at + 1
        if toks.low(end) in ORDINAL_ENDS and not toks[end].gap:
            end += 1
        return (int(token.text), end) if 1 <= int(token.text) <= 31 else None
    if toks.low(at) in ORDINALS:
        return ORDINALS[toks.low(at)], at + 1
    number = read_number(toks, at)
    if (
        number
        and number.end == at + 1
        and number.value == int(number.value)
        and 1 <= number.value <= 31
        and not number.vague
        and not number.noun_like
    ):
        return int(number.value), number.end
    return None


def with_said_year(toks: Tokens, end: int, make: Callable[[Optional[int], int], Optional[Day]]) -> Optional[Day]:
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


def is_weekday(toks: Tokens, at: int) -> bool:
    found = meaning(toks.low(at))
    return toks.low(at) in SHORT_WEEKDAYS or bool(found and found[0] == "weekday")


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
