"""Claim files and the seed: all stories through `replay` twice at the same time, then the scorers of tests/cases as they are."""

import json
import pathlib
import subprocess
import sys
from typing import Any

from bench.evaluate.sets import CASES, ROOT, LabelledSet

SEED = "seed"
KEPT = ("loss_micro_f1", "loss_exact_sets", "primary_loss", "fact_precision", "fact_recall", "fact_f1", "provenance", "evidence_on_point")


def script(name: str, *arguments: object) -> str:
    """What a scorer prints; a scorer that fails fails the evaluation."""
    command = [sys.executable, str(CASES / name), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def seed_transcript() -> dict[str, Any]:
    """The seed conversation as a transcript: the opening, then every answer to its own open question."""
    gold = json.loads((CASES / "seed_gold.json").read_text(encoding="utf-8"))
    said = [(text, None) for text in gold["opening"]] + [(text, name) for name, text in gold["answers"].items()]
    messages = [
        {"id": f"m{i}", "author": "insured", "at": f"2026-11-23T10:{i:02d}:00+01:00", "text": text, **({"ask": ask} if ask else {})}
        for i, (text, ask) in enumerate(said)
    ]
    return {"id": SEED, "language": "nl-BE", "messages": messages}


def replay_all(sets: list[LabelledSet], folder: pathlib.Path) -> tuple[dict[str, list[dict[str, Any]]], bool]:
    """The claim files of every set ("seed" among them), and whether two replays that ran side by side wrote the same bytes."""
    transcripts = [seed_transcript()]
    for one in sets:
        for line in script("score_cases.py", "export", one.path).splitlines():
            row = json.loads(line)
            transcripts.append({**row, "id": f"{one.key}//{row['id']}"})  # ids are only unique within a set
    source, outs = folder / "in.jsonl", [folder / "one.jsonl", folder / "two.jsonl"]
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in transcripts), encoding="utf-8")
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "replay", str(source), str(out)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for out in outs
    ]
    told = [process.communicate()[1] for process in running]
    if any(process.returncode for process in running):
        raise SystemExit(f"replay failed:\n{''.join(told)[-2000:]}")
    files: dict[str, list[dict[str, Any]]] = {}
    for line in outs[0].read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name, _, row_id = row["id"].rpartition("//")
        files.setdefault(name or SEED, []).append({**row, "id": row_id})
    return files, outs[0].read_bytes() == outs[1].read_bytes()


def score(one: LabelledSet, files: list[dict[str, Any]], folder: pathlib.Path) -> tuple[dict[str, Any], str, list[str]]:
    """Figures, what score_cases.py prints, and of a development set its error lines."""
    claims, out = folder / "claims.jsonl", folder / "claims.json"
    claims.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in files), encoding="utf-8")
    printed = script("score_cases.py", "score", one.path, claims, "--json", out)
    result = json.loads(out.read_text(encoding="utf-8"))
    told = {
        "cases": result["cases"],
        "loss": result["loss"],
        "facts": result["facts"],
        **{key: result[key] for key in KEPT if key in result},
    }
    errors: list[str] = []
    if not one.blind:
        listed = script("score_cases.py", "score", one.path, claims, "--errors")
        errors = listed.removesuffix(printed).splitlines()
    return told, printed, errors


def seed(files: list[dict[str, Any]], folder: pathlib.Path) -> str:
    claim = folder / "seed.json"
    claim.write_text(json.dumps(files[0], ensure_ascii=False), encoding="utf-8")
    return script("score_seed.py", claim)
