"""The night between two days: "de nacht van donderdag op vrijdag", "de nacht van 5 op 6 november om 3u"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Optional

from .clocks import read_clock
from .dates import read_day
from .day import Day
from .durations import read_length
from .moments import Context, monthly
from .numbers import read_number
from .pointreader import read_point
from .points import Point, read_part
from .tokens import Tokens


def bare_day(toks: Tokens, at: int) -> Optional[tuple[int, int]]:
    """(number, token after) of "3" in "3 t/m 7 november"."""
    word = toks.low(at)
    skip = at + 1 if word == "de" else at
    number = read_number(toks, skip)
    if (
        number is None
        or number.value != int(number.value)
        or not 1 <= number.value <= 31
        or number.scaled
        or "." in number.raw
        or "," in number.raw
    ):
        return None
    end = number.end
    if toks.low(end) in ("e", "de", "ste") and not toks[end].gap:
        end += 1
    return int(number.value), end


def read_night(toks: Tokens, at: int) -> Optional[Point]:
    """ "de nacht van donderdag op vrijdag", "nacht van 5 op 6 november (om 3u)": the first six hours of the second day."""
    skip = at + 1 if toks.low(at) == "de" else at
    if toks.low(skip) != "nacht" or toks.low(skip + 1) not in ("van", "v", "tussen"):
        return None
    joint = next((k for k in range(skip + 3, skip + 8) if toks.low(k) in ("op", "naar", "en", "/", "-")), None)
    if joint is None or (read_day(toks, skip + 2) is None and bare_day(toks, skip + 2) is None):
        return None
    right = read_point(toks, joint + 1)
    if right is None or right.day is None or not right.single_day:
        number = bare_day(toks, joint + 1)
        if number is None or read_length(toks, joint + 1) is not None:
            return None
        right = _day_of_month(number)
    assert right.day is not None
    inner = right.day
    day = replace(inner, pick=lambda ctx: inner.pick(replace(ctx, inclusive=True)), part="nacht", tonight=True)
    clock, end = right.clock, right.end
    if clock is None:
        follow = end + (toks.low(end) in (",", "rond", "om", "omstreeks", "tegen"))
        clock = read_clock(toks, follow) if follow > end or toks[end].kind == "d" else None
        if clock is not None and (not clock.bare or toks.low(follow - 1) in ("om", "rond")):
            part = read_part(toks, clock.end)
            end = part[1] if part else clock.end
        else:
            clock = None
    return Point(at, end, day=day, clock=clock, approx=right.approx)


def _day_of_month(number: tuple[int, int]) -> Point:
    def pick(ctx: Context) -> tuple[date, date]:
        day = monthly(ctx, number[0], lambda found: True)
        return day, day + timedelta(1)

    return Point(number[1] - 1, number[1], day=Day(number[1], "ordinal", pick))
