"""Stretches with two ends or one: "van ... tot ...", "t/m", "tussen ... en ...", "sinds", "tot", "de nacht van ... op ..."."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Optional, Union

from .between import Range
from .clocks import Clock
from .dates import read_day
from .day import Day
from .durations import read_length
from .moments import Context, Stretch, ago
from .nights import bare_day, read_night
from .pointreader import read_point
from .points import Point, read_ago
from .tokens import Tokens

_OPENERS = frozenset(("van", "vanaf", "tussen", "sinds", "sedert", "vanuit"))


def _connector(toks: Tokens, at: int, opener: str) -> Optional[tuple[int, bool]]:
    """(token after, includes the last day) for "tot", "t/m", "tem", "tot en met", "-", and "en" after "tussen"."""
    word = toks.low(at)
    if word == ",":
        at, word = at + 1, toks.low(at + 1)
    if word == "tot":
        if toks.low(at + 1) == "en" and toks.low(at + 2) == "met":
            return at + 3, True
        if toks.low(at + 1) == "aan":
            return at + 2, False
        return (at + 2, False) if toks.low(at + 1) in ("in", "op", "de") and toks.low(at + 1) != "de" else (at + 1, False)
    if word == "t" and toks.low(at + 1) in ("/", ".", "-", "e") and toks.low(at + 2) == "m":
        return at + 3 + (toks.low(at + 3) == "."), True
    if word == "t" and [toks.low(at + k) for k in range(1, 5)] == [".", "e", ".", "m"]:
        return at + 5 + (toks.low(at + 5) == "."), True
    if word in ("tem", "tm", "tenm"):
        return at + 1, True
    if word in ("en", "&") and opener == "tussen":
        return at + 1, False
    if word in ("-", "–", "—") and opener != "tussen":
        return at + 1, True
    return None


def read_range(toks: Tokens, at: int) -> Optional[Union[Range, Point]]:
    """The range that starts at token `at`, or None."""
    return read_night(toks, at) or _open_end(toks, at) or _framed(toks, at) or _closed(toks, at)


def _borrowed(toks: Tokens, at: int, opener: str) -> Optional[tuple[Point, int, bool]]:
    """The left side of "3 t/m 7 november" or "14 en 15 uur": a number that takes its month or "uur" from the right."""
    bare = bare_day(toks, at)
    if bare is None:
        return None
    joint = _connector(toks, bare[1], opener)
    if joint is None:
        return None
    right = read_point(toks, joint[0], side=True)
    if right is None:
        return None
    if right.day is not None and right.day.sort in ("date", "ordinal"):
        other = right.day

        def pick(ctx: Context) -> tuple[date, date]:
            last = other.pick(replace(ctx, after=None) if ctx.after else ctx)[0]
            try:
                day = last.replace(day=bare[0])
            except ValueError:
                day = last - timedelta(1)
            if day > last:
                day = (last.replace(day=1) - timedelta(1)).replace(day=min(bare[0], 28))
            return day, day + timedelta(1)

        return Point(at, bare[1], day=Day(bare[1], "date", pick, fixed=True)), joint[0], joint[1]
    if right.clock is not None and not right.clock.bare and bare[0] <= 24 and right.day is None:
        return Point(at, bare[1], clock=Clock(bare[0], 0, bare[1], "hour", spoken=right.clock.spoken)), joint[0], joint[1]
    return None


def _fix_right(first: Point, last: Point) -> Point:
    """The right day of "3 t/m 7 november" picks by itself; the left follows it."""
    if first.day is not None and first.day.fixed and last.day is not None and not last.day.fixed and last.day.sort in ("date", "ordinal"):
        return replace(last, day=replace(last.day, fixed=True))
    return last


def _closed(toks: Tokens, at: int, *, framed: bool = False) -> Optional[Range]:
    """ "van A tot B", "tussen A en B", and "A t/m B" without an opening word."""
    opener = toks.low(at) if toks.low(at) in _OPENERS else ""
    start = at + 1 if opener else at
    if opener and toks.low(start) == "de" and toks.low(start + 1) not in ("nacht",) and read_day(toks, start) is None:
        start += 1
    borrowed = _borrowed(toks, start, opener)
    if borrowed:
        first, right_at, whole = borrowed
    else:
        left = read_point(toks, start, side=bool(opener))
        if left is None:
            return None
        end = left.end
        if toks.low(end) == "af":
            end += 1
        joint = _connector(toks, end, opener)
        if joint is None:
            return _open(toks, at, opener, left, end)
        first, (right_at, whole) = left, joint
    last = read_point(toks, right_at, side=True)
    if last is not None and _only_bare(first) and _only_bare(last):
        if not framed or not opener:
            return None
        assert first.clock is not None
        assert last.clock is not None
        if last.clock.hour <= first.clock.hour <= 12:  # "van 9 tot 5"
            last = replace(last, clock=replace(last.clock, hour=last.clock.hour + 12))
    if last is None:
        if opener and toks.low(right_at) in ("nu", "heden"):
            end = right_at + 1 + (toks.low(right_at + 1) == "toe")
            return Range(at, end, first, Point(right_at, end, made=lambda ctx: Stretch(ctx.now, None, "minute", "instant")))
        return _open(toks, at, opener, first, first.end) if not borrowed else None
    if not _compatible(first, last, opener):
        return _open(toks, at, opener, first, first.end) if not borrowed else None
    if borrowed:
        last = _fix_right(first, last)
    if first.day is None and last.day is not None and last.clock is not None and first.clock is not None:
        shared = replace(last, day=None, part=last.part)
        return Range(
            min(at, first.begin),
            last.end,
            replace(first, part=first.part),
            shared,
            whole,
            frame=Point(last.begin, last.end, day=last.day, part=last.part),
        )
    return Range(min(at, first.begin), last.end, first, last, whole)


def _only_bare(point: Point) -> bool:
    return point.clock is not None and point.clock.bare and point.day is None and point.part is None


def _compatible(first: Point, last: Point, opener: str) -> bool:
    if not opener and first.clock is not None and first.clock.weak and first.day is None:
        return (last.clock is not None and not last.clock.weak) or (last.clock is not None and not last.clock.bare and not first.clock.bare)
    if (
        first.clock is None
        and first.part is None
        and first.day is not None
        and first.day_part is None
        and last.day is None
        and last.clock is not None
    ):
        return not last.clock.bare and first.day.sort != "year"
    return True


def _open(toks: Tokens, at: int, opener: str, left: Point, end: int) -> Optional[Range]:
    if opener in ("sinds", "sedert", "vanaf") or (opener == "van" and toks.low(left.end) == "af"):
        if left.clock and left.clock.bare and left.day is None:
            return None
        return Range(at, end, left, None)
    return None


def _open_end(toks: Tokens, at: int) -> Optional[Range]:
    """ "tot vrijdag 16u", "t/m 12 november", "sinds drie dagen", "de laatste 24 uur"."""
    word = toks.low(at)
    if word in ("sinds", "sedert"):
        skip = at + 1
        if toks.low(skip) == "al":
            skip += 1
        past = read_ago(toks, skip)
        if past is not None:
            return Range(at, past.end, past, None)
        length = read_length(toks, skip)
        if (length is not None and toks[skip].kind != "d") or (length is not None and toks.low(length.end - 1) not in ("u", "uur", "h")):
            return Range(at, length.end, _started(length), None) if length else None
        return None
    if word in ("tot", "t", "tem", "tm"):
        joint = _connector(toks, at, "")
        if joint is None:
            return None
        last = read_point(toks, joint[0], side=True)
        if last is None or (last.clock is not None and last.day is None and last.clock.weak and last.clock.bare):
            return None
        return Range(at, last.end, None, last, joint[1])
    return _last_hours(toks, at)


def _started(length) -> Point:
    if length.sub_day:
        return Point(0, length.end, made=lambda ctx: Stretch(ago(ctx, length.delta()), None, "minute", "instant", True))
    day = Day(length.end, "shift", lambda ctx: (length.before(ctx.today), length.before(ctx.today) + timedelta(1)), fixed=True, approx=True)
    return Point(0, length.end, day=day)


def _last_hours(toks: Tokens, at: int) -> Optional[Range]:
    skip = at + 1 if toks.low(at) == "de" else at
    if toks.low(skip) not in ("laatste", "afgelopen", "voorbije", "vorige"):
        return None
    length = read_length(toks, skip + 1)
    if length is None or not length.sub_day:
        return None
    first = Point(at, length.end, made=lambda ctx: Stretch(ago(ctx, length.delta()), None, "minute", "instant", True))
    return Range(at, length.end, first, Point(at, length.end, made=lambda ctx: Stretch(ctx.now, None, "minute", "instant", True)))


def _framed(toks: Tokens, at: int) -> Optional[Range]:
    """ "gisteren van 14:00 tot 16:30", "dinsdagnamiddag tussen 14 en 15 uur": the day before the range of times."""
    day = read_point(toks, at)
    if day is None or day.day is None or day.clock is not None or not day.single_day:
        return None
    skip = day.end + (toks.low(day.end) in (",", ":", "("))
    if toks.low(skip) not in ("van", "tussen", "vanaf", "om") and toks[skip].kind != "d":
        return None
    inner = _closed(toks, skip, framed=True)
    if (
        inner is None
        or inner.first is None
        or inner.last is None
        or inner.first.day is not None
        or inner.last.day is not None
        or inner.first.made
        or inner.last.made
    ):
        return None
    return Range(day.begin, inner.end, inner.first, inner.last, inner.whole, frame=day)
