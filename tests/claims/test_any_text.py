"""Laws of the conversation that hold whatever is typed, with the real interpretation."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.claims import intake
from bot.claims.export import claim_file
from bot.claims.fields import FIELDS
from bot.claims.model import Heard, Log, Message
from bot.claims.planner import MOST_QUESTIONS, open_message, questions_asked

from .talk import CATALOGUE, NOW, Talk, text_of
from .test_speech import COVER, GUILT, PAY

INTENTS = (
    "inform_incident",
    "affirm",
    "deny",
    "dont_know",
    "skip",
    "ask_why",
    "thank",
    "nlu_fallback",
    "correct_previous",
    "ask_coverage",
    "restart",
)
WORDS = st.sampled_from(
    [
        "ja",
        "nee",
        "10 bitcoin",
        "weet ik niet",
        "gisteren",
        "39.746,41 euro",
        "Jan Peeters",
        "0470 00 00 01",
        "restored",
        "alles werkt weer",
        "?",
        "\n",
        "é",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, min_size=1, max_size=6).map(" ".join)).filter(str.strip)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(TEXTS, st.sampled_from(INTENTS), st.floats(0, 1)), max_size=12), st.sampled_from(["web_chat", "call_centre_agent"])
)
def test_any_talk_is_heard_and_answered_with_texts_that_exist(said, channel):
    log = Log("c1", channel, "nl-BE", NOW)
    for index, (text, intent, confidence) in enumerate(said):
        question = open_message(log)
        heard = Heard(f"m{index}", "insured", NOW, text, "nl-BE", question.ask if question else None, ((intent, confidence),))
        turn = intake.hear(log, heard)
        assert turn.message_id == heard.message_id
        assert turn.says
        assert sum(bool(say.ask) for say in turn.says) <= 1
        for say in turn.says:
            assert say.text_id.removeprefix("ask.") in FIELDS or say.text_id in CATALOGUE
        for assertion in turn.assertions:
            assert all(
                e.quote == (text if e.message_id == heard.message_id else e.quote)[e.start : e.end] or e.message_id != heard.message_id
                for e in assertion.evidence
            )
        said_back = tuple(
            Message(f"b{index}.{n}", "bot", NOW, text_of(s), s.text_id, s.facts, s.ask, heard.message_id) for n, s in enumerate(turn.says)
        )
        log = replace(
            log,
            messages=(*log.messages, Message(heard.message_id, "insured", NOW, text), *said_back),
            assertions=(*log.assertions, *turn.assertions),
            status=turn.status or log.status,
        )
    assert questions_asked(log) <= MOST_QUESTIONS
    assert claim_file(log) == claim_file(log)


@pytest.mark.parametrize("question", [*COVER.splitlines(), *GUILT.splitlines(), *PAY.splitlines()])
def test_every_such_question_gets_its_neutral_text_only_and_then_the_open_question(monkeypatch, question):
    talk = Talk(monkeypatch)
    talk.say("Dat weet ik niet.", "dont_know")
    talk.say("Een klant is gehackt.", "inform_incident")
    open_one = talk.ask
    answer = talk.say(question, "nlu_fallback", 0.2)
    assert answer[0] in ("utter_ask_coverage", "utter_ask_guilt", "utter_ask_pay_ransom")
    assert answer[1:] == [f"ask.{open_one}"]


@pytest.mark.parametrize("question", [*COVER.splitlines(), *GUILT.splitlines(), *PAY.splitlines()])
@pytest.mark.parametrize("ask", ["reporter_name", "attack_status", "insured_activity", "service_types", "ransom_paid"])
def test_no_such_question_becomes_the_answer_to_the_open_one(question, ask):
    log = Log("c1", "web_chat", "nl-BE", NOW, messages=(Message("b1", "bot", NOW, "?", f"ask.{ask}", {}, ask),))
    heard = Heard("m1", "insured", NOW, question, "nl-BE", ask, (("nlu_fallback", 0.2),))
    assert ask not in {a.name for a in intake.hear(log, heard).assertions if a.kind == "field"}


def test_a_message_is_heard_the_same_twice():
    log = Log("c1", "web_chat", "nl-BE", NOW)
    heard = Heard("m1", "insured", NOW, "Ze vragen 10 bitcoin, is dat gedekt?", "nl-BE", None, (("inform_incident", 0.7),))
    assert intake.hear(log, heard) == intake.hear(log, heard)
