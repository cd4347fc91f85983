"""Tables of meanings: a rule says which words support which value of which field, and how their polarity is read."""

from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Match, Pattern, Sequence, Tuple

from . import negation
from .clauses import Message, Sentence, Span
from .cues import Table
from .hints import literals
from .words import compiled, pattern


@dataclass(frozen=True)
class Rule:
    """`neg`: how polarity is read (negation.polarity). `certain`: None to read it from the words, else fixed."""

    role: str
    value: Any
    regex: Pattern[str]
    neg: str = "clause"
    certain: Any = None
    confidence: float = 0.9
    unless: Any = None
    extra: Dict[str, Any] = field(default_factory=dict)
    hints: Tuple[Tuple[str, ...], ...] = ()


def rule(
    role: str, value: Any, source: str, neg: str = "clause", certain: Any = None, confidence: float = 0.9, unless: str = "", **extra: Any
) -> Rule:
    """A rule out of its pattern; `unless` is a pattern that must not occur in the same sentence."""
    regex = compiled(source)
    return Rule(role, value, regex, neg, certain, confidence, pattern(unless) if unless else None, extra, literals(regex.pattern))


_TABLES: Dict[int, Tuple[Sequence[Rule], "Table[Rule]"]] = {}  # by identity: tables are made once, at import, and stay


def _table(rules: Sequence[Rule]) -> "Table[Rule]":
    known = _TABLES.get(id(rules))
    if known is None or known[0] is not rules:
        known = _TABLES[id(rules)] = (rules, Table([(entry, entry.hints) for entry in rules]))
    return known[1]


def matches(rules: Sequence[Rule], sentence: Sentence) -> Iterator[Tuple[Rule, Match[str]]]:
    """Every rule that holds in `sentence`, with its match in the sentence's own text; one match a rule."""
    low = sentence.low
    for entry in _table(rules).possible(low):
        m = entry.regex.search(low)
        if m and not (entry.unless and entry.unless.search(low)):
            yield entry, m


class Findings:
    """The annotations read so far, in the shape of docs/annotations.md."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.rows: List[Dict[str, Any]] = []

    def add(self, entity: str, span: Span, role: Any, value: Any, **more: Any) -> Dict[str, Any]:
        start, end = self.message.trimmed(*span)
        if start >= end:
            start, end = span
        row = {
            "entity": entity,
            "start": start,
            "end": end,
            "value": value,
            "role": role,
            "polarity": "affirmed",
            "certainty": "sure",
            "confidence": 0.9,
        }
        row.update({k: v for k, v in more.items() if v is not None})
        self.rows.append(row)
        return row

    def fact(self, span: Span, role: str, value: Any, **more: Any) -> Dict[str, Any]:
        return self.add("fact", span, role, value, **more)

    def facts(self, role: str) -> List[Dict[str, Any]]:
        return [r for r in self.rows if r["entity"] == "fact" and r["role"] == role]


def read_table(rules: Sequence[Rule], sentence: Sentence, found: Findings) -> List[Dict[str, Any]]:
    """Add a fact for every rule of a table that holds in `sentence`."""
    added = []
    for entry, m in matches(rules, sentence):
        span = (sentence.start + m.start(), sentence.start + m.end())
        if entry.neg != "negated" and negation.unknown(sentence, *span):
            continue
        sure = entry.certain or negation.certainty(sentence, *span)
        added.append(
            found.fact(
                span,
                entry.role,
                entry.value,
                polarity=negation.polarity(sentence, *span, mode=entry.neg),
                certainty=sure,
                confidence=entry.confidence,
                **entry.extra,
            )
        )
    return added
