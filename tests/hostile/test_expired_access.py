"""Access to a conversation ends when it is not used; the code gives it back, and nothing that was typed is lost."""

import contextlib
import pathlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from alembic import command

from bot.settings import SettingRefused, Settings
from bot.store.engine import make_engine
from bot.store.upgrade import config, upgrade
from tests.hostile.test_bad_input import Talk, locked, problem, small_house
from tests.turn.house import SECRET
from tests.turn.served import Served
from tests.web.test_pages_doors import hidden

CODE = "code"


@pytest.fixture
def house(tmp_path: pathlib.Path) -> Iterator[Served]:
    with small_house(tmp_path, access_days=30) as up:
        yield up


def age(folder: pathlib.Path, days: float) -> None:
    """Let every token have been used last so many days ago."""
    with contextlib.closing(sqlite3.connect(folder / "claims.db")) as connection:
        at = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
        connection.execute("UPDATE access_tokens SET used_at = ?", (at,))
        connection.commit()


def last_used(folder: pathlib.Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(folder / "claims.db")) as connection:
        return [at for (at,) in connection.execute("SELECT used_at FROM access_tokens ORDER BY created_at")]


def test_a_token_that_was_not_used_for_long_asks_for_the_code(house: Served, tmp_path: pathlib.Path) -> None:
    client = httpx.Client(base_url=house.url, timeout=20)
    opened = client.post("/api/v1/conversations", json={}).json()
    path, caller = f"/api/v1/conversations/{opened['id']}", {"Authorization": f"Bearer {opened['access_token']}"}
    say = {**caller, "Idempotency-Key": "k1"}
    assert client.post(f"{path}/messages", json={"text": "Er is iets gebeurd."}, headers=say).status_code == 200
    age(tmp_path, 30.01)
    for answer in (
        client.post(f"{path}/messages", json={"text": "En nog iets."}, headers={**caller, "Idempotency-Key": "k2"}),
        client.get(f"{path}/messages", headers=caller),
        client.get(f"{path}/claim-file", headers=caller),
        client.get(f"{path}/events", headers=caller),
        client.patch(f"{path}/fields/reporter_name", json={"value": "An"}, headers=caller),
        client.post(f"{path}/submit", headers=caller),
        client.put(f"{path}/language", json={"language": "nl-BE"}, headers=caller),
        client.post(f"{path}/documents", files={"file": ("a.txt", b"a")}, headers=caller),
    ):
        assert "hervatcode" in problem(answer, 401, "token_expired")
        assert answer.headers["www-authenticate"] == "Bearer"
    again = client.post("/api/v1/conversations/resume", json={"code": opened["resume_code"]}).json()
    fresh = {"Authorization": f"Bearer {again['access_token']}", "Idempotency-Key": "k2"}
    assert client.post(f"{path}/messages", json={"text": "En nog iets."}, headers=fresh).status_code == 200
    said = [one["text"] for one in client.get(f"{path}/messages", headers=fresh).json()["messages"] if one["author"] == "insured"]
    assert said == ["Er is iets gebeurd.", "En nog iets."]
    problem(client.get(f"{path}/messages", headers=caller), 401, "token_expired")  # the old one stays closed


def test_a_token_that_never_was_good_does_not_learn_of_codes(house: Served, tmp_path: pathlib.Path) -> None:
    one, other = Talk(house.url), Talk(house.url)
    age(tmp_path, 31)
    for talk, token in ((one, other.headers), (one, {"Authorization": "Bearer geraden"})):
        problem(talk.client.get(f"{talk.path}/messages", headers=token), 401, "token_refused")


def test_use_makes_it_last_again_but_not_every_call_writes(house: Served, tmp_path: pathlib.Path) -> None:
    talk = Talk(house.url)
    age(tmp_path, 1)
    before = last_used(tmp_path)
    talk.mine()
    assert last_used(tmp_path) == before, "a tenth of the lifetime may pass first"
    age(tmp_path, 29)
    talk.mine()
    assert datetime.fromisoformat(last_used(tmp_path)[0]).replace(tzinfo=UTC) > datetime.now(UTC) - timedelta(minutes=1)
    age(tmp_path, 29)
    talk.works()


def test_a_store_that_cannot_write_lets_people_read_on(house: Served, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.engine.BUSY_MS", 100)
    talk = Talk(house.url)
    house.system.close_store()  # connections made from now on have less patience
    age(tmp_path, 10)
    with locked(tmp_path):
        assert talk.client.get(f"{talk.path}/messages", headers=talk.headers).status_code == 200
    assert talk.client.get(f"{talk.path}/messages", headers=talk.headers).status_code == 200


def test_without_scripts_what_was_typed_stays_and_the_code_opens_the_talk(house: Served, tmp_path: pathlib.Path) -> None:
    with httpx.Client(base_url=house.url, timeout=20) as api:
        opened = api.post("/api/v1/conversations", json={}).json()
    with httpx.Client(base_url=house.url, timeout=20, follow_redirects=True) as client:
        client.cookies.set("claimloket_web_chat", f"{opened['id']}:{opened['access_token']}")
        client.post("/", data={"text": "Er is iets gebeurd.", "key": "k1"})
        age(tmp_path, 31)
        refused = client.post("/", data={"text": "En dan <dit> nog.", "key": "k2"})
        assert refused.status_code == 401
        assert "hervatcode" in refused.text
        assert "En dan &lt;dit&gt; nog.</textarea>" in refused.text
        wrong = client.post("/", data={CODE: "BBBB-BBBB-BBBB"})
        assert wrong.status_code == 404
        assert "Deze code klopt niet" in wrong.text
        back = client.post("/", data={CODE: opened["resume_code"].lower()})
        assert back.status_code == 200
        assert "Er is iets gebeurd." in back.text
        assert client.post("/", data={"text": "En dan dit nog.", "key": hidden(back.text, "key")}).status_code == 200
    said = [one.text for one in house.system.intake.since(opened["id"]) if one.author == "insured"]
    assert said == ["Er is iets gebeurd.", "En dan dit nog."]


def test_tokens_of_before_count_from_when_they_were_given(tmp_path: pathlib.Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    command.upgrade(config(engine), "0002")
    with contextlib.closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute(
            "INSERT INTO conversations (id, channel, language, opened_at, changed_at, status, model, summary)"
            " VALUES ('c1', 'web_chat', 'nl-NL', '2026-01-01', '2026-01-01', 'draft', '{}', '{}')"
        )
        connection.execute("INSERT INTO access_tokens VALUES ('h', 'c1', '2026-01-02 03:04:05.000000')")
        connection.commit()
    upgrade(engine)
    with contextlib.closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        assert connection.execute("SELECT used_at FROM access_tokens").fetchall() == [("2026-01-02 03:04:05.000000",)]
    command.downgrade(config(engine), "0002")
    engine.dispose()


@pytest.mark.parametrize("days", [0, -1])
def test_a_lifetime_that_is_none_is_refused_at_the_start(days: float) -> None:
    with pytest.raises(SettingRefused, match="ACCESS_DAYS"):
        Settings(database_url="x", action_secret=SECRET, session_secret=SECRET, access_days=days)
