"""Triage signals that only words carry: danger, haste, distress. Signals that follow from fields are in `triage`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomllib

from bot.claims.model import Annotation, Assertion, Evidence, Heard, SaidBy
from bot.claims.quoted_age import is_old, old_words, only_old_dates

_NOT = re.compile(r"\b(?:niet|geen|nooit|zonder|niks|niemand|evenmin|als|stel|indien)\b[^,.;!?]{0,45}$")
_IF = re.compile(r"\b(?:als|stel|indien|zodra|mocht(?:en)?|wat als)\b[^,.;!?]{0,45}$")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|niets|niks)\b")
_ASKS = re.compile(
    r"^\W*(?:en |maar |dus )?(?:kan|kun|kunt|kunnen|moet|moeten|mag|mogen|zijn|is|wordt|worden|lopen|loopt"
    r"|wat|hoe|waarom|wie|welke?|wanneer"
    r"|heeft|hebben|gaan|gaat|zal|zullen|zou|zouden|dekt|valt)\b[^,]*\?$"
)
_BORDERS = ".!?;\n"
_INTENTS = {"urgent_ongoing": "T1", "ask_human": "T13"}
_SURE_ENOUGH = 0.6
SAID_BY: dict[str, SaidBy] = {"insured": "insured", "agent": "caller", "adjuster": "adjuster"}


@dataclass(frozen=True, slots=True)
class Words:
    """What speaks for one signal (see signals.toml)."""

    pattern: re.Pattern[str]
    failing: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    lasting: bool
    own: bool


def _load() -> Mapping[str, Words]:
    found: dict[str, Any] = tomllib.loads(Path(__file__).with_name("signals.toml").read_text(encoding="utf-8"))
    parts = found.pop("parts")

    def joined(sources: list[str]) -> re.Pattern[str] | None:
        return re.compile("|".join(_filled(source, parts) for source in sources)) if sources else None

    def words(about: dict[str, Any]) -> Words:
        pattern = joined(about["words"])
        assert pattern is not None
        failing, needs, unless = (joined(about.get(name, [])) for name in ("failing", "needs", "unless"))
        return Words(pattern, failing, needs, unless, about.get("lasting", False), about.get("own", False))

    return {name: words(about) for name, about in found.items()}


def _filled(source: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        source = source.replace("{" + name + "}", part)
    return source.replace("~", r"[^.!?;\n]{0,60}")


_WORDS = _load()


def signals_in(heard: Heard) -> tuple[Assertion, ...]:
    """The signals in the words of one message, each with its quote; a signal from the intent alone quotes the message."""
    lowered = heard.text.lower()
    if len(lowered) != len(heard.text):  # a letter that grows in lower case would move every offset
        lowered = heard.text
    found: dict[str, Assertion] = {}
    quoted = [a for a in heard.annotations if a.entity == "quoted" and a.actor != "insured"]
    for name, words in _WORDS.items():
        place = _place(name, words, heard, lowered, quoted)
        if place is not None:
            found[name] = _signal(heard, name, *place)
    if heard.intents and heard.intents[0][1] >= _SURE_ENOUGH and not quoted:  # the intent is that of the whole message, the pasted part too
        name = _INTENTS.get(heard.intent, "")
        if name and name not in found and len(heard.text) <= 300:
            found[name] = _signal(heard, name, 0, len(heard.text), heard.intents[0][1])
    return tuple(found[name] for name in sorted(found, key=lambda n: int(n[1:])))


def _place(name: str, words: Words, heard: Heard, lowered: str, quoted: list[Annotation]) -> tuple[int, int] | None:
    """Where the first words stand that give this signal, now and for certain."""
    for match in words.pattern.finditer(lowered):
        denied = name != "T13" and (_DENIED.search(match[0]) or _NOT.search(lowered[max(0, match.start() - 60) : match.start()]))
        if not denied and _counts(words, heard, lowered, quoted, match):
            return match.span()
    if words.failing is None or (words.needs and not words.needs.search(lowered)):
        return None
    for match in words.failing.finditer(lowered):
        if not _IF.search(lowered[max(0, match.start() - 60) : match.start()]) and _counts(words, heard, lowered, quoted, match):
            return match.span()
    return None


def _counts(words: Words, heard: Heard, lowered: str, quoted: list[Annotation], match: re.Match[str]) -> bool:
    """Whether it is said of now, as a fact, by somebody whose word counts for it."""
    start, end = _sentence(lowered, match.start(), match.end())
    sentence = lowered[start:end]
    if words.unless and words.unless.search(sentence):
        return False
    if not words.lasting and (_ASKS.match(sentence.strip()) or old_words(sentence, heard.at) or only_old_dates(heard, start, end)):
        return False
    part = next((a for a in quoted if a.start <= match.start() < a.end), None)
    if part is None:
        return True
    return not (words.own or part.value == "log" or (not words.lasting and is_old(part, heard, lowered)))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, with the sign that ends it."""
    first = max(text.rfind(sign, 0, start) for sign in _BORDERS) + 1
    ends = [at + 1 for sign in _BORDERS if (at := text.find(sign, end)) >= 0]
    return first, min(ends, default=len(text))


def _signal(heard: Heard, name: str, start: int, end: int, confidence: float = 0.9) -> Assertion:
    evidence = Evidence(heard.message_id, start, end, heard.text[start:end])
    return Assertion(
        "signal", name, None, "stated", SAID_BY.get(heard.author, "insured"), heard.message_id, heard.at, (evidence,), confidence
    )
