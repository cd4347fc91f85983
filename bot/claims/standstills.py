"""Standstills in the words of a message, each with the system that stood still: the fields hold one, a story often tells of more."""

import re
from collections.abc import Iterator
from typing import Any

from bot.claims.model import Annotation, Assertion, Heard
from bot.claims.record import record, status_of

_FIELDS = ("bi_start_at", "bi_end_at")
_UNSURE = ("question", "other_case", "hypothetical", "figurative")
# What people call the things that stand still; the words themselves are kept.
_SYSTEM = re.compile(
    r"\b(?:web(?:shop|winkel|site|server|portaal)s?|(?:klanten)?portaa?l(?:en)?|site|app|e-?mail\w*|mail(?:server|box|systeem)?s?"
    r"|(?:file|mail|print|app(?:licatie)?|database|terminal|back-?up|domein)?servers?|kassa(?:'s|systeem|systemen)?|erp(?:-\w+)?|crm|sap|epd|wms"
    r"|boekhoud(?:ing|pakket|software|programma)|telefoon(?:centrale|systeem)?|telefonie|telefoons|voip|productie(?:lijn|systeem)?|fabriek|machines?"
    r"|magazijn|voorraadsysteem|planning(?:ssysteem)?|netwerk|internet|wifi|database|vpn|cloud|facturatie|bestelsysteem|betaalterminals?"
    r"|winkels?|filia(?:al|len)|werkplaats|kantoor|(?:vestiging|filiaal|winkel|kantoor|site) (?:in |te |van )?[A-Z]\w+)\b",
    re.IGNORECASE,
)
_BORDERS = ".!?;\n"


def standstills(heard: Heard) -> Iterator[Assertion]:
    """One assertion for each moment or duration of a standstill: `name` is the system as it was called, "" when none was named.

    The value is {"start", "end", "duration"}, each a value as in the fields or None.
    """
    spans: dict[tuple[int, int], dict[str, Any]] = {}
    source: dict[tuple[int, int], Annotation] = {}
    for a in heard.annotations:
        place = (a.start, a.end)
        if a.certainty in _UNSURE or a.polarity == "negated" or a.extra.get("weak"):
            continue
        if a.is_fact and a.role in _FIELDS and isinstance(a.value, dict):
            spans.setdefault(place, {})[a.role.removeprefix("bi_").removesuffix("_at")] = a.value
            source[place] = a
        elif a.entity == "duration" and a.role == "downtime" and isinstance(a.value, str):
            spans.setdefault(place, {})["duration"] = {"value": a.value, "approx": bool(a.extra.get("approx"))}
            source[place] = a
    for place in sorted(spans):
        value = {"start": None, "end": None, "duration": None, **spans[place]}
        status, confidence = status_of(source[place], source[place].confidence)
        corrects = bool(source[place].extra.get("correction"))
        yield record(heard, "standstill", system_at(heard.text, *place), value, status, [place], confidence, corrects)


def system_at(text: str, start: int, end: int) -> str:
    """The system that the words between these places are about: the last one named before them in the sentence, else the first after."""
    first = max(text.rfind(sign, 0, start) for sign in _BORDERS) + 1
    last = min((at for sign in _BORDERS if (at := text.find(sign, end)) >= 0), default=len(text))
    before = [m[0] for m in _SYSTEM.finditer(text, first, start)]
    after = _SYSTEM.search(text, end, last)
    return (before[-1] if before else after[0] if after else "").strip()[:60]
