"""Many messages at once, the same one twice, and a Rasa that is away, slow, silent or mad."""

import pathlib
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.turn.house import SECRET, Talker, assert_whole, house_in
from tests.turn.stand_in import NONSENSE


def test_ten_messages_at_once_are_heard_in_the_order_they_were_stored(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talker = Talker(house)
        with ThreadPoolExecutor(10) as pool:
            answers = list(pool.map(lambda n: talker.say(f"bericht {n}"), range(10)))
        assert {answer.status_code for answer in answers} == {200}
        stored = [text for (text,) in house.rows("SELECT text FROM messages WHERE author = 'insured' ORDER BY seq")]
        assert sorted(stored) == [f"bericht {n}" for n in range(10)]
        assert_whole(house, talker, stored)


def test_ten_conversations_at_once_do_not_mix(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talkers = [Talker(house) for _ in range(10)]
        with ThreadPoolExecutor(10) as pool:
            answers = list(pool.map(lambda talker: [talker.say(f"van {talker.id} nummer {n}") for n in range(3)], talkers))
        for talker, said in zip(talkers, answers, strict=True):
            assert [one.json()["messages"][1]["text"] for one in said] == ["Gehoord: 1.", "Gehoord: 2.", "Gehoord: 3."]
            assert all(talker.id in one["text"] for one in talker.get("messages")["messages"] if one["author"] == "insured")


def test_the_same_key_later_and_at_once_is_one_message(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path, rasa="slow:0.3") as house:
        talker, key = Talker(house), str(uuid.uuid4())
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: talker.say("eenmaal", key), range(8)))
        answers.append(talker.say("eenmaal", key))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.text for answer in answers}) == 1
        assert_whole(house, talker, ["eenmaal"])
        other = talker.say("iets anders", key)
        assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_an_action_called_twice_hears_once(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path, rasa="twice") as house:
        talker = Talker(house)
        assert talker.say("een").status_code == 200
        assert talker.say("twee").status_code == 200
        assert_whole(house, talker, ["een", "twee"])


@pytest.mark.parametrize("trouble", ["", "slow:60", "drop", *NONSENSE])
def test_what_rasa_does_not_hear_is_kept_and_heard_later_in_order(tmp_path: pathlib.Path, trouble: str) -> None:
    more = {"CLAIMLOKET_HEARD_WITHIN_SECONDS": "0.3", "CLAIMLOKET_RASA_TIMEOUT_SECONDS": "0.5"}
    with house_in(tmp_path, rasa=trouble, **more) as house:
        talker, texts = Talker(house), ["een", "twee", "drie"]
        answers = [talker.say(text) for text in texts]
        for answer in answers:
            body = answer.json()
            assert (answer.status_code, body["status"], body["notice"]) == (
                202,
                "queued",
                "Uw bericht is bewaard; we proberen het opnieuw.",
            )
            assert [one["state"] for one in body["messages"]] == ["queued"]
        assert house.rows("SELECT count(*) FROM turns") == [(0,)]
        house.kill("rasa")
        house.start_rasa()
        house.wait_for(lambda: house.unheard() == 0, "all heard")
        assert_whole(house, talker, texts)


def test_a_slow_rasa_blocks_only_its_own_conversation(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path, rasa="slow:1") as house:
        slow, other = Talker(house), Talker(house)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(slow.say, "langzaam")
            assert httpx.get(f"{house.url}/healthz", timeout=0.9).status_code == 200
            assert other.say("ook").elapsed.total_seconds() < 2.5
            assert first.result().status_code == 200


def test_only_our_rasa_is_heard(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path, rasa="") as house:
        call = {"next_action": "action_intake", "tracker": {"latest_message": {"metadata": {}}}}
        assert httpx.post(house.action_url, json=call).status_code == 403
        assert httpx.post(house.action_url, json=call, headers={"X-Claimloket-Secret": SECRET[:-1]}).status_code == 403
        assert httpx.post(house.action_url, content=b"{", headers={"X-Claimloket-Secret": "x"}).status_code == 403
        assert httpx.post(house.action_url, json=call, headers={"X-Claimloket-Secret": SECRET}).status_code == 500  # no message named


def test_a_message_that_is_not_in_delivery_is_refused(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path, rasa="", CLAIMLOKET_HEARD_WITHIN_SECONDS="0.1") as house:
        talker = Talker(house)
        first, second = (talker.say(text).json()["messages"][0]["id"] for text in ("een", "twee"))
        about = {"offset": 0, "length": 4, "piece": 1, "pieces": 1}

        def call(message_id: str) -> int:
            latest = {"metadata": {"message_id": message_id, **about}, "intent_ranking": [{"name": "greet", "confidence": 1.0}]}
            body = {"next_action": "action_intake", "tracker": {"latest_message": latest}}
            return httpx.post(house.action_url, json=body, headers={"X-Claimloket-Secret": SECRET}).status_code

        assert call(second) == 409
        assert call("unknown") == 409
        assert call(first) == 200
        assert call(first) == 200
        assert house.rows("SELECT message_id FROM turns") == [(first,)]


def test_a_long_story_is_one_turn_with_offsets_of_the_whole(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talker = Talker(house)
        story = "  /restart\n" + "Er was eens een aanval. " * 600 + "😀 Het kost 100 euro.  "
        answer = talker.say(story)
        assert answer.status_code == 200
        assert answer.json()["messages"][0]["text"] == story
        assert talker.get("claim-file")["fields"]["insured_activity"]["evidence"] == ["euro"]
        assert house.rows("SELECT count(*) FROM parses")[0][0] == 4
        assert_whole(house, talker, [story])


def test_asked_to_stop_the_app_ends_open_streams_and_leaves_in_peace(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talker = Talker(house)
        with httpx.stream("GET", f"{talker.path}/events", headers=talker.headers, timeout=10) as stream:
            lines = stream.iter_lines()
            assert next(lines) == "retry: 2000"
            assert house.app is not None
            start = time.monotonic()
            house.app.terminate()
            assert list(lines)  # the stream ends, it does not break
        assert house.died() == 0
        assert time.monotonic() - start < 5


def test_no_text_of_a_person_is_in_the_log(tmp_path: pathlib.Path) -> None:
    with house_in(tmp_path) as house:
        talker = Talker(house)
        talker.say("Zevenbergen betaalde 100 euro, ww: geheim99")
        talker.say("/Zevenbergen")
        log = house.said()
        assert "message_heard" in log
        assert "Zevenbergen" not in log
        assert "geheim99" not in log
        assert b"geheim99" not in house.database.read_bytes() + (tmp_path / "claims.db-wal").read_bytes()
