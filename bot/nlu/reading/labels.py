"""Notes in the form of a label and its answer: "betaald: neen", "aangifte ja, AP nee", "uren eigen ploeg: 120"."""

import re
from typing import Any, List, Pattern, Tuple

from .clauses import Message
from .rules import Findings
from .tables.labels import CLOSE, FIELDS, HOURS, IDLE, MARK, OPEN, START
from .tables.ransom import CONTEXT

_SURE = 0.95  # a form says what it says: it outweighs what the same words would mean in a sentence


def _compiled() -> List[Tuple[str, Any, Pattern[str]]]:
    rows = []
    for role, value, name, yes, no in FIELDS:
        said = r"(?:(?P<open>{})|(?P<no>{})|(?P<yes>{}))".format(OPEN, no.pattern, yes.pattern)
        rows.append(
            (
                role,
                value,
                re.compile(START + r"\s*(?:" + name.pattern + r")(?:" + MARK + said + r"|\s" + said.replace("<", "<b") + CLOSE + r")"),
            )
        )
    return rows


_ROWS = _compiled()


def read(message: Message, found: Findings) -> None:
    for role, value, regex in _ROWS:
        for m in regex.finditer(message.low):
            _answer(message, found, role, value, m)
    m = HOURS.search(message.low)
    if m and not _asked(message, m.start()):
        found.add("loss", m.span(), "restoration", "restoration", loss_status="incurred", actor="insured", confidence=0.85)
    m = IDLE.search(message.low)
    if m and not _asked(message, m.start()):
        head = "business_interruption"
        found.rows = [r for r in found.rows if not (r["entity"] == "loss" and r["role"] == head and m.start() <= r["start"] < m.end())]
        found.add("loss", m.span(), head, head, loss_status="absent", polarity="negated", confidence=_SURE)


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
