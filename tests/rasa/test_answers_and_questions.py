"""Short answers in the light of the open question, and messages that answer and ask at once: the answer is kept, the question answered."""

import json
import pathlib
from typing import Any

import pytest
from conftest import Served
from hearing import hear, said

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases" / "intents"
TWO = [json.loads(line) for line in (CASES / "two_intents.jsonl").read_text(encoding="utf-8").splitlines()]
ANSWERED_BY = {
    "ask_coverage": {"utter_ask_coverage", "utter_ask_guilt", "utter_ask_pay_claim"},
    "ask_pay_ransom": {"utter_ask_pay_ransom"},
    # "Wanneer bellen jullie?" asks for a time that nobody promised: its own neutral text says so, since 25 November.
    "ask_status": {"utter_ask_status", "utter_questions_left", "utter_ask_promise"},
    "ask_why": {"utter_ask_why"},
    "ask_human": {"utter_ask_human"},
    "privacy_question": {"utter_privacy_question", "utter_ask_readers", "utter_ask_safe"},
    "upload_document": {"utter_upload_document"},
}


@pytest.mark.parametrize("row", TWO, ids=lambda row: row["id"])
def test_an_answer_with_a_question_is_kept_and_the_question_answered(served: Served, row: dict[str, Any]) -> None:
    file, texts = hear(served, row["text"], row["ask"])
    assert said(file, row["ask"]) == row.get("value", row.get("status"))
    assert set(texts) & ANSWERED_BY[row["question"]], texts


@pytest.mark.parametrize(
    ("ask", "text", "value"),
    [
        ("encrypted_asset_count", "7", 7),
        ("encrypted_asset_count", "12 servers denk ik", 12),
        ("bi_occurred", "ja allebei", "both"),
        ("bi_occurred", "geen van beide", "none"),
        ("backups_affected", "de tweede", "some"),
        ("ransom_paid", "dat weet hij niet", "unknown"),
        ("demand_amount", "geen idee", "unknown"),
        ("police_report", "nee hoor", {"filed": False}),
        ("police_report", "nog niet", {"filed": False}),
        ("incident_occurred_at", "gisteren", "2026-11-22"),
        ("attack_status", "nog niet", None),
        ("claim_made", "alleen de mailserver", None),
        ("claimant_sector", "beide", None),
        ("demand_amount", "liever niet", "declined"),
    ],
)
def test_a_short_answer_means_what_was_asked(served: Served, ask: str, text: str, value: object) -> None:
    assert said(hear(served, text, ask)[0], ask) == value
