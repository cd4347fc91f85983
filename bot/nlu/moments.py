"""What a reading of time is made of: the context it is read in, and the stretch of time it comes to.

All arithmetic is on naive Brussels wall time; offsets are added at the very end (`stamp`), so that a clock change
between now and then cannot shift an hour.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Callable, Optional

from dateutil import tz

ZONE: tzinfo = tz.gettz("Europe/Brussels") or tz.UTC


@dataclass(frozen=True)
class Context:
    """`now` is the reference as naive Brussels wall time. `future` picks the coming occurrence instead of the last.

    `after` / `before` bound the pick (both inclusive) for the ends of a range; `inclusive` lets a bare weekday be today.
    """

    now: datetime
    utc: datetime
    future: bool = False
    after: Optional[date] = None
    before: Optional[date] = None
    inclusive: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    def bounded(self, *, after: Optional[date] = None, before: Optional[date] = None) -> "Context":
        return replace(self, after=after, before=before, inclusive=True)


@dataclass(frozen=True)
class Stretch:
    """From `start` up to `end` (None = open side). `form` is "days" (whole days), "times" or "instant" (end is None)."""

    start: Optional[datetime]
    end: Optional[datetime]
    grain: str
    form: str
    approx: bool = False


def context(reference: datetime, *, future: bool) -> Context:
    """The context of an aware reference; a naive one is taken as Brussels wall time."""
    aware = reference if reference.tzinfo else reference.replace(tzinfo=ZONE)
    utc = aware.astimezone(timezone.utc)
    return Context(utc.astimezone(ZONE).replace(tzinfo=None), utc, future)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def days(start: date, end: date, grain: str = "day", approx: bool = False) -> Stretch:
    return Stretch(midnight(start), midnight(end), grain, "days", approx)


def stamp(moment: datetime) -> str:
    """ISO 8601 with the Brussels offset of that wall time."""
    return moment.replace(tzinfo=ZONE).isoformat(timespec="seconds")


def wall_time(utc: datetime) -> datetime:
    """A naive moment of UTC as Brussels wall time; `fold` tells the two hours of the autumn night apart."""
    return utc.replace(tzinfo=timezone.utc).astimezone(ZONE).replace(tzinfo=None)


def ago(ctx: Context, delta: timedelta) -> datetime:
    """The wall time `delta` of real time before the reference, to the minute."""
    return (ctx.utc - delta).astimezone(ZONE).replace(tzinfo=None, second=0, microsecond=0)


def yearly(ctx: Context, occurrence: Callable[[int], Optional[date]]) -> date:
    """The last (or coming) date that `occurrence` gives for a year; OverflowError when there is none near."""
    if ctx.after or ctx.future:
        least = ctx.after or ctx.today
        picks = (occurrence(year) for year in range(least.year, least.year + 9))
        found = next((day for day in picks if day and day >= least), None)
    else:
        limit = ctx.before or ctx.today
        picks = (occurrence(year) for year in range(limit.year, limit.year - 9, -1))
        found = next((day for day in picks if day and day <= limit), None)
    if found is None:
        raise OverflowError("no such day near the reference")
    return found


def monthly(ctx: Context, number: int, fits: Callable[[date], bool]) -> date:
    """The last (or coming) day `number` of a month that `fits`; the plain last one when none fits in two years."""
    forward = bool(ctx.after or ctx.future)
    limit = (ctx.after if ctx.after else ctx.today) if forward else (ctx.before or ctx.today)
    first: Optional[date] = None
    for step in range(25):
        index = limit.year * 12 + limit.month - 1 + (step if forward else -step)
        try:
            day = date(index // 12, index % 12 + 1, number)
        except ValueError:
            continue
        if (day < limit) if forward else (day > limit):
            continue
        if fits(day):
            return day
        first = first or day
    if first is None:
        raise OverflowError("no such day near the reference")
    return first


def weekly(ctx: Context, weekday: int) -> date:
    """The last such weekday before today (or after it), or at the bound of the context."""
    if ctx.after:
        return ctx.after + timedelta((weekday - ctx.after.weekday()) % 7)
    if ctx.future:
        return ctx.today + timedelta((weekday - ctx.today.weekday() - (not ctx.inclusive)) % 7 + (not ctx.inclusive))
    limit = ctx.before or (ctx.today if ctx.inclusive else ctx.today - timedelta(1))
    return limit - timedelta((limit.weekday() - weekday) % 7)
