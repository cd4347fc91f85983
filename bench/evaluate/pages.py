"""The pages of the report, Markdown: figures (latest.md) and error lists. What each figure means stands in docs/quality/README.md."""

from typing import Any

from bench.evaluate import noise
from bench.evaluate.sets import TEMPORAL_KINDS

KIND_ORDER = ("date", "datetime", "interval", "duration", "money", "crypto", "number")
Figures = dict[str, Any]


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def table(head: list[str], rows: list[list[object]]) -> list[str]:
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return [
        *lines,
        *("| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row) + " |" for row in rows),
        "",
    ]


def latest(figures: Figures, printed: dict[str, str]) -> str:
    """The whole page. `printed` holds what the scorers of the claim files and of the seed printed, by title."""
    made = figures["made"]
    lines = [
        "# Quality, the latest run",
        "",
        f"Written by `make evaluate` on {made['date']} in {made['seconds']:.0f} s, model `{made['model']}`.",
        "How to read it: [README.md](README.md). All figures as JSON: [figures.json](figures.json).",
        "Errors: [development sets](errors-dev.md), [blind sets, ids only](errors-blind.md).",
        "",
        *sets_section(figures),
        *headline_section(figures),
        *spans_section(figures),
        *peers_section(figures),
        *entities_section(figures),
        *intents_section(figures),
        *latency_section(figures),
    ]
    for title, words in printed.items():
        lines += [f"## {title}", "", "```", words.rstrip("\n"), "```", ""]
    if "replays_same_bytes" in figures:
        same = "yes" if figures["replays_same_bytes"] else "NO"
        lines += [f"Two replays of all stories and the seed, run side by side, wrote the same bytes: {same}.", ""]
    return "\n".join(lines)


def sets_section(figures: Figures) -> list[str]:
    rows: list[list[object]] = [[facts["set"], f"`{facts['file']}`", facts["rows"], facts["use"]] for facts in figures["sets"].values()]
    return ["## The sets", "", *table(["set", "file", "rows", "read by the scorer of"], rows)]


def headline_section(figures: Figures) -> list[str]:
    rows: list[list[object]] = []
    for name, told in figures["intents"].items():
        low, high = told["interval"]
        rows.append([f"intents, accuracy, {name}", told["accuracy"], f"{low:.3f} to {high:.3f}", told["n"]])
    for name, told in figures["spans"].items():
        low, high = told["interval"]
        rows.append(
            [f"dates and amounts, exact, {name}", told["ours"]["all"]["exact"], f"{low:.3f} to {high:.3f}", told["ours"]["all"]["gold"]]
        )
    return ["## In short", "", *table(["figure", "measured", "95 % interval", "n"], rows)]


def spans_section(figures: Figures) -> list[str]:
    lines = ["## Dates, amounts and numbers", ""]
    for name, told in figures["spans"].items():
        ours = told["ours"]
        rows = [_kind_row(kind, ours["kinds"][kind]) for kind in KIND_ORDER if kind in ours["kinds"]]
        rows.append(_kind_row("**all**", ours["all"]))
        lines += [f"### {name}", "", *table(["kind", "gold", "finds", "P", "R", "F1", "exact", "lenient"], rows)]
        lines += [
            f"Value F1 {ours['value_f1']:.3f}. VAT words right {ours['vat'][0]} of {ours['vat'][1]}. Something found in "
            f"{ours['negatives_with_output']} of {ours['negatives']} sentences that hold nothing. Errors thrown: {ours['exceptions']}. "
            f"One sentence takes {ours['median_ms']:.2f} ms (p95 {ours['p95_ms']:.2f}).",
            "",
        ]
        for tag, parts in ours.get("by", {}).items():
            lines += table([f"by `{tag}`", "n", "exact"], [[value, part["n"], part["exact"]] for value, part in parts.items()])
    noise_rows = [
        [
            name,
            way,
            part["rows_changed"],
            f"{part['gold_changed']} of {part['gold']}",
            part["clean"],
            part["noised"],
            part["lost"],
            f"{part['finds_more']:+d}",
            f"{part['negatives_with_output']} of {part['negatives']}",
        ]
        for name, told in figures["spans"].items()
        for way, part in told["ours"]["noise"].items()
    ]
    lines += ["### Under noise", "", "The same sentences, typed in another way; exact values.", ""]
    lines += [f"- *{way}*: {what}" for way, what in (noise.WAYS | noise.INSIDE).items()]
    return [
        *lines,
        "",
        *table(
            ["set", "noise", "sentences changed", "values changed", "as written", "noised", "lost", "finds more or fewer", "false finds"],
            noise_rows,
        ),
    ]


def _kind_row(name: str, kind: dict[str, float]) -> list[object]:
    return [name, kind["gold"], kind["finds"], *(kind[key] for key in ("precision", "recall", "f1", "exact", "lenient"))]


def peers_section(figures: Figures) -> list[str]:
    told = figures.get("peers", {})
    lines = [
        "## Beside other readers",
        "",
        "The same sentences, the same scorer, the same run; mapping and time budget in `bench/peers/README.md`.",
        "",
    ]
    lines += [f"- {name}: {state}" for name, state in told.items()]
    readers = ["ours", *(name for name in told if any(name in spans for spans in figures["spans"].values()))]
    for name, spans in figures["spans"].items():
        rows: list[list[object]] = []
        for kind in KIND_ORDER:
            if kind in spans["ours"]["kinds"]:
                rows.append([kind, *(_exact_lenient(spans.get(reader, {}).get("kinds", {}).get(kind)) for reader in readers)])
        rows.append(["**dates, times and intervals**", *(_exact_lenient(spans.get(reader, {}).get("moments")) for reader in readers)])
        rows.append(["**all**", *(_exact_lenient(spans.get(reader, {}).get("all")) for reader in readers)])
        rows.append(["value F1", *(share(spans.get(reader, {}).get("value_f1")) for reader in readers)])
        rows.append(["something found where there is nothing", *(_negatives(spans.get(reader)) for reader in readers)])
        rows.append(["ms a sentence, median / p95", *(_times(spans.get(reader)) for reader in readers)])
        rows.append(["sentences out of time / thrown", *(_trouble(spans.get(reader)) for reader in readers)])
        lines += ["", f"### {name}: exact / lenient", "", *table(["", *readers], rows)]
    return [*lines, ""]


def _exact_lenient(kind: dict[str, float] | None) -> str:
    return f"{kind['exact']:.3f} / {kind['lenient']:.3f}" if kind else "–"


def _negatives(told: Figures | None) -> str:
    return f"{told['negatives_with_output']} of {told['negatives']}" if told else "–"


def _times(told: Figures | None) -> str:
    return f"{told['median_ms']:.1f} / {told['p95_ms']:.1f}" if told else "–"


def _trouble(told: Figures | None) -> str:
    return f"{told.get('late', 0)} / {told.get('failed', told['exceptions'])}" if told else "–"


def entities_section(figures: Figures) -> list[str]:
    failed = figures.get("entities_failed", {})
    if not figures.get("entities") and not failed:
        return []
    lines = [
        "## Contacts, account numbers, names",
        "",
        "As the server finds them (`/model/parse`), judged by `tests/cases/score_entities.py`.",
        "",
    ]
    lines += [f"**Not measured, {name}**: {reason}.\n" for name, reason in failed.items()]
    for name, told in figures["entities"].items():
        rows = [_entity_row(kind, counts) for kind, counts in told["kinds"].items()]
        lines += [
            f"### {name}",
            "",
            *table(["kind", "gold", "finds", "P", "R", "F1", "exact"], [*rows, _entity_row("**all**", told["all"])]),
        ]
        lines += [f"Finds in rows that hold nothing: {told['finds_on_empty']}.", ""]
    return lines


def _entity_row(name: str, kind: dict[str, float]) -> list[object]:
    return [name, kind["gold"], kind["finds"], *(kind[key] for key in ("precision", "recall", "f1", "exact"))]


def intents_section(figures: Figures) -> list[str]:
    head = ["set", "n", "accuracy", "macro-F1", "answered with the fallback", "ECE"]
    rows: list[list[object]] = [
        [name, told["n"], told["accuracy"], told["macro_f1"], told["fallback"], told["calibration"]["ece"]]
        for name, told in figures["intents"].items()
    ]
    lines = ["## Intents", "", *table(head, rows)]
    tags = [
        [name, tag, value, part["n"], part["accuracy"], part["fallback"]]
        for name, told in figures["intents"].items()
        for tag, parts in told["by"].items()
        for value, part in parts.items()
    ]
    if tags:
        lines += [
            "### By language variety and by noise, where the rows say which",
            "",
            *table(["set", "tag", "value", "n", "accuracy", "fallback"], tags),
        ]
    noised = [
        [name, way, part["clean"], part["noised"], part["lost"], part["fallback"]]
        for name, told in figures["intents"].items()
        for way, part in told["noise"].items()
    ]
    lines += ["### Under noise", "", *table(["set", "noise", "as written", "noised", "lost", "fallback"], noised)]
    for which, title in (("dev", "development set"), ("blind", "all blind sets together")):
        if which in figures["calibration"]:
            lines += [f"### {title[0].upper()}{title[1:]}", "", *_pictures(which, title), *_per_intent(figures["calibration"][which])]
    return lines


def _pictures(which: str, title: str) -> list[str]:
    return [
        f"![Confusion of intents, {title}](confusion-{which}.svg)",
        "",
        f"![Reliability of confidences, {title}](reliability-{which}.svg)",
        "",
    ]


def _per_intent(told: Figures) -> list[str]:
    wrong = sorted((row for row in told["confusion"] if row[0] != row[1]), key=lambda row: (-row[2], row[0], row[1]))
    rows = [[f"`{name}`", *(part[key] for key in ("n", "precision", "recall", "f1"))] for name, part in told["per_intent"].items()]
    most = "; ".join(f"`{gold}` understood as `{got}` ({n})" for gold, got, n in wrong[:8]) or "none"
    return [f"ECE {told['ece']:.3f}. Most frequent confusions: {most}.", "", *table(["intent", "n", "precision", "recall", "F1"], rows)]


def latency_section(figures: Figures) -> list[str]:
    told = figures["latency"]
    words = f"One parse of fifteen words over HTTP: median {told['median_ms']:.1f} ms, p95 {told['p95_ms']:.1f} ms, n {told['n']}."
    return ["## Time", "", words, ""]


def errors_page(title: str, intro: str, errors: dict[str, list[Any]]) -> str:
    """A list of errors by section. Texts stand in cells: a bar or a line break in them would end the cell."""
    lines = [f"# {title}", "", intro, ""]
    for section, items in errors.items():
        lines += [f"## {section}: {len(items)}", ""]
        if items and isinstance(items[0], dict):
            head = list(items[0])
            lines += table(head, [[_cell(item.get(key, "")) for key in head] for item in items])
        elif items:
            lines += ["```", *map(str, items), "```", ""]
    return "\n".join(lines)


def _cell(words: object) -> str:
    return str(words).replace("|", "\\|").replace("\n", " ⏎ ")


assert set(KIND_ORDER) == TEMPORAL_KINDS
