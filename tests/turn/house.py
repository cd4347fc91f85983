"""Start, kill and look into a whole house: the app process, a Rasa, and the database between them."""

import contextlib
import multiprocessing.process
import os
import pathlib
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from typing import Any

import httpx

from bot.channel import rasa_process
from tests.turn import app_process

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECRET = "test-secret-that-is-long-enough"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    """One app and one Rasa on ports and a folder of their own."""

    def __init__(self, folder: pathlib.Path, *, small: bool = True) -> None:
        self.folder, self.small = folder, small
        self.database = folder / "claims.db"
        self.port, self.action_port, self.rasa_port = free_port(), free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.action_url = f"http://127.0.0.1:{self.action_port}/rasa/actions"
        self.app: multiprocessing.process.BaseProcess | None = None
        self.rasa: subprocess.Popen[bytes] | None = None

    def start_app(self, *, fault: str = "", ready: bool = True, **more: str) -> None:
        env = {
            "CLAIMLOKET_ENVIRONMENT": "test",
            "CLAIMLOKET_FAULT": fault,
            "CLAIMLOKET_DATABASE_URL": f"sqlite:///{self.database}",
            "CLAIMLOKET_ACTION_SECRET": SECRET,
            "CLAIMLOKET_SESSION_SECRET": SECRET,
            "CLAIMLOKET_PORT": str(self.port),
            "CLAIMLOKET_ACTION_PORT": str(self.action_port),
            "CLAIMLOKET_RASA_URL": f"http://127.0.0.1:{self.rasa_port}",
            "CLAIMLOKET_RETRY_FIRST_SECONDS": "0.1",
            "CLAIMLOKET_RETRY_MOST_SECONDS": "0.5",
            "CLAIMLOKET_HEARD_WITHIN_SECONDS": "5",
            **more,
        }
        self.app = app_process.start(env, self.folder / "app.log", small=self.small)
        if ready:
            self.wait_for(lambda: self.answers("/readyz"), "the app")

    def start_rasa(self, mode: str = "good") -> None:
        command = [sys.executable, "-m", "tests.turn.stand_in", str(self.rasa_port), self.action_url, SECRET, mode]
        with (self.folder / "rasa.log").open("ab") as out:
            self.rasa = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=out, stderr=out)
        self.wait_for(lambda: httpx.get(f"http://127.0.0.1:{self.rasa_port}/webhooks/rest/").status_code == 200, "the stand-in")

    def start_real_rasa(self, model: pathlib.Path) -> None:
        """Rasa itself, with the trained model; returns when it answers."""
        started = rasa_process.start_rasa(
            port=self.rasa_port, action_url=self.action_url, secret=SECRET, model=model, log_path=self.folder / "rasa.log"
        )
        self.rasa = started.process
        started.ready()

    def kill(self, which: str) -> None:
        """SIGKILL, and wait for the end."""
        process = getattr(self, which)
        if process is not None:
            process.kill()
            process.join() if which == "app" else process.wait()
            setattr(self, which, None)

    def died(self) -> int | None:
        """Wait until the app has died by itself; its exit code (minus the signal)."""
        assert self.app is not None
        self.app.join(20)
        code = self.app.exitcode
        self.kill("app")
        return code

    def end(self) -> None:
        self.kill("app")
        self.kill("rasa")

    def answers(self, path: str) -> bool:
        return httpx.get(self.url + path, timeout=3).status_code == 200

    def wait_for(self, done: Any, what: str, seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(httpx.HTTPError, sqlite3.OperationalError):
                if done():
                    return
            if self.app is not None and self.app.exitcode is not None and what == "the app":
                break
            time.sleep(0.03)
        raise AssertionError(f"{what} not in time; log:\n{self.said()[-3000:]}")

    def said(self) -> str:
        log = self.folder / "app.log"
        return log.read_text() if log.exists() else ""

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()

    def unheard(self) -> int:
        return int(self.rows("SELECT count(*) FROM messages WHERE state IN ('stored', 'delivering')")[0][0])


class Talker:
    """A person with one conversation, through the API."""

    def __init__(self, house: House) -> None:
        self.house = house
        opened = httpx.post(f"{house.url}/api/v1/conversations", json={"channel": "web_chat", "language": "nl-NL"}, timeout=10)
        assert opened.status_code == 201, opened.text
        self.body = opened.json()
        self.id: str = self.body["id"]
        self.path = f"{house.url}/api/v1/conversations/{self.id}"
        self.headers = {"Authorization": f"Bearer {self.body['access_token']}"}

    def say(self, text: str, key: str | None = None, timeout: float = 30.0) -> httpx.Response:
        headers = {**self.headers, "Idempotency-Key": key or str(uuid.uuid4())}
        return httpx.post(f"{self.path}/messages", json={"text": text}, headers=headers, timeout=timeout)

    def get(self, what: str) -> Any:
        answer = httpx.get(f"{self.path}/{what}", headers=self.headers, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()


def assert_whole(house: House, talker: Talker, texts: list[str]) -> None:
    """Every message stored once, in order, heard once, with one set of bot messages each."""
    messages = house.rows("SELECT id, text, state FROM messages WHERE conversation_id = ? AND author = 'insured' ORDER BY seq", talker.id)
    assert [text for _id, text, _state in messages] == texts
    assert [state for _id, _text, state in messages] == ["heard"] * len(texts)
    ids = [one[0] for one in messages]
    assert sorted(one[0] for one in house.rows("SELECT message_id FROM turns")) == sorted(ids)
    assert [one[0] for one in house.rows("SELECT message_id FROM assertions ORDER BY rank")] == ids
    replies = house.rows("SELECT reply_to, text_id, text FROM messages WHERE author = 'bot' AND reply_to IS NOT NULL ORDER BY seq")
    said = [one for one in replies if one[1] == "utter_count"]
    assert [(one[0], one[2]) for one in said] == [(id, f"Gehoord: {n}.") for n, id in enumerate(ids, 1)]
    assert len(replies) == 2 * len(ids)


@contextlib.contextmanager
def house_in(folder: pathlib.Path, rasa: str = "good", **more: str) -> Iterator[House]:
    house = House(folder)
    try:
        if rasa:
            house.start_rasa(rasa)
        house.start_app(**more)
        yield house
    finally:
        house.end()
