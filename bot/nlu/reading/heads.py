"""Loss heads: which words speak of which loss, and what they say of its status."""

import re
from typing import Any, Dict, List, Optional

from . import negation
from .claim import carries_on, is_claim, not_asked
from .clauses import Message, Sentence, Span
from .rules import Findings, matches
from .tables.attack import MOVED_HERE
from .tables.claim import CLAIMING, THREATENS
from .tables.heads import (
    ASKS,
    BETTER,
    BREAKDOWN,
    CAUGHT_UP,
    FREE,
    FREE_WORK,
    FUTURE,
    INTERRUPTION,
    MOST,
    NO_LOSS,
    ONE_CLIENT,
    OTHER,
    OWN,
    RANSOM,
    RESTORATION,
    SCAM_HERE,
)

TABLES = (RANSOM, RESTORATION, INTERRUPTION, OTHER)


def read(message: Message, found: Findings) -> None:
    claiming = False
    for sentence in message.sentences:
        claiming = _sentence(message, sentence, found, claiming)


def _sentence(message: Message, sentence: Sentence, found: Findings, before: bool) -> bool:
    low = sentence.low
    claim = is_claim(sentence)
    breakdown = bool(BREAKDOWN.search(low))
    carried = claim or (before and carries_on(sentence))
    if sentence.question and not claim:
        return claim or before
    for table in TABLES:
        best: Dict[str, Dict[str, Any]] = {}
        for entry, m in matches(table, sentence):
            span = (sentence.start + m.start(), sentence.start + m.end())
            row = _status(sentence, entry.role, entry.value, entry.neg, span, carried, breakdown)
            if row is None:
                continue
            if not _in_context(message, sentence, entry.extra):
                continue
            row.update(confidence=entry.confidence, span=span, needs=entry.extra.get("needs"))
            old = best.get(entry.role)
            if old is None or _rank(row) > _rank(old):
                best[entry.role] = row
        if not best:
            _denied(sentence, table, claim, found)
        for head, row in best.items():
            span = row.pop("span")
            found.add(
                "loss",
                span,
                head,
                head,
                loss_status=row["status"],
                actor=row["actor"],
                confidence=row["confidence"],
                certainty=row["certainty"],
                main=True if row["main"] else None,
                needs=row["needs"],
                topic=True if row["topic"] else None,
                part=True if row["status"] == "absent" and ONE_CLIENT.search(low) else None,
                polarity="negated" if row["status"] == "absent" else "affirmed",
            )
    heads_here = [r for r in found.rows[-8:] if r["entity"] == "loss" and sentence.start <= r["start"] < sentence.end]
    back = re.search(r"\bterug\b", low)
    if claim and back and sentence.items_of("money") and not heads_here:  # "hij eist 39.746 euro terug": the ransom, when one was paid
        span = (sentence.start + back.start(), sentence.start + back.end())
        found.add("loss", span, "ransom", "ransom", loss_status="claimed", actor="claimant", confidence=0.75, needs="paid", topic=True)
    return carried


def _in_context(message: Message, sentence: Sentence, extra: Dict[str, Any]) -> bool:
    """False for words whose meaning needs more: a refund that is asked, money that went, somebody who was deceived."""
    if extra.get("needs_asked"):
        return bool(ASKS.search(sentence.low))
    if extra.get("needs_moved"):
        return bool(MOVED_HERE.search(message.around(sentence, 250)))
    return not extra.get("needs_scam") or bool(sentence.items_of("money") and SCAM_HERE.search(message.around(sentence, 300)))


def _denied(sentence: Sentence, table: Any, claim: bool, found: Findings) -> None:
    """A loss denied by words of its own: "niks gemist", "dat rekenen we niet"."""
    low = sentence.low
    if table is INTERRUPTION:
        head, m = "business_interruption", None if re.search(r"losgeld|gestolen|schade aan", low) else NO_LOSS.search(low)
    elif table is RESTORATION:
        head, m = "restoration", None if claim or BETTER.search(low) or not FREE_WORK.search(low) else FREE.search(low)
    else:
        return
    if m is None:
        return
    span = (sentence.start + m.start(), sentence.start + m.end())
    if negation.certainty(sentence, *span) in ("sure", "hearsay"):
        part = True if table is INTERRUPTION and ONE_CLIENT.search(low) else None
        found.add("loss", span, head, head, loss_status="absent", polarity="negated", confidence=0.7, part=part)


def _rank(row: Dict[str, Any]) -> int:
    """An express denial outweighs all; a bare negation only what is merely possible."""
    if row["status"] == "absent":
        return 9 if row.get("express") else 1
    return ("possible", "absent", "threatened", "incurred", "claimed").index(row["status"])


def _status(sentence: Sentence, head: str, meaning: str, neg: str, span: Span, claim: bool, breakdown: bool) -> Optional[Dict[str, Any]]:
    low = sentence.low
    sure = negation.certainty(sentence, *span)
    if sure in ("question", "other_case", "figurative"):
        return None
    clause = sentence.cut(sentence.clause(*span))
    row: Dict[str, Any] = {"certainty": "sure", "actor": None, "main": False, "topic": meaning == "topic"}
    express = not_asked(sentence, span)
    denied = express or (neg != "own" and negation.negated(sentence, *span))
    if head == "restoration" and FREE.search(low):
        denied = express = True
    if (
        head == "business_interruption"
        and NO_LOSS.search(low)
        and not (meaning == "incurred" and neg == "own" and not NO_LOSS.search(clause))
    ):
        denied = express = True
    if head == "business_interruption" and CAUGHT_UP.search(low):
        denied = express = True
    if head == "ransom":
        denied = denied and (meaning == "topic") and not re.search(r"{}".format("vraagt alleen|enkel het losgeld|alleen het losgeld"), low)
    if denied:
        if meaning == "possible":
            return None
        row["status"], row["express"] = "absent", express
        row["topic"] = False
        return row
    if sure == "hypothetical":
        return None
    row["main"] = bool(MOST.search(clause)) or (breakdown and bool(MOST.search(low)) and low.find(clause.strip()[:12]) <= 60)
    if THREATENS.search(clause) and not claim:
        row["status"] = "possible"
        return row
    if meaning != "possible" and (claim or (CLAIMING.search(clause) is not None)):
        row["status"], row["actor"] = "claimed", "claimant"
        return row
    if meaning == "possible" or sure == "doubt":
        row["status"] = "possible"
        return row
    if head == "ransom":  # what was demanded or paid says more (the core derives it from those facts)
        row["status"] = "possible"
        return row
    own = bool(OWN.search(clause))
    row["actor"] = "insured" if own else None
    row["status"] = "threatened" if FUTURE.search(clause) and not own else "incurred"
    return row


def collect(found: Findings) -> List[Dict[str, Any]]:
    return [r for r in found.rows if r["entity"] == "loss"]
