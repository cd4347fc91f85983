"""When a question matters: the condition words of `fields.toml`, answered from the claim file.

A condition is words joined by "&" (both) or "or" (either); "&" binds stronger. A word is true only when the file says so:
nothing known means false, so that an unknown never opens a block of questions.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.claims.extortion import without_attack
from bot.claims.model import ClaimFile

CLAIMED = ("written", "oral", "yes_form_unknown")
_BI = ("claimant", "insured", "both")


def _any(file: ClaimFile, name: str, *codes: str) -> bool:
    """Whether the value of `name` is, or its list holds, one of `codes`."""
    value = file.value(name)
    return any(v in codes for v in value) if isinstance(value, list) else value in codes


def _known(file: ClaimFile, *names: str) -> bool:
    return any(file.value(name) is not None for name in names)


def _attack(file: ClaimFile) -> bool:
    """There is an attacker, for all we know: true until somebody says that it was an error or an outage."""
    return not without_attack(file.value("attack_type"))


def no_attack(file: ClaimFile) -> bool:
    """Whether it was said to be an error or an outage and nothing else: then no question about attackers is to the point."""
    return not _attack(file)


def has_attackers(file: ClaimFile) -> bool:
    """Whether the file speaks of attackers, so that a text may mention them."""
    return _attack(file) and (
        _crime(file)
        or _extortion(file)
        or _known(file, "encrypted_asset_types", "attacker_contact_by", "leak_threat")
        or _any(file, "data_exfiltration", "yes", "suspected")
    )


def _crime(file: ClaimFile) -> bool:
    return bool(file.value("attack_type")) and _attack(file)


def _extortion(file: ClaimFile) -> bool:
    if no_attack(file):
        return False
    if file.value("ransom_demanded") is True or file.value("ransom_paid") is True:
        return True
    return _known(file, "ransom_demand_amount", "ransom_paid_amount", "ransom_negotiated_amount", "ransom_deadline_at", "wallet_address")


def _ransomware(file: ClaimFile) -> bool:
    if no_attack(file):
        return False
    return _any(file, "attack_type", "ransomware") or _known(file, "encrypted_asset_types") or _extortion(file)


def _liability(file: ClaimFile) -> bool:
    return (
        _any(file, "claim_made", *CLAIMED, "expected")
        or _any(file, "notification_type", "claim", "circumstance")
        or _known(file, "demand_amount", "demand_date", "demand_received_at")
    )


def _customer(file: ClaimFile) -> bool:
    """Somebody's customer is or may be involved: false only when the notice is about own damage alone."""
    kinds = file.value("notification_type")
    return _liability(file) or not kinds or kinds != ["own_damage"]


def _restoration(file: ClaimFile) -> bool:
    loss = file.losses.get("restoration")
    said = loss is not None and loss.status in ("claimed", "incurred", "threatened")
    return said or _known(file, "restoration_status", "own_hours", "external_costs") or _any(file, "attack_status", "restored")


def _interruption(file: ClaimFile) -> bool:
    loss = file.losses.get("business_interruption")
    said = loss is not None and loss.status in ("claimed", "incurred")
    return said or _any(file, "bi_occurred", *_BI) or _known(file, "bi_claimed_amount", "downtime")


def _data(file: ClaimFile) -> bool:
    return (
        _any(file, "data_exfiltration", "yes", "suspected")
        or file.value("personal_data_involved") is True
        or _any(file, "attack_type", "data_theft")
    )


def _recent(file: ClaimFile) -> bool:
    """The facts are of 2025 or later, or of an unknown day (Book 6 of the Belgian Civil Code applies since 2025-01-01)."""
    when = file.value("incident_occurred_at") or file.value("incident_discovered_at")
    return not isinstance(when, dict) or str(when.get("value", ""))[:4] >= "2025"


def _amounts(file: ClaimFile) -> bool:
    return bool(file.ledger) or _known(file, "demand_amount", "contract_fee")


CONDITIONS: Mapping[str, Callable[[ClaimFile], bool]] = MappingProxyType(
    {
        "always": lambda file: True,
        "amounts": _amounts,
        "attack": _attack,
        "backup_service": lambda file: _any(file, "service_types", "backup_management"),
        "belgium": lambda file: _any(file, "jurisdiction", "BE"),
        "contacted": lambda file: (
            not no_attack(file)
            and (_any(file, "attacker_contact_by", "claimant", "insured", "expert", "insurer") or _known(file, "ransom_negotiated_amount"))
        ),
        "crime": _crime,
        "customer": _customer,
        "data": _data,
        "demanded": lambda file: _known(file, "demand_amount"),
        "extortion": _extortion,
        "insured_restores": lambda file: _any(file, "restoration_done_by", "insured"),
        "interruption": _interruption,
        "liability": _liability,
        "not_restored": lambda file: not _any(file, "attack_status", "restored") and not _any(file, "restoration_status", "done"),
        "own_interruption": lambda file: _any(file, "bi_occurred", "insured", "both"),
        "paid": lambda file: file.value("ransom_paid") is True and not no_attack(file),
        "processor": lambda file: _any(file, "insured_gdpr_role", "processor", "both"),
        "ransomware": _ransomware,
        "recent": _recent,
        "restoration": _restoration,
        "several_customers": lambda file: file.value("other_clients_affected") is True,
        "unpaid": lambda file: file.value("ransom_paid") is not True,
        "written_demand": lambda file: _any(file, "claim_made", "written"),
    }
)


def holds(condition: str, file: ClaimFile) -> bool:
    """Whether `condition` is true of `file`. An unknown word is a KeyError."""
    return any(all(CONDITIONS[word.strip()](file) for word in part.split("&")) for part in condition.split(" or "))
