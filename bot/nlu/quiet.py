"""Words at which nothing begins, learned from the grammars themselves, so that they are asked once for a word and not for a place.

At most words of a text no date, length, amount or number can begin, and the grammars see that from the word alone ("server"), or
from the word and its two neighbours ("de server"). The first time such a word comes by, the grammars run on it while it is noted
which tokens they look at. What reads nothing and looked no further reads nothing wherever those words stand again. No table of
words is kept by hand, so a grammar that learns a new word needs no change here.
"""

from typing import Any, Callable, Dict, Hashable, Optional

from .tokens import Token, Tokens

_MOST = 40_000  # words remembered; a text of more different ones only loses what it would save
_LONGEST = 40
_NEW: Any = object()


class _Watched(Tokens):
    """The same tokens, which note how far from the one at `at` anybody looks. Readings already made do not hide a look."""

    def __init__(self, toks: Tokens, at: int) -> None:
        self.text, self.items, self.memory = toks.text, toks.items, {}
        self._toks = toks  # it may be a window on a longer text: what lies outside stays unseen
        self.at, self.reach = at, 0

    def __len__(self) -> int:
        self.reach = len(self.items)
        return self.reach

    def __getitem__(self, index: int) -> Token:
        self.reach = max(self.reach, abs(index - self.at))
        return self._toks[index]

    def low(self, index: int) -> str:
        self.reach = max(self.reach, abs(index - self.at))
        return self._toks.low(index)


class Quiet:
    """For one set of grammars: `begins(toks, at)` answers whether any of them begins at token `at`, by looking at `toks` alone."""

    def __init__(self, begins: Callable[[Tokens, int], bool]) -> None:
        self._begins = begins
        self._words: Dict[Hashable, Optional[bool]] = {}  # quiet, or not to be asked (False), or depending on its neighbours (None)
        self._places: Dict[Hashable, bool] = {}

    def at(self, toks: Tokens, at: int) -> bool:
        """True when nothing can begin at this token. Digits are never asked: hardly two are alike."""
        token = toks.items[at]
        if token.kind == "d" or len(token.text) > _LONGEST:
            return False
        word = (token.text, token.gap)
        known = self._words.get(word, _NEW)
        if known is True or known is False:
            return known is True
        before, after = toks[at - 1], toks[at + 1]
        if known is not _NEW and (len(before.text) > _LONGEST or len(after.text) > _LONGEST):
            return False
        place = (word, _seen(before, token), _seen(after, token))
        found = self._places.get(place)
        return self._learn(word, place, toks, at) if found is None else found

    def _learn(self, word: Hashable, place: Hashable, toks: Tokens, at: int) -> bool:
        watched = _Watched(toks, at)
        begins = self._begins(watched, at)
        toks.memory.update(watched.memory)  # read once more in a moment, when it is not quiet
        if len(self._words) + len(self._places) >= _MOST:
            self._words.clear()
            self._places.clear()
        self._words[word] = False if begins else True if not watched.reach else None
        self._places[place] = not begins and watched.reach <= 1
        return self._places[place]


def _seen(other: Token, token: Token) -> Hashable:
    """All that a grammar at `token` can see of a neighbour."""
    return other.text, other.kind, other.gap, other.sentence - token.sentence, other.paragraph - token.paragraph
