"""Answers that lean on what was said before: "het volle bedrag betaald", "nee wacht, het was 4 uur"."""

from typing import Any

from bot.claims import shapes
from bot.claims.answer_words import ALL_OF_IT, CORRECTION, THAT_AMOUNT
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, ClaimFile, Heard
from bot.claims.record import Candidate


def corrects(heard: Heard) -> bool:
    return heard.intent == "correct_previous" or bool(CORRECTION.search(heard.text[:200]))


def full_amount(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """ "Het volle bedrag betaald": what was paid is what was asked."""
    m = ALL_OF_IT.search(heard.text)
    paid = next((c for c in candidates if c.field == "ransom_paid" and c.value is True), None)
    here = [c.value for c in candidates if c.field in ("ransom_demand_amount", "ransom_negotiated_amount")]
    asked = here[-1] if here else file.value("ransom_negotiated_amount") or file.value("ransom_demand_amount")
    if not m or paid is None or not asked or any(c.field == "ransom_paid_amount" for c in candidates):
        return []
    return [Candidate("ransom_paid_amount", asked, "derived", 0.8, m.span())]


def that_amount(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """ "Ze willen dat wij dat bedrag betalen": what is claimed is the cost that was told of last."""
    m = THAT_AMOUNT.search(heard.text)
    claimed = any(c.field == "claim_made" and c.value not in (None, "no") for c in candidates)
    costs = [line for line in file.ledger if line.role == "cost" and line.currency and line.head != "ransom"]
    if not m or not claimed or not costs or file.value("demand_amount") or any(c.field == "demand_amount" for c in candidates):
        return []
    last = costs[-1]
    value = {"amount": last.amount, "currency": last.currency, "vat_basis": last.vat_basis}
    return [Candidate("demand_amount", value, "derived", 0.7, m.span())]


_CORRECTABLE: dict[str, tuple[str, ...]] = {
    "duration": ("downtime",),
    "number": ("encrypted_asset_count", "data_subjects_estimate", "insured_client_count", "claimant_employee_count"),
    "money": ("demand_amount", "ransom_paid_amount", "ransom_demand_amount", "contract_fee"),
    "crypto": ("ransom_demand_amount", "ransom_paid_amount"),
    "date": ("incident_discovered_at", "incident_occurred_at", "demand_date", "restored_at"),
    "datetime": ("incident_discovered_at", "incident_occurred_at", "restored_at"),
}


def loose_corrections(
    heard: Heard, usable: list[Annotation], candidates: list[Candidate], file: ClaimFile, correcting: bool
) -> list[Candidate]:
    """ "Nee wacht, het was 4 uur": corrects the field whose old value stands beside it, else the newest of its kind."""
    found: list[Candidate] = []
    for a in usable:
        if (
            not (correcting or a.extra.get("correction"))
            or a.role
            or a.extra.get("taken_back")
            or a.entity not in _CORRECTABLE
            or a.extra.get("noun")
        ):
            continue
        if heard.ask in FIELDS and FIELDS[str(heard.ask)].kind in ("money", "integer", "duration", "date", "datetime", "crypto_or_money"):
            continue
        taken = {c.field for c in candidates}
        names = [n for n in _CORRECTABLE[a.entity] if n not in taken and (file.value(n) is not None or n == "downtime")]
        if not names:
            continue
        olds = [o for o in usable if o.entity == a.entity and o.extra.get("taken_back")]
        match = [n for n in names if any(_in_shape(o) == file.value(n) for o in olds)]
        name = match[0] if match else max(names, key=lambda n: file.fields[n].at if n in file.fields else heard.at)
        value = _in_shape(a)
        if value is not None:
            found.append(Candidate(name, value, "stated", 0.8, (a.start, a.end), True))
    return found


def _in_shape(a: Annotation) -> Any:
    if a.entity == "money":
        return shapes.money(a)
    if a.entity == "crypto":
        return shapes.crypto(a)
    if a.entity == "duration":
        return shapes.duration(a)
    return shapes.count(a) if a.entity == "number" else shapes.moment(a)
