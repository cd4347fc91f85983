"""What a person tells in plain words, read from words to claim file without Rasa: bills, copies, crowds, sums, threats, shorthand."""

# ruff: noqa: E501

import pytest

from bench.understand_offline import heard
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.nlu.understand import annotate

RANSOM_FIELDS = ("ransom_demanded", "ransom_paid", "ransom_paid_at", "ransom_paid_amount", "ransom_demand_amount", "ransom_deadline_at")


def file_of(*texts: str):
    log = ()
    for i, text in enumerate(texts):
        log += interpret(heard({"id": f"m{i}", "text": text, "at": "2026-11-23T10:00:00+01:00"}, "nl"), fold(log))
    return fold(log)


def lines(file) -> list[tuple[str, str | None, str]]:
    return [(x.role, x.head, x.amount) for x in file.ledger]


def day(file, name: str) -> str | None:
    value = file.value(name)
    return None if value is None else value["value"][:10]


BILLS = [
    ("De factuur van het datareddingsbedrijf, 6.800 euro, hebben wij zelf betaald op 14 oktober.", "restoration", "6800", "insured"),
    ("De herstelfactuur van 4.200 euro hebben we vorige week betaald.", "restoration", "4200", "insured"),
    ("Wij hebben aan de recoveryfirma 9.100 euro overgemaakt.", "restoration", "9100", "insured"),
    ("Wij hebben de nieuwe server betaald, 7.300 euro.", "restoration", "7300", "insured"),
    ("De factuur van den IT'er die alles kwam herstellen, 1.900 euro, hebben wij betaald.", "restoration", "1900", "insured"),
    ("De uitzendkrachten kostten 2.500 euro en zijn betaald.", "business_interruption", "2500", "unknown"),
    ("Gisteren heeft onze boekhouder 23.400 euro overgemaakt na een valse mail.", "fraud_theft", "23400", "insured"),
    ("Onze secretaresse heeft 8.750 euro overgeschreven na een nepmail van de CEO.", "fraud_theft", "8750", "insured"),
    ("Door een phishingmail is er 15.000 euro overgemaakt naar de verkeerde rekening.", "fraud_theft", "15000", "unknown"),
    ("De klant zijn boekhouder heeft 31.000 euro betaald op basis van een valse factuur.", "fraud_theft", "31000", "claimant"),
    ("Op vraag van de zogezegde directeur is er 40.000 euro overgemaakt.", "fraud_theft", "40000", "unknown"),
]


@pytest.mark.parametrize(("text", "head", "amount", "party"), BILLS)
def test_a_bill_or_a_fraud_is_no_ransom(text, head, amount, party):
    file = file_of(text)
    assert not [name for name in RANSOM_FIELDS if file.value(name) is not None]
    assert [(x.role, x.head, x.amount, x.party) for x in file.ledger] == [("cost", head, amount, party)]
    assert file.fine_losses[head].status == "incurred"
    if head == "fraud_theft":
        assert file.value("attack_type") == ["invoice_or_ceo_fraud"]


def test_a_bill_beside_the_ransom_stays_a_bill():
    file = file_of("Wij hebben het losgeld niet betaald, enkel de factuur van de herstelfirma van 3.200 euro op 5 november.")
    assert file.value("ransom_paid") is False
    assert [(x.role, x.head) for x in file.ledger if x.amount == "3200"] == [("cost", "restoration")]


def test_a_bill_stays_a_bill_in_a_file_with_ransomware_and_a_bare_payment_is_the_ransom():
    bill = file_of("Er stond ransomware op alle servers.", "De factuur van het herstelbedrijf, 5.000 euro, is betaald op 3 oktober.")
    assert bill.value("ransom_paid") is None
    assert bill.value("ransom_paid_at") is None
    paid = file_of("Ze vragen 2 bitcoin losgeld.", "Gisteren betaald.")
    assert paid.value("ransom_paid") is True
    assert day(paid, "ransom_paid_at") == "2026-11-22"


