"""A text is cleaned once, at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.cleaning import LIMIT, clean
from bot.claims.errors import TextBlank, TextNotUnicode, TextRefused, TextTooLong


def test_nul_goes_and_line_ends_become_lf() -> None:
    assert clean(" a\0b\r\nc\rd\n ") == " ab\nc\nd\n "


def test_secrets_are_masked() -> None:
    assert clean("ww: geheim1") == "ww: ███████"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\0", "\u200b", "\u00a0\u2003"])
def test_nothing_to_see_is_refused(text: str) -> None:
    with pytest.raises(TextBlank):
        clean(text)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(TextNotUnicode):
        clean("a\ud83d b")


def test_the_limit_counts_code_points_after_cleaning() -> None:
    assert len(clean("😀" * LIMIT)) == LIMIT
    assert len(clean("\r\n" * (LIMIT - 1) + "\0a")) == LIMIT
    with pytest.raises(TextTooLong) as caught:
        clean("a" * (LIMIT + 1))
    assert caught.value.facts == {"limit": LIMIT}


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    try:
        once = clean(text)
    except TextRefused:
        return
    assert clean(once) == once
    assert "\0" not in once
    assert "\r" not in once
    once.encode()
