"""Levels and signals, and that they go down again when the attack is over or was a mistake."""

from datetime import date, timedelta

import pytest

from bot.claims.fold import fold
from bot.claims.signals import signals_in
from bot.claims.triage import SIGNALS, triage
from bot.claims.workdays import add_working_days, easter, holidays, next_working_day

from .talk import NOW, btc, day, eur, heard, said, signal


def of(*assertions):
    return triage(fold(assertions), NOW)


ENCRYPTED = said("encrypted_asset_types", ["servers"])
DEMAND = said("ransom_demand_amount", btc("10"))


@pytest.mark.parametrize(
    ("assertions", "level", "ids"),
    [
        ([said("attack_status", "ongoing")], "P1", ("T1",)),
        ([ENCRYPTED], "P1", ("T1",)),
        ([ENCRYPTED, DEMAND], "P1", ("T1", "T2")),
        ([ENCRYPTED, DEMAND, said("attack_status", "restored")], "P2", ("T2",)),
        ([DEMAND, said("ransom_paid", True), said("attack_status", "restored")], "P2", ("T3",)),
        ([DEMAND, said("attacker_contact_by", ["insured"])], "P1", ("T2", "T3")),
        ([said("data_exfiltration", "yes")], "P1", ("T4",)),
        ([said("data_exfiltration", "yes"), said("incident_discovered_at", day("2026-11-01"))], "P2", ("T4",)),
        ([said("data_exfiltration", "yes"), said("personal_data_involved", False)], "P2", ()),
        ([said("data_exfiltration", "suspected")], "P2", ()),
        ([said("ransom_deadline_at", day("2026-11-25"))], "P1", ("T2",)),
        ([said("ransom_deadline_at", day("2026-11-25")), said("ransom_demanded", False)], "P2", ()),
        ([said("ransom_deadline_at", day("2026-11-25")), said("ransom_paid", True)], "P1", ("T3",)),
        ([signal("T3")], "P1", ("T3",)),
        ([signal("T3"), said("attack_status", "stopped")], "P2", ("T3",)),
        ([signal("T3"), said("insurer_consent_before_payment", True)], "P2", ()),
        ([signal("T5")], "P1", ("T5",)),
        ([signal("T5"), said("attack_status", "stopped")], "P1", ("T5",)),
        ([signal("T5"), said("incident_discovered_at", day("2026-10-01"))], "P2", ("T5",)),
        ([said("data_exfiltration", "yes"), said("personal_data_categories", ["bank"])], "P1", ("T4", "T5")),
        ([said("data_exfiltration", "no"), said("personal_data_categories", ["bank"])], "P2", ()),
        ([signal("T7")], "P1", ("T7",)),
        ([said("other_clients_affected", False), said("own_systems_affected", False)], "P2", ()),
        ([said("other_clients_affected", True), said("incident_discovered_at", day("2026-10-01"))], "P2", ("T7",)),
        ([said("attack_status", "stopped")], "P3", ()),
        ([ENCRYPTED, said("attack_type", ["own_error_or_outage"])], "P2", ()),
        ([said("ransom_demanded", False)], "P2", ()),
        ([said("attacker_contact_by", ["expert"])], "P2", ()),
        ([said("attacker_contact_by", ["claimant"]), said("insurer_consent_before_payment", True)], "P2", ()),
        ([said("data_exfiltration", "suspected"), said("personal_data_involved", True)], "P1", ("T4",)),
        ([said("data_exfiltration", "yes"), said("incident_discovered_at", day("2026-11-20T03:59"))], "P2", ("T4",)),
        ([said("data_exfiltration", "yes"), said("incident_discovered_at", day("2026-11-20T04:01"))], "P1", ("T4",)),
        ([said("leak_threat", False)], "P2", ()),
        ([said("legal_proceedings", ["lawyer"])], "P2", ()),
        ([said("legal_proceedings", ["summary_proceedings"])], "P1", ("T9",)),
        ([signal("T8"), said("attack_status", "restored")], "P3", ("T14",)),
        ([said("demand_amount", eur("5")), said("attack_status", "restored"), signal("T10")], "P2", ("T9", "T10")),
        ([said("nis2_status", {"insured": "yes"})], "P1", ("T11",)),
        ([said("nis2_status", {"insured": "no"})], "P2", ()),
        ([said("leak_threat", True), said("attack_status", "stopped")], "P2", ("T12",)),
        ([said("attack_status", "restored"), signal("T13")], "P2", ("T13",)),
        ([said("attack_status", "restored"), said("claim_made", "oral")], "P2", ("T9",)),
        ([signal("T6")], "P1", ("T6",)),
        ([signal("T6"), said("attack_status", "restored")], "P1", ("T6",)),
        ([said("other_clients_affected", True)], "P1", ("T7",)),
        ([said("own_systems_affected", True), said("attack_status", "restored")], "P2", ("T7",)),
        ([signal("T8")], "P1", ("T8",)),
        ([said("demand_amount", eur("5")), said("attack_status", "restored")], "P2", ("T9",)),
        ([said("demand_amount", eur("5")), said("demand_response_deadline_at", day("2026-11-24"))], "P1", ("T9",)),
        ([said("demand_amount", eur("5")), said("demand_response_deadline_at", day("2026-12-24"))], "P2", ("T9",)),
        ([DEMAND, said("ransom_paid", True), said("claim_made", "oral")], "P2", ("T3", "T9")),
        ([DEMAND, said("ransom_paid", True), said("claim_made", "oral"), said("attack_status", "ongoing")], "P1", ("T1", "T3", "T9")),
        ([said("legal_proceedings", ["summons"])], "P1", ("T9",)),
        ([signal("T9")], "P1", ("T9",)),
        ([signal("T10")], "P2", ("T10",)),
        ([said("nis2_status", {"insured": "yes"}), said("incident_discovered_at", day("2026-11-23"))], "P1", ("T11",)),
        ([said("nis2_status", {"insured": "yes"}), said("incident_discovered_at", day("2026-11-20"))], "P2", ()),
        ([said("leak_threat", True)], "P1", ("T12",)),
        ([signal("T13")], "P2", ("T13",)),
        ([said("attack_status", "restored")], "P3", ("T14",)),
        ([], "P2", ()),
    ],
)
def test_signals_and_level(assertions, level, ids):
    found = of(*assertions)
    assert (found.level, found.ids) == (level, ids)


