"""Reading grows with the length of a text and no faster, whatever stands in it. How long it takes is measured by bench/extract.py."""

import sys
import time
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.contacts import find_contacts
from bot.nlu.extract import extract, extract_both
from bot.nlu.quiet import Quiet
from bot.nlu.reading import cues
from bot.nlu.reading.words import compiled, pattern
from bot.nlu.tokens import Tokens
from bot.nlu.understand import annotate
from tests.nlu.long_texts import KINDS, long_text

AT = datetime(2026, 3, 5, 9, 0)
SHORT, LONG = 1_500, 4_500


def everything(text: str) -> object:
    values, contacts = extract_both(text, AT), find_contacts(text)
    return annotate(text, sorted([*values, *contacts], key=lambda item: (item["start"], item["end"])))


def calls(do: Callable[[], object]) -> int:
    """How many functions were called: the same on every machine."""
    count = 0

    def one_more(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(one_more)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_with_the_text_and_no_faster(kind: str) -> None:
    """Three times the text may take five times the work: by the square it would take nine."""
    short, long = long_text(kind, SHORT), long_text(kind, LONG)
    everything(short), everything(long)  # what is remembered of words costs nothing the second time
    assert calls(lambda: everything(long)) < 5 * calls(lambda: everything(short)) + 2_000


@pytest.mark.parametrize("kind", KINDS)
def test_no_pattern_runs_away(kind: str) -> None:
    """Patterns work inside one call. Four times the text may take ten times as long: by the square it would take sixteen."""
    short, long = long_text(kind, 2_500), long_text(kind, 10_000)
    extract(short, AT)
    for _attempt in range(3):
        start = time.process_time()
        extract(short, AT)
        between = time.process_time()
        extract(long, AT)
        if time.process_time() - between < 10 * (between - start) + 0.05:
            return
    pytest.fail(f"{kind}: three times out of proportion")


WORDS = [
    "de",
    "klant",
    "betaalde",
    "3",
    "12",
    "500",
    "10.000",
    "euro",
    "op",
    "maandag",
    "mei",
    "van",
    "tot",
    "om",
    "uur",
    "dagen",
    "geleden",
    "\n",
    ".",
    "T",
    "'26",
    "(",
    "u",
    "/",
    "2025",
    "in",
]
SAID = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(SAID)
def test_what_is_not_asked_would_have_found_nothing(text: str) -> None:
    """Quiet words and digits in a row are passed over: the grammars, asked at every place, find the same."""
    read = extract(text, AT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.nlu.extract._QUIET", Quiet(lambda toks, at: True))
        patch.setattr("bot.nlu.extract._in_a_row", lambda toks, at: False)
        assert extract(text, AT) == read


def test_a_word_is_asked_once_and_one_that_depends_on_its_neighbours_at_each_place() -> None:
    asked = []

    def begins(toks: Tokens, at: int) -> bool:
        asked.append(toks[at].text)
        return toks.low(at) == "de" and toks.low(at + 1) == "maandag"

    quiet = Quiet(begins)
    toks = Tokens(" server de server , server de maandag")
    assert [quiet.at(toks, at) for at in range(len(toks))] == [True, True, True, True, True, False, True]
    assert asked == ["server", "de", ",", "de", "maandag"]


@given(st.text(alphabet="abcde loswg?", max_size=60))
def test_a_pattern_behind_its_words_finds_what_the_pattern_finds(text: str) -> None:
    for source in (r"losg?eld|\bgaw\w*", r"(?:los|web)\w? (?:aa|bc)", r"[^?]{0,9}\bsloeg\b"):
        plain, behind = compiled(source), pattern(source)
        assert isinstance(behind, cues.Cued)
        assert [m.span() for m in plain.finditer(text)] == [m.span() for m in behind.finditer(text)]
        assert (plain.search(text) is None) == (behind.search(text) is None)
        assert plain.sub("-", text) == behind.sub("-", text)
