"""Rows to dataclasses and back. Assertions cross as JSON; nothing here decides anything."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

from bot.claims.model import Assertion, Evidence
from bot.claims.records import Conversation, Parse, StaffMember, StaffSession, Stored
from bot.store.rows import ConversationRow, MessageRow, ParseRow, StaffRow, StaffSessionRow

CONVERSATION = ("id", "channel", "language", "opened_at", "status", "number", "taken_over_by", "changed_at", "model", "summary")
MESSAGE = (
    "id",
    "conversation_id",
    "seq",
    "author",
    "at",
    "text",
    "state",
    "key",
    "ask",
    "text_id",
    "text_version",
    "facts",
    "reply_to",
    "intent",
)


EVIDENCE = tuple(one.name for one in fields(Evidence))
ASSERTION = ("kind", "name", "value", "status", "said_by", "message_id", "at", "evidence", "confidence", "correction")


def picked(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def conversation(row: ConversationRow) -> Conversation:
    return Conversation(**picked(row, CONVERSATION))


def stored(row: MessageRow) -> Stored:
    return Stored(**picked(row, MESSAGE))


def message_row(message: Stored, seq: int) -> MessageRow:
    values = picked(message, MESSAGE)
    return MessageRow(**{**values, "seq": seq, "facts": dict(message.facts)})


def assertion(found: Mapping[str, Any]) -> Assertion:
    """From the columns ASSERTION."""
    return Assertion(**{**found, "evidence": tuple(Evidence(**item) for item in found["evidence"])})


def assertion_values(conversation_id: str, one: Assertion) -> dict[str, Any]:
    """The columns of its row."""
    return {"conversation_id": conversation_id, **picked(one, ASSERTION), "evidence": [picked(item, EVIDENCE) for item in one.evidence]}


def parse(row: ParseRow) -> Parse:
    intents = tuple((str(name), float(confidence)) for name, confidence in row.intents)
    return Parse(row.message_id, row.offset, row.length, row.piece, row.pieces, intents, tuple(row.entities))


def member(row: StaffRow) -> StaffMember:
    return StaffMember(row.id, row.name, cast("Any", row.role), row.must_change_password)


def session(row: StaffSessionRow, of: StaffRow) -> StaffSession:
    return StaffSession(member(of), row.csrf, row.expires_at, row.seen_at)
