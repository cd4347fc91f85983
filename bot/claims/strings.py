"""A name or a number as the answer to a question for one: who reports, which company, which policy."""

import re

from bot.claims import names
from bot.claims.answer_words import LEAD, SKIP
from bot.claims.model import Annotation, Heard
from bot.claims.yes_no import yes_no

COMPANIES = ("insured_legal_name", "claimant_legal_name", "broker_name")
_REGISTERED = re.compile(r"(?<![\w.])(?:BE ?)?(?:[01]\d{3}[. ]?\d{3}[. ]?\d{3}|\d{8})(?!\w)", re.I)
_BARE_POLICY = re.compile(
    r"^\W*(?:(?:dat|het|die) is |(?:polis)?(?:nummer|nr)\.? ?:? ?(?:is )?)?([A-Za-z]{1,6}[-./ ]?\d[\d./-]{2,20}\d)\W*$", re.I
)
_NO_VALUE = ("person", "utterance", "organisation", "number", "policy_number", "place")


def answer(heard: Heard, name: str, usable: list[Annotation], *, refused: bool) -> names.Found | None:
    """The string that answers the open question `name`, with its place; None when these words are none."""
    if name == "reporter_name":
        found = names.person(heard.text)
        return None if found is None or heard.text.rstrip().endswith("?") or _told(found, usable) else found
    if name == "policy_number" and (bare := _BARE_POLICY.match(heard.text)):
        return bare[1], bare.span(1)  # a number by itself is one, whatever a classifier makes of so few words
    if refused or (SKIP.search(heard.text) and len(heard.text) < 200):
        return None
    if name == "policy_number":
        found = names.policy_number(heard.text)
        return None if found is None or _told(found, usable) else found
    if name in COMPANIES:
        return names.company(heard.text)
    if name.endswith("registration_number"):
        m = _REGISTERED.search(heard.text)
        return None if m is None else (m[0], m.span())
    return _free(heard)


def _told(found: names.Found, usable: list[Annotation]) -> bool:
    """Whether these words were read as something else: an amount, a telephone number, a fact."""
    start, end = found[1]
    return any(a.start < end and start < a.end and a.entity not in _NO_VALUE for a in usable)


def _free(heard: Heard) -> names.Found | None:
    text = heard.text
    m = LEAD.search(text)
    start = m.end() if m else len(text) - len(text.lstrip())
    end = len(text.rstrip(" .,;\n"))
    cut = re.search(r"[,;\n]|\. ", text[start:end])
    if cut and cut.start() > 1:
        end = start + cut.start()
    value = text[start:end].strip()
    if not value or len(value) > 80 or len(value.split()) > 9 or (yes_no(heard) is not None and len(value.split()) == 1):
        return None
    return value, (start, start + len(value))
