"""Everything the words of one message support, as annotations for the core."""

from typing import Any, Callable, Dict, List, Tuple

from .reading import attack, breach, claim, counts, dates, heads, labels, money, named, people, quoting, ransom, service
from .reading.clauses import Item, Message
from .reading.rules import Findings
from .steps import Steps, at_once

Reader = Callable[[Message, Findings], None]
# In this order: later readers look at what earlier ones found.
READERS: Tuple[Reader, ...] = (
    attack.read,
    ransom.read,
    breach.read,
    claim.read,
    service.read,
    dates.read,
    money.read,
    counts.read,
    people.read,
    named.read,
    heads.read,
    labels.read,
)
_TEMPORAL = ("date", "datetime", "interval")


def annotate(text: str, items: List[Dict[str, Any]], language: str = "nl") -> List[Dict[str, Any]]:
    """The annotations of docs/annotations.md for `text`, in order of position.

    `items` are the values found in it (dicts with kind, start, end, value and, for moments, past and future).
    Offsets count code points of `text`, end exclusive. `language` is nl, nl-NL or nl-BE; both variants are read alike.
    """
    return at_once(annotating(text, items, language))


def annotating(text: str, items: List[Dict[str, Any]], language: str = "nl") -> Steps[List[Dict[str, Any]]]:
    """`annotate` in short steps."""
    if not text.strip():
        return []
    message = Message(text, items)
    found = Findings(message)
    for read in READERS:
        yield
        read(message, found)
    yield
    dates.settle(message.items)
    rows = [_value(item) for item in message.items] + named.on_the_wire(found.rows)
    rows = quoting.settle(message, rows)
    rows.sort(key=lambda r: (r["start"], r["end"], r["entity"], str(r.get("role"))))
    return rows


def _value(item: Item) -> Dict[str, Any]:
    value = item.value
    if item.kind in _TEMPORAL:
        raw = item.raw
        value = {
            "past": raw.get("past") or raw.get("value"),
            "future": raw.get("future") if raw.get("future") not in (True, False) else raw.get("value"),
            "precision": raw.get("precision") or raw.get("grain") or ("minute" if item.kind == "datetime" else "day"),
            "approx": bool(raw.get("approx")),
        }
    row: Dict[str, Any] = {
        "entity": item.kind,
        "start": item.start,
        "end": item.end,
        "value": value,
        "role": item.role,
        "polarity": item.polarity,
        "certainty": item.certainty,
        "confidence": item.confidence,
    }
    if item.raw.get("approx"):
        row["approx"] = True
    row.update({key: item.raw[key] for key in ("register", "extension") if item.raw.get(key)})
    if item.actor:
        row["actor"] = item.actor
    if item.head:
        row["head"] = item.head
    row.update(item.extra)
    return row
