"""Terms that may run, from `deadlines.toml`: when, on what basis, whose clock. Never a judgment that a term applies or is met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import tomllib

from bot.claims.conditions import holds
from bot.claims.model import ClaimFile, Evidence
from bot.claims.moments import ZONE, months_later, span
from bot.claims.workdays import add_working_days, next_working_day

TERMS: Mapping[str, Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("deadlines.toml").read_text(encoding="utf-8"))
State = Literal["running", "passed", "unknown_start"]
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term. It ends between `due_at` and `due_until`, as far as its start is known; both None while that is unknown.

    `starts_at` is the calendar value it counts from and `precision` that value's; `counts` says in Dutch what that moment is.
    """

    type: str
    label: str
    due_at: datetime | None
    precision: str | None
    basis: str
    clock_owner: str
    confidence: Literal["high", "medium", "low"]
    done: bool
    evidence: tuple[Evidence, ...] = ()
    due_until: datetime | None = None
    starts_at: Any = None
    starts_from: str | None = None
    counts: str = ""
    status: State = "unknown_start"
    jurisdiction: tuple[str, ...] = ()


def _relevant(term: Mapping[str, Any], file: ClaimFile) -> bool:
    country = file.value("jurisdiction")
    if "jurisdiction" in term and (country not in term["jurisdiction"]) and (country is not None or term.get("only_known_country")):
        return False
    if term["when"] != "nis2":
        return holds(term["when"], file)
    status = file.value("nis2_status")
    return isinstance(status, dict) and "yes" in status.values()


def _done(file: ClaimFile, name: str | None) -> bool:
    value = file.value(name) if name else None
    return value.get("done") is True if isinstance(value, dict) and "done" in value else value is not None


def _part(file: ClaimFile, path: str) -> Any:
    """The value of a field, or of a part of one ("csirt_notified.at")."""
    name, _, part = path.partition(".")
    value = file.value(name)
    return value.get(part) if part and isinstance(value, dict) else None if part else value


def _start(term: Mapping[str, Any], file: ClaimFile) -> tuple[str | None, Any]:
    """The first field that holds the moment this term counts from (or ends at), with its value."""
    sources = [{"field": term["due"]}] if "due" in term else term["from"]
    for source in sources:
        if "when" in source and not holds(source["when"], file):
            continue
        value = _part(file, source["field"])
        if span(value) is not None:
            return source["field"], value
    return None, None


def _ends(term: Mapping[str, Any], value: Any, country: str | None) -> Span | None:
    """The earliest and the latest moment at which the term can end; None for one that has no number."""
    start = span(value)
    if start is None or term.get("prompt"):
        return None
    exact = value.get("precision") in ("minute", "hour")
    first, last = start if not exact else (start[0], start[0])
    if "due" in term:  # a date means until the end of that day
        return (first, first) if exact else (_midnight_after(first.astimezone(ZONE).date()), last)
    return _after(term, first, country), _rolled(term, _after(term, last, country), country)


def _after(term: Mapping[str, Any], start: datetime, country: str | None) -> datetime:
    """The end of the term, from one moment."""
    if "months" in term:
        return months_later(start, term["months"])
    if "working_days" in term:
        day = add_working_days(start.astimezone(ZONE).date(), term["working_days"], country)
        return datetime(day.year, day.month, day.day, tzinfo=ZONE) + timedelta(days=1)
    if "days" in term:
        return start + timedelta(days=term["days"])
    return (start.astimezone(UTC) + timedelta(hours=term["hours"])).astimezone(start.tzinfo)


def _rolled(term: Mapping[str, Any], end: datetime, country: str | None) -> datetime:
    """The latest end, where an end on a weekend or a holiday moves to the next working day."""
    last = end.astimezone(ZONE).date()
    day = next_working_day(last, country) if term.get("rolls") else last
    return end if day == last else _midnight_after(day)


def _midnight_after(day: date) -> datetime:
    following = day + timedelta(days=1)
    return datetime(following.year, following.month, following.day, tzinfo=ZONE)


def deadlines(file: ClaimFile, now: datetime | None = None, terms: Mapping[str, Mapping[str, Any]] = TERMS) -> tuple[Deadline, ...]:
    """The terms that may run for this file at `now`, the soonest first, those without a moment last."""
    country = file.value("jurisdiction")
    found = []
    for name, term in terms.items():
        if not _relevant(term, file):
            continue
        source, value = _start(term, file)
        starts = span(value)
        if ("due" in term and source is None) or (starts and "since" in term and starts[1].date() <= term["since"]):
            continue
        precision = value.get("precision") if source else None
        ends = _ends(term, value, country)
        sure: Literal["high", "medium", "low"] = "low" if ends is None else "high" if precision in ("minute", "hour") else "medium"
        status: State = "unknown_start" if source is None else "passed" if ends and now and now >= ends[1] else "running"
        found.append(
            Deadline(
                name, term["label"], ends[0] if ends else None, precision, term["basis"], term["owner"], sure,
                _done(file, term.get("unless_done")), file.fields[source.partition(".")[0]].evidence if source else (),
                due_until=ends[1] if ends else None, starts_at=value, starts_from=source, counts=term["counts"], status=status,
                jurisdiction=tuple(term.get("jurisdiction", ())),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda d: (d.due_at is None, d.due_at.timestamp() if d.due_at else 0.0, d.type)))
