"""What an answer that is still missing keeps from being done, and how complete each path of a claim is."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from bot.claims.conditions import holds
from bot.claims.deadlines import TERMS
from bot.claims.fields import MINIMUM, Field
from bot.claims.model import ClaimFile

Consequence = Literal["notice", "urgency", "term", "amount", "standstill", "liability", "facts"]
LABELS: Mapping[Consequence, str] = MappingProxyType(
    {
        "notice": "hoort bij de eerste melding",
        "urgency": "bepaalt mee hoe dringend het is",
        "term": "zonder dit is een termijn niet te berekenen",
        "amount": "zonder dit zijn de bedragen niet volledig",
        "standstill": "zonder dit is de stilstand niet te berekenen",
        "liability": "nodig voor de vraag wie wat heeft afgesproken en gedaan",
        "facts": "maakt de feiten volledig",
    }
)
_URGENCY = frozenset(
    {"attack_status", "ransom_demanded", "ransom_paid", "attacker_contact_by", "insurer_consent_before_payment", "data_exfiltration",
     "personal_data_involved", "other_clients_affected", "own_systems_affected", "leak_threat", "legal_proceedings"}
)  # fmt: skip
_TERM = frozenset(
    name.partition(".")[0]
    for term in TERMS.values()
    for name in ([term["due"]] if "due" in term else [source["field"] for source in term["from"]])
)
_AMOUNT = ("money", "money_period", "money_list", "crypto_or_money")
_STANDSTILL = frozenset({"bi_start_at", "bi_end_at", "downtime"})
_LIABILITY = ("claimant", "contract", "liability")

# A path: when a claim is on it, and the groups of fields that belong to it.
Path = tuple[Callable[[ClaimFile], bool], tuple[str, ...]]
PATHS: Mapping[str, Path] = MappingProxyType(
    {
        "liability": (lambda file: holds("liability", file), _LIABILITY),
        "own_damage": (lambda file: _own(file), ("restoration", "business_interruption")),
        "extortion": (lambda file: holds("extortion", file), ("extortion",)),
        "data_breach": (lambda file: holds("data", file), ("data_breach", "authorities")),
    }
)


def _own(file: ClaimFile) -> bool:
    return "own_damage" in (file.value("notification_type") or ()) or holds("restoration or interruption", file)


def consequence(field: Field) -> Consequence:
    """The heaviest thing that a missing answer to this field holds up."""
    if field.name in MINIMUM:
        return "notice"
    if field.name in _URGENCY:
        return "urgency"
    if field.name in _STANDSTILL:
        return "standstill"
    if field.name in _TERM:
        return "term"
    if field.kind in _AMOUNT or field.name in ("demand_heads", "own_hours"):
        return "amount"
    return "liability" if field.group in _LIABILITY else "facts"


def paths(known: Mapping[str, list[tuple[str, bool]]], file: ClaimFile) -> dict[str, Any]:
    """How complete each path is that this claim is on. `known` holds by group the fields that count, each with whether it is answered."""
    found = {}
    for name, (is_on, groups) in PATHS.items():
        if not is_on(file):
            continue
        rows = [row for group in groups for row in known.get(group, ())]
        missing = [field for field, answered in rows if not answered]
        percent = 100 * (len(rows) - len(missing)) // len(rows) if rows else 100
        found[name] = {"percent": percent, "known": len(rows) - len(missing), "of": len(rows), "missing": missing}
    return found
