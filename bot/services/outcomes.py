"""What the services give back of a conversation: a fresh way in, and what became of something that was said or done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.claims.records import Conversation, Stored


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation and the means to come back to it; both secrets are shown once and kept as hashes."""

    id: str
    access_token: str
    resume_code: str | None
    messages: tuple[Stored, ...]
    progress: Mapping[str, Any]
    claim_status: str
    language: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message: `heard` with what the bot says to it, or `queued`: kept, and delivered later."""

    status: Literal["heard", "queued"]
    messages: tuple[Stored, ...]
    progress: Mapping[str, Any]
    claim_status: str


def progress_of(about: Conversation) -> Mapping[str, Any]:
    """How far a conversation is, as kept with its last turn."""
    found: Mapping[str, Any] = about.summary.get("progress", {"answered": 0, "total": 0, "block": None})
    return found
