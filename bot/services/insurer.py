"""What the insurer's system tells us: a signed call that changes what the insured sees, and gives us the insurer's own reference."""

import hashlib
import hmac
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import tomllib

from bot import log
from bot.claims.cleaning import clean
from bot.claims.errors import ConversationUnknown, SignatureRefused, StatusUnknown
from bot.claims.model import Say, Turn
from bot.claims.records import InsurerEvent
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.hearing import write
from bot.services.ports import Units
from bot.services.staff import utc_now

LOG = log.get(__name__)
TEXTS: dict[str, str] = tomllib.loads(pathlib.Path(__file__).with_name("statuses.toml").read_text(encoding="utf-8"))
WINDOW = timedelta(minutes=5)
SIGNATURE = "sha256="


@dataclass(frozen=True, slots=True)
class Told:
    """What was told; `again` when this event had been told before (nothing changed then)."""

    event: InsurerEvent
    again: bool


class Insurer:
    """Closed while there is no secret."""

    def __init__(self, units: Units, core: Core, bell: Bell, secret: str, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._core, self._bell, self._secret, self._now = units, core, bell, secret.encode(), now

    def check(self, timestamp: str, signature: str, body: bytes) -> None:
        """Raise SignatureRefused unless `signature` is "sha256=" and the HMAC of `timestamp`, a dot and the body, and the time is now.

        `timestamp` is in whole seconds since 1970; five minutes early or late are let through.
        """
        if not self._secret or not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= 11):
            raise SignatureRefused()
        wanted = SIGNATURE + hmac.new(self._secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted.encode(), signature.encode("utf-8", "replace")):
            raise SignatureRefused()
        if abs(self._now().timestamp() - int(timestamp)) > WINDOW.total_seconds():
            raise SignatureRefused()

    def tell(self, event_id: str, number: str, status: str, reference: str | None) -> Told:
        """Keep the event and tell the insured. The same event again changes nothing, so a call may be repeated.

        Raises StatusUnknown, ConversationUnknown (no claim has this number), TextRefused's children.
        """
        if status not in TEXTS:
            raise StatusUnknown()
        at, reference = self._now(), clean(reference) if reference else None
        with self._units.write() as unit:
            if earlier := unit.insurer.get(event_id):
                return Told(earlier, True)
            about = unit.conversations.by_number(number)
            if about is None:
                raise ConversationUnknown()
            shown = reference or unit.insurer.reference(about.id) or number
            event = InsurerEvent(event_id, about.id, status, reference, at)
            unit.insurer.add(event)
            say = Say(TEXTS[status], {"reference": shown}, disclosure=True)
            write(unit, self._core, unit.log(about.id), Turn("", says=(say,)), at, always=True)
            unit.commit()
        self._bell.ring(about.id)
        LOG.info("insurer_told", conversation=about.id, status=status)
        return Told(event, False)
