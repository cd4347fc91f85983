"""The laws of the fuzzer: our reader keeps them on every word of its list, and a reader that breaks one is caught."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.fuzz_extract import WORDS, LawBroken, check
from bot.nlu.extract import extract

NOW = datetime(2026, 11, 23, 10, 15)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_our_reader_keeps_the_laws(words: list[str]) -> None:
    check(extract, " ".join(words), NOW, seconds_per_1000=5.0)


def one(**changes: Any) -> dict[str, Any]:
    return {"kind": "date", "start": 0, "end": 3, "value": "2026-11-23"} | changes


@pytest.mark.parametrize(
    ("found", "law"),
    [
        ([one(kind="day")], "kinds are known"),
        ([one(end=99)], "inside the text"),
        ([one(start=3)], "inside the text"),
        ([one(), one(start=2, end=4)], "do not overlap"),
    ],
)
def test_a_broken_law_is_named(found: list[dict[str, Any]], law: str) -> None:
    with pytest.raises(LawBroken, match=law):
        check(lambda text, reference: found, "gisteren", NOW)


def test_what_is_no_json_and_what_changes_is_caught() -> None:
    with pytest.raises(TypeError):
        check(lambda text, reference: [one(value=NOW)], "gisteren", NOW)
    values = iter("ab")
    with pytest.raises(LawBroken, match="same result"):
        check(lambda text, reference: [one(value=next(values))], "gisteren", NOW)
