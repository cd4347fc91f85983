"""The words of the core: what a message is, what was read in it, what is recorded, what is said back.

Everything here is immutable and free of I/O. Codes are English snake_case, as in `fields.toml`; money and crypto amounts
are `Decimal`s in code and decimal strings outside; instants are aware datetimes; offsets count Unicode code points of the
*stored* (cleaned) text, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

Author = Literal["insured", "agent", "adjuster", "bot"]
SaidBy = Literal["insured", "caller", "agent", "adjuster", "document", "system"]
Status = Literal["stated", "confirmed", "estimated", "derived", "unknown", "declined", "contradicted"]
EditStatus = Literal["stated", "estimated", "unknown", "declined"]  # what an edit by hand can say
ClaimStatus = Literal["draft", "validated", "handed_over", "withdrawn", "rejected"]
Polarity = Literal["affirmed", "negated"]
Certainty = Literal["sure", "estimate", "doubt", "hearsay", "hypothetical", "question", "figurative", "other_case"]
Actor = Literal["insured", "claimant", "attacker", "insurer", "third_party"]
Kind = Literal["field", "money", "loss", "signal", "standstill"]
LossStatus = Literal["claimed", "incurred", "threatened", "possible", "absent"]
Party = Literal["insured", "claimant", "third_party", "unknown"]
Level = Literal["P1", "P2", "P3"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was said: `quote` is exactly `text[start:end]` of the stored message."""

    message_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing the Rasa side read in a message (docs/annotations.md): a candidate, never yet a fact of the claim.

    `role` is, for a `fact`, the field it speaks of; for a `loss`, the head; for a value (money, date, phone ...), the part
    the words support ("ransom_paid", "discovered"), or None when they support none. `actor` is who did, owns or pays it
    according to these words. `head` goes with money, `loss_status` with a `loss`.
    """

    entity: str
    start: int
    end: int
    value: Any = None
    role: str | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "sure"
    actor: Actor | None = None
    head: str | None = None
    loss_status: LossStatus | None = None
    confidence: float = 1.0
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_fact(self) -> bool:
        """Whether it speaks of a field by its `role`: a `fact`, or one of the kinds whose span is a name (system, ransomware, vector)."""
        return self.entity in ("fact", "system", "ransomware", "vector")


@dataclass(frozen=True, slots=True)
class Heard:
    """A stored message with all that the Rasa side made of it. `intents` are (name, confidence), the best first.

    `ask` is the field whose question was open when the message was delivered, or None.
    """

    message_id: str
    author: Author
    at: datetime
    text: str
    language: str
    ask: str | None = None
    intents: tuple[tuple[str, float], ...] = ()
    annotations: tuple[Annotation, ...] = ()

    @property
    def intent(self) -> str:
        """The name of the best intent; "nlu_fallback" when there is none."""
        return self.intents[0][0] if self.intents else "nlu_fallback"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing recorded, for good: who said what about which field, money line, loss head or triage signal, and where.

    `kind` "field": `name` is a field of `fields.toml`, `value` has the shape of DESIGN 4.5.
    `kind` "money": `name` is the role, `value` a ledger line without its evidence.
    `kind` "loss": `name` is a head (coarse or fine), `value` is {"status", "party"}.
    `kind` "signal": `name` is T1 to T14, `value` is None.
    `kind` "standstill": `name` is the system as it was called or "", `value` is {"start", "end", "duration"} (see `standstills`).
    The position in the log is its rank: later supersedes earlier; nothing is removed.
    """

    kind: Kind
    name: str
    value: Any
    status: Status
    said_by: SaidBy
    message_id: str
    at: datetime
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the transcript. For the bot's own: which text (`text_id`), its facts, and the question it opened (`ask`)."""

    id: str
    author: Author
    at: datetime
    text: str
    text_id: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    ask: str | None = None
    reply_to: str | None = None
    intent: str | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """All that is known of one conversation, in order. The claim file, the plan and every page are functions of it.

    `channel` is the way it came in; `version` the number of the last version of the file, 0 before the hand-over.
    """

    conversation_id: str
    channel: Literal["web_chat", "call_centre_agent"]
    language: str
    opened_at: datetime
    status: ClaimStatus = "draft"
    number: str | None = None
    version: int = 0
    messages: tuple[Message, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    model: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    """A text to show: an id in the catalogue (`responses` of domain.yml, or "ask.<field>"), its facts, the field it asks.

    `disclosure` marks texts that must be logged when shown (speech rules, DOMAIN section 3).
    """

    text_id: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    ask: str | None = None
    disclosure: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What hearing one message leads to: written in one transaction, or not at all. `says` may be empty (an agent took over)."""

    message_id: str
    assertions: tuple[Assertion, ...] = ()
    says: tuple[Say, ...] = ()
    status: str | None = None


def spoken_to(log: Log, author: Author) -> Log:
    """The log for a talk with `author`: an agent is answered as an agent, also in a conversation that an insured began, and the reverse."""
    return replace(log, channel="call_centre_agent" if author == "agent" else "web_chat")


@dataclass(frozen=True, slots=True)
class FieldState:
    """The present answer to one field, with every earlier one in `history` (oldest first)."""

    value: Any
    status: Status
    said_by: SaidBy
    confidence: float
    evidence: tuple[Evidence, ...]
    at: datetime
    history: tuple[Assertion, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One amount with its role. `amount` is a decimal string; exactly one of `asset` and `currency` is set."""

    role: str
    head: str | None
    party: Party
    amount: str
    asset: str | None
    currency: str | None
    vat_basis: str
    at: Any
    approx: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LossState:
    """What is known of one loss head; see domain rule page `docs/losses.md`."""

    status: LossStatus
    party: Party
    confidence: float
    amounts: tuple[LedgerLine, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """The fold of a log's assertions: fields, ledger, losses by reported class, and the labels drawn from them."""

    fields: Mapping[str, FieldState] = field(default_factory=dict)
    ledger: tuple[LedgerLine, ...] = ()
    losses: Mapping[str, LossState] = field(default_factory=dict)
    fine_losses: Mapping[str, LossState] = field(default_factory=dict)
    loss_types: tuple[str, ...] = ()
    primary_loss: str | None = None
    signals: tuple[Assertion, ...] = ()
    standstills: tuple[Assertion, ...] = ()

    def value(self, name: str) -> Any:
        """The answered value of a field, else None (also for unknown and declined)."""
        state = self.fields.get(name)
        return None if state is None or state.status in ("unknown", "declined") else state.value
