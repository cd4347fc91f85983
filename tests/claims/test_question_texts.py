"""The texts of `fields.toml` in both variants: everyday words, short sentences, one question at a time, one way to address people."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.claims.fields import FIELDS, Field, Typed
from bot.claims.names import EVERYDAY

from .talk import sentences

PLAIN = {
    word
    for line in Path(__file__).with_name("plain_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
}
# Names and forms in the examples: nobody has to understand them.
NAMES = {"bakkerij", "voorbeeld", "it", "bv", "be", "bc", "q", "jan", "lockbit", "brussel", "gent", "naam", "example", "an"}
LONGEST = {"question": 15, "why": 12, "example": 10, "label": 7}  # words in a sentence
MOST_SENTENCES = {"question": 2, "why": 2, "example": 1, "label": 1}
WORD = re.compile(r"[a-zà-ÿ](?:[a-zà-ÿ'-]*[a-zà-ÿ])?")


def texts(field: Field) -> Iterator[tuple[str, str]]:
    """(what it is, the text), in both variants."""
    yield from (("question", text) for text in (field.question, field.question_be) if text)
    yield "why", field.why
    yield from (("example", text) for text in (field.example, field.example_be) if text)
    yield from (("label", text) for text in (field.label, field.staff_label) if text)
    yield from labels(field)
    for part in field.parts.values():
        yield "label", part.label
        yield from labels(part)
        if part.example:
            yield "example", part.example


def labels(typed: Typed) -> Iterator[tuple[str, str]]:
    yield from (("label", text) for text in (*typed.codes.values(), *typed.periods.values()))


TEXTS = sorted({(field.name, what, text) for field in FIELDS.values() for what, text in texts(field)})


def unknown_words(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return [word for word in words if word not in EVERYDAY | PLAIN | NAMES and word.removesuffix("-") not in EVERYDAY | PLAIN]


@pytest.mark.parametrize(("name", "what", "text"), TEXTS)
def test_words_are_everyday_words_or_were_chosen_on_purpose(name, what, text):
    """A word that is in neither list: write it plainer, or else add it to `plain_words.txt`."""
    assert unknown_words(text) == []


@pytest.mark.parametrize(("name", "what", "text"), TEXTS)
def test_texts_are_short(name, what, text):
    found = sentences(text)
    assert len(found) <= MOST_SENTENCES[what]
    assert max(len(sentence.split()) for sentence in found) <= LONGEST[what]


@pytest.mark.parametrize(("name", "what", "text"), [one for one in TEXTS if one[1] == "question"])
def test_one_question_at_a_time(name, what, text):
    assert text.count("?") == 1
    assert not re.search(r"[();]", text.replace("(AP)", "").replace("(GBA)", "").replace("(wallet)", "").replace("(wachttijd)", ""))


@pytest.mark.parametrize(("name", "what", "text"), TEXTS)
def test_people_are_called_u_and_a_reason_asks_nothing(name, what, text):
    assert not re.search(r"\b(?:je|jij|jouw|jullie|men)\b", text.lower())
    if what != "question":
        assert "?" not in text or what == "why"


def test_the_word_test_finds_what_it_must_find():
    assert unknown_words("Welke repercussies ondervindt uw bedrijf?") == ["repercussies", "ondervindt"]
    assert unknown_words("Hoeveel klanten heeft u?") == []


def test_the_list_holds_no_word_that_nothing_uses():
    used = {word for _, _, text in TEXTS for word in WORD.findall(text.lower())}
    assert not PLAIN - used


def test_flemish_and_dutch_ask_the_same_thing_the_same_way():
    """A Flemish variant changes words, not what is asked: as long, and with the same question mark."""
    for field in FIELDS.values():
        if field.question_be:
            assert field.question_be != field.question
            assert abs(len(field.question_be.split()) - len(field.question.split())) <= 3, field.name
