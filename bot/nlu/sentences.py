"""Where the sentences of a message are: for the intents of each, since a long message can hold a question among statements."""

import re
from typing import List, Tuple

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\s|$)|[.!?](?=\S)[^.!?\n]*)*[.!?]*")
LEAST_LETTERS = 4
LONG = 40
LAST_CLAUSE = re.compile(r".*,\s+((?:\S+\s+){2,}\S+)$", re.S)  # three words or more after the last comma
# Behind these the main clause turns its verb around without asking anything ("toen hij betaalde, hebben wij ...").
SUBORDINATE = re.compile(
    r"(?:toen|als|omdat|nadat|doordat|zodra|terwijl|hoewel|aangezien|voordat|voor|sinds|om|door|na|bij|indien|wanneer)\b", re.I
)
MOST_SENTENCES = 40  # a piece of 4,000 code points seldom has more; the time of a parse stays bounded


def sentence_spans(text: str) -> List[Tuple[int, int]]:
    """Start and end (exclusive) of each sentence of `text`, and of the last clause of a long one, when there are two or more in all.

    "Hij wil vanavond betalen, mag dat zomaar" tells and then asks: its last clause stands behind the sentence it ends.
    A full stop inside a number or an address ends no sentence; a new line does. Pieces with fewer than four letters do not
    count. At most 40: the first and, of a longer text, those that hold a question mark.
    """
    spans = []
    for match in SENTENCE.finditer(text):
        words = match[0].strip()
        if sum(char.isalpha() for char in words) >= LEAST_LETTERS:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            spans.append((start, start + len(words)))
            clause = LAST_CLAUSE.match(words)
            if clause and len(words) >= LONG and not SUBORDINATE.match(words):
                spans.append((start + clause.start(1), start + len(words)))
    if len(spans) < 2:
        return []
    if len(spans) <= MOST_SENTENCES:
        return spans
    asking = [span for span in spans if "?" in text[span[0] : span[1]]][:MOST_SENTENCES]
    rest = [span for span in spans if span not in asking][: MOST_SENTENCES - len(asking)]
    return sorted(asking + rest)
