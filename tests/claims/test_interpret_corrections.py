"""Corrections by value, VAT said apart, introductions beside the question, and the clock of the day meant. Stories from use."""

from datetime import UTC, datetime

import pytest

from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Annotation, ClaimFile, Heard
from tests.claims.test_bare_answers import hearing, told

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def claimed(file):
    """The lines of the demand that the ledger holds, as amount and VAT basis."""
    return [(line.amount, line.vat_basis) for line in file.ledger if line.role == "claimed"]


@pytest.mark.parametrize(
    ("text", "intent", "amount", "vat"),
    [
        ("nee wacht, het was 12.500", "correct_previous", "12500", "unknown"),
        ("nee sorry 11.500 ex btw", "correct_previous", "11500", "excl"),
        ("correctie: 9.900 euro", "correct_previous", "9900", "unknown"),
        ("11.500 excl btw, niet 12.000", "provide_amount", "11500", "excl"),
        ("het moet 12.100 zijn ipv 12.000", "provide_amount", "12100", "unknown"),
    ],
)
@pytest.mark.parametrize("ask", ["ransom_paid", "ransom_demanded", "police_report", "reporter_name"])
def test_a_corrected_amount_takes_the_place_of_the_old_one_in_field_and_ledger(ask, text, intent, amount, vat):
    """The "nee" of "nee wacht" was written down as "no ransom was paid"."""
    file = told(("demand_amount", "12.000 euro"), (ask, text, intent))
    assert (file.value("demand_amount")["amount"], file.value("demand_amount")["vat_basis"]) == (amount, vat)
    assert claimed(file) == [(amount, vat)]
    assert ask not in file.fields
    assert file.fields["demand_amount"].status == "stated"


def test_the_old_value_beside_it_says_which_one_is_corrected():
    file = told(("demand_amount", "9.000 euro"), ("contract_fee", "350 euro per maand"), ("police_report", "de eis is 9.500, niet 9.000"))
    assert file.value("demand_amount")["amount"] == "9500"
    assert file.value("contract_fee")["amount"] == "350"
    assert [a for a, _ in claimed(file)] == ["9500"]
    file = told(("demand_amount", "9.000 euro"), ("contract_fee", "350 euro per maand"), ("police_report", "nee correctie, het was 400"))
    assert file.value("demand_amount")["amount"] == "9000"
    assert file.value("contract_fee") == {"amount": "400", "currency": "EUR", "vat_basis": "unknown", "period": "P1M"}


@pytest.mark.parametrize(
    "text", ["correctie: 12 btc ipv 7, en sinds eergisteren 22u", "nee wacht, 12 bitcoin", "sorry, het waren er 12, geen 7"]
)
def test_coins_are_corrected_as_coins(text):
    file = told(("ransom_demand_amount", "7 btc"), ("ransom_demanded", text, "correct_previous"))
    assert file.value("ransom_demand_amount") == {"amount": "12", "asset": "BTC"}
    assert [line.amount for line in file.ledger if line.role == "ransom_demanded"] == ["12"]
    assert file.value("ransom_demanded") is True


def test_a_corrected_date_corrects_the_last_date():
    file = told(("incident_occurred_at", "12 november"), ("police_report", "nee wacht, het was 14 november", "correct_previous"))
    assert file.value("incident_occurred_at")["value"] == "2026-11-14"
    assert "police_report" not in file.fields


def test_sorry_before_the_answer_corrects_nothing():
    file = told(("incident_occurred_at", "12 november"), ("incident_discovered_at", "sorry, 13 november"))
    assert file.value("incident_occurred_at")["value"] == "2026-11-12"
    assert file.value("incident_discovered_at")["value"] == "2026-11-13"


@pytest.mark.parametrize(
    ("text", "vat"), [("ja zonder btw", "excl"), ("excl. btw", "excl"), ("dat is inclusief btw", "incl"), ("met btw erbij", "incl")]
)
def test_vat_said_apart_completes_the_amount(text, vat):
    file = told(("demand_amount", "11.500 euro"), ("ransom_paid", text, "affirm"))
    assert file.value("demand_amount")["vat_basis"] == vat
    assert claimed(file) == [("11500", vat)]
    assert "ransom_paid" not in file.fields


