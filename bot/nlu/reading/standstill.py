"""How long work stood still, and from when to when."""

import re

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.dates import DAY_N, DOWNTIME, NO_STANDSTILL, NOT_DOWN, ORDINALS, SINCE, STANDSTILL


def ahead_of(sentence: Sentence, item: Item) -> str:
    """The words before a moment, with the preposition that was read as a part of it ("tegen vrijdag")."""
    first = re.match(r"(?:tegen|voor|tot|uiterlijk|sinds|vanaf|van)\b", sentence.cut(item.span))
    return sentence.low[: item.start - sentence.start] + (first.group() if first else "")


def standstill(sentence: Sentence, item: Item, found: Findings) -> None:
    """ "Lagen van 6 tot 8 oktober plat", "plat sinds gisteren": where the interruption begins and ends."""
    low, certain = sentence.cut(sentence.clause(item.start, item.end)), item.certainty
    if certain in ("question", "other_case", "hypothetical") or not STANDSTILL.search(low) or NO_STANDSTILL.search(low):
        return
    value = str(item.raw.get("past") or item.raw.get("value") or "")
    first, _, last = value.partition("/")
    since = SINCE.search(ahead_of(sentence, item))
    if not last and not since:
        return
    precision = item.raw.get("precision") or "day"
    for role, side in (("bi_start_at", first), ("bi_end_at", last)):
        if side and side != "..":
            at = {"value": side, "precision": precision, "approx": bool(item.raw.get("approx"))}
            found.fact(item.span, role, at, certainty=certain, confidence=0.85)
    if item.role == "occurred" and "/" in value:
        item.extra["weak"] = not re.search(r"gehackt|aanval|versleuteld|ingebroken", low)


def downtime(message: Message, sentence: Sentence, item: Item) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    clause = sentence.clause(item.start, item.end)
    words, low = sentence.cut(clause), sentence.low
    just_before = sentence.low[max(0, item.start - sentence.start - 14) : item.start - sentence.start]
    if re.search(r"\bin\s+(?:een |zo'n )?$", just_before) or (
        re.search(r"\bin\s+een\b", words[:12])
        and "in een" in sentence.low[max(0, item.start - sentence.start - 4) : item.end - sentence.start]
    ):
        return
    if re.search(r"\b(?:binnen|elke|iedere|per|na|om de|gedurende het contract|nog)\s+(?:de |een )?$", just_before) and not re.search(
        r"\bpas na\s+$", just_before
    ):
        return
    if re.match(r"\s*" + NOT_DOWN.pattern, sentence.low[item.end - sentence.start : item.end - sentence.start + 30]) or re.search(
        r"\bgeleden\b", words
    ):
        return
    if NO_STANDSTILL.search(words) and not STANDSTILL.search(words):
        return
    bare = len(low.split()) <= len(sentence.cut(item.span).split()) + 2
    if DOWNTIME.search(words) or (DOWNTIME.search(low) and len(low) < 130):
        item.role, item.confidence = "downtime", 0.85
    elif (
        re.search(r"\b(?:al|nu|intussen|ondertussen|inmiddels|bijna)\W+(?:\w+ )?$", just_before)
        and sentence.index
        and DOWNTIME.search(message.sentences[sentence.index - 1].low)
    ):
        item.role, item.confidence = "downtime", 0.75
    elif bare or re.match(r"\W*(?:een |zo'n )?\S+ \S+(?: nu)?,", low):
        item.role, item.confidence = "downtime", 0.55


def ordinal_day(message: Message, sentence: Sentence, found: Findings) -> None:
    m = DAY_N.search(sentence.low)
    if m and not sentence.question:
        found.add(
            "duration", (sentence.start + m.start(), sentence.start + m.end()), "downtime", f"P{ORDINALS[m.group(1)]}D", confidence=0.8
        )
