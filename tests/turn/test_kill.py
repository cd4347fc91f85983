"""Kill -9 the app, and Rasa, before and after every step of the turn: each message is stored once, in order, heard once, answered once."""

import pathlib
import threading
import uuid

import httpx
import pytest

from bot.services.faults import POINTS
from tests.turn.house import House, Talker, assert_whole, house_in

FIRST, SECOND = "Het kost 100 euro.", "En nog 5 euro."
OF_A_MESSAGE = [point for point in POINTS if not point.endswith("recover")]
NOT_KEPT_YET = ("before:clean", "after:clean", "before:store", "within:store")


def test_every_step_of_the_turn_has_its_points() -> None:
    """docs/turn.md numbers eight steps: each has a point before and after it, and a transaction one within it."""
    assert len(OF_A_MESSAGE) == 17
    assert len(POINTS) == 19


@pytest.mark.parametrize("point", OF_A_MESSAGE)
def test_the_app_dies(tmp_path: pathlib.Path, point: str) -> None:
    with house_in(tmp_path, fault=f"{point}=kill") as house:
        talker, key = Talker(house), str(uuid.uuid4())
        with pytest.raises(httpx.TransportError):
            talker.say(FIRST, key)
        assert house.died() == -9
        house.start_app()
        if point not in NOT_KEPT_YET:  # then it is heard without anybody asking again
            house.wait_for(lambda: house.rows("SELECT count(*) FROM turns") == [(1,)], "the message heard")
        again = talker.say(FIRST, key)  # what the page does when its call broke off
        assert (again.status_code, again.json()["status"]) == (200, "heard")
        assert talker.say(SECOND).status_code == 200
        assert_whole(house, talker, [FIRST, SECOND])


@pytest.mark.parametrize("point", ["before:recover", "after:recover"])
def test_the_app_dies_while_it_starts(tmp_path: pathlib.Path, point: str) -> None:
    with house_in(tmp_path, rasa="", CLAIMLOKET_HEARD_WITHIN_SECONDS="0.2") as house:
        talker = Talker(house)
        assert [talker.say(text).status_code for text in (FIRST, SECOND)] == [202, 202]
        house.kill("app")
        house.start_rasa()
        house.start_app(fault=f"{point}=kill", ready=False)
        assert house.died() == -9
        house.start_app()
        house.wait_for(lambda: house.unheard() == 0, "both heard")
        assert_whole(house, talker, [FIRST, SECOND])


@pytest.mark.parametrize("point", OF_A_MESSAGE)
def test_rasa_dies(tmp_path: pathlib.Path, point: str) -> None:
    held = tmp_path / "held"
    with house_in(tmp_path, fault=f"{point}=hold:{held}", CLAIMLOKET_HEARD_WITHIN_SECONDS="0.5") as house:
        talker, key, answers = Talker(house), str(uuid.uuid4()), list[httpx.Response]()
        saying = threading.Thread(target=lambda: answers.append(talker.say(FIRST, key)))
        saying.start()
        house.wait_for(held.exists, "the held point")
        house.kill("rasa")
        held.unlink()
        saying.join()
        assert answers[0].status_code in (200, 202)
        rest_of_the_conversation(house, talker, key)


def rest_of_the_conversation(house: House, talker: Talker, key: str) -> None:
    """Rasa comes back: the waiting message is heard without a new call, and things go on."""
    house.start_rasa()
    house.wait_for(lambda: house.unheard() == 0 and house.rows("SELECT count(*) FROM turns") == [(1,)], "the message heard")
    again = talker.say(FIRST, key)
    assert (again.status_code, again.json()["status"]) == (200, "heard")
    house.wait_for(lambda: talker.say(SECOND, "second").status_code == 200, "the second heard")
    assert_whole(house, talker, [FIRST, SECOND])
