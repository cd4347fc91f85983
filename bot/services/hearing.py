"""Hear a message: the only place where a turn is written, in one transaction, once (step 6 of docs/turn.md)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import log
from bot.claims import versions
from bot.claims.errors import ConversationUnknown, NotInDelivery
from bot.claims.event_facts import Facts
from bot.claims.foreign import NOTICE
from bot.claims.model import Assertion, Heard, Log, Message, Say, Turn
from bot.claims.records import ClaimVersion, Conversation, Parse, Stored
from bot.claims.tongues import TONGUES
from bot.services import annotations, events, raising
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.faults import reached
from bot.services.ports import Unit, Units
from bot.services.secrets import new_id, new_number
from bot.services.staff import utc_now
from bot.services.views import summary

LOG = log.get(__name__)
NEXT_STEPS = "utter_next_steps"  # the insurer's own words, said only where they are configured
NOT_PROCESSED = "utter_kept_for_a_person"
TO_BE_READ = (NOT_PROCESSED, *(NOTICE + one for one in TONGUES))  # after these a member of staff has to read what was written


@dataclass(frozen=True, slots=True)
class Read:
    """A message of which every piece was read, and what was known before it; `standing` tells whether that is still so."""

    message: Stored
    parses: list[Parse]
    about: Conversation
    known: Log
    standing: tuple[Any, ...]


class Hearing:
    """What `action_intake` calls."""

    def __init__(self, units: Units, core: Core, bell: Bell, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._core, self._bell, self._now = units, core, bell, now

    def hear(self, parse: Parse) -> str:
        """Take one piece; with the last one the message is heard. Returns the message's id. Safe to repeat.

        Raises NotInDelivery for a message that is not the one in delivery (unknown ids too).
        """
        reached("before:hear")
        read = self._read_ahead(parse)
        turn = self._prepared(read) if read else None
        with self._units.write() as unit:
            message = unit.messages.get(parse.message_id)
            if message is not None and unit.turns.exists(message.id):
                return message.id
            if message is None or message.state != "delivering":
                raise NotInDelivery()
            unit.turns.keep_parse(parse)
            if is_whole(unit, parse):
                if read is None or turn is None or read.standing != unit.standing(message.conversation_id):
                    read = reading(unit, message, unit.turns.parses(message.id))  # something came between: decide on what is known now
                    turn = self._prepared(read)
                self._write_turn(unit, read, turn)
            reached("within:hear")
            unit.commit()
        reached("after:hear")
        self._bell.ring(message.conversation_id)
        return message.id

    def _read_ahead(self, parse: Parse) -> Read | None:
        """What a message leads to is worked out before the right to write is taken: with a long text that is work for others to wait for.

        None when pieces are still missing, or when it is not in delivery.
        """
        with self._units.read() as unit:
            message = unit.messages.get(parse.message_id)
            if message is None or message.state != "delivering" or not is_whole(unit, parse):
                return None
            kept = [one for one in unit.turns.parses(message.id) if one.piece != parse.piece]
            return reading(unit, message, [*kept, parse])

    def _prepared(self, read: Read) -> "Prepared":
        message, known = read.message, read.known
        heard = annotations.assemble(
            message_id=message.id,
            author=message.author,
            at=message.at.astimezone(known.opened_at.tzinfo),
            text=message.text,
            language=known.language,
            ask=message.ask,
            parses=read.parses,
        )
        turn = self._decided(known, heard)
        said = Message(message.id, message.author, heard.at, message.text, ask=message.ask, intent=heard.intent)
        known = replace(known, messages=(*known.messages, said))
        return prepare(self._core, read.about, known, turn, self._now(), reply_to=message.id)

    def _write_turn(self, unit: Unit, read: Read, turn: "Prepared") -> None:
        message = read.message
        unit.turns.add(message.id, message.conversation_id, turn.at)
        unit.messages.hear(message.id, turn.known.messages[-1].intent)
        keep(unit, turn)
        LOG.info(
            "message_heard",
            conversation=message.conversation_id,
            message=message.id,
            assertions=len(turn.assertions),
            pieces=len(read.parses),
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


def is_whole(unit: Unit, parse: Parse) -> bool:
    """Whether with this piece all pieces of its message are there."""
    return unit.turns.pieces(parse.message_id) | {parse.piece} == set(range(1, parse.pieces + 1))


def reading(unit: Unit, message: Stored, parses: list[Parse]) -> Read:
    """The message with what is known before it."""
    standing = unit.standing(message.conversation_id)
    return Read(message, parses, known_about(unit, message.conversation_id), unit.log(message.conversation_id, upto=message.id), standing)


def known_about(unit: Unit, conversation_id: str) -> Conversation:
    about = unit.conversations.get(conversation_id)
    if about is None:
        raise ConversationUnknown()
    return about


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a turn will leave behind, worked out and not yet written. `known` is the log before it, with what was heard."""

    about: Conversation
    known: Log
    at: datetime
    assertions: tuple[Assertion, ...]
    says: tuple[Stored, ...]
    disclosed: frozenset[str]
    progress: Mapping[str, Any]
    urgent: bool = False  # it became P1 with this turn
    facts: Facts | None = None
    version: ClaimVersion | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What a turn left behind: the bot's messages, and how far the conversation is now."""

    said: tuple[Stored, ...]
    progress: Mapping[str, Any]
    claim_status: str


