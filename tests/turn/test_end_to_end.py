"""A turn from the door to the reply, in real processes."""

import pathlib

from tests.turn.house import Talker, assert_whole, house_in


def test_a_message_is_heard_and_answered(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talker = Talker(house)
        assert talker.body["messages"][0]["text"] == "Goedendag."
        answer = talker.say("Het kost 100 euro.")
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert body["status"] == "heard"
        assert [one["author"] for one in body["messages"]] == ["insured", "bot", "bot"]
        assert body["messages"][-1]["ask"]["field"] == "reporter_name"
        assert talker.get("claim-file")["fields"]["insured_activity"]["evidence"] == ["euro"]
        assert_whole(house, talker, ["Het kost 100 euro."])
