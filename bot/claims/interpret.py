"""From what a message says to what is recorded: fields, ledger lines and loss heads, each with its words as evidence."""

import re
from collections.abc import Iterator
from typing import Any

from bot.claims import asked, bare, names, shapes
from bot.claims.amounts import lines
from bot.claims.answer_words import STOPPED
from bot.claims.corrections import again, corrected_lines, corrects, full_amount, loose_corrections, that_amount, without_taken_back
from bot.claims.elsewhere import answered_elsewhere, matter
from bot.claims.fields import FIELDS
from bot.claims.heard_losses import demand_heads, losses_of
from bot.claims.heeding import around, own_words, telling
from bot.claims.introductions import introduced, numbers_apart
from bot.claims.model import Annotation, Assertion, ClaimFile, Heard, Status
from bot.claims.record import Candidate, record, status_of
from bot.claims.scene import Scene, money_role

NOT_SAID = frozenset({"question", "hypothetical", "figurative", "other_case"})
# Weighty facts: a doubt or a rumour is no answer to them.
_FIRM = frozenset(
    {
        "ransom_paid",
        "ransom_paid_by",
        "police_report",
        "dpa_notified",
        "claim_made",
        "ransomware_family",
        "attack_status",
        "other_clients_affected",
    }
)
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


def interpret(heard: Heard, file: ClaimFile) -> tuple[Assertion, ...]:
    """What this message adds to the file: fields first, then money, then losses, each in order of position."""
    told = telling(asked.without(heard))
    usable = [a for a in told.annotations if a.certainty not in NOT_SAID]
    own = own_words(told)  # for what is read in the text itself; annotations know their speaker
    correcting = corrects(own)
    usable = without_taken_back(told, numbers_apart(told, usable), correcting)
    scene = Scene(file, usable, heard.ask)
    candidates = [*_facts(usable, told, scene), *_values(usable, told, file, scene)]
    candidates.extend(full_amount(told, candidates, file))
    candidates.extend(that_amount(told, candidates, file))
    corrected = loose_corrections(told, usable, candidates, file, correcting)
    candidates.extend(corrected)
    candidates.extend(introduced(own, usable, candidates, file))
    if told.text.strip() and not corrected:
        candidates.extend(_open_question(own if own.text.strip() else told, usable, file, candidates))
    fields = list(_fields(heard, candidates, correcting))
    money = _money(heard, usable, scene, corrected, file, correcting)
    losses = list(losses_of(heard, usable, scene))
    heads = demand_heads(heard, losses, money, file)
    return (*fields, *heads, *money, *losses)


def _money(
    heard: Heard, usable: list[Annotation], scene: Scene, corrected: list[Candidate], file: ClaimFile, correcting: bool
) -> list[Assertion]:
    """The ledger lines of a message; an amount that corrects a field takes the role of that field."""
    spans = {c.span for c in corrected}
    rows = [again(row, file, correcting) for row in lines(heard, [a for a in usable if (a.start, a.end) not in spans], scene)]
    known = {row.name for row in rows}
    return rows + [
        record(heard, "money", role, v, c.status, [c.span], c.confidence, True) for c, role, v in corrected_lines(corrected, known, file)
    ]


_NEGATIVE = {
    ("data_exfiltration", "yes"): "no", ("backups_affected", "all"): "none", ("backups_affected", "some"): "none",
    ("restoration_status", "done"): "in_progress",
}  # fmt: skip


def _facts(usable: list[Annotation], heard: Heard, scene: Scene) -> Iterator[Candidate]:
    for a in usable:
        if not a.is_fact or a.role not in FIELDS:
            continue
        if a.extra.get("needs") == "ransom" and not scene.ransom:
            continue
        if a.extra.get("extra_if") and a.extra["extra_if"] != heard.ask:
            continue
        span, name = (a.start, a.end), str(a.role)
        if a.value is None or a.extra.get("unknown"):
            yield Candidate(name, None, "unknown", 0.7, span)
            continue
        if a.certainty == "doubt" and a.role in _FIRM:
            continue
        value = _fact_value(a)
        if value is None:
            continue
        if name == "attack_status" and value in ("stopped", "restored") and not STOPPED.search(around(heard.text, span)):
            name, value = "measures_taken", [{"action": around(heard.text, span).strip(" ,.!"), "by": "insured"}]  # a pulled plug
            if any(o.role == name and span[0] - len(value[0]["action"]) <= o.start <= span[1] for o in usable):
                continue
        if a.extra.get("pronoun") and heard.author == "agent":
            value = ["insured"] if isinstance(value, list) else "insured"  # an agent's "hij" is the caller
        status, confidence = status_of(a, a.confidence)
        if a.role == "data_exfiltration" and value == "yes" and a.certainty == "doubt":
            value, status, confidence = "suspected", "stated", a.confidence * 0.8
        yield Candidate(name, value, status, confidence, span, bool(a.extra.get("correction")))


