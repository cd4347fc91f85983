# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What names do in a message: who reports, who is whose firm, what was hit, by which gang, where the customer has branches.

`names` says where names stand. Here each gets the role that the words around it give it; without such words it keeps none.
"""

import re
from typing import Any, Dict, List, Optional

from . import negation
from .clauses import Message, Sentence
from .names import Name, find_names
from .rules import Findings
from .tables.attack import HIT
from .tables.people import THEIR

FACT_KINDS = {"attack_vector": "vector", "ransomware_family": "ransomware", "encrypted_asset_types": "system"}

_ME = re.compile(
    r"(?:^|[\s,.;:(])(?:mijn naam is|ik ben|ik heet|spreekt met|spreekt u met|je spreekt met|beller:?|bel\.|bl(?: is|:)|(?:m\.?v\.?g\.?|groet\w*|vriendelijke groeten?),?)\s+(?:de heer |mevrouw |dhr\.? |mevr\.? )?$"
)
_SIGNED = re.compile(
    r"(?:^|\n)\s*(?:met \w+ groet(?:en)?|vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|m\.v\.g\.|hoogachtend)\W{0,3}\s*\n\s*$"
)
_ME_FIRST = re.compile(r"^\W*(?:(?:ja|hallo|hoi|dag|goe\w+|euh?)\W+){0,3}(?:met|hier|hier is|dit is)\s+(?:de heer |mevrouw )?$")
_OURS = re.compile(
    r"(?:ons bedrijf|mijn bedrijf|onze firma|mijn firma|onze zaak|mijn zaak|eigen it bedrijfje)(?: (?:heet|noemt|is))?\W{1,3}$|(?:^|\W)(?:wij zijn|wij heten|namens|nms|vz\s?[:=]|verzekerde\s?[:=]|(?:zaakvoerder|zkvrdr|eigenaar|directeur|vennoot|bestuurder) (?:van|bij)?\s?)\s?$"
)
_THEIRS = re.compile(
    r"(?:klant(?:en)?|klnt|klt|opdrachtgevers?|client|contractant)(?: (?:heet|noemt|is|van ons(?: is)?|genaamd))?\s?[,:=(]?\s?(?:de |het )?(?:firma )?$|(?:het gaat om|gaat over|t gaat over) (?:de |het |een klant van ons |een klant )?$|klant van (?:me|ons|mij)\W{1,3}$"
)
_CUSTOMER_AFTER = re.compile(r"^,? (?:dat )?is (?:een|onze|mijn) (?:\w+ )?klant\b")
_BRANCH = re.compile(
    r"\b(?:(?:nog |ook |twee |drie |vier |vijf |meer(?:dere)? |andere |\d+ )*(?:vestiging(?:en)?|filia(?:al|len)|winkels?|kantoren|sites|locaties|depots?|magazijn(?:en)?)) (?:\w+ )?(?:in|te|op)\s+$"
)
_BETWEEN = re.compile(r"^(?:,? (?:en|maar ook)(?: in| te)? |, )$")


def read(message: Message, found: Findings) -> None:
    """Add a row for every name that no earlier reader has a row for, and the facts that names of systems and gangs support."""
    names = find_names(message.text)
    taken = [(r["start"], r["end"]) for r in found.rows if r["entity"] in ("person", "organisation")]
    taken += [i.span for i in message.items]
    at = 0
    reporter: Optional[Name] = next((Name(*s, "person") for s in _reporters(found)), None)
    for sentence in message.all_sentences():
        inside: List[Name] = []
        while at < len(names) and names[at].start < sentence.end:
            inside.append(names[at])
            at += 1
        for name in inside:
            if any(a < name.end and name.start < b for a, b in taken):
                _give_role(sentence, found, name)
                continue
            if name.kind == "person":
                reporter = _person(message, sentence, found, name) or reporter
            elif name.kind == "organisation":
                _organisation(message, sentence, found, name, reporter)
            elif name.kind == "system":
                _system(message, sentence, found, name)
            elif name.kind == "ransomware":
                _gang(message, sentence, found, name)
        _located(message, sentence, found, [n for n in inside if n.kind == "place"])


def on_the_wire(rows: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Facts on how they came in, by which gang, and what was hit, under kinds of their own (docs/annotations.md)."""
    return [{**r, "entity": FACT_KINDS[r["role"]]} if r["entity"] == "fact" and r["role"] in FACT_KINDS else r for r in rows]


def _give_role(sentence: Sentence, found: Findings, name: Name) -> None:
    """A firm that an earlier reader saw without knowing whose it is."""
    row = next((r for r in found.rows if r["entity"] == "organisation" and r["start"] < name.end and name.start < r["end"]), None)
    if name.kind == "organisation" and row is not None and row["role"] is None:
        before = sentence.low[max(0, row["start"] - sentence.start - 60) : row["start"] - sentence.start]
        role = "claimant" if _THEIRS.search(before) else "insured" if _OURS.search(before) else None
        if role and not _taken(found, role):
            row["role"], row["confidence"] = role, name.sure


