"""How something heard becomes an assertion: who said it, with which words as evidence, how firmly."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.claims.model import Annotation, Assertion, Evidence, Heard, Kind, SaidBy, Status

SAID_BY: dict[str, SaidBy] = {"insured": "insured", "agent": "caller", "adjuster": "adjuster"}


@dataclass
class Candidate:
    """A possible answer to a field, before the best of a message is chosen."""

    field: str
    value: Any
    status: Status
    confidence: float
    span: tuple[int, int]
    correction: bool = False


def evidence(heard: Heard, span: tuple[int, int]) -> Evidence:
    """The quote of `span`, held inside the text."""
    start, end = max(0, span[0]), min(len(heard.text), span[1])
    return Evidence(heard.message_id, start, end, heard.text[start:end])


def record(
    heard: Heard,
    kind: Kind,
    name: str,
    value: Any,
    status: Status,
    spans: Iterable[tuple[int, int]],
    confidence: float,
    correction: bool = False,
) -> Assertion:
    quotes = tuple(dict.fromkeys(e for e in (evidence(heard, s) for s in spans) if e.quote))
    return Assertion(
        kind,
        name,
        value,
        status,
        SAID_BY.get(heard.author, "insured"),
        heard.message_id,
        heard.at,
        quotes,
        round(confidence, 3),
        correction,
    )


def status_of(annotation: Annotation, confidence: float) -> tuple[Status, float]:
    if annotation.certainty == "doubt":
        return "estimated", confidence * 0.6
    if annotation.certainty == "hearsay":
        return "stated", confidence * 0.85
    if annotation.certainty == "estimate" or annotation.extra.get("approx"):
        return "estimated", confidence * 0.95
    return "stated", confidence
