"""Whether an answer says yes or no, is not known, or is kept back: by its words first, by the classifier only beside them."""

import re
from difflib import SequenceMatcher

from bot.claims.answer_words import DONT_KNOW, NO, NONE_OF, SKIP, YES
from bot.claims.model import Heard

_YES_WORDS = frozenset(
    [
        "ja",
        "jaja",
        "jawel",
        "jazeker",
        "jep",
        "yep",
        "yes",
        "zeker",
        "klopt",
        "kloppen",
        "inderdaad",
        "idd",
        "juist",
        "correct",
        "exact",
        "precies",
        "uiteraard",
        "natuurlijk",
        "tuurlijk",
        "absoluut",
        "wel",
        "akkoord",
        "helaas",
        "vrees",
        "spijtig",
        "ok",
        "oke",
        "oké",
        "zoals",
        "zo",
        "waar",
        "beide",
        "allebei",
    ]
)
_NO_WORDS = frozenset(
    [
        "nee",
        "neen",
        "neeje",
        "nope",
        "niet",
        "nie",
        "geen",
        "nooit",
        "niks",
        "niets",
        "noppes",
        "noch",
        "niemand",
        "nergens",
        "zonder",
        "amper",
    ]
)
_KEPT = frozenset(
    [
        "niet",
        "geen",
        "liever",
        "later",
        "over",
        "overslaan",
        "skip",
        "volgende",
        "verder",
        "commentaar",
        "privé",
        "vertrouwelijk",
        "straks",
        "nu",
        "anders",
    ]
)
_LEAST_FUZZY = 5  # a shorter word is a word of its own: "Jan" is no "ja"
_ALIKE = 0.84
_SURE = 0.5
_PLAIN_NO = re.compile(r"^\W*(?:nee|neen|nope|neeje|noppes|ne|absoluut niet|totaal niet|helemaal niet|bijlange niet)\b", re.I)


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in `text`; a long one also with a typing error."""
    said = re.findall(r"\w+", text.lower())
    if words & set(said):
        return True
    long = [w for w in words if len(w) >= _LEAST_FUZZY]
    return any(SequenceMatcher(None, one, w).ratio() >= _ALIKE for one in said if len(one) >= _LEAST_FUZZY for w in long)


def dont_know(heard: Heard) -> bool:
    """Whether the whole message says no more than that it is not known."""
    if DONT_KNOW.search(heard.text) and len(heard.text) < 90:
        return True
    return heard.intent == "dont_know" and heard.intents[0][1] >= _SURE and len(heard.text.split()) > 1


def kept_back(heard: Heard) -> bool:
    """Whether the person would rather not answer now."""
    if SKIP.search(heard.text) and len(heard.text) < 160:
        return True
    return heard.intent == "skip" and len(heard.text.split()) > 1 and _says(heard.text, _KEPT)


def yes_no(heard: Heard) -> bool | None:
    """Yes, no, or neither."""
    if YES.search(heard.text):
        return True
    if dont_know(heard):  # before "no": "geen idee" begins like one
        return None
    if NO.search(heard.text):
        return False
    if heard.intent == "affirm" and _says(heard.text, _YES_WORDS):
        return True
    return False if heard.intent == "deny" and _says(heard.text, _NO_WORDS) else None


def plain_no(heard: Heard) -> bool:
    """A no to the question itself, not the "geen" of "geen andere klanten"."""
    words = re.findall(r"\w+", heard.text)
    return yes_no(heard) is False and (bool(_PLAIN_NO.search(heard.text) or NONE_OF.match(heard.text)) or len(words) <= 3)
