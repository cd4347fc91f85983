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
LinkState = Literal["proposed", "confirmed", "rejected"]


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
    """Who is logged in with a session token; every form they send must carry `csrf`. `seen_at` is kept to the minute."""

    member: StaffMember
    csrf: str
    expires_at: datetime
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two claim files that may tell of one event (`bot.claims.same_event`); `a` is the smaller id. Nothing is merged by it.

    `state` is proposed until a member of the staff (`by`) says confirmed or rejected, at `at`; `seen` are the ids of the reasons they saw.
    """

    a: str
    b: str
    kind: str
    score: float
    reasons: tuple[Mapping[str, Any], ...]
    found_at: datetime
    state: LinkState = "proposed"
    by: str | None = None
    at: datetime | None = None
    seen: tuple[str, ...] = ()

    def other(self, one: str) -> str:
        """The id of the other file."""
        return self.b if one == self.a else self.a

    @property
    def fresh(self) -> tuple[Mapping[str, Any], ...]:
        """What speaks for one event and was not known yet when somebody decided."""
        return tuple(one for one in self.reasons if self.state != "proposed" and one["points"] > 0 and one["id"] not in self.seen)

    @property
    def waits(self) -> bool:
        """Whether somebody should look: nobody did, or much was told since they said no."""
        return self.state == "proposed" or (self.state == "rejected" and bool(self.fresh))


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


@dataclass(frozen=True, slots=True)
class Alarm:
    """A file that became P1. It runs until `ended_at`: a person opened the file or took it up (`how`), or it was withdrawn.

    `planned_at` is set once its pages are in the outbox; `taken_by` names who said that they take it up.
    """

    id: str
    conversation_id: str
    raised_at: datetime
    planned_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    how: str | None = None
    taken_at: datetime | None = None
    taken_by: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One call for a person of the staff, in the outbox: over which `channel`, to the first or the second address, and how it went.

    `outcome` is why it ended: delivered, cancelled (somebody came first), unset (no such address any more) or failed.
    """

    id: str
    conversation_id: str
    alarm_id: str
    line: Literal["first", "second"]
    channel: Literal["webhook", "mail"]
    due_at: datetime
    tries: int = 0
    delivered_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = None
