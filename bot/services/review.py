"""What an adjuster sees: the list of claim files, and one of them."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from bot.claims.errors import VersionUnknown
from bot.claims.records import ClaimVersion
from bot.services import events
from bot.services.core import Core
from bot.services.ports import Units

LOCAL = ZoneInfo("Europe/Brussels")


class Review:
    """Reads only. Raises ConversationUnknown for an id that is none."""

    def __init__(self, units: Units, core: Core) -> None:
        self._units, self._core = units, core

    def latest(self, limit: int = 200) -> list[dict[str, Any]]:
        """What changed last, newest first: id, number, status, channel, received_at, last_message_at, and the summary.

        `same_event` is how many links to other files wait for a person and how many are confirmed; None without any.
        """
        with self._units.read() as unit:
            found = unit.conversations.latest(limit)
            marks = events.marks(unit, [one.id for one in found])
        return [
            {
                "id": one.id,
                "number": one.number,
                "status": one.status,
                "channel": one.channel,
                "received_at": one.opened_at.astimezone(LOCAL).isoformat(timespec="seconds"),
                "last_message_at": (one.changed_at or one.opened_at).astimezone(LOCAL).isoformat(timespec="seconds"),
                **one.summary,
                "same_event": marks.get(one.id),
            }
            for one in found
        ]

    def claim_file(self, conversation_id: str) -> dict[str, Any]:
        """The claim file (DESIGN 4.5)."""
        with self._units.read() as unit:
            known = unit.log(conversation_id)
        return self._core.claim_file(known)

    def versions(self, conversation_id: str) -> list[ClaimVersion]:
        """The versions of the claim file, oldest first; none before the hand-over, and none of an id that is none."""
        with self._units.read() as unit:
            return unit.versions.all(conversation_id)

    def version(self, conversation_id: str, number: int) -> dict[str, Any]:
        """The claim file as it was in one version. Raises VersionUnknown."""
        with self._units.read() as unit:
            found = unit.versions.document(conversation_id, number)
        if found is None:
            raise VersionUnknown()
        made: dict[str, Any] = json.loads(found)
        return made
