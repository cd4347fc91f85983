"""The loss heads that a message speaks of, and which of them are claimed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.claims.model import Annotation, Assertion, ClaimFile, Evidence, Heard
from bot.claims.record import record
from bot.claims.scene import Scene


def losses_of(heard: Heard, usable: list[Annotation], scene: Scene) -> Iterator[Assertion]:
    for a in usable:
        if a.entity != "loss" or a.loss_status is None or not a.role:
            continue
        party = {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
        asked_for = heard.ask == "demand_heads" and a.extra.get("topic") and a.loss_status != "absent"  # "het losgeld en zijn omzetverlies"
        value: dict[str, Any] = {"status": "claimed" if asked_for else a.loss_status, "party": "claimant" if asked_for else party}
        for key in ("main", "topic", "part"):
            if a.extra.get(key):
                value[key] = True
        name = a.role
        if a.extra.get("needs") == "paid" and not scene.paid:  # "dat geld terug": which money, the file says
            if not scene.fraud:
                continue
            name = "fraud_theft"
        if a.extra.get("needs") == "breach" and not scene.breach:
            continue
        yield record(heard, "loss", name, value, "stated", [(a.start, a.end)], a.confidence)


def demand_heads(heard: Heard, losses: list[Assertion], money: list[Assertion], file: ClaimFile) -> list[Assertion]:
    """The heads that are claimed here, each with its amount when one stands beside it."""
    entries: dict[str, dict[str, Any]] = {}
    spans: dict[str, list[Evidence]] = {}
    for row in losses:
        if row.value["status"] == "claimed":
            entries.setdefault(row.name, {"head": row.name})
            spans.setdefault(row.name, []).extend(row.evidence)
    for row in money:
        head = row.value["head"]
        if row.name == "claimed" and head and row.value["currency"]:
            entries.setdefault(head, {"head": head})["amount"] = {k: row.value[k] for k in ("amount", "currency", "vat_basis")}
            spans.setdefault(head, []).extend(row.evidence)
    if not entries:
        return []
    quotes = tuple(dict.fromkeys(e for rows in spans.values() for e in rows))
    first = record(heard, "field", "demand_heads", list(entries.values()), "stated", [], 0.8)
    return [replace(first, evidence=quotes)]
