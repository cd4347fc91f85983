"""What happened when, in reading order, from every dated field and every dated line of the ledger."""

from dataclasses import dataclass
from typing import Any

from bot.claims.fields import FIELDS, in_language
from bot.claims.model import ClaimFile, Evidence
from bot.claims.moments import span
from bot.claims.variants import DUTCH

ROLES = {
    "ransom_demanded": "Losgeld gevraagd", "ransom_negotiated": "Losgeld onderhandeld", "ransom_paid": "Losgeld betaald",
    "claimed": "Bedrag gevraagd", "cost": "Kosten",
    "fee": "Prijs van de dienst", "turnover": "Omzet", "offer": "Voorstel", "cap": "Maximum",
}  # fmt: skip
_DATED = tuple(f.name for f in FIELDS.values() if f.kind in ("date", "datetime"))


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: `at` is the calendar value as stored, `event` the field (or ledger role), `label` its Dutch name."""

    at: Any
    event: str
    label: str
    status: str
    evidence: tuple[Evidence, ...]


def timeline(file: ClaimFile, language: str = DUTCH) -> tuple[Event, ...]:
    """The events, earliest possible moment first; equal moments in the order of the fields."""
    found: list[tuple[float, Event]] = []
    for name in _DATED:
        value = file.value(name)
        moment = span(value)
        if moment is not None:
            state = file.fields[name]
            found.append((moment[0].timestamp(), Event(value, name, in_language(language)[name].label, state.status, state.evidence)))
    known = {str(event.at) for _, event in found}
    for line in file.ledger:
        moment = span(line.at)
        if moment is not None and str(line.at) not in known:
            found.append(
                (moment[0].timestamp(), Event(line.at, f"ledger:{line.role}", ROLES.get(line.role, line.role), "stated", line.evidence))
            )
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))
