"""Answers that name another matter than the open question: "geen andere klanten geraakt" says nothing about the attack."""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from typing import Any

from bot.claims.fields import FIELDS
from bot.claims.model import ClaimFile, Heard, Status
from bot.claims.yes_no import dont_know

_LONGEST = 110
# The words that name a matter so plainly that they are about nothing else.
_MATTERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(source, re.I))
    for name, source in (
        ("other_clients_affected", r"\b(?:andere?|meer|overige|nog) (?:\w+ )?(?:klanten|klant|klt\w*|clienten|klnten|kl\.?)(?!\w)"),
        ("own_systems_affected", r"\b(?:onze|ons|eigen) (?:eigen )?(?:systemen|netwerk|servers?|omgeving|infra\w*|pc'?s|computers)\b"),
        ("backups_affected", r"\bback-?ups?\b"),
        ("police_report", r"\b(?:politie|aangifte|pv)\b"),
        (
            "dpa_notified",
            r"\b(?:gba|autoriteit persoonsgegevens|gegevensbeschermings?autoriteit|privacywaakhond)\b|\bAP\b(?=.*\b(?:gemeld|melding)\b)",
        ),
        (
            "data_exfiltration",
            r"\b(?:data|gegevens|bestanden|info|informatie|persoonsgegevens)\b.{0,25}\b(?:weg|gestolen|buitgemaakt|gelekt|meegenomen|gekopieerd|gejat|ontvreemd"
            r"|geexfiltreerd|geëxfiltreerd|gepikt|verdwenen)\b|\b(?:gestolen|weg|gelekt|buitgemaakt|meegenomen) (?:data|gegevens|bestanden)\b|\bdatalek\b",
        ),
        ("ransom_paid", r"\b(?:losgeld|ransom|bitcoins?|btc)\b.{0,20}\bbetaald\b|\bbetaald\b.{0,20}\b(?:losgeld|ransom|hackers)\b"),
        ("ransom_demanded", r"\b(?:losgeld|ransom)\b.{0,20}\b(?:gevraagd|geeist|geëist|gevorderd)\b"),
    )
)
_NOT = re.compile(r"\b(?:geen|niet|nie|nooit|nog niet|niets|niks|zonder)\b", re.I)
_NO_CODES = {"data_exfiltration": "no", "backups_affected": "none"}
_OF = re.compile(r"\b(?:of|als|dat)\b", re.I)


def matter(heard: Heard) -> str | None:
    """The field that a short message speaks of in so many words, when that is not the open one."""
    text = heard.text
    if len(text) > _LONGEST:
        return None
    named = [name for name, pattern in _MATTERS if pattern.search(text)]
    return None if not named or heard.ask in named else named[0]


def answered_elsewhere(heard: Heard, name: str, file: ClaimFile) -> tuple[Any, Status] | None:
    """The answer to the field `name` that these words give by themselves: a denial, or that it is not known."""
    if dont_know(heard) and (_OF.search(heard.text) or len(heard.text.split()) > 3):
        return (None, "unknown") if name not in file.fields else None
    if "?" in heard.text or not _NOT.search(heard.text):
        return None
    if name in _NO_CODES:
        return _NO_CODES[name], "stated"
    if part := FIELDS[name].answered_by("yes"):
        return {part: False}, "stated"
    return (False, "stated") if FIELDS[name].kind == "bool" else None
