"""The downtime clock: how long each system stood still, and what a waiting period does to that. Arithmetic, no judgment.

Two kinds of waiting period are usual, and which one a policy has is not decided here: with the *excess* kind the first hours fall away,
with the *qualifying* kind everything counts once it lasted longer than that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.claims.conditions import holds
from bot.claims.model import Assertion, ClaimFile, Evidence, FieldState
from bot.claims.moments import length, span

USUAL_HOURS = 8  # what most policies say; used only while the policy's own number is unknown, and shown as such
Range = tuple[timedelta, timedelta]
FIELDS = ("bi_start_at", "bi_end_at", "downtime")
_POINTS = ("minute", "hour")


@dataclass(frozen=True, slots=True)
class Period:
    """One standstill. `system` is "" when none was named; `running` when no end is known and it is not said to be over.

    `lasted` is the shortest and the longest it can have been, `said` the duration as somebody gave it.
    """

    system: str
    start: Any
    end: Any
    said: Any
    running: bool
    lasted: Range | None
    excess: Range | None
    qualifying: Range | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """The periods with the waiting period that was used, from the policy or assumed (`source`)."""

    waiting_hours: int
    source: str
    periods: tuple[Period, ...]


def clock(file: ClaimFile, now: datetime, usual_hours: int = USUAL_HOURS) -> Clock:
    """The clock of a file at the instant `now`."""
    of_policy = file.value("bi_waiting_period_hours")
    waiting = of_policy if isinstance(of_policy, int) else usual_hours
    rows = merged([*main(file), *others(file)])
    periods = (timed(one, file, now, timedelta(hours=waiting)) for one in rows)
    return Clock(waiting, "policy" if isinstance(of_policy, int) else "assumed", tuple(periods))


def main(file: ClaimFile) -> list[Period]:
    """The standstill that the fields speak of; corrections of them are its corrections."""
    start, end, said = (file.value(name) for name in FIELDS)
    if start is None and end is None and said is None:
        return []
    found = tuple(dict.fromkeys(e for name in FIELDS if name in file.fields for e in present(file.fields[name])))
    return [bare(system_of(found, file.standstills), start, end, said, found)]


def system_of(evidence: Iterable[Evidence], stood: Iterable[Assertion]) -> str:
    """The system that these words were about, as it was called; "" when none was named."""
    words = set(evidence)
    return next((a.name for a in stood if a.name and words & set(a.evidence)), "")


def of_one_system(file: ClaimFile, read: tuple[Assertion, ...], stood: tuple[Assertion, ...], ask: str | None) -> tuple[Assertion, ...]:
    """What was read, without the standstill of another system than the one that the fields tell of: that is a period of its own
    (`stood` keeps it), and no second answer to the same question. An answer to the open question and a correction stay."""
    if not stood:
        return read
    known = {key(one.system) for one in main(file) if one.system}

    def is_other(a: Assertion) -> bool:
        if a.kind != "field" or a.name not in FIELDS or a.name == ask or a.correction:
            return False
        system = system_of(a.evidence, stood)
        return bool(system) and bool(known) and key(system) not in known

    return tuple(a for a in read if not is_other(a))


def others(file: ClaimFile) -> list[Period]:
    """Standstills of other systems, and other periods of the same one. What the fields took over is not among them."""
    taken = {e for name in FIELDS for e in settled(file, name)}
    found: list[Period] = []
    for a in file.standstills:
        if set(a.evidence) & taken or not a.name:
            continue
        if a.correction:
            found = [one for one in found if key(one.system) != key(a.name)]
        found.append(bare(a.name, a.value["start"], a.value["end"], a.value["duration"], a.evidence))
    return found


def settled(file: ClaimFile, name: str) -> set[Evidence]:
    """The words of the present answer to a field and of the corrected ones; an earlier one that was only followed is a period too."""
    state = file.fields.get(name)
    if state is None:
        return set()
    corrected = max((i for i, one in enumerate(state.history) if one.correction), default=0)
    return {*present(state), *(e for one in state.history[:corrected] for e in one.evidence)}


def present(state: FieldState) -> tuple[Evidence, ...]:
    """The words of the present value alone; a field whose answers differ carries those of all."""
    own = [e for one in state.history if one.value == state.value for e in one.evidence]
    return tuple(own) or state.evidence


def bare(system: str, start: Any, end: Any, said: Any, evidence: tuple[Evidence, ...]) -> Period:
    return Period(system, start, end, said, running=False, lasted=None, excess=None, qualifying=None, evidence=evidence)


def key(system: str) -> str:
    return system.lower()


def merged(rows: Iterable[Period]) -> list[Period]:
    """Dates and a duration of the same system are one standstill; two spans of dates, or two durations, are two."""
    found: list[Period] = []
    for row in rows:
        at = next((i for i, one in enumerate(found) if key(one.system) == key(row.system) and fits(one, row)), None)
        if at is None:
            found.append(row)
            continue
        one = found[at]
        joined = tuple(dict.fromkeys((*one.evidence, *row.evidence)))
        found[at] = replace(one, start=one.start or row.start, end=one.end or row.end, said=one.said or row.said, evidence=joined)
    return found


def fits(one: Period, other: Period) -> bool:
    return not any(
        a is not None and b is not None and a != b for a, b in ((one.start, other.start), (one.end, other.end), (one.said, other.said))
    )


def timed(row: Period, file: ClaimFile, now: datetime, waiting: timedelta) -> Period:
    """The period with its lengths."""
    over = file.value("attack_status") == "restored" or file.value("restoration_status") == "done" or file.value("restored_at") is not None
    running = row.start is not None and row.end is None and row.said is None and not over and holds("not_restored", file)
    lasted = between(row.start, row.end, now if running else None) or of_length(row.said)
    if lasted is None:
        return replace(row, running=running)
    return replace(row, running=running, lasted=lasted, excess=excess(lasted, waiting), qualifying=qualifying(lasted, waiting))


def between(start: Any, end: Any, until: datetime | None) -> Range | None:
    """The shortest and the longest time between two moments that are known to some precision; until `until` when there is no end."""
    first, last = instants(start), instants(end) if end is not None else (until, until) if until else None
    if first is None or last is None or last[0] is None or last[1] is None:
        return None
    return max(last[0] - first[1], timedelta()), max(last[1] - first[0], timedelta())


def instants(value: Any) -> tuple[datetime, datetime] | None:
    """Between which instants a moment lies; one with a time is that time."""
    found = span(value)
    return (found[0], found[0]) if found and value.get("precision") in _POINTS and not value.get("end") else found


def of_length(said: Any) -> Range | None:
    found = length(said)
    return (found, found) if found is not None else None


def excess(lasted: Range, waiting: timedelta) -> Range:
    """What is left when the first hours fall away."""
    return max(lasted[0] - waiting, timedelta()), max(lasted[1] - waiting, timedelta())


def qualifying(lasted: Range, waiting: timedelta) -> Range:
    """What counts when all of it counts once it lasted longer than the waiting period."""
    shortest, longest = (one if one > waiting else timedelta() for one in lasted)
    return shortest, longest


def of_log(assertions: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """The standstills among what was recorded."""
    return tuple(a for a in assertions if a.kind == "standstill")
