"""What the bot learned from: enough of every intent, each example in one intent only, and nothing that it is measured with."""

import collections
import json
import pathlib
import re

import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST = 150
MEASURED = ["cases/dev/utterances_dev.jsonl", "cases/intents/strange.jsonl", "cases/intents/two_intents.jsonl"] + [
    str(path.relative_to(ROOT / "tests")) for path in sorted((ROOT / "tests" / "blind").rglob("intents.jsonl"))
]


def plain(text: str) -> str:
    """Case and punctuation folded; a text without any letter or digit stays what it is."""
    return re.sub(r"\W+", " ", text.casefold()).strip() or text.strip()


def blocks() -> list[tuple[str, str, list[str]]]:
    """(file, intent, examples) of every block of examples."""
    found = []
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            lines = [line.removeprefix("- ").strip() for line in (entry["examples"] or "").splitlines() if line.strip()]
            found.append((file.stem, entry["intent"], lines))
    return found


def intents_of_each() -> dict[str, set[str]]:
    homes: dict[str, set[str]] = collections.defaultdict(set)
    for _, intent, lines in blocks():
        for line in lines:
            homes[plain(line)].add(intent)
    return homes


def test_every_intent_of_the_domain_has_many_different_examples() -> None:
    counted = collections.Counter(intent for homes in intents_of_each().values() for intent in homes)
    listed = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    named = {name for entry in listed for name in (entry if isinstance(entry, dict) else [entry])} - {"nlu_fallback"}
    assert set(counted) == named
    assert {name: count for name, count in counted.items() if count < LEAST} == {}


def test_an_example_stands_in_one_intent_only() -> None:
    assert {text: homes for text, homes in intents_of_each().items() if len(homes) > 1} == {}


def test_a_file_holds_its_own_intent_and_no_empty_block() -> None:
    assert [(file, intent) for file, intent, lines in blocks() if file != intent or not lines] == []


@pytest.mark.parametrize("name", MEASURED)
def test_nothing_measured_was_learned_from(name: str) -> None:
    rows = (ROOT / "tests" / name).read_text(encoding="utf-8").splitlines()
    items = [plain(json.loads(row)["text"]) for row in rows if row.strip()]
    # "ja", "geen idee": one or two words are the language, not a set. Only counted, so that a failure shows no blind item.
    same = sum(item in intents_of_each() for item in {item for item in items if len(item.split()) > 2})
    assert same == 0, f"{same} items of {name} stand in data/nlu"
