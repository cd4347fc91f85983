"""What the words of one message support: small sentences, one meaning each."""

from datetime import datetime

import pytest

from bot.nlu.contacts import find_contacts, on_the_wire
from bot.nlu.extract import extract_both
from bot.nlu.spans import apart
from bot.nlu.understand import annotate

AT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


def read(text: str) -> list[dict]:
    return annotate(text, apart([*extract_both(text, AT), *map(on_the_wire, find_contacts(text))]), "nl")


def facts(text: str, role: str) -> list[dict]:
    return [
        r for r in read(text) if r["entity"] in ("fact", "system", "ransomware", "vector") and r["role"] == role and not r.get("unknown")
    ]


def losses(text: str) -> dict[str, str]:
    return {r["role"]: r["loss_status"] for r in read(text) if r["entity"] == "loss"}


def roles(text: str, *kinds: str) -> list[str | None]:
    return [r["role"] for r in read(text) if r["entity"] in kinds]


TRUE_FACTS = [
    ("Ze vragen losgeld.", "ransom_demanded", True, "affirmed"),
    ("Er lag een briefje met de eis: betaal 2 bitcoin.", "ransom_demanded", True, "affirmed"),
    ("Er is geen losgeld gevraagd.", "ransom_demanded", True, "negated"),
    ("neen we zijn niet afgeperst", "ransom_demanded", True, "negated"),
    ("De klant heeft het losgeld betaald.", "ransom_paid", True, "affirmed"),
    ("Er is geen losgeld betaald.", "ransom_paid", True, "negated"),
    ("Losgeld? Nooit betaald.", "ransom_paid", True, "negated"),
    ("Er gaat niemand losgeld betalen.", "ransom_paid", True, "negated"),
    ("De bitcoins zijn door de klant overgemaakt aan de hackers.", "ransom_paid_by", "claimant", "affirmed"),
    ("Wij hebben het losgeld zelf betaald.", "ransom_paid_by", "insured", "affirmed"),
    ("Het losgeld is niet door ons maar door de holding betaald.", "ransom_paid_by", "other", "affirmed"),
    ("De back-ups zijn ook versleuteld.", "backups_affected", "all", "affirmed"),
    ("De backups waren gelukkig nog goed.", "backups_affected", "none", "affirmed"),
    ("Er was geen recente back-up.", "backups_affected", "all", "affirmed"),
    ("We zetten alles terug vanuit de back-up.", "backups_affected", "none", "affirmed"),
    ("Er zijn klantgegevens gestolen.", "data_exfiltration", "yes", "affirmed"),
    ("Er is niets gestolen.", "data_exfiltration", "yes", "negated"),
    ("Aangifte is gedaan.", "police_report", True, "affirmed"),
    ("We hebben geen aangifte gedaan.", "police_report", True, "negated"),
    ("Politie en AP zijn op de hoogte.", "dpa_notified", True, "affirmed"),
    ("Klacht politie: nog niet.", "police_report", True, "negated"),
    ("Ze kwamen binnen via RDP.", "attack_vector", "remote_access", "affirmed"),
    ("Een medewerker opende een phishingmail.", "attack_vector", "phishing", "affirmed"),
    ("LockBit heet die bende.", "ransomware_family", "LockBit", "affirmed"),
    ("De klant stelt ons aansprakelijk.", "claim_made", "yes_form_unknown", "affirmed"),
    ("We kregen een aangetekende brief waarin ze een schadevergoeding eisen.", "claim_made", "written", "affirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "value", "polarity"), TRUE_FACTS)
def test_reads_a_fact_with_its_polarity(text, role, value, polarity):
    found = facts(text, role)
    assert [(r["value"], r["polarity"]) for r in found][:1] == [(value, polarity)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Wordt losgeld vergoed door mijn polis?", "ransom_paid"),
        ("Als we losgeld betalen, is dat dan verzekerd?", "ransom_paid"),
        ("We hebben voor die les een hoge prijs betaald.", "ransom_paid"),
        ("De factuur van de leverancier is betaald.", "ransom_paid"),
        ("Of er iets betaald is weten wij niet.", "ransom_paid"),
        ("In het nieuws las ik over een bedrijf dat losgeld betaalde.", "ransom_paid"),
        ("Of er data gestolen is weten we niet.", "data_exfiltration"),
        ("Moet ik aangifte doen?", "police_report"),
    ],
)
def test_a_question_a_supposition_or_another_story_states_nothing(text, role):
    assert not [r for r in facts(text, role) if r["certainty"] in ("sure", "hearsay") and r["polarity"] == "affirmed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mijn klant wil de 7 bitcoin terug die hij aan de hackers betaalde.", {"ransom": "claimed"}),
        ("De winkels zijn al drie dagen dicht.", {"business_interruption": "incurred"}),
        ("We hebben 60 uur gewerkt om de servers opnieuw op te zetten.", {"restoration": "incurred"}),
        ("De klant stuurt de factuur van zijn herstelbedrijf door naar ons.", {"restoration": "claimed"}),
        ("De forensisch onderzoeker kostte 8.000 euro.", {"forensics": "incurred"}),
        ("We betaalden een valse factuur van 12.000 euro.", {"fraud_theft": "incurred"}),
        ("Wordt losgeld vergoed door mijn polis?", {}),
        ("De back-up is teruggezet, kost ons niets.", {"restoration": "absent"}),
        ("We kochten meteen een betere firewall.", {"betterment": "incurred"}),
        ("Er is geen omzetverlies.", {"business_interruption": "absent"}),
        ("De klant kon twee dagen niet werken.", {"business_interruption": "incurred"}),
    ],
)
def test_the_examples_of_the_guidelines(text, expected):
    found = losses(text)
    assert {k: found.get(k) for k in expected} == expected
    assert set(found) - set(expected) <= {"restoration", "business_interruption"} - {
        k for k, v in found.items() if v in ("claimed", "incurred")
    }


