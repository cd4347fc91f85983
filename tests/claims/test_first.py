"""Danger to people and money at a bank come before everything else, once, in the words for who reads them."""

import pytest

from bot.claims.export import DISCLOSED

from .talk import Talk

DANGER, BANK = "De patiënten lopen gevaar.", "Er is vandaag een valse factuur betaald."


def test_danger_comes_first_and_once(monkeypatch):
    talk = Talk(monkeypatch)
    assert talk.say(DANGER)[:2] == ["utter_danger_first", "utter_urgent"]
    assert "utter_danger_first" not in talk.say(DANGER)


def test_danger_comes_before_the_bank_and_both_before_the_rest(monkeypatch):
    talk = Talk(monkeypatch)
    assert talk.say(f"{BANK} {DANGER}")[:3] == ["utter_danger_first", "utter_bank_first", "utter_urgent"]


def test_112_is_named_once_in_an_answer(monkeypatch):
    talk = Talk(monkeypatch)
    talk.say(DANGER)
    assert "emergency" not in next(say.facts for say in talk.last if say.text_id == "utter_urgent")
    other = Talk(monkeypatch)
    other.say("De aanval is nog steeds bezig.", "urgent_ongoing")
    assert next(say.facts for say in other.last if say.text_id == "utter_urgent")["emergency"] == "112"


def test_it_comes_before_the_answer_to_a_side_question_and_after_the_hand_over(monkeypatch):
    talk = Talk(monkeypatch)
    assert talk.say(f"Is dit gedekt? {BANK}", "ask_coverage")[:2] == ["utter_bank_first", "utter_ask_coverage"]
    talk.to_the_end()
    assert talk.say(DANGER)[0] == "utter_danger_first"


@pytest.mark.parametrize(
    "text", ["Het alarm van de server ging af.", "We hebben een bankgarantie.", "Vorig jaar is een valse factuur betaald."]
)
def test_what_looks_like_it_gets_no_such_text(monkeypatch, text):
    said = Talk(monkeypatch).say(text)
    assert not {"utter_danger_first", "utter_bank_first"} & set(said)


def test_an_agent_reads_it_aloud(monkeypatch):
    talk = Talk(monkeypatch, channel="call_centre_agent")
    assert talk.say(f"bel: {BANK} {DANGER}", author="agent")[:2] == ["utter_agent_danger_first", "utter_agent_bank_first"]


def test_who_is_about_to_promise_reads_that_facts_may_be_told(monkeypatch):
    talk = Talk(monkeypatch)
    assert talk.say("Ik ga de fout erkennen bij de klant.")[0] == "utter_no_promise"
    assert "utter_no_promise" not in talk.say("Ik ga de fout erkennen bij de klant.")


def test_these_texts_are_logged_as_shown(monkeypatch):
    talk = Talk(monkeypatch)
    talk.say(f"{BANK} {DANGER} Ik ga de fout erkennen.")
    shown = {say.text_id for say in talk.last if say.disclosure}
    assert {"utter_danger_first", "utter_bank_first", "utter_no_promise"} <= shown & set(DISCLOSED)
