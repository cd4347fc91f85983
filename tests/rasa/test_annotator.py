"""The border of the language side: what a faulty reader does to a message. Runs in the Rasa environment, without a server."""

import itertools
import json
import pathlib
import subprocess
from typing import Any

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv/rasa/bin/python"
TEXT = "Gisteren betaalden wij 500 euro, bel 06-12345678 of KvK 12345678."
# One process for all faults: starting it costs seconds. Each line of the answer is one fault: [name, what was found, what was logged].
CODE = """
import json, sys
from decimal import Decimal
from rasa.shared.nlu.training_data.message import Message
from structlog.testing import capture_logs
from bot.nlu.rasa import annotator, values

def broken(*args):
    raise ValueError("kon niet lezen: " + str(args[0]))

def unjson(text, items, language):
    return [
        {"entity": "money", "start": 0, "end": 3, "value": Decimal("1.5")},
        {"entity": "number", "start": 4, "end": 5, "value": float("nan")},
        {"entity": "fact", "start": 4, "end": 8, "role": "loss_event", "value": "x", "odd": {"nested": [1, None]}},
    ]

faults = {
    "none": {},
    "roles": {"annotate": broken},
    "values": {"values.extract_both": broken},
    "contacts": {"find_contacts": broken},
    "unjson": {"annotate": unjson},
}
for name, fault in faults.items():
    parts = {part: (values if part.startswith("values.") else annotator, part.split(".")[-1]) for part in fault}
    whole = {part: getattr(home, short) for part, (home, short) in parts.items()}
    for part, (home, short) in parts.items():
        setattr(home, short, fault[part])
    with capture_logs() as logged:
        message = Message({"text": sys.argv[1], "metadata": {"at": "2026-03-05T09:00:00+00:00"}})
        found = annotator.annotations(sys.argv[1], "nl-NL", values.values_of(message))
    for part, (home, short) in parts.items():
        setattr(home, short, whole[part])
    print(json.dumps([name, found, logged]))
"""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    done = subprocess.run([PYTHON, "-W", "ignore", "-c", CODE, TEXT], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return {name: (found, logged) for name, found, logged in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize(
    ("fault", "event", "still_there"),
    [
        ("roles", "annotator_failed", {"money", "phone", "registration_number"}),
        ("values", "value_reader_failed", {"phone", "registration_number"}),
        ("contacts", "contact_reader_failed", {"money"}),
    ],
)
def test_a_faulty_reader_costs_only_its_own_part_and_tells_no_text(outcomes: Any, fault: str, event: str, still_there: set[str]) -> None:
    found, logged = outcomes[fault]
    assert still_there <= {each["entity"] for each in found}
    assert [each["event"] for each in logged] == [event]
    assert "betaalden" not in json.dumps(logged)


def test_what_json_cannot_carry_stays_behind_alone(outcomes: Any) -> None:
    found, logged = outcomes["unjson"]
    assert found == [{"entity": "fact", "start": 4, "end": 8, "role": "loss_event", "value": "x", "odd": {"nested": [1, None]}}]
    assert [each["event"] for each in logged] == ["annotation_not_json"] * 2


def test_no_words_are_read_as_two_values(outcomes: Any) -> None:
    found, logged = outcomes["none"]
    values = [each for each in found if each["entity"] not in ("fact", "loss")]
    assert {"money", "phone", "registration_number"} <= {each["entity"] for each in values}
    assert all(one["end"] <= other["start"] for one, other in itertools.pairwise(values))
    assert logged == []
