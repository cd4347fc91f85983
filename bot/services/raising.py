"""Raise an alarm with the turn that made a file P1, and bring its calls forward when a term of the attackers is short."""

from datetime import datetime, timedelta

from bot import log
from bot.claims.records import Conversation
from bot.services.ports import Unit

LOG = log.get(__name__)
CLOSED = ("withdrawn", "rejected")
STALE = timedelta(days=3)  # the call is a day before the earliest end, and a term by the day ends a day after it


def after_turn(unit: Unit, about: Conversation, at: datetime, *, urgent: bool) -> None:
    """In the transaction of a turn: raise the alarm of a file that became P1 (once), end that of one that was withdrawn."""
    if about.status in CLOSED:
        if running := unit.alarms.running(about.id):
            unit.alarms.end(running.id, at, None, about.status)
        return
    if urgent and (raised := unit.alarms.raise_(about.id, at)):
        LOG.info("alarm_raised", conversation=about.id, alarm=raised.id)
    elif (haste := duty_call(about, at)) and (running := unit.alarms.running(about.id)):
        unit.alarms.hasten(running.id, haste)


def duty_call(about: Conversation, at: datetime) -> datetime | None:
    """When the second address is called at the latest, because of a term that the attackers set; None without one, or long past."""
    said = about.summary.get("call_duty_at")
    when = datetime.fromisoformat(said) if said else None
    return None if when is None or at - when > STALE else max(when, at)
