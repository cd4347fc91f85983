"""Conversations, messages and turns in the database (`bot.services.ports` says what each method promises)."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.orm import Session

from bot.claims.model import Assertion
from bot.claims.records import Conversation, Parse, Stored
from bot.store import mapping
from bot.store.rows import AccessTokenRow, AssertionRow, ConversationRow, DisclosureRow, MessageRow, OutboxRow, ParseRow, TurnRow

# Whole transcripts are read as plain columns: a third of the cost of row objects.
COLUMNS = select(*(getattr(MessageRow, name) for name in mapping.MESSAGE))
SAID = select(*(getattr(AssertionRow, name) for name in mapping.ASSERTION))
UNHEARD = ("stored", "delivering")


class Conversations:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, conversation: Conversation) -> None:
        values = mapping.picked(conversation, mapping.CONVERSATION)
        values |= {"model": dict(conversation.model), "summary": dict(conversation.summary)}
        self._session.add(ConversationRow(**{**values, "changed_at": conversation.changed_at or conversation.opened_at}))
        self._session.flush()

    def get(self, conversation_id: str) -> Conversation | None:
        row = self._session.get(ConversationRow, conversation_id)
        return mapping.conversation(row) if row else None

    def put(self, conversation: Conversation) -> None:
        values = mapping.picked(conversation, ("language", "status", "number", "taken_over_by", "changed_at"))
        values |= {"model": dict(conversation.model), "summary": dict(conversation.summary)}
        self._session.execute(update(ConversationRow).where(ConversationRow.id == conversation.id).values(**values))

    def latest(self, limit: int, before: datetime | None = None) -> list[Conversation]:
        spoken = select(MessageRow.id).where(MessageRow.conversation_id == ConversationRow.id, MessageRow.author != "bot").exists()
        # A page that was only opened is no notice yet: a conversation counts from the first word of a person.
        query = select(ConversationRow).where(spoken).order_by(ConversationRow.changed_at.desc(), ConversationRow.id).limit(limit)
        if before is not None:
            query = query.where(ConversationRow.changed_at < before)
        return [mapping.conversation(row) for row in self._session.scalars(query)]

    def grant(self, conversation_id: str, token_hash: str, at: datetime) -> None:
        self._session.add(AccessTokenRow(token_hash=token_hash, conversation_id=conversation_id, created_at=at, used_at=at))

    def last_used(self, conversation_id: str, token_hash: str) -> datetime | None:
        row = self._session.get(AccessTokenRow, token_hash)
        return row.used_at if row is not None and row.conversation_id == conversation_id else None

    def used(self, token_hash: str, at: datetime) -> None:
        self._session.execute(update(AccessTokenRow).where(AccessTokenRow.token_hash == token_hash).values(used_at=at))

    def set_resume_code(self, conversation_id: str, code_hash: str) -> None:
        self._session.execute(update(ConversationRow).where(ConversationRow.id == conversation_id).values(resume_code_hash=code_hash))

    def by_resume_code(self, code_hash: str) -> Conversation | None:
        row = self._session.scalar(select(ConversationRow).where(ConversationRow.resume_code_hash == code_hash))
        return mapping.conversation(row) if row else None

    def by_number(self, number: str) -> Conversation | None:
        row = self._session.scalar(select(ConversationRow).where(ConversationRow.number == number))
        return mapping.conversation(row) if row else None


class Messages:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, message: Stored) -> Stored:
        # The conversation's row is locked first (PostgreSQL; SQLite has one writer anyway), so that two writers never take one number.
        self._session.execute(select(ConversationRow.id).where(ConversationRow.id == message.conversation_id).with_for_update())
        last = self._session.scalar(select(func.max(MessageRow.seq)).where(MessageRow.conversation_id == message.conversation_id))
        row = mapping.message_row(message, (last or 0) + 1)
        self._session.add(row)
        self._session.flush()
        return mapping.stored(row)

    def get(self, message_id: str) -> Stored | None:
        row = self._session.get(MessageRow, message_id)
        return mapping.stored(row) if row else None

    def by_key(self, conversation_id: str, key: str) -> Stored | None:
        row = self._session.scalar(select(MessageRow).where(MessageRow.conversation_id == conversation_id, MessageRow.key == key))
        return mapping.stored(row) if row else None

    def since(self, conversation_id: str, seq: int = 0) -> list[Stored]:
        return self._found(COLUMNS.where(MessageRow.conversation_id == conversation_id, MessageRow.seq > seq).order_by(MessageRow.seq))

    def latest(self, conversation_id: str, limit: int) -> list[Stored]:
        query = COLUMNS.where(MessageRow.conversation_id == conversation_id)
        return self._found(query.order_by(MessageRow.seq.desc()).limit(limit))[::-1]

    def replies(self, message_id: str) -> list[Stored]:
        return self._found(COLUMNS.where(MessageRow.reply_to == message_id).order_by(MessageRow.seq))

    def _found(self, query: Select[Any]) -> list[Stored]:
        return [Stored(**row._mapping) for row in self._session.execute(query)]

    def next_unheard(self, conversation_id: str) -> Stored | None:
        query = (
            select(MessageRow).where(MessageRow.conversation_id == conversation_id, MessageRow.state.in_(UNHEARD)).order_by(MessageRow.seq)
        )
        row = self._session.scalar(query.limit(1))
        return mapping.stored(row) if row else None

    def conversations_with_unheard(self) -> list[str]:
        query = select(MessageRow.conversation_id).where(MessageRow.state.in_(UNHEARD)).distinct()
        return list(self._session.scalars(query))

    def deliver(self, message_id: str, ask: str | None) -> None:
        self._session.execute(update(MessageRow).where(MessageRow.id == message_id).values(state="delivering", ask=ask))

    def hear(self, message_id: str, intent: str | None = None) -> None:
        more = {"intent": intent} if intent else {}
        self._session.execute(update(MessageRow).where(MessageRow.id == message_id).values(state="heard", **more))


class Turns:
    def __init__(self, session: Session) -> None:
        self._session = session

    def exists(self, message_id: str) -> bool:
        return self._session.get(TurnRow, message_id) is not None

    def add(self, message_id: str, conversation_id: str, at: datetime) -> None:
        self._session.add(TurnRow(message_id=message_id, conversation_id=conversation_id, heard_at=at))
        self._session.flush()

    def add_assertions(self, conversation_id: str, assertions: Sequence[Assertion]) -> None:
        # In one call and in the order given: the rank (its number) follows it.
        if assertions:
            self._session.execute(insert(AssertionRow), [mapping.assertion_values(conversation_id, one) for one in assertions])

    def assertions(self, conversation_id: str) -> list[Assertion]:
        query = SAID.where(AssertionRow.conversation_id == conversation_id).order_by(AssertionRow.rank)
        return [mapping.assertion(dict(row._mapping)) for row in self._session.execute(query)]

    def keep_parse(self, parse: Parse) -> None:
        values = mapping.picked(parse, ("message_id", "offset", "length", "piece", "pieces"))
        intents, entities = [list(pair) for pair in parse.intents], [dict(entity) for entity in parse.entities]
        self._session.merge(ParseRow(**values, intents=intents, entities=entities))
        self._session.flush()

    def pieces(self, message_id: str) -> set[int]:
        return set(self._session.scalars(select(ParseRow.piece).where(ParseRow.message_id == message_id)))

    def parses(self, message_id: str) -> list[Parse]:
        query = select(ParseRow).where(ParseRow.message_id == message_id).order_by(ParseRow.offset)
        return [mapping.parse(row) for row in self._session.scalars(query)]

    def disclose(self, conversation_id: str, message_id: str, text_id: str, version: str, at: datetime) -> None:
        self._session.add(DisclosureRow(conversation_id=conversation_id, message_id=message_id, text_id=text_id, version=version, at=at))

    def disclosures(self, conversation_id: str) -> list[dict[str, Any]]:
        query = select(DisclosureRow).where(DisclosureRow.conversation_id == conversation_id).order_by(DisclosureRow.id)
        return [mapping.picked(row, ("text_id", "version", "at", "message_id")) for row in self._session.scalars(query)]

    def post(self, conversation_id: str, kind: str, body: dict[str, Any], at: datetime) -> None:
        row = OutboxRow(id=str(uuid.uuid4()), conversation_id=conversation_id, kind=kind, body=body, created_at=at, next_try_at=at, tries=0)
        self._session.add(row)
