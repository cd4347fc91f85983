"""The words, digit runs and signs of a text, each with its place.

Offsets count code points, end exclusive. A letter run and a digit run are always two tokens ("14u30" is three), so that
the grammars read shorthand and tidy writing the same way.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache, wraps
from typing import Any, Callable, TypeVar


def words(line: str) -> list[str]:
    """The words of a line: how the word lists here are written down."""
    return line.split()


_TOKEN = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f][^\W\d_]*)*|\d+|[^\w\s]|_")
_SENTENCE_END = frozenset(".!?")
_ABBREVIATIONS = frozenset(
    words(
        "jl ll jan feb febr mrt apr jun jul aug sep sept okt nov dec ma di wo do vr za zo ca nr excl incl ex dd btw as "
        "a ong plm tel max min mld mln"
    )
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """`word` in lower case without accents: "Drieëntwintig" gives "drieentwintig"."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


class Token:
    """One token. `kind` is "w" (letters), "d" (digits), "p" (one sign) or "x" (part of an identifier: no grammar reads it).

    `gap` is the white space before it (or ""); `sentence` and `paragraph` number where it stands.
    """

    __slots__ = ("end", "gap", "kind", "low", "paragraph", "sentence", "start", "text")

    def __init__(self, text: str, start: int, gap: str, kind: str) -> None:
        self.text, self.start, self.end, self.gap, self.kind = text, start, start + len(text), gap, kind
        self.low = fold(text) if kind == "w" else text
        self.sentence = self.paragraph = 0


_NOTHING = Token("", 0, " ", "")
_MARGIN = 16  # empty tokens kept on both sides, so that looking around needs no check
Read = TypeVar("Read")


_UNREAD: Any = object()


def remembered(read: "Callable[[Tokens, int], Read]") -> "Callable[[Tokens, int], Read]":
    """`read(toks, at)`, worked out once for each token: the grammars ask the same place many times."""
    name = read.__name__

    @wraps(read)
    def once(toks: "Tokens", at: int) -> Read:
        key = (name, at)
        found: Any = toks.memory.get(key, _UNREAD)
        if found is _UNREAD:
            found = toks.memory[key] = read(toks, at)
        return found  # type: ignore[no-any-return]

    return once


class Tokens:
    """The tokens of a text; asking beyond either end gives an empty token that nothing matches."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Token] = []
        last = 0
        for match in _TOKEN.finditer(text):
            first = match.group()[0]
            kind = "d" if first.isdecimal() else "w" if first.isalpha() or first.isalnum() else "p"
            self.items.append(Token(match.group(), match.start(), text[last : match.start()], kind))
            last = match.end()
        self.memory: dict[tuple[str, int], Any] = {}
        self._blocks = [0]
        self._views: dict[int, Tokens] = {}
        self._number_sentences()
        self._padded = [_NOTHING] * _MARGIN + self.items + [_NOTHING] * _MARGIN
        self._lows = [token.low for token in self._padded]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        try:
            return self._padded[index + _MARGIN]
        except IndexError:
            return _NOTHING

    def low(self, index: int) -> str:
        """The folded text of a token that a grammar may read, else ""."""
        try:
            return self._lows[index + _MARGIN]
        except IndexError:
            return ""

    def block(self, at: int) -> "Tokens":
        """The tokens under the same indexes, but empty beyond the blank lines around token `at`: nothing there meddles."""
        if len(self._blocks) == 1:
            return self
        number = bisect_right(self._blocks, at) - 1
        if number not in self._views:
            last = self._blocks[number + 1] if number + 1 < len(self._blocks) else len(self.items)
            self._views[number] = _Block(self, self._blocks[number], last)
        return self._views[number]

    def alone(self, start: int, end: int) -> bool:
        """Whether tokens `start` to `end` are all of their paragraph, but for a closing sign."""
        place = self[start].paragraph
        if start and self[start - 1].paragraph == place:
            return False
        end += self.low(end) in (".", "!", "?", ",") and self[end].paragraph == place
        return not self[end].text or self[end].paragraph != place

    def mask(self, spans: list[tuple[int, int]]) -> None:
        """Close every token that touches one of `spans` (sorted by start) to the grammars."""
        index = 0
        for start, end in spans:
            while index < len(self.items) and self.items[index].end <= start:
                index += 1
            at = index
            while at < len(self.items) and self.items[at].start < end:
                self.items[at].kind = "x"
                self._lows[at + _MARGIN] = ""
                at += 1

    def _number_sentences(self) -> None:
        sentence = paragraph = 0
        for index, token in enumerate(self.items):
            if "\n" in token.gap:
                if index and token.gap.count("\n") > 1:
                    self._blocks.append(index)
                paragraph += 1
                sentence += 1
            elif index and token.gap and self._ends_sentence(index - 1):
                sentence += 1
            token.sentence, token.paragraph = sentence, paragraph

    def _ends_sentence(self, index: int) -> bool:
        token = self.items[index]
        if token.text not in _SENTENCE_END:
            return False
        return not (token.text == "." and index and self.items[index - 1].low in _ABBREVIATIONS)


class _Block(Tokens):
    """A window on the tokens of one text."""

    def __init__(self, whole: Tokens, first: int, last: int) -> None:
        self.text, self.items, self.memory = whole.text, whole.items, {}
        self._blocks, self._views = [first], {}
        self._padded, self._lows = whole._padded, whole._lows
        self._first, self._last = first, last

    def __getitem__(self, index: int) -> Token:
        return self._padded[index + _MARGIN] if self._first <= index < self._last else _NOTHING

    def low(self, index: int) -> str:
        return self._lows[index + _MARGIN] if self._first <= index < self._last else ""
