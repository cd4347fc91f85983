# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What words that are not the writer's own may still say: evidence, with the right actor, and never who reports.

- log: nothing. Its timestamps are no dates of events, its digits no counts or telephones; a wallet address or a gang's name stays a mention.
- head of a mail, stamp of a chat: nothing, but the date of a letter that claims is the date of the claim.
- note of the attackers: what they ask, where to pay, by when, who they are, that they took or will publish data; no count, no name, no contact.
- mail or chat of the customer: "wij" and "ik" are the customer; amounts are claimed; names and numbers are the customer's; all of it is hearsay.
- the insured's own mail: as if said here.
"""

import re
from typing import Any, Dict, Iterator, List, Optional

from .clauses import Message
from .quoted import Part

Row = Dict[str, Any]
_CONTACTS = ("person", "organisation", "phone", "email", "registration_number")
_MOMENTS = ("date", "datetime", "interval")
_OF_A_NOTE = ("attack_type", "ransomware_family", "leak_threat", "ransom_demanded", "data_exfiltration")
# About the insured's own house: a customer cannot say it for them.
_OWN_AFFAIRS = re.compile(
    r"insured_|reporter_|own_|broker_|policy_|admission_made|measures_taken|preferred_contact|evidence_preserved|security_improved|other_policies|external_experts|desired_outcome|other_clients_affected|circumstance_known"
)
_SWAPPED = {"insured": "claimant", "claimant": "insured"}
_CLAIMS = re.compile(
    r"\b(?:eis(?:en|t)?|vorder\w*|claim\w*|vergoed\w*|schadevergoeding|aansprakelijk\w*|in gebreke|terugbetal\w*|terug\b|kost(?:en|te)? ons|wil(?:len)? (?:ik |wij |we )?|liable|damages|exigeons|réclam\w*|betaal (?:ons|mij)|schade van)\b"
)
_LOCKED = re.compile(r"encrypt|versleutel|locked", re.I)
_TAKEN = re.compile(r"\b(?:stolen|downloaded|exfiltrat\w*|took|copied|gestolen|gekopieerd|gedownload|buitgemaakt)\b", re.I)
_PUBLISH = re.compile(r"\b(?:publish\w*|leak\w*|sell|public|auction|publiceren|lekken|openbaar|online zetten)\b", re.I)


def settle(message: Message, rows: List[Row]) -> List[Row]:
    """`rows` with those inside a quoted part dropped or turned, and a row "quoted" for every part."""
    if not message.parts:
        return rows
    kept: List[Row] = []
    for row in rows:
        part = message.part_at(row["start"])
        turned = row if part is None else _turned(message, row, part)
        if turned is not None:
            kept.append(turned)
    for part in message.parts:
        if part.kind == "note":
            kept.extend(_of_note(message, part, kept))
    kept = [r for r in kept if not _in_head(message, r) or _dates_the_claim(message, r, kept)]
    return [*kept, *_parts(message)]


def _in_head(message: Message, row: Row) -> bool:
    part = message.part_at(row["start"])
    return part is not None and part.head


def _dates_the_claim(message: Message, row: Row, rows: List[Row]) -> bool:
    """Whether a date in the head of a mail is that of a claim; then it gets its role."""
    part = message.part_at(row["start"])
    if part is None or part.speaker != "claimant" or row["entity"] not in _MOMENTS or row.get("role") == "demand_date":
        return False
    claims = any(
        r.get("role") in ("claim_made", "claimed") and (p := message.part_at(r["start"])) is not None and p.kind == "mail" for r in rows
    )
    taken = any(r.get("role") == "demand_date" for r in rows)
    if claims and not taken:
        row.update(role="demand_date", certainty="sure", confidence=0.7)
    return claims and not taken


def _turned(message: Message, row: Row, part: Part) -> Optional[Row]:
    if part.head:
        return {**row, "role": None} if row["entity"] in _MOMENTS else None
    if part.kind == "log":
        return {**row, "role": None} if row["entity"] in ("wallet_address", "ransomware") else None
    if part.speaker == "insured":
        return row
    return _noted(row) if part.kind == "note" else _of_claimant(message, row, part)


def _noted(row: Row) -> Optional[Row]:
    entity, role = row["entity"], row.get("role")
    if entity in ("money", "crypto"):
        return {**_plain(row), "role": "ransom_demanded", "actor": "attacker"}
    if entity in _MOMENTS:
        return row if role == "ransom_deadline" else {**row, "role": None}
    if entity == "wallet_address":
        return {**row, "role": None, "actor": "attacker"}
    if entity in ("fact", "ransomware", "vector", "system"):
        return {**row, "certainty": "doubt"} if role == "data_exfiltration" else row if role in _OF_A_NOTE or role is None else None
    if entity == "loss":
        return row if row.get("role") == "ransom" and row.get("loss_status") == "threatened" else None
    return None if entity in ("policy_number", "number", "duration") else {**row, "role": None}


def _plain(row: Row) -> Row:
    """The row without what ties its role to the insured's own story."""
    return {k: v for k, v in row.items() if k not in ("head", "alt", "needs", "weak", "value_of", "derived", "part_of", "taken_back")}


