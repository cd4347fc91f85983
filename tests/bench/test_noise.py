"""The noise is the same on every machine, spares what it must spare, and moves the marks along."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.evaluate import noise
from bench.evaluate.sets import DEV
from bench.evaluate.spans import noised_rows

TEXT = "Vorige week dinsdag kregen wij bericht van onze klant, daarna hebben we ongeveer 40k euro ex btw betaald aan een onderzoeksbureau."
SPANS = [(0, 19), (TEXT.index("40k"), TEXT.index("40k") + 8)]
WAYS = [*noise.WAYS, *noise.INSIDE]


def test_the_same_text_and_key_give_the_same_slips() -> None:
    # Written out: another machine, another Python and another day must give these very letters, or runs cannot be compared.
    said = "de server staat stil en niemand kan vandaag werken, alles ligt plat"
    assert noise.noised(said, [], "typing", "x")[0] == "de serber staat stil en niemand kan vandaag werken, alles lugt plat"
    assert noise.noised(TEXT, SPANS, "typing", "1") == noise.noised(TEXT, SPANS, "typing", "1")


def test_slips_spare_the_spans_and_the_two_words_beside_them() -> None:
    for key in range(50):
        text, spans = noise.noised(TEXT, SPANS, "typing", str(key))
        assert text != TEXT
        assert [text[a:b] for a, b in spans] == ["Vorige week dinsdag", "40k euro"]
        assert "we ongeveer 40k euro ex btw" in text


def test_slips_inside_leave_digits_and_the_rest_of_the_text_alone() -> None:
    text, [first, second] = noise.noised(TEXT, SPANS, "inside", "1")
    assert text[slice(*first)] != "Vorige week dinsdag"
    assert text[slice(*second)] == "40k euro"  # no word of five letters
    assert text[first[1] :] == TEXT[19:]


def test_lower_case_keeps_the_signs_inside_a_span_and_between_digits() -> None:
    source = "Om 14:30! Bel 02.123, of mail A.B@C.example."
    text, [span] = noise.noised(source, [(3, 9)], "lower", "1")
    assert text == "om 14:30! bel 02.123 of mail a.b@c.example"
    assert text[slice(*span)] == "14:30!"


def test_capitals_never_change_the_length() -> None:
    assert noise.noised("straße 't was één uur", [], "caps", "1")[0] == "STRAßE 'T WAS ÉÉN UUR"


@given(st.text(max_size=60), st.sampled_from(WAYS), st.data())
def test_marks_stay_in_the_text_and_in_order(text: str, way: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    spans = [(cuts[0], cuts[1]), (cuts[2], cuts[3])]
    noised, places = noise.noised(text, spans, way, "k")
    flat = [edge for place in places for edge in place]
    assert flat == sorted(flat)
    assert all(0 <= edge <= len(noised) for edge in flat)


@pytest.mark.parametrize("way", noise.WAYS)
def test_marked_words_of_the_development_set_only_change_their_case(way: str) -> None:
    rows = [json.loads(line) for line in (DEV / "temporal_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    for before, after in zip(rows, noised_rows(rows, way), strict=True):
        for gold in after["gold"]:
            assert after["text"][gold["start"] : gold["end"]].lower() == gold["span"].lower(), before["id"]
