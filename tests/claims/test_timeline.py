"""The timeline with what is not known exactly, and what missing answers hold up."""

import pytest

from bot.claims.completeness import completeness, open_questions
from bot.claims.consequences import LABELS, consequence
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import LedgerLine
from bot.claims.timeline import timeline

from .talk import day, said


def file(**values):
    return fold([said(name, value) for name, value in values.items()])


def events(found):
    return [(e.event, e.order_unsure) for e in timeline(found)]


def test_a_month_may_hold_what_stands_below_it():
    found = file(incident_occurred_at=day("2026-11"), incident_discovered_at=day("2026-11-16"), restored_at=day("2026-12-20"))
    assert events(found) == [("incident_occurred_at", False), ("incident_discovered_at", True), ("restored_at", False)]


def test_days_that_follow_each_other_are_certain():
    found = file(incident_occurred_at=day("2026-11-15"), incident_discovered_at=day("2026-11-16"))
    assert events(found) == [("incident_occurred_at", False), ("incident_discovered_at", False)]


def test_a_long_span_makes_all_unsure_that_lies_within_it():
    found = file(incident_occurred_at=day("2026"), incident_discovered_at=day("2026-03-01"), restored_at=day("2026-05-01"))
    assert [unsure for _, unsure in events(found)] == [False, True, True]


def test_an_hour_and_its_day_cannot_be_ordered():
    found = file(incident_occurred_at=day("2026-11-16"), incident_discovered_at=day("2026-11-16T03:00"))
    assert events(found) == [("incident_occurred_at", False), ("incident_discovered_at", True)]


def test_moments_inside_an_answer_are_events_too():
    found = file(dpa_notified={"done": True, "at": day("2026-11-18")}, police_report={"filed": True, "date": day("2026-11-17")})
    assert [e.event for e in timeline(found)] == ["police_report.date", "dpa_notified.at"]
    assert all(e.label and e.evidence for e in timeline(found))


def test_a_line_on_the_day_of_another_event_is_no_less_an_event():
    from dataclasses import replace

    line = LedgerLine("cost", "forensics", "insured", "8000", None, "EUR", "excl", day("2026-11-05"), False, ())
    paid = LedgerLine("ransom_paid", "ransom", "claimant", "7", "BTC", None, "not_applicable", day("2026-11-06"), False, ())
    known = replace(file(incident_occurred_at=day("2026-11-05"), ransom_paid_at=day("2026-11-06")), ledger=(line, paid))
    assert [e.event for e in timeline(known)] == ["incident_occurred_at", "ledger:cost", "ransom_paid_at"]


def test_each_path_says_what_it_lacks():
    found = completeness(file(claim_made="written", demand_amount={"amount": "5", "currency": "EUR", "vat_basis": "excl"}))["paths"]
    assert "demand_date" in found["liability"]["missing"]
    assert "demand_amount" not in found["liability"]["missing"]
    assert found["liability"]["known"] + len(found["liability"]["missing"]) == found["liability"]["of"]
    assert "extortion" not in found


def test_an_empty_file_is_on_no_path():
    assert completeness(file())["paths"] == {}


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("reporter_phone", "notice"),
        ("insurer_consent_before_payment", "urgency"),
        ("demand_response_deadline_at", "term"),
        ("insured_informed_at", "term"),
        ("bi_start_at", "standstill"),
        ("external_costs", "amount"),
        ("demand_heads", "amount"),
        ("general_terms_applied", "liability"),
        ("ransomware_family", "facts"),
    ],
)
def test_a_missing_answer_says_what_it_holds_up(name, what):
    assert consequence(FIELDS[name]) == what
    assert LABELS[what]


def test_every_open_question_has_its_reason_and_its_consequence():
    found = open_questions(file(claim_made="written", data_exfiltration="yes"))
    assert {q.consequence for q in found} >= {"notice", "urgency", "term", "amount", "liability"}
    assert all(q.why for q in found)