def _of_claimant(message: Message, row: Row, part: Part) -> Optional[Row]:
    entity, role = row["entity"], row.get("role")
    row = {**row, "certainty": "hearsay" if row.get("certainty") == "sure" else row.get("certainty")}
    if row.get("actor") in _SWAPPED:
        row["actor"] = _SWAPPED[row["actor"]] if row["actor"] == "insured" else row["actor"]
    if entity in _CONTACTS:
        return {**row, "role": "claimant" if role in ("reporter", "insured") else role}
    if entity == "policy_number":
        return None
    if entity == "number":
        return _count(message, row)
    if entity in ("money", "crypto"):
        return _money(message, row, part)
    if entity in _MOMENTS:
        stamp = part.kind == "chat" and row["start"] - part.start < 24
        return {**row, "role": None if stamp or row.get("weak") else role}
    if role is not None and entity != "loss" and _OWN_AFFAIRS.match(str(role)):
        return None
    if (
        isinstance(row.get("value"), str)
        and row["value"] in _SWAPPED
        and role in ("ransom_paid_by", "discovered_by", "restoration_done_by")
    ):
        row["value"] = _SWAPPED[row["value"]]
    return row


def _count(message: Message, row: Row) -> Row:
    role = row.get("role")
    before = message.low[max(0, row["start"] - 60) : row["start"]]
    if row.get("noun") == "employees" and re.search(r"\b(?:wij|we|ik|ons|onze)\b", before):
        return {**row, "role": "claimant_employee_count"}
    return {**row, "role": role if role in ("data_subjects", "claimant_employee_count", "encrypted_asset_count") else None}


def _money(message: Message, row: Row, part: Part) -> Row:
    role = row.get("role")
    sentence = re.split(r"[.!?\n]\s", message.low[max(part.start, row["start"] - 120) : row["start"]])[-1]
    asked = _CLAIMS.search(sentence + message.low[row["start"] : min(part.end, row["end"] + 50)])
    if role in (None, "cost", "offer", "claimed", "info") and asked:
        plain = {k: v for k, v in row.items() if k not in ("weak", "alt", "needs", "part_of")}
        return {**plain, "role": "claimed", "confidence": max(0.8, row.get("confidence", 0.8))}
    return row


def _of_note(message: Message, part: Part, rows: List[Row]) -> Iterator[Row]:
    """What a note says that the Dutch tables cannot read: that files are locked, data taken, publication threatened, money asked."""
    text = message.text[part.start : part.end]
    has = {(r["entity"], r.get("role")) for r in rows}
    if any(r.get("role") == "ransom_demanded" and part.start <= r["start"] < part.end for r in rows if r["entity"] in ("money", "crypto")):
        amount = next(r for r in rows if r.get("role") == "ransom_demanded" and part.start <= r["start"] < part.end)
        yield _fact(amount["start"], amount["end"], "ransom_demanded", True)
    for pattern, role, value, certainty in (
        (_LOCKED, "attack_type", "ransomware", "sure"),
        (_TAKEN, "data_exfiltration", "yes", "doubt"),
        (_PUBLISH, "leak_threat", True, "sure"),
    ):
        m = pattern.search(text)
        if m and ("fact", role) not in has:
            yield _fact(part.start + m.start(), part.start + m.end(), role, value, certainty)


def _fact(start: int, end: int, role: str, value: Any, certainty: str = "sure") -> Row:
    return {"entity": "fact", "start": start, "end": end, "value": value, "role": role, "polarity": "affirmed", "certainty": certainty,
            "actor": "attacker", "confidence": 0.8}  # fmt: skip


def _parts(message: Message) -> Iterator[Row]:
    """One row for every run of parts of one kind and speaker."""
    run: Optional[Part] = None
    for part in message.parts:
        if run and (part.kind, part.speaker) == (run.kind, run.speaker) and not message.text[run.end : part.start].strip():
            run = run._replace(end=part.end)
            continue
        if run:
            yield _as_row(run)
        run = part
    if run:
        yield _as_row(run)


def _as_row(part: Part) -> Row:
    row: Row = {"entity": "quoted", "start": part.start, "end": part.end, "value": part.kind, "confidence": 0.9}
    return row if part.speaker == "machine" else {**row, "actor": part.speaker}
