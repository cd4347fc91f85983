# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""E-mail addresses, phone, policy, company and account numbers and wallet addresses in a text.

Every pattern is bounded, so that reading stays linear in the length of the text. Where a checksum exists it decides;
digits that only look like such a number are left alone. Which of two overlapping finds stays is said in `spans`.
"""

import re
from functools import lru_cache
from typing import Any, Dict, Iterator, List, Tuple

from .phones import as_dutch, as_item, find_phones
from .policies import find_policies
from .registrations import find_registrations
from .spans import apart
from .wallets import find_wallets

_LABEL = r"[\w-]{1,63}"
_EMAIL = re.compile(rf"(?<![\w.+%@-])[\w+%-]{{1,64}}(?:\.[\w+%-]{{1,64}}){{0,8}}\s?@ ?{_LABEL}(?:\.{_LABEL}){{1,6}}(?![\w@])")
# Said aloud or kept from robots: "jan punt peeters apenstaartje firma punt be", "jan(at)firma.be".
_AT = r"(?: ?[(\[{] ?(?:at|@|a|apenstaart(?:je)?) ?[)\]}] ?| (?:apen?staart(?:je)?|apestaartje|at) )"
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|punt|\.) ?[)\]}] ?| (?:punt|dot) )"
_SPOKEN = re.compile(
    # No sign of the pieces joins them as well: "1-1-1-1-..." would have countless readings.
    rf"(?<![\w.@])[^\W_]{{1,40}}(?:(?:{_DOT}| streepje | underscore |[_+-])[^\W_]{{1,40}}){{0,6}}{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,3}}{_DOT}[a-z]{{2,12}}(?![\w@])",
    re.I,
)
_SAID = re.compile(_AT, re.I)
_MACHINE = re.compile(r"\.(?:local|lan|internal|corp|localdomain|intra)$", re.I)  # "root@srv01.local" is a prompt in a log
_ANY = re.compile(r"\d|@|apen?staart|[(\[{] ?at ?[)\]}]", re.I)


def find_contacts(text: str, language: str = "") -> List[Dict[str, Any]]:
    """Every contact detail and account number in `text`, by place, as {"kind", "start", "end", "value"}.

    Kinds: email (lower case), phone (E.164; "extension" beside it when one is given), policy_number, kbo (ten digits), kvk (eight digits),
    vat (country and number, no blanks), iban (no blanks), wallet (as written). Spans never overlap. `language` "nl-NL" settles a
    telephone number that both countries could have given out.
    """
    finds = [dict(item) for item in _found(text)]
    for item in finds if language == "nl-NL" else ():
        if item["kind"] == "phone":
            item["value"] = as_dutch(text[item["start"] : item["end"]], item["value"], text[max(0, item["start"] - 48) : item["start"]])
    return finds


@lru_cache(maxsize=4)  # the grammars ask for the same text that the annotator does
def _found(text: str) -> Tuple[Dict[str, Any], ...]:
    if not _ANY.search(text):
        return ()
    finds = [*_emails(text), *find_registrations(text), *find_policies(text)]
    finds.extend({"kind": "wallet", "start": start, "end": end, "value": value} for start, end, value in find_wallets(text))
    finds.extend(as_item(phone) for phone in find_phones(text))
    return tuple(apart(finds))


def on_the_wire(contact: Dict[str, Any]) -> Dict[str, Any]:
    """The contact under its name in docs/annotations.md; a registration number keeps in `register` which one it is."""
    kind = contact["kind"]
    if kind in ("kvk", "kbo", "vat"):
        return {**contact, "kind": "registration_number", "register": kind}
    return {**contact, "kind": "wallet_address"} if kind == "wallet" else contact


def _emails(text: str) -> Iterator[Dict[str, Any]]:
    spoken = _SAID.search(text)
    for pattern in ((_EMAIL,) if "@" in text else ()) + ((_SPOKEN,) if spoken else ()):
        for match in pattern.finditer(text):
            value = _address(match.group())
            if not _MACHINE.search(value):
                yield {"kind": "email", "start": match.start(), "end": match.end(), "value": value}


def _address(written: str) -> str:
    low = written.lower()
    low = re.sub(_AT, "@", low)
    low = re.sub(_DOT, ".", low)
    low = re.sub(r" streepje ", "-", low)
    low = re.sub(r" underscore ", "_", low)
    return re.sub(r"\s", "", low)
