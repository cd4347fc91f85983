"""The arithmetic of the report: shares with their interval, confusion counts, calibration. Plain functions on plain lists."""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

BINS = 15
FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Answer:
    """What the intent classifier said of one text. `first` is its best real intent, also where `got` is the fallback."""

    id: str
    gold: str
    alternatives: tuple[str, ...]
    got: str
    first: str
    confidence: float
    tags: tuple[tuple[str, str], ...] = ()

    @property
    def right(self) -> bool:
        return self.got == self.gold or self.got in self.alternatives

    @property
    def first_right(self) -> bool:
        return self.first == self.gold or self.first in self.alternatives


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def f1(tp: int, fp: int, fn: int) -> float:
    return share(2 * tp, 2 * tp + fp + fn)


def interval(right: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share: where the true figure lies if the set is a fair sample."""
    if not n:
        return 0.0, 1.0
    z, p = 1.959964, right / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def confusion(answers: Iterable[Answer]) -> Counter[tuple[str, str]]:
    """How often each gold intent (first) was answered with each intent (second); a fair other reading counts as the gold one."""
    return Counter((a.gold, a.gold if a.right else a.got) for a in answers)


def per_intent(counts: Counter[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each gold intent, as tests/cases/score_intents.py counts them."""
    figures = {}
    for intent in sorted({gold for gold, _ in counts}):
        tp = counts[intent, intent]
        fn = sum(n for (gold, got), n in counts.items() if gold == intent != got)
        fp = sum(n for (gold, got), n in counts.items() if got == intent != gold)
        figures[intent] = {"n": tp + fn, "precision": share(tp, tp + fp), "recall": share(tp, tp + fn), "f1": f1(tp, fp, fn)}
    return figures


def calibration(pairs: Sequence[tuple[float, bool]], bins: int = BINS) -> dict[str, Any]:
    """How far confidence can be believed: ECE over bins of equal width, and the bins themselves.

    `pairs` are (confidence, was it right). A confidence of exactly 1 falls in the last bin. ECE is the mean distance between a
    bin's share of right answers and its mean confidence, weighed by how many answers fall in it. Empty bins are left out.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in pairs:
        held[min(int(confidence * bins), bins - 1)].append((confidence, right))
    rows = [
        {
            "from": i / bins,
            "to": (i + 1) / bins,
            "n": len(b),
            "confidence": statistics.fmean(c for c, _ in b),
            "right": share(sum(r for _, r in b), len(b)),
        }
        for i, b in enumerate(held)
        if b
    ]
    ece = sum(row["n"] * abs(row["right"] - row["confidence"]) for row in rows) / len(pairs) if pairs else 0.0
    return {"ece": ece, "bins": rows}


def intent_figures(answers: Sequence[Answer]) -> dict[str, Any]:
    """Every figure of one set of answers."""
    counts = confusion(answers)
    each = per_intent(counts)
    right = sum(a.right for a in answers)
    return {
        "n": len(answers),
        "right": right,
        "accuracy": share(right, len(answers)),
        "interval": list(interval(right, len(answers))),
        "macro_f1": statistics.fmean(row["f1"] for row in each.values()) if each else 0.0,
        "fallback": share(sum(a.got == FALLBACK for a in answers), len(answers)),
        "calibration": calibration([(a.confidence, a.first_right) for a in answers]),
        "per_intent": each,
        "confusion": [[gold, got, n] for (gold, got), n in sorted(counts.items())],
    }


def slices(answers: Sequence[Answer], tag: str) -> dict[str, dict[str, float]]:
    """Accuracy by the values of one tag; empty when no row has it."""
    by: dict[str, list[Answer]] = {}
    for answer in answers:
        value = dict(answer.tags).get(tag)
        if value is not None:
            by.setdefault(value, []).append(answer)
    return {
        value: {
            "n": len(some),
            "accuracy": share(sum(a.right for a in some), len(some)),
            "fallback": share(sum(a.got == FALLBACK for a in some), len(some)),
        }
        for value, some in sorted(by.items())
    }


def spread(milliseconds: Sequence[float]) -> dict[str, float]:
    ordered = sorted(milliseconds)
    return {"median_ms": statistics.median(ordered), "p95_ms": ordered[int(0.95 * (len(ordered) - 1))], "n": len(ordered)}
