"""Short answers to an open question: what they are, what they are not, and what they say of something else. Stories from use."""

from datetime import datetime, timedelta

import pytest

from bench.understand_offline import heard
from bot.claims import names
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Annotation, Assertion, ClaimFile, Heard

START = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


def hearing(text: str, ask: str | None = None, intent: str | None = None, minute: int = 0, **sentences: str) -> Heard:
    """A message as it is heard, with the intent of the whole and, by its words, of each sentence."""
    plain = heard({"id": f"m{minute}", "text": text, "at": (START + timedelta(minutes=minute)).isoformat(), "ask": ask}, "nl-BE")
    spans = tuple(
        Annotation("utterance", text.index(words), text.index(words) + len(words), name, confidence=0.9)
        for name, words in sentences.items()
    )
    intents = ((intent, 0.95),) if intent else ()
    return Heard(plain.message_id, "insured", plain.at, text, "nl-BE", ask, intents, plain.annotations + spans)


def told(*turns: tuple[str | None, str] | tuple[str | None, str, str]) -> ClaimFile:
    """The file after (open question, words, intent) a turn, a minute apart."""
    log: tuple[Assertion, ...] = ()
    for minute, (ask, text, *intent) in enumerate(turns):
        log += interpret(hearing(text, ask, intent[0] if intent else None, minute), fold(log))
    return fold(log)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan", "Jan"),
        ("sofie", "sofie"),
        ("Peter Jansen", "Peter Jansen"),
        ("Goedemiddag, met Tom", "Tom"),
        ("ik ben Piet van den Berg", "Piet van den Berg"),
        ("mijn naam is fatima el amrani", "fatima el amrani"),
        ("Ann-Sofie D'Hondt, zaakvoerder", "Ann-Sofie D'Hondt"),
        ("J. Peeters", "J. Peeters"),
        ("Els Willems van Willems IT", "Els Willems"),
    ],
)
def test_who_one_speaks_with_is_a_name_in_any_dress(text, name):
    """The classifier took "Jan" for a yes and "Peter Jansen" for chatter: for a name its shape decides."""
    for intent in ("affirm", "out_of_scope", "greet"):
        assert told(("reporter_name", text, intent)).value("reporter_name") == name


@pytest.mark.parametrize(
    "text",
    [
        "ze vragen 85.000 dollar in monero",
        "hij wil 4 bitcoin",
        "Alles ligt plat bij ons, niemand kan werken",
        "ze zijn bezig",
        "fout of storing, geen aanval",
        "een storing",
        "nee wacht, het was 12.500",
        "0612345678",
        "claim",
        "de klant",
        "Willems IT BV, 0712.345.678",
        "Datahuis bvba",
        "ja",
        "wacht even",
        "waarom wilt u dat weten?",
    ],
)
def test_what_is_no_name_is_nobody(text):
    assert "reporter_name" not in told(("reporter_name", text)).fields


def test_a_company_given_for_a_name_or_a_policy_number_is_the_company():
    assert told(("reporter_name", "Willems IT BV, 0712.345.678")).value("insured_legal_name") == "Willems IT BV"
    for text in ("Datahuis bvba", "Vriesland Automatisering B.V."):
        file = told(("policy_number", text))
        assert file.value("insured_legal_name") == text
        assert "policy_number" not in file.fields
    assert told(("policy_number", "weet ik niet, Datahuis bvba")).value("insured_legal_name") == "Datahuis bvba"


@pytest.mark.parametrize(
    ("text", "number"), [("AB 99-1234", "AB 99-1234"), ("polis 4455.889.12", "4455.889.12"), ("dat is 778123", "778123")]
)
def test_a_policy_number_holds_digits(text, number):
    assert told(("policy_number", text)).value("policy_number") == number
    for word in ("klant", "de klant", "geen", "ligt thuis"):
        assert told(("policy_number", word)).value("policy_number") is None


@pytest.mark.parametrize(
    "text", ["ja alleen zij, onze eigen systemen zijn prima", "we weten het niet zeker", "de klant", "hij belt straks"]
)
def test_a_sentence_is_no_company(text):
    for ask in ("claimant_legal_name", "insured_legal_name"):
        assert told((ask, text)).value(ask) is None


@pytest.mark.parametrize(
    "text", ["Bakkerij De Korrel", "Onze klant heet Bakkerij De Korrel.", "Bakkerij De Korrel, in Gent", "bakkerij de korrel"]
)
def test_a_company_is_a_company_without_its_legal_form(text):
    assert str(told(("claimant_legal_name", text)).value("claimant_legal_name")).casefold() == "bakkerij de korrel"


