"""The same texts as a hurried person types them: typing slips, all lower case without punctuation, all capitals.

Deterministic: the same text and key give the same noise, on every machine. Gold spans move along with the text.
"""

import random
import re

SEED = 20261123
WAYS = {
    "typing": "typing slips, about one in fourteen letters of longer words; never inside a marked span or in the two words beside it",
    "lower": "all lower case, without punctuation (inside a marked span and between letters or digits it stays)",
    "caps": "all capitals",
}
# For marked spans only: harder than what a reader must survive, so a figure of its own.
INSIDE = {"inside": "one typing slip inside each marked span that has a word of five letters or more; digits stay"}
LETTERS_PER_SLIP = 14
GUARD_WORDS = 2  # "ongeveer" before and "ex btw" after a span belong to its meaning
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEIGHBOURS = {row[i]: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in _ROWS for i in range(len(row))}
_PUNCTUATION = set('.,;:!?"()…')
Span = tuple[int, int]


def noised(text: str, spans: list[Span], way: str, key: str) -> tuple[str, list[Span]]:
    """`text` written in one of WAYS or INSIDE, and where the spans then stand. `key` (an id) makes the slips of two texts differ."""
    rng = random.Random(f"{SEED}:{key}")  # a string seeds through SHA-512: the same everywhere
    if way == "typing":
        free = _free(text, spans)
        written = _slips(text, free, max(1, round(len(free) / LETTERS_PER_SLIP)), rng)
    elif way == "inside":
        written = list(text)
        for start, end in spans:
            written[start:end] = _slips(text[start:end], _long_words(text[start:end]), 1, rng)
    elif way == "lower":
        written = [_lower(text, spans, i) for i in range(len(text))]
    else:
        written = [char.upper() if len(char.upper()) == 1 else char for char in text]
    starts = [0]
    for piece in written:
        starts.append(starts[-1] + len(piece))
    return "".join(written), [(starts[start], starts[end]) for start, end in spans]


def _lower(text: str, spans: list[Span], at: int) -> str:
    if text[at] in _PUNCTUATION and not any(start <= at < end for start, end in spans):
        inside_a_word = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
        return text[at] if inside_a_word else ""
    low = text[at].lower()
    return low if len(low) == 1 else text[at]


def _free(text: str, spans: list[Span]) -> list[int]:
    """Places where a slip may fall: not the first or last letter, words of four letters and more, away from the spans."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    touched = [any(start < b and a < end for a, b in spans) for start, end in words]
    free: list[int] = []
    for number, (start, end) in enumerate(words):
        near = any(touched[max(0, number - GUARD_WORDS) : number + GUARD_WORDS + 1])
        if end - start >= 4 and not near and text[start:end].isalpha():
            free += range(start + 1, end - 1)
    return free


def _long_words(text: str) -> list[int]:
    return [at for word in re.finditer(r"[^\W\d_]{5,}", text) for at in range(word.start() + 1, word.end() - 1)]


def _slips(text: str, free: list[int], wanted: int, rng: random.Random) -> list[str]:
    """One piece for each character of `text`: itself, or what a slip makes of it. At most `wanted` slips, in the `free` places."""
    written = list(text)
    used: list[int] = []
    for at in rng.sample(free, len(free)):
        if len(used) == wanted:
            break
        if any(abs(at - other) < 3 for other in used):
            continue
        used.append(at)
        slip = rng.choice(("swap", "drop", "double", "neighbour"))
        if slip == "swap" and text[at] != text[at + 1]:
            written[at], written[at + 1] = text[at + 1], text[at]
        elif slip == "drop":
            written[at] = ""
        elif slip == "double":
            written[at] = text[at] * 2
        else:
            beside = NEIGHBOURS.get(text[at].lower())
            written[at] = rng.choice(beside) if beside else text[at] * 2
    return written
