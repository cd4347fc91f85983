"""Get stored messages heard, one of a conversation at a time, in order, for as long as it takes (steps 3 to 8 of docs/turn.md)."""

import asyncio
from dataclasses import dataclass, replace

from bot import log
from bot.claims.errors import ConversationUnknown
from bot.claims.model import Log
from bot.claims.records import Stored
from bot.services.core import Core
from bot.services.faults import passing, reached
from bot.services.ports import Line, Locks, Units

LOG = log.get(__name__)
RECENT = 100  # messages in which the open question is looked for; a longer silence of the bot leaves no question open


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds before the second try (doubles), and the longest wait between two tries."""

    first: float = 0.5
    most: float = 30.0


class Deliverer:
    """One task per conversation that has something unheard. All methods belong to the event loop."""

    def __init__(self, units: Units, core: Core, line: Line, locks: Locks, pace: Pace | None = None) -> None:
        self._units, self._core, self._line, self._locks, self._pace = units, core, line, locks, pace or Pace()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._nudges: dict[str, asyncio.Event] = {}
        self._waiting: dict[str, list[asyncio.Event]] = {}

    async def recover(self) -> None:
        """At the start: deliver again whatever is not heard (step 8)."""
        await passing("before:recover")
        for conversation_id in await asyncio.to_thread(self._unheard_conversations):
            self.wake(conversation_id)
        await passing("after:recover")

    def wake(self, conversation_id: str) -> None:
        """Something was stored: deliver it now, also when a try failed a moment ago."""
        nudge = self._nudges.setdefault(conversation_id, asyncio.Event())
        nudge.set()
        if conversation_id not in self._tasks:
            self._tasks[conversation_id] = asyncio.create_task(self._work(conversation_id, nudge), name=f"deliver-{conversation_id}")

    async def until_heard(self, message: Stored, seconds: float) -> None:
        """Deliver, and wait until this message was heard, at most so long. What became of it stands in the store."""
        heard = asyncio.Event()
        self._waiting.setdefault(message.id, []).append(heard)
        try:
            # Looked up after the event is in its place: it may have been heard before, by a delivery already under way.
            if await asyncio.to_thread(self._is_heard, message):
                return
            self.wake(message.conversation_id)
            await asyncio.wait_for(heard.wait(), seconds)
        except TimeoutError:
            LOG.warning("message_queued", conversation=message.conversation_id, message=message.id)
        finally:
            self._waiting[message.id].remove(heard)
            if not self._waiting[message.id]:
                del self._waiting[message.id]

    async def stop(self) -> None:
        """End all tries; what is not heard waits in the store for the next start."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self, conversation_id: str, nudge: asyncio.Event) -> None:
        pause = self._pace.first
        try:
            while True:
                nudge.clear()
                if await self._try(conversation_id):
                    if not nudge.is_set():  # nothing was stored since we looked; no await stands between this and the end
                        return
                    continue
                try:
                    await asyncio.wait_for(nudge.wait(), pause)
                    pause = self._pace.first
                except TimeoutError:
                    pause = min(pause * 2, self._pace.most)
        finally:
            self._tasks.pop(conversation_id, None)
            self._nudges.pop(conversation_id, None)

    async def _try(self, conversation_id: str) -> bool:
        """Deliver until nothing is unheard (True) or a message was not heard (False)."""
        try:
            await passing("before:lock")
            async with self._locks.hold(conversation_id):
                await passing("after:lock")
                while (marked := await asyncio.to_thread(self._mark, conversation_id)) is not None:
                    message, language = marked
                    await passing("before:deliver")
                    await self._line.deliver(message, language)
                    await passing("after:deliver")
                    if not await asyncio.to_thread(self._look, message):
                        LOG.warning("message_not_heard", conversation=conversation_id, message=message.id)
                        return False
                    for heard in self._waiting.get(message.id, ()):
                        heard.set()
                return True
        except Exception as error:
            LOG.error("delivery_failed", conversation=conversation_id, error=type(error).__name__, exc_info=True)
            return False

    def _mark(self, conversation_id: str) -> tuple[Stored, str] | None:
        """Step 4: the oldest unheard message becomes the one in delivery, with the question that is open now."""
        reached("before:mark")
        with self._units.write() as unit:
            while message := unit.messages.next_unheard(conversation_id):
                if not unit.turns.exists(message.id):
                    break
                unit.messages.hear(message.id)
            if message is None:
                unit.commit()
                return None
            about = unit.conversations.get(conversation_id)
            if about is None:
                raise ConversationUnknown()
            recent = unit.messages.latest(conversation_id, RECENT)
            # A question put after these words were typed was not seen by who typed them: a queued "ja" must not answer it.
            unseen = any(one.author == "bot" and one.ask and one.seq > message.seq for one in recent)
            log = Log(about.id, about.channel, about.language, about.opened_at, messages=tuple(one.message() for one in recent))
            ask = None if unseen else self._core.open_field(log)
            unit.messages.deliver(message.id, ask)
            reached("within:mark")
            unit.commit()
        reached("after:mark")
        return replace(message, state="delivering", ask=ask), about.language

    def _look(self, message: Stored) -> bool:
        """Step 7: what Rasa replied does not matter; what stands in the store does."""
        reached("before:look")
        heard = self._is_heard(message)
        reached("after:look")
        return heard

    def _is_heard(self, message: Stored) -> bool:
        with self._units.read() as unit:
            return unit.turns.exists(message.id)

    def _unheard_conversations(self) -> list[str]:
        with self._units.read() as unit:
            return unit.messages.conversations_with_unheard()
