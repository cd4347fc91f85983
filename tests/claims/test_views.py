"""What is computed from the claim file: deadlines, timeline, contradictions, completeness, open questions."""

from dataclasses import replace

import pytest

from bot.claims.completeness import completeness, is_answered, minimum_missing, open_questions
from bot.claims.conditions import CONDITIONS, holds
from bot.claims.contradictions import RULES, contradictions
from bot.claims.deadlines import deadlines
from bot.claims.fields import FIELDS, MINIMUM
from bot.claims.fold import fold
from bot.claims.model import LedgerLine
from bot.claims.moments import length, months_later, span, working_days_between
from bot.claims.papers import NEEDED, papers
from bot.claims.timeline import timeline

from .talk import NOW, btc, day, eur, said


def file(**values):
    return fold([said(name, value) for name, value in values.items()])


# --- contradictions --------------------------------------------------------------------------------------------------

BROKEN = {
    "discovered_before_occurred": {"incident_discovered_at": day("2026-11-01"), "incident_occurred_at": day("2026-11-05")},
    "paid_before_demanded": {"ransom_paid_at": day("2026-11-01"), "incident_occurred_at": day("2026-11-05")},
    "restored_before_contained": {"restored_at": day("2026-11-01"), "contained_at": day("2026-11-05")},
    "restored_before_occurred": {"restored_at": day("2026-11-01"), "incident_occurred_at": day("2026-11-05")},
    "interruption_ends_before_start": {"bi_end_at": day("2026-11-01"), "bi_start_at": day("2026-11-05")},
    "demand_received_before_written": {"demand_received_at": day("2026-11-01"), "demand_date": day("2026-11-05")},
    "no_ransom_yet_amount": {"ransom_demanded": False, "ransom_demand_amount": btc("10")},
    "unpaid_yet_payment": {"ransom_paid": False, "ransom_paid_amount": btc("7")},
    "paid_more_than_negotiated": {"ransom_paid_amount": btc("8"), "ransom_negotiated_amount": btc("7")},
    "negotiated_more_than_demanded": {"ransom_negotiated_amount": btc("12"), "ransom_demand_amount": btc("10")},
    "heads_differ_from_demand": {
        "demand_amount": eur("25000"),
        "demand_heads": [{"head": "restoration", "amount": eur("10000")}, {"head": "business_interruption", "amount": eur("12000")}],
    },
    "backups_fine_yet_encrypted": {"backups_affected": "none", "encrypted_asset_types": ["backup_disks"]},
    "ongoing_yet_restored": {"attack_status": "ongoing", "restoration_status": "done"},
    "no_promise_yet_promise": {"admission_made": ["none", "offer_made"]},
    "downtime_differs_from_dates": {"downtime": "P9D", "bi_start_at": day("2026-11-01"), "bi_end_at": day("2026-11-03")},
    "own_work_stopped_yet_own_systems_fine": {"bi_occurred": "both", "own_systems_affected": False},
    "paid_without_contact": {"attacker_contact_by": ["nobody"], "ransom_paid": True},
    "own_hours_yet_others_restored": {"own_hours": {"hours": "60"}, "restoration_done_by": ["external"]},
}
FINE = {
    "downtime_differs_from_dates": {"downtime": "P3D", "bi_start_at": day("2026-11-01"), "bi_end_at": day("2026-11-03")},
    "own_work_stopped_yet_own_systems_fine": {"bi_occurred": "claimant", "own_systems_affected": False},
    "discovered_before_occurred": {"incident_discovered_at": day("2026-11-05"), "incident_occurred_at": day("2026-11")},
    "paid_more_than_negotiated": {"ransom_paid_amount": eur("8"), "ransom_negotiated_amount": btc("7")},
    "heads_differ_from_demand": {
        "demand_amount": eur("25000.50"),
        "demand_heads": [{"head": "restoration", "amount": eur("10000")}, {"head": "business_interruption", "amount": eur("15000")}],
    },
    "backups_fine_yet_encrypted": {"backups_affected": "some", "encrypted_asset_types": ["backup_disks"]},
    "no_ransom_yet_amount": {"ransom_demanded": True, "ransom_demand_amount": btc("10")},
}


