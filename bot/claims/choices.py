"""Which choices a short answer names: by their labels, by other words for them, by pointing, or none of them."""

import re

from bot.claims import names
from bot.claims.answer_words import NONE_OF, ORDER, POINTS, WORDS
from bot.claims.fields import Field
from bot.claims.model import Heard
from bot.claims.yes_no import yes_no

_LONGEST_NAMED = 12  # words: in a longer text "ik" or "ze" names nobody as the answer
# "Is er nu iets aan de hand?" "Nog niet": not yet stopped, or not yet begun; no word to end an alarm on.
ENDS_NOTHING = re.compile(r"^\W*(?:nog niet|geen van (?:de )?(?:beiden?|twee|allebei))\W*$", re.I)


def pointed(heard: Heard, field: Field) -> str | None:
    """The code that "de tweede" or "optie 2" points at, in the order in which the choices are shown."""
    m = POINTS.match(heard.text)
    if m is None:
        return None
    codes = list(field.codes)
    place = ORDER[m["word"].lower()] if m["word"] else int(m["number"]) - 1
    return codes[place] if (0 <= place < len(codes)) or (m["word"] or "").lower() == "laatste" else None


def named(heard: Heard, field: Field) -> list[tuple[str, tuple[int, int]]]:
    """The codes that the words name, in their order, each with its place; "geen van beide" names none."""
    if NONE_OF.match(heard.text):
        return []
    low = heard.text.lower() if len(heard.text.lower()) == len(heard.text) else heard.text
    found: list[tuple[str, tuple[int, int]]] = []
    for code in field.codes:
        for word in {*(label.lower() for label in field.words_for(code)), code.replace("_", " ").lower()}:
            m = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low)
            if m and len(word) > 2 and word != "nee":
                found.append((code, m.span()))
                break
    for code, source in WORDS.get(field.name, ()) if len(low.split()) <= _LONGEST_NAMED else ():
        m = re.search(rf"(?<!\w)(?:{source})", low)
        if m and code not in [c for c, _ in found]:
            found.append((code, m.span()))
    return sorted(found, key=lambda f: f[1])


def is_something_else(heard: Heard) -> bool:
    """A thing named in a few words, that none of the codes covers; a sentence tells something, but seldom answers which."""
    words = heard.text.split()
    if POINTS.match(heard.text):
        return False
    few = 2 <= len(words) <= 8 and yes_no(heard) is None and not names.SENTENCE.search(heard.text)
    return few and names.person(heard.text) is None and not names.is_company(heard.text) and not any(c.isdigit() for c in heard.text)
