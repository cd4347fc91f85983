"""What each date, interval and duration in a message is the moment of."""

import re
from datetime import date, datetime, timedelta
from typing import Any, Dict, List, Optional

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.dates import CONTRACT_CTX, DAY_N, DEADLINE_CTX, DEMAND_CTX, DOWNTIME, LATER, NOT_DOWN, NOT_INCIDENT, NUMBERS, ORDINALS, ROLES


def read(message: Message, found: Findings) -> None:
    last: Optional[Item] = None
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind in ("date", "datetime", "interval"):
                _role(sentence, item)
                last = item
            elif item.kind == "duration":
                _downtime(message, sentence, item)
        _relative(message, sentence, found, last)
        _ordinal_day(message, sentence, found)


_THAT_WAS = re.compile(r"\W*(?:en )?(?:dat|dit|dit alles|da|'t|het) (?:was|is|gebeurde|moet)\b")


def _moments(sentence: Sentence) -> List[Item]:
    return [i for i in sentence.items if i.kind in ("date", "datetime", "interval")]


def _near(sentence: Sentence, item: Item, reach: str) -> str:
    clause = sentence.clause(item.start, item.end)
    if reach in ("sentence", "weak"):
        return sentence.low if len(_moments(sentence)) == 1 else ""
    if _THAT_WAS.match(sentence.cut(clause)) and reach == "clause":  # "de praktijken draaien weer, dat was op 9 augustus"
        before = sentence.previous(item.start)
        if before is not None:
            return sentence.cut(before)
    if reach.startswith("before"):
        return sentence.low[: item.start - sentence.start]
    text = sentence.cut(clause)
    inside = [i for i in _moments(sentence) if clause[0] <= i.start < clause[1]]
    if len(inside) > 1 and reach == "clause":  # each date has its own words: those up to the next date, or since the last
        at = inside.index(item)
        start = inside[at - 1].end if at else clause[0]
        end = inside[at + 1].start if at + 1 < len(inside) else clause[1]
        return sentence.cut((start, end))
    if len(text.split()) <= len(sentence.cut((item.start, item.end)).split()) + 2:  # a date set apart by commas
        before = sentence.previous(item.start)
        text = (sentence.cut(before) + " " if before else "") + text
    return text


def _role(sentence: Sentence, item: Item) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    words = sentence.cut(sentence.clause(item.start, item.end))
    ahead = isinstance(item.raw.get("future"), (str, dict)) or item.raw.get("future") is True
    for role, regex, reach in ROLES:
        if reach == "before_ransom" and not (DEADLINE_CTX.search(sentence.low) and ahead):
            continue
        if reach == "before_demand" and not (DEMAND_CTX.search(sentence.low) and ahead):
            continue
        if reach == "before_contract" and not CONTRACT_CTX.search(words):
            continue
        if role == "ransom_paid" and re.search(r"factu|loon|huur|rekening", words):
            continue
        if role in ("occurred", "discovered", "restored") and item.kind == "interval" and str(item.raw.get("value", "")).startswith("../"):
            if DOWNTIME.search(sentence.low) and role == "restored":
                item.role, item.confidence = "restored", 0.7
                return
            continue
        if role in ("occurred", "discovered") and re.search(
            r"\b(?:na|voor|tot|t/m|vlak voor|net voor|kort voor|vanaf voor|uit)\W*$", sentence.low[: item.start - sentence.start]
        ):
            continue
        if role == "occurred" and NOT_INCIDENT.search(words):
            continue
        near = _near(sentence, item, reach)
        if role == "restored" and re.search(r"\bnog niet\b|\bniet (?:weer|terug)\b|\bpas\b[^?]{0,30}?(?:volgende|morgen|begin)", near):
            continue
        if regex.search(near):
            item.role, item.confidence = role, {"sentence": 0.75, "weak": 0.5}.get(reach, 0.9)
            if reach == "weak" or (
                role == "occurred" and re.search(r"\bstil\b", near) and not re.search(r"gehackt|aanval|versleuteld", near)
            ):
                item.extra["weak"] = True
            if role in ("occurred", "discovered") and re.search(
                r"\b(?:vorig|in 20\d\d hadden)\b[^?]{0,20}?\bjaar\b.*\book\b", sentence.low
            ):
                item.role, item.certainty = None, "other_case"
            return


def _downtime(message: Message, sentence: Sentence, item: Item) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    clause = sentence.clause(item.start, item.end)
    words, low = sentence.cut(clause), sentence.low
    just_before = sentence.low[max(0, item.start - sentence.start - 14) : item.start - sentence.start]
    if re.search(r"\b(?:binnen|elke|iedere|per|na|om de|gedurende het contract|nog)\s+(?:de |een )?$", just_before) and not re.search(
        r"\bpas na\s+$", just_before
    ):
        return
    if re.match(r"\s*" + NOT_DOWN.pattern, sentence.low[item.end - sentence.start : item.end - sentence.start + 30]) or re.search(
        r"\bgeleden\b", words
    ):
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


def _ordinal_day(message: Message, sentence: Sentence, found: Findings) -> None:
    m = DAY_N.search(sentence.low)
    if m and not sentence.question:
        found.add(
            "duration", (sentence.start + m.start(), sentence.start + m.end()), "downtime", f"P{ORDINALS[m.group(1)]}D", confidence=0.8
        )


def _relative(message: Message, sentence: Sentence, found: Findings, last: Optional[Item]) -> None:
    """ "Een dag later ontdekt": a moment counted from the date before it."""
    m = LATER.search(sentence.low)
    if not m or last is None or last.start >= sentence.start + m.start():
        return
    base = _day(last)
    if base is None:
        return
    if m.group(1):
        count = NUMBERS.get(m.group(1)) or int(m.group(1))
        step = timedelta(days=count * (7 if m.group(2).startswith("we") else 1)) if m.group(2) != "uur" else timedelta(0)
    else:
        step = timedelta(days=1) if m.group(3) else timedelta(0)
    span = (sentence.start + m.start(), sentence.start + m.end())
    if any(i.kind in ("date", "datetime", "interval") and i.start < span[1] and span[0] < i.end for i in sentence.items):
        return
    value = (base + step).isoformat()
    item = Item({"kind": "date", "start": span[0], "end": span[1], "value": value, "precision": "day"})
    _role(sentence, item)
    if item.role:
        found.add(
            "date", span, item.role, {"past": value, "future": value, "precision": "day", "approx": False}, confidence=0.8, derived=True
        )


def _day(item: Item) -> Optional[date]:
    value: Any = item.raw.get("past") or item.value
    if isinstance(value, dict):
        value = value.get("value") or value.get("past")
    try:
        return datetime.fromisoformat(str(value)[:10]).date()
    except ValueError:
        return None


def settle(items: List[Item]) -> None:
    """In one message "begonnen op 3 maart, ontdekt op 5 maart" keeps both; a second date with a role that is taken becomes weaker."""
    seen: Dict[str, Item] = {}
    for item in items:
        if item.role and item.kind in ("date", "datetime", "interval"):
            if item.role in seen:
                item.confidence = min(item.confidence, 0.6)
            else:
                seen[item.role] = item
