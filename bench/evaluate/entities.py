"""Contacts, account numbers and names, when tests/cases/score_entities.py is there: as the server finds them, over HTTP.

The scorer runs as a program (its JSON is the interface) and reads with `entities` of this module, so the figures are those of the
product's wire and not of one of its functions. CLAIMLOKET_EVALUATE_URL tells it where the server is.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from bench.evaluate.intents import parse
from bench.evaluate.measures import f1, share
from bench.evaluate.sets import CASES, ROOT, LabelledSet

SCORER = CASES / "score_entities.py"
URL = "CLAIMLOKET_EVALUATE_URL"
TOTALS = {"all", "total", "empty"}
# An error line of a blind set may show these two words and an id, nothing else: a scorer that prints otherwise is only counted.
WHAT = {"value", "missed", "too much", "extra", "wrong value", "wrong kind"}


class ScorerFailed(Exception):
    """The scorer ended with an error; what it said is not passed on, for it may quote a blind text."""


def entities(text: str) -> list[dict[str, Any]]:
    """Every entity on the wire with its place and value, as {"kind", "start", "end", "value"}; one said in two roles counts once."""
    found: list[dict[str, Any]] = []
    for one in parse(os.environ[URL], text)["entities"]:
        item = {"kind": one["entity"], **{key: one.get(key) for key in ("start", "end", "value")}}
        if item["value"] is not None and item not in found:
            found.append(item)
    return found


def evaluate(one: LabelledSet, url: str, scorer: pathlib.Path = SCORER) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Figures by kind and the errors of one set; raises ScorerFailed."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.json"
        command = [sys.executable, str(scorer), str(one.path), f"{__name__}:entities", "--errors", "--json", str(out)]
        environment = {**os.environ, URL: url, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode or not out.exists():
            raise ScorerFailed(f"{scorer.name} ended with {done.returncode}")
        totals = json.loads(out.read_text(encoding="utf-8"))
    figures = kinds_of(totals)
    return figures, error_lines(done.stdout, set(figures["kinds"]), blind=one.blind)


def kinds_of(totals: dict[str, Any]) -> dict[str, Any]:
    """The scorer's counts as figures. Both shapes are read: kinds at the top, or under "kinds" as score_temporal writes them."""
    kinds = totals.get("kinds") or {kind: counts for kind, counts in totals.items() if kind not in TOTALS}
    together = totals.get("all") or totals.get("total") or {}
    empty = totals.get("empty", {}).get("finds", totals.get("negatives_with_output", 0))
    return {"kinds": {kind: counted(counts) for kind, counts in kinds.items()}, "all": counted(together), "finds_on_empty": empty}


def counted(counts: dict[str, Any]) -> dict[str, float]:
    gold, finds = counts.get("gold", 0), counts.get("finds", counts.get("pred", 0))
    found, exact = counts.get("found", counts.get("tp", 0)), counts.get("exact", 0)
    return {
        "gold": gold,
        "finds": finds,
        "precision": share(found, finds),
        "recall": share(found, gold),
        "f1": f1(found, finds - found, gold - found),
        "exact": share(exact, gold),
        "exact_precision": share(exact, finds),
    }


def error_lines(printed: str, kinds: set[str], *, blind: bool) -> list[dict[str, str]]:
    """The scorer's error lines "id | what | kind | words"; of a blind set id, what and kind only."""
    errors = []
    for line in printed.splitlines():
        parts = line.split(" | ", 3)
        if len(parts) == 4 and parts[1] in WHAT and parts[2] in kinds:
            item = {"id": parts[0], "what": parts[1], "kind": parts[2]}
            errors.append(item if blind else {**item, "text": parts[3]})
    return errors
