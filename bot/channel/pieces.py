"""Cut a stored text into pieces that Rasa can take: short enough, never a command, with their place in the text."""

import re
from dataclasses import dataclass

LIMIT = 4_000
# Of a pasted book the first and the last piece are short. Only of these the intents are asked (what somebody wants stands at
# the start or the end; what lies between is mostly pasted), and that is the dear part of reading a piece. What lies between goes
# in larger pieces, for each has its own call there and back; it is read in short steps, so that nobody waits for a whole one.
LONG_TEXT, END_PIECE, INNER_PIECE = 20_000, 800, 8_000
MANY_PIECES = 4
# Where to cut, the best first: an empty line, a line end, the end of a sentence, a blank.
BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])[\"'”’)]*\s+"), re.compile(r"\s+"))


@dataclass(frozen=True, slots=True)
class Piece:
    """What is sent: `sent[i]` is `text[offset + i]` of the stored text, but for an apostrophe that makes a command harmless.

    `length` counts the code points of the stored text that this piece stands for; `number` counts from 1.
    """

    sent: str
    offset: int
    length: int
    number: int
    of: int

    @property
    def intents_wanted(self) -> bool:
        """Whether Rasa has to say what this piece is about: not inside a text of many pieces."""
        return self.of <= MANY_PIECES or self.number in (1, self.of)


def cut(text: str, limit: int | None = None) -> list[Piece]:
    """The pieces of `text` in order. Rasa strips blanks at the ends of what it gets, so they are left out here, and counted."""
    spans = [(start, end) for start, end in (spans_of(text, limit) if limit else _spans(text)) if text[start:end].strip()]
    made = []
    for number, (start, end) in enumerate(spans, 1):
        body = text[start:end]
        start += len(body) - len(body.lstrip())
        body = body.strip()
        command = body.startswith("/")
        made.append(Piece("'" + body if command else body, start - command, len(body) + command, number, len(spans)))
    return made


def _spans(text: str) -> list[tuple[int, int]]:
    if len(text) <= LONG_TEXT:
        return spans_of(text, LIMIT)
    first, last = border(text, 0, END_PIECE), border(text, len(text) - 2 * END_PIECE, len(text) - END_PIECE)
    inner = [(first + start, first + end) for start, end in spans_of(text[first:last], INNER_PIECE)]
    return [(0, first), *inner, *((last + start, last + end) for start, end in spans_of(text[last:], 2 * END_PIECE))]


def spans_of(text: str, limit: int) -> list[tuple[int, int]]:
    """Spans of at most `limit` code points that together are the whole text."""
    spans, start = [], 0
    while len(text) - start > limit:
        end = border(text, start, start + limit)
        spans.append((start, end))
        start = end
    return [*spans, (start, len(text))]


def border(text: str, start: int, end: int) -> int:
    """The best place to cut in the second half of `text[start:end]`; `end` itself when there is none (one endless word)."""
    for pattern in BORDERS:
        found = [match.end() for match in pattern.finditer(text, start + (end - start) // 2, end)]
        if found:
            return found[-1]
    return end
