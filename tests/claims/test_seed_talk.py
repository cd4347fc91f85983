"""The seed case as a talk: the core with the real reading of Dutch, without Rasa, store or web. The scorer is the one of the evaluation."""

import json
import pathlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import jsonschema
import pytest

from bot.claims import intake
from bot.claims.export import claim_file
from bot.claims.model import Annotation, Heard, Log, Message
from bot.claims.planner import MOST_QUESTIONS, open_message, questions_asked
from bot.claims.schema import schema
from bot.nlu.contacts import find_contacts, on_the_wire
from bot.nlu.extract import extract_both
from bot.nlu.spans import apart
from bot.nlu.understand import annotate

from .talk import text_of

CASES = pathlib.Path(__file__).parent.parent / "cases"
GOLD: dict[str, Any] = json.loads((CASES / "seed_gold.json").read_text(encoding="utf-8"))
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEYS = frozenset({"entity", "start", "end", "value", "role", "polarity", "certainty", "actor", "head", "loss_status", "confidence"})


def read(text: str, at: datetime) -> tuple[Annotation, ...]:
    rows = annotate(text, apart([*extract_both(text, at), *map(on_the_wire, find_contacts(text))]), "nl-BE")
    return tuple(Annotation(**{k: v for k, v in r.items() if k in KEYS}, extra={k: v for k, v in r.items() if k not in KEYS}) for r in rows)


def say(log: Log, text: str, intent: str) -> Log:
    """The log after a message and the bot's answer."""
    index = len(log.messages)
    at = START + timedelta(minutes=index)
    question = open_message(log)
    heard = Heard(f"m{index}", "insured", at, text, "nl-BE", question.ask if question else None, ((intent, 0.9),), read(text, at))
    turn = intake.hear(log, heard)
    answers = tuple(
        Message(f"b{index}.{n}", "bot", at, text_of(s), s.text_id, s.facts, s.ask, heard.message_id) for n, s in enumerate(turn.says)
    )
    return replace(
        log,
        messages=(*log.messages, Message(heard.message_id, "insured", at, text), *answers),
        assertions=(*log.assertions, *turn.assertions),
        status=turn.status or log.status,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def log() -> Log:
    """The whole talk: the opening, then an answer to whatever is asked, yes to what is read back, until it is handed over."""
    talk = Log("seed", "web_chat", "nl-BE", START)
    opening = intake.opening("web_chat", "nl-BE")
    talk = replace(
        talk, messages=tuple(Message(f"b{n}", "bot", START, text_of(s), s.text_id, s.facts, s.ask) for n, s in enumerate(opening))
    )
    for text in GOLD["opening"]:
        talk = say(talk, text, "inform_incident")
    for _ in range(40):
        if talk.status != "draft":
            break
        question = open_message(talk)
        asked = (question.ask if question else None) or ""
        if asked.startswith("confirm."):
            talk = say(talk, "Ja, dat klopt.", "affirm")
        else:
            known = asked in GOLD["answers"]
            talk = say(talk, GOLD["answers"].get(asked, GOLD["default"]), "inform_incident" if known else "dont_know")
    return talk


def score(log: Log, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.syspath_prepend(str(CASES))
    import score_seed

    path = tmp_path / "claim_file.json"
    path.write_text(json.dumps(claim_file(log), ensure_ascii=False), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score_seed.py", str(path), "--gold", str(CASES / "seed_gold.json")])
    score_seed.main()
    return capsys.readouterr().out


def test_the_seed_talk_fills_the_file(log, tmp_path, monkeypatch, capsys):
    out = score(log, tmp_path, monkeypatch, capsys)
    line = out.splitlines()[-1]
    exact, evidence = (int(part.split("/")[0].split()[-1]) for part in line.split(", ")[:2])
    assert exact >= 20, out
    assert evidence >= 5, out
    assert "losses 3/3, loss types right, primary right, triage right" in line, out


def test_it_ends_with_a_hand_over_within_twenty_questions(log):
    assert log.status == "handed_over"
    assert questions_asked(log) <= MOST_QUESTIONS


def test_no_turnover_or_fee_is_a_loss(log):
    file = claim_file(log)
    amounts = {line["amount"] for loss in (*file["losses"].values(), *file["fine_losses"].values()) for line in loss["amounts"]}
    assert not amounts & set(GOLD["never_summed_as_loss"])


def test_the_file_is_valid_and_every_quote_stands_where_it_says(log):
    file = claim_file(log)
    jsonschema.Draft202012Validator(schema()).validate(file)
    texts = {m["id"]: m["text"] for m in file["transcript"]}
    for field in file["fields"].values():
        for e in field["evidence"]:
            assert texts[e["message_id"]][e["start"] : e["end"]] == e["quote"]
