"""Evidence in the transcript: a message cut at every border of a quote, so that a value can point at its own words.

Offsets count code points of the stored text, end exclusive. Quotes may overlap; every quote begins at the start of a piece,
so `anchor` of its start is the place to link to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a message's text. `marked` when at least one quote covers it; `id` when a quote begins here."""

    text: str
    start: int
    end: int
    marked: bool
    id: str = ""


def anchor(order: int, start: int) -> str:
    """The id in the page of the words that begin at `start` of the `order`-th message."""
    return f"w{order}-{start}"


def cut(text: str, spans: Iterable[tuple[int, int]], order: int) -> tuple[Piece, ...]:
    """`text` in pieces, none empty, that together are `text` again; spans outside it are ignored."""
    inside = sorted({(start, end) for start, end in spans if 0 <= start < end <= len(text)})
    borders = sorted({0, len(text), *(start for start, _ in inside), *(end for _, end in inside)})
    starts = {start: last for start, last in inside}  # the spans are sorted: of those that begin together the longest stays
    pieces, covered = [], 0
    for start, end in pairwise(borders):
        covered = max(covered, starts.get(start, 0))  # up to where a quote that began before or here reaches
        pieces.append(Piece(text[start:end], start, end, end <= covered, anchor(order, start) if start in starts else ""))
    return tuple(pieces)


def all_evidence(claim: Any) -> list[Mapping[str, Any]]:
    """Every evidence object anywhere in a claim file, the transcript left out."""
    found: list[Mapping[str, Any]] = []
    todo = [value for key, value in claim.items() if key != "transcript"]
    while todo:
        value = todo.pop()
        if isinstance(value, Mapping):
            if {"message_id", "start", "end"} <= value.keys():
                found.append(value)
            else:
                todo.extend(value.values())
        elif isinstance(value, list | tuple):
            todo.extend(value)
    return found
