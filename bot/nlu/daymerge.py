"""Two things said of one day, made one: "zondag 22 november", "vorige week vrijdag", "maandag twee weken geleden"."""

from dataclasses import replace
from datetime import timedelta
from typing import Optional

from .day import Day, same_weekday
from .moments import Context, midnight
from .points import Point


def merge(old: Day, new: Day) -> Optional[Day]:
    """Two day words that stand together as one day: "zondag 22 november", "vorige week vrijdag", "maandag de 16e"."""
    if old.weekday is not None and new.sort in ("date", "ordinal") and old.sort == "weekday":
        merged = same_weekday(new, old.weekday)
        return replace(merged, part=new.part or old.part, end=new.end)
    if new.sort == "weekday" and old.sort in ("date", "ordinal") and new.weekday is not None:
        return replace(same_weekday(old, new.weekday), part=new.part or old.part, end=new.end)
    if old.sort == "year" and new.sort in ("month", "date", "feast") and not new.fixed:

        def in_year(ctx: Context) -> tuple:
            return new.pick(ctx.bounded(after=old.pick(ctx)[0]))

        return replace(new, pick=in_year, fixed=True)
    if old.sort == "month" and new.sort == "ordinal":

        def in_month(ctx: Context) -> tuple:
            start, end = old.pick(ctx)
            day = new.pick(replace(ctx, after=None, before=end - timedelta(1), future=False))
            return day if day[0] >= start else old.pick(ctx)

        return Day(new.end, "date", in_month, fixed=old.fixed)
    week, weekday = (old, new) if old.sort == "week" else (new, old)
    if week.sort == "week" and weekday.sort == "weekday" and weekday.weekday is not None:
        number = weekday.weekday

        def pick(ctx: Context) -> tuple:
            start = week.pick(ctx)[0]
            day = start - timedelta(start.weekday()) + timedelta(number)
            return day, day + timedelta(1)

        return Day(new.end, "shift", pick, part=weekday.part, fixed=True)
    if old.sort in ("shift", "feast") and new.sort in ("date", "weekday", "ordinal") and old.grain == "day":
        keep = new if new.sort == "date" else old
        return replace(keep, part=new.part or old.part, end=new.end, tonight=old.tonight)
    if old.sort in ("weekday", "date") and new.sort in ("feast", "shift") and new.grain == "day":
        keep = old if old.sort == "date" else new
        return replace(keep, part=new.part or old.part, end=new.end)
    return None


def counted_back(day: Optional[Day], past: Point) -> Optional[Day]:
    """ "maandag twee weken geleden", "vandaag een week geleden": the day that lies so far back; None when they do not fit."""
    moved = past.day
    if day is None or moved is None:
        return None
    if day.sort == "shift":
        since = day
        return Day(past.end, "shift", lambda ctx: moved.pick(replace(ctx, now=midnight(since.pick(ctx)[0]))), part=since.part, fixed=True)
    number = day.weekday
    if number is None:
        return None

    def pick(ctx: Context) -> tuple:
        found = moved.pick(ctx)[0]
        found += timedelta(number - found.weekday())
        return found, found + timedelta(1)

    return Day(past.end, "shift", pick, part=day.part, fixed=True)