@pytest.mark.parametrize(
    "text", ["Nee, het gaat om Peter Jansen, niet claim", "nee, mijn naam is Peter Jansen", "Sorry, ik bedoel Peter Jansen, niet Tom"]
)
def test_a_name_put_right_answers_no_other_question(text):
    for before in (("reporter_name", "Tom"), ("reporter_name", "claim")):
        file = told(before, ("ransom_paid", text))
        assert file.value("reporter_name") == "Peter Jansen"
        assert "ransom_paid" not in file.fields


def test_who_one_is_may_be_said_at_any_time():
    file = told(("other_clients_affected", "Ik ben Els Wouters... nee, Els Willems, van Willems IT in Mechelen"))
    assert (file.value("reporter_name"), file.value("insured_legal_name")) == ("Els Willems", "Willems IT")
    file = told(("claim_made", "Vriesland Automatisering B.V., 0456.789.123"))
    assert file.value("insured_legal_name") == "Vriesland Automatisering B.V."
    assert file.value("insured_registration_number") == "0456789123"
    assert told(("claim_made", "Ik ben Piet van Damme")).value("insured_legal_name") is None


def test_a_company_number_is_no_telephone_and_takes_no_telephones_place():
    file = told(("reporter_phone", "0470 11 22 33"), ("reporter_name", "Datahuis bvba, 0712.345.678"))
    assert file.value("reporter_phone") == "+32470112233"
    assert file.value("insured_registration_number") == "0712345678"
    assert told(("claim_made", "0470.12.34.56")).value("reporter_phone") == "+32470123456"
    assert told(("reporter_phone", "0471.345.678")).value("reporter_phone") is not None


@pytest.mark.parametrize(
    ("ask", "text", "value"),
    [
        ("insured_action_started_at", "gisteren", "2026-11-22"),
        ("demand_date", "15-11", "2026-11-15"),
        ("incident_discovered_at", "3 september 2026 om half elf 's ochtends", "2026-09-03T10:30:00+02:00"),
        ("incident_discovered_at", "3 december 2025 om 9 uur", "2025-12-03T09:00:00+01:00"),
    ],
)
def test_short_dates_answer_and_carry_the_offset_of_their_own_day(ask, text, value):
    assert told((ask, text)).value(ask)["value"] == value


def test_an_hour_belongs_to_the_day_that_is_known_with_the_offset_of_that_day():
    """Said in November of the 6th of October: +01:00 was an hour off."""
    file = told(("incident_occurred_at", "6 oktober"), (None, "Wij zijn om 8 uur begonnen"))
    assert file.value("insured_action_started_at")["value"] == "2026-10-06T08:00:00+02:00"
    file = told(("incident_occurred_at", "6 oktober"), ("incident_discovered_at", "6 uur"))
    assert file.value("incident_discovered_at")["value"] == "2026-10-06T06:00:00+02:00"
    assert told(("downtime", "6 uur")).value("downtime")["value"] == "PT6H"


def test_every_correction_says_so():
    file = told(("demand_amount", "12.000 euro"))
    rows = interpret(hearing("nee wacht, het was 12.500", "ransom_paid", "correct_previous", 5), file)
    assert {(r.kind, r.name, r.correction) for r in rows} == {("field", "demand_amount", True), ("money", "claimed", True)}
    assert fold(rows).value("demand_amount")["amount"] == "12500"


def test_an_answer_is_no_question_on_the_classifiers_word_alone() -> None:
    """The purpose of the back-ups, told in few words, was once taken for a question about cover and dropped."""
    text = "Tegen een kapotte schijf. Zo was het bedoeld."
    fact = Annotation("fact", 0, 25, "hardware_failure", "backup_agreed_purpose")
    said = Annotation("utterance", 0, 25, "ask_coverage", confidence=0.95)
    heard = Heard("m", "insured", AT, text, "nl-NL", "backup_agreed_purpose", (("ask_coverage", 0.95),), (fact, said))
    assert [(one.name, one.value) for one in interpret(heard, ClaimFile())] == [("backup_agreed_purpose", ["hardware_failure"])]


def test_a_turnover_without_a_name_belongs_to_whom_was_asked() -> None:
    text = "301.600 euro omzet."
    money = Annotation("money", 0, 12, {"amount": "301600", "currency": "EUR", "vat": None}, "turnover")
    for ask, name in (("insured_annual_turnover", "insured_annual_turnover"), ("claimant_annual_turnover", "claimant_annual_turnover")):
        heard = Heard("m", "insured", AT, text, "nl-NL", ask, (("provide_amount", 0.9),), (money,))
        assert name in {one.name for one in interpret(heard, ClaimFile()) if one.kind == "field"}
