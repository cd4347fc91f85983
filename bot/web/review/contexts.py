"""All that the pages of the staff may use: one frozen dataclass a template, every text in it ready to be shown."""

from dataclasses import dataclass

from bot.web.review.quotes import Piece


@dataclass(frozen=True, slots=True)
class Person:
    """Who is logged in; every form carries `csrf`."""

    name: str
    csrf: str


@dataclass(frozen=True, slots=True)
class LoginPage:
    """`problem` is a Dutch sentence or empty; `back` the page of ours to go on to."""

    title: str
    csrf: str
    back: str
    name: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """A one-time login ends here: choose a password of at least `least` characters."""

    title: str
    person: Person
    least: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim file in the list; `name` tells it from the others: its number, else who it is about, else where it came in and when."""

    id: str
    name: str
    received: str
    received_iso: str
    insured: str
    claimant: str
    triage: str
    triage_word: str
    losses: str
    status: str
    last_message: str
    last_message_iso: str
    related: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """The list, P1 first and then the newest; `level` is the chosen triage filter or empty, `levels` what can be chosen."""

    title: str
    person: Person
    rows: tuple[Row, ...]
    level: str
    levels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that were said. `href` points at them in the transcript on the same page, empty when they are not there."""

    text: str
    href: str
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the summary, with the words it rests on."""

    label: str
    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier answer to a field, superseded by a later one."""

    value: str
    status: str
    said_by: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field: `status` is the code (for the look), `status_word` the Dutch word; `answered` when it has a value."""

    name: str
    label: str
    value: str
    status: str
    status_word: str
    said_by: str
    quotes: tuple[Quote, ...]
    earlier: tuple[Earlier, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together; `known` says how many have a value. A group with none is folded."""

    label: str
    rows: tuple[FieldRow, ...]
    known: int


@dataclass(frozen=True, slots=True)
class LossRow:
    head: str
    status: str
    status_word: str
    party: str
    amounts: str
    primary: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    role: str
    head: str
    party: str
    amount: str
    at: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    id: str
    word: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A line of a list: contradictions, open questions, deadlines. `detail` may be empty."""

    text: str
    detail: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the transcript, in pieces; `id` is its place in the page."""

    id: str
    author: str
    who: str
    at: str
    at_iso: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """What amounts of one kind come to; `notes` says how, and that it is no loss where it is none."""

    role: str
    party: str
    amount: str
    notes: str


@dataclass(frozen=True, slots=True)
class StandstillRow:
    """One standstill: `excess` is what is left when the first hours fall away, `qualifying` what counts when all of it does after them."""

    system: str
    when: str
    lasted: str
    excess: str
    qualifying: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StandstillPart:
    """The downtime clock; `waiting` says in a sentence which waiting period was used."""

    waiting: str
    rows: tuple[StandstillRow, ...]


@dataclass(frozen=True, slots=True)
class AlarmPart:
    """The alarms of a file and the calls for a person, as `points`; `can_take` when nobody took the last one up yet."""

    points: tuple[Point, ...]
    can_take: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing by which two files are compared; `mark` is "same", "close", "differs" or "one" (said in one of them only)."""

    label: str
    here: str
    there: str
    mark: str
    mark_word: str


@dataclass(frozen=True, slots=True)
class RelatedFile:
    """Another file that may tell of the same event. `state` is the code; `decided` says who decided and when, empty when nobody did.

    `fresh` are the reasons that came after somebody said no; `in_event` whether it is linked already, also through another file.
    """

    id: str
    name: str
    kind: str
    strength: str
    state: str
    waits: bool
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    fresh: tuple[str, ...]
    rows: tuple[Difference, ...]
    status: str
    withdrawn: bool
    decided: str
    in_event: bool


@dataclass(frozen=True, slots=True)
class EventFile:
    """One line of the page of an event."""

    id: str
    name: str
    insured: str
    claimant: str
    found: str
    level: str
    status: str
    here: bool


@dataclass(frozen=True, slots=True)
class EventPage:
    """All files of one event: those that people linked, and those that may belong to it. `summary` counts; `alert` may be empty."""

    title: str
    person: Person
    id: str
    name: str
    summary: str
    alert: str
    files: tuple[EventFile, ...]
    proposed: tuple[EventFile, ...]
    links: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of the file: when, why and by whom, and the names of the fields that were told."""

    number: int
    at: str
    why: str
    fields: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim file."""

    title: str
    person: Person
    id: str
    heading: str
    meta: tuple[tuple[str, str], ...]
    level: str
    level_word: str
    signals: tuple[Signal, ...]
    facts: tuple[Fact, ...]
    losses: tuple[LossRow, ...]
    ledger: tuple[LedgerRow, ...]
    groups: tuple[FieldGroup, ...]
    contradictions: tuple[Point, ...]
    questions: tuple[Point, ...]
    deadlines: tuple[Point, ...]
    timeline: tuple[Point, ...]
    documents: tuple[Point, ...]
    completeness: str
    disclosures: tuple[Point, ...]
    said: tuple[Said, ...]
    alarm: AlarmPart | None = None
    standstill: StandstillPart | None = None
    totals: tuple[TotalRow, ...] = ()
    steps: tuple[str, ...] = ()
    related: tuple[RelatedFile, ...] = ()
    linked: int = 0
    notice: str = ""
    versions: tuple[VersionRow, ...] = ()
    shown_version: int = 0


@dataclass(frozen=True, slots=True)
class MissingPage:
    """There is no such claim file."""

    title: str
    person: Person
