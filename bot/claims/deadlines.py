"""Terms that may run, from `deadlines.toml`: when, on what basis, whose clock. Never a judgment that a term applies or is met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import tomllib

from bot.claims.conditions import holds
from bot.claims.model import ClaimFile, Evidence
from bot.claims.moments import months_later, span

TERMS: Mapping[str, Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("deadlines.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term. `due_at` is None when the moment that starts the clock is unknown; `precision` is that of the start."""

    type: str
    label: str
    due_at: datetime | None
    precision: str | None
    basis: str
    clock_owner: str
    confidence: Literal["high", "medium", "low"]
    done: bool
    evidence: tuple[Evidence, ...] = ()


def _relevant(condition: str, file: ClaimFile) -> bool:
    if condition != "nis2":
        return holds(condition, file)
    status = file.value("nis2_status")
    return isinstance(status, dict) and "yes" in status.values()


def _done(file: ClaimFile, name: str | None) -> bool:
    value = file.value(name) if name else None
    return value.get("done") is True if isinstance(value, dict) and "done" in value else value is not None


def _due(term: Mapping[str, Any], start: tuple[datetime, datetime]) -> datetime:
    """The earliest moment the term can end: a start known by the day counts from the beginning of that day."""
    if "months" in term:
        return months_later(start[0], term["months"])
    return start[0] + timedelta(hours=term["hours"])


def deadlines(file: ClaimFile) -> tuple[Deadline, ...]:
    """The terms that may run for this file, the soonest first, those without a moment last."""
    found = []
    for name, term in TERMS.items():
        sources = [term["due"]] if "due" in term else term["from"]
        known = next((s for s in sources if span(file.value(s)) is not None), None)
        if not _relevant(term["when"], file) or ("due" in term and known is None):
            continue
        value = file.value(known) if known else None
        start = span(value)
        precision = value.get("precision") if isinstance(value, dict) else None
        due = None if start is None else start[1] if "due" in term and precision not in ("minute", "hour") else start[0]
        if "due" not in term and start is not None:
            due = _due(term, start)
        sure: Literal["high", "medium", "low"] = "low" if due is None else "high" if precision in ("minute", "hour") else "medium"
        done = _done(file, term.get("unless_done"))
        evidence = file.fields[known].evidence if known else ()
        found.append(Deadline(name, term["label"], due, precision, term["basis"], term["owner"], sure, done, evidence))
    return tuple(sorted(found, key=lambda d: (d.due_at is None, d.due_at.timestamp() if d.due_at else 0.0, d.type)))
