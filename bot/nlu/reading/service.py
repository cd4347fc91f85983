"""The service and the parties: what the insured does for this client, how back-ups were meant, what was done afterwards."""

import re

from . import negation
from .clauses import Message, Sentence
from .rules import Findings, read_table
from .tables.service import (
    ACTIVITY,
    ADMISSION,
    DESIGN,
    DO,
    FREQUENCY,
    IMPROVED,
    IT,
    LOCATIONS,
    LOCATIONS_NOTE,
    MEASURES,
    NOT_SECTOR,
    PURPOSE,
    PURPOSE_CTX,
    RESTORE_STATUS,
    SECTOR,
    SERVICES,
)


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        if sentence.question:
            continue
        for table in (SERVICES, ADMISSION, RESTORE_STATUS):
            read_table(table, sentence, found)
        if PURPOSE_CTX.search(sentence.low):
            for row in read_table(PURPOSE, sentence, found):
                row["confidence"] = 0.55
                row["extra_if"] = "backup_agreed_purpose"
        _design(message, sentence, found)
        _texts(message, sentence, found)


def _design(message: Message, sentence: Sentence, found: Findings) -> None:
    low = sentence.low
    hits = DESIGN.findall(low)
    if not hits or not (re.search(r"back-?\s?up|kopie", message.around(sentence)) or len(hits) > 1):
        return
    if not re.search(r"\bback-?\s?up|kopie|harde schijf|versies", low):
        return
    m = DESIGN.search(low)
    assert m is not None
    value = {
        "locations": [c for c, r in LOCATIONS if r.search(low)],
        "frequency": next((c for c, r in FREQUENCY if r.search(low)), None),
        "versions": "multiple" if re.search(r"\b(?:meerdere |oudere )+versies\b", low) else None,
    }
    if value["locations"] or value["frequency"]:
        found.fact(
            (sentence.start, sentence.end),
            "backup_design",
            value,
            confidence=0.6,
            certainty=negation.certainty(sentence, sentence.start + m.start(), sentence.start + m.end()),
        )


def _texts(message: Message, sentence: Sentence, found: Findings) -> None:
    low = sentence.low

    def add(role: str, m: "re.Match[str]", confidence: float) -> None:
        span = message.trimmed(sentence.start + m.start(), sentence.start + m.end())
        if span[1] > span[0]:
            found.fact(span, role, message.text[span[0] : span[1]], confidence=confidence)

    m = ACTIVITY.search(low)
    if m and IT.search(m.group()):
        add("insured_activity", m, 0.65)
    m = re.search(r"\b(?:{us})\b[^.?!]*?\b(?:{do})\b[^.?!]*".format(us="wij|we|ik", do=DO[3:-1]), low)
    if m and IT.search(m.group()) and re.search(r"klant|zijn|hun|voor|daar|haar|bij|deze|die", m.group()):
        add("service_description", m, 0.6)
    m = SECTOR.search(low)
    if m and not NOT_SECTOR.search(m.group()) and not IT.search(m.group()):
        add("claimant_sector", m, 0.6)
    m = LOCATIONS_NOTE.search(low)
    if m:
        add("claimant_locations_note", m, 0.6)
    m = MEASURES.search(low)
    if m and not negation.negated(sentence, sentence.start + m.start(), sentence.start + m.end()):
        add("measures_taken", m, 0.6)
    m = IMPROVED.search(low)
    if (
        m
        and re.search(r"back-?\s?up|beveilig|firewall|mfa|tweestaps|netwerk|edr|systeem|segment|wachtwoord", m.group())
        and not negation.negated(sentence, sentence.start + m.start(), sentence.start + m.end())
    ):
        add("security_improved", m, 0.65)
