"""What the store keeps beside the log: stored messages with their state, conversations, staff and their sessions.

Immutable, like `model`; instants are aware datetimes in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.claims.model import Author, Message

Channel = Literal["web_chat", "call_centre_agent"]
State = Literal["stored", "delivering", "heard"]
Role = Literal["agent", "adjuster", "admin"]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation without its messages. `summary` is what a list shows (see `bot.services.views.summary`)."""

    id: str
    channel: Channel
    language: str
    opened_at: datetime
    status: str = "draft"
    number: str | None = None
    taken_over_by: str | None = None
    changed_at: datetime | None = None
    model: Mapping[str, Any] = field(default_factory=dict)
    summary: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored message. `state` is None for what nobody has to hear (the bot's own words); `seq` orders a conversation."""

    id: str
    conversation_id: str
    seq: int
    author: Author
    at: datetime
    text: str
    state: State | None = None
    key: str | None = None
    ask: str | None = None
    text_id: str | None = None
    text_version: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    reply_to: str | None = None
    intent: str | None = None

    def message(self) -> Message:
        """The same, in the words of the core."""
        return Message(self.id, self.author, self.at, self.text, self.text_id, self.facts, self.ask, self.reply_to, self.intent)


@dataclass(frozen=True, slots=True)
class Parse:
    """What Rasa read in one piece of a message: `offset` in code points of the stored text, `length` of the piece.

    `intents` are empty inside a long text: they are asked of its ends only.
    """

    message_id: str
    offset: int
    length: int
    piece: int
    pieces: int
    intents: tuple[tuple[str, float], ...]
    entities: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person of the staff. With `must_change_password` only the page to choose one is open to them."""

    id: str
    name: str
    role: Role
    must_change_password: bool = False


@dataclass(frozen=True, slots=True)
class StaffSession:
    """Who is logged in with a session token; every form they send must carry `csrf`."""

    member: StaffMember
    csrf: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimVersion:
    """A version of a claim file without its document: why and by whom it was made, and which fields it changed."""

    number: int
    at: datetime
    reason: str
    by: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InsurerEvent:
    """What the insurer's system told of a conversation's claim, once per `id`; `reference` is the insurer's own number."""

    id: str
    conversation_id: str
    status: str
    reference: str | None
    at: datetime
