"""The tables. Rows stay in this folder; `mapping` turns them into dataclasses and back.

Constraint names follow one convention, so that Alembic can find and compare them. Instants are kept in UTC.
"""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
ID = String(64)
HASH = String(64)
CODE = String(64)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {datetime: Instant(), dict[str, Any]: JSON(), list[Any]: JSON(), Any: JSON()}


class ConversationRow(Base):
    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint("channel IN ('web_chat', 'call_centre_agent')", name="channel"),
        CheckConstraint("status IN ('draft', 'validated', 'handed_over', 'withdrawn', 'rejected')", name="status"),
        UniqueConstraint("number"),
        UniqueConstraint("resume_code_hash"),
        Index(None, "changed_at"),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    channel: Mapped[str] = mapped_column(CODE)
    language: Mapped[str] = mapped_column(String(16))
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(CODE)
    number: Mapped[str | None] = mapped_column(String(32))
    taken_over_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    resume_code_hash: Mapped[str | None] = mapped_column(HASH)
    model: Mapped[dict[str, Any]]
    summary: Mapped[dict[str, Any]]


class AccessTokenRow(Base):
    __tablename__ = "access_tokens"
    token_hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime]


class ClaimVersionRow(Base):
    """The claim file as it was when it was handed over, and after each thing that was added to it since; never changed.

    The whole document is kept (compressed): what a later release reads in the same words may differ, what was handed over may not.
    """

    __tablename__ = "claim_versions"
    __table_args__ = (CheckConstraint("reason IN ('handed_over', 'added', 'withdrawn')", name="reason"),)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(CODE)
    by: Mapped[str] = mapped_column(CODE)
    changed: Mapped[list[Any]]
    document: Mapped[bytes] = mapped_column(LargeBinary)


class MessageRow(Base):
    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "key"),
        CheckConstraint("author IN ('insured', 'agent', 'adjuster', 'bot')", name="author"),
        CheckConstraint("state IN ('stored', 'delivering', 'heard')", name="state"),
        # The deliverer looks for these after every message and at every start; heard ones pile up, these do not.
        Index("ix_messages_unheard", "conversation_id", "seq", sqlite_where=text("state IN ('stored', 'delivering')"),
              postgresql_where=text("state IN ('stored', 'delivering')")),
    )  # fmt: skip
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Mapped[int]
    author: Mapped[str] = mapped_column(CODE)
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str | None] = mapped_column(CODE)
    key: Mapped[str | None] = mapped_column(String(200))
    ask: Mapped[str | None] = mapped_column(CODE)
    text_id: Mapped[str | None] = mapped_column(String(100))
    text_version: Mapped[str | None] = mapped_column(String(32))
    facts: Mapped[dict[str, Any]]
    reply_to: Mapped[str | None] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    intent: Mapped[str | None] = mapped_column(CODE)


class ParseRow(Base):
    __tablename__ = "parses"
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    offset: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    length: Mapped[int]
    piece: Mapped[int]
    pieces: Mapped[int]
    intents: Mapped[list[Any]]
    entities: Mapped[list[Any]]


class TurnRow(Base):
    """One row says that a message was heard; its key is what makes that happen once."""

    __tablename__ = "turns"
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    heard_at: Mapped[datetime]


class AssertionRow(Base):
    __tablename__ = "assertions"
    __table_args__ = (
        CheckConstraint("kind IN ('field', 'money', 'loss', 'signal', 'standstill')", name="kind"),
        Index(None, "conversation_id", "rank"),
    )
    rank: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    # Not a foreign key: what an adjuster fills in, or the system derives, has a source that is no message.
    message_id: Mapped[str] = mapped_column(ID)
    kind: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(CODE)
    value: Mapped[Any]
    status: Mapped[str] = mapped_column(CODE)
    said_by: Mapped[str] = mapped_column(CODE)
    at: Mapped[datetime]
    evidence: Mapped[list[Any]]
    confidence: Mapped[float]
    correction: Mapped[bool]


class DisclosureRow(Base):
    """Which version of which text was shown, and when: written with the turn, never changed."""

    __tablename__ = "disclosures"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    text_id: Mapped[str] = mapped_column(String(100))
    version: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]


class OutboxRow(Base):
    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "next_try_at", sqlite_where=text("delivered_at IS NULL"), postgresql_where=text("delivered_at IS NULL")),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(CODE)
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    delivered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(CODE)


class AlarmRow(Base):
    """A file became P1: raised in the transaction of its turn, ended when a person of the staff looks at it (`how`)."""

    __tablename__ = "alarms"
    __table_args__ = (
        Index("ix_alarms_running", "conversation_id", unique=True, sqlite_where=text("ended_at IS NULL"),
              postgresql_where=text("ended_at IS NULL")),
    )  # fmt: skip
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    raised_at: Mapped[datetime]
    planned_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(200))
    how: Mapped[str | None] = mapped_column(CODE)
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[str | None] = mapped_column(String(200))


class StaffRow(Base):
    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("role IN ('agent', 'adjuster', 'admin')", name="role"))
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(CODE)
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool]
    created_at: Mapped[datetime]


class StaffSessionRow(Base):
    __tablename__ = "staff_sessions"
    token_hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(index=True)
    seen_at: Mapped[datetime | None]


class GuessRow(Base):
    """A failed try at a login or a resume code. `who` is a hash under the installation's key."""

    __tablename__ = "guesses"
    __table_args__ = (Index(None, "kind", "who", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(CODE)
    who: Mapped[str] = mapped_column(HASH)
    at: Mapped[datetime] = mapped_column(index=True)


class InsurerEventRow(Base):
    """What the insurer's system told, once per `id` (theirs)."""

    __tablename__ = "insurer_events"
    id: Mapped[str] = mapped_column(String(100), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(CODE)
    reference: Mapped[str | None] = mapped_column(String(200))
    at: Mapped[datetime]


class EventFactsRow(Base):
    """What of a file tells which event it speaks of (`bot.claims.event_facts`), so that no log is read to compare two."""

    __tablename__ = "event_facts"
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    facts: Mapped[dict[str, Any]]


class EventKeyRow(Base):
    """Under which keys a file is found by others. The key comes first: a look-up reads one stretch of the table."""

    __tablename__ = "event_keys"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, index=True)


class EventLinkRow(Base):
    """Two files that may tell of one event; each two once, the smaller id first."""

    __tablename__ = "event_links"
    __table_args__ = (
        CheckConstraint("a < b", name="order"),
        CheckConstraint("kind IN ('possible_duplicate', 'same_event')", name="kind"),
        CheckConstraint("state IN ('proposed', 'confirmed', 'rejected')", name="state"),
    )
    a: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    b: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(CODE)
    state: Mapped[str] = mapped_column(CODE)
    score: Mapped[float]
    reasons: Mapped[list[Any]]
    found_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]
    seen: Mapped[list[Any]]


class EventDecisionRow(Base):
    """Who said what about two files, and on which reasons: written once, never changed."""

    __tablename__ = "event_decisions"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    a: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    b: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(CODE)
    state: Mapped[str] = mapped_column(CODE)
    reasons: Mapped[list[Any]]
    decided_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime]
