"""What is counted: clients, staff, servers, people whose data it is, hours."""

import re
from typing import Optional

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.breach import BREACH_CONTEXT
from .tables.counts import HIT, NOUNS, SUBJECTS, TAKEN_HERE, UNNAMED


def read(message: Message, found: Findings) -> None:
    breach = bool(BREACH_CONTEXT.search(message.low))
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind == "number":
                _role(message, sentence, item, breach)


def _role(message: Message, sentence: Sentence, item: Item, breach: bool) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if re.match(r"\s?(?:van (?:de|die|deze|dat|onze|hun)|ervan|daarvan)\b", sentence.low[item.end - sentence.start :]):
        return  # a part of a number that was said before
    after = sentence.low[item.end - sentence.start : item.end - sentence.start + 45].lstrip(" .")
    noun: Optional[str] = next((name for name, regex in NOUNS if regex.match(after)), None)
    if re.match(r"(?:gb|tb|mb|giga|tera|mega)", after):
        return
    if noun == "clients" and TAKEN_HERE.search(sentence.low):
        item.role, item.confidence = "data_subjects", 0.8
        item.extra["noun"] = "data_subjects"
        return
    if noun == "clients" and re.search(r"\bbetrokken\b", sentence.low):
        item.role, item.confidence = "data_subjects", 0.7
        item.extra.update(noun="data_subjects", needs="breach")
        return
    if noun is None and breach and UNNAMED.match(after) and SUBJECTS.search(sentence.low):
        item.role, item.confidence = "data_subjects", 0.65
        item.extra["noun"] = "data_subjects"
    if noun is None:
        return
    if noun == "employees" and re.search(
        r"\b(?:het gaat|gaat het|het betreft|dat zijn|t gaat) (?:hier |dan )?(?:om|over)?\b[^?]{0,20}$",
        sentence.low[: item.start - sentence.start],
    ):
        item.role, item.confidence = "data_subjects", 0.7
        item.extra.update(noun="data_subjects", needs="breach")
        return
    item.extra["noun"] = noun
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    low = sentence.low
    if noun == "clients":
        item.role = "other_clients" if HIT.search(low) else "insured_client_count"
        if re.search(r"personen|gegevens van|data van", low) and breach and not re.search(r"\b(?:wij|we) hebben\b", low):
            item.role = "data_subjects"
    elif noun == "data_subjects" or (
        noun == "employees"
        and (
            SUBJECTS.search(low)
            or (breach and re.match(r"mensen|medewerkers|oud", after) and not re.search(r"personeel|werkloos|werken", low))
        )
    ):
        item.role = "data_subjects"
        if noun == "data_subjects" and not breach:
            item.confidence = 0.7
    elif noun == "employees":
        item.role = (
            "claimant_employee_count"
            if not re.search(
                r"\b(?:wij|we) (?:zelf )?(?:zijn|werken|hebben)\b|\bbij ons werken\b", sentence.cut(sentence.clause(item.start, item.end))
            )
            else None
        )
        if re.match(r"man\b|mensen", after) and re.search(
            r"\b(?:zijn|waren) (?:er )?(?:al )?\w* ?mee (?:bezig|bezg)|met \d+ man|aan het", low
        ):
            item.role = None
    elif noun in ("servers", "computers"):
        item.role = "encrypted_asset_count"
        item.confidence = 0.7
    elif (
        noun == "hours"
        and re.search(r"\b(?:wij|we|ik|ons|onze|eigen)\b", low)
        and re.search(r"gewerkt|besteed|bezig|uren|gestoken|ingestoken", low)
    ):
        item.role = "own_hours"