@pytest.mark.parametrize(
    ("ask", "text", "intent"),
    [
        ("claim_made", "Jan", "affirm"),
        ("own_systems_affected", "JV ICT", "affirm"),
        ("data_exfiltration", "alleen feiten", "deny"),
        ("ransom_paid", "Nel", "deny"),
        ("other_clients_affected", "ik", "skip"),
        ("backups_affected", "jas", "affirm"),
        ("police_report", "dus", "dont_know"),
    ],
)
def test_a_short_word_is_no_yes_or_no_because_it_looks_like_one(ask, text, intent):
    assert ask not in told((ask, text, intent)).fields


@pytest.mark.parametrize(
    ("text", "intent", "value"),
    [
        ("zekerr weten", "affirm", True),
        ("dat klopt helemaal", "affirm", True),
        ("helaas wel", "affirm", True),
        ("gelukkig niet", "deny", False),
        ("bij mijn weten nooit", "deny", False),
        ("jep", "affirm", True),
        ("neen hoor", "deny", False),
    ],
)
def test_yes_and_no_have_words_of_their_own(text, intent, value):
    assert told(("ransom_demanded", text, intent)).value("ransom_demanded") is value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("geen andere klt geraakt", "other_clients_affected", False),
        ("geen enkele andere klant heeft last", "other_clients_affected", False),
        ("onze backups zijn niet geraakt", "backups_affected", "none"),
        ("geen aangifte bij de politie", "police_report", {"filed": False}),
    ],
)
def test_an_answer_that_names_another_matter_answers_that_one(text, field, value):
    file = told(("attack_status", text, "deny"))
    assert file.value(field) == value
    assert "attack_status" not in file.fields


def test_not_knowing_whether_data_is_gone_is_about_the_data():
    for text in ("onbekend of data weg is", "geen idee of er gegevens gestolen zijn"):
        file = told(("attack_status", text, "dont_know"))
        assert file.fields["data_exfiltration"].status == "unknown"
        assert "attack_status" not in file.fields


def test_a_pulled_plug_is_a_measure_and_the_attack_may_go_on():
    for text in ("ik heb de stekker eruit getrokken", "alles uitgetrokken", "we hebben alles losgekoppeld"):
        file = told(("attack_status", text))
        assert file.value("measures_taken")
        assert "attack_status" not in file.fields
    assert told(("attack_status", "nee, is gestopt")).value("attack_status") == "stopped"
    assert told(("attack_status", "alles werkt weer")).value("attack_status") == "restored"


def test_something_else_is_a_thing_and_not_a_remark():
    assert told(("attack_type", "een kapotte koelinstallatie")).value("attack_type") == ["other"]
    for text in ("mijn vrouw zegt dat ik de politie moet bellen, klopt dat", "hij belt morgen terug", "Peter Jansen", "hoezo dan?"):
        assert "attack_type" not in told(("attack_type", text)).fields


@pytest.mark.parametrize("text", ["wachtwoord ██████████", "██████████", "mijn wachtwoord is Welkom2024!", "admin wachtwoord: ████████"])
def test_a_secret_tells_nothing(text):
    for ask in ("attack_type", "attack_vector", "reporter_name", "policy_number", "claimant_sector", None):
        assert interpret(hearing(text, ask), fold(())) == ()


def test_a_password_as_the_way_in_is_still_told():
    assert told(("attack_vector", "via een zwak wachtwoord")).value("attack_vector") == ["stolen_or_weak_password"]


def test_what_somebody_tells_and_then_asks_is_told():
    """The deadline was lost because the sentence behind it asked whether to pay."""
    text = "ze vragen 85.000 dollar in monero, voor vrijdag 18u. moete we da betalen?"
    told_so, asked = text[:51], text[52:]
    file = fold(interpret(hearing(text, "attack_type", "ask_pay_ransom", provide_amount=told_so, ask_pay_ransom=asked), fold(())))
    assert file.value("ransom_demand_amount")["amount"] == "85000"
    assert file.value("ransom_deadline_at")["value"] == "2026-11-27T18:00:00+01:00"
    assert "attack_type" not in file.fields or file.fields["attack_type"].said_by == "system"
    file = fold(interpret(hearing("0470 11 22 33, hoelang duurt dit nog?", "reporter_phone", "ask_status"), fold(())))
    assert file.value("reporter_phone") == "+32470112233"


