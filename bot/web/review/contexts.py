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
    versions: tuple[VersionRow, ...] = ()
    shown_version: int = 0


@dataclass(frozen=True, slots=True)
class MissingPage:
    """There is no such claim file."""

    title: str
    person: Person
