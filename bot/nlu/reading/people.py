"""Who reports, and how to reach them; the parties by name."""

import re
from typing import Optional

from .clauses import Item, Message, Sentence
from .rules import Findings

_NAME = r"(?:[A-Z][\w'’\-]+|[A-Z]\.|van|de|der|den|Van|De|Der|Den|ter|Ter|te|'t|el|El|al)"
_FULL = rf"(?:[A-Z][\w'’\-]+|[A-Z]\.)(?:\s{_NAME}){{0,3}}\s?[A-Z][\w'’\-]+|[A-Z][\w'’\-]+"
_INTRO = re.compile(
    rf"(?:\b(?:[Mm]ijn naam is|[Ii]k ben|[Ii]k heet|[Nn]aam ?:|[Mm]et vriendelijke groeten?,?|[Mm]vg,?|[Gg]roeten?,|[Ss]preekt u met|[Uu] spreekt met|[Vv]raag naar|[Vv]ragen naar|[Cc]ontactpersoon(?: is)?:?|[Bb]eller:?|[Nn]aam beller:?|[Aa]ls u vragen hebt?:?)\s+)"
    rf"((?:(?:de heer|mevrouw|meneer|dhr\.?|mevr\.?|mw\.?)\s+)?(?:{_FULL}))"
)
_TITLED = re.compile(rf"\b((?:de heer|mevrouw|meneer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]rs\.?|[Ii]r\.?|[Mm]r\.?)\s(?:{_FULL}))")
_BESIDE = re.compile(rf"(?:^|[.\n]\s*)({_FULL})\s*[,:(]\s*$")
_THEIR = re.compile(r"\b(?:aan hun kant|bij de klant|van de klant|hun contactpersoon|zijn contactpersoon|daar is|aan die kant|hun|klant is|bij hen)\b")
_ME = re.compile(r"\b(?:mij|bel me|mail me|bereiken|bereikbaar|ik ben te|tel\b|telefoon|mijn|contact|correspondentie|vragen (?:kunnen|mag)|mailen|bellen|aanspreekpunt|terug|ons)\b")
_NOT_NAMES = frozenset("de het een wij we ik ja nee neen goedemiddag goedemorgen goedendag dag hallo klant server servers ransomware klanten bitcoin lockbit losgeld eis aangifte it ict ap gba politie".split())
_LEGAL = r"(?:B\.?V\.?B\.?A\.?|B\.?V\.?|N\.?V\.?|VOF|V\.O\.F\.|vof|bvba|bv|nv|CV|CVBA|VZW|vzw|Comm\.? ?V|GmbH|Ltd\.?|SRL|stichting)"
_COMPANY = re.compile(rf"\b((?:[A-Z0-9][\w&'’.\-]*\s){{1,4}}{_LEGAL})(?!\w)")
_OUR_COMPANY = re.compile(rf"\b(?:[Oo]ns bedrijf(?: heet| is|:)?|[Mm]ijn bedrijf(?: heet| is|:)?|[Oo]nze firma(?: heet| is|:)?|[Bb]edrijf(?:snaam)?\s?:|[Ww]ij zijn|[Ww]ij heten|[Nn]amens|[Bb]edrijfsnaam is|[Ff]irma\s?:)\s+([A-Z0-9][\w&'’.\-]*(?:\s(?:[A-Z0-9&][\w&'’.\-]*|{_LEGAL})){{0,4}})")
_THEIR_COMPANY = re.compile(rf"\b(?:(?:[Dd]e |[Oo]nze |[Mm]ijn |een )?[Kk]lant(?: heet| is|:| van ons is|,| =)|[Hh]et gaat om (?:de )?(?:klant |firma |bedrijf )?|[Bb]ij (?:onze|de|mijn) klant|[Kk]lantnaam\s?:)\s+([A-Z0-9][\w&'’.\-]*(?:\s(?:[A-Z0-9&][\w&'’.\-]*|{_LEGAL})){{0,4}})")
_POLICY = re.compile(r"\b(?:polis(?:nummer|nr\.?)?|polis nr\.?)\s*(?:is|:|=|nummer)?\s*([A-Z]{0,5}[ -]?\d[\w./-]{3,24})", re.I)
_ROLE = (
    ("director", re.compile(r"\b(?:zaakvoerder|directeur|eigenaar|bestuurder|ceo|dga|vennoot|gedelegeerd bestuurder|oprichter|eenmanszaak|mijn bedrijf|mijn zaak)\b")),
    ("broker", re.compile(r"\b(?:ik ben (?:de )?(?:makelaar|tussenpersoon)|namens mijn klant als makelaar)\b")),
    ("lawyer", re.compile(r"\b(?:ik ben (?:de )?(?:advocaat|jurist)|als raadsman)\b")),
    ("employee", re.compile(r"\b(?:ik (?:ben|werk als) (?:\w+ )?(?:medewerker|beheerder|systeembeheerder|engineer|technieker|technicus|consultant|office manager|boekhouder))\b")),
)


