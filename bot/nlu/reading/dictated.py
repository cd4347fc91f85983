"""Where sentences end in a stretch without punctuation: dictated text, and text typed in one breath."""

from typing import Iterator, List, Tuple

from .tables.dictated import ANAPHOR, FINITE, JOIN, LEFT_OPEN, MAIN

LONG = 26  # words: a shorter stretch is one sentence
SHORT = 4  # words: no sentence is cut off shorter than this


def breaths(low: str, start: int, end: int, inside: List[Tuple[int, int]]) -> Iterator[Tuple[int, int]]:
    """`start:end` cut where a new main clause begins, when it is long and has no marks of its own.

    A clause that points back ("en dat hebben wij betaald") stays with the one it points at; no cut falls in a value (`inside`).
    """
    if len(low[start:end].split()) <= LONG:
        yield start, end
        return
    at = start
    for m in MAIN.finditer(low, start, end):
        cut = m.start("new")
        before = low[at:cut]
        if len(before.split()) < SHORT or any(a < cut < b for a, b in inside):
            continue
        if LEFT_OPEN.search(before) or ANAPHOR.match(low, cut) or not FINITE.search(before):
            continue
        join = JOIN.search(before)
        if join:
            cut = at + join.start(1)
            if len(low[at:cut].split()) < SHORT or not FINITE.search(low[at:cut]):
                continue
        yield at, cut
        at = cut
    if at < end:
        yield at, end


BRIEF = 9  # words: in a shorter clause nothing is parted


def main_clauses(low: str, start: int, end: int, inside: List[Tuple[int, int]]) -> Iterator[Tuple[int, int]]:
    """`start:end` cut before each main clause that follows without a mark: "wij deden niet mee | dat losgeld heeft hij zelf betaald"."""
    at = start
    if len(low[start:end].split()) > BRIEF:
        for m in MAIN.finditer(low, start, end):
            cut, before = m.start("new"), low[at : m.start("new")]
            if len(before.split()) < SHORT or any(a < cut < b for a, b in inside) or LEFT_OPEN.search(before) or JOIN.search(before):
                continue
            if FINITE.search(before):
                yield at, cut
                at = cut
    yield at, end
