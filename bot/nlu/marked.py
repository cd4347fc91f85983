"""Sentences with their names marked, as in data/names: "Ik ben [P:Luc Maes] van [O:Maes Informatica] in [L:Mol]"."""

import re
from pathlib import Path
from typing import Iterator, List, NamedTuple, Tuple

LABELS = {"P": "person", "O": "organisation", "L": "place", "S": "system", "R": "ransomware"}
_MARK = re.compile(r"\[([POLSR]):([^\]]+)\]")


class Marked(NamedTuple):
    """A sentence and its names as (start, end, label), by place."""

    text: str
    names: List[Tuple[int, int, str]]


def parse(line: str) -> Marked:
    """The sentence without its marks, with what they marked."""
    text, names, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        names.append((len(text), len(text) + len(mark.group(2)), LABELS[mark.group(1)]))
        text += mark.group(2)
        at = mark.end()
    return Marked(text + line[at:], names)


def read(folder: Path, *, heldout: bool) -> Iterator[Marked]:
    """The sentences of the writers kept apart for measuring (`heldout` in the file's name), or those of all others."""
    for path in sorted(folder.glob("*.txt")):
        if ("heldout" in path.name) == heldout:
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    yield parse(line.strip())
