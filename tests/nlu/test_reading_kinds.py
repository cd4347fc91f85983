"""Sentences of every kind of language that stories by strangers were misread in, each with what it should give.

Written per kind (notes of a technician, a call centre's shorthand, dictated speech, formal letters, a Flemish and a Dutch voice)
before the tables knew their words, negatives beside positives. `losses`: the reported classes. `facts`: what has to be read.
`not`: what must not be recorded as a fact. The scores are floors for the kinds together; a negative never turns into a fact.
"""

import json
from pathlib import Path

import pytest

from bench.understand_offline import export, read
from tests.cases.score_cases import ALSO, FIELDS, answered, equal, truth

ROWS = [json.loads(line) for line in Path(__file__).with_name("reading_kinds.jsonl").read_text(encoding="utf-8").splitlines()]
AT = "2026-11-23T10:00:00+01:00"  # a Monday


def _file(text):
    return export(read({"language": "nl", "messages": [{"id": "m0", "text": text, "at": AT}]}))


def _wrong(row, file):
    """What differs from the row, in words."""
    found = []
    if "losses" in row and set(file["loss_types"]) != set(row["losses"]):
        found.append(f"losses {file['loss_types']}, not {row['losses']}")
    for fact, wanted in row.get("facts", {}).items():
        field, how = FIELDS[fact]
        got = answered(file["fields"].get(field))
        if got is None and field in ALSO:
            got = answered(file["fields"].get(ALSO[field]))
        if not equal(how, wanted, got):
            found.append(f"{fact} {got}, not {wanted}")
    return found + [f"{fact} recorded" for fact in row.get("not", []) if _recorded(fact, file)]


def _recorded(fact, file):
    field, how = FIELDS[fact]
    value = answered(file["fields"].get(field))
    return truth(value) is True if how == "bool" else value is not None


@pytest.fixture(scope="module")
def results():
    return [(row, _wrong(row, _file(row["text"]))) for row in ROWS]


def test_most_are_read_right(results):
    wrong = [(row["kind"], row["text"], found) for row, found in results if found]
    assert len(wrong) <= 0.05 * len(results), wrong


def test_no_kind_is_left_behind(results):
    kinds = {row["kind"] for row, _ in results}
    shares = {k: [not found for row, found in results if row["kind"] == k] for k in kinds}
    assert {k: sum(v) / len(v) for k, v in shares.items() if sum(v) / len(v) < 0.75} == {}


@pytest.mark.parametrize("row", [r for r in ROWS if "not" in r], ids=lambda r: r["text"][:60])
def test_what_is_not_said_is_no_fact(row):
    file = _file(row["text"])
    assert [fact for fact in row["not"] if _recorded(fact, file)] == []