def test_a_corrected_status_lowers_the_level():
    before = [said("attack_status", "ongoing"), signal("T1")]
    assert of(*before).level == "P1"
    after = of(*before, said("attack_status", "stopped", message="m2", correction=True))
    assert "T1" not in after.ids
    assert after.level != "P1"


def test_encryption_of_long_ago_is_not_running():
    assert "T1" not in of(ENCRYPTED, said("incident_occurred_at", day("2025-10"))).ids


def test_every_signal_carries_the_words_it_rests_on():
    found = of(ENCRYPTED, DEMAND, signal("T13"))
    assert all(s.evidence and s.evidence[0].quote for s in found.signals)
    assert set(SIGNALS) == {f"T{n}" for n in range(1, 15)}


def test_the_reply_date_counts_working_days():
    friday = NOW + timedelta(days=4)  # 27 November 2026
    monday = [said("demand_amount", eur("5")), said("demand_response_deadline_at", day("2026-11-30"))]
    assert triage(fold(monday), friday).level == "P1"
    assert triage(fold(monday), NOW).level == "P2"


def test_a_holiday_is_no_working_day_before_the_reply_date():
    """Liberation of 1918 is a holiday in Belgium only: from Monday to Thursday lie three working days in the Netherlands, two there."""
    monday = NOW.replace(day=9)
    rows = [said("demand_amount", eur("5")), said("demand_response_deadline_at", {"value": "2026-11-12T10:00", "precision": "minute"})]
    assert triage(fold([*rows, said("jurisdiction", "BE")]), monday).level == "P1"
    assert triage(fold([*rows, said("jurisdiction", "NL")]), monday).level == "P2"


@pytest.mark.parametrize(("year", "month", "number"), [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)])
def test_easter(year, month, number):
    assert easter(year) == date(year, month, number)


def test_holidays_of_the_two_countries():
    assert date(2026, 7, 21) in holidays(2026, "BE")
    assert date(2026, 7, 21) not in holidays(2026, "NL")
    assert date(2031, 4, 26) in holidays(2031, "NL")  # the 27th is a Sunday
    assert {date(2026, 5, 14), date(2026, 5, 25)} <= holidays(2026, "BE") & holidays(2026, "NL")
    assert not holidays(2026, "FR")
    assert add_working_days(date(2026, 11, 10), 1, "BE") == date(2026, 11, 12)
    assert next_working_day(date(2026, 12, 25), "NL") == date(2026, 12, 28)


def test_an_intent_is_a_signal_only_when_sure():
    assert [s.name for s in signals_in(heard("ze zitten erin", "urgent_ongoing", 0.8))] == ["T1"]
    assert not signals_in(heard("ze zitten erin", "urgent_ongoing", 0.4))


def test_letters_that_grow_in_lower_case_do_not_move_the_quote():
    text = "İİİ er belde een journalist"
    found = signals_in(heard(text))
    assert [s.evidence[0].quote for s in found] == ["journalist"]
