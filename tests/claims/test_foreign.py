"""French, English and German: recognised by their small words, told once that this line is Dutch, and heard all the same."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.claims import intake
from bot.claims.model import Heard
from bot.claims.tongues import TONGUES, tongue

from .talk import CATALOGUE, Talk, sentences

HERE = Path(__file__).resolve().parent
ROWS = [json.loads(line) for line in (HERE.parent / "nlu" / "languages.jsonl").read_text(encoding="utf-8").splitlines()]
# Examples of data/nlu that are English, French or German themselves (or code): people do write those here, and are told.
NOT_DUTCH = {
    "AM I COVERED OR NOT", "can i talk to a human", "parlez-vous français", "do you speak english", "we are under attack",
    "should we pay the ransom", "what do you need that for",
    "Combien coûte un billet pour Paris ?", "Could you recommend a good book about gardening?", "Guten Morgen, wo ist der Bahnhof?",
    "I would like to order two pizzas please", "Ich hätte gerne ein Zimmer mit Frühstück", "Il fait beau aujourd'hui",
    "SELECT count(*) FROM orders GROUP BY city", "can you tell me a story", "if x > 3 then y = 2", "où est la gare la plus proche",
    "thank you very much", "thanks a lot", "what time does the museum open", "who is the president of france",
}  # fmt: skip
STORY = {
    "fr": "Bonjour, nos serveurs ont été chiffrés le 3 novembre et les pirates demandent 10 bitcoins. Que faut-il faire maintenant ?",
    "en": "Hello, our servers were encrypted on 3 November and the attackers are asking for 10 bitcoin. What should we do now?",
    "de": "Guten Tag, unsere Server wurden am 3. November verschlüsselt und die Angreifer verlangen 10 Bitcoin. Was sollen wir tun?",
}


def taught() -> list[str]:
    """Every example the classifier learned from."""
    found = []
    for path in sorted((HERE.parents[1] / "data" / "nlu").glob("*.yml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found += [line.removeprefix("- ").strip() for line in item["examples"].splitlines() if line.strip()]
    return found


def test_the_lists_are_what_they_say() -> None:
    assert Counter(row["language"] for row in ROWS) == dict.fromkeys(("nl", "nl_jargon", *TONGUES), 60)


@pytest.mark.parametrize("name", TONGUES)
def test_most_short_claims_texts_are_recognised(name: str) -> None:
    found = Counter(tongue(row["text"]) for row in ROWS if row["language"] == name)
    assert found[name] >= 54
    assert set(found) <= {name, None}, "never taken for another of the three"


def test_no_dutch_text_is_taken_for_another() -> None:
    assert [row["text"] for row in ROWS if row["language"].startswith("nl") and tongue(row["text"])] == []


def test_no_example_of_the_classifier_is_taken_for_another() -> None:
    texts = taught()
    assert len(texts) > 5000
    assert {text for text in texts if tongue(text)} <= NOT_DUTCH


@pytest.mark.parametrize("text", ["ok", "yes", "non", "oui", "no", "merci", "please", "ja danke", "no way", "12.000", "OK thanks", "", " "])
def test_a_word_or_two_say_nothing(text: str) -> None:
    assert tongue(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Op het scherm staat: your files have been encrypted, do not call the police, pay within 72 hours or they are gone.",
        "Wij zitten in de Rue de la Loi 16 in Brussel, tegenover de Société Générale.",
        "De klant heet Müller und Söhne, gevestigd in Aken.",
        "Ze zeggen dat het een man in the middle was, of een proof of concept van een of ander end of life systeem.",
        "Il faut werd er op het briefje geschreven, en dan niets meer.",
        "Onze partner is The Cloud Company, zij doen alles as a service.",
    ],
)
def test_foreign_words_in_a_dutch_text_do_not_make_it_foreign(text: str) -> None:
    assert tongue(text) is None


@pytest.mark.parametrize("name", TONGUES)
def test_the_writer_is_told_once_in_their_language_then_asked_again(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    talk = Talk(monkeypatch)
    said = talk.say(STORY[name])
    assert said == [f"utter_line_is_dutch_{name}", "ask.attack_status"]
    assert talk.last[0].disclosure
    assert f"utter_line_is_dutch_{name}" not in talk.say(STORY[name])
    other = next(one for one in TONGUES if one != name)
    assert f"utter_line_is_dutch_{other}" in talk.say(STORY[other]), "once for each language"


@pytest.mark.parametrize("name", TONGUES)
def test_what_was_read_is_recorded(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    amount = {"amount": "10", "asset": "BTC"}
    talk = Talk(monkeypatch, {STORY[name]: {"ransom_demand_amount": amount, "ransom_demanded": True}})
    said = talk.say(STORY[name])
    assert said[0] == f"utter_line_is_dutch_{name}"
    assert {one.name: one.value for one in talk.log.assertions if one.kind == "field"}["ransom_demand_amount"] == amount
    assert said.count("utter_urgent") == 1, "an alarm is told all the same"


@pytest.mark.parametrize(
    "intent", ["skip", "dont_know", "deny", "affirm", "greet", "thank", "goodbye", "out_of_scope", "restart", "correct_previous"]
)
def test_the_classifier_is_not_believed_on_a_foreign_text(monkeypatch: pytest.MonkeyPatch, intent: str) -> None:
    talk = Talk(monkeypatch)
    assert talk.say("Nous ne savons pas encore comment ils sont entrés.", intent, 0.99) == ["utter_line_is_dutch_fr", "ask.attack_status"]
    assert talk.log.assertions == ()


@pytest.mark.parametrize(("intent", "text_id"), [("ask_human", "utter_ask_human"), ("ask_coverage", "utter_ask_coverage")])
def test_a_question_for_a_person_or_on_cover_keeps_its_answer(monkeypatch: pytest.MonkeyPatch, intent: str, text_id: str) -> None:
    talk = Talk(monkeypatch)
    assert talk.say("Could I please speak with one of your people?", intent, 0.9)[:2] == ["utter_line_is_dutch_en", text_id]


def test_who_wrote_dutch_before_pastes_what_another_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk(monkeypatch)
    talk.say("Onze klant is gisteren gehackt en alles ligt nu stil.")
    assert not [one for one in talk.say(STORY["en"]) if one.startswith("utter_line")]


def test_an_agent_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk(monkeypatch, channel="call_centre_agent")
    assert not [one for one in talk.say(STORY["fr"], author="agent") if "line_is_dutch" in one]


def test_the_name_of_a_company_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk(monkeypatch)
    heard = Heard("m1", "insured", talk.heard_at, "Le Pain Quotidien de la Gare", "nl-BE", "insured_legal_name", (("out_of_scope", 0.6),))
    says = intake.hear(talk.log, heard).says
    assert not [say for say in says if say.text_id.startswith("utter_line")]


# The rules of the Dutch texts (test_catalogue.py) in three other languages: no judgment, no promise, no hard word.
FORBIDDEN = {
    "fr": (
        r"\bcouvert", r"\bgaranti", r"\bassuré\b", r"\brembours", r"\bindemni", r"\brapidement\b", r"\bbientôt\b", r"\bfaute\b",
        r"\bresponsab", r"\bpayer\b", r"\bpaye[zr]\b", r"\bveuillez\b", r"\bdans les \d",
    ),
    "en": (
        r"\bcover", r"\bguarante", r"\binsured\b", r"\bpay\b", r"\bpaid\b", r"\bcompensat", r"\bsoon\b", r"\bshortly\b", r"\bfault\b",
        r"\bliab", r"\bkindly\b", r"\bwithin \d", r"\bhereby\b", r"\bworry\b",
    ),
    "de": (
        r"\bgedeckt\b", r"\bdeckung\b", r"\bgaranti", r"\bversichert\b", r"\bzahl", r"\berstatt", r"\bbald\b", r"\bumgehend\b",
        r"\bschuld\b", r"\bhaft", r"\bunverzüglich\b", r"\binnerhalb\b", r"\bsorgen\b", r"\bdu\b",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TONGUES)
def test_the_texts_keep_to_the_rules_in_their_own_language(name: str) -> None:
    [variant] = CATALOGUE[f"utter_line_is_dutch_{name}"]
    text = variant["text"]
    assert tongue(text) == name
    assert not [pattern for pattern in FORBIDDEN[name] if re.search(pattern, text.lower())]
    assert all(len(one.split()) <= 20 for one in sentences(text))
    assert re.search(r"\[\[[^\]]*\{urgent_phone\}", text), "the number only when there is one"
    assert re.search(r"conservé|kept|gespeichert", text)
    assert re.search(r"collaborateur|member of our staff|Mitarbeiter", text)
    assert re.search(r"néerlandais|Dutch|Niederländisch", text)


def test_the_rules_of_these_texts_find_what_they_must_find() -> None:
    bad = {
        "fr": "Vous êtes couvert, nous vous répondrons rapidement.",
        "en": "You are covered and we will pay soon.",
        "de": "Sie sind gedeckt.",
    }
    assert all(any(re.search(pattern, bad[name].lower()) for pattern in FORBIDDEN[name]) for name in TONGUES)
