"""What the product counts on when it talks to Rasa: one call, all annotations, nothing kept, nothing told to the log."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import httpx
import pytest
import yaml
from action_server import ActionServer
from conftest import SECRET, Served, free_port

from bot.channel import rasa_process

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = "Gisteren om 10u zijn we gehackt, de daders vragen 10 bitcoin en onze klant eist 39.746,41 euro. Bel me op 0612345678."
AT = "2026-03-05T09:00:00+01:00"


def intents() -> list[str]:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return [next(iter(entry)) if isinstance(entry, dict) else entry for entry in domain["intents"]]


def test_every_intent_has_examples_and_stands_in_the_rule() -> None:
    rule = yaml.safe_load((ROOT / "data/rules/intake.yml").read_text(encoding="utf-8"))["rules"][0]
    in_rule = {entry["intent"] for entry in rule["steps"][0]["or"]}
    examples: dict[str, int] = {}
    for file in (ROOT / "data/nlu").glob("*.yml"):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            examples[block["intent"]] = examples.get(block["intent"], 0) + block["examples"].count("- ")
    assert in_rule == {*intents(), "nlu_fallback"}
    assert {name for name, count in examples.items() if count >= 60} == set(intents())


@pytest.mark.parametrize(
    "text",
    ["ja", "nee", "weet ik niet", "ik wil helemaal opnieuw beginnen", "xqzv wrtl", "?", "   ", "10.000", "🙂", STORY * 30],
    ids=["yes", "no", "unknown", "restart", "nonsense", "mark", "blanks", "number", "emoji", "long"],
)
def test_every_message_is_one_call_of_action_intake(served: Served, text: str) -> None:
    call = served.say(text)
    assert call is not None
    assert call.body["next_action"] == "action_intake"
    assert call.message["metadata"]["message_id"] == "m-1"


def test_the_wish_to_start_again_is_heard_and_not_obeyed_by_rasa(served: Served) -> None:
    call = served.say("ik wil helemaal opnieuw beginnen")
    assert call is not None
    assert call.message["intent"]["name"] == "restart"


def test_a_typed_command_is_read_by_rasa_as_its_intent_so_the_app_must_make_it_harmless(served: Served) -> None:
    """Pins why the app puts an apostrophe before "/": Rasa skips its whole pipeline for such a text, and believes it."""
    bare = served.say('/affirm{"policy_number": "X1"}')
    assert bare is not None
    assert bare.message["intent"] == {"name": "affirm", "confidence": 1.0}
    assert bare.message["entities"][0]["value"] == "X1"
    harmless = served.say("'/restart")
    assert harmless is not None
    assert harmless.message["intent"]["confidence"] < 1
    assert harmless.message["text"] == "'/restart"


def test_the_secret_travels_in_a_header_and_the_domain_stays_at_home(served: Served) -> None:
    call = served.say("ja hoor")
    assert call is not None
    assert call.headers["x-claimloket-secret"] == SECRET
    assert "domain" not in call.body
    assert call.size < 10_000


def test_the_metadata_reach_the_action_unchanged(served: Served) -> None:
    sent = {"message_id": "m-77", "at": AT, "ask": "incident_occurred_at", "language": "nl-BE", "offset": 4000, "piece": 1, "pieces": 2}
    call = served.say("gisteren", **sent)
    assert call is not None
    assert {name: call.message["metadata"][name] for name in sent} == sent


def test_annotations_arrive_with_all_their_keys_and_true_offsets(served: Served) -> None:
    text = "👩‍💻 " + STORY
    call = served.say(text, at=AT, language="nl-NL")
    assert call is not None
    found = call.message["entities"]
    kinds = {each["entity"] for each in found}
    assert {"crypto", "money", "phone"} <= kinds
    assert all(0 <= each["start"] < each["end"] <= len(text) for each in found)
    money = next(each for each in found if each["entity"] == "money")
    assert money["value"]["amount"] == "39746.41"
    assert "39.746,41" in text[money["start"] : money["end"]]
    assert {"polarity", "certainty", "confidence"} <= money.keys()


def test_dates_count_from_the_message_and_not_from_the_clock(served: Served) -> None:
    call = served.say("Dat was gisteren.", at=AT)
    assert call is not None
    moment = next(each for each in call.message["entities"] if each["entity"] in ("date", "datetime", "interval"))
    assert moment["value"]["past"] == "2026-03-04"


def test_every_entity_it_makes_is_declared(served: Served) -> None:
    """Rasa warns of an undeclared entity on every message; the list of docs/annotations.md is the domain's list."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    call = served.say(STORY + " Polis 12345678, KvK 12345678, mail jan@example.nl, er is niets gestolen.", at=AT)
    assert call is not None
    assert {each["entity"] for each in call.message["entities"]} <= set(domain["entities"])


def test_turn_300_is_as_turn_1_and_nothing_is_kept(served: Served) -> None:
    first = served.say("mijn naam is nergens bewaard", sender="same")
    for _ in range(298):
        served.say("ja", sender="same")
    last = served.say("mijn naam is nergens bewaard", sender="same")
    assert first is not None
    assert last is not None
    assert last.size == pytest.approx(first.size, abs=30)  # times of differing length
    assert [event["event"] for event in last.body["tracker"]["events"]] == [event["event"] for event in first.body["tracker"]["events"]]
    kept = served.client.get(f"{served.rasa.url}/conversations/same/tracker").json()
    assert "nergens bewaard" not in json.dumps(kept)