def test_every_rule_has_an_example():
    assert set(BROKEN) == {rule[0] for rule in RULES}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_true_together_is_found_with_both_sides_and_one_question(name):
    found = {c.id: c for c in contradictions(file(**BROKEN[name]))}
    assert name in found
    assert set(found[name].fields) <= set(BROKEN[name])
    assert found[name].sources
    assert found[name].question.count("?") == 1
    assert found[name].ask in FIELDS


@pytest.mark.parametrize("name", FINE)
def test_what_can_be_true_together_is_left_alone(name):
    assert name not in {c.id for c in contradictions(file(**FINE[name]))}


def test_amounts_with_and_without_vat_are_never_compared():
    heads = [{"head": "restoration", "amount": eur("10000", "excl")}, {"head": "other", "amount": eur("2000", "excl")}]
    assert not contradictions(file(demand_amount=eur("14520", "incl"), demand_heads=heads))


def test_two_answers_stand_with_both_values_and_sources():
    [found] = contradictions(fold([said("backups_affected", "all"), said("backups_affected", "none", message="m2")]))
    assert found.id == "two_answers:backups_affected"
    assert found.values == ("all", "none")
    assert {e.message_id for e in found.sources} == {"m1", "m2"}
    assert "alle" in found.question


# --- deadlines -------------------------------------------------------------------------------------------------------


def test_privacy_terms_run_from_the_discovery():
    found = {d.type: d for d in deadlines(file(data_exfiltration="yes", incident_discovered_at=day("2026-11-20T10:00+01:00")))}
    assert found["gdpr_controller"].due_at.isoformat() == "2026-11-23T10:00:00+01:00"
    assert found["gdpr_controller"].clock_owner == "controller"
    assert found["gdpr_controller"].confidence == "high"


def test_without_a_moment_the_term_stands_without_one():
    [found] = deadlines(file(data_exfiltration="yes"))
    assert (found.due_at, found.confidence) == (None, "low")


def test_a_deadline_by_the_day_ends_with_that_day():
    [found] = deadlines(file(demand_response_deadline_at=day("2026-11-30")))
    assert found.due_at.isoformat() == "2026-12-01T00:00:00+01:00"
    assert found.type == "demand_response"


def test_a_notification_that_was_done_is_marked():
    done = file(data_exfiltration="yes", dpa_notified={"done": True})
    assert [d.done for d in deadlines(done) if d.type == "gdpr_controller"] == [True]


def test_no_ransom_deadline_once_paid():
    terms = {"ransom_deadline_at": day("2026-11-30")}
    assert "ransom_deadline" in {d.type for d in deadlines(file(**terms))}
    assert "ransom_deadline" not in {d.type for d in deadlines(file(**terms, ransom_paid=True))}


def test_nis2_terms_only_when_somebody_says_so():
    assert "nis2_early_warning" in {d.type for d in deadlines(file(nis2_status={"claimant": "yes"}))}
    assert not deadlines(file(nis2_status={"claimant": "no"}))


def test_the_soonest_comes_first():
    found = deadlines(file(demand_response_deadline_at=day("2026-12-30"), ransom_deadline_at=day("2026-11-30"), data_exfiltration="yes"))
    assert [d.type for d in found] == ["ransom_deadline", "demand_response", "gdpr_controller"]


# --- calendar --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "first", "end"),
    [
        (day("2026"), "2026-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00"),
        (day("2026-12"), "2026-12-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00"),
        (day("2026-03-29"), "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
        ({"value": "2026-10-01", "precision": "quarter"}, "2026-10-01T00:00:00+02:00", "2027-01-01T00:00:00+01:00"),
        ({"value": "2026-11-16", "precision": "week"}, "2026-11-16T00:00:00+01:00", "2026-11-23T00:00:00+01:00"),
        ({"value": "2026-11-16", "end": "2026-11-18", "precision": "day"}, "2026-11-16T00:00:00+01:00", "2026-11-19T00:00:00+01:00"),
    ],
)
def test_a_calendar_value_spans_all_it_can_mean(value, first, end):
    found = span(value)
    assert found is not None
    assert [moment.isoformat() for moment in found] == [first, end]


@pytest.mark.parametrize("value", [None, "2026", {"value": None}, {"value": "gisteren"}, {"value": "2026-02-31", "precision": "day"}])
def test_what_is_no_calendar_value_spans_nothing(value):
    assert span(value) is None


def test_months_and_working_days():
    assert months_later(NOW.replace(month=11, day=30), 3).isoformat()[:10] == "2027-02-28"
    assert working_days_between(NOW, NOW.replace(day=30)) == 5


