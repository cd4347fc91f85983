"""A stretch between two spoken moments, either of which may be open, and the days its ends fall on."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Optional

from .clocks import Clock
from .moments import Context, Stretch, midnight
from .points import Point


@dataclass(frozen=True)
class Range:
    """From `first` to `last` (either may be None: open). `whole`: the last day itself belongs to it (t/m)."""

    begin: int
    end: int
    first: Optional[Point]
    last: Optional[Point]
    whole: bool = False
    frame: Optional[Point] = None

    def resolve(self, ctx: Context, day: Optional[datetime] = None) -> Stretch:
        if self.last is None:
            assert self.first is not None
            start = self.first.resolve(ctx, day)
            return Stretch(start.start, None, start.grain, "times" if start.form != "days" else "days", start.approx)
        if self.first is None:
            stop = self.last.resolve(ctx, day)
            edge = stop.end if self.whole and stop.end else stop.start
            return Stretch(None, edge, stop.grain, "times" if stop.form != "days" else "days", stop.approx)
        start, stop = self._both(ctx, day)
        edge = stop.end if self.whole and stop.end else stop.start
        form = "days" if start.form == "days" and stop.form == "days" else "times"
        grain = (
            "minute" if "minute" in (start.grain, stop.grain) else stop.grain if form == "times" and start.form == "days" else start.grain
        )
        return Stretch(start.start, edge, grain, form, start.approx or stop.approx)

    def _both(self, ctx: Context, day: Optional[datetime]) -> tuple[Stretch, Stretch]:
        first, last = self.first, self.last
        assert first is not None
        assert last is not None
        if self.frame is not None:
            return _on_one_day(first, last, midnight(self.frame.day.pick(ctx)[0]) if self.frame.day else None, ctx, self.frame)
        if first.day is None and last.day is None and not first.made and not last.made:
            return _on_one_day(first, last, day, ctx, None)
        if last.made:
            return first.resolve(ctx), last.resolve(ctx)
        if last.day is None:
            start = first.resolve(ctx)
            return start, _after(start, last, ctx)
        if first.day is None:
            stop = last.resolve(ctx)
            assert stop.start is not None
            start = first.resolve(ctx, datetime(stop.start.year, stop.start.month, stop.start.day))
            return (
                (start, stop)
                if start.start and start.start <= stop.start
                else (first.resolve(ctx, midnight(stop.start.date() - timedelta(1))), stop)
            )
        return _two_days(first, last, ctx)


def _after(start: Stretch, last: Point, ctx: Context) -> Stretch:
    """The end that is only a time, on the day of the start or the next."""
    assert start.start is not None
    base = midnight(start.start.date())
    stop = last.resolve(ctx, base)
    if stop.start is not None and stop.start <= start.start:
        stop = last.resolve(ctx, base + timedelta(1))
    return stop


def _on_one_day(first: Point, last: Point, day: Optional[datetime], ctx: Context, frame: Optional[Point]) -> tuple[Stretch, Stretch]:
    part = last.part or first.part or (frame.day_part if frame else None)
    tonight = bool(frame and frame.day and frame.day.tonight)
    first, last = (
        replace(first, part=first.part or (part if not (last.part and first.part is None and _is_24h(first.clock)) else None)),
        replace(last, part=last.part or part),
    )
    if tonight and frame and frame.day:
        first, last = replace(first, day=frame.day), replace(last, day=frame.day)
        start = first.resolve(ctx)
        stop = last.resolve(ctx)
        return start, stop
    if day is None:
        stop = last.resolve(ctx)
        assert stop.start is not None
        day = midnight(stop.start.date())
        start = first.resolve(ctx, day)
        if start.start and start.start >= stop.start:
            start = first.resolve(ctx, day - timedelta(1))
        return start, stop
    start = first.resolve(ctx, day)
    return start, _after(start, last, ctx)


def _is_24h(clock: Optional[Clock]) -> bool:
    return clock is None or clock.hour > 12


def _two_days(first: Point, last: Point, ctx: Context) -> tuple[Stretch, Stretch]:
    assert first.day is not None
    assert last.day is not None
    start = first.resolve(ctx)
    assert start.start is not None
    if last.day.fixed:
        stop = last.resolve(ctx)
        if not first.day.fixed and stop.start and start.start > stop.start:
            start = first.resolve(ctx.bounded(before=stop.start.date()))
        return start, stop
    stop = last.resolve(ctx.bounded(after=start.start.date()))
    if not ctx.future and not first.day.fixed and stop.start and stop.start > ctx.now and first.day.sort in ("weekday", "date", "month"):
        earlier = first.resolve(ctx.bounded(before=_day_before(start.start)))
        assert earlier.start is not None
        moved = last.resolve(ctx.bounded(after=earlier.start.date()))
        same_kind = first.day.sort == last.day.sort
        if (
            moved.start
            and moved.start <= ctx.now
            and (first.day.sort == "weekday" or not same_kind or stop.start - ctx.now > timedelta(60))
        ):
            return earlier, moved
    return start, stop


def _day_before(moment: datetime) -> date:
    return moment.date() - timedelta(1)