def test_a_question_alone_tells_nothing():
    assert interpret(hearing("moeten we die 85.000 dollar betalen?", "attack_type", "ask_pay_ransom"), fold(())) == ()


def test_the_evidence_of_a_told_part_stands_in_the_message_as_written():
    text = "Is dit gedekt? De klant eist 4.000 euro schadevergoeding."
    rows = interpret(hearing(text, None, "ask_coverage", ask_coverage="Is dit gedekt?", provide_amount=text[15:]), fold(()))
    assert {row.name for row in rows} >= {"demand_amount"}
    assert all(text[e.start : e.end] == e.quote for row in rows for e in row.evidence)


@pytest.mark.parametrize("text", ["Piet van Damme", "Karin De Bakker", "Jan Goed", "JAN PEETERS", "O'Brien", "Van den Berg"])
def test_surnames_that_are_also_words_stay_names(text):
    found = names.person(text)
    assert found is not None
    assert found[0] == text
    assert text[found[1][0] : found[1][1]] == text


def test_a_card_is_no_free_text():
    assert "claimant_sector" not in told(("claimant_sector", "Datahuis bvba, 0456.789.123")).fields


@pytest.mark.parametrize(
    ("ask", "text", "value"),
    [
        ("backups_affected", "de tweede", "some"),
        ("backups_affected", "optie 1", "all"),
        ("bi_occurred", "de derde", "both"),
        ("bi_occurred", "de laatste optie", "none"),
        ("attack_type", "het tweede", ["data_theft"]),
        ("attack_type", "nummer 3", ["ddos"]),
    ],
)
def test_an_answer_may_point_at_a_choice(ask, text, value):
    assert told((ask, text, "out_of_scope")).value(ask) == value


@pytest.mark.parametrize(("ask", "text"), [("backups_affected", "optie 9"), ("backups_affected", "optie 0"), ("ransom_paid", "de tweede")])
def test_what_points_at_nothing_chooses_nothing(ask, text):
    assert ask not in told((ask, text)).fields


@pytest.mark.parametrize(
    ("ask", "text", "intent", "value"),
    [
        ("bi_occurred", "geen van beide", "deny", "none"),
        ("bi_occurred", "geen van de twee", "deny", "none"),
        ("bi_occurred", "beide", "affirm", "both"),
        ("backups_affected", "allebei", "affirm", "all"),
        ("backups_affected", "beide", "affirm", "all"),
        ("encrypted_asset_count", "geen enkele", "deny", 0),
        ("encrypted_asset_count", "7", "provide_amount", 7),
        ("encrypted_asset_count", "12 servers denk ik", "provide_amount", 12),
    ],
)
def test_both_neither_and_how_many(ask, text, intent, value):
    assert told((ask, text, intent)).value(ask) == value


@pytest.mark.parametrize(
    ("ask", "text", "intent"),
    [
        ("backups_affected", "alleen de mailserver", "deny"),  # "alleen" begins like "alle"
        ("claim_made", "alleen de mailserver", "deny"),  # a mail server is no mail
        ("attack_status", "nog niet", "deny"),  # no word to end an alarm on
        ("attack_status", "geen van beide", "deny"),
        ("encrypted_asset_count", "nog niet", "deny"),
        ("encrypted_asset_count", "doe maar", "affirm"),
        ("demand_amount", "ja allebei", "affirm"),
        ("downtime", "gisteren", "provide_date"),
        ("alleged_failures", "7", "provide_amount"),
        ("alleged_failures", "ja allebei", "affirm"),
        ("alleged_failures", "gisteren", "provide_date"),
        ("claimant_sector", "nee hoor", "deny"),
        ("claimant_sector", "de tweede", "out_of_scope"),
        ("claimant_sector", "geen van beide", "deny"),
    ],
)
def test_an_answer_of_another_kind_is_no_answer(ask, text, intent):
    assert ask not in told((ask, text, intent)).fields


@pytest.mark.parametrize(
    "ask", ["ransom_paid", "backups_affected", "attack_type", "encrypted_asset_count", "demand_amount", "claimant_sector"]
)
@pytest.mark.parametrize("text", ["dat weet hij niet", "geen idee", "moet ik navragen"])
def test_not_known_is_a_status_whatever_was_asked(ask, text):
    state = told((ask, text, "dont_know")).fields[ask]
    assert (state.value, state.status) == (None, "unknown")


def test_a_description_may_hold_short_words():
    assert told(("claimant_sector", "de tweede hands autohandel")).value("claimant_sector") == "de tweede hands autohandel"
