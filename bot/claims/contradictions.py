"""What cannot all be true, each with its fields, values, sources and the one question that settles it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.claims.extortion import is_extortion, without_attack
from bot.claims.fields import FIELDS
from bot.claims.model import ClaimFile, Evidence
from bot.claims.moments import length, span
from bot.claims.texts import value_in_dutch
from bot.claims.variants import DUTCH


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`ask` is the field whose question settles it; `question` is Dutch and ready to be put."""

    id: str
    fields: tuple[str, ...]
    values: tuple[Any, ...]
    sources: tuple[Evidence, ...]
    question: str
    ask: str
    resolved: bool = False


def _before(file: ClaimFile, early: str, late: str) -> bool:
    """Whether `early` certainly lies before `late`."""
    a, b = span(file.value(early)), span(file.value(late))
    return a is not None and b is not None and a[1] <= b[0]


def _more(file: ClaimFile, big: str, small: str) -> bool:
    """Whether the amount `big` is higher than `small`, in one currency or asset and on one VAT basis."""
    a, b = file.value(big), file.value(small)
    if not isinstance(a, dict) or not isinstance(b, dict):
        return False
    if any(a.get(k) != b.get(k) for k in ("asset", "currency")):
        return False
    if {a.get("vat_basis"), b.get("vat_basis")} == {"excl", "incl"}:
        return False
    return Decimal(str(a.get("amount", 0))) > Decimal(str(b.get("amount", 0)))


def _heads_do_not_add_up(file: ClaimFile) -> bool:
    """The heads of a demand differ from its total by more than 1 euro, all on the same basis."""
    total, heads = file.value("demand_amount"), file.value("demand_heads")
    if not isinstance(total, dict) or not isinstance(heads, list):
        return False
    amounts = [h["amount"] for h in heads if isinstance(h, dict) and isinstance(h.get("amount"), dict)]
    if len(amounts) < max(2, len(heads)) or any(a.get("currency") != total.get("currency") for a in amounts):
        return False
    if {a.get("vat_basis") for a in amounts} | {total.get("vat_basis")} >= {"excl", "incl"}:
        return False
    added = sum((Decimal(str(a["amount"])) for a in amounts), Decimal(0))
    return abs(added - Decimal(str(total["amount"]))) > 1


def _backups_fine_yet_encrypted(file: ClaimFile) -> bool:
    return file.value("backups_affected") == "none" and bool(
        {"backup_disks", "online_backup"} & set(file.value("encrypted_asset_types") or ())
    )


def _no_ransom_yet(file: ClaimFile, *names: str) -> bool:
    return file.value("ransom_demanded") is False and any(file.value(n) is not None for n in names)


def _payer_yet_unpaid(file: ClaimFile) -> bool:
    return file.value("ransom_paid") is False and any(
        file.value(n) is not None for n in ("ransom_paid_amount", "ransom_paid_by", "ransom_paid_at")
    )


def _no_promise_yet_paid(file: ClaimFile) -> bool:
    admitted = file.value("admission_made") or []
    return "none" in admitted and len(admitted) > 1


def _ongoing_yet_restored(file: ClaimFile) -> bool:
    return file.value("attack_status") == "ongoing" and (
        file.value("restoration_status") == "done" or file.value("restored_at") is not None
    )


def _downtime_differs(file: ClaimFile) -> bool:
    """The duration that was said cannot lie between the two moments, however they are read; an hour and a tenth are let pass."""
    said, start, end = length(file.value("downtime")), span(file.value("bi_start_at")), span(file.value("bi_end_at"))
    if said is None or start is None or end is None:
        return False
    slack = timedelta(hours=1) + said / 10
    return said > end[1] - start[0] + slack or said < end[0] - start[1] - slack


def _stopped_yet_untouched(file: ClaimFile) -> bool:
    return file.value("own_systems_affected") is False and file.value("bi_occurred") in ("insured", "both")


def _paid_without_contact(file: ClaimFile) -> bool:
    return file.value("ransom_paid") is True and file.value("attacker_contact_by") == ["nobody"]


def _own_hours_yet_others(file: ClaimFile) -> bool:
    by = file.value("restoration_done_by")
    return bool(by) and "insured" not in by and file.value("own_hours") is not None


def _reversed(early: str, late: str) -> Callable[[ClaimFile], bool]:
    """The rule that `early` lies before `late` and must not."""
    return lambda file: _before(file, early, late)


