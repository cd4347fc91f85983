"""Where the sentences of a message are: for the intents of each, since a long message can hold a question among statements."""

import re
from typing import List, Tuple

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\s|$)|[.!?](?=\S)[^.!?\n]*)*[.!?]*")
LEAST_LETTERS = 4
LEAST_ANSWER = 2  # "ja.", "nee!": too short to ask anything, long enough to say something beside a question
LONG = 40
LAST_CLAUSE = re.compile(r".*,\s+((?:\S+\s+){2,}\S+)$", re.S)  # three words or more after the last comma
# Behind these the main clause turns its verb around without asking anything ("toen hij betaalde, hebben wij ...").
SUBORDINATE = re.compile(
    r"(?:toen|als|omdat|nadat|doordat|zodra|terwijl|hoewel|aangezien|voordat|voor|sinds|om|door|na|bij|indien|wanneer)\b", re.I
)
# "ja klopt, en is dit gedekt", "5 btc, is dat verzekerd?": an answer, and behind it a clause that begins as a question does.
ANSWER_THEN_QUESTION = re.compile(
    r"(?!(?:ja|wel) of (?:nee|niet)\b)(?P<answer>\S.*?)(?:\s*[,;:]\s*(?:(?:en|maar|of|dus|ok|sorry|trouwens|wel)\s+)?|\s+(?:en|maar)\s+)"
    r"(?P<question>(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?|is|ben|bent|zijn|wordt|worden|word|kan|kun|kunt|kunnen|kunde|mag|mogen|moet|moeten|"
    r"zal|zullen|heb|hebt|heeft|hebben|krijg|krijgt|krijgen|val|valt|vallen|dekt|dekken|vergoedt?|vergoeden|betaalt?|betalen|geldt|blijft|gaat|gaan|"
    r"raadt?|raden|zit|zitten|weet|komt|telt|duurt|ziet|leest|bewaart|bewaren)\s+\S.*)",
    re.I | re.S,
)
MOST_SENTENCES = 40  # a piece of 4,000 code points seldom has more; the time of a parse stays bounded


def sentence_spans(text: str) -> List[Tuple[int, int]]:
    """Start and end (exclusive) of each sentence of `text`, when something stands beside one that asks or tells apart from it.

    An answer and a question in one sentence are two ("ja klopt, en is dit gedekt?"). Of a long sentence without that form the last
    clause stands behind the sentence it ends: "Hij wil vanavond betalen, mag dat zomaar" tells and then asks. A full stop inside a
    number or an address ends no sentence; a new line does. Pieces with fewer than four letters count only as the first word of a
    message ("nee. ..."). At most 40: the first and, of a longer text, those that hold a question mark.
    """
    spans: List[Tuple[int, int]] = []
    for match in SENTENCE.finditer(text):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        letters = sum(char.isalpha() for char in words)
        if letters >= LEAST_LETTERS or (letters >= LEAST_ANSWER and not text[:start].strip()):
            spans += _parts(words, start)
    beside = sum(char.isalnum() for char in text) > sum(char.isalnum() for start, end in spans for char in text[start:end])
    if len(spans) < 2 and not (spans and beside):
        return []
    if len(spans) <= MOST_SENTENCES:
        return spans
    asking = [span for span in spans if "?" in text[span[0] : span[1]]][:MOST_SENTENCES]
    rest = [span for span in spans if span not in asking][: MOST_SENTENCES - len(asking)]
    return sorted(asking + rest)


def _parts(words: str, start: int) -> List[Tuple[int, int]]:
    """The spans of one sentence: answer and question apart, or the whole and its last clause."""
    whole = (start, start + len(words))
    if SUBORDINATE.match(words):
        return [whole]
    both = ANSWER_THEN_QUESTION.fullmatch(words) if words.endswith("?") or len(words) < LONG else None
    if both:
        answer = (start, start + both.end("answer"))
        told = sum(char.isalpha() for char in both["answer"]) >= LEAST_ANSWER
        return ([answer] if told else []) + [(start + both.start("question"), whole[1])]
    clause = LAST_CLAUSE.match(words) if len(words) >= LONG else None
    return [whole, (start + clause.start(1), whole[1])] if clause else [whole]
