"""The amounts of a message as ledger lines."""

from collections.abc import Iterator

from bot.claims import shapes
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, Assertion, Heard
from bot.claims.record import record, status_of
from bot.claims.scene import Scene, money_role


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
            "at": None,
            "approx": bool(a.extra.get("approx")),
        }
        status, confidence = status_of(a, a.confidence)
        yield record(heard, "money", role, line, status, [(a.start, a.end)], confidence, bool(a.extra.get("correction")))


def _asked_role(heard: Heard, a: Annotation) -> str | None:
    """The role of an amount by itself: that of the open question."""
    asked = FIELDS.get(str(heard.ask))
    return asked.ledger or None if asked is not None and a.role is None else None


def _party(a: Annotation, role: str) -> str:
    if role in ("claimed",):
        return "claimant"
    return {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