@pytest.mark.parametrize(
    "text",
    [
        "De laatste back-up bleek van 12 augustus te zijn.",
        "Toen bleek dat de laatste goede kopie dateert van 3 juni.",
        "De recentste back-up was er een van 5 mei.",
        "De jongste tape is van 9 september.",
        "Wij beheren hun netwerk sinds juli 2022.",
        "Die klant is bij ons sinds maart 2019.",
        "Sinds 2020 doen wij het onderhoud voor die firma.",
        "De zitting is op 2 december.",
        "Op 2 december moeten we voor de rechter verschijnen.",
        "De hoorzitting bij de rechtbank is 14 januari.",
        "De factuur van de expert is betaald op 3 november.",
    ],
)
def test_days_of_copies_contracts_hearings_and_bills_are_not_of_the_incident(text):
    file = file_of(text)
    assert day(file, "incident_discovered_at") is None
    assert day(file, "incident_occurred_at") is None


def test_what_did_discover_and_did_happen_still_counts():
    assert day(file_of("Op 12 augustus bleek dat de back-up niet werkte."), "incident_discovered_at") == "2026-08-12"
    assert day(file_of("De servers die wij beheren zijn op 4 oktober gehackt."), "incident_occurred_at") == "2026-10-04"
    assert day(file_of("Op 12 augustus zijn de back-ups versleuteld."), "incident_occurred_at") == "2026-08-12"


@pytest.mark.parametrize(
    "text",
    [
        "De klant is gehackt. Bij nazicht draaide de taak al acht weken niet.",
        "De klant is gehackt. De back-up liep al drie maanden niet meer.",
        "De klant is gehackt. Die patch was al zes weken niet geplaatst.",
        "De klant is gehackt. De job stond al twee weken uit.",
    ],
)
def test_how_long_a_task_did_not_run_is_no_downtime(text):
    assert file_of(text).value("downtime") is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("De kassa's lagen van 6 oktober 07.15 uur tot 8 oktober 16.00 uur plat.", "2026-10-06T07:15", "2026-10-08T16:00"),
        ("De winkel was van 3 november tot 5 november dicht.", "2026-11-03", "2026-11-05"),
        ("Van 2 tot 6 november konden ze niet werken, alles lag stil.", None, None),
        ("Het magazijn lag plat van 12 oktober tot 14 oktober.", "2026-10-12", "2026-10-14"),
        ("Alles ligt stil sinds 16 november.", "2026-11-16", None),
        ("De webshop ligt plat sinds gist 23u.", "2026-11-22T23:00", None),
    ],
)
def test_from_when_to_when_work_stood_still(text, start, end):
    file = file_of(text)
    for name, expected in (("bi_start_at", start), ("bi_end_at", end)):
        value = file.value(name)
        assert expected is None or (value is not None and value["value"].startswith(expected)), (name, value)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Het is een bouwbedrijf met 120 medewerkers. Er zijn geen gegevens gestolen.", "claimant_employee_count", 120),
        ("De klant telt 60 werknemers, data is er niet gestolen.", "claimant_employee_count", 60),
        ("De firma heeft 14 bedienden, data is gestolen.", "claimant_employee_count", 14),
        ("Er werken 35 mensen. Niks gelekt.", "claimant_employee_count", 35),
        (
            "Een collega heeft een lijst met 400 klanten van een huisarts naar een verkeerd mailadres gestuurd.",
            "data_subjects_estimate",
            400,
        ),
        ("Het excelbestand met 1.200 leden is naar de foute ontvanger gemaild.", "data_subjects_estimate", 1200),
        ("We hebben per ongeluk een bestand met 90 patiënten naar de verkeerde dokter gemaild.", "data_subjects_estimate", 90),
        ("De loonlijst van 80 werknemers is per ongeluk naar een verkeerde klant gemaild.", "data_subjects_estimate", 80),
        ("Wij doen het beheer voor 40 klanten.", "insured_client_count", 40),
    ],
)
def test_who_is_counted(text, field, value):
    file = file_of(text)
    assert file.value(field) == value
    others = {"claimant_employee_count", "data_subjects_estimate", "insured_client_count"} - {field}
    assert not [name for name in others if file.value(name) is not None]
    if field == "data_subjects_estimate":
        assert (file.value("data_exfiltration"), file.value("personal_data_involved")) == ("yes", True)


