"""Two runs side by side: every figure that differs. And the history of runs, one line for each model and state of the sets."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any

# What a run is told apart by, and what only says how the machine felt that day.
TIMES = ("_ms", "seconds")
HEADLINES = {
    "values": "dates and amounts, exact",
    "intents": "intents, accuracy",
    "ece": "ECE",
    "facts": "facts, F1",
    "losses": "losses, micro-F1",
}
START, END = "<!-- history: written by make evaluate -->", "<!-- end of history -->"


def flat(figures: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number with its path, "intents/dev/accuracy"; lists (bins, pictures' counts) are left out."""
    if isinstance(figures, dict):
        for key, value in figures.items():
            yield from flat(value, f"{path}/{key}" if path else str(key))
    elif isinstance(figures, bool) or (isinstance(figures, int | float) and not path.endswith(TIMES)):
        yield path, float(figures)


def compared(old: dict[str, Any], new: dict[str, Any]) -> str:
    """A Markdown page: which sets changed in between, then every figure that differs, old and new."""
    lines = [f"# Compared: {old['made']['model']} ({old['made']['date']}) and {new['made']['model']} ({new['made']['date']})", ""]
    changed = sorted(name for name in {*old["sets"], *new["sets"]} if old["sets"].get(name) != new["sets"].get(name))
    lines += [f"Sets that are not the same in both, so whose figures cannot be compared: {', '.join(changed) or 'none'}.", ""]
    before, after = dict(flat(_measured(old))), dict(flat(_measured(new)))
    rows = [(path, before.get(path), after.get(path)) for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    lines += ["| figure | old | new | difference |", "|---|---|---|---|"]
    for path, was, is_now in rows:
        difference = "" if was is None or is_now is None else f"{is_now - was:+.3f}"
        lines.append(f"| {path} | {_number(was)} | {_number(is_now)} | {difference} |")
    return "\n".join([*lines, "", f"{len(rows)} of {len({*before, *after})} figures differ; times are not compared.", ""])


def _measured(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in figures.items() if name not in ("made", "sets")}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")


def headline(figures: dict[str, Any], blind: bool) -> dict[str, float]:
    """The few figures of the history: all blind sets taken together, or the development sets."""

    def some(part: str) -> list[dict[str, Any]]:
        return [told for name, told in figures.get(part, {}).items() if name.startswith("blind") == blind]

    spans, intents, claims = [told["ours"] for told in some("spans")], some("intents"), some("claims")
    gold, n = sum(told["all"]["gold"] for told in spans), sum(told["n"] for told in intents)
    told = {}
    if gold:
        told["values"] = sum(one["exact_n"] for one in spans) / gold
    if n:
        told["intents"] = sum(one["right"] for one in intents) / n
        told["ece"] = figures["calibration"]["blind" if blind else "dev"]["ece"]
    if claims:
        cases = sum(one["cases"] for one in claims)
        told["facts"] = sum(one["fact_f1"] * one["cases"] for one in claims) / cases
        told["losses"] = sum(one["loss_micro_f1"] * one["cases"] for one in claims) / cases
    return told


def remember(figures: dict[str, Any], path: pathlib.Path) -> list[dict[str, Any]]:
    """Add this run to the history file; a run of the same model on the same sets takes the place of the older one."""
    history = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    sets = {name: facts["sha256"] for name, facts in figures["sets"].items()}
    state = {
        "date": figures["made"]["date"],
        "model": figures["made"]["model"],
        "sets": sets,
        "dev": headline(figures, False),
        "blind": headline(figures, True),
    }
    kept = [run for run in history if (run["model"], run.get("sets")) != (state["model"], sets)]
    history = [*kept, state]
    path.write_text(json.dumps(history, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return history


def table(history: list[dict[str, Any]]) -> str:
    """The history as a Markdown table, oldest first; blind and, smaller, dev."""
    lines = ["| date | model | " + " | ".join(HEADLINES.values()) + " |", "|---" * (len(HEADLINES) + 2) + "|"]
    for run in history:
        cells = [_pair(run["blind"].get(key), run["dev"].get(key)) for key in HEADLINES]
        lines.append(f"| {run['date']} | {run['model']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _pair(blind: float | None, dev: float | None) -> str:
    return " / ".join("–" if value is None else f"{value:.3f}" for value in (blind, dev))


def put_into(page: str, history: list[dict[str, Any]]) -> str:
    """`page` with its history table written anew between the two marks."""
    before, _, rest = page.partition(START)
    _, mark, after = rest.partition(END)
    if not mark:
        raise SystemExit("docs/quality/README.md has lost the marks of its history table")
    return f"{before}{START}\n{table(history)}\n{END}{after}"
