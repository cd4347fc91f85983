"""The sentences that the makers wrote themselves (tests/cases/temporal_own.jsonl): every value, and nothing beside it.

Rows marked `known` say what is still read wrongly, and why; they are no measure of quality (docs/quality has that).
"""

import json
import pathlib
from datetime import datetime
from typing import Any

import pytest

from bot.nlu.extract import extract
from tests.cases.score_temporal import match

from .reading import BRUSSELS

ROWS = [json.loads(line) for line in (pathlib.Path(__file__).parent.parent / "cases" / "temporal_own.jsonl").open(encoding="utf-8")]


@pytest.mark.parametrize("group", sorted({row["id"].split("-")[0] for row in ROWS}))
def test_reads_every_value_and_nothing_else(group: str) -> None:
    rows = [row for row in ROWS if row["id"].startswith(group + "-") and "known" not in row]
    assert [wrong for row in rows for wrong in [_wrong(row)] if wrong] == []


def test_at_most_one_in_a_hundred_is_known_to_fail() -> None:
    assert sum("known" in row for row in ROWS) <= len(ROWS) / 100


def test_half_of_them_have_nothing_to_find() -> None:
    assert sum(not row["gold"] for row in ROWS) >= len(ROWS) / 2


def _wrong(row: dict[str, Any]) -> tuple[Any, ...]:
    reference = datetime.fromisoformat(row["reference"]).astimezone(BRUSSELS)
    found = extract(row["text"], reference)
    pairs = match(row["gold"], found, reference)
    right = sum(exact for _, _, exact in pairs)
    return () if right == len(row["gold"]) == len(found) else (row["id"], row["text"], [(item["kind"], item["value"]) for item in found])