@pytest.mark.parametrize(
    "text",
    [
        "Het is ook bij 2 klanten gebeurd.",
        "De aanval zat bij drie van onze klanten: een bakker, een school en een garage.",
        "Hetzelfde speelt bij vier klanten.",
        "Bij twee van onze klanten is het ook prijs.",
        "Ze zitten ook bij nog 5 klanten binnen.",
        "Nog 3 andere klanten hebben er last van.",
    ],
)
def test_other_clients_hit_are_not_all_our_clients(text):
    file = file_of(text)
    assert file.value("other_clients_affected") is True
    assert file.value("insured_client_count") is None


BI, RE, LI, FR = "business_interruption", "restoration", "legal_interest", "fee_refund"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hij eist € 31.000 gemiste omzet, € 12.500 voor het opnieuw invoeren van facturen en € 4.750 aan overuren.",
            [(BI, "31000"), (RE, "12500"), (RE, "4750")],
        ),
        (
            "De klant claimt € 9.850 gemiste behandelingen en € 1.150 voor extra personeel, samen € 11.000.",
            [(BI, "9850"), (BI, "1150"), (None, "11000")],
        ),
        ("De klant vordert 5.000 euro herstelkosten, 7.000 euro omzetverlies en 800 euro rente.", [(RE, "5000"), (BI, "7000"), (LI, "800")]),
        ("Ze vragen voor herstel 5.000 euro, voor de stilstand 7.000 euro en voor de advocaat 800 euro.", [(RE, "5000"), (BI, "7000"), (LI, "800")]),
        ("Ze eisen van ons herstel: 5.000 euro, stilstand: 7.000 euro, in totaal 12.000 euro.", [(RE, "5000"), (BI, "7000"), (None, "12000")]),
        ("De brief vraagt 12.000 euro: 5.000 voor nieuwe servers en 7.000 omdat ze een week niet konden werken.", [(None, "12000"), (RE, "5000"), (BI, "7000")]),
        ("Hij wil dat wij de 2.400 euro laten vallen en nog 7.500 euro betalen.", [(FR, "2400"), (None, "7500")]),
        ("Klant wil dat we onze factuur van 900 euro kwijtschelden en nog 3.000 euro vergoeden.", [(FR, "900"), (None, "3000")]),
    ],
)  # fmt: skip
def test_an_amount_goes_with_its_own_words(text, expected):
    file = file_of(text)
    assert [(head, amount) for _, head, amount in lines(file)] == expected
    assert {role for role, _, _ in lines(file)} == {"claimed"}
    total = [amount for head, amount in expected if head is None]
    stated = file.value("demand_amount")
    assert (stated["amount"] if stated else None) == (total[0] if total else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij mist 4.000 euro omzet maar vraagt nog niks.", "no"),
        ("De klant is twee dagen omzet kwijt, maar eist voorlopig niets van ons.", "no"),
        ("Ze hebben nog niks geclaimd.", "no"),
        ("Hij dreigt met een claim, nog niks op papier.", "expected"),
        ("De zaakvoerder dreigt met zijn advocaat, maar er is nog niets schriftelijk.", "expected"),
        ("Klant overweegt ons aansprakelijk te stellen.", "expected"),
        ("Hij dreigt ermee de schade op ons te verhalen.", "expected"),
        ("De klant eist 5.000 euro en dreigt met een rechtszaak.", "yes_form_unknown"),
        ("De klant stelt ons aansprakelijk, nog niet op papier.", "oral"),
        ("We kregen een brief van zijn advocaat met een eis van 8.000 euro.", "written"),
        ("De klant zegt dat het hem 3.000 euro per dag kost.", None),
        ("De aanvallers dreigen alles online te zetten.", None),
    ],
)
def test_asked_for_threatened_or_nothing_yet(text, expected):
    file = file_of(text)
    assert file.value("claim_made") == expected
    if expected in (None, "no", "expected"):
        assert file.value("demand_amount") is None
        assert not [x for x in file.ledger if x.role == "claimed"]


