"""What is counted: clients, staff, servers, people whose data it is, hours."""

import re
from typing import Optional

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.breach import BREACH_CONTEXT
from .tables.counts import (
    ALSO_AT,
    ALSO_HIT,
    AT_WORK,
    BYTES,
    COMPANY_SIZE,
    HIT,
    IT_IS_ABOUT,
    NOUNS,
    OUR_CLIENT_PART,
    OUR_PEOPLE,
    OUR_STAFF,
    PART_OF,
    SUBJECTS,
    TAKEN_HERE,
    UNNAMED,
)


def read(message: Message, found: Findings) -> None:
    denied = any(r["role"] == "data_exfiltration" and r["polarity"] == "negated" for r in found.rows)
    stolen = any(r["role"] == "data_exfiltration" and r["polarity"] == "affirmed" for r in found.rows)
    breach = bool(BREACH_CONTEXT.search(message.low)) and (stolen or not denied)
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind == "number":
                _role(message, sentence, item, breach)


def _role(message: Message, sentence: Sentence, item: Item, breach: bool) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if sentence.cut(item.span).startswith("bij "):
        item.raw["approx"] = False  # "bij 2 klanten" is a place, not a guess
    if OUR_CLIENT_PART.match(sentence.low[item.end - sentence.start :]):
        item.role = "other_clients"  # "bij drie van onze klanten"
        item.extra["noun"] = "clients"
        return
    if OUR_PEOPLE.search(sentence.low[: item.start - sentence.start]) and re.match(
        r"\s?(?:gasten|man\b|mensen|mannen|jongens|collega)", sentence.low[item.end - sentence.start :]
    ):
        return  # "mijn twee gasten": who did the work
    if PART_OF.match(sentence.low[item.end - sentence.start :]):
        return  # a part of a number that was said before
    after = sentence.low[item.end - sentence.start : item.end - sentence.start + 45].lstrip(" .")
    if BYTES.match(after):
        return
    noun: Optional[str] = next((name for name, regex in NOUNS if regex.match(after)), None)
    if noun is None and not (breach and UNNAMED.match(after) and SUBJECTS.search(sentence.low)):
        return
    item.extra["noun"] = noun or "data_subjects"
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    people = noun in (None, "clients", "employees", "data_subjects")
    sure = _data_subjects(sentence, item, noun, after, breach) if people else 0.0
    if sure:
        item.role, item.confidence = "data_subjects", sure
        item.extra["noun"] = "data_subjects"
    else:
        item.role = _counted(sentence, item, str(noun), after)


def _data_subjects(sentence: Sentence, item: Item, noun: Optional[str], after: str, breach: bool) -> float:
    """How surely these are people whose data it is; 0 when they are not. May ask the core for a breach in the file."""
    low = sentence.low
    if noun is None:
        return 0.65
    if noun == "data_subjects":
        return 0.9 if breach else 0.7
    if noun == "clients":
        if TAKEN_HERE.search(low):
            return 0.8
        if re.search(r"\bbetrokken\b", low):
            item.extra["needs"] = "breach"
            return 0.7
        return 0.8 if breach and re.search(r"personen|gegevens van|data van", low) and not re.search(r"\b(?:wij|we) hebben\b", low) else 0.0
    if IT_IS_ABOUT.search(low[: item.start - sentence.start]):
        item.extra["needs"] = "breach"
        return 0.7
    if COMPANY_SIZE.search(low[: item.start - sentence.start]) and not SUBJECTS.search(low):
        return 0.0
    staff = re.search(r"personeel|werkloos|werken", low)
    return 0.9 if SUBJECTS.search(low) or (breach and re.match(r"mensen|medewerkers|oud", after) and not staff) else 0.0


def _counted(sentence: Sentence, item: Item, noun: str, after: str) -> Optional[str]:
    low = sentence.low
    if noun == "clients":
        also = ALSO_AT.search(low[: item.start - sentence.start]) or ALSO_HIT.match(low[item.end - sentence.start :].lstrip())
        ours = re.search(r"\b(?:wij|we|ik) (?:hebben|heb|bedienen|beheren|doen|zitten|werken)\b|\bin totaal\b", low)
        return "other_clients" if HIT.search(low) or (also and not ours) else "insured_client_count"
    if noun == "employees":
        ours = OUR_STAFF.search(sentence.cut(sentence.clause(item.start, item.end)))
        at_work = re.match(r"man\b|mensen", after) and AT_WORK.search(low)
        return None if ours or at_work else "claimant_employee_count"
    if noun in ("servers", "computers"):
        item.confidence = 0.7
        return "encrypted_asset_count"
    ours = re.search(r"\b(?:wij|we|ik|ons|onze|eigen)\b", low)
    worked = re.search(r"gewerkt|besteed|bezig|uren|gestoken|ingestoken", low)
    return "own_hours" if noun == "hours" and ours and worked else None
