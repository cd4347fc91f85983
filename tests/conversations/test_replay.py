"""`make replay` on the development stories: the same bytes twice, and quality that does not fall below what was reached."""

import json
import pathlib
import subprocess
import sys
from typing import Any

import jsonschema
import pytest

from tests.cases import score_cases

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "cases" / "dev" / "cases_dev.jsonl"
BLIND = ROOT / "tests" / "blind" / "stories_cases.jsonl"


def replay(cases: pathlib.Path, folder: pathlib.Path, name: str) -> bytes:
    source, target = folder / f"{name}.in.jsonl", folder / f"{name}.out.jsonl"
    lines = (json.dumps(score_cases.transcript(case), ensure_ascii=False) for case in score_cases.read(cases))
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "bot.cli", "replay", str(source), str(target)], cwd=ROOT, check=True, capture_output=True)
    return target.read_bytes()


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return replay(CASES, tmp_path_factory.mktemp("replay"), "one")


def scored(cases: pathlib.Path, claims: bytes) -> dict[str, Any]:
    rows = [json.loads(line) for line in claims.decode().splitlines()]
    result: dict[str, Any] = score_cases.score(score_cases.read(cases), {row["id"]: row["claim_file"] for row in rows}, [])
    return result


def test_two_replays_are_the_same_bytes(replayed: bytes, tmp_path: pathlib.Path) -> None:
    assert replay(CASES, tmp_path, "two") == replayed


def test_every_claim_file_is_valid(replayed: bytes) -> None:
    schema = json.loads((ROOT / "docs" / "claim-file.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    for line in replayed.decode().splitlines():
        checker.validate(json.loads(line)["claim_file"])


def test_quality_on_the_development_stories(replayed: bytes) -> None:
    result = scored(CASES, replayed)
    assert result["provenance"] == 1.0
    assert result["loss_micro_f1"] >= 0.90
    assert result["fact_f1"] >= 0.85


def test_quality_on_the_blind_stories(tmp_path: pathlib.Path) -> None:
    result = scored(BLIND, replay(BLIND, tmp_path, "blind"))
    assert result["provenance"] == 1.0
    assert result["loss_micro_f1"] >= 0.70
