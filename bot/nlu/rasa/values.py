"""The dates, amounts and numbers of a message, read once for all components that look at them."""

from datetime import datetime, timezone
from typing import Any, Dict, List
from zoneinfo import ZoneInfo

import structlog
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.extract import extract_both

log = structlog.get_logger(__name__)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
READ = "read_values"  # the attribute of a message under which they are kept


def metadata_of(message: Message) -> Dict[str, Any]:
    given = message.get("metadata")
    return given if isinstance(given, dict) else {}


def values_of(message: Message) -> List[Dict[str, Any]]:
    """All values of the message's text, counted from `metadata["at"]` (ISO 8601), without it from now.

    A fault in the reader leaves a message without values and a line in the log; it never loses the message.
    """
    kept = message.get(READ)
    if kept is None:
        try:
            kept = list(extract_both(message.get(TEXT) or "", reference_of(metadata_of(message).get("at"))))
        except Exception as fault:  # noqa: BLE001 - the border of the language side: one bad reader must not lose a message
            log.error("value_reader_failed", fault=type(fault).__name__)
            kept = []
        message.set(READ, kept)
    return kept


def reference_of(at: Any) -> datetime:
    """The instant that "gisteren" is counted from, aware; a naive `at` is Amsterdam time."""
    if not isinstance(at, str):
        return datetime.now(timezone.utc).astimezone(AMSTERDAM)
    try:
        instant = datetime.fromisoformat(at.replace("Z", "+00:00"))  # Python 3.10 does not know the Z
    except ValueError:
        log.error("reference_instant_unreadable")
        return datetime.now(timezone.utc).astimezone(AMSTERDAM)
    return instant if instant.tzinfo else instant.replace(tzinfo=AMSTERDAM)
