"""What happened when, in reading order, from every dated field (and part of a field) and every dated line of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
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
_MOMENTS = ("date", "datetime")
_DATED = tuple(f.name for f in FIELDS.values() if f.kind in _MOMENTS)
_PARTS = tuple((f.name, part) for f in FIELDS.values() if f.kind == "object" for part, typed in f.parts.items() if typed.kind in _MOMENTS)
_SAME = {"ransom_paid": "ransom_paid_at", "claimed": "demand_date"}  # a line of this role and the field tell of one event


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: `at` is the calendar value as stored, `event` the field (or "field.part", or ledger role), `label` its Dutch name.

    It lies between `earliest` and `latest` (end exclusive). `order_unsure`: it can also have been before the event that stands above it.
    """

    at: Any
    event: str
    label: str
    status: str
    evidence: tuple[Evidence, ...]
    earliest: datetime | None = None
    latest: datetime | None = None
    order_unsure: bool = False


def timeline(file: ClaimFile, language: str = DUTCH) -> tuple[Event, ...]:
    """The events by their earliest possible moment; of those that begin together the shortest span first, then the order of the fields."""
    found = sorted(_events(file, language), key=lambda e: (e.earliest, e.latest))
    made: list[Event] = []
    latest: datetime | None = None  # of everything above
    for event in found:
        made.append(replace(event, order_unsure=latest is not None and event.earliest is not None and event.earliest < latest))
        latest = event.latest if latest is None or (event.latest is not None and event.latest > latest) else latest
    return tuple(made)


def _events(file: ClaimFile, language: str) -> Iterator[Event]:
    words = in_language(language)
    for name in _DATED:
        yield from _event(file, name, file.value(name), name, words[name].label)
    for name, part in _PARTS:
        value = file.value(name)
        if isinstance(value, dict):
            yield from _event(file, name, value.get(part), f"{name}.{part}", words[name].label)
    for line in file.ledger:
        moment, same = span(line.at), file.value(_SAME.get(line.role, ""))
        if moment is not None and str(line.at) != str(same):
            yield Event(
                line.at, f"ledger:{line.role}", ROLES.get(line.role, line.role), "stated", line.evidence, *_between(line.at, moment)
            )


def _event(file: ClaimFile, name: str, value: Any, event: str, label: str) -> Iterator[Event]:
    moment = span(value)
    if moment is not None:
        state = file.fields[name]
        yield Event(value, event, label, state.status, state.evidence, *_between(value, moment))


def _between(value: Any, moment: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    """A moment with a time is that time; of two with the same time neither can be told to be first."""
    exact = value.get("precision") in ("minute", "hour") and not value.get("end")
    return (moment[0], moment[0]) if exact else moment
