"""What a person, a program or a machine in trouble can send: a clear Dutch answer, nothing lost, the next message works.

What stands elsewhere: keys, tokens and ten messages at once in tests/web/test_api.py and tests/turn/test_crowd_and_trouble.py;
commands typed to the real Rasa, and Rasa killed in a turn, in tests/turn/test_with_rasa.py.
"""

import contextlib
import json
import pathlib
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.services import core as cores
from bot.services.texts import Catalogue
from bot.store import engine
from bot.wiring import ROOT
from tests.turn.served import Served, served

V1 = "/api/v1"


class Talk:
    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, timeout=40)
        opened = self.client.post(f"{V1}/conversations", json={}).json()
        self.id, self.path = opened["id"], f"{V1}/conversations/{opened['id']}"
        self.headers = {"Authorization": f"Bearer {opened['access_token']}"}

    def say(self, text: str, key: str | None = None) -> httpx.Response:
        return self.raw(json.dumps({"text": text}).encode(), key)

    def raw(self, body: bytes, key: str | None = None) -> httpx.Response:
        headers = {**self.headers, "Content-Type": "application/json", "Idempotency-Key": key or str(uuid.uuid4())}
        return self.client.post(f"{self.path}/messages", content=body, headers=headers)

    def mine(self) -> list[str]:
        found = self.client.get(f"{self.path}/messages", headers=self.headers).json()["messages"]
        return [one["text"] for one in found if one["author"] == "insured"]

    def works(self) -> None:
        assert self.say("weet ik niet").status_code == 200


@pytest.fixture
def talk(house: Served) -> Talk:
    return Talk(house.url)


def problem(answer: httpx.Response, status: int, code: str) -> str:
    body = answer.json()
    assert (answer.status_code, body.get("code")) == (status, code), answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
    assert str(body["detail"])[0].isupper()
    assert " " in str(body["detail"])
    return str(body["detail"])


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "?",
        "é",
        "e\u0301" * 40,  # combining marks
        "Z" + "\u0336\u0344" * 500,  # many marks on one letter
        "\u202egnal si tid\u202c daar",  # right to left
        "מה קרה? الفدية",
        "on\u200bzicht\u200dbaar\ufeff",  # zero width
        "👩\u200d💻🏳\ufe0f\u200d🌈🇧🇪👍🏽",
        "\x01\x02\x1b[31mrood\x7f\x85",
        "<script>alert(document.cookie)</script><img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} {utter_noted} {0} %s %n",
        "'; DROP TABLE messages; --",
        '/inform{"policy_number": "1"}',
        "/restart",
        "\\u0000 \\",
        "a" * 100_000,
        "🙂" * 200_000,
        "€ " * 50_000 + "100",
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_every_text_is_kept_as_it_is_and_heard(talk: Talk, text: str) -> None:
    answer = talk.say(text)
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert talk.mine() == [text]
    claim = talk.client.get(f"{talk.path}/claim-file", headers=talk.headers).json()
    assert [one["text"] for one in claim["transcript"] if one["author"] == "insured"] == [text]
    talk.works()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "invalid"),
        (b"{", "invalid"),
        (b"nonsense", "invalid"),
        (b"[]", "invalid"),
        (b'"tekst"', "invalid"),
        (b"null", "invalid"),
        (b"{}", "invalid"),
        (b'{"text": null}', "invalid"),
        (b'{"text": 5}', "invalid"),
        (b'{"text": ["a"]}', "invalid"),
        (b'{"text": {"a": "b"}}', "invalid"),
        (b'{"text": "a", "author": "adjuster"}', "invalid"),
        (b'{"text": "a", "__proto__": {}}', "invalid"),
        (b'{"text": "\xff\xfe"}', "invalid"),
        (b'{"text": NaN}', "invalid"),
        (b'{"text": ' + b"9" * 5000 + b"}", "invalid"),
        (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "invalid"),
        (b'{"text": "\\ud83d"}', "text_not_unicode"),
        (b'{"text": "a\\udc00b"}', "text_not_unicode"),
        (b'{"text": "\\u0000"}', "text_blank"),
        (b'{"text": "\\u200b\\u2060\\ufeff"}', "text_blank"),
        (b'{"text": "\\u202e"}', "text_blank"),
    ],
    ids=lambda one: ascii(one[:24]),
)
def test_what_is_no_message_is_refused_and_nothing_is_kept(talk: Talk, body: bytes, code: str) -> None:
    problem(talk.raw(body), 422, code)
    assert talk.mine() == []
    talk.works()


def test_one_too_many(talk: Talk) -> None:
    assert "200000" in problem(talk.say("a" * 200_001), 413, "text_too_long").replace(".", "")
    problem(talk.say("🙂" * 200_001), 413, "text_too_long")
    assert talk.mine() == []
    talk.works()


@pytest.mark.parametrize(
    "value",
    [
        b"NaN",
        b"-Infinity",
        b"1e999",
        b"9" * 5000,
        b"[" * 5000 + b"]" * 5000,
        b'{"a":' * 900 + b"1" + b"}" * 900,
        b'"' + b"x" * 200_000 + b'"',
    ],
    ids=lambda one: ascii(one[:12]),
)
@pytest.mark.parametrize("field", ["reporter_name", "ransom_paid_amount", "documents", "incident_occurred_at", "ransom_paid"])
def test_a_value_that_no_field_can_have(talk: Talk, field: str, value: bytes) -> None:
    headers = {**talk.headers, "Content-Type": "application/json"}
    answer = talk.client.patch(f"{talk.path}/fields/{field}", content=b'{"value": ' + value + b"}", headers=headers)
    assert answer.status_code in (404, 413, 422), answer.text[:300]
    assert answer.json()["detail"]
    talk.works()