def test_a_split_demand_gives_every_head_its_own_amount():
    rows = [r for r in read("Hij vraagt 25.000 euro van ons: 10.000 herstel, 12.000 stilstand en 3.000 rente.") if r["entity"] == "money"]
    assert [(r["value"]["amount"], r["role"], r.get("head")) for r in rows] == [
        ("25000", "claimed", None),
        ("10000", "claimed", "restoration"),
        ("12000", "claimed", "business_interruption"),
        ("3000", "claimed", "legal_interest"),
    ]


def test_demanded_negotiated_and_paid_are_kept_apart():
    text = "Ze vroegen 10 bitcoin, het zijn er 7 geworden. De klant heeft die 7 bitcoin betaald."
    assert roles(text, "crypto") == ["ransom_demanded", "ransom_negotiated", "ransom_paid"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ze betalen ons 130 euro per maand voor het beheer.", "fee"),
        ("De klant heeft 39 miljoen euro omzet.", "turnover"),
        ("De hackers eisen 20.000 euro.", "ransom_demanded"),
        ("De klant vordert 18.000 euro.", "claimed"),
        ("Totaal 18.209,89 inclusief btw vorderen ze van ons.", "claimed"),
    ],
)
def test_reads_what_an_amount_is(text, role):
    assert roles(text, "money") == [role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 3 november zijn ze binnengeraakt, ontdekt op 9 november.", ["occurred", "discovered"]),
        ("Sinds dinsdag werkt alles weer.", ["restored"]),
        ("De brief is van 7 oktober.", ["demand_date"]),
        ("Gisteren zijn de servers versleuteld.", ["occurred"]),
        ("Ons contract is in 2019 getekend.", [None]),
    ],
)
def test_reads_what_a_date_is(text, expected):
    assert roles(text, "date", "datetime", "interval")[: len(expected)] == expected


def test_what_is_taken_back_has_no_role():
    rows = [r for r in read("Er is 20.000 dollar... sorry, 200.000 dollar losgeld betaald.") if r["entity"] == "money"]
    assert [(r["role"], bool(r.get("taken_back"))) for r in rows] == [(None, True), ("ransom_paid", False)]


def test_offsets_hold_with_accents_emoji_and_typographic_quotes():
    text = "😱 Géén back-up! “Losgeld” geëist: 2 bitcoin, zegt de cliënt’s directeur."
    for row in read(text):
        assert 0 <= row["start"] < row["end"] <= len(text)
    [coin] = [r for r in read(text) if r["entity"] == "crypto"]
    assert text[coin["start"] : coin["end"]] == "2 bitcoin"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?", "((((", "......", "ja", "€€€", "geen geen geen"])
def test_any_text_is_read_without_complaint(text):
    assert isinstance(read(text), list)


@pytest.mark.parametrize(
    "piece", ["De klant heeft gisteren 7 bitcoin betaald en wil dat geld nu van ons terug. ", "geen ", "a1 b2 ", "((", "back-up weg "]
)
def test_reading_stays_linear_in_the_length(piece):
    from time import perf_counter

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = perf_counter()
        annotate(text, [], "nl")
        return perf_counter() - start

    seconds(2_000)
    short, long = min(seconds(10_000) for _ in range(2)), seconds(80_000)
    assert long < 8 * short * 3 + 0.2