@pytest.mark.parametrize(
    ("value", "hours"), [("P3D", 72), ("PT36H", 36), ("P1W", 168), ({"value": "PT30M"}, 0.5), ("P", None), ("drie", None), (None, None)]
)
def test_durations_have_a_length(value, hours):
    found = length(value)
    assert (None if found is None else found.total_seconds() / 3600) == hours


def test_a_dated_line_of_the_ledger_is_an_event():
    line = LedgerLine("cost", "forensics", "insured", "8000", None, "EUR", "excl", day("2026-11-04"), False, ())
    found = timeline(replace(file(incident_occurred_at=day("2026-11-05")), ledger=(line,)))
    assert [e.event for e in found] == ["ledger:cost", "incident_occurred_at"]


def test_the_timeline_is_in_order_of_time():
    found = timeline(
        file(restored_at=day("2026-11-20"), incident_occurred_at=day("2026-11"), incident_discovered_at=day("2026-11-16"), ransom_paid=True)
    )
    assert [e.event for e in found] == ["incident_occurred_at", "incident_discovered_at", "restored_at"]
    assert all(e.evidence for e in found)


# --- completeness ----------------------------------------------------------------------------------------------------


def test_an_empty_file_lacks_the_whole_minimum_notice():
    assert completeness(file())["minimum_notice"]["missing"] == list(MINIMUM)
    assert completeness(file())["percent"] == 0


def test_a_name_makes_up_for_a_policy_number_and_the_other_way_round():
    assert "policy_number" not in minimum_missing(file(insured_legal_name="Voorbeeld bv"))
    assert "insured_legal_name" not in minimum_missing(file(policy_number="1"))
    assert is_answered("insured_legal_name", file(policy_number="1"))


def test_completeness_only_counts_what_matters_for_this_file():
    own = file(notification_type=["own_damage"], attack_type=["own_error_or_outage"])
    assert "extortion" not in completeness(own)["groups"]
    assert "claimant_legal_name" not in minimum_missing(own)


def test_open_questions_are_ranked_and_say_why():
    found = open_questions(file(claim_made="written"))
    assert [FIELDS[q.field].rank for q in found] == sorted(FIELDS[q.field].rank for q in found)
    assert all(q.why and q.question for q in found)
    assert {"demand_amount", "demand_date"} <= {q.field for q in found}


def test_an_open_question_tells_that_it_was_declined():
    found = {q.field: q.said for q in open_questions(fold([said("reporter_phone", None, "declined")]))}
    assert found["reporter_phone"] == "declined"


def test_a_condition_is_false_while_nothing_is_known_except_what_asks_for_the_start():
    empty = file()
    assert {name for name in CONDITIONS if holds(name, empty)} == {
        "always", "attack", "customer", "not_restored", "recent", "unpaid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "values", "truth"),
    [
        ("liability & backup_service", {"claim_made": "oral", "service_types": ["backup_management"]}, True),
        ("liability & backup_service", {"claim_made": "oral"}, False),
        ("restoration or interruption", {"bi_occurred": "claimant"}, True),
        ("restoration or interruption", {"bi_occurred": "none"}, False),
        ("data & processor", {"data_exfiltration": "yes", "insured_gdpr_role": "both"}, True),
        ("crime", {"attack_type": ["own_error_or_outage"]}, False),
        ("recent", {"incident_occurred_at": day("2024-12")}, False),
    ],
)
def test_conditions(condition, values, truth):
    assert holds(condition, file(**values)) is truth


# --- documents -------------------------------------------------------------------------------------------------------


def test_asks_for_the_papers_this_claim_needs_and_no_others():
    wanted = {p.type for p in papers(file(claim_made="written", ransom_paid=True)) if p.status == "to_request"}
    assert {"demand_letter", "contract", "payment_proof"} <= wanted
    assert "financials" not in wanted


def test_a_paper_that_came_in_is_not_asked_for_again():
    known = file(claim_made="written", documents=[{"type": "demand_letter", "status": "received", "sha256": "ab"}])
    assert next((p.type, p.status, p.sha256) for p in papers(known)) == ("demand_letter", "received", "ab")
    assert "demand_letter" not in {p.type for p in papers(known) if p.status == "to_request"}


def test_every_paper_has_a_dutch_name():
    assert {kind for kind, _ in NEEDED} <= set(FIELDS["documents"].codes)
