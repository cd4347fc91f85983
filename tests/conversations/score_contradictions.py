"""Scores what does not fit: pairs of messages that contradict each other, and near-misses that do not.

    python -m tests.conversations.score_contradictions FOLDER [--errors]

FOLDER holds `contradictions.jsonl` and `near_misses.jsonl`; a row is {"id", "kind", "language", "messages": [{"author", "at", "text",
"ask"?}], "fields"?}. The messages go through `make replay`, so through the real Rasa. A pair is found when its claim file has an open
contradiction, or a contradicted field, that touches one of the row's fields; a near-miss with any of them is a false alarm. Only
totals and counts per kind are printed; `--errors` adds the texts of what went wrong, for sets that may be read.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one set: `right` of `of` per kind, and the rows that went wrong, each with what was open."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Row, list[str]]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right.total() / max(1, self.of.total())

    def lines(self, title: str, *, errors: bool) -> list[str]:
        kinds = [f"  {kind}: {self.right[kind]}/{self.of[kind]}" for kind in sorted(self.of)]
        texts = [f"  {row['id']} {row['kind']} {found}: " + " // ".join(m["text"] for m in row["messages"]) for row, found in self.wrong]
        return [f"{title}: {self.right.total()}/{self.of.total()} ({self.share:.3f})", *kinds, *(texts if errors else ())]


def read(path: pathlib.Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def transcript(row: Row) -> Row:
    """The row as a line for replay; its messages get ids when they have none."""
    messages = [{"id": f"{row['id']}-{i}", **message} for i, message in enumerate(row["messages"])]
    return {"id": row["id"], "language": row.get("language", "nl-NL"), "messages": messages}


def replayed(rows: list[Row]) -> list[Row]:
    """The claim file of each row, in order."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "in.jsonl"), pathlib.Path(folder, "out.jsonl")
        source.write_text("".join(json.dumps(transcript(row), ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "bot.cli", "replay", str(source), str(target)], cwd=ROOT, check=True, capture_output=True)
        return [json.loads(line)["claim_file"] for line in target.read_text(encoding="utf-8").splitlines()]


def disputed(claim_file: Row) -> dict[str, set[str]]:
    """The fields that each open contradiction touches, by its id; a contradicted field counts as one."""
    found = {c["id"]: set(c["fields"]) for c in claim_file["contradictions"] if not c["resolved"]}
    for name, state in claim_file["fields"].items():
        if state["status"] == "contradicted":
            found.setdefault(f"two_answers:{name}", set()).add(name)
    return found


def score(pairs: list[Row], near: list[Row], files: list[Row]) -> tuple[Score, Score]:
    """`files` are the claim files of the pairs and then of the near-misses."""
    recall, quiet = Score(), Score()
    for row, claim_file in zip(pairs + near, files, strict=True):
        found = disputed(claim_file)
        is_pair = bool(row.get("fields"))
        good = any(touched & set(row["fields"]) for touched in found.values()) if is_pair else not found
        into = recall if is_pair else quiet
        into.of[row["kind"]] += 1
        if good:
            into.right[row["kind"]] += 1
        else:
            into.wrong.append((row, sorted(found)))
    return recall, quiet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--errors", action="store_true", help="also print the texts of what went wrong")
    args = parser.parse_args()
    pairs, near = read(args.folder / "contradictions.jsonl"), read(args.folder / "near_misses.jsonl")
    recall, quiet = score(pairs, near, replayed(pairs + near))
    sys.stdout.write(
        "\n".join([*recall.lines("pairs found", errors=args.errors), *quiet.lines("near-misses left alone", errors=args.errors)]) + "\n"
    )


if __name__ == "__main__":
    main()
