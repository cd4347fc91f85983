"""Personal data: stolen or not, how many people, who was told; police and the privacy authority."""

import re
from typing import Any, Dict, List

from . import negation
from .clauses import Message, Sentence
from .rules import Findings, read_table
from .tables.breach import AUTHORITIES, DPA, NONE_OF, NOTIFIED, PENDING, PERSONAL, POLICE, STOLEN, THEFT, TOUCHED


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        read_table(THEFT, sentence, found)
        for row in read_table(PERSONAL, sentence, found):
            _denied(sentence, row, found)
        authorities = read_table(AUTHORITIES, sentence, found)
        for row in authorities:
            if re.search(r"\bniet nodig\b|\bnog niet\b|\bvolgt\b", sentence.cut(sentence.clause(row["start"], row["end"]))):
                row["polarity"], row["confidence"] = "negated", 0.8
            clause = sentence.clause(row["start"], row["end"])
            if (
                row["polarity"] == "affirmed"
                and PENDING.search(sentence.cut(clause))
                and not re.search(r"\b(?:gedaan|neergelegd|opgemaakt|gemeld|ingediend|hoogte)\b", sentence.cut(clause))
            ):
                row["polarity"], row["confidence"] = "negated", 0.6
        _listed(sentence, authorities, found)
    _threatened(message, found)
    _settle(found)
    _confirmed(message, found)


def _denied(sentence: Sentence, row: Dict[str, Any], found: Findings) -> None:
    """ "Geen persoonsgegevens" denies that there were any; "geen persoonsgegevens gestolen" does not say."""
    none = NONE_OF.search(sentence.low[: row["start"] - sentence.start])
    if none is None:
        return
    if TOUCHED.search(sentence.cut(sentence.clause(row["start"], row["end"]))):
        found.rows.remove(row)
    else:
        row["start"], row["polarity"] = sentence.start + none.start(), "negated"


def _threatened(message: Message, found: Findings) -> None:
    """What they threaten to publish they may have: suspected, until somebody says it was taken."""
    threats = [(r["start"], r["end"]) for r in found.facts("leak_threat") if r["polarity"] == "affirmed"]
    for row in found.facts("data_exfiltration"):
        words = message.low[row["start"] : row["end"]]
        near = any(a <= row["end"] and row["start"] <= b for a, b in threats)
        if near and not STOLEN.search(words):
            row["polarity"], row["certainty"] = "affirmed", "doubt"


def _listed(sentence: Sentence, authorities: List[Dict[str, Any]], found: Findings) -> None:
    """ "De GBA is op tijd ingelicht, en de FCCU ook": one verb for all who are named."""
    m = NOTIFIED.search(sentence.low)
    if not m or sentence.question or PENDING.search(sentence.low):
        return
    for role, regex in (("police_report", POLICE), ("dpa_notified", DPA)):
        at = regex.search(sentence.low)
        span = (sentence.start + at.start(), sentence.start + at.end()) if at else None
        if span and not any(r["role"] == role for r in authorities):
            found.fact(
                span,
                role,
                True,
                polarity=negation.polarity(sentence, *span),
                certainty=negation.certainty(sentence, *span),
                confidence=0.75,
            )


def _confirmed(message: Message, found: Findings) -> None:
    """ "Gemeld bij de AP denk ik... Ja, gemeld": a yes further on in the message takes the doubt away."""
    yes = [s.start for s in message.sentences[1:] if re.match(r"\W*(?:ja|jawel|inderdaad|klopt)\b", s.low) and not s.question]
    for row in found.rows:
        if row["entity"] == "fact" and row["certainty"] == "doubt" and any(row["end"] <= at <= row["end"] + 80 for at in yes):
            row["certainty"] = "sure"


def _settle(found: Findings) -> None:
    """A denial with its own words outweighs the bare words inside it."""
    rows = sorted(found.facts("data_exfiltration"), key=lambda r: r["start"])
    drop = set()
    for at, row in enumerate(rows):
        near = [*rows[max(0, at - 4) : at], *rows[at + 1 : at + 5]]
        if row["polarity"] == "affirmed" and any(
            o["polarity"] == "negated" and o["start"] <= row["end"] and row["start"] <= o["end"] for o in near
        ):
            drop.add(id(row))
    if drop:
        found.rows = [r for r in found.rows if id(r) not in drop]
