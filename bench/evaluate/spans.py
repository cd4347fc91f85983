"""Dates, amounts and numbers: detection and values by kind, as tests/cases/score_temporal.py judges them; ours, noised, and peers."""

from collections.abc import Callable
from typing import Any

from bench.evaluate import noise
from bench.evaluate.measures import f1, share
from bench.evaluate.sets import LabelledSet, Row
from tests.cases import score_temporal

Reader = Callable[..., list[dict[str, Any]]]
TEMPORAL = ("date", "datetime", "interval")


def kind_figures(counts: dict[str, int]) -> dict[str, float]:
    tp, gold, pred = counts["tp"], counts["gold"], counts["pred"]
    return {
        "gold": gold,
        "finds": pred,
        "precision": share(tp, pred),
        "recall": share(tp, gold),
        "f1": f1(tp, pred - tp, gold - tp),
        "exact": share(counts["exact"], gold),
        "lenient": share(counts["lenient"], gold),
    }


def figures(result: dict[str, Any]) -> dict[str, Any]:
    """What the report keeps of one scored set. `moments` takes dates, datetimes and intervals together."""
    total = result["total"]
    moments = {name: sum(result["kinds"][kind][name] for kind in TEMPORAL) for name in total}
    return {
        "kinds": {kind: kind_figures(counts) for kind, counts in result["kinds"].items() if counts["gold"] or counts["pred"]},
        "all": kind_figures(total),
        "moments": kind_figures(moments),
        "value_f1": f1(total["exact"], total["pred"] - total["exact"], total["gold"] - total["exact"]),
        "exact_n": total["exact"],
        "vat": result["vat"],
        "negatives": result["negatives"],
        "negatives_with_output": result["negatives_with_output"],
        "exceptions": result["exceptions"],
        "median_ms": result["median_ms"],
        "p95_ms": result["p95_ms"],
    }


def noised_rows(rows: list[Row], way: str) -> list[Row]:
    made = []
    for row in rows:
        text, places = noise.noised(row["text"], [(gold["start"], gold["end"]) for gold in row["gold"]], way, row["id"])
        golds = [{**gold, "start": start, "end": end} for gold, (start, end) in zip(row["gold"], places, strict=True)]
        made.append({**row, "text": text, "gold": golds})
    return made


def under_noise(rows: list[Row], read: Reader) -> dict[str, dict[str, float]]:
    """For each way of typing: how many golds are exact as written, how many still are, and finds where there is nothing."""
    clean = score_temporal.score(rows, read)
    losses = {}
    for way in (*noise.WAYS, *noise.INSIDE):
        changed = noised_rows(rows, way)
        result = score_temporal.score(changed, read)
        gold = result["total"]["gold"]
        losses[way] = {
            "rows_changed": sum(a["text"] != b["text"] for a, b in zip(rows, changed, strict=True)),
            "gold": gold,
            "gold_changed": _words_changed(rows, changed),
            "clean": share(clean["total"]["exact"], gold),
            "noised": share(result["total"]["exact"], gold),
            "lost": share(clean["total"]["exact"] - result["total"]["exact"], gold),
            "finds_more": result["total"]["pred"] - clean["total"]["pred"],
            "negatives": result["negatives"],
            "negatives_with_output": result["negatives_with_output"],
        }
    return losses


def _words_changed(rows: list[Row], changed: list[Row]) -> int:
    """Golds whose own words are others than before, but for their case."""
    pairs = [pair for a, b in zip(rows, changed, strict=True) for pair in zip(_words(a), _words(b), strict=True)]
    return sum(before != after for before, after in pairs)


def _words(row: Row) -> list[str]:
    return [row["text"][gold["start"] : gold["end"]].lower() for gold in row["gold"]]


def by_tag(rows: list[Row], read: Reader, tag: str) -> dict[str, dict[str, float]]:
    """Exact values by language variety or noise, where the rows say which; empty when they do not."""
    values = sorted({str(row[tag]) for row in rows if tag in row})
    parts = {value: score_temporal.score([row for row in rows if str(row.get(tag)) == value], read)["total"] for value in values}
    return {value: {"n": total["gold"], "exact": share(total["exact"], total["gold"])} for value, total in parts.items()}


def evaluate(one: LabelledSet, read: Reader) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Figures of our reader on one set, and its errors (the blind ones without a word of the text or of a value)."""
    result = score_temporal.score(one.rows, read)
    told = figures(result)
    told["noise"] = under_noise(one.rows, read)
    told["by"] = {tag: parts for tag in ("lang", "noisy") if (parts := by_tag(one.rows, read, tag))}
    return told, [error(one.blind, *item) for item in result["errors"]]


def error(blind: bool, row_id: str, text: str, what: str, first: Any, second: Any) -> dict[str, str]:
    """One line of the scorer's error list. `first` is the gold, or the find itself when it was too much."""
    kind = first[0] if isinstance(first, tuple) else ""
    if blind:
        return {"id": row_id, "what": what, "kind": kind}
    gold, got = ("", first) if what == "extra" else (first, second)
    return {"id": row_id, "what": what, "kind": kind, "gold": _told(gold), "got": _told(got), "text": text}


def _told(value: Any) -> str:
    """A (kind, value) pair, or a list of them, in one line."""
    if isinstance(value, tuple):
        return f"{value[0]} {value[1]}"
    return "; ".join(_told(item) for item in value) if isinstance(value, list) else str(value)
