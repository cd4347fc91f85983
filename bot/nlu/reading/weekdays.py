"""A bare weekday in a story follows the day that was named just before it."""

import re
from datetime import date, datetime, timedelta
from typing import Any, Optional, Tuple
from zoneinfo import ZoneInfo

from .clauses import Item, Sentence
from .tables.dates import BARE_WEEKDAY, CLOSE_BY, NAMED_DAY

WEEK = 7
ISO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?P<clock>T\d\d:\d\d:\d\d)?(?:[+-]\d\d:\d\d)?")
_ZONE = ZoneInfo("Europe/Brussels")  # Brussels and Amsterdam keep the same time


def chained(sentence: Sentence, item: Item, anchor: Optional[Tuple[date, int]]) -> Optional[Tuple[date, int]]:
    """ "Het weekend van 7 september. Maandag bleek": a bare weekday in a story follows the day named just before it.

    Gives the day the next one may follow.
    """
    words, past = sentence.cut(item.span), str(item.raw.get("past") or item.raw.get("value") or "")
    day = day_of(item)
    if day is None or past.startswith(".."):
        return anchor
    if NAMED_DAY.search(words):
        return (day, sentence.index) if len(past) >= len("2026-01-01") else anchor
    if not BARE_WEEKDAY.match(words) or anchor is None or CLOSE_BY.search(sentence.low[: item.start - sentence.start]):
        return anchor
    gap = (day - anchor[0]).days
    if gap <= WEEK or sentence.index - anchor[1] > 1:
        return anchor
    step = -(gap // WEEK) * WEEK
    _move(item, step)
    return day + timedelta(days=step), sentence.index


def _move(item: Item, days: int) -> None:
    """Move a moment by `days`; the clock in it stays."""

    def moved(m: "re.Match[str]") -> str:
        at = date.fromisoformat(m["day"]) + timedelta(days=days)
        if not m["clock"]:
            return at.isoformat()
        return datetime.fromisoformat(at.isoformat() + m["clock"]).replace(tzinfo=_ZONE).isoformat()

    for key in ("past", "value"):
        if isinstance(item.raw.get(key), str):
            item.raw[key] = ISO.sub(moved, item.raw[key])


def day_of(item: Item) -> Optional[date]:
    value: Any = item.raw.get("past") or item.value
    if isinstance(value, dict):
        value = value.get("value") or value.get("past")
    try:
        return datetime.fromisoformat(str(value)[:10]).date()
    except ValueError:
        return None
