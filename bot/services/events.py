"""Files that may tell of one event: found at every change of a file, shown to the staff, linked by a person, never merged.

`note` runs inside the transaction of a turn: it reads the kept facts of files that share a key, never a log. `Events` is for the staff;
nothing it gives may reach an insured.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot import log
from bot.claims.company_names import read
from bot.claims.event_facts import Facts, as_json, facts_of, from_json, keys
from bot.claims.records import Conversation, Link, LinkState
from bot.claims.same_event import Match, compare
from bot.services.core import Core
from bot.services.ports import Unit, Units
from bot.services.staff import utc_now

LOG = log.get(__name__)
LOCAL = ZoneInfo("Europe/Brussels")
MOST_COMPARED = 200  # of those that share a key, those that share most
MOST_PROPOSED = 20  # new links at once; in an event of hundreds each file leads to some of the others, and so to all
MOST_IN_EVENT = 500
EVERY = 10_000_000


def read_facts(claim: Mapping[str, Any], conversation_id: str) -> Facts | None:
    """The facts of a claim file; None when they cannot be read: a rule that fails here must not lose a turn."""
    try:
        return facts_of(claim)
    except Exception as error:  # the border to the rules, as in `bot.services.hearing`
        LOG.error("event_facts_failed", conversation=conversation_id, error=type(error).__name__, exc_info=True)
        return None


def note(unit: Unit, conversation_id: str, facts: Facts, at: datetime) -> None:
    """Keep what tells which event a file speaks of and propose the links that follow; inside the caller's transaction.

    Nothing is done when nothing changed. A proposal that no longer holds is taken back; what a person decided stays.
    """
    now, shared = as_json(facts), keys(facts)
    known = unit.events.facts([conversation_id]).get(conversation_id)
    if known == now or (known is None and not shared):
        return
    unit.events.keep(conversation_id, now, shared)
    links = {one.other(conversation_id): one for one in unit.events.links([conversation_id])}
    found = matches(unit, conversation_id, facts, shared, links.keys())
    for other, link in links.items():
        if other not in found and link.state == "proposed":
            unit.events.drop(link)
    new = sorted(found.keys() - links.keys(), key=lambda other: (-found[other].score, other))[:MOST_PROPOSED]
    for other in (*(links.keys() & found.keys()), *new):
        unit.events.put(linked(conversation_id, other, found[other], links.get(other), at))
    if new:
        LOG.info("same_event_proposed", conversation=conversation_id, files=len(new))


def matches(unit: Unit, conversation_id: str, facts: Facts, shared: set[str], before: Iterable[str]) -> dict[str, Match]:
    """The files that match, of those that share a key and those that were linked before."""
    others = unit.events.facts({*unit.events.sharing(conversation_id, shared, MOST_COMPARED), *before})
    return {other: match for other, kept in others.items() if (match := compare(facts, from_json(kept)))}


def linked(one: str, other: str, match: Match, before: Link | None, at: datetime) -> Link:
    """The link as it is now; what was decided about it stays."""
    a, b = sorted((one, other))
    reasons = tuple(asdict(reason) for reason in match.reasons)
    if before is None:
        return Link(a, b, match.kind, match.score, reasons, at)
    # What somebody confirmed as one kind is not turned into another by a later word.
    kind = match.kind if before.state == "proposed" else before.kind
    return replace(before, kind=kind, score=match.score, reasons=reasons)


@dataclass(frozen=True, slots=True)
class Related:
    """Another file with its link to the one looked at: `values` are what both are compared by, `by` the name of who decided."""

    link: Link
    about: Conversation
    facts: Facts
    by: str
    in_event: bool


@dataclass(frozen=True, slots=True)
class Event:
    """All files that people linked, and those that may belong to them; `insureds` counts different insureds among the linked."""

    files: tuple[tuple[Conversation, Facts], ...]
    proposed: tuple[tuple[Conversation, Facts], ...]
    insureds: int
    links: tuple[Link, ...]


class Events:
    """For members of the staff. All methods are synchronous."""

    def __init__(self, units: Units, core: Core, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._core, self._now = units, core, now

    def related(self, conversation_id: str) -> list[Related]:
        """The files linked to this one, those that wait for a person first, then by strength. A withdrawn file is among them."""
        with self._units.read() as unit:
            links = unit.events.links([conversation_id])
            kept = unit.events.facts([one.other(conversation_id) for one in links])
            names = {member.id: member.name for member in unit.staff.all()}
            inside = members(unit, conversation_id)
            found = []
            for link in links:
                other = link.other(conversation_id)
                about = unit.conversations.get(other)
                if about is not None and other in kept:
                    found.append(Related(link, about, from_json(kept[other]), names.get(link.by or "", ""), other in inside))
        return sorted(found, key=lambda one: (not one.link.waits, one.link.state == "rejected", -one.link.score))

    def facts(self, conversation_id: str) -> Facts | None:
        """What this file is compared by; None when nothing was said that could be."""
        with self._units.read() as unit:
            kept = unit.events.facts([conversation_id]).get(conversation_id)
        return from_json(kept) if kept else None

    def export(self, conversation_id: str) -> list[dict[str, Any]]:
        """`related` of the claim file for staff: id, number, status, kind, state, score, reasons, and who decided when."""
        return [
            {
                "id": one.about.id,
                "number": one.about.number,
                "status": one.about.status,
                "kind": one.link.kind,
                "state": one.link.state,
                "score": one.link.score,
                "reasons": [dict(reason) for reason in one.link.reasons],
                "decided_by": one.by or None,
                "decided_at": one.link.at.astimezone(LOCAL).isoformat(timespec="seconds") if one.link.at else None,
            }
            for one in self.related(conversation_id)
        ]

    def decide(self, conversation_id: str, other: str, state: LinkState, member_id: str) -> bool:
        """Say what two files are to each other; False when no link of the two is known (any more). Who said it is kept for good."""
        with self._units.write() as unit:
            link = next((one for one in unit.events.links([conversation_id]) if one.other(conversation_id) == other), None)
            if link is None:
                return False
            made = replace(link, state=state, by=member_id, at=self._now(), seen=tuple(str(one["id"]) for one in link.reasons))
            unit.events.put(made)
            unit.events.decided(made)
            unit.commit()
        LOG.info("same_event_decided", a=made.a, b=made.b, state=state, member=member_id)
        return True

    def event(self, conversation_id: str) -> Event:
        """The event this file belongs to: itself, and what is linked to it by people, also through others."""
        with self._units.read() as unit:
            inside = members(unit, conversation_id)
            links = unit.events.links(inside)
            around = {one.a if one.b in inside else one.b for one in links if one.waits and (one.a in inside) != (one.b in inside)}
            kept = {id: from_json(facts) for id, facts in unit.events.facts({*inside, *around}).items()}
            found = {id: about for id in {*inside, *around} if (about := unit.conversations.get(id))}
        empty = Facts(received=0)
        rows = {id: (about, kept.get(id, empty)) for id, about in sorted(found.items(), key=lambda one: one[1].opened_at)}
        files = tuple(row for id, row in rows.items() if id in inside)
        between = tuple(one for one in links if one.state == "confirmed")
        insureds = count_insureds(files, between)
        return Event(files, tuple(row for id, row in rows.items() if id in around), insureds, between)

    def refresh(self, conversation_id: str) -> None:
        """Read a file again and propose what follows: for files from before there were facts, and after a change of the rules."""
        with self._units.write() as unit:
            facts = read_facts(self._core.claim_file(unit.log(conversation_id)), conversation_id)
            if facts is not None:
                note(unit, conversation_id, facts, self._now())
            unit.commit()

    def refresh_all(self) -> int:
        """The same for every file in which somebody said something; returns how many. One transaction a file, so that others go on."""
        with self._units.read() as unit:
            ids = [one.id for one in unit.conversations.latest(EVERY)]
        for one in ids:
            self.refresh(one)
        return len(ids)


def members(unit: Unit, conversation_id: str) -> set[str]:
    """The file and all that confirmed links lead to from it."""
    inside, edge = {conversation_id}, {conversation_id}
    while edge and len(inside) < MOST_IN_EVENT:
        links = [one for one in unit.events.links(edge) if one.state == "confirmed"]
        edge = {id for one in links for id in (one.a, one.b)} - inside
        inside |= edge
    return inside


def count_insureds(files: Iterable[tuple[Conversation, Facts]], links: Iterable[Link]) -> int:
    """Different insureds: two files are of one when they were told twice, or share a policy, a number or what the name comes to."""
    rows = list(files)
    head = {about.id: about.id for about, _ in rows}

    def top(id: str) -> str:
        while head[id] != id:
            id = head[id]
        return id

    for one in links:
        if one.kind == "possible_duplicate" and one.a in head and one.b in head:
            head[top(one.a)] = top(one.b)
    first: dict[str, str] = {}
    for about, facts in rows:
        for key in identities(facts):
            head[top(about.id)] = top(first.setdefault(key, about.id))
    return len({top(id) for id in head})


def identities(facts: Facts) -> set[str]:
    name = read(facts.insured).joined if facts.insured else ""
    found = {f"policy:{facts.policy}", f"number:{facts.registration}", f"name:{name}"}
    return {one for one in found if not one.endswith(":")}


def marks(unit: Unit, ids: Iterable[str]) -> dict[str, dict[str, int]]:
    """For a list of files: how many links of each wait for a person, and how many are confirmed."""
    wanted = set(ids)
    found: dict[str, dict[str, int]] = {}
    for link in unit.events.links(wanted):
        for id in {link.a, link.b} & wanted:
            mark = found.setdefault(id, {"waiting": 0, "confirmed": 0})
            mark["waiting"] += link.waits
            mark["confirmed"] += link.state == "confirmed"
    return found
