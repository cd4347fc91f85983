"""What hangs on an attacker: which fields are about extortion, and when there is none."""

from typing import Any

_FIELDS = ("wallet_address", "attacker_contact_by", "leak_threat", "negotiator", "decryption_result", "sanctions_check_done")


def is_extortion(*names: str) -> bool:
    """Whether one of these fields only has a meaning when attackers ask for something."""
    return any(name.startswith("ransom_") or name in _FIELDS for name in names)


def without_attack(attack_type: Any) -> bool:
    """Whether this value of `attack_type` says that it was an error or an outage, and nothing else."""
    return bool(attack_type) and all(kind == "own_error_or_outage" for kind in attack_type)
