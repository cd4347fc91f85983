"""From what a message says to what is recorded: fields, ledger lines and loss heads, each with its words as evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.claims import bare, shapes
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, Assertion, ClaimFile, Evidence, Heard, SaidBy, Status

SAID_BY: dict[str, SaidBy] = {"insured": "insured", "agent": "caller", "adjuster": "adjuster"}
NOT_SAID = frozenset({"question", "hypothetical", "figurative", "other_case"})
# Weighty facts: a doubt or a rumour is no answer to them.
_FIRM = frozenset({"ransom_paid", "ransom_paid_by", "police_report", "dpa_notified", "claim_made", "ransomware_family", "attack_status", "other_clients_affected"})
_DATES = {
    "occurred": "incident_occurred_at", "discovered": "incident_discovered_at", "informed": "insured_informed_at",
    "action_started": "insured_action_started_at", "contained": "contained_at", "restored": "restored_at", "bi_start": "bi_start_at",
    "bi_end": "bi_end_at", "demand_date": "demand_date", "demand_received": "demand_received_at",
    "demand_deadline": "demand_response_deadline_at", "ransom_deadline": "ransom_deadline_at", "ransom_paid": "ransom_paid_at",
    "contract_start": "contract_start_date",
}  # fmt: skip
_RANSOM = {"ransom_demanded": "ransom_demand_amount", "ransom_negotiated": "ransom_negotiated_amount", "ransom_paid": "ransom_paid_amount"}
_COUNTS = {
    "insured_client_count": "insured_client_count", "claimant_employee_count": "claimant_employee_count",
    "encrypted_asset_count": "encrypted_asset_count", "data_subjects": "data_subjects_estimate",
}  # fmt: skip
_CORRECTION = re.compile(r"^\W*(?:nee,? wacht|wacht|correctie|sorry|ik bedoel|pardon|oh nee|foutje|verbetering)\b|\b(?:nee wacht|ik zeg(?:de)? \S+ \S+ ?,|moet zijn)\b", re.I)


@dataclass
class Candidate:
    """A possible answer to a field, before the best of a message is chosen."""

    field: str
    value: Any
    status: Status
    confidence: float
    span: tuple[int, int]
    correction: bool = False


def interpret(heard: Heard, file: ClaimFile) -> tuple[Assertion, ...]:
    """What this message adds to the file: fields first, then money, then losses, each in order of position."""
    usable = [a for a in heard.annotations if a.certainty not in NOT_SAID]
    correcting = _corrects(heard)
    scene = Scene(file, usable, heard.ask)
    candidates = [*_facts(usable, heard, scene), *_values(usable, heard, file, scene)]
    candidates.extend(_full_amount(heard, candidates, file))
    candidates.extend(_loose_corrections(heard, usable, candidates, file, correcting))
    known = {c.field for c in candidates if c.status not in ("unknown",)}
    if heard.ask in FIELDS and heard.ask not in known:
        candidates.extend(_open_question(heard, usable, file, candidates))
    fields = list(_fields(heard, candidates, correcting))
    money = list(_money(heard, usable, scene))
    losses = list(_losses(heard, usable, scene))
    heads = _demand_heads(heard, losses, money, file)
    return (*fields, *heads, *money, *losses)


def _corrects(heard: Heard) -> bool:
    return heard.intent == "correct_previous" or bool(_CORRECTION.search(heard.text[:200]))


def evidence(heard: Heard, span: tuple[int, int]) -> Evidence:
    """The quote of `span`, held inside the text."""
    start, end = max(0, span[0]), min(len(heard.text), span[1])
    return Evidence(heard.message_id, start, end, heard.text[start:end])


def _assert(heard: Heard, kind: Any, name: str, value: Any, status: Status, spans: Iterable[tuple[int, int]], confidence: float, correction: bool = False) -> Assertion:
    quotes = tuple(dict.fromkeys(e for e in (evidence(heard, s) for s in spans) if e.quote))
    return Assertion(kind, name, value, status, SAID_BY.get(heard.author, "insured"), heard.message_id, heard.at, quotes, round(confidence, 3), correction)


def _status(annotation: Annotation, confidence: float) -> tuple[Status, float]:
    if annotation.certainty == "doubt":
        return "estimated", confidence * 0.6
    if annotation.certainty == "hearsay":
        return "stated", confidence * 0.85
    if annotation.certainty == "estimate" or annotation.extra.get("approx"):
        return "estimated", confidence * 0.95
    return "stated", confidence


class Scene:
    """What the file and this message together speak of: extortion (so "betaald" means the ransom), an attack, a claim."""

    def __init__(self, file: ClaimFile, usable: list[Annotation], ask: str | None) -> None:
        kinds = set(file.value("attack_type") or [])
        said = [a for a in usable if a.entity == "fact" and a.polarity == "affirmed"]
        kinds |= {a.value for a in said if a.role == "attack_type"}
        names = {a.role for a in said if a.value is not None and not a.extra.get("needs")}
        demands = any(a.role == "ransom_demanded" and a.entity in ("money", "crypto") and not a.extra.get("alt") for a in usable)
        self.ransom = bool(
            file.value("ransom_demanded") or file.value("ransom_demand_amount") or "ransomware" in kinds or file.value("ransomware_family") or demands
            or names & {"ransom_demanded", "ransomware_family"} or str(ask).startswith("ransom")
        )  # fmt: skip
        self.attack = self.ransom or bool(kinds & {"data_theft", "ddos", "malware"})
        self.fraud = "invoice_or_ceo_fraud" in kinds
        self.breach = "data_theft" in kinds or file.value("data_exfiltration") in ("yes", "suspected") or "data_exfiltration" in names
        self.ransom = self.ransom or (self.attack and any(a.role == "ransom_demanded" for a in usable))
        self.claim = file.value("claim_made") not in (None, "no") or "claim_made" in names or ask in ("demand_amount", "claim_made", "demand_heads")


_NEGATIVE = {
    ("data_exfiltration", "yes"): "no", ("backups_affected", "all"): "none", ("backups_affected", "some"): "none",
    ("restoration_status", "done"): "in_progress",
}  # fmt: skip
_OBJECTS = {"police_report": "filed", "dpa_notified": "done", "csirt_notified": "done"}


def _facts(usable: list[Annotation], heard: Heard, scene: Scene) -> Iterator[Candidate]:
    for a in usable:
        if a.entity != "fact" or a.role not in FIELDS:
            continue
        if a.extra.get("needs") == "ransom" and not scene.ransom:
            continue
        if a.extra.get("extra_if") and a.extra["extra_if"] != heard.ask:
            continue
        span = (a.start, a.end)
        if a.value is None or a.extra.get("unknown"):
            yield Candidate(a.role, None, "unknown", 0.7, span)
            continue
        if a.certainty == "doubt" and a.role in _FIRM:
            continue
        value = _fact_value(a)
        if value is None:
            continue
        status, confidence = _status(a, a.confidence)
        if a.role == "data_exfiltration" and value == "yes" and a.certainty == "doubt":
            value, status, confidence = "suspected", "stated", a.confidence * 0.8
        yield Candidate(a.role, value, status, confidence, span, bool(a.extra.get("correction")))


def _fact_value(a: Annotation) -> Any:
    kind, denied = FIELDS[str(a.role)].kind, a.polarity == "negated"
    if a.role in _OBJECTS:
        return {_OBJECTS[str(a.role)]: not denied}
    if kind == "bool":
        return (a.value is True) != denied
    if denied:
        return _NEGATIVE.get((str(a.role), a.value)) if isinstance(a.value, str) else None
    if kind == "enum_multi":
        return [a.value]
    if a.role == "measures_taken":
        return [{"action": a.value, "by": "insured"}]
    return a.value


def _values(usable: list[Annotation], heard: Heard, file: ClaimFile, scene: Scene) -> Iterator[Candidate]:
    for a in usable:
        if a.extra.get("taken_back") or a.extra.get("part_of"):
            continue
        for field, value in _roles(a, heard, file, scene):
            if value is None or field not in FIELDS:
                continue
            status, confidence = _status(a, a.confidence)
            if a.extra.get("derived"):
                status = "derived" if status == "stated" else status
            yield Candidate(field, value, status, confidence, (a.start, a.end), bool(a.extra.get("correction")))


def money_role(a: Annotation, scene: Scene) -> str | None:
    """The role of an amount, with the file in view where the words leave two."""
    if a.extra.get("needs") == "ransom" and not scene.ransom:
        return None
    if a.extra.get("needs") == "claim" and not scene.claim and scene.attack:
        return None
    if a.extra.get("alt") and not scene.attack:
        return str(a.extra["alt"])
    return a.role


def _occurred(a: Annotation) -> bool:
    return a.role == "occurred" and not a.extra.get("weak")


def _roles(a: Annotation, heard: Heard, file: ClaimFile, scene: Scene) -> Iterator[tuple[str, Any]]:
    if a.entity in ("date", "datetime", "interval") and a.role in _DATES:
        if a.extra.get("weak") and (heard.ask in FIELDS or file.value("incident_occurred_at") or any(_occurred(x) for x in heard.annotations)):
            return
        yield _DATES[a.role], shapes.moment(a, future=a.role.endswith("deadline"))
    elif a.entity == "duration" and a.role == "downtime":
        if a.confidence >= 0.6 or file.value("incident_occurred_at") or file.value("attack_type") or heard.ask == "downtime":
            yield "downtime", shapes.duration(a)
    elif a.entity in ("money", "crypto"):
        yield from _amount(a, heard, scene)
    elif a.entity == "number" and a.role in _COUNTS and not (a.extra.get("needs") == "breach" and not scene.breach):
        yield _COUNTS[a.role], shapes.count(a)
    elif a.entity == "number" and a.role == "other_clients":
        yield "other_clients_affected", (shapes.count(a) or 0) > 0
    elif a.entity == "number" and a.extra.get("noun") == "employees" and a.actor == "insured":
        return
    elif a.entity in ("email", "phone") and a.role == "reporter":
        yield f"reporter_{a.entity}", a.value
    elif a.entity == "person" and a.role == "reporter":
        yield "reporter_name", a.value
    elif a.entity == "person" and a.role == "claimant":
        yield "claimant_contact", {"name": a.value}
    elif a.entity == "organisation" and a.role in ("insured", "claimant"):
        yield f"{a.role}_legal_name", a.value
    elif a.entity == "registration_number" and a.role in ("insured", "claimant"):
        yield f"{a.role}_registration_number", a.value
    elif a.entity == "policy_number":
        yield "policy_number", a.value
    elif a.entity == "wallet_address":
        yield "wallet_address", a.value


def _amount(a: Annotation, heard: Heard, scene: Scene) -> Iterator[tuple[str, Any]]:
    role = money_role(a, scene)
    if role in _RANSOM and not (a.extra.get("weak") and not (scene.attack or heard.ask in _RANSOM.values())):
        if a.extra.get("weak") and heard.ask in FIELDS and heard.ask != "ransom_demand_amount":
            return
        if not a.extra.get("value_of"):
            yield _RANSOM[role], shapes.coin_or_money(a)
    elif role == "claimed" and a.entity == "money" and (a.head is None or a.extra.get("total")):
        yield "demand_amount", shapes.money(a)
    elif role == "fee" and a.entity == "money":
        value = shapes.money(a)
        yield "contract_fee", {**value, "period": a.extra.get("period", "P1Y")} if value else None
    elif role == "turnover" and a.entity == "money":
        yield ("insured_annual_turnover" if a.actor == "insured" else "claimant_annual_turnover"), shapes.money(a)


_ALL_OF_IT = re.compile(r"\b(?:vol(?:le|ledige?)|hele|gehele|gevraagde|geeiste|geëiste|totale) (?:bedrag|som|losgeld|pond)\b|\b(?:dat|die|dit|het) (?:bedrag |geld |bitcoins? )?(?:[\w-]+ ){0,5}?betaald\b|\bvolledig betaald\b|\balles betaald\b", re.I)


def _full_amount(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """"Het volle bedrag betaald": what was paid is what was asked."""
    m = _ALL_OF_IT.search(heard.text)
    paid = next((c for c in candidates if c.field == "ransom_paid" and c.value is True), None)
    here = [c.value for c in candidates if c.field in ("ransom_demand_amount", "ransom_negotiated_amount")]
    asked = here[-1] if here else file.value("ransom_negotiated_amount") or file.value("ransom_demand_amount")
    if not m or paid is None or not asked or any(c.field == "ransom_paid_amount" for c in candidates):
        return []
    return [Candidate("ransom_paid_amount", asked, "derived", 0.8, m.span())]


_CORRECTABLE: dict[str, tuple[str, ...]] = {
    "duration": ("downtime",), "number": ("encrypted_asset_count", "data_subjects_estimate", "insured_client_count", "claimant_employee_count"),
    "money": ("demand_amount", "ransom_paid_amount", "ransom_demand_amount", "contract_fee"), "crypto": ("ransom_demand_amount", "ransom_paid_amount"),
    "date": ("incident_discovered_at", "incident_occurred_at", "demand_date", "restored_at"),
    "datetime": ("incident_discovered_at", "incident_occurred_at", "restored_at"),
}  # fmt: skip


def _loose_corrections(heard: Heard, usable: list[Annotation], candidates: list[Candidate], file: ClaimFile, correcting: bool) -> list[Candidate]:
    """"Nee wacht, het was 4 uur": a new value without a role corrects the field whose old value stands beside it, else the newest of its kind."""
    found: list[Candidate] = []
    for a in usable:
        if not (correcting or a.extra.get("correction")) or a.role or a.extra.get("taken_back") or a.entity not in _CORRECTABLE or a.extra.get("noun"):
            continue
        if heard.ask in FIELDS and FIELDS[str(heard.ask)].kind in ("money", "integer", "duration", "date", "datetime", "crypto_or_money"):
            continue
        names = [n for n in _CORRECTABLE[a.entity] if file.value(n) is not None and n not in {c.field for c in candidates}]
        if not names:
            continue
        olds = [o for o in usable if o.entity == a.entity and o.extra.get("taken_back")]
        match = [n for n in names if any(_in_shape(o) == file.value(n) for o in olds)]
        name = match[0] if match else max(names, key=lambda n: file.fields[n].at)
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


def _open_question(heard: Heard, usable: list[Annotation], file: ClaimFile, candidates: list[Candidate]) -> list[Candidate]:
    found = bare.answer(heard, usable, file, others=len([c for c in candidates if c.status != "unknown"]))
    return [] if found is None else [Candidate(str(heard.ask), found.value, found.status, found.confidence, found.span)]


def _fields(heard: Heard, candidates: list[Candidate], correcting: bool) -> Iterator[Assertion]:
    by: dict[str, list[Candidate]] = {}
    for c in candidates:
        by.setdefault(c.field, []).append(c)
    for name, rows in by.items():
        said = [c for c in rows if c.status != "unknown"]
        if not said:
            yield _assert(heard, "field", name, None, "unknown", [rows[0].span], rows[0].confidence)
            continue
        corrected = correcting or any(c.correction for c in said)
        kind = FIELDS[name].kind
        if kind in ("enum_multi", "object_list", "money_list", "country_list"):
            yield _merged(heard, name, said, corrected and kind == "enum_multi" and len(said) == 1)
        elif kind == "text":
            spans = sorted({c.span for c in said})
            text = "; ".join(dict.fromkeys(str(c.value) for c in sorted(said, key=lambda c: c.span)))
            yield _assert(heard, "field", name, text, said[0].status, spans, max(c.confidence for c in said))
        else:
            best = _best(said)
            yield _assert(heard, "field", name, best.value, best.status, [c.span for c in said if c.value == best.value], best.confidence, corrected)


def _best(rows: list[Candidate]) -> Candidate:
    corrections = [c for c in rows if c.correction]
    return corrections[-1] if corrections else max(rows, key=lambda c: (c.confidence, -c.span[0]))


def _merged(heard: Heard, name: str, rows: list[Candidate], correction: bool) -> Assertion:
    values: list[Any] = []
    for c in rows:
        for v in c.value if isinstance(c.value, list) else [c.value]:
            if v not in values:
                values.append(v)
    status: Status = "stated" if any(c.status == "stated" for c in rows) else rows[0].status
    return _assert(heard, "field", name, values, status, [c.span for c in rows], max(c.confidence for c in rows), correction)


def _money(heard: Heard, usable: list[Annotation], scene: Scene) -> Iterator[Assertion]:
    for a in usable:
        if a.entity not in ("money", "crypto") or a.extra.get("taken_back"):
            continue
        role = money_role(a, scene) or _asked_role(heard, a)
        if role is None or (a.extra.get("weak") and not scene.attack):
            continue
        value = shapes.crypto(a) if a.entity == "crypto" else shapes.money(a)
        if value is None:
            continue
        line = {"head": a.head or ("ransom" if role.startswith("ransom") else None), "party": _party(a, role), "amount": value["amount"],
                "asset": value.get("asset"), "currency": value.get("currency"), "vat_basis": value.get("vat_basis", "not_applicable"),
                "at": None, "approx": bool(a.extra.get("approx"))}  # fmt: skip
        status, confidence = _status(a, a.confidence)
        yield _assert(heard, "money", role, line, status, [(a.start, a.end)], confidence, bool(a.extra.get("correction")))


_ASKED_MONEY = {"demand_amount": "claimed", "contract_fee": "fee", "claimant_annual_turnover": "turnover", "insured_annual_turnover": "turnover",
                "ransom_demand_amount": "ransom_demanded", "ransom_paid_amount": "ransom_paid", "ransom_negotiated_amount": "ransom_negotiated",
                "bi_claimed_amount": "claimed", "external_costs": "cost", "hardware_costs": "cost", "improvement_costs": "cost", "bi_extra_costs": "cost"}  # fmt: skip


def _asked_role(heard: Heard, a: Annotation) -> str | None:
    return _ASKED_MONEY.get(str(heard.ask)) if a.role is None else None


def _party(a: Annotation, role: str) -> str:
    if role in ("claimed",):
        return "claimant"
    return {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")


def _losses(heard: Heard, usable: list[Annotation], scene: Scene) -> Iterator[Assertion]:
    for a in usable:
        if a.entity != "loss" or a.loss_status is None or not a.role:
            continue
        party = {"insured": "insured", "claimant": "claimant", "third_party": "third_party"}.get(str(a.actor), "unknown")
        value = {"status": a.loss_status, "party": party}
        for key in ("main", "topic"):
            if a.extra.get(key):
                value[key] = True
        name = a.role
        if a.extra.get("needs") == "ransom" and not scene.ransom:  # "dat geld terug": which money, the file says
            if not scene.fraud:
                continue
            name = "fraud_theft"
        yield _assert(heard, "loss", name, value, "stated", [(a.start, a.end)], a.confidence)


def _demand_heads(heard: Heard, losses: list[Assertion], money: list[Assertion], file: ClaimFile) -> list[Assertion]:
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
    first = _assert(heard, "field", "demand_heads", list(entries.values()), "stated", [], 0.8)
    return [replace(first, evidence=quotes)]
