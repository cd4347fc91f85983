"""Patterns that are tried only where a word begins as they do.

A pattern of hundreds of names is slow because it is tried at every letter of a text. One that can only match from the first letter
of a word on, and of which the first letters are known, is tried at the words that begin so, which are listed once for all patterns.
"""

import re
from functools import lru_cache
from typing import Any, Dict, FrozenSet, Iterator, List, Match, Optional, Set, Tuple

try:
    import re._parser as sre_parse  # type: ignore[import-not-found]
except ImportError:  # Python 3.10 on the Rasa side
    import sre_parse  # type: ignore[no-redef]

LONGEST = 3
_MOST = 10_000  # openings of a pattern
_FIRST = frozenset("'\u2019\u00d7_")  # besides letters and digits
_WORDS = re.compile(r"\w+|['\u2019\u00d7]")
_ODD = re.compile(r"[\u0130\u0131\u017f\u212a]|(?![0-9])\d")  # letters that are an i, s or k where case is ignored; digits of other scripts


@lru_cache(maxsize=8)
def _starts(text: str) -> Tuple[int, ...]:
    return tuple([match.start() for match in _WORDS.finditer(text)])


@lru_cache(maxsize=16)
def _listed(text: str, small: bool, length: int) -> Dict[str, List[int]]:
    """The places where a word begins, by what stands there (in lower case)."""
    found: Dict[str, List[int]] = {}
    searched = (_small(text) or text) if small else text
    for start in _starts(text):
        found.setdefault(searched[start : start + length], []).append(start)
    return found


@lru_cache(maxsize=8)
def _small(text: str) -> Optional[str]:
    """The text in lower case, None when that would shift its places."""
    small = text.lower()
    return small if len(small) == len(text) else None


@lru_cache(maxsize=8)
def _odd(text: str) -> bool:
    return not text.isascii() and _ODD.search(text) is not None


class Opened:
    """`finditer` of a compiled pattern, the same matches in the same order; of a pattern without known openings its own."""

    def __init__(self, regex: "re.Pattern[str]", like: str = "") -> None:
        """`like`: a pattern that every match begins as, where `regex` itself does not show it."""
        self.regex, self.pattern, self.flags = regex, regex.pattern, regex.flags
        self._match, self._ignores = regex.match, bool(regex.flags & re.IGNORECASE)
        found = openings(like or regex.pattern, ignores=self._ignores)
        self._by_length = [
            (length, frozenset(one for one in found if len(one) == length)) for length in sorted({len(one) for one in found})
        ]

    def finditer(self, text: str) -> Iterator["Match[str]"]:
        if not self._by_length or _odd(text) or (self._ignores and _small(text) is None):
            return self.regex.finditer(text)
        return self._tried(text)

    def _tried(self, text: str) -> Iterator["Match[str]"]:
        places: List[int] = []
        for length, wanted in self._by_length:
            listed = _listed(text, self._ignores, length)
            for opening in wanted & listed.keys():
                places += listed[opening]
        at = 0
        for start in sorted(places):
            if start >= at:
                match = self._match(text, start)
                if match:
                    yield match
                    at = match.end()


def holds(text: str, *words: str) -> bool:
    """Whether one of `words` (in lower case) stands in the text, capitals or not."""
    small = _small(text)
    return small is None or _odd(text) or any(word in small for word in words)


def openings(source: str, *, ignores: bool = False) -> FrozenSet[str]:
    """All that a match of `source` can begin with (1 to 3 signs each); empty when it may begin inside a word, or with anything."""
    begin = _from_a_word(list(sre_parse.parse(source, re.IGNORECASE if ignores else 0)))
    found = {(text.lower() if ignores else text) for text, _ in begin}
    if not all(text and (text[0].isalnum() or text[0] in _FIRST) for text in found):
        return frozenset()
    return frozenset(text for text in found if not any(text[:length] in found for length in range(1, len(text))))


# What a row of items can begin with; the flag says whether it is all of it, so that the next item goes on behind it.
_Begin = Set[Tuple[str, bool]]
_ANYTHING: _Begin = {("", False)}


def _from_a_word(items: List[Any]) -> _Begin:
    """As `_begin`, of items that can only begin where a word does; else anything."""
    if not items:
        return _ANYTHING
    name, arg = str(items[0][0]), items[0][1]
    if name == "SUBPATTERN" and not (arg[1] or arg[2]):
        return _from_a_word([*arg[3], *items[1:]])
    if name == "BRANCH":
        return {pair for branch in arg[1] for pair in _from_a_word([*branch, *items[1:]])}
    return _begin(items[1:]) if _at_a_word(name, arg) else _ANYTHING


def _at_a_word(op: str, arg: Any) -> bool:
    """Whether an item says that no letter or digit stands before the match."""
    if op != "ASSERT_NOT" or arg[0] != -1 or len(arg[1]) != 1:
        return False
    name, inside = arg[1][0]
    return str(name) == "IN" and any(str(kind) == "CATEGORY" and str(which) == "CATEGORY_WORD" for kind, which in inside)


def _begin(items: List[Any]) -> _Begin:
    found: _Begin = {("", True)}
    for op, arg in items:
        going = [text for text, whole in found if whole and len(text) < LONGEST]
        if not going:
            break
        more = _one(str(op), arg)
        if len(going) * len(more) > _MOST:
            return {(text, False) for text, _ in found}
        longer = {((text + further)[:LONGEST], whole) for text in going for further, whole in more}
        found = {(text, whole) for text, whole in found if not whole or len(text) >= LONGEST} | longer
    return found


def _one(name: str, arg: Any) -> _Begin:
    """What one item can begin with."""
    if name == "LITERAL":
        return {(chr(arg), True)}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    if name == "IN":
        return _letters(arg)
    if name == "SUBPATTERN":
        return _ANYTHING if arg[1] or arg[2] else _begin(list(arg[3]))
    if name == "BRANCH":
        return {pair for branch in arg[1] for pair in _begin(list(branch))}
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inside = arg
        row = {(text, whole and most == max(1, least)) for text, whole in _begin(list(inside) * min(max(1, least), LONGEST))}
        return row if least else row | {("", True)}
    return _ANYTHING


def _letters(inside: Any) -> _Begin:
    found: _Begin = set()
    for kind, what in inside:
        if str(kind) == "LITERAL":
            found.add((chr(what), True))
        elif str(kind) == "RANGE" and what[1] - what[0] < 100:
            found |= {(chr(code), True) for code in range(what[0], what[1] + 1)}
        elif str(what) == "CATEGORY_DIGIT":
            found |= {(digit, True) for digit in "0123456789"}
        else:
            return _ANYTHING
    return found
