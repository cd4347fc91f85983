"""Who reports, and how to reach them; the parties by name."""

import re
from typing import Optional

from .clauses import Message, Sentence
from .rules import Findings
from .tables.people import COMPANY, FULL, INTRO, LEGAL, ME, NOT_NAMES, OUR_COMPANY, PAIR, ROLE, THEIR, THEIR_COMPANY, TITLED


def read(message: Message, found: Findings) -> None:
    contacts = [i for i in message.items if i.kind in ("email", "phone")]
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind in ("email", "phone"):
                item.role = "claimant" if THEIR.search(sentence.low) and not re.search(r"\bmij\b|\bbel me\b", sentence.low) else "reporter"
                item.confidence = 0.9 if ME.search(sentence.low) or len(sentence.low.split()) < 7 else 0.7
            elif item.kind in ("policy_number", "registration_number"):
                item.role = "claimant" if THEIR.search(sentence.low) else "insured"
        _name(message, sentence, found, contacts)
        _companies(message, sentence, found)
    for code, regex in ROLE:
        m = regex.search(message.low)
        if m and re.search(r"\b(?:ik|mijn)\b", message.low[max(0, m.start() - 40) : m.end()]):
            found.fact((m.start(), m.end()), "reporter_role", code, confidence=0.7)
            break


def _name(message: Message, sentence: Sentence, found: Findings, contacts: list) -> None:
    text = message.text[sentence.start : sentence.end]
    m = INTRO.search(text) or TITLED.search(text)
    if m is None and any(sentence.start <= c.start < sentence.end for c in contacts):
        first = min(c.start for c in contacts if sentence.start <= c.start < sentence.end)
        m = re.match(rf"\W*({FULL})\s*[,:(-]", text[: first - sentence.start])
        if m and len(m.group(1).split()) < 2:
            m = None
        if m is None:
            m = _nearby(text)
    if m is None:
        return
    name = m.group(1).strip(" .,")
    words = name.lower().split()
    if not words or words[0] in NOT_NAMES or (len(words) == 1 and not INTRO.search(text)):
        return
    if re.match(r"(?:[Ii]k ben)\s", m.group(0)) and len(words) < 2:
        return
    theirs = bool(THEIR.search(sentence.low))
    span = (sentence.start + m.start(1), sentence.start + m.start(1) + len(name))
    found.add("person", span, "claimant" if theirs else "reporter", name, confidence=0.8 if not theirs else 0.7)


def _nearby(text: str) -> Optional["re.Match[str]"]:
    """A first name and a surname in the sentence that gives a phone number or an address."""
    for m in PAIR.finditer(text):
        words = m.group(1).lower().split()
        if (
            not {words[0], words[-1]} & NOT_NAMES
            and not re.search(LEGAL, m.group(1))
            and not re.search(r"\b(?:klant|bij|firma|bedrijf)\s*$", text[: m.start()].lower())
        ):
            return m
    return None


def _companies(message: Message, sentence: Sentence, found: Findings) -> None:
    text = message.text[sentence.start : sentence.end]
    for regex, role in ((OUR_COMPANY, "insured"), (THEIR_COMPANY, "claimant")):
        m = regex.search(text)
        if (
            m
            and any(c.isalpha() for c in m.group(1))
            and m.group(1).lower().split()[0] not in NOT_NAMES
            and not re.match(r"(?:IT|ICT)\b", m.group(1))
        ):
            _organisation(found, sentence, m, role)
    m = COMPANY.search(text)
    if m and not any(
        r["entity"] == "organisation" and r["start"] < sentence.start + m.end(1) and sentence.start + m.start(1) < r["end"]
        for r in found.rows
    ):
        role: Optional[str] = "claimant" if re.search(r"klant|bij\s*$", sentence.low[: m.start(1)]) else None
        _organisation(found, sentence, m, role)


def _organisation(found: Findings, sentence: Sentence, m: "re.Match[str]", role: Optional[str]) -> None:
    name = m.group(1).rstrip(" .,")
    start = sentence.start + m.start(1)
    found.add("organisation", (start, start + len(name)), role, name, confidence=0.8 if role else 0.5)
