"""Polarity and certainty of what stands at a span: words and their scope."""

import re
from typing import Optional, Tuple

from .clauses import Sentence
from .tables.negation import DOUBT, ESTIMATE, FIGURE, HEARSAY, HOW_MUCH, HYPOTHETIC, NEGATOR, OPEN_OF, TAG, TOPIC_NO, UNKNOWN, UNSURE

LONG_FOR_A_TAG = 160  # characters: further off it is about something else


def negated(sentence: Sentence, start: int, end: int) -> bool:
    """True when the clause around `start:end` denies it."""
    span = sentence.clause(start, end)
    if NEGATOR.search(sentence.cut(span)):
        return True
    return bool(sentence.topic and TOPIC_NO.search(sentence.low) and sentence.low.find(":") >= start - sentence.start)


def unknown(sentence: Sentence, start: int, end: int) -> bool:
    """True when the speaker says not to know it, in the same clause or in a short one beside it ("betaald? geen idee")."""
    clause = sentence.clause(start, end)
    here = sentence.cut(clause)
    if OPEN_OF.match(here) and UNSURE.search(sentence.low):
        return True  # "of er data weg is, wordt nog uitgezocht"
    if UNKNOWN.search(here):
        return not HOW_MUCH.search(here)
    for span in sentence.clauses:
        words = sentence.cut(span)
        if span != clause and len(words.split()) <= 7 and UNKNOWN.search(words) and not HOW_MUCH.search(words):
            return abs(span[0] - clause[1]) < 4 or abs(clause[0] - span[1]) < 4
    return False


def certainty(sentence: Sentence, start: int, end: int) -> str:
    """How firmly `start:end` is said; the strongest reason to distrust it wins."""
    if sentence.question:
        return "question"
    elsewhere = _elsewhere(sentence)
    if elsewhere:
        return elsewhere
    span = sentence.clause(start, end)
    key = ("certainty", span)
    if key not in sentence.memory:  # asked for every finding of a clause
        sentence.memory[key] = _in_clause(sentence, span)
    return str(sentence.memory[key])


def _in_clause(sentence: Sentence, span: Tuple[int, int]) -> str:
    clause = sentence.cut(span)
    if HYPOTHETIC.search(clause):
        return "hypothetical"
    if DOUBT.search(clause) or _tagged(sentence, span):
        return "doubt"
    if HEARSAY.search(clause):
        return "hearsay"
    return "sure"


def _elsewhere(sentence: Sentence) -> str:
    """ "other_case" or "figurative" where the whole sentence is that, else ""."""
    if "elsewhere" not in sentence.memory:
        figure = "figurative" if FIGURE.search(sentence.low) else ""
        sentence.memory["elsewhere"] = "other_case" if sentence.other_case else figure
    return str(sentence.memory["elsewhere"])


def _tagged(sentence: Sentence, clause: Tuple[int, int]) -> bool:
    """True when "denk ik" or "zeker ben ik niet" goes with a clause: in it, or set behind it by itself."""
    m = TAG.search(sentence.low)
    if m is None or len(sentence.low) > LONG_FOR_A_TAG:
        return False
    if TAG.search(sentence.cut(clause)):
        return True
    tail = sentence.clause(sentence.start + m.start(), sentence.start + m.end())
    return tail[0] >= clause[1] and len(sentence.cut(tail).split()) <= 6


def estimated(sentence: Sentence, start: int, end: int) -> bool:
    """True when the words directly before or in `start:end` make it a rough figure."""
    low = sentence.low
    return bool(ESTIMATE.search(low, max(0, start - sentence.start - 22), min(len(low), end - sentence.start + 10)))


def polarity(sentence: Sentence, start: int, end: int, mode: str = "clause") -> str:
    """`mode`: "clause" looks for a negator in the clause; "own" is always affirmed; "negated" always negated."""
    if mode == "own":
        return "affirmed"
    if mode == "negated":
        return "negated"
    return "negated" if negated(sentence, start, end) else "affirmed"


def topic_answer(sentence: Sentence) -> Optional[Tuple[bool, int]]:
    """For "X? Neen": (True when yes, offset of the answer in the message)."""
    m = re.search(r"[?:]\s*(ja|jawel|zeker|inderdaad|jazeker|nee|neen|nope|nooit)\b", sentence.low) if sentence.topic else None
    return None if m is None else (m.group(1) in ("ja", "jawel", "zeker", "inderdaad", "jazeker"), sentence.start + m.start(1))
