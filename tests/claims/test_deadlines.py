"""Terms that may run: from which moment, between which ends, whose clock; never a judgment, never said to who reports."""

from datetime import datetime

import pytest
import yaml

from bot.claims.deadlines import TERMS, deadlines
from bot.claims.fold import fold
from bot.claims.moments import ZONE

from .talk import CATALOGUE, NOW, day, eur, said


def of(*, now=NOW, terms=TERMS, **values):
    return {d.type: d for d in deadlines(fold([said(name, value) for name, value in values.items()]), now, terms)}


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_a_start_by_the_day_gives_a_range():
    found = of(data_exfiltration="yes", incident_discovered_at=day("2026-11-20"))["gdpr_controller"]
    assert (found.due_at, found.due_until) == (at("2026-11-23T00:00"), at("2026-11-24T00:00"))
    assert (found.starts_from, found.precision, found.confidence, found.status) == ("incident_discovered_at", "day", "medium", "running")


def test_a_start_to_the_minute_gives_one_moment_also_over_a_change_of_the_clock():
    found = of(data_exfiltration="yes", incident_discovered_at=day("2026-10-24T10:00"))["gdpr_controller"]
    assert found.due_at == found.due_until == at("2026-10-27T09:00")
    assert found.due_at.timestamp() - at("2026-10-24T10:00").timestamp() == 72 * 3600


def test_for_a_processor_the_clock_of_the_controller_starts_when_the_controller_was_told():
    both = {"data_exfiltration": "yes", "incident_discovered_at": day("2026-11-16"), "controller_informed_at": day("2026-11-19")}
    assert of(**both, insured_gdpr_role="processor")["gdpr_controller"].starts_from == "controller_informed_at"
    assert of(**both, insured_gdpr_role="controller")["gdpr_controller"].starts_from == "incident_discovered_at"


def test_at_once_has_no_number_and_no_end():
    found = of(data_exfiltration="yes", insured_gdpr_role="processor", insured_informed_at=day("2026-11-20"))["gdpr_processor"]
    assert (found.due_at, found.status, found.clock_owner, found.done) == (None, "running", "insured", False)


@pytest.mark.parametrize(
    ("now", "status"), [("2026-11-22T23:00", "running"), ("2026-11-23T12:00", "running"), ("2026-11-24T00:00", "passed")]
)
def test_it_is_passed_only_when_it_must_be(now, status):
    found = of(now=at(now), data_exfiltration="yes", incident_discovered_at=day("2026-11-20"))
    assert found["gdpr_controller"].status == status


def test_without_a_start_it_says_so():
    found = of(data_exfiltration="yes")["gdpr_controller"]
    assert (found.status, found.due_at, found.due_until, found.starts_at) == ("unknown_start", None, None, None)
    assert found.counts


def test_nis2_has_three_and_the_last_counts_from_the_notification_itself():
    nis2 = {"nis2_status": {"claimant": "yes"}, "incident_discovered_at": day("2026-11-20T10:00")}
    found = of(**nis2)
    assert found["nis2_early_warning"].due_at == at("2026-11-21T10:00")
    assert found["nis2_notification"].due_at == at("2026-11-23T10:00")
    assert found["nis2_final_report"].status == "unknown_start"
    told = of(**nis2, csirt_notified={"done": True, "at": day("2026-11-21T09:00")})
    assert told["nis2_early_warning"].done
    assert told["nis2_final_report"].due_at == at("2026-12-21T09:00")
    assert not told["nis2_final_report"].done


def test_terms_of_a_country_hold_there_only():
    nis2 = {"nis2_status": {"insured": "yes"}}
    assert "nis2_early_warning" in of(**nis2, jurisdiction="BE")
    assert "nis2_early_warning" in of(**nis2)  # not known: it may
    assert "nis2_early_warning" not in of(**nis2, jurisdiction="other")
    claim = {"claim_made": "written", "demand_amount": eur("5"), "demand_received_at": day("2026-11-02")}
    assert {"insurer_answer", "insurer_payment"} <= set(of(**claim, jurisdiction="BE"))
    assert not {"insurer_answer", "insurer_payment"} & set(of(**claim, jurisdiction="NL"))
    assert not {"insurer_answer", "insurer_payment"} & set(of(**claim))


def test_three_months_that_end_on_a_holiday_may_last_until_the_next_working_day():
    claim = {"claim_made": "written", "jurisdiction": "BE"}
    found = of(**claim, demand_received_at=day("2026-02-01T10:00"))["insurer_answer"]  # 1 May 2026 is a Friday and a holiday
    assert (found.due_at, found.due_until) == (at("2026-05-01T10:00"), at("2026-05-05T00:00"))
    plain = of(**claim, demand_received_at=day("2026-02-02"))["insurer_answer"]
    assert (plain.due_at, plain.due_until) == (at("2026-05-02T00:00"), at("2026-05-05T00:00"))


def test_claims_of_before_the_law_have_no_such_term():
    assert "insurer_answer" not in of(claim_made="written", jurisdiction="BE", demand_received_at=day("2024-09-30"))


def test_a_term_in_working_days_is_counted_in_them():
    terms = {"answer": {**TERMS["insurer_answer"], "working_days": 5, "when": "always"}}
    terms["answer"].pop("months")
    rows = {"jurisdiction": "BE", "demand_received_at": day("2026-11-09T10:00")}
    assert of(terms=terms, **rows)["answer"].due_at == at("2026-11-18T00:00")  # Armistice Day is between them


def test_the_end_of_a_ransom_term_is_the_end_that_was_said():
    assert of(ransom_deadline_at=day("2026-11-25T18:00"))["ransom_deadline"].due_at == at("2026-11-25T18:00")
    between = {"value": "2026-11-25", "end": "2026-11-27", "precision": "day"}
    found = of(ransom_deadline_at=between)["ransom_deadline"]
    assert (found.due_at, found.due_until) == (at("2026-11-26T00:00"), at("2026-11-28T00:00"))
    week = of(ransom_deadline_at={"value": "2026-11-23", "precision": "week"})["ransom_deadline"]
    assert (week.due_at, week.due_until) == (at("2026-11-24T00:00"), at("2026-11-30T00:00"))


def test_nothing_of_the_terms_is_ever_said_to_who_reports():
    told = yaml.safe_dump(CATALOGUE, allow_unicode=True).lower()
    for term in TERMS.values():
        assert str(term["basis"]).lower() not in told
        assert str(term["label"]).lower() not in told
    assert "72 uur" not in told
