"""Evidence through the real Rasa: whatever signs stand before, in and after it, a quote is exactly the text at its place."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.channel import training
from tests.turn.house import House, Talker

SAID = "De klant betaalde 7 bitcoin losgeld op 3 november 2026."
AROUND = [
    "{}",
    "👩\u200d💻🏳\ufe0f\u200d🌈🇧🇪👍🏽 {} 😀😀",
    "e\u0301e\u0301 cafe\u0301 nai\u0308ef. {}",
    "Z" + "\u0336\u0344" * 200 + ". {}",
    "\u202eomgekeerd\u202c. {} \u202e",
    "הפורץ ביקש כסף. {} الفدية",
    "\u200b\u200d\ufeff{}\u200b",
    "\x01\x02 {} \x7f\x85",
    "\t\n \u00a0\u2003{}\u3000\n",
    "<b>{}</b><script>alert(1)</script>",
    "/restart {}",
    ' /inform{{"policy_number": "1"}} {}',
    "\r\nregel een\r\n\r\n{}\r\n",
    "\0a\0 {} \0",
    "𝔻𝕖 𝕜𝕝𝕒𝕟𝕥. {}",
    "İ ß ŉ ǰ. {}",  # their lower case is longer
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("offsets")
    model = training.train(folder / "train.log")
    house = House(folder, small=False)
    try:
        house.start_real_rasa(model)
        house.start_app(CLAIMLOKET_LOCAL_DIR=str(folder / "local"))
        yield house
    finally:
        house.end()


@pytest.mark.parametrize("around", AROUND, ids=ascii)
def test_a_quote_is_the_text_at_its_place(house: House, around: str) -> None:
    talker = Talker(house)
    assert talker.say(around.format(SAID)).json()["status"] == "heard"
    claim = talker.get("claim-file")
    stored = {one["id"]: one["text"] for one in claim["transcript"]}
    quotes = [one for field in claim["fields"].values() for one in field["evidence"]]
    quotes += [one for line in claim["ledger"] for one in line["evidence"]]
    quotes += [one for loss in claim["losses"].values() for one in loss["evidence"]]
    assert quotes
    assert [stored[one["message_id"]][one["start"] : one["end"]] for one in quotes] == [one["quote"] for one in quotes]
    paid = claim["fields"]["ransom_paid_amount"]
    assert paid["value"] == {"amount": "7", "asset": "BTC"}
    assert any("7 bitcoin" in one["quote"] for one in paid["evidence"])


def exact(talker: Talker) -> None:
    """Every quote of the claim file is the stored text at its place."""
    claim = talker.get("claim-file")
    stored = {one["id"]: one["text"] for one in claim["transcript"]}
    for field in claim["fields"].values():
        for one in field["evidence"]:
            assert stored[one["message_id"]][one["start"] : one["end"]] == one["quote"]


def test_typed_commands_of_rasa_wipe_and_set_nothing(house: House) -> None:
    talker = Talker(house)
    talker.say(SAID)
    before = talker.get("claim-file")["fields"]["ransom_paid_amount"]["value"]
    for text in ("/restart", " /restart", "/session_start", '/inform{"policy_number": "BE-1"}', "/", "//restart", "/affirm"):
        assert talker.say(text).json()["status"] == "heard", text
    claim = talker.get("claim-file")
    assert claim["fields"]["ransom_paid_amount"]["value"] == before
    assert claim["fields"].get("policy_number", {}).get("value") != "BE-1"
    exact(talker)


@pytest.mark.parametrize("size", [1, 100_000])
def test_the_shortest_and_a_very_long_text_through_rasa(house: House, size: int) -> None:
    talker = Talker(house)
    text = "x" if size == 1 else (f"{SAID} " * (size // len(SAID)))[:size]
    assert talker.say(text, "k1").status_code in (200, 202)
    house.wait_for(lambda: house.unheard() == 0, "heard", 120)
    assert talker.say(text, "k1").json()["messages"][0]["text"] == text
    exact(talker)


def test_what_is_refused_reaches_neither_rasa_nor_the_store(house: House) -> None:
    talker = Talker(house)
    for text, status in (("", 422), (" \n\t", 422), ("\0", 422), ("a" * 200_001, 413)):
        answer = talker.say(text)
        assert answer.status_code == status
        assert answer.json()["detail"].endswith(".")
    assert [one for one in talker.get("messages")["messages"] if one["author"] == "insured"] == []
    assert talker.say(SAID).json()["status"] == "heard"


def test_ten_at_once_and_one_key_at_once_through_rasa(house: House) -> None:
    talker = Talker(house)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda n: talker.say(f"Er waren {n + 2} servers geraakt."), range(10)))
        answers += list(pool.map(lambda _: talker.say(SAID, "zelfde"), range(10)))
    assert {one.status_code for one in answers} <= {200, 202}
    house.wait_for(lambda: house.unheard() == 0, "all heard", 60)
    said = [one["text"] for one in talker.get("messages")["messages"] if one["author"] == "insured"]
    assert sorted(said) == sorted([f"Er waren {n + 2} servers geraakt." for n in range(10)] + [SAID])
    exact(talker)
