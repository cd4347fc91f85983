"""Notes in the form of a label and its answer: "betaald: neen", "aangifte ja, AP nee", "uren eigen ploeg: 120"."""

import re
from typing import Any, FrozenSet, Iterator, List, Pattern, Tuple

from ..openers import openings
from .clauses import Message
from .rules import Findings
from .tables.labels import CLOSE, FIELDS, HOURS, IDLE, MARK, OPEN, START
from .tables.ransom import CONTEXT

_SURE = 0.95  # a form says what it says: it outweighs what the same words would mean in a sentence


_Begins = List[Tuple[int, FrozenSet[str]]]


def _begins(source: str) -> _Begins:
    """What a label can begin with, by length."""
    found = openings(r"(?<!\w)(?:" + source + ")")
    return [(length, frozenset(one for one in found if len(one) == length)) for length in sorted({len(one) for one in found})]


def _compiled() -> List[Tuple[str, Any, _Begins, Pattern[str]]]:
    rows = []
    for role, value, name, yes, no in FIELDS:
        said = r"(?:(?P<open>{})|(?P<no>{})|(?P<yes>{}))".format(OPEN, no.pattern, yes.pattern)
        rows.append(
            (
                role,
                value,
                _begins(name.pattern),
                re.compile(START + r"\s*(?:" + name.pattern + r")(?:" + MARK + said + r"|\s" + said.replace("<", "<b") + CLOSE + r")"),
            )
        )
    return rows


_ROWS = _compiled()
_PLACE = re.compile(START + r"\s*")
_HOURS, _IDLE = _begins(HOURS.pattern[len(START) :]), _begins(IDLE.pattern[len(START) :])
_Places = List[Tuple[int, int]]


def _at(places: _Places, low: str, begins: _Begins, regex: Pattern[str]) -> "Iterator[re.Match[str]]":
    """The matches of `regex`, tried only where a label may stand and begins as it does."""
    done = 0
    for start, at in places:
        if start >= done and (not begins or any(low[at : at + length] in known for length, known in begins)):
            m = regex.match(low, start)
            if m:
                yield m
                done = m.end()


def read(message: Message, found: Findings) -> None:
    low = message.low
    places = [m.span() for m in _PLACE.finditer(low)]
    for role, value, begins, regex in _ROWS:
        for m in _at(places, low, begins, regex):
            _answer(message, found, role, value, m)
    hours = next(_at(places, low, _HOURS, HOURS), None)
    if hours and not _asked(message, hours.start()):
        found.add("loss", hours.span(), "restoration", "restoration", loss_status="incurred", actor="insured", confidence=0.85)
    idle = next(_at(places, low, _IDLE, IDLE), None)
    if idle and not _asked(message, idle.start()):
        head = "business_interruption"
        found.rows = [
            r for r in found.rows if not (r["entity"] == "loss" and r["role"] == head and idle.start() <= r["start"] < idle.end())
        ]
        found.add("loss", idle.span(), head, head, loss_status="absent", polarity="negated", confidence=_SURE)


def _answer(message: Message, found: Findings, role: str, value: Any, m: "re.Match[str]") -> None:
    if _asked(message, m.start()):
        return
    end = m.end()
    found.rows = [r for r in found.rows if not (r["role"] == role and r["entity"] == "fact" and r["start"] < end and m.start() < r["end"])]
    extra = {"needs": "ransom"} if role == "ransom_paid" and not CONTEXT.search(message.low) else {}
    if m["open"] or m["bopen"]:
        found.fact(m.span(), role, None, certainty="doubt", unknown=True, confidence=0.7, **extra)
        return
    denied = bool(m["no"] or m["bno"])
    found.fact(m.span(), role, value, polarity="negated" if denied else "affirmed", confidence=_SURE, **extra)
    if role == "ransom_paid" and denied:
        for item in message.items:
            if item.role == "ransom_paid" and m.start() - 60 <= item.start < end + 40:
                item.role = "ransom_demanded"


def _asked(message: Message, at: int) -> bool:
    """True when this stands in a question."""
    return any(s.question and s.start <= at < s.end for s in message.sentences)
