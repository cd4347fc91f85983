"""Checks of one written value that say yes or no, and give it in its one form: numbers of a company, of a policy, of a telephone."""

import re
from collections.abc import Callable, Mapping

POLICY = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./_-]{2,39}")
WALLET = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_-]{13,119}")
EMAIL = re.compile(r"[^@\s,;<>()]{1,64}@[^@\s,;<>()]{1,190}\.[^@\s.,;<>()]{2,}")
PHONE = re.compile(r"(?:\+|00)?[\d ()/.-]{6,25}")


def enterprise_number(text: str) -> str | None:
    """The ten digits of a Belgian enterprise number ("BE 0123.456.749"); None when its checksum (mod 97) is not right."""
    digits = re.sub(r"[ .-]", "", re.sub(r"^be[ .-]?", "", text.strip(), flags=re.I))
    if not re.fullmatch(r"[01]\d{9}", digits, re.ASCII) or 97 - int(digits[:8]) % 97 != int(digits[8:]):
        return None
    return digits


def registration_number(text: str) -> str | None:
    """A Belgian enterprise number, a Dutch KvK number (eight digits) or a Dutch VAT number, without signs between."""
    plain = re.sub(r"[ .-]", "", re.sub(r"^kvk[ :.-]*", "", text.strip(), flags=re.I))
    if re.fullmatch(r"\d{8}", plain, re.ASCII):
        return plain
    if re.fullmatch(r"NL\d{9}B\d{2}", plain.upper(), re.ASCII):
        return plain.upper()
    return enterprise_number(text)


def policy_number(text: str) -> str | None:
    """3 to 40 letters, digits and signs between them, with a digit at least."""
    return text.strip() if POLICY.fullmatch(text.strip()) else None


def wallet(text: str) -> str | None:
    """One run of letters and digits; which coin it is of, and its checksum, is not looked at."""
    return text.strip() if WALLET.fullmatch(text.strip()) else None


def email(text: str) -> str | None:
    """An address with one @ and a domain with a dot; the domain in lower case."""
    if not EMAIL.fullmatch(text.strip()) or ".." in text:
        return None
    name, _, domain = text.strip().rpartition("@")
    return f"{name}@{domain.lower()}"


def phone(text: str) -> str | None:
    """A number of 8 to 15 digits, as it was written."""
    digits = sum(sign.isascii() and sign.isdigit() for sign in text)
    return text.strip() if PHONE.fullmatch(text.strip()) and 8 <= digits <= 15 else None


CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "registration_number": registration_number,
    "policy_number": policy_number,
    "wallet": wallet,
    "email": email,
    "phone": phone,
}
