"""A term that may run, as one line for an adjuster: when it ends at the earliest and the latest, whose clock, from what, on what basis."""

from collections.abc import Mapping
from typing import Any

from bot.web.review import contexts, dutch, labels

STATE = {"running": "loopt", "passed": "voorbij", "unknown_start": "begin niet bekend"}
EXACT = (None, "minute", "hour")


def deadline(one: Mapping[str, Any], quotes: tuple[contexts.Quote, ...]) -> contexts.Point:
    """The line. A moment that follows from a day only is shown as a day."""
    parts = [
        str(one.get("label") or one.get("type")),
        state(one),
        f"klok van: {labels.word(labels.PARTY, one.get('clock_owner'))}",
        counted(one),
        str(one.get("basis") or ""),
    ]
    return contexts.Point(ends(one), " · ".join(part for part in parts if part), quotes)


def ends(one: Mapping[str, Any]) -> str:
    """ "tussen 23 en 24 november": a moment, a day, or the two between which it ends."""
    due, until = one.get("due_at"), one.get("due_until")
    if not due:
        return "zonder uitstel" if one.get("status") == "running" else "moment nog niet bekend"
    precision = "day" if one.get("precision") not in EXACT else None
    first, last = (dutch.moment(str(at), precision, own_clock=True) for at in (due, until or due))
    return first if first == last else f"tussen {first} en {last}"


def state(one: Mapping[str, Any]) -> str:
    return "gedaan" if one.get("done") else STATE.get(str(one.get("status")), "")


def counted(one: Mapping[str, Any]) -> str:
    """What it counts from, with the moment when that is known."""
    at, what = one.get("starts_at"), str(one.get("counts") or "")
    return f"telt vanaf: {what}" + (f" ({dutch.date(at)})" if isinstance(at, Mapping) and at.get("value") else "") if what else ""
