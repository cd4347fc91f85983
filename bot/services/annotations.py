"""From what Rasa read in the pieces of a message to what the core hears: offsets of the whole stored text, checked values."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

from bot import log
from bot.claims.model import Actor, Annotation, Author, Certainty, Heard, LossStatus, Polarity
from bot.claims.records import Parse

LOG = log.get(__name__)
OWN = ("entity", "start", "end", "value", "role", "polarity", "certainty", "actor", "head", "loss_status", "confidence")
OF_RASA = ("extractor", "processors", "group")
NAMED = frozenset(OWN + OF_RASA)
POLARITIES, CERTAINTIES, ACTORS, LOSS_STATUSES = (get_args(kind) for kind in (Polarity, Certainty, Actor, LossStatus))


def assemble(
    *, message_id: str, author: Author, at: datetime, text: str, language: str, ask: str | None, parses: Sequence[Parse]
) -> Heard:  # fmt: skip
    """One message out of its pieces, whatever order they came in."""
    ordered = sorted(parses, key=lambda one: one.offset)
    annotations = [made for parse in ordered for entity in parse.entities if (made := annotation(entity, parse, text))]
    return Heard(message_id, author, at, text, language, ask, intents(ordered), tuple(annotations))


def intents(parses: Sequence[Parse]) -> tuple[tuple[str, float], ...]:
    """Intents of the whole message, the best first: the mean over the pieces of which they were asked, weighed by their length."""
    parses = [parse for parse in parses if parse.intents]
    total = sum(parse.length for parse in parses) or 1
    weights: dict[str, float] = {}
    for parse in parses:
        for name, confidence in parse.intents:
            weights[name] = weights.get(name, 0.0) + confidence * parse.length / total
    if len(parses) == 1:
        return parses[0].intents  # the order of Rasa, in which nlu_fallback may come before a better score
    return tuple(sorted(((name, round(weight, 6)) for name, weight in weights.items()), key=lambda pair: (-pair[1], pair[0])))


def annotation(entity: Mapping[str, Any], parse: Parse, text: str) -> Annotation | None:
    """The annotation with its span in the stored text, cut to its piece; None (and a line in the log) when nothing is left of it."""
    start, end, kind = entity.get("start"), entity.get("end"), entity.get("entity")
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(kind, str):
        LOG.warning("annotation_dropped", message=parse.message_id, reason="shape")
        return None
    low, high = max(parse.offset, 0), min(parse.offset + parse.length, len(text))
    first, last = max(start + parse.offset, low), min(end + parse.offset, high)
    if first >= last:
        LOG.warning("annotation_dropped", message=parse.message_id, reason="span", entity=kind)
        return None
    return Annotation(
        entity=kind,
        start=first,
        end=last,
        value=entity.get("value"),
        role=text_of(entity.get("role")),
        polarity=one_of(entity.get("polarity"), POLARITIES, "affirmed"),
        certainty=one_of(entity.get("certainty"), CERTAINTIES, "sure"),
        actor=one_of(entity.get("actor"), ACTORS, None),
        head=text_of(entity.get("head")),
        loss_status=one_of(entity.get("loss_status"), LOSS_STATUSES, None),
        confidence=float(entity["confidence"]) if isinstance(entity.get("confidence"), int | float) else 1.0,
        extra={name: value for name, value in entity.items() if name not in NAMED},
    )


def text_of(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def one_of(value: Any, allowed: tuple[str, ...], otherwise: Any) -> Any:
    """`value` when it is one of `allowed`."""
    return value if value in allowed else otherwise
