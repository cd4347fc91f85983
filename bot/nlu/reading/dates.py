"""What each date, interval and duration in a message is the moment of."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Dict, List, Optional, Tuple
from zoneinfo import ZoneInfo

from . import negation
from .clauses import Item, Message, Sentence
from .ransom import deceived
from .rules import Findings
from .standstill import ahead_of, downtime, ordinal_day, standstill
from .tables.dates import (
    BACKUP_OF,
    BEFORE_OR_AFTER,
    BILL_PAID,
    CLAIM_CTX,
    CONTRACT_CTX,
    DAY_WORDS,
    DEADLINE_CTX,
    DEMAND_CTX,
    DEMANDED,
    INCIDENT,
    LATER,
    LETTER,
    NOT_INCIDENT,
    NUMBERS,
    ROLES,
    SENT,
    SHORT_DAY,
    SHORT_DAYS,
    THAT_WAS,
)
from .tables.ransom import CONTEXT, FRAUD, STRONG
from .weekdays import chained, day_of

_ZONE = ZoneInfo("Europe/Brussels")  # Brussels and Amsterdam keep the same time


def read(message: Message, found: Findings) -> None:
    last: Optional[Item] = None
    anchor: Optional[Tuple[date, int]] = None  # a day named in full, and the sentence it stands in
    for sentence in message.all_sentences():
        logged = sentence.quoted is not None and sentence.quoted.kind == "log"
        for item in sentence.items:
            if item.kind in ("date", "datetime", "interval"):
                anchor = chained(sentence, item, anchor)
                if logged:
                    last = item
                    continue
                if item.kind == "datetime" and not DAY_WORDS.search(sentence.cut(item.span)):
                    _clock(sentence, item, last)
                _role(sentence, item, _extorted(message, sentence, found))
                if (
                    item.role in (None, "ransom_paid")
                    and item.certainty == "sure"
                    and SENT.search(sentence.low)
                    and deceived(message, sentence)
                ):
                    item.role, item.confidence = "occurred", 0.8  # the day the money went to the wrong account
                _paid(message, sentence, item, found)
                standstill(sentence, item, found)
                last = item
            elif item.kind == "duration" and not logged:
                downtime(message, sentence, item)
        if not logged:
            _relative(message, sentence, found, last)
            ordinal_day(message, sentence, found)


def _clock(sentence: Sentence, item: Item, last: Optional[Item]) -> None:
    """A time of day without a day: of the day named before it in this message, else the core looks in the file."""
    short = SHORT_DAY.search(sentence.low[: item.start - sentence.start])
    if short:
        _on_weekday(item, SHORT_DAYS[short.group(1)[:2]])
        return
    day = day_of(last) if last is not None else None
    if day is None:
        item.extra["clock"] = True
        return
    for key in ("past", "future", "value"):
        if isinstance(item.raw.get(key), str) and "T" in item.raw[key] and "/" not in item.raw[key]:
            item.raw[key] = day.isoformat() + item.raw[key][10:]


def _on_weekday(item: Item, weekday: int) -> None:
    """ "Do 12u": the last such day for what has been, the next for what is to come."""
    for key, step in (("value", -1), ("past", -1), ("future", 1)):
        said = item.raw.get(key)
        if not isinstance(said, str) or "T" not in said or "/" in said:
            continue
        at = datetime.fromisoformat(said).replace(tzinfo=None)
        at += timedelta(days=step * ((at.weekday() - weekday) * -step % 7))
        item.raw[key] = at.replace(tzinfo=_ZONE).isoformat()


def _moments(sentence: Sentence) -> List[Item]:
    return [i for i in sentence.items if i.kind in ("date", "datetime", "interval")]


def _near(sentence: Sentence, item: Item) -> Tuple[str, int]:
    """The words that go with a date, and its place in them: its clause, shared out when there are more dates in it."""
    clause = sentence.clause(item.start, item.end)
    text = sentence.cut(clause)
    before = sentence.previous(item.start)
    if THAT_WAS.match(text) and before is not None:  # "de praktijken draaien weer, dat was op 9 augustus"
        return sentence.cut(before), len(sentence.cut(before))
    inside = [i for i in _moments(sentence) if clause[0] <= i.start < clause[1]]
    if len(inside) > 1:
        at = inside.index(item)
        start = inside[at - 1].end if at else clause[0]
        end = inside[at + 1].start if at + 1 < len(inside) else clause[1]
        return sentence.cut((start, end)), item.start - start
    if len(text.split()) <= len(sentence.cut(item.span).split()) + 2:  # a date set apart by commas
        if before is not None:
            return sentence.cut(before) + " " + text, len(sentence.cut(before)) + 1 + item.start - clause[0]
        after = sentence.clause(clause[1] + 1, clause[1] + 2) if clause[1] + 2 < sentence.end else clause
        return sentence.cut((clause[0], after[1])), item.start - clause[0]
    return text, item.start - clause[0]


def _role(sentence: Sentence, item: Item, extorted: bool = False) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    near, at = _near(sentence, item)
    role = _set_before(sentence, item, extorted) or _nearest(sentence, item, near, at)
    short = len(sentence.low.split()) <= 8
    if role is None and len(_moments(sentence)) == 1:
        for reach, confidence in (("sentence", 0.75), ("weak", 0.5)):
            role = role or next(
                (
                    r
                    for r, regex, where in ROLES
                    if where == reach and ((short and reach == "weak") or _says(regex, sentence.low)) and _fits(sentence, item, r, near)
                ),
                None,
            )
            if role is not None:
                item.confidence = confidence
                break
    item.role = role
    if role and role.endswith("deadline") and sentence.cut(item.span).startswith("tegen"):
        item.raw["approx"] = False  # "tegen vrijdag" is a limit, not a guess
    standstill = re.search(r"\bstil\b", near) and not re.search(r"gehackt|aanval|versleuteld", near)
    if role == "occurred" and (item.confidence == 0.5 or standstill):
        item.extra["weak"] = True


def _extorted(message: Message, sentence: Sentence, found: Findings) -> bool:
    """True when this sentence or the one before it speaks of extortion: a deadline in it is the attackers'."""
    before = message.sentences[sentence.index - 1].low if sentence.index else ""
    told = [r for r in found.rows if r["role"] in ("leak_threat", "ransom_demanded") and r["polarity"] == "affirmed"]
    if any(sentence.start - 120 <= r["start"] < sentence.end for r in told):
        return True
    return _says(STRONG, sentence.low) or (_says(STRONG, before) and not _says(DEMAND_CTX, sentence.low))


