"""The same turn through the real Rasa server: odd texts, exact offsets, and a kill in the middle of a turn."""

import pathlib
import threading

import httpx
import pytest

from bot.channel import training
from tests.turn.house import House, Talker, assert_whole

STORY = (
    "  /restart\nHackers zijn binnengeraakt bij een klant van ons 😀. Ze vroegen 10 bitcoin, het zijn er 7 geworden. "
    "De klant heeft betaald op 3 november 2026 en wil 39.746,41 euro van mij terug. "
    + "Verder weet ik er niets van. " * 150
    + "Bel mij op 0475 12 34 56."
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return training.train(tmp_path_factory.mktemp("train") / "train.log")


def test_a_story_becomes_values_with_the_words_they_came_from(tmp_path: pathlib.Path, model: pathlib.Path) -> None:
    house = House(tmp_path, small=False)
    try:
        house.start_real_rasa(model)
        house.start_app()
        talker = Talker(house)
        answer = talker.say(STORY)
        assert (answer.status_code, answer.json()["status"]) == (200, "heard")
        claim = talker.get("claim-file")
        [mine] = [one for one in claim["transcript"] if one["author"] == "insured"]
        assert mine["text"] == STORY
        quotes = [one for field in claim["fields"].values() for one in field["evidence"]]
        assert len(quotes) > 5
        assert all(STORY[one["start"] : one["end"]] == one["quote"] for one in quotes)
        assert claim["fields"]["ransom_demand_amount"]["value"] == {"amount": "10", "asset": "BTC"}
        for text in ("/restart", '/inform{"policy_number": "1"}', "'", "😀", "ja", "weet ik niet", "x" * 9000):
            assert talker.say(text).json()["status"] == "heard", text[:30]
    finally:
        house.end()


def test_rasa_dies_in_the_middle_of_a_turn(tmp_path: pathlib.Path, model: pathlib.Path) -> None:
    held = tmp_path / "held"
    house = House(tmp_path)
    try:
        house.start_real_rasa(model)
        house.start_app(fault=f"before:hear=hold:{held}", CLAIMLOKET_HEARD_WITHIN_SECONDS="1")
        talker, answers = Talker(house), list[httpx.Response]()
        saying = threading.Thread(target=lambda: answers.append(talker.say("een", "k1")))
        saying.start()
        house.wait_for(held.exists, "the held point")
        house.kill("rasa")
        held.unlink()
        saying.join()
        assert talker.say("twee", "k2").status_code == 202
        house.start_real_rasa(model)
        house.wait_for(lambda: house.unheard() == 0, "both heard", 30)
        assert_whole(house, talker, ["een", "twee"])
    finally:
        house.end()
