"""Changing one item that was read back: its question is opened again, the answer replaces what stood there, the block is read again."""

import re

from bot.claims import asides, replies
from bot.claims.errors import FieldUnknown
from bot.claims.fields import FIELDS, in_language
from bot.claims.fold import fold
from bot.claims.model import Assertion, ClaimFile, Heard, Log, Message, Say
from bot.claims.planner import BLOCKS, CHANGE, bot_messages, for_agent
from bot.claims.states import answered

_AGAIN = ("utter_not_understood", "utter_rephrase")
_LEAVE = re.compile(
    r"^\W*(?:nee[,. ]*)?(?:laat (?:het )?(?:maar|zo)(?: zo| staan)?|toch niet|niets(?: wijzigen)?|niet wijzigen|niks|"
    r"(?:het |dat |dit )?(?:klopt|is (?:toch )?(?:goed|juist|correct))(?: wel| toch| zo)*)\W*$",
    re.IGNORECASE,
)


def change(log: Log, name: str) -> tuple[Say, ...]:
    """The question of one field again, with what stands there now. Raises FieldUnknown."""
    if name not in FIELDS:
        raise FieldUnknown(name=name)
    state = fold(log.assertions).fields.get(name)
    field = in_language(log.language)[name]
    facts = {"label": replies.small(name, log.language), "question": field.question}
    if answered(state) and state is not None:
        facts["value"] = replies.as_said(name, state, log.language)
    return (Say(for_agent(CHANGE) if log.channel == "call_centre_agent" else CHANGE, facts, ask=name),)


def open_change(log: Log) -> Message | None:
    """The change that is asked for now, also when its answer was missed before; None when another question is open."""
    for message in reversed(bot_messages(log)):
        if message.text_id == CHANGE:
            return message
        if message.ask and message.text_id not in (*_AGAIN, f"ask.{message.ask}"):
            return None
        if message.text_id not in (*_AGAIN, f"ask.{message.ask}"):
            return None
    return None


def is_changing(log: Log, ask: str | None) -> bool:
    """Whether the answer to `ask` takes the place of what is recorded."""
    found = open_change(log) if ask else None
    return found is not None and found.ask == ask


def reply(
    log: Log, before: ClaimFile, after: ClaimFile, heard: Heard, read: tuple[Assertion, ...]
) -> tuple[tuple[Say, ...], str | None] | None:
    """What follows on the answer to a change of an item that was read back; None when it is no such answer, or not understood."""
    if not is_changing(log, heard.ask) or log.status != "draft" or asides.side(log, after, heard, read) is not None:
        return None
    block = next((block for block, names in BLOCKS.items() if heard.ask in names), None)
    was_read = any(m.text_id == f"utter_readback_{block}" for m in bot_messages(log))
    if not was_read or block is None or (replies.first(read, heard.ask or "") is None and not _LEAVE.match(heard.text)):
        return None
    return (*replies.echo(before, after, heard), replies.readback(block, after, log.language)), None
