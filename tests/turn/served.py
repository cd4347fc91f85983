"""The app in a thread of the test, with a line that hears at once instead of a Rasa: for tests of the door."""

import asyncio
import contextlib
import pathlib
import threading
import time
from collections.abc import Iterator
from typing import Any

import uvicorn

from bot import wiring
from bot.channel.pieces import cut
from bot.claims.errors import ClaimError
from bot.claims.records import Parse, Stored
from bot.services.core import Core
from bot.services.hearing import Hearing
from bot.settings import Settings
from tests.turn.house import SECRET, free_port
from tests.turn.small_core import small_core


class DirectLine:
    """Hands every piece straight to the hearing, as a Rasa that understands nothing; `away` lets it hear nothing at all."""

    def __init__(self) -> None:
        self.hearing: Hearing | None = None
        self.away = False
        self.intent = "inform_incident"
        self.entities: list[dict[str, Any]] = []

    async def deliver(self, message: Stored, language: str) -> None:
        if self.away or self.hearing is None:
            return
        for piece in cut(message.text):
            about = (message.id, piece.offset, piece.length, piece.number, piece.of)
            with contextlib.suppress(ClaimError):
                await asyncio.to_thread(self.hearing.hear, Parse(*about, ((self.intent, 0.9),), tuple(self.entities)))

    async def answers(self) -> bool:
        return not self.away

    async def close(self) -> None:
        pass


class Served:
    """A running app: `url` for callers, `system` and `line` for the test."""

    def __init__(self, settings: Settings, core: Core | None) -> None:
        self.line = DirectLine()
        self.system = wiring.build(settings, core, self.line)
        self.line.hearing = self.system.hearing
        self.url = f"http://127.0.0.1:{settings.port}"
        self._server = uvicorn.Server(
            uvicorn.Config(self.system.app, port=settings.port, log_level="critical", lifespan="off", timeout_graceful_shutdown=1)
        )
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))

    async def _run(self) -> None:
        await self.system.start()
        with contextlib.suppress(asyncio.CancelledError):
            await self._server.serve()
        await self.system.stop()

    def start(self) -> None:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@contextlib.contextmanager
def served(folder: pathlib.Path, core: Core | None = None, **more: Any) -> Iterator[Served]:
    """With the small core, unless another is given."""
    settings = Settings(
        **{
            "database_url": f"sqlite:///{folder / 'claims.db'}",
            "action_secret": SECRET,
            "session_secret": SECRET,
            "environment": "test",
            "port": free_port(),
            "retry_first_seconds": 0.05,
            "retry_most_seconds": 0.1,
            "heard_within_seconds": 3.0,
            **more,
        }
    )
    house = Served(settings, core or small_core())
    house.start()
    try:
        yield house
    finally:
        house.stop()
