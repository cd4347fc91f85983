"""A turn is worked out before the right to write is taken, and worked out again when something came between."""

import pathlib
from dataclasses import replace

import pytest

from bot.claims.model import Heard, Log, Turn
from tests.turn.house import Talker
from tests.turn.served import Served, served
from tests.turn.small_core import hear, small_core


@pytest.mark.parametrize("what", ["nothing", "an edit", "a person of the staff"])
def test_what_comes_between_is_known_when_the_turn_is_written(tmp_path: pathlib.Path, what: str) -> None:
    house: Served
    logs: list[Log] = []

    def hear_while_others_write(log: Log, heard: Heard) -> Turn:
        logs.append(log)
        if len(logs) == 1 and what == "an edit":  # nobody holds the right to write now, or this would wait for ever
            house.system.intake.patch(log.conversation_id, "reporter_name", "Els Willems", "adjuster")
        if len(logs) == 1 and what == "a person of the staff":
            house.system.staff.create_staff("an", "adjuster")
            house.system.intake.take_over(log.conversation_id, house.system.staff.members()[0].id)
        return hear(log, heard)

    with served(tmp_path, replace(small_core(), hear=hear_while_others_write)) as house:
        opened = house.system.intake.open("web_chat", "nl-NL")
        talker = Talker.__new__(Talker)
        talker.path, talker.headers = (
            f"{house.url}/api/v1/conversations/{opened.id}",
            {"Authorization": f"Bearer {opened.access_token}"},
        )
        assert talker.say("We liggen plat.").json()["status"] == "heard"
        said = house.system.intake.since(opened.id)
        file = house.system.intake.claim_file(opened.id)
    assert len(logs) == (1 if what == "nothing" else 2)
    assert [one.name for one in logs[-1].assertions] == (["reporter_name"] if what == "an edit" else [])
    assert file["fields"]["insured_activity"]["value"] == "We liggen plat."
    assert sum(one.text_id == "utter_count" for one in said) == (0 if what == "a person of the staff" else 1)