def test_the_same_text_gives_the_same_bytes(served: Served) -> None:
    def understood(sender: str) -> str:
        call = served.say(STORY, sender=sender, at=AT)
        assert call is not None
        return json.dumps({key: call.message[key] for key in ("intent", "entities", "intent_ranking")})

    assert len({understood(f"c-{number}") for number in range(5)}) == 1


@pytest.mark.parametrize(
    "reply",
    [(500, b'{"detail": "fault"}'), (200, b'{"events": "none"}'), (200, b"[]"), (401, b"{}"), (200, b"no json")],
    ids=["fault", "wrong format", "list", "refused", "no json"],
)
def test_a_failing_action_leaves_the_server_well_and_the_log_silent(served: Served, reply: tuple[int, bytes]) -> None:
    served.actions.reply = reply
    assert served.say("Pietersen zei kwetterdekwet tegen de politie") is not None
    served.actions.reply = ActionServer.FINE
    assert served.say("ja") is not None
    assert "kwetterdekwet" not in served.log()


def test_a_wrong_format_of_the_answer_is_still_refused(served: Served) -> None:
    served.actions.reply = (200, b'{"events": [{"event": "slot"}], "responses": []}')  # a slot event without its name
    before = served.log().count("does not have the format")
    served.say("ja")
    assert served.log().count("does not have the format") > before


@pytest.mark.parametrize(("file", "least"), [("tests/cases/dev/utterances_dev.jsonl", 0.90), ("tests/blind/intents.jsonl", 0.85)])
def test_replies_nobody_trained_on_are_understood(served: Served, file: str, least: float) -> None:
    rows = [json.loads(line) for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if line.strip()]
    right = [served.parse(row["text"])["intent"]["name"] in {row["intent"], *(row.get("alt_intents") or [])} for row in rows]
    assert sum(right) / len(rows) >= least


def test_confidences_are_shares_and_the_first_is_the_intent(served: Served) -> None:
    parsed = served.parse("ik denk dat het 3.000 euro was")
    shares = [each["confidence"] for each in parsed["intent_ranking"]]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert parsed["intent_ranking"][0]["name"] == parsed["intent"]["name"]


def test_rasas_own_validation_finds_nothing_wrong() -> None:
    done = subprocess.run([rasa_process.RASA, "data", "validate"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "No story structure conflicts found" in done.stdout + done.stderr


def test_the_log_holds_no_text_of_a_person(served: Served) -> None:
    """Also when the message itself is the trouble: metadata of the wrong kind, an instant that is none, a lone surrogate."""
    word = "verklapniets"
    served.say(word, at="geen tijdstip")
    for body in (
        {"sender": "s", "message": word, "metadata": word},
        {"sender": "s", "message": word, "metadata": [word]},
        {"sender": "s", "message": {"text": word}},
        {"sender": "s", "message": word + "\x00"},
    ):
        served.client.post(f"{served.rasa.url}/webhooks/rest/webhook", json=body)
    assert served.say("ja") is not None
    assert word not in served.log()


def test_the_product_offers_no_http_api(served: Served) -> None:
    command = rasa_process.command(port=1, model=pathlib.Path("m.tar.gz"))
    assert "--enable-api" not in command
    assert "--cors" not in command
    assert command[command.index("--interface") + 1] == "127.0.0.1"


def test_rasa_ends_when_the_process_that_started_it_is_killed(model: pathlib.Path, tmp_path: pathlib.Path) -> None:
    port = free_port()
    script = (
        "import pathlib, time; from bot.channel.rasa_process import start_rasa\n"
        f"r = start_rasa(port={port}, action_url='http://127.0.0.1:9/', secret='s', model=pathlib.Path({str(model)!r}),"
        f" log_path=pathlib.Path({str(tmp_path / 'rasa.log')!r}))\n"
        "print(r.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(child, 0)  # it lives
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 20
    while pathlib.Path(f"/proc/{child}/cmdline").exists() and pathlib.Path(f"/proc/{child}/cmdline").read_bytes():
        assert time.monotonic() < deadline, "Rasa outlived its parent"
        time.sleep(0.1)
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"http://127.0.0.1:{port}/", timeout=1)


def test_a_rasa_that_cannot_start_says_where_to_look(tmp_path: pathlib.Path) -> None:
    log = tmp_path / "rasa.log"
    rasa = rasa_process.RasaProcess(subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"]), free_port(), log)
    with pytest.raises(rasa_process.RasaNotReady, match=r"ended with code 3.*rasa\.log"):
        rasa.ready(10)


def test_a_model_that_cannot_be_read_is_noticed(tmp_path: pathlib.Path) -> None:
    """As shipped Rasa starts without its model, or with another one, and answers every message with an empty list."""
    bad = tmp_path / "bad.tar.gz"
    where = {"port": free_port(), "action_url": "http://127.0.0.1:9/", "secret": "s", "log_path": tmp_path / "rasa.log"}
    with pytest.raises(rasa_process.RasaNotReady, match="no model at"):
        rasa_process.start_rasa(model=bad, **where)
    bad.write_text("not an archive")
    rasa = rasa_process.start_rasa(model=bad, **where)
    try:
        with pytest.raises(rasa_process.RasaNotReady, match="could not load its model"):
            rasa.ready()
    finally:
        rasa.stop()


def test_the_running_server_says_which_model_it_has(served: Served, model: pathlib.Path) -> None:
    assert served.client.get(f"{served.rasa.url}/webhooks/rest/ready").json() == {"ready": True, "model": model.name}
