"""What follows from what was said: a ransom that was paid had been demanded. Nobody is asked what follows."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.claims.extortion import is_extortion, without_attack
from bot.claims.model import Evidence, FieldState, LossState
from bot.claims.states import answered

States = Mapping[str, FieldState]
Rule = Callable[[Callable[[str], Any]], Any]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _ransomware(v: Callable[[str], Any]) -> Any:
    return ["ransomware"] if v("encrypted_asset_types") and v("ransom_demanded") is True else None


def _notification(v: Callable[[str], Any]) -> Any:
    made = v("claim_made")
    if made in ("written", "oral", "yes_form_unknown"):
        return ["claim"]
    return ["circumstance"] if made == "expected" else None


def _hit_backups(v: Callable[[str], Any]) -> Any:
    return "some" if {"backup_disks", "online_backup"} & set(_list(v("encrypted_asset_types"))) else None


def _if(name: str, wanted: Any, then: Any) -> Rule:
    return lambda v: then if v(name) == wanted else None


def _known(name: str, then: Any) -> Rule:
    return lambda v: then if v(name) is not None else None


# (what follows, the fields it follows from, how). In this order, so that what follows can lead to more.
RULES: tuple[tuple[str, tuple[str, ...], Rule], ...] = (
    ("ransom_paid", ("ransom_paid_amount",), _known("ransom_paid_amount", True)),
    ("ransom_paid", ("ransom_paid_by",), _known("ransom_paid_by", True)),
    ("ransom_paid", ("ransom_paid_at",), _known("ransom_paid_at", True)),
    ("ransom_paid", ("decryption_result",), lambda v: True if v("decryption_result") in ("full", "partial", "not_received") else None),
    ("ransom_demanded", ("ransom_paid",), _if("ransom_paid", True, True)),
    ("ransom_demanded", ("ransom_demand_amount",), _known("ransom_demand_amount", True)),
    ("ransom_demanded", ("ransom_negotiated_amount",), _known("ransom_negotiated_amount", True)),
    ("ransom_demanded", ("ransom_deadline_at",), _known("ransom_deadline_at", True)),
    ("ransom_paid", ("ransom_demanded",), _if("ransom_demanded", False, False)),
    (
        "ransom_paid_amount",
        ("ransom_negotiated_amount", "ransom_paid"),
        lambda v: v("ransom_negotiated_amount") if v("ransom_paid") is True else None,
    ),
    ("attack_type", ("encrypted_asset_types", "ransom_demanded"), _ransomware),
    ("backups_affected", ("encrypted_asset_types",), _hit_backups),
    ("claim_made", ("demand_date",), _known("demand_date", "written")),
    ("claim_made", ("demand_received_at",), _known("demand_received_at", "written")),
    ("claim_made", ("demand_amount",), _known("demand_amount", "yes_form_unknown")),
    ("notification_type", ("claim_made",), _notification),
    ("restoration_status", ("attack_status",), _if("attack_status", "restored", "done")),
    ("restoration_status", ("restored_at",), _known("restored_at", "done")),
    ("attack_status", ("restored_at",), _known("restored_at", "restored")),
    ("attack_status", ("restoration_status",), _if("restoration_status", "done", "restored")),
    ("other_clients_affected", ("other_clients",), _known("other_clients", True)),
    (
        "other_clients_affected",
        ("other_clients_count",),
        lambda v: v("other_clients_count") > 0 if v("other_clients_count") is not None else None,
    ),
    ("personal_data_involved", ("personal_data_categories",), _known("personal_data_categories", True)),
    ("personal_data_involved", ("data_subjects_estimate",), _known("data_subjects_estimate", True)),
)


def _because(sources: list[FieldState], value: Any) -> FieldState:
    """A derived state on the evidence of its sources, a little less sure than the least sure of them."""
    evidence: dict[Evidence, None] = {}
    for source in sources:
        evidence.update(dict.fromkeys(source.evidence))
    confidence = round(min(s.confidence for s in sources) * 0.9, 4)
    return FieldState(value, "derived", "system", confidence, tuple(evidence), max(s.at for s in sources))


def with_implied(states: States, losses: Mapping[str, LossState]) -> dict[str, FieldState]:
    """The states and all that follows from them. A value that somebody gave is never touched."""
    fields = dict(states)

    def value(name: str) -> Any:
        state = fields.get(name)
        return state.value if state is not None and answered(state) and state.status != "contradicted" else None

    closed = without_attack(value("attack_type"))
    for name, sources, rule in RULES:
        if answered(fields.get(name)) or (closed and is_extortion(name, *sources)):
            continue
        found = rule(value)
        if found is not None:
            fields[name] = _because([fields[s] for s in sources], found)
    stop = losses.get("business_interruption")
    if (
        not answered(fields.get("bi_occurred"))
        and stop
        and stop.status in ("claimed", "incurred")
        and stop.party in ("claimant", "insured")
    ):
        at = max((s.at for s in fields.values()), default=None)
        if stop.evidence and at is not None:
            fields["bi_occurred"] = FieldState(stop.party, "derived", "system", round(stop.confidence * 0.9, 4), stop.evidence, at)
    return fields
