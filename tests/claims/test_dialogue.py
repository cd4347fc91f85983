"""Conversations as people had them: each test tells what went wrong once. With scripted or, for `Real`, with the real reading of Dutch."""

from dataclasses import replace

import pytest

from bot.claims import intake
from bot.claims.contradictions import contradictions
from bot.claims.fold import fold
from bot.claims.model import Log, Message
from bot.claims.planner import AGENT_VARIANTS, open_message
from bot.claims.texts import render
from bot.claims.triage import triage

from .talk import CATALOGUE, Talk, btc, eur, said, text_of
from .test_seed_talk import START
from .test_seed_talk import say as say_to

RUNNING = "Ja, nog steeds."
KNOWN = {
    RUNNING: {"attack_status": "ongoing"},
    "Ze vragen 10 bitcoin.": {"ransom_demanded": True, "ransom_demand_amount": btc("10")},
    "Er is een claim en we hebben betaald.": {"claim_made": "written", "ransom_paid": True},
    "An Peeters": {"reporter_name": "An Peeters"},
    "0470 00 00 01": {"reporter_phone": "+32470000001"},
    "Peeters IT bv": {"insured_legal_name": "Peeters IT bv"},
    "Nee, alles werkt weer.": {"attack_status": "restored"},
    "Ze hebben de server teruggezet.": {"restoration_status": "done"},
    "Het is ransomware.": {"attack_type": ["ransomware"]},
    "Nee, geen anderen.": {"other_clients_affected": False},
    "Een kapotte schijf.": {"attack_type": ["own_error_or_outage"], "attack_status": "stopped"},
}


@pytest.fixture
def talk(monkeypatch):
    return Talk(monkeypatch, KNOWN)


class Real:
    """A talk in which the words are really read; the intents are given."""

    def __init__(self, channel: str = "web_chat") -> None:
        log = Log("c1", channel, "nl-BE", START)  # type: ignore[arg-type]
        opening = intake.opening(channel, "nl-BE")  # type: ignore[arg-type]
        self.log = replace(
            log, messages=tuple(Message(f"b{n}", "bot", START, text_of(s), s.text_id, s.facts, s.ask) for n, s in enumerate(opening))
        )

    def say(self, text: str, intent: str = "inform_incident") -> list[str]:
        before = len(self.log.messages)
        self.log = say_to(self.log, text, intent)
        return [str(m.text_id) for m in self.log.messages[before:] if m.author == "bot"]

    @property
    def ask(self) -> str | None:
        question = open_message(self.log)
        return question.ask if question else None

    @property
    def last(self) -> str:
        return self.log.messages[-1].text

    def value(self, name: str):
        return fold(self.log.assertions).value(name)


def level(talk: Talk | Real) -> str:
    return triage(fold(talk.log.assertions), talk.log.messages[-1].at).level


# --- 1. an alarm is not lost ------------------------------------------------------------------------------------------


def test_pulling_the_plug_does_not_end_the_alarm(monkeypatch):
    """ "De stekker eruit" was read as stopped, and a running attack went from P1 to P2 without a word."""
    weak = "We hebben de stekker uitgetrokken."
    talk = Talk(monkeypatch, KNOWN)
    talk.say(RUNNING)
    monkeypatch.setattr(intake, "interpret", lambda heard, file: (replace(said("attack_status", "stopped"), confidence=0.6),))
    assert talk.say(weak)[-1] == "utter_stopped_check"
    assert level(talk) == "P1"
    monkeypatch.setattr(intake, "interpret", talk._interpret)
    talk.say("nee", "deny")
    assert level(talk) == "P1"
    assert fold(talk.log.assertions).value("attack_status") == "ongoing"


def test_a_yes_to_the_check_ends_the_alarm_and_says_so(monkeypatch):
    talk = Talk(monkeypatch, KNOWN)
    talk.say(RUNNING)
    talk.say("Ze hebben de server teruggezet.")
    assert talk.ask == "confirm.stopped"
    assert talk.say("ja", "affirm")[0] == "utter_noted_stopped"
    state = fold(talk.log.assertions).fields["attack_status"]
    assert (state.value, len(state.history)) == ("stopped", 2)
    assert level(talk) != "P1"


