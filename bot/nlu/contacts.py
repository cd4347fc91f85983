# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""E-mail addresses, phone, policy, company and account numbers and wallet addresses in a text.

Every pattern is bounded, so that reading stays linear in the length of the text. Where a checksum exists it decides;
digits that only look like such a number are left alone.
"""

import re
from bisect import bisect
from functools import lru_cache
from typing import Callable, Optional

from .checksums import is_base58check, is_bech32, is_dutch_vat, is_iban, is_kbo

_EMAIL = re.compile(r"(?<![\w.+%-])[\w+%-]{1,64}(?:\.[\w+%-]{1,64}){0,8}\s?@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@])")
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]{2,4}){3,8}(?:[ .-]?[A-Za-z0-9]{1,3})?(?!\w)")
_KBO = re.compile(r"(?<![\w.])(?:BE[ .-]?)?([01]\d{3}[ .-]?\d{3}[ .-]?\d{3})(?![\w]|[.,]\d)", re.I)
_DUTCH_VAT = re.compile(r"(?<!\w)NL[ .]?(\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3}[ .]?\d{3}[ .]?\d{3}|\d{9})[ .]?B[ .]?(\d{2})(?!\w)", re.I)
_KVK = re.compile(
    r"(?<!\w)kvk(?:[ -]?(?:nummer|nr))?\.?(?: is)?\s{0,2}:?\s{0,2}(\d{8}|\d{2}[ .]\d{3}[ .]\d{3}|\d{4} \d{4})(?![\w]|[.,]\d)", re.I
)
_POLICY = re.compile(
    r"(?<!\w)(?:polis(?:[ -]?(?:nummer|nr|no|num))?|policy(?: ?number| ?no)?|contractnummer polis)\b\.?(?: (?:is|van ons is|van mij is|luidt))?\s{0,2}[:#=]?\s{0,2}"
    r"([A-Za-z]{0,6}[-./ ]?\d[\w./-]{2,28})",
    re.I,
)
_PHONE = re.compile(r"(?<![\w.,/+-])(?:\+|00)?\(?\d{1,4}\)?(?:[ ./-]{0,2}\(?\d{1,4}\)?){2,7}(?![\w]|[.,]\d|-\d)")
_WALLET = re.compile(
    r"(?<!\w)(?:bc1[a-z0-9]{11,71}|BC1[A-Z0-9]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|[48][1-9A-HJ-NP-Za-km-z]{94})(?!\w)"
)
_PHONE_CUES = re.compile(
    r"(?:tel|telefoon(?:nummer)?|gsm(?:-?nummer)?|mobiel(?:nummer)?|bel(?:len|t)?|bereikbaar|nummer|06|phone|whatsapp)\b[^\d\n]{0,25}$",
    re.I,
)


def find_contacts(text: str) -> list[dict]:
    """Every contact detail and account number in `text`, by place, as {"kind", "start", "end", "value"}.

    Kinds: email (lower case), phone (E.164 when the country can be told, else the digits as written), policy_number,
    kbo (ten digits), kvk (eight digits), vat (NL...B..), iban (no spaces), wallet (as written). Spans never overlap.
    """
    return [dict(item) for item in _found(text)]


@lru_cache(maxsize=2)  # the mask of the grammars and the annotator ask it of one text
def _found(text: str) -> list[dict]:
    found: list[dict] = []
    taken: list[tuple[int, int]] = []  # sorted, and none overlaps another
    for kind, pattern, group, read in _READERS:
        for match in pattern.finditer(text):
            start, end = match.span(group)
            value = read(match, text)
            if value is None:
                continue
            if kind == "policy_number":
                end = start + len(match.group(group).rstrip("./-"))
            at = bisect(taken, (start, end))
            if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
                continue
            taken.insert(at, (start, end))
            found.append({"kind": kind, "start": start, "end": end, "value": value})
    return sorted(found, key=lambda item: item["start"])


def _digits_of(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())


def _email(match: re.Match, text: str) -> Optional[str]:
    return re.sub(r"\s", "", match.group()).lower()


def _iban(match: re.Match, text: str) -> Optional[str]:
    code = re.sub(r"[ .-]", "", match.group()).upper()
    return code if is_iban(code) else None


def _kbo(match: re.Match, text: str) -> Optional[str]:
    digits = _digits_of(match.group(1))
    return digits if is_kbo(digits) else None


def _dutch_vat(match: re.Match, text: str) -> Optional[str]:
    code = f"NL{_digits_of(match.group(1))}B{match.group(2)}"
    return code if is_dutch_vat(code) else None


def _kvk(match: re.Match, text: str) -> Optional[str]:
    return _digits_of(match.group(1))


def _policy(match: re.Match, text: str) -> Optional[str]:
    return match.group(1).rstrip("./-").strip()


def _wallet(match: re.Match, text: str) -> Optional[str]:
    address = match.group()
    if address[:2] == "0x" or len(address) == 95:
        return address  # Ethereum and Monero checks need Keccak, which hashlib lacks
    return address if (is_bech32(address) if address[:3].lower() == "bc1" else is_base58check(address)) else None


_COMPANY_CUES = re.compile(r"(?:onderneming\w{0,12}|kbo|btw|vat|bce|rekening\w{0,8}|dossier\w{0,8}|factuur\w{0,8})\b[^\d\n]{0,20}$", re.I)


def _phone(match: re.Match, text: str) -> Optional[str]:
    if _COMPANY_CUES.search(text[max(0, match.start() - 44) : match.start()]):
        return None
    raw, digits = match.group(), _digits_of(match.group())
    if raw.startswith("+") or digits.startswith("00"):
        number = (
            digits.removeprefix("00").replace("320", "32", 1) if digits.removeprefix("00").startswith("320") else digits.removeprefix("00")
        )
        if number.startswith("310"):
            number = "31" + number[3:]
        return "+" + number if 9 <= len(number) <= 15 else None
    if not digits.startswith("0"):
        return digits if 8 <= len(digits) <= 11 and digits[0] == "4" and _cued(text, match.start()) else None
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", raw) or is_kbo(digits):
        return None
    country = _country(digits)
    if country:
        return country + digits[1:]
    return digits if 8 <= len(digits) <= 11 and _cued(text, match.start()) else None


def _cued(text: str, start: int) -> bool:
    return bool(_PHONE_CUES.search(text[max(0, start - 40) : start]))


def _country(digits: str) -> Optional[str]:
    """ "+32" for a Belgian national number, "+31" for a Dutch one, None when the length and prefix do not tell."""
    if len(digits) == 9:
        return "+32"  # Belgian geographic numbers have nine digits with their zero; Dutch ones have ten
    if len(digits) == 10:
        # 04xx is Belgian mobile; the Dutch geographic codes 040, 043, 045, 046, 047x and 048x overlap with it.
        if digits[:3] in ("045", "046", "047", "048", "049") and digits[:4] not in ("0475x",):
            return "+32"
        return "+31"
    return None


_READERS: tuple[tuple[str, re.Pattern, int, Callable[[re.Match, str], Optional[str]]], ...] = (
    ("email", _EMAIL, 0, _email),
    ("wallet", _WALLET, 0, _wallet),
    ("iban", _IBAN, 0, _iban),
    ("vat", _DUTCH_VAT, 0, _dutch_vat),
    ("policy_number", _POLICY, 1, _policy),
    ("kvk", _KVK, 1, _kvk),
    ("kbo", _KBO, 0, _kbo),
    ("phone", _PHONE, 0, _phone),
)
