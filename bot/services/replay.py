"""Transcripts in, claim files out, through the same channel, Rasa and core as the product, with nothing kept.

A line in is {"id", "language", "messages": [{"id", "author", "at", "text", "ask"?}]}; a line out {"id", "claim_file"}. No question is
open unless a message carries `ask`; the clock is each message's own time; the same input and model give the same bytes.
"""

import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from bot.claims import export, intake
from bot.claims.cleaning import clean
from bot.claims.errors import ClaimError
from bot.claims.model import Log, Message
from bot.claims.records import Channel, Parse, Stored
from bot.services.annotations import assemble


class TranscriptRefused(Exception):
    """A line that is not a transcript; the sentence says which line and what is wrong."""


class NotHeard(Exception):
    """Rasa did not hand on what it read in a message."""


class Line(Protocol):
    """Our line to Rasa (`bot.channel.rasa_client.RasaLine`)."""

    async def deliver(self, message: Stored, language: str) -> None: ...


@dataclass
class Catcher:
    """Stands in for `Hearing`: keeps what Rasa read until it is asked for. One message at a time."""

    parses: list[Parse] = field(default_factory=list)

    def hear(self, parse: Parse) -> str:
        self.parses.append(parse)
        return parse.message_id

    def take(self, message_id: str) -> list[Parse]:
        """All pieces of the message; raises NotHeard when one is missing."""
        found, self.parses = [parse for parse in self.parses if parse.message_id == message_id], []
        if not found or len({parse.piece for parse in found}) != found[0].pieces:
            raise NotHeard(f"Rasa handed on {len(found)} pieces of message {message_id}")
        return found


async def replay(lines: Iterable[str], line_to_rasa: Line, catcher: Catcher, model: str) -> AsyncIterator[str]:
    """One JSON line for each line of `lines`, in order, with sorted keys. Raises TranscriptRefused and NotHeard."""
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            transcript = json.loads(text)
            messages = read(transcript)
        except (ValueError, KeyError, TypeError) as error:
            raise TranscriptRefused(f"line {number}: {type(error).__name__}: {error}") from error
        claim = await claim_file(transcript, messages, line_to_rasa, catcher, model)
        yield json.dumps({"id": transcript["id"], "claim_file": claim}, ensure_ascii=False, sort_keys=True)


def read(transcript: Mapping[str, Any]) -> list[Stored]:
    """The messages as the door would store them; what the door refuses (a blank text) is left out."""
    made = []
    for seq, one in enumerate(transcript["messages"], 1):
        at = datetime.fromisoformat(one["at"])
        if at.tzinfo is None:
            raise ValueError(f"message {one['id']}: `at` has no offset")
        if one["author"] not in ("insured", "agent"):
            raise ValueError(f"message {one['id']}: author {one['author']!r}")
        try:
            cleaned = clean(one["text"])
        except ClaimError:
            continue
        made.append(Stored(str(one["id"]), str(transcript["id"]), seq, one["author"], at, cleaned, "delivering", ask=one.get("ask")))
    if not made:
        raise ValueError("no message with a text")
    return made


async def claim_file(transcript: Mapping[str, Any], messages: Sequence[Stored], line: Line, catcher: Catcher, model: str) -> dict[str, Any]:
    """The claim file of one transcript. Only listening: nothing is asked, and urgency stops nothing."""
    language = transcript.get("language", "nl-NL")
    channel: Channel = "call_centre_agent" if any(message.author == "agent" for message in messages) else "web_chat"
    log = Log(str(transcript["id"]), channel, language, messages[0].at, model={"name": model})
    for message in messages:
        await line.deliver(message, language)
        heard = assemble(
            message_id=message.id,
            author=message.author,
            at=message.at,
            text=message.text,
            language=language,
            ask=message.ask,
            parses=catcher.take(message.id),
        )
        said = Message(message.id, message.author, message.at, message.text, intent=heard.intent)
        log = replace(log, messages=(*log.messages, said))
        log = replace(log, assertions=(*log.assertions, *intake.take(log, heard)))
    return export.claim_file(log)
