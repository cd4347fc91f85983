"""A bell per conversation: whoever wrote something rings it, whoever shows the conversation hears it. Within this process.

With several machines the same two calls can stand on PostgreSQL's LISTEN and NOTIFY.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Bell:
    """`ring` may be called from any thread; `listen` only from the event loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ears: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._closing = False

    def open(self) -> None:
        """Take the running event loop as the one on which ears are woken."""
        self._loop, self._closing = asyncio.get_running_loop(), False

    def close(self) -> None:
        """Wake every ear for the last time, so that open streams can end."""
        self._closing = True
        for conversation_id in list(self._ears):
            self._wake(conversation_id)

    @property
    def closing(self) -> bool:
        return self._closing

    def ring(self, conversation_id: str) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, conversation_id)

    def _wake(self, conversation_id: str) -> None:
        for ear in self._ears.get(conversation_id, ()):
            ear.set()

    @contextmanager
    def listen(self, conversation_id: str) -> Iterator[asyncio.Event]:
        """An event that is set at every ring; the listener clears it."""
        ear = asyncio.Event()
        self._ears[conversation_id].add(ear)
        try:
            yield ear
        finally:
            self._ears[conversation_id].discard(ear)
            if not self._ears[conversation_id]:
                del self._ears[conversation_id]