def _paid(message: Message, sentence: Sentence, item: Item, found: Findings) -> None:
    """A payment without words of extortion around it: the file has to say that it was the ransom."""
    if item.role is None and item.certainty in ("sure", "doubt", "hearsay") and item.raw.get("future") not in (None, item.raw.get("past")):
        words = sentence.cut(sentence.clause(item.start, item.end))
        by_then = re.search(r"\b(?:tot|tegen|voor|uiterlijk|deadline)\b[^?]{0,25}?$", ahead_of(sentence, item))
        if by_then and DEADLINE_CTX.search(words) and not DEMAND_CTX.search(sentence.low):
            value = _shape(item, "future")
            if value is not None:
                found.fact(item.span, "ransom_deadline_at", value, certainty=item.certainty, confidence=0.7, needs="ransom")
        return
    if item.role != "ransom_paid" or CONTEXT.search(message.around(sentence)):
        return
    item.role, value = None, _shape(item, "past")
    if value is not None:
        found.fact(item.span, "ransom_paid_at", value, certainty=item.certainty, confidence=0.75, needs="ransom")


def _shape(item: Item, reading: str) -> Optional[Dict[str, Any]]:
    value = str(item.raw.get(reading) or item.raw.get("value") or "").split("/")[0]
    if not value or value == "..":
        return None
    precision = item.raw.get("precision") or ("minute" if item.kind == "datetime" else "day")
    return {"value": value, "precision": precision, "approx": bool(item.raw.get("approx"))}


