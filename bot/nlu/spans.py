"""The one place that decides when two findings claim the same words.

`apart` keeps, of findings that overlap, the one of the strongest kind; among equals the longer, then the earlier. The order, and why:

1. what carries a check or an unmistakable shape: wallet, e-mail, IBAN, VAT, KBO. A row of digits inside one is part of it;
2. numbers that their word names: KvK, policy number. The word says that they are neither telephone nor amount;
3. telephone numbers: `phones` gives only those that the numbering plan knows, and none with the shape of a date or an amount;
4. moments, lengths of time and amounts, as the grammars read them;
5. bare numbers. Whatever else a digit belongs to, it is not counted as well.
"""

from bisect import bisect_left
from typing import Any, Callable, Dict, Iterable, List, Tuple, TypeVar

STRENGTH: Dict[str, int] = {
    **dict.fromkeys(("wallet", "wallet_address", "email", "iban", "vat", "kbo", "registration_number"), 0),
    **dict.fromkeys(("kvk", "policy_number"), 1),
    "phone": 2,
    **dict.fromkeys(("money", "crypto", "date", "datetime", "interval", "duration"), 3),
    "number": 4,
}
_WEAKEST = max(STRENGTH.values()) + 1
One = TypeVar("One")


def apart(items: Iterable[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """`items` (dicts with kind, start and end) without overlap, by place; which of two stays says the head of this module."""
    return disjoint(
        items,
        span=lambda item: (item["start"], item["end"]),
        rank=lambda item: (STRENGTH.get(item["kind"], _WEAKEST), item["start"] - item["end"], item["start"]),
    )


def disjoint(items: Iterable[One], *, span: Callable[[One], Tuple[int, int]], rank: Callable[[One], Any]) -> List[One]:
    """The items in order of `rank`, each kept when its span touches none kept before it; returned by place. n log n."""
    starts: List[int] = []
    kept: List[Tuple[int, int, One]] = []
    for item in sorted(items, key=rank):
        start, end = span(item)
        at = bisect_left(starts, start)
        if (at and kept[at - 1][1] > start) or (at < len(kept) and kept[at][0] < end):
            continue
        starts.insert(at, start)
        kept.insert(at, (start, end, item))
    return [item for _, _, item in kept]
