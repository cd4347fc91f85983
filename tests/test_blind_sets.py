"""The blind sets stay blind and well formed: nothing in them was learned from, every mark stands on its words."""

import json
import pathlib
import re

import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLIND = ROOT / "tests" / "blind"


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (BLIND / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def learned() -> set[str]:
    examples = set()
    for file in (ROOT / "data" / "nlu").glob("*.yml"):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            examples |= {plain(line.removeprefix("- ")) for line in entry.get("examples", "").splitlines() if line.strip()}
    return examples


@pytest.mark.parametrize("name", ["intents.jsonl", "cover_guilt_pay.jsonl", "temporal.jsonl"])
def test_no_blind_item_was_learned_from(name: str) -> None:
    # One-word replies ("hoi") are part of the language, not of a set: only longer items count.
    items = {plain(row["text"]) for row in rows(name) if len(plain(row["text"]).split()) > 2}
    assert not items & learned()


def test_every_temporal_mark_stands_on_its_words() -> None:
    for row in rows("temporal.jsonl"):
        for gold in row["gold"]:
            assert row["text"][gold["start"] : gold["end"]] == gold["span"], row["id"]


def test_every_intent_has_three_items() -> None:
    counted: dict[str, int] = {}
    for row in rows("intents.jsonl"):
        counted[row["intent"]] = counted.get(row["intent"], 0) + 1
    assert len(counted) == 22
    assert set(counted.values()) == {3}
