"""The labelled sets, found by what stands in them and not by a list: a new folder in tests/blind joins the report by being there."""

import hashlib
import json
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
DEV, BLIND = CASES / "dev", ROOT / "tests" / "blind"
TEMPORAL_KINDS = {"date", "datetime", "interval", "duration", "money", "crypto", "number"}
Row = dict[str, Any]


@dataclass(frozen=True)
class LabelledSet:
    """One file of labelled rows. `use` says which scorer reads it: temporal, intents, entities, cases, or none.

    `key` is its name in pages and figures: that of its folder, with the file's own where the folder has more for one scorer.
    """

    key: str
    path: pathlib.Path
    use: str
    rows: list[Row]
    blind: bool

    def facts(self) -> dict[str, Any]:
        """What tells two versions of a file apart: how many rows, and the first digits of its hash."""
        return {"file": file_name(self.path), "rows": len(self.rows), "sha256": hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]}


def file_name(path: pathlib.Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def use_of(rows: list[Row]) -> str:
    """Which scorer can judge these rows, from their keys and the kinds of their golds."""
    if not rows:
        return "none"
    if all(isinstance(row.get("intent"), str) and "text" in row for row in rows):
        return "intents"
    if all("opening" in row and isinstance(row.get("gold"), dict) for row in rows):
        return "cases"
    if not all("text" in row and isinstance(row.get("gold"), list) for row in rows):
        return "none"
    golds = [gold for row in rows for gold in row["gold"]]
    if not all({"kind", "start", "end", "value"} <= set(gold) for gold in golds):
        return "none"
    if all("reference" in row for row in rows) and all(gold["kind"] in TEMPORAL_KINDS for gold in golds):
        return "temporal"
    return "entities" if golds else "none"


def read(path: pathlib.Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def discover(dev: pathlib.Path = DEV, blind: pathlib.Path = BLIND) -> list[LabelledSet]:
    """Every .jsonl of the development folder, the blind folder and the folders in it; development first, then by name."""
    return [*_folder("dev", dev, False), *_folder("blind", blind, True), *_subfolders(blind)]


def _subfolders(blind: pathlib.Path) -> Iterator[LabelledSet]:
    for folder in sorted(path for path in blind.iterdir() if path.is_dir()):
        yield from _folder(f"blind/{folder.name}", folder, True)


def _folder(name: str, folder: pathlib.Path, blind: bool) -> Iterator[LabelledSet]:
    files = [(path, read(path)) for path in sorted(folder.glob("*.jsonl"))]
    uses = [use_of(rows) for _, rows in files]
    for (path, rows), use in zip(files, uses, strict=True):
        key = name if uses.count(use) == 1 else f"{name}:{path.stem}"
        yield LabelledSet(key, path, use, rows, blind)