def read(message: Message, found: Findings) -> None:
    contacts = [i for i in message.items if i.kind in ("email", "phone")]
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind in ("email", "phone"):
                item.role = "claimant" if _THEIR.search(sentence.low) and not re.search(r"\bmij\b|\bbel me\b", sentence.low) else "reporter"
                item.confidence = 0.9 if _ME.search(sentence.low) or len(sentence.low.split()) < 7 else 0.7
            elif item.kind in ("policy_number", "registration_number"):
                item.role = "claimant" if _THEIR.search(sentence.low) else "insured"
        _name(message, sentence, found, contacts)
        _companies(message, sentence, found)
    for code, regex in _ROLE:
        m = regex.search(message.low)
        if m and re.search(r"\b(?:ik|mijn)\b", message.low[max(0, m.start() - 40):m.end()]):
            found.fact((m.start(), m.end()), "reporter_role", code, confidence=0.7)
            break
    if not any(i.kind == "policy_number" for i in message.items):
        m = _POLICY.search(message.text)
        if m and any(c.isdigit() for c in m.group(1)):
            found.add("policy_number", (m.start(1), m.end(1)), "insured", m.group(1).strip(), confidence=0.9)


def _name(message: Message, sentence: Sentence, found: Findings, contacts: list) -> None:
    text = message.text[sentence.start:sentence.end]
    m = _INTRO.search(text) or _TITLED.search(text)
    if m is None and any(sentence.start <= c.start < sentence.end for c in contacts):
        first = min(c.start for c in contacts if sentence.start <= c.start < sentence.end)
        m = re.match(rf"\W*({_FULL})\s*[,:(-]", text[:first - sentence.start])
        if m and len(m.group(1).split()) < 2:
            m = None
        if m is None:
            m = _nearby(text)
    if m is None:
        return
    name = m.group(1).strip(" .,")
    words = name.lower().split()
    if not words or words[0] in _NOT_NAMES or (len(words) == 1 and not _INTRO.search(text)):
        return
    if re.match(r"(?:[Ii]k ben)\s", m.group(0)) and len(words) < 2:
        return
    theirs = bool(_THEIR.search(sentence.low))
    span = (sentence.start + m.start(1), sentence.start + m.start(1) + len(name))
    found.add("person", span, "claimant" if theirs else "reporter", name, confidence=0.8 if not theirs else 0.7)


_PAIR = re.compile(r"(?<![\w.@])([A-Z][a-zà-ü'’\-]+(?:\s(?:van|de|der|den|Van|De|Der|Den|ter|te|'t|el|El)){0,3}\s[A-Z][\wà-ü'’\-]+)(?![\w@])")


def _nearby(text: str) -> Optional["re.Match[str]"]:
    """A first name and a surname in the sentence that gives a phone number or an address."""
    for m in _PAIR.finditer(text):
        words = m.group(1).lower().split()
        if not {words[0], words[-1]} & _NOT_NAMES and not re.search(_LEGAL, m.group(1)) and not re.search(r"\b(?:klant|bij|firma|bedrijf)\s*$", text[:m.start()].lower()):
            return m
    return None


def _companies(message: Message, sentence: Sentence, found: Findings) -> None:
    text = message.text[sentence.start:sentence.end]
    for regex, role in ((_OUR_COMPANY, "insured"), (_THEIR_COMPANY, "claimant")):
        m = regex.search(text)
        if m and m.group(1).lower().split()[0] not in _NOT_NAMES and not re.match(r"(?:IT|ICT)\b", m.group(1)):
            _organisation(found, sentence, m, role)
    m = _COMPANY.search(text)
    if m and not any(r["entity"] == "organisation" and r["start"] < sentence.start + m.end(1) and sentence.start + m.start(1) < r["end"] for r in found.rows):
        role: Optional[str] = "claimant" if re.search(r"klant|bij\s*$", sentence.low[:m.start(1)]) else None
        _organisation(found, sentence, m, role)


def _organisation(found: Findings, sentence: Sentence, m: "re.Match[str]", role: Optional[str]) -> None:
    name = m.group(1).rstrip(" .,")
    start = sentence.start + m.start(1)
    found.add("organisation", (start, start + len(name)), role, name, confidence=0.8 if role else 0.5)