@pytest.mark.parametrize(
    "text",
    [
        "Ze vragen 2 bitcoin en anders zetten ze alles online.",
        "Binnen 3 dagen betalen of onze klantgegevens komen op straat.",
        "Als we niet betalen smijten ze heel den boel op het internet.",
        "Ze dreigen ermee de dossiers aan de pers te lekken.",
        "Zo niet verkopen ze de data op het dark web.",
    ],
)
def test_a_threat_to_publish(text):
    file = file_of(text)
    assert file.value("leak_threat") is True
    assert file.value("data_exfiltration") in (None, "suspected")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ze eisen 30.000 euro losgeld tegen vrijdag 18u.", "2026-11-27T18:00"),
        ("Ze eisen 30.000 euro losgeld, te betalen voor vrijdag 18u.", "2026-11-27T18:00"),
        ("aanv vragen 3 btc, deadline do 12u, nog nt betaald", "2026-11-26T12:00"),
        ("aanv eist 2 btc voor vr 18u", "2026-11-27T18:00"),
        ("aanv heeft data gekopieerd, dreigt alles online te zetten, dl vr 17u", "2026-11-27T17:00"),
        ("Ze vragen 2 bitcoin. We hebben tot zaterdag 20u.", "2026-11-28T20:00"),
    ],
)
def test_until_when_they_wait(text, expected):
    value = file_of(text).value("ransom_deadline_at")
    assert value is not None
    assert value["value"].startswith(expected)


@pytest.mark.parametrize(
    "text",
    ["Ze zijn bezig data te versluizen.", "Ze zijn nu onze klantgegevens aan het kopiëren.", "Er wordt op dit moment data gedownload door de aanvallers."],
)  # fmt: skip
def test_data_that_are_being_taken(text):
    file = file_of(text)
    assert (file.value("data_exfiltration"), file.value("attack_status")) == ("yes", "ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "Onze server is kapot en de data is weg.",
        "De opslag is stuk, al de gegevens zijn kwijt.",
        "Bestanden verdwenen door een mislukte migratie.",
        "De restore is mislukt en de mails zijn weg.",
        "'t Is geen hacker, geen aanval, gewoon nen harde schijf die kapot is.",
        "Nee geen hack, onze collega heeft een verkeerd commando uitgevoerd.",
        "De nas is gecrasht.",
        "Bij het overzetten is het misgelopen, update mislukt.",
        "Het gaat niet om een hack: de controller is doorgebrand.",
        "De migratie is mislukt door een verkeerd commando.",
    ],
)
def test_broken_and_lost_is_not_stolen(text):
    file = file_of(text)
    assert file.value("attack_type") == ["own_error_or_outage"]
    assert file.value("data_exfiltration") is None
    assert file.value("ransom_demanded") is None


def test_our_own_alarm_is_no_service():
    assert file_of("Onze monitoring sloeg om 3 uur alarm.").value("service_types") is None
    assert file_of("De cloud backup gaf een melding.").value("service_types") is None
    assert set(file_of("Wij doen de monitoring en de cloud backup voor hen.").value("service_types")) == {
        "security_monitoring",
        "backup_management",
    }


def test_the_shorthand_of_a_call_centre():
    file = file_of("srv klt versl., ligt plat sinds gist 23u, aanv vragen 3 btc, nog nt betaald, vz heeft zelf de aanv gemaild")
    assert file.value("attack_type") == ["ransomware"]
    assert file.value("ransom_paid") is False
    assert file.value("attacker_contact_by") == ["insured"]
    assert day(file, "bi_start_at") == "2026-11-22"
    assert file.value("ransom_demand_amount") == {"amount": "3", "asset": "BTC"}
    file = file_of("klt heeft 45 pers. in dienst, 12 pc's versl, bu ook versl, klt gehackt za 9u")
    assert (file.value("claimant_employee_count"), file.value("encrypted_asset_count")) == (45, 12)
    assert (file.value("backups_affected"), day(file, "incident_occurred_at")) == ("all", "2026-11-21")


@pytest.mark.parametrize("text", ["we twijfelen nog, ingaan op de eis van de hackers of niet", "losgeld betalen of nie, da's de vraag"])
def test_an_open_choice_denies_nothing(text):
    """ "Of niet" was read as a denial: no ransom demanded, none paid."""
    found = annotate(text, [], "nl-BE")
    assert not [a for a in found if a["entity"] in ("fact", "vector") and a["certainty"] == "sure" and a["polarity"] == "negated"]
