"""What only asks for a judgment or a promise states nothing: its clauses are left out before the message is read.

"Beller eist belofte dat er vandaag een expert komt" holds a day that is no day of the incident. A sentence with a question mark is
marked as such by the extractor; these are the questions and demands that are known by their words only.
"""

import re
from dataclasses import replace
from itertools import pairwise

from bot.claims.model import Heard
from bot.claims.speech import asking_spans, asks_for, is_command, is_demand

_SPLIT = re.compile(r"[,;:]\s|\s(?:en|maar|want|dus)\s(?=(?:is|zijn|wordt|worden|moet|moeten|mag|mogen|kan|kunnen|of|zal|zou|krijg)\b)")
# Why the caller needs the answer: "ze moet het vanmiddag kunnen zeggen".
_REASON = re.compile(
    r"^\W*(?:ze|hij|zij|ik|we|wij)\s(?:moet|moeten|wil|willen|zegt)\b.{0,60}\b(?:weten|zeggen|doormailen|doorgeven|mailen|nodig)\b", re.I
)
_VALUES = frozenset({"money", "crypto", "phone", "email", "policy_number", "registration_number", "person", "organisation"})


def without(heard: Heard) -> Heard:
    """The message with such clauses blanked (places stay). An amount or a name in a question, not in a demand, was still said."""
    blank = [span for sentence in asking_spans(heard.text) for span in _asking(heard.text, *sentence)]
    if not blank:
        return heard
    text = heard.text
    for start, end, _ in blank:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]

    def stays(a_start: int, a_end: int, entity: str) -> bool:
        inside = [demand for start, end, demand in blank if start < a_end and a_start < end]
        return not inside or entity in ("quoted", "utterance") or (entity in _VALUES and not any(inside))

    kept = tuple(a for a in heard.annotations if stays(a.start, a.end, a.entity))
    return replace(heard, text=text, annotations=kept)


def _asking(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The clauses of one sentence that ask, and whether the sentence is a demand."""
    sentence = text[start:end].lower()
    if "?" in sentence:
        return []
    demand = is_demand(sentence)
    edges = [0, *(m.end() for m in _SPLIT.finditer(sentence)), len(sentence)]
    clauses = list(pairwise(edges))
    if is_command(sentence):  # "maak de zin af: ..." makes up what it says
        return [(start, end, True)]
    asking = [(a, b) for a, b in clauses if asks_for(sentence[a:b].strip())]
    if not asking and demand:
        asking = clauses[next((i for i, (a, b) in enumerate(clauses) if is_demand(sentence[a:b])), 0) :]
    if not asking:
        return []
    known = set(asking)
    reasons = [(a, b) for a, b in clauses if (a, b) not in known and a > asking[0][0] and _REASON.search(sentence[a:b])]
    return [(start + a, start + b, demand) for a, b in (*asking, *reasons)]
