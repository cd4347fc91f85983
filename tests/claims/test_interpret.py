"""From annotations to assertions: the open question, corrections, doubt, and what needs the file to be understood."""

import pytest

from bench.understand_offline import heard
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Assertion, ClaimFile

AT = "2026-11-23T10:00:00+01:00"


def told(*messages: tuple[str, str | None], author: str = "insured") -> ClaimFile:
    log: tuple[Assertion, ...] = ()
    for i, (text, ask) in enumerate(messages):
        log += interpret(heard({"id": f"m{i}", "text": text, "at": AT, "ask": ask, "author": author}, "nl"), fold(log))
    return fold(log)


@pytest.mark.parametrize(
    ("ask", "text", "value"),
    [
        ("other_clients_affected", "nee", False),
        ("own_systems_affected", "ja", True),
        ("ransom_demanded", "nee hoor", False),
        ("insured_client_count", "een stuk of 30", 30),
        ("ransom_demand_amount", "10 bitcoin", {"amount": "10", "asset": "BTC"}),
        ("demand_amount", "39.746,41 excl btw", {"amount": "39746.41", "currency": "EUR", "vat_basis": "excl"}),
        ("contract_fee", "600 euro per jaar, zonder btw", {"amount": "600", "currency": "EUR", "vat_basis": "excl", "period": "P1Y"}),
        ("discovered_by", "De klant zelf.", "claimant"),
        ("attack_status", "nee", "stopped"),
        ("claim_made", "ja", "yes_form_unknown"),
        ("backups_affected", "ja, ook", "some"),
        ("reporter_name", "Met Karin de Wit", "Karin de Wit"),
        ("insured_legal_name", "Ons bedrijf heet Netwerkplus BV", "Netwerkplus BV"),
        ("policy_number", "BE-123456", "BE-123456"),
        ("attacker_contact_by", "niemand", ["nobody"]),
        ("police_report", "ja", {"filed": True}),
        ("dpa_notified", "nee", {"done": False}),
        ("claimant_sector", "Een groothandel in bloemen.", "Een groothandel in bloemen."),
        ("downtime", "drie dagen", {"value": "P3D", "approx": False}),
    ],
)
def test_a_bare_answer_fills_the_open_question(ask, text, value):
    state = told((text, ask)).fields[ask]
    assert state.value == value
    assert state.evidence
    assert all(e.quote and e.quote in text for e in state.evidence)


@pytest.mark.parametrize(
    ("text", "status"), [("Dat weet ik niet.", "unknown"), ("geen idee", "unknown"), ("liever niet", "declined"), ("later", "declined")]
)
@pytest.mark.parametrize(
    "ask", ["policy_number", "incident_discovered_at", "other_clients_affected", "claimant_sector", "demand_heads", "service_types"]
)
def test_not_knowing_and_not_wanting_are_answers_too(ask, text, status):
    assert told((text, ask)).fields[ask].status == status


@pytest.mark.parametrize("ask", sorted(FIELDS))
def test_a_question_back_answers_no_question(ask):
    state = told(("Ben ik hiervoor verzekerd?", ask)).fields.get(ask)
    assert state is None or state.status in ("unknown", "declined")


def test_betaald_means_the_ransom_only_when_the_file_speaks_of_one():
    assert told(("De klant heeft 650 euro betaald.", None)).value("ransom_paid") is None
    file = told(("Ze vragen 0,1 bitcoin losgeld.", None), ("De klant heeft 650 euro betaald.", None))
    assert file.value("ransom_paid") is True
    assert file.value("ransom_paid_by") == "claimant"


def test_a_correction_takes_the_place_of_what_it_corrects():
    file = told(("De site lag 3 uur plat.", None), ("oh nee ik zeg 3 uur, het was 4 uur", None))
    assert file.value("downtime")["value"] == "PT4H"
    assert len(file.fields["downtime"].history) == 2


def test_a_doubt_about_theft_is_a_suspicion():
    assert told(("Misschien zijn er klantgegevens gestolen.", None)).value("data_exfiltration") == "suspected"


def test_a_rumour_of_payment_is_no_payment():
    file = told(("Er zou binnen twee dagen iets in bitcoin betaald moeten worden maar dat heb ik van horen zeggen.", None))
    assert file.value("ransom_paid") is None


def test_facts_from_an_agent_were_said_by_the_caller():
    assert told(("Er is losgeld gevraagd.", None), author="agent").fields["ransom_demanded"].said_by == "caller"


def test_fee_and_turnover_are_never_a_loss():
    file = told(("Wij beheren hun back-ups voor 600 euro per jaar. De klant heeft 39 miljoen euro omzet.", None))
    assert file.loss_types == ()
    assert {line.role for line in file.ledger} == {"fee", "turnover"}
    assert all(not state.amounts for state in file.losses.values())


def test_the_fee_goes_to_its_field_and_not_to_the_demand():
    file = told(("Ze eisen 12.000 euro schadevergoeding en betalen ons maar 90 euro per maand.", None))
    assert file.value("demand_amount")["amount"] == "12000"
    assert file.value("contract_fee") == {"amount": "90", "currency": "EUR", "vat_basis": "unknown", "period": "P1M"}


def test_every_answer_quotes_the_words_it_comes_from():
    texts = [
        "Hackers hebben vannacht onze klant gegijzeld, ze eisen 2 bitcoin.",
        "De klant betaalde en wil dat geld nu van ons terug. Bel 0470 12 34 56.",
    ]
    file = told(*((t, None) for t in texts))
    for state in file.fields.values():
        for e in state.evidence:
            assert texts[int(e.message_id[1:])][e.start : e.end] == e.quote


def test_that_amount_is_the_cost_told_of_before():
    file = told(("De klant kreeg een telefoonrekening van 17.240 euro na een hack.", None), ("Ze willen dat wij dat bedrag betalen.", None))
    assert file.value("demand_amount")["amount"] == "17240"
    assert file.fields["demand_amount"].status == "derived"


def test_the_full_amount_paid_is_what_was_asked():
    file = told(("Ze eisen 20.000 euro losgeld.", None), ("Hij heeft het volle bedrag betaald.", None))
    assert file.value("ransom_paid_amount")["amount"] == "20000"


def test_a_time_of_day_belongs_to_the_day_of_the_incident():
    file = told(("Op 12 november is de klant gehackt.", None), ("Wij ontdekten het om 3u40.", None))
    assert file.value("incident_discovered_at")["value"].startswith("2026-11-12T03:40")


def test_what_happened_never_lies_ahead():
    assert told(("Morgen zijn de servers gehackt.", None)).value("incident_occurred_at") is None