def _fact_value(a: Annotation) -> Any:
    field, denied = FIELDS[str(a.role)], a.polarity == "negated"
    kind, yes = field.kind, field.answered_by("yes")
    if yes and isinstance(a.value, bool):
        return {yes: not denied}
    if kind == "bool":
        return (a.value is True) != denied
    if denied:
        return _NEGATIVE.get((str(a.role), a.value)) if isinstance(a.value, str) else None
    if kind == "enum_multi":
        return [a.value]
    if kind == "object_list":
        return [field.entry(str(a.value))]
    if isinstance(a.value, dict) and field.parts:
        return {name: value for name, value in a.value.items() if name in field.parts and value not in (None, [], "")}
    return a.value


def _values(usable: list[Annotation], heard: Heard, file: ClaimFile, scene: Scene) -> Iterator[Candidate]:
    for a in usable:
        if a.extra.get("taken_back") or a.extra.get("part_of"):
            continue
        for field, value in _roles(a, heard, file, scene):
            if value is None or field not in FIELDS:
                continue
            status, confidence = status_of(a, a.confidence)
            if a.extra.get("derived"):
                status = "derived" if status == "stated" else status
            yield Candidate(field, value, status, confidence, (a.start, a.end), bool(a.extra.get("correction")))


def _occurred(a: Annotation) -> bool:
    return a.role == "occurred" and not a.extra.get("weak")


def _roles(a: Annotation, heard: Heard, file: ClaimFile, scene: Scene) -> Iterator[tuple[str, Any]]:
    """The fields that a value with a role speaks of, with the value in their shape."""
    if a.entity in ("date", "datetime", "interval"):
        yield from _moments(a, heard, file)
    elif a.entity == "duration" and a.role == "downtime":
        if a.confidence >= 0.6 or file.value("incident_occurred_at") or file.value("attack_type") or heard.ask == "downtime":
            yield "downtime", shapes.duration(a)
    elif a.entity in ("money", "crypto"):
        yield from _amount(a, heard, scene)
    elif a.entity == "number":
        yield from _counts(a, scene)
    else:
        yield from _people(a)


def _moments(a: Annotation, heard: Heard, file: ClaimFile) -> Iterator[tuple[str, Any]]:
    if a.role not in _DATES:
        return
    if a.extra.get("weak") and (
        (heard.ask in FIELDS and not _first_date(a, heard))
        or file.value("incident_occurred_at")
        or any(_occurred(x) for x in heard.annotations)
    ):
        return
    value = shapes.moment(a, future=a.role.endswith("deadline"))
    if value is not None and not a.role.endswith(("deadline", "_end")) and value["value"][:10] > heard.at.date().isoformat():
        return  # what has happened does not lie ahead
    if a.extra.get("clock") and value is not None:
        value = _on_the_day(value, file)
    yield _DATES[a.role], value


def _first_date(a: Annotation, heard: Heard) -> bool:
    """Whether a date is the whole message, while the incident itself is what is spoken of."""
    rest = heard.text[: a.start] + heard.text[a.end :]
    return FIELDS[str(heard.ask)].group == "attack" and len(re.findall(r"\w+", rest)) <= 2


def _on_the_day(value: dict[str, Any], file: ClaimFile) -> dict[str, Any]:
    """A time of day said without a day belongs to the day of the incident, when that is known."""
    day = file.value("incident_occurred_at") or file.value("incident_discovered_at")
    if not isinstance(day, dict) or day.get("precision") not in ("day", "hour", "minute") or "T" not in value["value"]:
        return value
    return {**value, "value": shapes.local(str(day["value"])[:10] + value["value"][10:])}


def _counts(a: Annotation, scene: Scene) -> Iterator[tuple[str, Any]]:
    if a.role in _COUNTS and not (a.extra.get("needs") == "breach" and not scene.breach):
        yield _COUNTS[a.role], shapes.count(a)
    elif a.role == "other_clients":
        number = shapes.count(a)
        yield "other_clients_affected", (number or 0) > 0
        yield "other_clients_count", number


_CONTACTS = {
    ("email", "reporter"): "reporter_email", ("phone", "reporter"): "reporter_phone", ("person", "reporter"): "reporter_name",
    ("organisation", "insured"): "insured_legal_name", ("organisation", "claimant"): "claimant_legal_name",
    ("registration_number", "insured"): "insured_registration_number", ("registration_number", "claimant"): "claimant_registration_number",
}  # fmt: skip