def write(unit: Unit, core: Core, known: Log, turn: Turn, at: datetime, *, always: bool = False) -> Written:
    """Write what a turn leads to, inside the caller's transaction (see `prepare`)."""
    return keep(unit, prepare(core, known_about(unit, known.conversation_id), known, turn, at, always=always))


def prepare(
    core: Core, about: Conversation, known: Log, turn: Turn, at: datetime, *, reply_to: str | None = None, always: bool = False
) -> Prepared:  # fmt: skip
    """Work out what a turn leads to: assertions, the bot's messages, disclosures, status, the summary of the file.

    `known` is the log up to here, with the message that was heard. It is carried on in memory and not read again, so that a turn
    reads the log once. When a person of the staff has taken over, the bot says nothing, unless `always`.
    """
    changed = replace(about, changed_at=at, status=turn.status or about.status)
    if changed.status != about.status:
        changed = replace(changed, number=changed.number or new_number(at))
    says = () if about.taken_over_by and not always else turn.says
    if changed.status == "handed_over" != known.status and core.catalogue.has_words(NEXT_STEPS):
        says = (*says, Say(NEXT_STEPS, disclosure=True))
    reason = versions.reason(known, changed.status, turn.assertions)  # type: ignore[arg-type] # a CHECK constraint holds the values
    number = known.version + (reason is not None)
    said = tuple(spoken(core, changed, say, at, reply_to, number) for say in says)
    after = replace(
        known,
        status=changed.status,  # type: ignore[arg-type] # a CHECK constraint holds the values
        number=changed.number,
        version=number,
        messages=(*known.messages, *(replace(one, at=at.astimezone(known.opened_at.tzinfo)).message() for one in said)),
        assertions=(*known.assertions, *turn.assertions),
    )
    changed, progress, facts, claim = summed_up(core, changed, after)
    version, document = None, ""
    if reason and claim is not None:
        version = ClaimVersion(number, at, reason, speaker_of(known, turn), versions.changed(turn.assertions))
        document = json.dumps(claim, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    disclosed = frozenset(one.id for one, say in zip(said, says, strict=True) if say.disclosure)
    urgent = changed.summary.get("triage") == "P1" != about.summary.get("triage")
    return Prepared(changed, known, at, turn.assertions, said, disclosed, progress, urgent, facts, version, document)


def keep(unit: Unit, turn: Prepared) -> Written:
    """Write a prepared turn, inside the caller's transaction."""
    about = turn.about
    unit.turns.add_assertions(about.id, turn.assertions)
    body = {"conversation_id": about.id, "status": about.status, "number": about.number}
    version = {"version": turn.version.number} if turn.version else {}
    if about.status != turn.known.status:
        unit.turns.post(about.id, f"claim_{about.status}", {**body, **version}, turn.at)
    elif turn.version:
        unit.turns.post(about.id, "claim_updated", {**body, **version}, turn.at)
    if turn.version:
        unit.versions.add(about.id, turn.version, turn.document)
    said = []
    for one in turn.says:
        said.append(unit.messages.add(one))
        if one.id in turn.disclosed:
            unit.turns.disclose(about.id, one.id, str(one.text_id), str(one.text_version), turn.at)
    unit.conversations.put(about)
    raising.after_turn(unit, about, turn.at, urgent=turn.urgent)
    if turn.facts is not None:
        events.note(unit, about.id, turn.facts, turn.at)
    return Written(tuple(said), turn.progress, about.status)


def speaker_of(known: Log, turn: Turn) -> str:
    """Who made a turn: who said the first thing recorded, else whose message was heard, else (a button) the person of this channel."""
    if turn.assertions:
        return turn.assertions[0].said_by
    if turn.message_id and known.messages:
        return known.messages[-1].author
    return "agent" if known.channel == "call_centre_agent" else "insured"


def summed_up(core: Core, changed: Conversation, after: Log) -> tuple[Conversation, Mapping[str, Any], Facts | None, dict[str, Any] | None]:
    """The conversation with what lists show of its file as it is now, what it is compared by, and the file itself.

    When a rule fails on it the last summary stays, marked, and there is no file.
    """
    facts: Facts | None = None
    claim: dict[str, Any] | None = None
    unread = any(one.text_id in TO_BE_READ for one in after.messages)
    try:
        claim = core.claim_file(after)
        kept = summary(claim, core.progress(after, claim))
        facts = events.read_facts(claim, changed.id)
    except Exception as error:  # the same border: a view that fails must not lose the turn
        LOG.error("summary_failed", conversation=changed.id, error=type(error).__name__, exc_info=True)
        kept, unread = {"progress": {}, **changed.summary}, True
    progress: Mapping[str, Any] = kept["progress"]
    return replace(changed, summary={**kept, "needs_reading": unread}), progress, facts, claim


def spoken(core: Core, about: Conversation, say: Say, at: datetime, reply_to: str | None, version: int) -> Stored:
    """One text of the bot as it is shown, not yet stored."""
    facts = {**say.facts, **({"number": about.number} if about.number else {}), "version": version}
    shown = core.catalogue.render(replace(say, facts=facts), about.language)
    return Stored(
        id=new_id(), conversation_id=about.id, seq=0, author="bot", at=at, text=shown.text, ask=say.ask, text_id=say.text_id,
        text_version=shown.version, facts=dict(say.facts), reply_to=reply_to,
    )  # fmt: skip
