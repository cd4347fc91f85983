"""Hear a message: the only place where a turn is written, in one transaction, once (step 6 of docs/turn.md)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import log
from bot.claims.errors import ConversationUnknown, NotInDelivery
from bot.claims.foreign import NOTICE
from bot.claims.model import Heard, Log, Message, Say, Turn
from bot.claims.records import Conversation, Parse, Stored
from bot.claims.tongues import TONGUES
from bot.services import annotations
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.faults import reached
from bot.services.ports import Unit, Units
from bot.services.secrets import new_id, new_number
from bot.services.staff import utc_now
from bot.services.views import summary

LOG = log.get(__name__)
NOT_PROCESSED = "utter_kept_for_a_person"
TO_BE_READ = (NOT_PROCESSED, *(NOTICE + one for one in TONGUES))  # after these a member of staff has to read what was written


class Hearing:
    """What `action_intake` calls."""

    def __init__(self, units: Units, core: Core, bell: Bell, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._core, self._bell, self._now = units, core, bell, now

    def hear(self, parse: Parse) -> str:
        """Take one piece; with the last one the message is heard. Returns the message's id. Safe to repeat.

        Raises NotInDelivery for a message that is not the one in delivery (unknown ids too).
        """
        reached("before:hear")
        with self._units.write() as unit:
            message = unit.messages.get(parse.message_id)
            if message is not None and unit.turns.exists(message.id):
                return message.id
            if message is None or message.state != "delivering":
                raise NotInDelivery()
            unit.turns.keep_parse(parse)
            if unit.turns.pieces(message.id) == set(range(1, parse.pieces + 1)):
                self._write_turn(unit, message, unit.turns.parses(message.id))
            reached("within:hear")
            unit.commit()
        reached("after:hear")
        self._bell.ring(message.conversation_id)
        return message.id

    def _write_turn(self, unit: Unit, message: Stored, parses: list[Parse]) -> None:
        known = unit.log(message.conversation_id, upto=message.id)
        heard = annotations.assemble(
            message_id=message.id,
            author=message.author,
            at=message.at.astimezone(known.opened_at.tzinfo),
            text=message.text,
            language=known.language,
            ask=message.ask,
            parses=parses,
        )
        turn = self._decided(known, heard)
        at = self._now()
        unit.turns.add(message.id, message.conversation_id, at)
        unit.messages.hear(message.id, heard.intent)
        said = Message(message.id, message.author, heard.at, message.text, ask=message.ask, intent=heard.intent)
        write(unit, self._core, replace(known, messages=(*known.messages, said)), turn, at, reply_to=message.id)
        LOG.info(
            "message_heard", conversation=message.conversation_id, message=message.id, assertions=len(turn.assertions), pieces=len(parses)
        )

    def _decided(self, known: Log, heard: Heard) -> Turn:
        """What the core decides; a fault in a rule must not block the conversation: the message is heard and marked for a person."""
        try:
            return self._core.hear(known, heard)
        except Exception as error:  # the border to the rules: raised again, this message would come back for ever
            LOG.error(
                "core_failed", conversation=known.conversation_id, message=heard.message_id, error=type(error).__name__, exc_info=True
            )
            return Turn(heard.message_id, says=(Say(NOT_PROCESSED, ask=heard.ask),))


@dataclass(frozen=True, slots=True)
class Written:
    """What a turn left behind: the bot's messages, and how far the conversation is now."""

    said: tuple[Stored, ...]
    progress: Mapping[str, Any]
    claim_status: str


def write(unit: Unit, core: Core, known: Log, turn: Turn, at: datetime, *, reply_to: str | None = None, always: bool = False) -> Written:
    """Write what a turn leads to, inside the caller's transaction: assertions, the bot's messages, disclosures, status, outbox.

    `known` is the log up to here, with the message that was heard. It is carried on in memory and not read again, so that a turn
    reads the log once. When a person of the staff has taken over, the bot says nothing, unless `always`.
    """
    about = unit.conversations.get(known.conversation_id)
    if about is None:
        raise ConversationUnknown()
    unit.turns.add_assertions(about.id, turn.assertions)
    changed = replace(about, changed_at=at, status=turn.status or about.status)
    if changed.status != about.status:
        changed = replace(changed, number=changed.number or new_number(at))
        body = {"conversation_id": about.id, "status": changed.status, "number": changed.number}
        unit.turns.post(about.id, f"claim_{changed.status}", body, at)
    says = () if about.taken_over_by and not always else turn.says
    said = tuple(speak(unit, core, changed, say, at, reply_to) for say in says)
    after = replace(
        known,
        status=changed.status,  # type: ignore[arg-type] # a CHECK constraint holds the values
        number=changed.number,
        messages=(*known.messages, *(replace(one, at=at.astimezone(known.opened_at.tzinfo)).message() for one in said)),
        assertions=(*known.assertions, *turn.assertions),
    )
    progress = summed_up(unit, core, changed, after)
    return Written(said, progress, changed.status)


def summed_up(unit: Unit, core: Core, changed: Conversation, after: Log) -> Mapping[str, Any]:
    """Keep what lists show of the file as it is now; when a rule fails on it the last summary stays, marked. Returns the progress."""
    unread = any(one.text_id in TO_BE_READ for one in after.messages)
    try:
        claim = core.claim_file(after)
        kept = summary(claim, core.progress(after, claim))
    except Exception as error:  # the same border: a view that fails must not lose the turn
        LOG.error("summary_failed", conversation=changed.id, error=type(error).__name__, exc_info=True)
        kept, unread = {"progress": {}, **changed.summary}, True
    unit.conversations.put(replace(changed, summary={**kept, "needs_reading": unread}))
    progress: Mapping[str, Any] = kept["progress"]
    return progress


def speak(unit: Unit, core: Core, about: Conversation, say: Say, at: datetime, reply_to: str | None) -> Stored:
    """Store one text of the bot, and that it was shown when it is one that must be proved."""
    facts = {**say.facts, **({"number": about.number} if about.number else {})}
    shown = core.catalogue.render(replace(say, facts=facts), about.language)
    made = Stored(
        id=new_id(), conversation_id=about.id, seq=0, author="bot", at=at, text=shown.text, ask=say.ask, text_id=say.text_id,
        text_version=shown.version, facts=dict(say.facts), reply_to=reply_to,
    )  # fmt: skip
    stored = unit.messages.add(made)
    if say.disclosure:
        unit.turns.disclose(about.id, stored.id, say.text_id, shown.version, at)
    return stored
