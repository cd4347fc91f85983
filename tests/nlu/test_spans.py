"""No words are read twice: whatever the text, values stand apart, and no digit of one is counted as another."""

import itertools
import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.nlu.contacts import find_contacts
from bot.nlu.extract import extract_both
from bot.nlu.identifiers import masked_spans
from bot.nlu.spans import STRENGTH, apart, disjoint

from .reading import MONDAY
from .test_laws import ANY_TEXT

PIECES = st.sampled_from(
    [
        "0475 12 34 56",
        "+32 (0)3 234 56 78",
        "06-12345678",
        "polisnr 12.345.678",
        "BE 0403.170.701",
        "kvk 12345678",
        "an@voorbeeld.be",
        "€ 39.746,41",
        "7 bitcoin",
        "12/11/2026",
        "om 14u30",
        "60 klanten",
        "3 servers",
        "36 uur",
        "10.0.12.11",
        "NL91 ABNA 0417 1643 00",
        "ticket 4711",
        "versie 7.2.1",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "NL004495445B01",
        "en",
        ",",
        "/",
        "-",
        "(",
        ")",
        "12",
        "0",
        "van",
        "tot",
        "euro",
        "toestel 5",
    ]
)
VALUES = st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)


def values(text: str) -> list[dict]:
    return apart([*find_contacts(text), *extract_both(text, MONDAY)])


@given(VALUES | ANY_TEXT)
@example("polisnr 12.345.678 0475 12 34 56 op 12/11/2026 om 14u30 voor 12 klanten")
def test_values_never_overlap(text: str) -> None:
    last = 0
    for item in values(text):
        assert last <= item["start"] < item["end"] <= len(text)
        last = item["end"]


@given(VALUES | ANY_TEXT)
@example("0475 12 34 56 servers")
@example("bel 02 213 00 50 toestel 12")
def test_no_number_is_counted_inside_something_else(text: str) -> None:
    """Before anything is settled: a count never touches an amount, a moment, a contact or an identifier."""
    items = [*find_contacts(text), *extract_both(text, MONDAY)]
    taken = [(i["start"], i["end"]) for i in items if i["kind"] != "number"] + masked_spans(text)
    for number in (i for i in items if i["kind"] == "number"):
        assert not [span for span in taken if span[0] < number["end"] and number["start"] < span[1]]


@given(VALUES | ANY_TEXT)
def test_no_phone_is_read_inside_an_amount_or_a_date(text: str) -> None:
    items = [*find_contacts(text), *extract_both(text, MONDAY)]
    others = [i for i in items if i["kind"] != "phone"]
    for phone in (i for i in items if i["kind"] == "phone"):
        assert re.fullmatch(r"\+\d{8,15}", phone["value"])
        assert not [o for o in others if o["start"] < phone["end"] and phone["start"] < o["end"]]


SPANS = st.lists(
    st.tuples(st.sampled_from([*STRENGTH, "place"]), st.integers(0, 60), st.integers(1, 15)).map(
        lambda t: {"kind": t[0], "start": t[1], "end": t[1] + t[2]}
    ),
    max_size=25,
)


@given(SPANS)
def test_the_stronger_stays(items: list[dict]) -> None:
    """What was dropped touches something kept that is as strong or stronger; what stays touches nothing."""
    kept = apart(items)
    weakest = max(STRENGTH.values()) + 1
    for one in items:
        if one not in kept:
            assert any(
                k["start"] < one["end"]
                and one["start"] < k["end"]
                and STRENGTH.get(k["kind"], weakest) <= STRENGTH.get(one["kind"], weakest)
                for k in kept
            )
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(kept))


@given(SPANS)
def test_settling_twice_is_settling_once(items: list[dict]) -> None:
    kept = disjoint(items, span=lambda i: (i["start"], i["end"]), rank=lambda i: i["start"])
    assert disjoint(kept, span=lambda i: (i["start"], i["end"]), rank=lambda i: i["start"]) == kept
