"""The amounts of a message as ledger lines."""

import re
from collections.abc import Iterator
from typing import Any

from bot.claims import shapes
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, Assertion, Heard
from bot.claims.record import record, status_of
from bot.claims.scene import Scene, money_role

_RATE = re.compile(r"\b(?:koers|dagkoers|omgerekend|tegenwaarde|omrekening)\b", re.IGNORECASE)
_BORDER = re.compile(r"[!?;\n]|\.(?=\s|$)")
_NEAR = 60  # signs between the amount, the word for a rate, and its date


def lines(heard: Heard, usable: list[Annotation], scene: Scene) -> Iterator[Assertion]:
    for a in usable:
        if a.entity not in ("money", "crypto") or a.extra.get("taken_back"):
            continue
        role = money_role(a, scene) or _asked_role(heard, a)
        if role is None or (a.extra.get("weak") and not scene.attack):
            continue
        value = shapes.crypto(a) if a.entity == "crypto" else shapes.money(a)
        if value is None:
            continue
        line = {
            "head": a.head or ("ransom" if role.startswith("ransom") else None),
            "party": _party(a, role),
            "amount": value["amount"],
            "asset": value.get("asset"),
            "currency": value.get("currency"),
            "vat_basis": value.get("vat_basis", "not_applicable"),
            "at": _rate_at(heard, a, usable),
            "approx": bool(a.extra.get("approx")),
        }
        status, confidence = status_of(a, a.confidence)
        yield record(heard, "money", role, line, status, [(a.start, a.end)], confidence, bool(a.extra.get("correction")))


def _asked_role(heard: Heard, a: Annotation) -> str | None:
    """The role of an amount by itself: that of the open question."""
    asked = FIELDS.get(str(heard.ask))
    return asked.ledger or None if asked is not None and a.role is None else None


def _rate_at(heard: Heard, a: Annotation, usable: list[Annotation]) -> Any:
    """The moment of a rate: the date behind the word for it ("39.746 euro, tegen de koers van 18 november")."""
    if a.entity != "money":
        return None
    behind = heard.text[a.end : a.end + 2 * _NEAR]
    found = _RATE.search(behind, 0, _NEAR)
    if found is None or _BORDER.search(behind, 0, found.start()):
        return None
    ends = _BORDER.search(behind, found.end())
    last = a.end + (ends.start() if ends else len(behind))
    near = [
        d for d in usable if d.entity in ("date", "datetime") and a.end + found.end() <= d.start <= min(last, a.end + found.end() + _NEAR)
    ]
    other = any(m.entity in ("money", "crypto") and a.end <= m.start < a.end + found.start() for m in usable)
    return shapes.moment(near[0]) if near and not other else None


def _party(a: Annotation, role: str) -> str:
    if role in ("claimed",):
        return "claimant"
    return {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