RULES: tuple[tuple[str, tuple[str, ...], str, str, Callable[[ClaimFile], bool]], ...] = (
    ("discovered_before_occurred", ("incident_discovered_at", "incident_occurred_at"), "incident_discovered_at",
     "De ontdekking ligt voor het begin. Wanneer is het precies ontdekt?", _reversed("incident_discovered_at", "incident_occurred_at")),
    ("paid_before_demanded", ("ransom_paid_at", "incident_occurred_at"), "ransom_paid_at",
     "De betaling ligt voor het begin van de aanval. Wanneer is er betaald?", _reversed("ransom_paid_at", "incident_occurred_at")),
    ("restored_before_contained", ("restored_at", "contained_at"), "restored_at",
     "Het herstel ligt voor het einde van de aanval. Wanneer werkten de systemen weer?", _reversed("restored_at", "contained_at")),
    ("restored_before_occurred", ("restored_at", "incident_occurred_at"), "restored_at",
     "Het herstel ligt voor het begin. Wanneer werkten de systemen weer?", _reversed("restored_at", "incident_occurred_at")),
    ("interruption_ends_before_start", ("bi_end_at", "bi_start_at"), "bi_end_at",
     "Het einde van de stilstand ligt voor het begin. Tot wanneer lag het stil?", _reversed("bi_end_at", "bi_start_at")),
    ("demand_received_before_written", ("demand_received_at", "demand_date"), "demand_received_at",
     "De brief is ontvangen voor de datum die erop staat. Wanneer kreeg u hem?", _reversed("demand_received_at", "demand_date")),
    ("no_ransom_yet_amount", ("ransom_demanded", "ransom_demand_amount", "wallet_address"), "ransom_demanded",
     "U zei dat er geen losgeld is gevraagd, maar er staat wel een bedrag of betaaladres. Is er losgeld gevraagd?",
     lambda f: _no_ransom_yet(f, "ransom_demand_amount", "wallet_address", "ransom_deadline_at")),
    ("unpaid_yet_payment", ("ransom_paid", "ransom_paid_amount", "ransom_paid_by", "ransom_paid_at"), "ransom_paid",
     "U zei dat er niet is betaald, maar er staat wel een betaling in het dossier. Is er losgeld betaald?", _payer_yet_unpaid),
    ("paid_more_than_negotiated", ("ransom_paid_amount", "ransom_negotiated_amount"), "ransom_paid_amount",
     "Er is meer betaald dan er is afgesproken. Hoeveel is er precies betaald?",
     lambda f: _more(f, "ransom_paid_amount", "ransom_negotiated_amount")),
    ("negotiated_more_than_demanded", ("ransom_negotiated_amount", "ransom_demand_amount"), "ransom_negotiated_amount",
     "Het afgesproken bedrag is hoger dan de eis. Op welk bedrag is men uitgekomen?",
     lambda f: _more(f, "ransom_negotiated_amount", "ransom_demand_amount")),
    ("heads_differ_from_demand", ("demand_amount", "demand_heads"), "demand_amount",
     "De onderdelen tellen niet op tot het hele bedrag. Hoeveel vraagt de klant in totaal?", _heads_do_not_add_up),
    ("backups_fine_yet_encrypted", ("backups_affected", "encrypted_asset_types"), "backups_affected",
     "U zei dat de back-ups niet geraakt zijn, maar ook dat er back-ups versleuteld zijn. Zijn de back-ups geraakt?",
     _backups_fine_yet_encrypted),
    ("ongoing_yet_restored", ("attack_status", "restoration_status", "restored_at"), "attack_status",
     "U zei dat alles weer werkt, maar ook dat het nog bezig is. Is het nu nog bezig?", _ongoing_yet_restored),
    ("no_promise_yet_promise", ("admission_made",), "admission_made",
     "U zei eerst dat u niets heeft toegezegd. Wat heeft u precies tegen de klant gezegd?", _no_promise_yet_paid),
    ("downtime_differs_from_dates", ("downtime", "bi_start_at", "bi_end_at"), "downtime",
     "De duur past niet bij het begin en het einde. Hoe lang lag het werk stil?", _downtime_differs),
    ("own_work_stopped_yet_own_systems_fine", ("bi_occurred", "own_systems_affected"), "bi_occurred",
     "Uw eigen systemen zijn niet geraakt, maar uw werk lag stil. Bij wie lag het werk stil?", _stopped_yet_untouched),
    ("paid_without_contact", ("attacker_contact_by", "ransom_paid"), "attacker_contact_by",
     "Er is betaald, maar niemand had contact. Wie heeft er contact gehad met de aanvallers?", _paid_without_contact),
    ("own_hours_yet_others_restored", ("own_hours", "restoration_done_by"), "restoration_done_by",
     "U noemde eigen uren, maar ook dat anderen het herstel deden. Wie deed het herstelwerk?", _own_hours_yet_others),
)  # fmt: skip


def _said_twice(file: ClaimFile, language: str) -> Iterable[Contradiction]:
    """Fields with two certain answers that cannot both be true."""
    for name, state in file.fields.items():
        if state.status != "contradicted":
            continue
        values: list[Any] = []
        sources: list[Evidence] = []
        for answer in state.history:
            if answer.status not in ("unknown", "declined") and answer.value not in values:
                values.append(answer.value)
                sources.extend(answer.evidence[:1])
        one, two = value_in_dutch(name, values[0], language), value_in_dutch(name, state.value, language)
        question = f"Eerder las ik: {one}. Nu lees ik: {two}. Wat klopt?"
        yield Contradiction(f"two_answers:{name}", (name,), tuple(values), tuple(sources), question, name)


def contradictions(file: ClaimFile, language: str = DUTCH) -> tuple[Contradiction, ...]:
    """All that cannot be true together now, the two-answer ones first, then in the order of the rules."""
    found = list(_said_twice(file, language))
    for name, fields, ask, question, broken in RULES:
        if broken(file):
            known = tuple(f for f in fields if f in file.fields and file.value(f) is not None)
            sources = tuple(e for f in known for e in file.fields[f].evidence[:1])
            found.append(Contradiction(name, known, tuple(file.fields[f].value for f in known), sources, question, ask))
    if without_attack(file.value("attack_type")):
        found = [c for c in found if not is_extortion(c.ask, *c.fields)]
    return tuple(sorted(found, key=lambda c: (not c.id.startswith("two_answers"), FIELDS[c.ask].rank if c.id.startswith("two") else 0)))
