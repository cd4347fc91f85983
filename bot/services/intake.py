"""What the insured and the agent can do with a conversation: open, say, read, correct, ask for a person, submit, withdraw, resume."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal

from bot import log
from bot.claims.cleaning import clean, clean_value
from bot.claims.errors import (
    ConversationClosed,
    ConversationUnknown,
    FieldUnknown,
    KeyMissing,
    KeyReused,
    ResumeRefused,
    StoreUnavailable,
    TokenExpired,
    TokenRefused,
    TooManyConversations,
    TooManyGuesses,
    ValueRefused,
    VersionUnknown,
)
from bot.claims.fields import FIELDS
from bot.claims.model import Author, EditStatus, Log, SaidBy, Turn, spoken_to
from bot.claims.records import Channel, ClaimVersion, Conversation, Stored
from bot.claims.variants import Language
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.deliverer import Deliverer
from bot.services.faults import reached
from bot.services.hearing import write
from bot.services.outcomes import Opened, Outcome, progress_of
from bot.services.ports import Unit, Units
from bot.services.secrets import Hasher, new_id, new_resume_code, new_token, plain_code
from bot.services.staff import GUESSES_KEPT, utc_now

LOG = log.get(__name__)
GUESSES_FROM, GUESSES_ALL, GUESS_WINDOW = 10, 300, timedelta(minutes=15)
OPENING_WINDOW = timedelta(hours=1)
MOST_KEY = 200
ACCESS, RENEWED_AFTER = timedelta(days=30), 0.1  # after its last use a token lasts; after this share of it use is noted
MOST_DEPTH = 12
Act = Literal["human", "submit", "withdraw"]


class Intake:
    """Synchronous but for `say`, which waits for the message to be heard."""

    def __init__(
        self, units: Units, core: Core, deliverer: Deliverer, bell: Bell, hasher: Hasher, *,
        model: str = "", heard_within: float = 8.0, openings: int = 0, access: timedelta = ACCESS,
        now: Callable[[], datetime] = utc_now,
    ) -> None:  # fmt: skip
        self._units, self._core, self._deliverer, self._bell, self._hash = units, core, deliverer, bell, hasher
        self._model, self._heard_within, self._openings, self._access, self._now = model, heard_within, openings, access, now

    def open(self, channel: Channel, language: str, address: str = "") -> Opened:
        """Start a conversation; the opening texts are in it, and logged as shown.

        Raises TooManyConversations (facts: seconds) when this address opened its share of the hour; without an address none is counted.
        """
        at, token, code = self._now(), new_token(), new_resume_code()
        about = Conversation(new_id(), channel, language, at, model={"name": self._model})
        with self._units.write() as unit:
            self._count_opening(unit, address, at)
            unit.conversations.add(about)
            unit.conversations.grant(about.id, self._hash("access", token), at)
            unit.conversations.set_resume_code(about.id, self._hash("resume", plain_code(code)))
            written = write(unit, self._core, unit.log(about.id), Turn("", says=self._core.opening(channel, language)), at)
            unit.commit()
        LOG.info("conversation_opened", conversation=about.id, channel=channel, language=language)
        return Opened(about.id, token, code, written.said, written.progress, written.claim_status, language)

    def _count_opening(self, unit: Unit, address: str, at: datetime) -> None:
        if not (address and self._openings):
            return
        who = self._hash("open-from", address)
        if unit.guesses.count("open-from", who, at - OPENING_WINDOW) >= self._openings:
            raise TooManyConversations(seconds=int(OPENING_WINDOW.total_seconds()))
        unit.guesses.add("open-from", who, at)
        unit.guesses.drop_before(at - GUESSES_KEPT)

    def check(self, conversation_id: str, token: str | None) -> None:
        """Raise TokenRefused unless the token opens this conversation (also when there is no such conversation).

        Raises TokenExpired, one of its kinds, when it was not used for too long; each use makes it last again.
        """
        key, at = self._hash("access", token or ""), self._now()
        with self._units.read() as unit:
            last = unit.conversations.last_used(conversation_id, key) if token else None
        if last is None:
            raise TokenRefused()
        if at - last >= self._access:
            raise TokenExpired()
        # Not at every call: a reader would then wait for writers. A store that cannot write now must not keep people from reading.
        if at - last >= self._access * RENEWED_AFTER:
            with suppress(StoreUnavailable), self._units.write() as unit:
                unit.conversations.used(key, at)
                unit.commit()

    def about(self, conversation_id: str) -> Conversation:
        """The conversation without its messages. Raises ConversationUnknown."""
        with self._units.read() as unit:
            found = unit.conversations.get(conversation_id)
        if found is None:
            raise ConversationUnknown()
        return found

    async def say(self, conversation_id: str, text: str, key: str, author: Author = "insured") -> Outcome:
        """Keep a message, then get it heard within the set time. The same key later gives the outcome of the first.

        Raises TextRefused's children, KeyMissing, KeyReused, ConversationClosed, ConversationUnknown.
        """
        if not key or len(key) > MOST_KEY:
            raise KeyMissing()
        message = await asyncio.to_thread(self._store, conversation_id, text, key, author)
        if message.state != "heard":
            await self._deliverer.until_heard(message, self._heard_within)
        return await asyncio.to_thread(self._outcome, message)

    def since(self, conversation_id: str, seq: int = 0) -> list[Stored]:
        """Messages after `seq`, in order."""
        with self._units.read() as unit:
            return unit.messages.since(conversation_id, seq)

    def state(self, conversation_id: str) -> tuple[Mapping[str, Any], str]:
        """How far the conversation is, and the status of the claim. Raises ConversationUnknown."""
        about = self.about(conversation_id)
        return progress_of(about), about.status

    def claim_file(self, conversation_id: str) -> dict[str, Any]:
        """The claim file (DESIGN 4.5) as it stands now. Raises ConversationUnknown."""
        with self._units.read() as unit:
            known = unit.log(conversation_id)
        return self._core.claim_file(known)

    def versions(self, conversation_id: str) -> list[ClaimVersion]:
        """The versions of the claim file, oldest first; none before it was handed over."""
        with self._units.read() as unit:
            return unit.versions.all(conversation_id)

    def version(self, conversation_id: str, number: int) -> str:
        """The claim file as it was in one version, as the JSON it was kept in. Raises VersionUnknown."""
        with self._units.read() as unit:
            found = unit.versions.document(conversation_id, number)
        if found is None:
            raise VersionUnknown()
        return found

    def open_field(self, conversation_id: str) -> str | None:
        """The field (or `confirm.<block>`) whose question is open now."""
        with self._units.read() as unit:
            return self._core.open_field(unit.log(conversation_id))

    def patch(self, conversation_id: str, name: str, value: Any, by: SaidBy, status: EditStatus | None = None) -> Outcome:
        """Set a field by hand, or with value None that it is unknown or declined.

        Raises FieldUnknown, ValueRefused and its kinds, TextRefused, ConversationClosed.
        """
        if name not in FIELDS:
            raise FieldUnknown(name=name)
        if too_deep(value):
            raise ValueRefused(name=name, label=FIELDS[name].label, pointer="#/value", example=FIELDS[name].examples)
        at, value = self._now(), clean_value(value)

        def edit(known: Log) -> Turn:
            made = self._core.edited(known, name, value, by, at, status)
            return Turn("", made, self._core.after_edit(known, made))

        return self._turn(conversation_id, edit, at)

    def act(self, conversation_id: str, what: Act, author: Author = "insured") -> Outcome:
        """Ask for a person, submit, or withdraw. Doing it again changes nothing that matters. Raises ConversationClosed."""
        at = self._now()
        return self._turn(conversation_id, lambda known: self._core.act(spoken_to(known, author), what), at)

    def change(self, conversation_id: str, name: str, author: Author = "insured") -> Outcome:
        """Open the question of one field again, to change what was read back. Raises FieldUnknown, ConversationClosed."""
        return self._turn(conversation_id, lambda known: Turn("", says=self._core.change(spoken_to(known, author), name)), self._now())

    def speak(self, conversation_id: str, language: Language) -> None:
        """From now on the bot says things in this variant of Dutch; what it said stays. Raises ConversationClosed."""
        with self._units.write() as unit:
            about = self._open_conversation(unit, conversation_id)
            if about.language != language:
                unit.conversations.put(replace(about, language=language, changed_at=self._now()))
                unit.commit()

    def take_over(self, conversation_id: str, member_id: str | None) -> None:
        """A person of the staff answers from now on, and the bot is silent; None gives the word back to it."""
        with self._units.write() as unit:
            about = self._open_conversation(unit, conversation_id)
            unit.conversations.put(replace(about, taken_over_by=member_id, changed_at=self._now()))
            unit.commit()
        self._bell.ring(conversation_id)

    def resume(self, code: str, address: str, member: str = "") -> Opened:
        """Go on with the conversation of a code, with a fresh access token; earlier ones stay good. It says first where the talk was.

        `member` is the id of an agent who does it for a caller: a call centre has one address, so each agent has tries of their own.
        Raises ResumeRefused, and TooManyGuesses (facts: seconds) after 10 wrong codes from an address or 300 in all in 15 minutes.
        """
        at, token = self._now(), new_token()
        everybody = () if member else (("resume-all", "", GUESSES_ALL),)  # a caller is helped while others guess
        marks = (("resume-from", self._hash("resume-from", member or address), GUESSES_FROM), *everybody)
        with self._units.write() as unit:
            if any(unit.guesses.count(kind, who, at - GUESS_WINDOW) >= most for kind, who, most in marks):
                raise TooManyGuesses(seconds=int(GUESS_WINDOW.total_seconds()))
            about = unit.conversations.by_resume_code(self._hash("resume", plain_code(code)))
            if about is None:
                for kind, who, _most in marks:
                    unit.guesses.add(kind, who, at)
                unit.guesses.drop_before(at - GUESSES_KEPT)
                unit.commit()
                raise ResumeRefused()
            unit.conversations.grant(about.id, self._hash("access", token), at)
            known = unit.log(about.id)
            if says := self._core.resumed(spoken_to(known, "agent" if member else "insured")):
                write(unit, self._core, known, Turn("", says=says), at)
            messages = unit.messages.since(about.id)
            unit.commit()
        self._bell.ring(about.id)
        return Opened(about.id, token, None, tuple(messages), progress_of(about), about.status, about.language)

    def _store(self, conversation_id: str, text: str, key: str, author: Author) -> Stored:
        """Steps 1 and 2 of the turn."""
        reached("before:clean")
        text = clean(text)
        reached("after:clean")
        reached("before:store")
        with self._units.write() as unit:
            if earlier := unit.messages.by_key(conversation_id, key):
                if earlier.text != text:
                    raise KeyReused()
                return earlier
            self._open_conversation(unit, conversation_id)
            made = Stored(
                id=new_id(), conversation_id=conversation_id, seq=0, author=author, at=self._now(), text=text, state="stored", key=key
            )
            message = unit.messages.add(made)
            reached("within:store")
            unit.commit()
        reached("after:store")
        self._bell.ring(conversation_id)
        return message

    def _outcome(self, message: Stored) -> Outcome:
        with self._units.read() as unit:
            now = unit.messages.get(message.id) or message
            heard = unit.turns.exists(message.id)
            about = unit.conversations.get(message.conversation_id)
            messages = (now, *unit.messages.replies(message.id)) if heard else (now,)
        if about is None:
            raise ConversationUnknown()
        return Outcome("heard" if heard else "queued", messages, progress_of(about), about.status)

    def _turn(self, conversation_id: str, decide: Callable[[Log], Turn], at: datetime) -> Outcome:
        """A turn that no message leads to: written at once, in one transaction."""
        with self._units.write() as unit:
            self._open_conversation(unit, conversation_id)
            known = unit.log(conversation_id)
            written = write(unit, self._core, known, decide(known), at)
            unit.commit()
        self._bell.ring(conversation_id)
        return Outcome("heard", written.said, written.progress, written.claim_status)

    def _open_conversation(self, unit: Unit, conversation_id: str) -> Conversation:
        about = unit.conversations.get(conversation_id)
        if about is None:
            raise ConversationUnknown()
        if about.status in ("withdrawn", "rejected"):
            raise ConversationClosed()
        return about


def too_deep(value: Any) -> bool:
    """Whether lists and objects stand in one another more than MOST_DEPTH times; no field's value does."""
    level = [value]
    for _ in range(MOST_DEPTH):
        level = [inner for one in level if isinstance(one, dict | list) for inner in (one.values() if isinstance(one, dict) else one)]
        if not level:
            return False
    return True