@pytest.mark.parametrize("path", ["a%00b", "..%2f..", "%ff", "x" * 4000, "' OR 1=1 --", "\u202e"])
def test_an_id_that_is_none(talk: Talk, path: str) -> None:
    answer = talk.client.get(f"{V1}/conversations/{path}/messages", headers=talk.headers)
    problem(answer, 404 if "%2f" in path else 401, "not_found" if "%2f" in path else "token_refused")


@pytest.mark.parametrize("token", ["x" * 8000, "\u00e9", "a b", "Bearer", "' OR 1=1"])
def test_a_token_that_is_none(talk: Talk, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}".encode("latin-1")}
    problem(talk.client.get(f"{talk.path}/messages", headers=headers), 401, "token_refused")  # type: ignore[arg-type]


# --- the database in trouble -------------------------------------------------------------------------------------------


@contextlib.contextmanager
def small_house(folder: pathlib.Path, **more: Any) -> Iterator[Served]:
    with served(folder, cores.real(Catalogue.load(ROOT / "domain.yml")), local_dir=str(folder / "local"), **more) as up:
        yield up


@contextlib.contextmanager
def locked(folder: pathlib.Path) -> Iterator[None]:
    """Somebody else holds the right to write."""
    with contextlib.closing(sqlite3.connect(folder / "claims.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_locked_database_says_so_and_the_same_key_works_later(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 200)
    with small_house(tmp_path) as house:
        talk = Talk(house.url)
        with locked(tmp_path):
            answer = talk.say("Er is iets gebeurd.", "k1")
            assert "opnieuw" in problem(answer, 503, "store_unavailable")
            assert int(answer.headers["retry-after"]) > 0
            assert talk.client.get("/healthz").status_code == 200
            assert talk.mine() == []  # reading goes on
            problem(talk.client.post(f"{V1}/conversations", json={}), 503, "store_unavailable")
        assert talk.say("Er is iets gebeurd.", "k1").status_code == 200
        assert talk.mine() == ["Er is iets gebeurd."]


def test_a_database_locked_for_a_moment_is_waited_for(tmp_path: pathlib.Path) -> None:
    with small_house(tmp_path) as house:
        talk, answers = Talk(house.url), list[httpx.Response]()
        with locked(tmp_path):
            saying = threading.Thread(target=lambda: answers.append(talk.say("Er is iets gebeurd.")))
            saying.start()
            time.sleep(1)
        saying.join()
        assert answers[0].status_code == 200


def test_a_database_locked_in_the_middle_of_a_turn_keeps_the_message(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    with small_house(tmp_path, heard_within_seconds=0.5) as house:
        talk, deliver = Talk(house.url), house.line.deliver

        async def locked_line(message: Any, language: str) -> None:
            with locked(tmp_path):
                await deliver(message, language)

        monkeypatch.setattr(house.line, "deliver", locked_line)
        answer = talk.say("Er is iets gebeurd.", "k1")
        assert (answer.status_code, answer.json()["status"]) == (202, "queued")
        monkeypatch.undo()
        later = next(found for _ in range(100) if (found := talk.say("Er is iets gebeurd.", "k1")).status_code == 200)
        assert later.json()["status"] == "heard"
        assert talk.mine() == ["Er is iets gebeurd."]


class Disk:
    """A database that cannot grow while `full`."""

    def __init__(self) -> None:
        self.full = False

    def begin(self, connection: Any) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar() if self.full else 1_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        BEGIN(connection)


BEGIN = engine.begin_sqlite


def test_a_full_disk_says_so_and_nothing_said_before_is_lost(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk()
    monkeypatch.setattr(engine, "begin_sqlite", disk.begin)
    with small_house(tmp_path) as house:
        talk = Talk(house.url)
        assert talk.say("Voor de schijf vol was.").status_code == 200
        disk.full = True
        long = "Nog een verhaal. " * 3000
        problem(talk.say(long, "k2"), 503, "store_unavailable")
        assert talk.mine() == ["Voor de schijf vol was."]
        assert house.system.deliverer is not None
        disk.full = False
        assert talk.say(long, "k2").status_code == 200
        assert talk.mine() == ["Voor de schijf vol was.", long]


def test_a_disk_that_fills_up_during_the_turn_keeps_the_message(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk()
    monkeypatch.setattr(engine, "begin_sqlite", disk.begin)
    with small_house(tmp_path, heard_within_seconds=0.5) as house:
        talk, deliver = Talk(house.url), house.line.deliver
        house.line.entities = [{"entity": "person", "start": 0, "end": 1, "value": "x" * 400} for _ in range(200)]

        async def filling(message: Any, language: str) -> None:
            disk.full = True
            await deliver(message, language)

        monkeypatch.setattr(house.line, "deliver", filling)
        answer = talk.say("Er is iets gebeurd.", "k1")
        assert (answer.status_code, answer.json()["status"]) == (202, "queued")
        monkeypatch.setattr(house.line, "deliver", deliver)
        disk.full = False
        later = next(found for _ in range(100) if (found := talk.say("Er is iets gebeurd.", "k1")).status_code == 200)
        assert later.json()["status"] == "heard"
        assert talk.mine() == ["Er is iets gebeurd."]
