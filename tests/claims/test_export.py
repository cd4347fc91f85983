"""The claim file: its schema, its determinism, its hash, and that the published documents are up to date."""

import hashlib
import json
from dataclasses import replace
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given, settings

from bot.claims.export import DISCLOSED, claim_file, plain, transcript_sha256
from bot.claims.fields import FIELDS
from bot.claims.model import Log, Message
from bot.claims.schema import DOCS, as_text, fields_page, schema

from .talk import NOW, Talk, btc, day, eur, said, signal
from .test_fold import assertion_lists

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
ONE_OF_EACH = {
    "bool": True,
    "text": "een",
    "string": "een",
    "phone": "+32470000001",
    "email": "a@example.be",
    "integer": 30,
    "date": day("2026-11"),
    "datetime": day("2026-11-16T08:00+01:00"),
    "duration": {"value": "P3D", "approx": True},
    "money": eur("39746.41", "excl"),
    "money_period": {**eur("600", "excl"), "period": "P1Y"},
    "money_list": [eur("1")],
    "crypto_or_money": btc("7"),
    "country_list": ["BE"],
    "decimal": "7.5",
}


def value_for(typed):
    """A value of this kind, with all its parts."""
    code = next(iter(typed.codes), None)
    if typed.kind in ("object", "object_list", "documents"):
        made = {name: value_for(part) for name, part in typed.parts.items()}
        return made if typed.kind == "object" else [made]
    return {"enum": code, "enum_multi": [code]}.get(typed.kind) or ONE_OF_EACH[typed.kind]


def log_of(*assertions, messages=()):
    return Log("c1", "web_chat", "nl-BE", NOW, assertions=assertions, messages=messages)


FULL = log_of(
    *[said(f.name, value_for(f)) for f in FIELDS.values()],
    signal("T13"),
    messages=(Message("m1", "insured", NOW, "Hallo"), Message("b1", "bot", NOW, "Dag", "utter_ai_disclosure")),
)


def test_the_published_documents_are_those_of_fields_toml():
    assert (DOCS / "claim-file.schema.json").read_text(encoding="utf-8") == as_text()
    assert (DOCS / "fields.md").read_text(encoding="utf-8") == fields_page()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_file_with_every_field_is_valid():
    VALIDATOR.validate(claim_file(FULL))
    assert len(claim_file(FULL)["fields"]) == len(FIELDS)


def test_an_empty_file_is_valid():
    VALIDATOR.validate(claim_file(log_of()))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("fields", "ransom_paid", "value"), "ja"),
        (("fields", "attack_status", "value"), "gestopt"),
        (("fields", "demand_amount", "value"), {"amount": 39746.41, "currency": "EUR", "vat_basis": "excl"}),
        (("fields", "incident_occurred_at", "value"), {"value": "2026-11", "precision": "exact"}),
        (("fields", "ransom_paid", "status"), "guess"),
        (("fields", "police_report", "value"), {"number": "12"}),
        (("fields", "police_report", "value"), {"filed": True, "colour": "red"}),
        (("fields", "evidence_preserved", "value"), {"logs": "ja"}),
        (("fields", "alleged_failures", "value"), [{"text": "geen back-up"}]),
        (("fields", "demand_heads", "value"), [{"head": "ransom", "amount": "7"}]),
        (("fields", "documents", "value"), [{"type": "contract"}]),
        (("fields", "contract_fee", "value"), {**eur("600"), "period": "P9Y"}),
        (("triage", "level"), "P9"),
        (("transcript_sha256",), "abc"),
        (("schema",), "claim-file/2.0"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path, wrong):
    document = json.loads(json.dumps(claim_file(FULL)))
    part = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = wrong
    assert list(VALIDATOR.iter_errors(document))


@settings(max_examples=50, deadline=None)  # the machine may be busy
@given(assertion_lists())
def test_any_file_is_valid_and_the_same_twice(made):
    log = log_of(*made)
    first, second = (json.dumps(claim_file(log), ensure_ascii=False) for _ in range(2))
    assert first == second
    VALIDATOR.validate(json.loads(first))


def test_the_hash_is_over_what_persons_wrote_in_order():
    messages = (Message("m1", "insured", NOW, "één"), Message("b1", "bot", NOW, "Dag"), Message("m2", "agent", NOW, "twee"))
    assert transcript_sha256(messages) == hashlib.sha256("één\0twee\0".encode()).hexdigest()
    assert transcript_sha256(messages[:2]) != transcript_sha256(messages)
    assert transcript_sha256((messages[2], messages[0])) != transcript_sha256(messages)


def test_disclosures_are_the_texts_that_were_shown():
    assert claim_file(FULL)["disclosures"] == [{"text_id": "utter_ai_disclosure", "message_id": "b1", "at": NOW.isoformat()}]
    assert "utter_ask_coverage" in DISCLOSED


def test_decimals_become_plain_strings():
    assert plain({"amount": Decimal("1E+3"), "parts": (Decimal("0.10"), {"b", "a"})}) == {"amount": "1000", "parts": ["0.10", ["a", "b"]]}


def test_an_answer_that_was_replaced_stays_in_the_history():
    log = log_of(said("ransom_demand_amount", btc("10")), said("ransom_demand_amount", btc("8"), message="m2", correction=True))
    field = claim_file(log)["fields"]["ransom_demand_amount"]
    assert [h["value"]["amount"] for h in field["history"]] == ["10", "8"]
    assert field["history"][1]["correction"] is True


def test_not_knowing_is_a_status_and_no_value():
    field = claim_file(log_of(said("reporter_name", None, "declined")))["fields"]["reporter_name"]
    assert (field["value"], field["status"]) == (None, "declined")


def test_what_nobody_spoke_of_is_absent():
    assert claim_file(log_of())["fields"] == {}


def test_triage_quotes_and_names_the_message():
    found = claim_file(log_of(said("attack_status", "ongoing", message="m7")))["triage"]
    assert found == {"level": "P1", "signals": [{"id": "T1", "quote": "ongoing", "message_id": "m7"}]}


def test_a_whole_talk_is_valid_at_every_step(monkeypatch):
    talk = Talk(monkeypatch, {"Ze vroegen 10 bitcoin.": {"ransom_demand_amount": btc("10")}})
    for text, intent in [("Nee", "deny"), ("Ze vroegen 10 bitcoin.", "provide_amount"), *[("Weet ik niet", "dont_know")] * 25]:
        talk.say(text, intent)
        VALIDATOR.validate(claim_file(talk.log))


def test_every_element_of_the_disclosure_list_was_marked_when_said(monkeypatch):
    talk = Talk(monkeypatch)
    talk.say("Ben ik verzekerd?", "ask_coverage")
    shown = {say.text_id for say in talk.last if say.disclosure}
    assert shown <= set(DISCLOSED)
    assert [d["text_id"] for d in claim_file(talk.log)["disclosures"]] == [
        "utter_ai_disclosure",
        "utter_privacy_notice",
        "utter_ask_coverage",
    ]


def test_the_clock_is_the_last_message_so_that_a_replay_gives_the_same():
    late = replace(said("data_exfiltration", "yes"), at=NOW)
    assert claim_file(log_of(late)) == claim_file(log_of(late))
