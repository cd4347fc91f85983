"""Sentences of a message, for the intent of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.sentences import MOST_SENTENCES, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Alles ligt plat. Ben ik verzekerd?", ["Alles ligt plat.", "Ben ik verzekerd?"]),
        ("Alles ligt plat", []),
        ("Hij eist 39.746,41 euro. Moeten we betalen?", ["Hij eist 39.746,41 euro.", "Moeten we betalen?"]),
        ("mail naar jan@firma.example.org aub\nen bel mij terug", ["mail naar jan@firma.example.org aub", "en bel mij terug"]),
        ("Help!! Wat nu?? Zeg het mij.", ["Help!!", "Wat nu??", "Zeg het mij."]),
        ("... ok. 12. Ja!", []),
        (
            "mijn klant wil vanavond al iets overmaken, is dat wel verstandig",
            ["mijn klant wil vanavond al iets overmaken, is dat wel verstandig", "is dat wel verstandig"],
        ),
        ("ja klopt, en is dit eigenlijk gedekt?", ["ja klopt", "is dit eigenlijk gedekt?"]),
        ("nee en moeten we dat doen?", ["nee", "moeten we dat doen?"]),
        ("5 btc, is dat verzekerd?", ["5 btc", "is dat verzekerd?"]),
        ("0470 11 22 33, wanneer bellen jullie?", ["wanneer bellen jullie?"]),
        ("nee. kan ik iemand spreken?", ["nee.", "kan ik iemand spreken?"]),
        ("14. Waarom?", ["Waarom?"]),
        ("een ddos, is dat verzekerd", ["een ddos", "is dat verzekerd"]),
        ("ja of nee, ben ik verzekerd?", []),
        ("als hij betaalt, is dat dan verzekerd?", []),
        ("toen de klant had betaald en alles weer werkte, hebben wij de rekening gekregen", []),
    ],
)
def test_sentences_of_a_message(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(",. ?\n"), max_size=400))
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    spans = sentence_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_a_question_far_down_is_not_cut_off() -> None:
    text = "Dit is een regel uit het logboek. " * 300 + "Moeten we betalen?"
    spans = sentence_spans(text)
    assert len(spans) == MOST_SENTENCES
    assert text[slice(*spans[-1])] == "Moeten we betalen?"
