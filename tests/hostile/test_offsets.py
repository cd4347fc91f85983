"""Evidence through the real Rasa: whatever signs stand before, in and after it, a quote is exactly the text at its place."""

from collections.abc import Iterator

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