def _set_before(sentence: Sentence, item: Item, extorted: bool) -> Optional[str]:
    """The role that the words right before a date give it: "de brief van", "betalen tegen"."""
    low = ahead_of(sentence, item)
    words = sentence.cut(sentence.clause(item.start, item.end))
    ahead = isinstance(item.raw.get("future"), (str, dict)) or item.raw.get("future") is True
    of_claim = DEMAND_CTX.search(low[-60:])
    allowed = {
        "before": True,
        "before_ransom": ahead
        and extorted
        and not of_claim
        and (DEADLINE_CTX.search(words) or DEMANDED.search(words) or not _says(INCIDENT, words)),
        "before_demand": ahead and _says(DEMAND_CTX, sentence.low),
        "before_claim": _says(CLAIM_CTX, sentence.low),
        "before_contract": _says(CONTRACT_CTX, words)
        and not _says(INCIDENT, words)
        and not re.search(r"\b(?:weer|terug|opnieuw|niet)\b", words),
    }
    return next((role for role, regex, reach in ROLES if allowed.get(reach) and regex.search(low)), None)


def _nearest(sentence: Sentence, item: Item, near: str, at: int) -> Optional[str]:
    """The role whose words stand nearest to the date; of equals the first of the table."""
    best: Tuple[int, Optional[str]] = (10**6, None)
    for order, role, places in _named(near):
        if not _fits(sentence, item, role, near):
            continue
        for start, end in places:
            distance = max(0, start - at, at - end) + 2 * order
            if distance < best[0]:
                best = (distance, role)
    return best[1]


@lru_cache(maxsize=64)  # a list of dates in one sentence asks the same for each
def _named(near: str) -> List[Tuple[int, str, List[Tuple[int, int]]]]:
    """The roles named in these words: order in the table, role, and where."""
    rows = [
        (order, role, [m.span() for m in regex.finditer(near)]) for order, (role, regex, reach) in enumerate(ROLES) if reach == "clause"
    ]
    return [row for row in rows if row[2]]


@lru_cache(maxsize=512)
def _says(regex: "re.Pattern[str]", words: str) -> bool:
    return bool(regex.search(words))


def _fits(sentence: Sentence, item: Item, role: str, near: str) -> bool:
    """False when something in the words speaks against this role."""
    until = item.kind == "interval" and str(item.raw.get("past") or item.raw.get("value", "")).startswith("../")
    if role == "restored":
        return not re.search(r"\bnog niet\b|\bniet (?:weer|terug)\b|\bpas\b[^?]{0,30}?(?:volgende|morgen|begin)", near)
    if role == "demand_received" and not _says(LETTER, sentence.low):
        return False
    if role not in ("occurred", "discovered"):
        return not (role == "ransom_paid" and _says(FRAUD, sentence.low) and not _says(STRONG, sentence.low))
    if role == "occurred" and _says(BILL_PAID, sentence.low) and not _says(INCIDENT, sentence.cut(sentence.clause(item.start, item.end))):
        return False
    if BACKUP_OF.search(ahead_of(sentence, item)):
        return False  # the day a copy was made
    if until or BEFORE_OR_AFTER.search(sentence.low[: item.start - sentence.start]):
        return False
    if re.search(r"\b(?:vorig|in 20\d\d hadden)\b[^?]{0,20}?\bjaar\b.*\book\b", sentence.low):
        return False
    return role != "occurred" or not _says(NOT_INCIDENT, sentence.cut(sentence.clause(item.start, item.end)))


def _relative(message: Message, sentence: Sentence, found: Findings, last: Optional[Item]) -> None:
    """ "Een dag later ontdekt": a moment counted from the date before it."""
    m = LATER.search(sentence.low)
    if not m or last is None or last.start >= sentence.start + m.start():
        return
    base = day_of(last)
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


def settle(items: List[Item]) -> None:
    """In one message "begonnen op 3 maart, ontdekt op 5 maart" keeps both; a second date with a role that is taken becomes weaker."""
    seen: Dict[str, Item] = {}
    for item in items:
        if item.role and item.kind in ("date", "datetime", "interval"):
            if item.role in seen:
                item.confidence = min(item.confidence, 0.6)
            else:
                seen[item.role] = item
