"""Which head an amount in a list belongs to: its own words, or the noun that stands nearest."""

import re
from typing import List, Optional, Tuple

from .clauses import Item, Sentence, once_for_each
from .tables.money import HEADS

_PART_BEFORE = re.compile(r"[,;)]|\s(?:en|plus|alsook|\+|&)\s|\bmaar\b")
_PART = re.compile(r"[,;:()]|\s(?:en|plus|alsook|\+|&)\s|\bmaar\b")


@once_for_each
def own_words(sentence: Sentence, item: Item, amounts: List[Item]) -> Tuple[Tuple[int, int], Tuple[int, int]]:
    """Where the words of one amount of a list stand, in the sentence: behind it up to the next part, and before it from the last."""
    low, start, end = sentence.low, item.start - sentence.start, item.end - sentence.start
    left = max([0] + [o.end - sentence.start for o in amounts if o.end <= item.start])
    right = min([len(low)] + [o.start - sentence.start for o in amounts if o.start >= item.end])
    cut = _PART.search(low, end, right)
    cuts = [m.end() for m in _PART_BEFORE.finditer(low, left, start)]
    return (end, cut.start() if cut else right), (cuts[-1] if cuts else left, start)


def _head_in(low: str, span: Tuple[int, int], last: bool = False) -> Optional[str]:
    """The head named first (or last) in a stretch of the sentence."""
    rows = [(m.start(), -m.end(), head) for head, regex in HEADS for m in regex.finditer(low, *span)]
    if not rows:
        return None
    return (max(rows) if last else min(rows))[2]


@once_for_each
def listed_head(sentence: Sentence, item: Item, amounts: List[Item]) -> Tuple[Optional[str], Tuple[int, int]]:
    """The head of an amount among others: of the words that follow it, else of those before it; and where they stand."""
    behind, ahead = own_words(sentence, item, amounts)
    head = _head_in(sentence.low, behind)
    return (head, behind) if head else (_head_in(sentence.low, ahead, last=True), ahead)


def nearest_head(sentence: Sentence, item: Item, amounts: List[Item]) -> Optional[str]:
    """The head of an amount: in a list of amounts by its own words, else the one whose noun stands nearest."""
    taken: List[Tuple[int, int]] = []
    if len(amounts) > 1:
        own, _ = listed_head(sentence, item, amounts)
        if own:
            return own
        taken = [span for o in amounts if o is not item for head, span in [listed_head(sentence, o, amounts)] if head]
    at = item.start - sentence.start
    low = sentence.low
    left = max([0] + [o.end - sentence.start for o in amounts if o.end <= item.start])
    right = min([len(low)] + [o.start - sentence.start for o in amounts if o.start >= item.end])
    best: Tuple[int, Optional[str]] = (10**6, None)
    for head, regex in HEADS:
        for m in regex.finditer(low, left, right):
            if any(a <= m.start() < b for a, b in taken):
                continue  # a neighbour's words
            distance = min(abs(at - m.end()), abs(m.start() - (item.end - sentence.start)))
            if re.search(r"[(:]", low[min(m.start(), at) : max(m.end(), at)]):
                distance += 8
            if ";" in low[min(m.start(), at) : max(m.end(), at)]:
                distance += 60
            if distance < best[0]:
                best = (distance, head)
    return best[1] if best[0] < 75 else None