def test_the_check_is_put_once(monkeypatch):
    talk = Talk(monkeypatch, KNOWN)
    talk.say(RUNNING)
    talk.say("Ze hebben de server teruggezet.")
    talk.say("Dat weet ik niet.", "dont_know")
    talk.say("Ze hebben de server teruggezet.")
    assert [m.text_id for m in talk.log.messages].count("utter_stopped_check") == 1
    assert level(talk) == "P1"


def test_a_plain_stop_is_believed_and_said(talk):
    talk.say(RUNNING)
    assert talk.say("Nee, alles werkt weer.")[0] == "utter_noted_stopped"
    assert level(talk) != "P1"


def test_a_claim_or_a_payment_does_not_end_the_alarm(talk):
    """A ransom demand made it P1; two messages later a word about a claim took the reason away."""
    talk.say("Ze vragen 10 bitcoin.")
    assert level(talk) == "P1"
    talk.say("Er is een claim en we hebben betaald.")
    assert level(talk) == "P1"


def test_not_yet_stopped_is_no_stop():
    """ "Nee, het is nog niet gestopt" began with a "nee", and was written down as stopped."""
    talk = Real()
    assert talk.say("Nee, het is nog niet gestopt", "deny")[0] == "utter_urgent"
    assert talk.value("attack_status") == "ongoing"


# --- 2. before and after the hand-over ----------------------------------------------------------------------------------


def test_who_and_which_company_and_what_happened_come_before_the_hand_over(talk):
    """A running attack was handed over after four answers, without the company or what happened."""
    talk.say(RUNNING)
    assert talk.ask == "reporter_name"
    talk.say("An Peeters")
    talk.say("0470 00 00 01")
    assert talk.ask == "insured_legal_name"
    assert talk.say("Peeters IT bv") == ["utter_ask_story"]
    assert talk.say("Het is ransomware.") == ["ask.other_clients_affected"]
    assert talk.say("Nee, geen anderen.") == ["utter_person_now"]
    assert talk.log.status == "handed_over"


def test_no_small_questions_come_before_the_five(talk):
    """ "Wat voor incident is het?" and "Houdt uw klant u verantwoordelijk?" were asked first while it burned."""
    talk.say(RUNNING)
    while talk.log.status == "draft":
        assert talk.ask not in ("attack_type", "claim_made", "notification_type")
        talk.say("Dat weet ik niet.", "dont_know")


def to_a_person(talk: Talk) -> Talk:
    for text in (RUNNING, "An Peeters", "0470 00 00 01", "Peeters IT bv", "Het is ransomware.", "Nee, geen anderen."):
        talk.say(text)
    return talk


def test_after_the_hand_over_the_questions_go_on_one_at_a_time(talk):
    """After the hand-over everything got "Dit staat nu in uw dossier", also when nothing had been recorded."""
    to_a_person(talk)
    said_back = talk.say("Ik bel straks nog.", "nlu_fallback", 0.2)
    assert said_back[0] == "utter_kept"
    assert talk.ask == "ransom_demanded"
    assert talk.say("Ze vragen 10 bitcoin.")[0] == "utter_added_version"
    assert talk.ask not in (None, "ransom_demanded")
    talk.say("Dat weet ik niet.", "dont_know")
    assert "utter_added" not in talk.texts


def test_why_without_an_open_question_gets_a_general_reason(talk):
    to_a_person(talk)
    assert talk.say("Waarom vraagt u dat?", "nlu_fallback", 0.1) == ["utter_ask_why_general"]


# --- 3. reading back ------------------------------------------------------------------------------------------------------


def at_the_contact_block(monkeypatch) -> Talk:
    talk = Talk(monkeypatch, {**KNOWN, "Een kapotte schijf.": {**KNOWN["Een kapotte schijf."], "insured_legal_name": "Peeters IT bv"}})
    talk.say("Een kapotte schijf.")
    for _ in range(40):
        if talk.ask == "confirm.contact":
            return talk
        known = {"reporter_name": "An Peeters", "reporter_phone": "0470 00 00 01"}.get(talk.ask or "")
        talk.say(known) if known else talk.say("Dat weet ik niet.", "dont_know")
    raise AssertionError(talk.ask)


