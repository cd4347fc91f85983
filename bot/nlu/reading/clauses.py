"""Sentences and clauses of a message, over a folded text of the same length."""

import re
import unicodedata
from bisect import bisect_right
from functools import wraps
from itertools import pairwise
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple, TypeVar

from .dictated import breaths, main_clauses
from .promote import promoted
from .quoted import Part, quoted_parts
from .tables.clauses import ABBREVIATIONS, AND, ASKING, COVER_ASKED, DAY_NAMES, ENDS, HARD, HEADING, NEGATOR, UNMARKED, VERB
from .tables.negation import ANOTHER, CLOSED, OTHER, THAT_CASE, THEN, YEAR

Span = Tuple[int, int]

# "Betalen of niet, wat raadt u aan": both stay open, and the "niet" denies nothing.
OPEN_CHOICE = re.compile(r"\b(?:of|ofwel) (?:toch )?(?:niet|nie|ni|nee|neen)\b")
LONGEST_SENTENCE = 700  # a pasted log has no full stops; patterns look no further than this
_SPECIAL = {
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "\u00a0": " ",
    "\t": " ",
    "–": "-",
    "—": "-",
    "\u2011": "-",
}


def _fold_char(char: str) -> str:
    if char < "\x80":
        return char.lower()
    if char in _SPECIAL:
        return _SPECIAL[char]
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """`text` in lower case without accents, each character in its old place."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    cache: Dict[str, str] = {}
    return "".join(cache[c] if c in cache else cache.setdefault(c, _fold_char(c)) for c in text)


class Item:
    """A value found in the text; `role` and the rest are filled by the readers."""

    __slots__ = ("actor", "certainty", "confidence", "end", "extra", "head", "kind", "polarity", "raw", "role", "start", "value")

    def __init__(self, raw: Dict[str, Any]) -> None:
        self.raw, self.kind, self.start, self.end, self.value = raw, raw["kind"], raw["start"], raw["end"], raw.get("value")
        self.role: Optional[str] = None
        self.actor: Optional[str] = None
        self.head: Optional[str] = None
        self.polarity, self.certainty, self.confidence = "affirmed", "sure", 0.9
        self.extra: Dict[str, Any] = {}

    @property
    def span(self) -> Span:
        return self.start, self.end


class Sentence:
    """One sentence: `low` is its folded text, `clauses` spans in message offsets, `items` the values inside.

    `quoted` is the quoted part that it and all its clauses stand in, None when these are the writer's own words.
    """

    __slots__ = ("_other", "_starts", "clauses", "end", "index", "items", "low", "memory", "older", "question", "quoted", "start", "topic")

    def __init__(self, start: int, end: int, low: str, items: List[Item], index: int) -> None:
        self.start, self.end, self.low, self.items, self.index = start, end, low, items, index
        self.question = low.rstrip().endswith("?") or bool(UNMARKED.match(low) or OPEN_CHOICE.search(low) or COVER_ASKED.search(low))
        self.quoted: Optional[Part] = None
        self._other: Optional[bool] = None
        self.older = False  # it goes on about another case: "toen 3.000 betaald"
        self.topic = False  # "Losgeld? Nooit betaald": a heading, not a question
        self.clauses = _clauses(start, low, items)
        self._starts = [a for a, _ in self.clauses]
        self.memory: Dict[Any, Any] = {}  # what readers worked out of it, for others to ask again

    @property
    def other_case(self) -> bool:
        """True when its words are about another case: news, an older incident, somebody else's."""
        if self._other is None:
            low = self.low
            old = YEAR.search(low) and (ANOTHER.search(low) or (THEN.search(low) and CLOSED.search(low)))
            self._other = self.older or bool(old or OTHER.search(low))
        return self._other

    def items_of(self, *kinds: str) -> List[Item]:
        return [i for i in self.items if i.kind in kinds]

    def clause(self, start: int, end: int) -> Span:
        """From the clause that holds `start` to the one that holds `end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return self.clauses[first][0], self.clauses[last][1]

    def previous(self, start: int) -> Optional[Span]:
        at = bisect_right(self._starts, start) - 2
        return self.clauses[at] if at >= 0 else None

    def cut(self, span: Span) -> str:
        return self.low[max(0, span[0] - self.start) : max(0, span[1] - self.start)]


Read = TypeVar("Read")


def once_for_each(read: "Callable[[Sentence, Item, List[Item]], Read]") -> "Callable[[Sentence, Item, List[Item]], Read]":
    """`read(sentence, item, items)`, worked out once for each item: in a list, every one asks it of every other."""

    @wraps(read)
    def once(sentence: Sentence, item: Item, items: List[Item]) -> Read:
        key = (read.__name__, id(item))
        if key not in sentence.memory:
            sentence.memory[key] = read(sentence, item, items)
        found: Read = sentence.memory[key]
        return found

    return once


def _clauses(offset: int, low: str, items: List[Item]) -> List[Span]:
    inside = [(i.start - offset, i.end - offset) for i in items]
    cuts = [0]
    for m in HARD.finditer(low):
        if any(a < m.start() + 1 and m.start() < b for a, b in inside):
            continue
        if m.group() == ":" and len(low[cuts[-1] : m.start()].split()) <= 4:
            continue  # a heading: "Klacht politie: nog niet"
        cuts.append(m.start() if low[m.start()].isalpha() else m.end())
    cuts.append(len(low))
    spans: List[Span] = []
    for a, b in pairwise(cuts):
        at = a
        for m in AND.finditer(low, a, b):
            left, right = low[at : m.start()], low[m.end() : b]
            if (VERB.search(left) or NEGATOR.search(left)) and (VERB.search(right) or NEGATOR.search(right)):
                spans.extend(main_clauses(low, at, m.start(), inside))
                at = m.start()
        if b > at:
            spans.extend(main_clauses(low, at, b, inside))
    return [(a + offset, b + offset) for a, b in spans] or [(offset, offset + len(low))]


def _borders(low: str, items: List[Item]) -> Iterator[Span]:
    starts = [i.start for i in items]
    at = 0
    for m in ENDS.finditer(low):
        if m.group()[0] == ".":
            k = bisect_right(starts, m.start()) - 1
            if k >= 0 and items[k].start < m.start() < items[k].end:
                continue
            word = low[max(0, m.start() - 12) : m.start()].split()
            if (
                word
                and len(m.group()) == 1
                and not (word[-1] in DAY_NAMES and not low[m.end() :].lstrip()[:1].isdigit())
                and (word[-1].lstrip("(\"'") in ABBREVIATIONS or re.fullmatch(r"[a-z]", word[-1]))
                and m.end() < len(low.rstrip())
            ):
                continue
        yield from _pieces(low, at, m.end(), items)
        at = m.end()
    if at < len(low):
        yield from _pieces(low, at, len(low), items)


def _pieces(low: str, start: int, end: int, items: List[Item]) -> Iterator[Span]:
    for a, b in breaths(low, start, end, [(i.start, i.end) for i in items]):
        yield from _short(low, a, b)


def _cut(spans: Iterator[Span], parts: List[Part]) -> Iterator[Span]:
    """The spans, cut where a quoted part begins or ends: no sentence has two speakers."""
    marks = sorted({edge for part in parts for edge in (part.start, part.end)})
    for start, end in spans:
        for mark in marks[bisect_right(marks, start) :]:
            if mark >= end:
                break
            yield start, mark
            start = mark
        yield start, end


def _short(low: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        cut = low.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


class Message:
    """A text with its values, cut in sentences: those that somebody says, and those that a machine `logged`."""

    def __init__(self, text: str, items: List[Dict[str, Any]]) -> None:
        self.text, self.low = text, fold(text)
        self.items = sorted((Item(i) for i in promoted(self.low, items)), key=lambda i: (i.start, -i.end))
        self.sentences: List[Sentence] = []
        self.logged: List[Sentence] = []
        self.parts = quoted_parts(text)
        self._part_starts = [part.start for part in self.parts]
        spans = [s for s in _cut(_borders(self.low, self.items), self.parts) if self.low[s[0] : s[1]].strip()]
        merged: List[Tuple[int, int, bool]] = []
        heading = False
        for a, b in spans:
            piece = self.low[a:b]
            if heading:
                merged[-1] = (merged[-1][0], b, True)
                heading = False
            else:
                merged.append((a, b, False))
                heading = (
                    self.part_at(b) == self.part_at(a)
                    and bool(HEADING.match(piece))
                    and not ASKING.match(piece)
                    and len(piece.split()) <= 5
                )
        at = 0
        for a, b, topic in merged:
            mine: List[Item] = []
            while at < len(self.items) and self.items[at].start < b:
                mine.append(self.items[at])
                at += 1
            sentence = Sentence(a, b, self.low[a:b], mine, len(self.sentences))
            sentence.topic = topic
            sentence.quoted = self.part_at(a + len(self.low[a:b]) - len(self.low[a:b].lstrip()))
            if sentence.quoted is not None and sentence.quoted.kind == "log":
                self.logged.append(sentence)
                continue
            if topic:  # the mark after a heading parts nothing: "De back-ups? Die stonden op dezelfde server"
                sentence.question = False
                sentence.low = sentence.low.replace("?", ":", 1)
            before = self.sentences[-1] if self.sentences else None
            sentence.older = before is not None and bool(THAT_CASE.match(sentence.low)) and before.other_case
            self.sentences.append(sentence)

    def all_sentences(self) -> List[Sentence]:
        """Those of people and of machines, by place."""
        return sorted([*self.sentences, *self.logged], key=lambda one: one.start) if self.logged else self.sentences

    def part_at(self, place: int) -> Optional[Part]:
        """The quoted part that holds offset `place`, if any."""
        at = bisect_right(self._part_starts, place) - 1
        return self.parts[at] if at >= 0 and place < self.parts[at].end else None

    def quote(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def around(self, sentence: Sentence, reach: int = 500) -> str:
        """The folded text near a sentence: what it may lean on, however long the message is."""
        return self.low[max(0, sentence.start - reach) : sentence.end + reach]

    def trimmed(self, start: int, end: int) -> Span:
        """`start:end` without blanks and stray punctuation at its borders."""
        while start < end and self.text[start] in " \t\n,;:.-–—()…=+!?\"'":
            start += 1
        while end > start and self.text[end - 1] in " \t\n,;:.-–—(…=+!?":
            end -= 1
        return start, end