def _people(a: Annotation) -> Iterator[tuple[str, Any]]:
    if a.entity in ("policy_number", "wallet_address"):
        yield a.entity, a.value
    elif (a.entity, a.role) == ("place", "claimant_location") and a.extra.get("words"):
        yield "claimant_locations_note", a.extra["words"]
    elif a.entity == "person" and names.is_company(str(a.value)):
        return  # "Willems IT BV, 0470 ..." is no person
    elif (a.entity, a.role) == ("person", "claimant"):
        yield "claimant_contact", {"name": a.value}
    elif (a.entity, str(a.role)) in _CONTACTS:
        yield _CONTACTS[(a.entity, str(a.role))], names.without_employer(str(a.value)) if a.entity == "person" else a.value


def _amount(a: Annotation, heard: Heard, scene: Scene) -> Iterator[tuple[str, Any]]:
    role = money_role(a, scene)
    if (
        role in _RANSOM
        and not (a.extra.get("weak") and scene.settled and heard.ask not in _RANSOM.values())
        and not (a.extra.get("weak") and not (scene.attack or heard.ask in _RANSOM.values()))
    ):
        if a.extra.get("weak") and heard.ask in FIELDS and heard.ask != "ransom_demand_amount" and not _beside_the_question(heard, scene):
            return
        if not a.extra.get("value_of") and not (role == "ransom_paid" and a.certainty == "doubt"):
            yield _RANSOM[role], shapes.coin_or_money(a)
    elif role == "claimed" and a.entity == "money" and (a.head is None or a.extra.get("total")):
        yield "demand_amount", shapes.money(a)
    elif role == "fee" and a.entity == "money":
        value = shapes.money(a)
        yield "contract_fee", {**value, "period": a.extra.get("period", "P1Y")} if value else None
    elif role == "turnover" and a.entity == "money":
        own = a.actor == "insured" or (a.actor is None and heard.ask == "insured_annual_turnover")
        yield ("insured_annual_turnover" if own else "claimant_annual_turnover"), shapes.money(a)


_CARD = 6  # words
_OWN = ("insured_legal_name", "insured_registration_number")


def _beside_the_question(heard: Heard, scene: Scene) -> bool:
    """Whether an amount of coins, said while something quite different was asked, is the first word on the demand."""
    return (
        scene.ransom and not scene.demanded and FIELDS[str(heard.ask)].group in ("reporter", "policy", "claimant", "contract", "timeline")
    )


def _open_question(heard: Heard, usable: list[Annotation], file: ClaimFile, candidates: list[Candidate]) -> list[Candidate]:
    """The answer to the open question, unless the words are about another matter: then that matter's."""
    ask = str(heard.ask)
    if ask not in FIELDS or any(c.field == ask and c.status != "unknown" for c in candidates):
        return []
    if (
        FIELDS[ask].kind in ("text", "object", "object_list")
        and len(heard.text.split()) <= _CARD
        and any(c.field in _OWN for c in candidates)
    ):
        return []  # a name and a number by themselves: who one is, whatever was asked
    other = matter(heard)
    if other and not re.match(r"\W*(?:ja|jawel|nee|neen)\b\s*[,.;]", heard.text, re.I):
        whole = (len(heard.text) - len(heard.text.lstrip()), len(heard.text.rstrip()))
        given = None if any(c.field == other for c in candidates) else answered_elsewhere(heard, other, file)
        return [] if given is None else [Candidate(other, given[0], given[1], 0.8, whole)]
    found = bare.answer(heard, usable, file, others=len([c for c in candidates if c.status != "unknown"]))
    return [] if found is None else [Candidate(ask, found.value, found.status, found.confidence, found.span)]


def _fields(heard: Heard, candidates: list[Candidate], correcting: bool) -> Iterator[Assertion]:
    by: dict[str, list[Candidate]] = {}
    for c in candidates:
        by.setdefault(c.field, []).append(c)
    for name, rows in by.items():
        said = [c for c in rows if c.status != "unknown"]
        if not said:
            yield record(heard, "field", name, None, "unknown", [rows[0].span], rows[0].confidence)
            continue
        corrected = correcting or any(c.correction for c in said)
        kind = FIELDS[name].kind
        if kind in ("enum_multi", "object_list", "money_list", "country_list"):
            yield _merged(heard, name, said, corrected and kind == "enum_multi" and len(said) == 1)
        elif kind == "text":
            spans = sorted({c.span for c in said})
            text = "; ".join(dict.fromkeys(str(c.value) for c in sorted(said, key=lambda c: c.span)))
            yield record(heard, "field", name, text, said[0].status, spans, max(c.confidence for c in said))
        else:
            best = _best(said)
            yield record(
                heard, "field", name, best.value, best.status, [c.span for c in said if c.value == best.value], best.confidence, corrected
            )


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
    return record(heard, "field", name, values, status, [c.span for c in rows], max(c.confidence for c in rows), correction)
