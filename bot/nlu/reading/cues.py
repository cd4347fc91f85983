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
    """A compiled pattern that does not begin on text without a word of each of its sets. It answers as the pattern itself does."""

    def __init__(self, regex: "re.Pattern[str]", sets: Sequence[Sequence[str]]) -> None:
        self.regex, self.pattern, self.flags, self.groups = regex, regex.pattern, regex.flags, regex.groups
        self._sets: List[Tuple[FrozenSet[str], Dict[str, List[str]], List[str]]] = []
        for words in sets:
            needs: Dict[str, List[str]] = {}
            for word in words:
                if len(word) >= SHORTEST:
                    needs.setdefault(telling(word), []).append(word)
            self._sets.append((frozenset(needs), needs, [word for word in words if len(word) < SHORTEST]))

    def _hopeless(self, text: str) -> bool:
        here = groups(text)
        for all_groups, needs, short in self._sets:
            shared = all_groups & here
            if not shared and not short:
                return True
            if not any(word in text for group in shared for word in needs[group]) and not any(word in text for word in short):
                return True
        return False

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
    sets = () if regex.flags & re.IGNORECASE else literals(regex.pattern)
    return Cued(regex, sets) if sets else regex


_Place = Tuple[int, int]  # a table, and which set of each of its entries
_WORDS: Dict[str, List[Tuple[str, _Place, int]]] = {}  # by group: a word, where it is asked for, and the entries that ask (bits)
_SHORT: List[Tuple[str, _Place, int]] = []  # the same of words that have no group
_ALWAYS: Dict[_Place, int] = {}  # the entries that ask for no word there
_MOST_SETS = 3


class Table(Generic[Entry]):
    """Entries in order, each with the sets of words of which it needs one each (none: it is always tried).

    A sentence is looked through once for the words of all tables together.
    """

    def __init__(self, entries: Sequence[Tuple[Entry, Tuple[Tuple[str, ...], ...]]]) -> None:
        self._entries = [entry for entry, _ in entries]
        number = len(_ALWAYS) // _MOST_SETS
        self._places = [(number, layer) for layer in range(_MOST_SETS)]
        for place in self._places:
            bits: Dict[str, int] = {}
            _ALWAYS[place] = 0
            for at, (_, sets) in enumerate(entries):
                if len(sets) <= place[1]:
                    _ALWAYS[place] |= 1 << at
                for word in sets[place[1]] if len(sets) > place[1] else ():
                    bits[word] = bits.get(word, 0) | 1 << at
            for word, bit in bits.items():
                (_WORDS.setdefault(telling(word), []) if len(word) >= SHORTEST else _SHORT).append((word, place, bit))
        _possible.cache_clear()

    def possible(self, text: str) -> Iterator[Entry]:
        """The entries, in order, that `text` holds a word of each set of."""
        found = _possible(text)
        first, second, third = self._places
        left = found[first] & found[second] & found[third]
        while left:
            lowest = left & -left
            left ^= lowest
            yield self._entries[lowest.bit_length() - 1]


@lru_cache(maxsize=512)
def _possible(text: str) -> Dict[_Place, int]:
    found = dict(_ALWAYS)
    for group in groups(text) & _WORDS.keys():
        for word, place, bit in _WORDS[group]:
            if word in text:
                found[place] |= bit
    for word, place, bit in _SHORT:
        if word in text:
            found[place] |= bit
    return found
