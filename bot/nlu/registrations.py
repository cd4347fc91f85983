# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Company and account numbers in a text: KBO, KvK, VAT of the European Union, IBAN. stdnum's check digits decide.

A KvK number has no check digits: the word must stand beside it.
"""

import re
from typing import Any, Dict, Iterator, Optional

import stdnum.be.vat
import stdnum.eu.vat
import stdnum.iban
import stdnum.nl.btw

from .openers import Opened

_SEPARATORS = re.compile(r"[\s.\-–/:_\u00a0]")
_KBO = Opened(
    re.compile(
        r"(?<![\w.,/+-])(BE ?[.:-]? ?)?([01]?\d{3}[ .\u00a0/-]{0,2}\d{3}[ .\u00a0/-]{0,2}\d{3})(?![\w]|[.,/-]\d| ?(?:€|euro\b|eur\b))", re.I
    )
)
_KBO_CUE = re.compile(r"(?<!\w)(?:kbo|bce|btw|vat|tva|ondernemings?\w{0,9}|bedrijfsnummer|bedrijfsnr|rpr|rpm)\b[^\d\n]{0,24}$", re.I)
_COMPANY = re.compile(r"(?<!\w)(?:b\.?v\.?b\.?a|b\.?v|n\.?v|v\.?o\.?f|c\.?v|vzw|comm\.? ?v|srl|sa)\b\.?[^\d\n]{0,12}$", re.I)
_KBO_NOTATION = re.compile(r"[01]\d{3}\.\d{3}\.\d{3}$")
_PHONE_CUE = re.compile(r"(?<!\w)(?:tel\w{0,9}|gsm\w{0,7}|mobiel\w{0,8}|bel(?:len|t)?|bereikbaar|whatsapp)\b[^\d\n]{0,20}$", re.I)
_MOBILE = re.compile(r"04[5-9]\d(?:\d{6}|[ ./-]\d\d[ ./-]\d\d[ ./-]\d\d|[ ./-]\d{3} \d{3})$")
_DUTCH_VAT = Opened(re.compile(r"(?<!\w)(?:NL[ .:-]{0,2})?(\d(?:[ .-]?\d){8})[ .-]?B[ .-]?(\d{2})(?!\w)", re.I))
# Capitals only: "de 123 456 789" is an article and a number.
_EU_VAT = Opened(re.compile(
    r"(?<!\w)(?:ATU|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|PL|PT|RO|SE|SI|SK)[ .-]?[A-Z0-9]{1,2}(?:[ .-]?[A-Z0-9]{1,4}){1,5}(?!\w)"
))  # fmt: skip
_IBAN = Opened(re.compile(r"(?<!\w)[A-Za-z]{2}[ .-]?\d{2}(?=[ .-]?[A-Za-z0-9]{2})"))
_IBAN_LENGTHS = {
    "BE": 16, "NL": 18, "DE": 22, "FR": 27, "LU": 20, "GB": 22, "IE": 22, "ES": 24, "IT": 27, "PT": 25, "AT": 20, "CH": 21,
    "PL": 28, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "LT": 20, "LV": 21, "EE": 20, "CZ": 24, "SK": 24, "HU": 28, "RO": 24,
    "BG": 22, "HR": 21, "SI": 19, "GR": 27, "CY": 28, "MT": 31, "LI": 21, "MC": 27, "TR": 26,
}  # fmt: skip
_EIGHT = r"(\d{8}|\d{2}[ .]\d{3}[ .]\d{3}|\d{4}[ .-]\d{4}|\d{3}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{2}|\d{2}(?:[ .]\d{2}){3})(?![\w]|[.,/-]\d)"
_KVK_WORD = r"(?:kvk|k\.?v\.?k\.?|kamer van koophandel|handelsregister|koophandel|inschrijvings?(?=-?(?:nummer|nr)))"
_KVK = Opened(
    re.compile(
        rf"(?<!\w){_KVK_WORD}[ -]?(?:inschrijving|registratie|inschrijf)?(?:s?nummer|[ -]?nummer|[ -]?nr|[ -]?no|num)?\b\.?"
        rf"(?:[ ,]{{1,2}}(?:is|van ons is|luidt|zijn|ons|onze|met|onder|te|in|nummer|nr\.?|dat is|daar is|van|voor|het|de|bedrijf|de zaak|mij|[A-Z][\w'-]{{2,20}})){{0,4}}\s{{0,2}}[:=#(]?\s{{0,2}}{_EIGHT}",
        re.I,
    )
)
_KVK_AFTER = Opened(
    re.compile(
        rf"(?<![\w.,/+-]){_EIGHT}(?= ?[(,]? ?(?:is |als |= ?)?(?:ons |onze |het |mijn |het nummer (?:bij|van) de )?{_KVK_WORD}(?:\W|nummer|nr))",
        re.I,
    )
)
_KVK_PLACED = Opened(
    re.compile(rf"(?<!\w)(?:kvk|kamer van koophandel)\b[^\d\n]{{1,40}}?\b(?:is|nummer|nr\.?|onder)\s{{0,2}}:?\s{{0,2}}{_EIGHT}", re.I)
)


def find_registrations(text: str) -> Iterator[Dict[str, Any]]:
    """KBO (ten digits), KvK (eight digits), VAT (with its country) and IBAN (no spaces), as {"kind", "start", "end", "value"}; may overlap."""
    for match in _IBAN.finditer(text):
        item = _iban(text, match.start())
        if item:
            yield item
    for match in _DUTCH_VAT.finditer(text):
        code = f"NL{_bare(match.group(1))}B{match.group(2)}"
        if stdnum.nl.btw.is_valid(code):
            yield _item("vat", match, 0, code)
    for match in _EU_VAT.finditer(text):
        code = _bare(match.group())
        if any(c.isdigit() for c in code) and stdnum.eu.vat.is_valid(code):
            yield _item("vat", match, 0, code)
    for match in _KBO.finditer(text):
        digits = _kbo(text, match)
        if digits:
            yield _item("kbo", match, 0, digits)
    for pattern in (_KVK, _KVK_AFTER, _KVK_PLACED):
        for match in pattern.finditer(text):
            yield _item("kvk", match, 1, _bare(match.group(1)))


def is_kbo(digits: str) -> bool:
    """Whether ten digits are a Belgian enterprise number."""
    return len(digits) == 10 and digits[0] in "01" and bool(stdnum.be.vat.is_valid(digits))


def _item(kind: str, match: Any, group: int, value: str) -> Dict[str, Any]:
    return {"kind": kind, "start": match.start(group), "end": match.end(group), "value": value}


def _bare(written: str) -> str:
    return _SEPARATORS.sub("", written).upper()


def _kbo(text: str, match: Any) -> Optional[str]:
    digits = _bare(match.group(2))
    before = text[max(0, match.start() - 48) : match.start()]
    named = bool(match.group(1)) or bool(_KBO_CUE.search(before))
    if len(digits) == 9:
        digits = "0" + digits if named else digits  # as they were written before 2005
    if not is_kbo(digits):
        # A typing error in a number that stands beside a company, in the notation of no other number, is for the adjuster to see.
        return digits if _KBO_NOTATION.match(match.group(2)) and _COMPANY.search(before) else None
    if not named and (_MOBILE.match(match.group(2)) or _PHONE_CUE.search(before)):
        return None  # one telephone number in 97 has the check digits by chance
    return digits


def _iban(text: str, start: int) -> Optional[Dict[str, Any]]:
    """The account number at `start`: as many signs as its country has, so that the word behind it never counts."""
    wanted = _IBAN_LENGTHS.get(text[start : start + 2].upper())
    end, code = start, ""
    while wanted and len(code) < wanted and end < len(text) and (text[end].isalnum() or text[end] in " .-\u00a0"):
        code += text[end] if text[end].isalnum() else ""
        end += 1
    if not wanted or len(code) < wanted or not code.isascii() or (end < len(text) and text[end].isalnum()):
        return None
    code = code.upper()
    return {"kind": "iban", "start": start, "end": end, "value": code} if stdnum.iban.is_valid(code, check_country=False) else None