def _taken(found: Findings, role: str) -> bool:
    rows = [r for r in found.rows if r["entity"] == "organisation" and r["role"] == role]
    return any(found.message.part_at(r["start"]) is None for r in rows)


def _reporters(found: Findings) -> List[Any]:
    """Where the writer was named; a name in a quoted part is somebody else's."""
    named = [(r["start"], r["end"]) for r in found.rows if r["entity"] == "person" and r["role"] == "reporter"]
    return [span for span in named if found.message.part_at(span[0]) is None]


def _before(sentence: Sentence, name: Name) -> str:
    return sentence.low[max(0, name.start - sentence.start - 60) : name.start - sentence.start]


def _person(message: Message, sentence: Sentence, found: Findings, name: Name) -> Optional[Name]:
    """The person, and their name once more when it is the one who reports."""
    before = _before(sentence, name)
    signed = bool(_SIGNED.search(message.low[max(0, name.start - 60) : name.start])) and sentence.quoted is None
    me = (signed or bool(_ME.search(before) or _ME_FIRST.match(before))) and not _reporters(found)
    role = "reporter" if me else None
    if role is None and THEIR.search(before):
        role = "claimant"
    found.add("person", (name.start, name.end), role, message.text[name.start : name.end], confidence=name.sure)
    return name if me else None


def _organisation(message: Message, sentence: Sentence, found: Findings, name: Name, reporter: Optional[Name]) -> None:
    before = _before(sentence, name)
    role: Optional[str] = None
    if _THEIRS.search(before) or _CUSTOMER_AFTER.match(sentence.low[name.end - sentence.start :]):
        role = "claimant"
    elif _OURS.search(before) or (reporter and re.fullmatch(r",? (?:van|bij|namens|voor|\(),? ?", message.low[reporter.end : name.start])):
        role = "insured"
    if role == "claimant" and name.sure <= 0.7 and not re.search(r"(?:heet|noemt|naam)\W{1,3}$", before):
        role = None  # without capitals "klant is groothandel ..." may say what they do
    if role and sentence.quoted is None and _taken(found, role):
        role = None  # the first one named stays
    found.add("organisation", (name.start, name.end), role, message.text[name.start : name.end], confidence=name.sure if role else 0.5)


def _system(message: Message, sentence: Sentence, found: Findings, name: Name) -> None:
    """A system by its name; what kind of system was hit, when the words say that it was."""
    span = (name.start, name.end)
    known = any(r["start"] < name.end and name.start < r["end"] for r in found.facts("encrypted_asset_types"))
    if known:
        return
    near = [abs(sentence.start + h.start() - name.start) for h in HIT.finditer(sentence.low)]
    hit = bool(near) and min(near) <= 60 and not sentence.question and name.code not in ("", "none") and name.sure >= 0.8
    words = message.text[name.start : name.end]
    if hit:
        found.fact(
            span,
            "encrypted_asset_types",
            name.code,
            polarity=negation.polarity(sentence, *span),
            certainty=negation.certainty(sentence, *span),
            confidence=0.75,
            name=words,
        )
    else:
        found.add("system", span, None, name.code or "other", confidence=name.sure, name=words)


def _gang(message: Message, sentence: Sentence, found: Findings, name: Name) -> None:
    span = (name.start, name.end)
    if found.facts("ransomware_family"):
        return
    before = sentence.low[: name.start - sentence.start]
    sure = negation.certainty(sentence, *span)
    denied = re.search(r"\b(?:geen|niet|nooit)\s+(?:\w+\s){0,2}$", before)
    row = found.add("fact", span, "ransomware_family", message.text[name.start : name.end], confidence=name.sure, certainty=sure)
    if denied or sure in ("question", "other_case", "hypothetical"):
        row.update(entity="ransomware", role=None)  # named, but not as the one who did it


def _located(message: Message, sentence: Sentence, found: Findings, places: List[Name]) -> None:
    """Places; those of the customer's branches together are one note."""
    branch = None
    noted = [(r["start"], r["end"]) for r in found.facts("claimant_locations_note")]
    for at, name in enumerate(places):
        row = found.add("place", (name.start, name.end), None, message.text[name.start : name.end], confidence=name.sure, country=name.code)
        m = _BRANCH.search(_before(sentence, name))
        ours = re.search(r"\b(?:wij|we|onze|ons|mijn)\b[^,;]{0,30}$", _before(sentence, name))
        joined = branch is not None and _BETWEEN.match(message.low[places[at - 1].end : name.start])
        if (m and not ours) or joined:
            row["role"] = "claimant_location"
            branch = branch if joined else name.start - len(m.group()) if m else None
        if any(a <= name.start < b for a, b in noted):
            continue  # the whole phrase was read already
        if branch is not None and row["role"]:
            start, _ = message.trimmed(branch, name.end)
            row["words"] = message.text[start : name.end]
            if joined:
                for earlier in found.rows[-len(places) - 1 : -1]:
                    earlier.pop("words", None)
        else:
            branch = None
