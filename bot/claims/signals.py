"""Triage signals that only words carry: danger, haste, distress. Signals that follow from fields are in `triage`."""

import re
from collections.abc import Mapping
from pathlib import Path

import tomllib

from bot.claims.model import Assertion, Evidence, Heard, SaidBy

_NOT = re.compile(r"\b(?:niet|geen|nooit|zonder|niks|niemand|evenmin|als|stel|indien)\b[^,.;!?]{0,45}$")
_DENIED = re.compile(r"\b(?:niet|geen|nooit)\b")
_WORDS: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["signals"]
_COMPILED = tuple((name, re.compile("|".join(patterns))) for name, patterns in _WORDS.items())
_INTENTS = {"urgent_ongoing": "T1", "ask_human": "T13"}
_SURE_ENOUGH = 0.6
SAID_BY: dict[str, SaidBy] = {"insured": "insured", "agent": "caller", "adjuster": "adjuster"}


def signals_in(heard: Heard) -> tuple[Assertion, ...]:
    """The signals in the words of one message, each with its quote; a signal from the intent alone quotes the message."""
    lowered = heard.text.lower()
    if len(lowered) != len(heard.text):  # a letter that grows in lower case would move every offset
        lowered = heard.text
    found: dict[str, Assertion] = {}
    for name, pattern in _COMPILED:
        for match in pattern.finditer(lowered):
            if name == "T13" or not (_DENIED.search(match[0]) or _NOT.search(lowered[max(0, match.start() - 60) : match.start()])):
                found[name] = _signal(heard, name, match.start(), match.end())
                break
    if heard.intents and heard.intents[0][1] >= _SURE_ENOUGH:
        name = _INTENTS.get(heard.intent, "")
        if name and name not in found and len(heard.text) <= 300:
            found[name] = _signal(heard, name, 0, len(heard.text), heard.intents[0][1])
    return tuple(found[name] for name in sorted(found, key=lambda n: int(n[1:])))


def _signal(heard: Heard, name: str, start: int, end: int, confidence: float = 0.9) -> Assertion:
    evidence = Evidence(heard.message_id, start, end, heard.text[start:end])
    return Assertion(
        "signal", name, None, "stated", SAID_BY.get(heard.author, "insured"), heard.message_id, heard.at, (evidence,), confidence
    )
