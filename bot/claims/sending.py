"""Handing over on request, in words or with the button; with no way to reach the person that is asked for first, once."""

import re

from bot.claims.model import ClaimFile, Heard, Log, Say
from bot.claims.planner import bot_messages
from bot.claims.states import answered

CONTACT_FIRST = "utter_contact_first"
_OFFERED = re.compile(
    r"^\W*(?:ja\W+)?(?:doorgeven|doorsturen|verzenden|versturen|verstuur|(?:geef|stuur) (?:maar |het |hem |ze )*(?:door|op))\b",
    re.IGNORECASE,
)
_VERB = r"(?:verstuur|verzend|versturen|verzenden|doorsturen|doorgeven|indienen)"
_NOW = re.compile(
    rf"^\W*(?:ja\W+)?(?:graag |nu |het |maar |(?:mijn|de) melding )*{_VERB}(?: (?:maar|het|nu|graag|mijn melding))*\W*$", re.IGNORECASE
)


def says_send(heard: Heard) -> bool:
    """Whether an answer to the offer says to go on with it."""
    return bool(_OFFERED.search(heard.text))


def asks_to_send(heard: Heard) -> bool:
    """Whether the whole message asks to hand over now, whatever question is open."""
    return bool(_NOW.match(heard.text))


def send(log: Log, file: ClaimFile) -> tuple[tuple[Say, ...], str | None]:
    """Hand over a draft; without a telephone number or address ask for name and number first, and go whatever the answer is."""
    if log.status != "draft":
        return (), None
    known = any(answered(file.fields.get(n)) for n in ("reporter_phone", "reporter_email"))
    refused = "reporter_phone" in file.fields or any(m.text_id == CONTACT_FIRST for m in bot_messages(log))
    if not known and not refused:
        return (Say(CONTACT_FIRST, ask="reporter_phone"),), None
    return (Say("utter_handed_over"),), "handed_over"
