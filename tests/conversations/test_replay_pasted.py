"""Messages with something pasted in, through a real Rasa and the core to the claim file: quoted words are not the insured's."""

import json
import pathlib
import subprocess
import sys
from typing import Any

import pytest

from tests.nlu.test_pasted import CHECKS, cases, plain, wanted

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def claim_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("pasted")
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    lines = []
    for case in cases():
        message = {"id": "m", "author": "insured", "at": "2026-11-23T10:00:00+01:00", "text": case["text"]}
        lines.append(json.dumps({"id": case["name"], "language": "nl-BE", "messages": [message]}, ensure_ascii=False))
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "bot.cli", "replay", str(source), str(target)], cwd=ROOT, check=True, capture_output=True)
    return {row["id"]: row["claim_file"] for row in map(json.loads, target.read_text(encoding="utf-8").splitlines())}


@pytest.mark.parametrize(("case", "field", "value"), CHECKS)
def test_the_claim_file_knows_whose_words_they_are(
    claim_files: dict[str, Any], case: dict[str, Any], field: str, value: str | None
) -> None:
    state = claim_files[case["name"]]["fields"].get(field)
    assert plain(state["value"] if state else None) == wanted(value)


def test_every_quote_is_in_the_message(claim_files: dict[str, Any]) -> None:
    for case in cases():
        for state in claim_files[case["name"]]["fields"].values():
            for evidence in state["evidence"]:
                assert evidence["quote"] == case["text"][evidence["start"] : evidence["end"]]
