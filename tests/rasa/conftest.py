"""A real Rasa server for the tests of this folder: trained when its sources changed, started once, stopped at the end."""

import pathlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from action_server import ActionServer, Call

from bot.channel import rasa_process, training

SECRET = "a-secret-of-the-tests"


@dataclass(frozen=True)
class Served:
    """A running Rasa with its HTTP API, and the action server it calls."""

    rasa: rasa_process.RasaProcess
    actions: ActionServer
    client: httpx.Client

    def say(self, text: str, *, sender: str = "conversation-1", **metadata: Any) -> Call | None:
        """Send one message through the REST channel; the call that reached the action server, or None."""
        before = len(self.actions.calls)
        body = {"sender": sender, "message": text, "metadata": {"message_id": "m-1", **metadata}}
        self.client.post(f"{self.rasa.url}/webhooks/rest/webhook", json=body).raise_for_status()
        calls = self.actions.calls[before:]
        assert len(calls) <= 1
        return calls[0] if calls else None

    def parse(self, text: str) -> dict[str, Any]:
        answer = self.client.post(f"{self.rasa.url}/model/parse", json={"text": text})
        return dict(answer.raise_for_status().json())

    def log(self) -> str:
        return self.rasa.log.read_text(encoding="utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return training.train(tmp_path_factory.mktemp("train") / "train.log")


@pytest.fixture(scope="session")
def served(model: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with ActionServer() as actions, httpx.Client(timeout=30) as client:
        log = tmp_path_factory.mktemp("rasa") / "rasa.log"
        rasa = rasa_process.start_rasa(port=free_port(), action_url=actions.url, secret=SECRET, model=model, api=True, log_path=log)
        try:
            rasa.ready()
            yield Served(rasa, actions, client)
        finally:
            rasa.stop()


@pytest.fixture(autouse=True)
def _fine_answers(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test may spoil the action server's answers; the next one finds them whole."""
    yield
    if "served" in request.fixturenames:
        request.getfixturevalue("served").actions.reply = ActionServer.FINE