def test_a_correction_replaces_the_value_and_the_block_is_shown_again(monkeypatch):
    """ "Nee" and then the right number left the block, and the wrong number was called."""
    talk = at_the_contact_block(monkeypatch)
    talk.answers["0471 00 00 02"] = {"reporter_phone": "+32471000002"}
    assert talk.say("nee", "deny") == ["utter_what_is_wrong"]
    assert talk.say("0471 00 00 02") == ["utter_readback_contact"]
    assert "+32471000002" in talk.log.messages[-1].text
    assert fold(talk.log.assertions).fields["reporter_phone"].status == "stated"
    talk.say("ja", "affirm")
    assert fold(talk.log.assertions).fields["reporter_phone"].status == "confirmed"


def test_two_tries_then_the_block_is_left_as_not_confirmed(monkeypatch):
    talk = at_the_contact_block(monkeypatch)
    assert talk.say("nee", "deny") == ["utter_what_is_wrong"]
    assert talk.say("gewoon anders", "nlu_fallback", 0.2) == ["utter_what_is_wrong_again"]
    assert talk.say("pff", "nlu_fallback", 0.2)[0] == "utter_block_unconfirmed"
    assert "telefoonnummer" in str(talk.last[0].facts["items"])
    assert fold(talk.log.assertions).fields["reporter_phone"].status == "stated"


def test_every_block_has_its_own_tries(monkeypatch):
    """The question what is wrong was put once in a whole conversation; in the second block a "nee" was passed over."""
    talk = at_the_contact_block(monkeypatch)
    talk.say("nee", "deny")
    talk.say("ja", "affirm")
    assert talk.ask == "confirm.incident"
    assert talk.say("nee", "deny") == ["utter_what_is_wrong"]


# --- 4. no attackers ------------------------------------------------------------------------------------------------------


def test_an_error_closes_what_hangs_on_attackers():
    """An outage with a customer's bill of 12.000 euro was asked about ransom and contradicted on it."""
    rows = [said("attack_type", ["own_error_or_outage"]), said("ransom_paid_amount", eur("12000")), said("ransom_demanded", False)]
    file = fold(rows)
    assert "ransom_paid" not in file.fields
    assert contradictions(file) == ()
    assert triage(file, START).level != "P1"


def test_geen_aanval_is_heard_as_an_error_or_an_outage():
    talk = Real()
    talk.say("Er was geen aanval, een collega heeft per ongeluk de database gewist. Alles werkt weer.")
    assert talk.value("attack_type") == ["own_error_or_outage"]
    assert level(talk) != "P1"


@pytest.mark.parametrize("text", ["Ik weet niet of het geen hack is", "Er is geen aanval meer bezig, de ransomware is weg"])
def test_not_every_no_attack_is_one(text):
    talk = Real()
    talk.say(text)
    assert talk.value("attack_type") != ["own_error_or_outage"]


def test_the_first_question_does_not_presume_an_attack(talk):
    assert "aanval" not in talk.log.messages[-1].text


def test_without_attackers_no_text_speaks_of_them(monkeypatch):
    talk = Talk(monkeypatch, KNOWN)
    talk.say("Een kapotte schijf.")
    talk.to_the_end()
    assert not [m.text for m in talk.log.messages if m.author == "bot" and "aanvaller" in m.text]


# --- 5. texts that point at something --------------------------------------------------------------------------------------


def test_a_part_that_needs_a_fact_is_left_out_without_it():
    """ "Lees meer op onze pagina" without a page, "verbind door" without a line."""
    assert render("Een.[[ Bel {urgent_phone}.]] Twee.", {"urgent_phone": ""}) == "Een. Twee."
    assert render("Een.[[ Bel {urgent_phone}.]] Twee.", {}) == "Een. Twee."
    assert render("Een.[[ Bel {urgent_phone}.]] Twee.", {"urgent_phone": "112"}) == "Een. Bel 112. Twee."


@pytest.mark.parametrize("name", CATALOGUE)
def test_no_text_points_at_a_page_or_a_line_that_may_not_be_there(name):
    for variant in CATALOGUE[name]:
        bare = render(variant["text"], {"privacy_url": "", "urgent_phone": ""})
        assert not [w for w in ("privacy_url", "urgent_phone", "[[", "]]", "cyberlijn", "pagina over privacy", "knop") if w in bare]


