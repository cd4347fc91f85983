"""Who somebody says to be, whatever was asked: "Ik ben Els Willems, van Willems IT", "Vriesland B.V., kvk 08123456"."""

import re
from dataclasses import replace

from bot.claims import names
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, ClaimFile, Heard
from bot.claims.record import Candidate

_I_AM = re.compile(r"\b(?:ik ben|ik heet|mijn naam is|u spreekt met|met)\s+(?=[A-Z])", re.I)
_NO_I_AM = re.compile(r"(?:\W{1,5}|\b)(?:nee|neen|sorry|pardon|wacht|ik bedoel)\W+(?:nee\W+)?(?:ik ben |ik heet |het is )?(?=[A-Z])")
_OF = re.compile(r"\b(?:van|bij|voor|namens|zaakvoerder van|eigenaar van|directeur van)\s+(?:de firma |het bedrijf |firma )?(?=[A-Z0-9])")
_REGISTRATION = re.compile(r"(?:BE ?)?[01]\d{3}\.\d{3}\.\d{3}$", re.I)
_MOBILE = re.compile(r"04\d\d")
_NAME_WITHIN = 400  # characters behind "van": no name is so long
_CARD = ("registration_number", "kvk", "kbo", "vat", "phone", "email")


def numbers_apart(heard: Heard, usable: list[Annotation]) -> list[Annotation]:
    """The annotations, with a number written as a company's ("0712.345.678") read as one and not as a telephone number.

    A Belgian mobile can be written so too; beside a legal form, or when a company or a policy was asked for, it is a company's.
    """
    company = bool(names.LEGAL.search(heard.text)) or str(heard.ask) in (
        "insured_legal_name",
        "insured_registration_number",
        "claimant_registration_number",
    )
    phone = heard.ask in FIELDS and FIELDS[str(heard.ask)].kind in ("phone", "object")

    def read(a: Annotation) -> Annotation:
        written = heard.text[a.start : a.end].strip()
        if a.entity != "phone" or not _REGISTRATION.match(written) or phone or (_MOBILE.match(written) and not company):
            return a
        role = "claimant" if a.role == "claimant" or heard.ask == "claimant_registration_number" else "insured"
        return replace(a, entity="registration_number", role=role, value=re.sub(r"\D", "", written), confidence=0.7)

    return [read(a) for a in usable]


def introduced(heard: Heard, usable: list[Annotation], candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """The name of the reporter and of the own company that a message gives beside what was asked."""
    found = [*_reporter(heard, candidates, file), *_own_company(heard, usable, candidates, file)]
    return found


def _reporter(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    m = _I_AM.search(heard.text)
    if m is None or (m[0].lower().startswith("met") and heard.text[: m.start()].strip(" .,!")):
        return []
    first = _name_at(heard.text, m.end())
    again = _NO_I_AM.search(heard.text, m.end())
    second = _name_at(heard.text, again.end()) if again and again.start() - m.end() < 60 else None
    name = second or first
    if name is None:
        return []
    corrected = bool(second and first)
    if not corrected and (any(c.field == "reporter_name" for c in candidates) or file.value("reporter_name")):
        return []
    return [Candidate("reporter_name", name[0], "stated", 0.9, name[1], corrected)]


def _name_at(text: str, start: int) -> names.Found | None:
    found = names.person(text[start:])
    return None if found is None or not found[0][0].isupper() else (found[0], (start + found[1][0], start + found[1][1]))


def _own_company(heard: Heard, usable: list[Annotation], candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """The company somebody says to be of, or one that stands alone, or beside its own number."""
    if heard.ask in ("claimant_legal_name", "broker_name") or file.value("insured_legal_name"):
        return []
    if any(c.field in ("insured_legal_name", "claimant_legal_name") for c in candidates):
        return []
    earliest = _I_AM.search(heard.text)
    begins = len(heard.text) - len(heard.text.lstrip())
    for of in _OF.finditer(heard.text):
        introduced_before = of.start() <= begins or (earliest is not None and earliest.end() < of.start())
        named = names.company(heard.text[of.end() : of.end() + _NAME_WITHIN]) if introduced_before else None
        sure = named and (names.is_company(named[0]) or names.is_coined(named[0]))
        if named and (sure or _apart(heard.text, of)):  # "Piet van Damme" works for nobody called Damme
            return [_company(named, of.end())]
    named = next(
        (
            n
            for part in _PARTS.finditer(heard.text)
            if names.LEGAL.search(part[0]) and (n := _moved(names.company(part[0]), part.start())) and names.LEGAL.search(n[0])
        ),
        None,
    )
    named = named or names.company(heard.text)
    alone = named is not None and (names.is_company(named[0]) and len(heard.text) <= named[1][1] + 2)
    card = named is not None and names.LEGAL.search(named[0]) and any(a.entity in _CARD and 0 <= a.start - named[1][1] < 30 for a in usable)
    if named and (
        card
        or (alone and heard.ask in ("reporter_name", "policy_number", "insured_registration_number", "reporter_phone", "reporter_email"))
    ):
        return [_company(named, 0)]
    return []


_PARTS = re.compile(r"[^,;\n]+")


def _moved(found: names.Found | None, by: int) -> names.Found | None:
    return None if found is None else (found[0], (found[1][0] + by, found[1][1] + by))


def _apart(text: str, of: re.Match[str]) -> bool:
    """Whether "van" stands apart from a name: behind a comma, or as "bij", "zaakvoerder van"."""
    return text[: of.start()].rstrip().endswith(",") or not of[0].lower().startswith("van")


def _company(found: names.Found, offset: int) -> Candidate:
    return Candidate("insured_legal_name", found[0], "stated", 0.8, (offset + found[1][0], offset + found[1][1]))
