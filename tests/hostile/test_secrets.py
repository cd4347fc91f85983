"""Secrets told to the running product, with its own Rasa: not one of them in the database, the logs, the claim file or a replay.

`secrets.jsonl` holds texts with the secret in each (numbers are made up, their check digits right; short PIN codes stand in
tests/claims/test_masking.py, because four digits turn up anywhere by chance); `lookalikes.txt` what a claim needs.
"""

import asyncio
import json
import pathlib
from collections.abc import Iterator

import pytest

from bot import wiring
from bot.channel import training
from bot.claims.masking import mask
from tests.turn.house import House, Talker

HERE = pathlib.Path(__file__).parent
PLANTED = [json.loads(line) for line in (HERE / "secrets.jsonl").read_text(encoding="utf-8").splitlines()]
LOOKALIKES = (HERE / "lookalikes.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return training.train(tmp_path_factory.mktemp("train") / "train.log")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, model: pathlib.Path) -> Iterator[tuple[House, Talker]]:
    """The product after it was told every secret: each in a message, all in one message, and some by hand and in a file's name."""
    house = House(tmp_path_factory.mktemp("secrets"), small=False)
    try:
        house.start_real_rasa(model)
        house.start_app(CLAIMLOKET_LOCAL_DIR=str(house.folder / "local"))
        talker = Talker(house)
        for one in PLANTED:
            assert talker.say(one["text"]).json()["status"] == "heard"
        assert talker.say("\n\n".join(one["text"] for one in PLANTED)).json()["status"] == "heard"
        yield house, talker
    finally:
        house.end()


def found_in(content: str) -> list[str]:
    return [one["secret"] for one in PLANTED if one["secret"] in content]


def test_there_are_sixty_of_each() -> None:
    assert (len(PLANTED), len({one["secret"] for one in PLANTED})) == (60, 60)
    assert len(set(LOOKALIKES)) == 60
    assert all(one["secret"] in one["text"] for one in PLANTED)


def test_no_secret_is_in_the_database_or_its_log(told: tuple[House, Talker]) -> None:
    house, _ = told
    files = sorted(house.folder.glob("claims.db*"))
    assert {"claims.db", "claims.db-wal"} <= {one.name for one in files}
    stored = "\n".join(one.read_bytes().decode("utf-8", "replace") for one in files)
    assert "gebruikersnaam jan, wachtwoord" in stored  # the texts themselves are there
    assert found_in(stored) == []
    columns = "\n".join(str(row) for table in ("messages", "assertions", "parses") for row in house.rows(f"SELECT * FROM {table}"))
    assert found_in(columns) == []


def test_no_secret_is_in_any_log(told: tuple[House, Talker]) -> None:
    house, _ = told
    logs = {one.name: one.read_text(encoding="utf-8", errors="replace") for one in house.folder.rglob("*.log")}
    assert set(logs) >= {"app.log", "rasa.log"}
    assert {name: found_in(content) for name, content in logs.items() if found_in(content)} == {}


def test_no_secret_is_in_the_claim_file_or_the_messages(told: tuple[House, Talker]) -> None:
    _, talker = told
    claim, messages = talker.get("claim-file"), talker.get("messages")
    assert found_in(json.dumps(claim, ensure_ascii=False)) == []
    assert found_in(json.dumps(messages, ensure_ascii=False)) == []
    assert len(claim["transcript"]) > len(PLANTED)


def test_no_secret_is_in_a_replay(tmp_path: pathlib.Path, model: pathlib.Path) -> None:
    said = [{"id": f"m{n}", "author": "insured", "at": "2026-11-16T09:00:00+01:00", "text": one["text"]} for n, one in enumerate(PLANTED)]
    source, target, log = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "rasa.log"
    source.write_text(json.dumps({"id": "c1", "language": "nl-BE", "messages": said}) + "\n", encoding="utf-8")
    assert asyncio.run(wiring.replay(model, source, target, log)) == 1
    assert "gebruikersnaam jan" in target.read_text(encoding="utf-8")
    assert found_in(json.dumps(json.loads(target.read_text(encoding="utf-8")), ensure_ascii=False)) == []
    assert found_in(log.read_text(encoding="utf-8", errors="replace")) == []


def test_what_only_looks_like_a_secret_stays() -> None:
    touched = [text for text in LOOKALIKES if mask(text) != text]
    assert len(touched) <= 1, touched
