"""A text as the intent classifier looks at it: folded, and as a frame in which every date, amount or number is only its kind."""

import re
import unicodedata
from typing import Any, Dict, List, Sequence

DIGIT = re.compile(r"\d")
LONG_DRAWN = re.compile(r"([a-z!?.])\1{2,}")
WORD_OR_MARK = re.compile(r"\w+|[?!:/*\[\]>=]")
LONGEST_ROW = 3  # words
LONGEST_WHOLE = 6  # words and both ends: a reply of up to four words counts as one thing too
LENGTHS = (1, 2, 3, 6, 12, 25)  # words, upper bounds


def fold(text: str) -> str:
    """Lower case, no accents, "jaaaa" as "jaa", every digit the same: "3.000" and "7.500" look alike, "3.000" and "30" do not."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
    return LONG_DRAWN.sub(r"\1\1", DIGIT.sub("0", plain))


def framed(text: str, values: Sequence[Dict[str, Any]]) -> List[str]:
    """The words of `text` between "^" and "$", each value as its kind: "nee, 12.000 euro" is ^ nee <money> $.

    `values` are those of `bot.nlu.extract` (`kind`, `start`, `end`); of two that overlap the first and longest stays.
    """
    words, at = ["^"], 0
    for value in sorted(values, key=lambda one: (one["start"], -one["end"])):
        if value["start"] < at or value["end"] > len(text):
            continue
        words += WORD_OR_MARK.findall(fold(text[at : value["start"]]))
        words.append(f"<{value['kind']}>")
        at = value["end"]
    return [*words, *WORD_OR_MARK.findall(fold(text[at:])), "$"]


def frame(text: str, values: Sequence[Dict[str, Any]]) -> List[str]:
    """What is counted of a framed text: rows of one to three words, a short reply as a whole, and about how long it is."""
    words = framed(text, values)
    terms = list(words)
    for length in range(2, LONGEST_ROW + 1):
        terms += [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]
    if len(words) <= LONGEST_WHOLE:
        terms.append("whole " + " ".join(words))
    terms.append(f"length {sum(len(words) - 2 > bound for bound in LENGTHS)}")
    return terms
