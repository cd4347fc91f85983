"""The alarm of a file that became P1: raised with its turn, ended by a person of the staff who opens the file or takes it up.

Who is called meanwhile is decided in `bot.handoff.pager`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot import log
from bot.claims.errors import ConversationUnknown
from bot.claims.model import Say, Turn
from bot.claims.records import Alarm, Conversation, Page
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.hearing import write
from bot.services.ports import Unit, Units
from bot.services.raising import CLOSED

LOG = log.get(__name__)
TAKEN_UP = {"web_chat": "utter_person_took_up", "call_centre_agent": "utter_agent_person_took_up"}


@dataclass(frozen=True, slots=True)
class History:
    """The alarms of a file, oldest first, and every page that was planned or sent for them."""

    alarms: tuple[Alarm, ...]
    pages: tuple[Page, ...]


class Alarms:
    """What a member of the staff does about an alarm."""

    def __init__(self, units: Units, core: Core, bell: Bell, now: Callable[[], datetime]) -> None:
        self._units, self._core, self._bell, self._now = units, core, bell, now

    def opened(self, conversation_id: str, by: str) -> None:
        """The file was opened: nobody is called any more. The person who reported hears nothing of it."""
        with self._units.read() as unit:
            if unit.alarms.running(conversation_id) is None:
                return
        with self._units.write() as unit:
            if running := unit.alarms.running(conversation_id):
                unit.alarms.end(running.id, self._now(), by, "opened")
                LOG.info("alarm_ended", conversation=conversation_id, alarm=running.id, how="opened")
            unit.commit()

    def take(self, conversation_id: str, by: str) -> None:
        """A member takes the file up, and the person who reported reads that; the first one counts. Raises ConversationUnknown."""
        at = self._now()
        with self._units.write() as unit:
            about = unit.conversations.get(conversation_id)
            if about is None:
                raise ConversationUnknown()
            last = next(reversed(unit.alarms.of(conversation_id)), None)
            if last is None or last.taken_by:
                return
            if last.ended_at is None:
                unit.alarms.end(last.id, at, by, "taken")
            unit.alarms.take(last.id, at, by)
            if about.status not in CLOSED:
                tell(unit, self._core, about, TAKEN_UP[about.channel], at)
            unit.commit()
        self._bell.ring(conversation_id)
        LOG.info("alarm_taken", conversation=conversation_id, alarm=last.id)

    def history(self, conversation_id: str) -> History:
        with self._units.read() as unit:
            return History(tuple(unit.alarms.of(conversation_id)), tuple(unit.alarms.pages(conversation_id)))


def tell(unit: Unit, core: Core, about: Conversation, text_id: str, at: datetime) -> None:
    """Say a text about the alarm, logged as shown."""
    write(unit, core, unit.log(about.id), Turn("", says=(Say(text_id, disclosure=True),)), at)