# --- 6. side questions -------------------------------------------------------------------------------------------------------


def test_paying_a_customer_is_not_paying_attackers(talk):
    talk.say("Een kapotte schijf.")
    assert talk.say("Moeten we dat betalen?", "ask_pay_ransom")[0] == "utter_ask_pay_claim"
    assert "aanvaller" not in talk.log.messages[-2].text


def test_how_long_gives_a_number_of_questions(talk):
    talk.say(RUNNING)
    first = talk.say("Hoelang duurt dit nog?", "out_of_scope")
    assert first == ["utter_questions_left", "ask.reporter_name"]
    assert 2 < int(talk.last[0].facts["count"]) <= 5


def test_what_now_gets_the_safe_advice_and_the_question_again(talk):
    talk.say(RUNNING)
    assert talk.say("En nu, wat moet ik doen?", "out_of_scope") == ["utter_ask_advice", "ask.reporter_name"]
    assert "Wis niets" in talk.log.messages[-2].text


def test_a_name_given_while_the_phone_is_asked_is_recorded():
    talk = Real()
    talk.say("Ja, onze servers worden nu versleuteld", "urgent_ongoing")
    talk.say("liever niet", "skip")
    assert talk.ask == "reporter_phone"
    assert "utter_out_of_scope" not in talk.say("Mijn naam is Jan Peeters", "out_of_scope")
    assert talk.value("reporter_name") == "Jan Peeters"


def test_a_hidden_password_is_no_miss(talk):
    talk.say(RUNNING)
    assert talk.say("wachtwoord: ████████", "nlu_fallback", 0.2) == ["utter_secret_masked", "ask.reporter_name"]
    assert talk.say("asdf", "nlu_fallback", 0.2)[0] == "utter_not_understood"


# --- 7. one noun is no question ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["mail", "Document bv", "brief"])
def test_one_noun_is_an_answer_and_no_file(talk, text):
    talk.say(RUNNING)
    assert "utter_upload_document" not in talk.say(text, "upload_document")


# --- 8. handing in ------------------------------------------------------------------------------------------------------------


def test_sending_without_a_way_to_be_reached_asks_once(talk):
    """A file was sent in which nobody could be called back."""
    talk.say("Een kapotte schijf.")
    assert talk.say("verstuur") == ["utter_contact_first"]
    assert talk.say("liever niet", "skip") == ["utter_handed_over"]
    assert talk.log.status == "handed_over"


def test_name_and_number_in_one_answer_are_both_taken():
    talk = Real()
    talk.say("Een kapotte schijf, alles werkt weer.")
    assert talk.say("verstuur maar") == ["utter_contact_first"]
    talk.say("Jan Peeters, 0470 11 22 33")
    assert (talk.value("reporter_name"), talk.value("reporter_phone")) == ("Jan Peeters", "+32470112233")
    assert talk.log.status == "handed_over"


def test_with_a_number_it_goes_at_once(talk):
    talk.say("Een kapotte schijf.")
    talk.say("0470 00 00 01")
    assert "utter_handed_over" in talk.say("verstuur")


# --- agents --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(AGENT_VARIANTS))
def test_an_agent_has_own_words_for_it(name):
    variant = CATALOGUE[name.replace("utter_", "utter_agent_", 1)][0]["text"]
    assert variant != CATALOGUE[name][0]["text"]
    aloud = variant.count('"') >= 2
    assert aloud or not [w for w in ("Ik lees uw", "uw melding", "uw dossier", "U mag") if w in variant]


def test_an_agent_is_never_spoken_to_as_the_insured(monkeypatch):
    talk = Talk(monkeypatch, KNOWN, channel="call_centre_agent")
    talk.say("Een kapotte schijf.", author="agent")
    for _ in range(60):
        if talk.log.status != "draft":
            break
        yes = (talk.ask or "").startswith("confirm.")
        talk.say("Ja, dat klopt." if yes else "Dat weet ik niet.", "affirm" if yes else "dont_know", author="agent")
    assert talk.log.status == "handed_over"
    assert all(str(m.text_id).startswith("utter_agent_") for m in talk.log.messages if m.author == "bot")
