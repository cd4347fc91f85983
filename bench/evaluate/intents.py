"""Intents as a running Rasa server gives them: predictions over HTTP, then figures, noise, and the time of a parse."""

import json
import time
import urllib.request
from typing import Any

from bench.evaluate import noise
from bench.evaluate.measures import FALLBACK, Answer, intent_figures, share, slices, spread
from bench.evaluate.sets import LabelledSet, Row

TAGS = ("lang", "noisy")
# Fifteen words each, of our own: what a parse of an ordinary reply costs.
FIFTEEN_WORDS = (
    "gisteren om tien uur zagen we dat de server van onze klant volledig versleuteld was",
    "de klant eist nu 12.500 euro en wil ook dat wij alle overuren zelf betalen",
    "ik weet nog niet wie het gedaan heeft maar de politie is er al bij",
    "onze back-ups stonden op dezelfde schijf en daarom konden wij niets meer terug zetten vandaag",
    "ze vroegen 3 bitcoin en wij hebben tot nu toe nog helemaal niets betaald hoor",
)
ROUNDS = 40


def parse(url: str, text: str) -> dict[str, Any]:
    request = urllib.request.Request(f"{url}/model/parse", json.dumps({"text": text}).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        body: dict[str, Any] = json.load(response)
    return body


def answer(row: Row, body: dict[str, Any]) -> Answer:
    """One prediction. Its confidence is that of the best real intent, so that calibration sees what the fallback threw away."""
    ranking = [one for one in body.get("intent_ranking") or [] if one["name"] != FALLBACK]
    got = body.get("intent") or {}
    first = max(ranking, key=lambda one: one["confidence"], default=got)
    return Answer(
        id=str(row["id"]),
        gold=row["intent"],
        alternatives=tuple(row.get("alt_intents") or ()),
        got=str(got.get("name")),
        first=str(first.get("name")),
        confidence=float(first.get("confidence") or 0.0),
        tags=tuple((tag, _tag(row[tag])) for tag in TAGS if tag in row),
    )


def _tag(value: Any) -> str:
    return {True: "noisy", False: "clean"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def answers(rows: list[Row], url: str) -> list[Answer]:
    return [answer(row, parse(url, row["text"])) for row in rows]


def under_noise(rows: list[Row], clean: list[Answer], url: str) -> dict[str, dict[str, float]]:
    """Accuracy of the same texts in each way of typing, beside that of the texts as written."""
    before = sum(a.right for a in clean)
    losses = {}
    for way in noise.WAYS:
        changed = [{**row, "text": noise.noised(row["text"], [], way, str(row["id"]))[0]} for row in rows]
        after = answers(changed, url)
        right = sum(a.right for a in after)
        losses[way] = {
            "rows_changed": sum(a["text"] != b["text"] for a, b in zip(rows, changed, strict=True)),
            "n": len(rows),
            "clean": share(before, len(rows)),
            "noised": share(right, len(rows)),
            "lost": share(before - right, len(rows)),
            "fallback": share(sum(a.got == FALLBACK for a in after), len(rows)),
        }
    return losses


def evaluate(one: LabelledSet, url: str) -> tuple[dict[str, Any], list[dict[str, str]], list[Answer]]:
    """Figures, errors (the blind ones without text) and the answers themselves, for the pictures."""
    given = answers(one.rows, url)
    told = intent_figures(given)
    told["by"] = {tag: parts for tag in TAGS if (parts := slices(given, tag))}
    told["noise"] = under_noise(one.rows, given, url)
    errors = []
    for row, a in zip(one.rows, given, strict=True):
        if not a.right:
            item = {"id": a.id, "gold": a.gold, "got": f"{a.got} ({a.confidence:.2f})"}
            errors.append(item if one.blind else {**item, "text": row["text"]})
    return told, errors, given


def latency(url: str, rounds: int = ROUNDS) -> dict[str, float]:
    """Milliseconds of one parse of fifteen words over HTTP, one at a time, after a warm-up."""
    for text in FIFTEEN_WORDS:
        parse(url, text)
    taken = []
    for _ in range(rounds):
        for text in FIFTEEN_WORDS:
            start = time.perf_counter()
            parse(url, text)
            taken.append((time.perf_counter() - start) * 1000)
    return spread(taken)
