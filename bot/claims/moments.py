"""Calendar values of the claim file (`{"value", "end"?, "precision", "approx"}`) as instants that can be compared."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from bot.claims.workdays import is_working_day

ZONE = ZoneInfo("Europe/Brussels")  # Brussels and Amsterdam keep the same time


def _month_end(day: date, months: int = 1) -> date:
    """The first day of the month `months` later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def span(value: Any, zone: tzinfo = ZONE) -> tuple[datetime, datetime] | None:
    """First and last possible instant (end exclusive) of a calendar value; None when there is none to be read."""
    if not isinstance(value, Mapping) or not isinstance(value.get("value"), str):
        return None
    start = _read(value["value"], str(value.get("precision", "day")), zone)
    if start is None:
        return None
    if isinstance(value.get("end"), str):
        end = _read(value["end"], str(value.get("precision", "day")), zone)
        if end is not None and end[1] >= start[0]:
            return start[0], end[1]
    return start


def _read(text: str, precision: str, zone: tzinfo) -> tuple[datetime, datetime] | None:
    padded = text + "-01-01"[len("-01-01") - (10 - len(text)) :] if len(text) in (4, 7) else text
    try:
        at = datetime.fromisoformat(padded)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=zone)
    if precision in ("minute", "hour") and "T" in text:
        return at, at + timedelta(hours=1 if precision == "hour" else 0, minutes=1 if precision == "minute" else 0)
    day = at.date()
    last = {
        "year": lambda: date(day.year + 1, 1, 1),
        "quarter": lambda: _month_end(day, 3),
        "month": lambda: _month_end(day),
        "week": lambda: day + timedelta(days=7),
    }.get(precision, lambda: day + timedelta(days=1))()
    return datetime(day.year, day.month, day.day, tzinfo=zone), datetime(last.year, last.month, last.day, tzinfo=zone)


_DURATION = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")
_LENGTHS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)


def length(value: Any) -> timedelta | None:
    """How long an ISO 8601 duration is (a year 365, a month 30 days), bare or as `{"value"}`; None when it is none."""
    text = value.get("value") if isinstance(value, Mapping) else value
    match = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if match is None or not any(match.groups()):
        return None
    return timedelta(seconds=sum(float(part or 0) * unit for part, unit in zip(match.groups(), _LENGTHS, strict=True)))


def months_later(at: datetime, months: int) -> datetime:
    """The same day and time `months` later; the last day of a shorter month."""
    index = at.year * 12 + at.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return at.replace(year=year, month=month, day=min(at.day, calendar.monthrange(year, month)[1]))


def working_days_between(start: datetime, end: datetime, country: str | None = None) -> int:
    """Working days after the day of `start`, up to and with the day of `end`: Monday to Friday, without the holidays of BE or NL."""
    day, last, count = start.astimezone(ZONE).date(), end.astimezone(ZONE).date(), 0
    while day < last and count < 1000:
        day += timedelta(days=1)
        count += is_working_day(day, country)
    return count
