"""The amounts of a message as ledger lines."""

from collections.abc import Iterator

from bot.claims import shapes
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


_ASKED_MONEY = {
    "demand_amount": "claimed",
    "contract_fee": "fee",
    "claimant_annual_turnover": "turnover",
    "insured_annual_turnover": "turnover",
    "ransom_demand_amount": "ransom_demanded",
    "ransom_paid_amount": "ransom_paid",
    "ransom_negotiated_amount": "ransom_negotiated",
    "bi_claimed_amount": "claimed",
    "external_costs": "cost",
    "hardware_costs": "cost",
    "improvement_costs": "cost",
    "bi_extra_costs": "cost",
}


def _asked_role(heard: Heard, a: Annotation) -> str | None:
    return _ASKED_MONEY.get(str(heard.ask)) if a.role is None else None


def _party(a: Annotation, role: str) -> str:
    if role in ("claimed",):
        return "claimant"
    return {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
