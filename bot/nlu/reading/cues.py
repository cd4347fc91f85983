"""A cheap look before an expensive one: a pattern is tried only on text that holds one of the words it cannot do without.

Words are looked for by one group of three letters each: the groups of a sentence are made once, and a pattern (or a whole table
of rules, see `Table`) asks which of its own are among them.
"""

import re
import sys
from functools import lru_cache
from typing import Any, Callable, Dict, FrozenSet, Generic, Iterator, List, Match, Optional, Sequence, Tuple, TypeVar, Union

from .hints import SHORTEST, literals

COMMON = frozenset("entiradosl gvmkh")  # the letters that tell least
Entry = TypeVar("Entry")


@lru_cache(maxsize=512)
def groups(text: str) -> FrozenSet[str]:
    """All runs of three characters in `text`."""
    return frozenset([text[at : at + SHORTEST] for at in range(len(text) - SHORTEST + 1)])


def telling(word: str) -> str:
    """The group of `word` that is seldom seen elsewhere."""
    return min((word[at : at + SHORTEST] for at in range(len(word) - SHORTEST + 1)), key=lambda group: sum(c in COMMON for c in group))


class Cued:
    """A compiled pattern that does not begin on text without any of its words. It answers as the pattern itself does."""

    def __init__(self, regex: "re.Pattern[str]", words: Sequence[str]) -> None:
        self.regex, self.pattern, self.flags = regex, regex.pattern, regex.flags
        self._needs: Dict[str, List[str]] = {}
        for word in words:
            self._needs.setdefault(telling(word), []).append(word)
        self._groups = frozenset(self._needs)

    def _hopeless(self, text: str) -> bool:
        here = groups(text)
        if self._groups.isdisjoint(here):
            return True
        return not any(word in text for group in self._groups & here for word in self._needs[group])

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Optional[Match[str]]:
        return None if self._hopeless(text) else self.regex.search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Optional[Match[str]]:
        return self.regex.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Optional[Match[str]]:
        return self.regex.fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[Match[str]]:
        return iter(()) if self._hopeless(text) else self.regex.finditer(text, pos, endpos)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> List[Any]:
        return [] if self._hopeless(text) else self.regex.findall(text, pos, endpos)

    def sub(self, repl: "Union[str, Callable[[Match[str]], str]]", text: str, count: int = 0) -> str:
        return text if self._hopeless(text) else self.regex.sub(repl, text, count)


def cued(regex: "re.Pattern[str]") -> Any:
    """`regex`, behind its words when it has any that are certain (and tells capitals from small letters)."""
    words = () if regex.flags & re.IGNORECASE else literals(regex.pattern)
    return Cued(regex, words) if words else regex


_WORDS: Dict[str, List[Tuple[str, int, int]]] = {}  # by group: a word, the table that has it, and the places of its entries (bits)
_ALWAYS: Dict[int, int] = {}  # by table: the entries that need no word


class Table(Generic[Entry]):
    """Entries in order, each with the words of which it needs one (none: it is always tried).

    A sentence is looked through once for the words of all tables together.
    """

    def __init__(self, entries: Sequence[Tuple[Entry, Tuple[str, ...]]]) -> None:
        self._entries = [entry for entry, _ in entries]
        self._number = len(_ALWAYS)
        _ALWAYS[self._number] = sum(1 << at for at, (_, words) in enumerate(entries) if not words)
        bits: Dict[str, int] = {}
        for at, (_, words) in enumerate(entries):
            for word in words:
                bits[word] = bits.get(word, 0) | 1 << at
        for word, bit in bits.items():
            _WORDS.setdefault(telling(word), []).append((word, self._number, bit))
        _possible.cache_clear()

    def possible(self, text: str) -> Iterator[Entry]:
        """The entries, in order, that `text` holds a word of."""
        left = _possible(text)[self._number]
        while left:
            lowest = left & -left
            left ^= lowest
            yield self._entries[lowest.bit_length() - 1]


@lru_cache(maxsize=512)
def _possible(text: str) -> Dict[int, int]:
    found = dict(_ALWAYS)
    for group in groups(text) & _WORDS.keys():
        for word, number, bit in _WORDS[group]:
            if word in text:
                found[number] |= bit
    return found
