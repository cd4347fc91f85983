"""Who does it: the insured, the claimant, the attacker, an insurer, or somebody else."""

from typing import List, NamedTuple, Optional

from .clauses import Message, Sentence, Span
from .tables.actors import BY, NOT_BY, PARTIES, PHRASE


class Mention(NamedTuple):
    """A word that stands for a party; `pronoun` when it only points at one ("ze")."""

    start: int
    end: int
    actor: str
    pronoun: bool


def mentions(low: str) -> List[Mention]:
    """Every party named in `low`, in order."""
    found = []
    for m in PARTIES.finditer(low):
        actor = m.lastgroup or "them"
        found.append(Mention(m.start(), m.end(), "claimant" if actor == "them" else actor, actor == "them"))
    return found


def agent(sentence: Sentence, at: int, span: Optional[Span] = None, without: str = "") -> Optional[str]:
    """Who does what stands at message offset `at`: the `door` phrase, else the nearest subject of the clause, else of the sentence."""
    clause = span or sentence.clause(at, at + 1)
    for a, b in (clause, (sentence.start, sentence.end)):
        low = sentence.low[a - sentence.start : b - sentence.start]
        low = NOT_BY.sub(lambda m: " " * len(m.group()), low)
        m = BY.search(low)
        if m:
            named = mentions(low[m.end() : m.end() + 40])
            if named:
                return named[0].actor
            return "claimant"
        subjects = [x for x in mentions(low) if not PHRASE.search(low[: x.start]) and low[x.start : x.end] not in ("ons", "mij")]
        subjects = [x for x in subjects if x.actor != without] or subjects
        if subjects:
            here = at - a
            before = [x for x in subjects if x.start <= here]
            return (before[-1] if before else subjects[0]).actor
    return None


def speaks_of(message: Message, actor: str) -> bool:
    """True when the message names `actor` somewhere."""
    return any(x.actor == actor and not x.pronoun for x in mentions(message.low[:4000]))
