"""The cheap look before an expensive pattern changes no finding: both answer as the pattern itself, on whatever text."""

import importlib
import pkgutil
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu import identifiers, registrations
from bot.nlu.openers import Opened, openings
from bot.nlu.reading import attack, names, rules, tables
from bot.nlu.reading.cues import Cued
from bot.nlu.reading.hints import literals

MODULES = [importlib.import_module(f"{tables.__name__}.{one.name}") for one in pkgutil.iter_modules(tables.__path__)]
OPENED = [
    one
    for place in (*[getattr(m, n) for m in (registrations, names.t) for n in dir(m)], *identifiers._CERTAIN, *identifiers._PATTERNS)
    if isinstance(one := place, Opened)
] + [names._places(), names._products()]  # fmt: skip
CUED = [one for module in (*MODULES, attack) for one in vars(module).values() if isinstance(one, Cued)]
RULES = [
    one for module in MODULES for table in vars(module).values() if isinstance(table, tuple) for one in table if isinstance(one, rules.Rule)
]

WORDS = [word for one in CUED for words in literals(one.pattern) for word in words]
OPENERS = sorted({opening for one in OPENED for opening in openings(one.pattern, ignores=bool(one.flags & re.IGNORECASE))})
SEEN = [
    "'s-hertogenbosch", "Bakkerij De Smet BV", "de heer J. van 't Hof", "Veeam", "v 7.1", "24h2", "poort 443", "Kerkstraat 12",
    "0123.456.789", "BE68 5390", "×", "SRV-DC01", "éSRV", "ſerver 12", "poort ٣", "groep LockBit 3.0", "a1b2-c3",
]  # fmt: skip
piece = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(OPENERS),
    st.sampled_from(SEEN),
    st.text(max_size=6),
)  # fmt: skip
text_of = st.lists(st.tuples(piece, st.sampled_from(["", " ", ", ", "\n", ".", "-"])), max_size=12).map(
    lambda row: "".join(map("".join, row))
)


def spans(found: Any) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@settings(deadline=None, max_examples=50)
@given(text_of)
def test_a_pattern_tried_where_a_word_begins_finds_what_it_finds_everywhere(text: str) -> None:
    for one in OPENED:
        assert spans(one.finditer(text)) == spans(one.regex.finditer(text)), one.pattern


@settings(deadline=None, max_examples=50)
@given(text_of.map(str.lower))
def test_a_pattern_behind_its_words_finds_what_it_finds_without(text: str) -> None:
    for one in CUED:
        assert spans(one.finditer(text)) == spans(one.regex.finditer(text)), one.pattern


@settings(deadline=None, max_examples=50)
@given(text_of.map(str.lower))
def test_a_rule_that_holds_is_never_passed_over(text: str) -> None:
    for rule in RULES:
        if rule.regex.search(text):
            assert all(any(word in text for word in words) for words in rule.hints), rule.regex.pattern


def test_most_patterns_are_behind_words_and_openings() -> None:
    assert sum(bool(openings(one.pattern, ignores=bool(one.flags & re.IGNORECASE))) for one in OPENED) > 30
    assert len(CUED) > 100
    assert sum(bool(rule.hints) for rule in RULES) > 0.9 * len(RULES)


@pytest.mark.parametrize(
    ("source", "sets"),
    [
        (r"\b(?:wij|we) [^?]{0,9}?\b(?:dienen|behoren)", {("behoren", "dienen"), ("we ", "wij ")}),
        (r"[ab]?server\w+", {("server",)}),
        (r"dd?os", {("dos",)}),
        (r"\w+|x", set()),
    ],
)
def test_the_words_of_a_pattern(source: str, sets: set[tuple[str, ...]]) -> None:
    assert set(literals(source)) == sets


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"(?<!\w)(?:ab|cde)f", {"abf", "cde"}),
        (r"(?<![\w.])(?:de )?server", {"de ", "ser"}),
        (r"(?<!\w)(?:[A-B]\.)+x", {"A.", "B."}),
        (r"(?<!\w)\w*server", set()),
        (r"server", set()),
    ],
)
def test_what_a_pattern_begins_with(source: str, found: set[str]) -> None:
    assert openings(source) == found
