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
_NEAR = 60  # signs between the word for a rate and its date
_A_SENTENCE = 600


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
    """The moment of a rate: the date in the sentence that says what coins were worth ("39.746 euro, tegen de koers van 18 november")."""
    start, end = max(heard.text.rfind(sign, 0, a.start) for sign in "!?;\n") + 1, heard.text.find("\n", a.end)
    around = heard.text[start : end if end >= 0 else len(heard.text)]
    found = _RATE.search(around) if a.entity == "money" and len(around) < _A_SENTENCE else None
    if found is None:
        return None
    near = [d for d in usable if d.entity in ("date", "datetime") and 0 <= d.start - start - found.start() <= _NEAR]
    return shapes.moment(near[0]) if near else None


def _party(a: Annotation, role: str) -> str:
    if role in ("claimed",):
        return "claimant"
    return {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
