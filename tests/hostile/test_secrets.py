"""Secrets told to the running product, with its own Rasa: not one of them in the database, the logs, the claim file or a replay.

`secrets.jsonl` and `secrets_more.jsonl` (written later) hold texts with the secret in each (numbers are made up, their check digits
right; short PIN codes stand in tests/claims/test_masking.py, because four digits turn up anywhere by chance);
`lookalikes.txt` and `lookalikes_more.txt` what a claim needs.
"""

import asyncio
import json
import pathlib
from collections.abc import Iterator

import httpx
import pytest

from bot import wiring
from bot.channel import training
from bot.claims.masking import mask
from tests.turn.house import House, Talker

HERE = pathlib.Path(__file__).parent
NAMES = ("", "_more")
PLANTED = [json.loads(line) for name in NAMES for line in (HERE / f"secrets{name}.jsonl").read_text(encoding="utf-8").splitlines()]
LOOKALIKES = [line for name in NAMES for line in (HERE / f"lookalikes{name}.txt").read_text(encoding="utf-8").splitlines()]
# Short numbers turn up anywhere by chance; that they are blotted out is tested on the text alone.
LONG = [one for one in PLANTED if len(one["secret"]) > 6 or not one["secret"].replace(" ", "").isdigit()]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return training.train(tmp_path_factory.mktemp("train") / "train.log")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, model: pathlib.Path) -> Iterator[tuple[House, Talker]]:
    """The product after it was told every secret: each in a message, all in one message, and some by hand and in a file's name."""
    house = House(tmp_path_factory.mktemp("secrets"), small=False)
    try:
        house.start_real_rasa(model)
        house.start_app(CLAIMLOKET_LOCAL_DIR=str(house.folder / "local"), CLAIMLOKET_HEARD_WITHIN_SECONDS="60")
        talker = Talker(house)
        for one in PLANTED:
            assert talker.say(one["text"]).json()["status"] == "heard"
        assert talker.say("\n\n".join(one["text"] for one in PLANTED)).json()["status"] == "heard"
        # A name of a file cannot hold a "/", by which some are told.
        for one in [one for one in PLANTED[:6] + PLANTED[60:65] if "/" not in one["text"]]:
            file = {"file": (f"{one['text'][:100]}.txt", b"log " + one["secret"][:2].encode())}
            httpx.post(f"{talker.path}/documents", files=file, headers=talker.headers, timeout=20).raise_for_status()
            value = {"value": one["text"]}
            httpx.patch(f"{talker.path}/fields/insured_view", json=value, headers=talker.headers, timeout=20).raise_for_status()
            wrong = httpx.post(f"{house.url}/api/v1/conversations/resume", json={"code": one["secret"]}, timeout=20)
            assert one["secret"] not in wrong.text
        yield house, talker
    finally:
        house.end()


def found_in(content: str) -> list[str]:
    return [one["secret"] for one in LONG if one["secret"] in content]


def test_there_are_twice_sixty_of_each() -> None:
    assert (len(PLANTED), len({one["secret"] for one in PLANTED})) == (120, 120)
    assert len(set(LOOKALIKES)) == 120
    assert len(LONG) > 110
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


def test_every_sign_of_a_secret_is_blotted_out() -> None:
    for one in PLANTED:
        start = one["text"].index(one["secret"])
        left = mask(one["text"])[start : start + len(one["secret"])]
        assert not [sign for sign in left if sign.isalnum()], one


def test_what_only_looks_like_a_secret_stays() -> None:
    touched = [text for text in LOOKALIKES if mask(text) != text]
    assert len(touched) <= 1, touched
