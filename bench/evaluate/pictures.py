"""SVG pictures, written by hand: a confusion heatmap and a reliability diagram. No plotting library, readable in light and dark.

Every picture has a title and a description for those who do not see it, and shows its numbers as text: no meaning in colour alone.
"""

import math
from collections import Counter
from html import escape
from typing import Any

STYLE = """
svg { --ground: #ffffff; --ink: #1b1f24; --faint: #6b7280; --line: #d5d9df; --good: #1769aa; --bad: #c2410c; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #14181d; --ink: #eceff3; --faint: #9aa4b0; --line: #39424d; --good: #6db3f2; --bad: #fb923c; }
}
text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.title { font-size: 15px; font-weight: 600; } .note { fill: var(--faint); }
.ground { fill: var(--ground); } .line { stroke: var(--line); fill: none; } .zero { fill: var(--line); fill-opacity: 0.25; }
.good { fill: var(--good); } .bad { fill: var(--bad); } .mid { text-anchor: middle; } .end { text-anchor: end; }
.ideal { stroke: var(--faint); stroke-dasharray: 5 4; } .gap { stroke: var(--bad); stroke-width: 2; }
"""


def drawing(width: int, height: int, title: str, description: str, body: list[str]) -> str:
    """A whole SVG file around `body`; the title is also drawn at the top."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"',
            'aria-labelledby="t d">',
            f'<title id="t">{escape(title)}</title>',
            f'<desc id="d">{escape(description)}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="ground" width="{width}" height="{height}"/>',
            f'<text class="title" x="16" y="26">{escape(title)}</text>',
            *body,
            "</svg>",
            "",
        ]
    )


def text(x: float, y: float, words: object, css: str = "", more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{css}"{more}>{escape(str(words))}</text>'


def confusion(counts: Counter[tuple[str, str]], title: str) -> str:
    """Gold intents as rows, answers as columns. Blue is right, orange is wrong; the stronger, the larger the share of its row."""
    golds = sorted({gold for gold, _ in counts})
    columns = golds + sorted({got for _, got in counts} - set(golds))
    cell, left, top = 30, 168, 178
    totals = {gold: sum(counts[gold, got] for got in columns) for gold in golds}
    body = [text(16, 46, "Row: what was said. Column: what was understood. Blue is right, orange is wrong.", "note")]
    body += [
        text(0, 0, got, "", f' transform="translate({left + i * cell + 19:g},{top - 8}) rotate(-55)"') for i, got in enumerate(columns)
    ]
    for r, gold in enumerate(golds):
        y = top + r * cell
        body.append(text(left - 8, y + 19, gold, "end"))
        for c, got in enumerate(columns):
            n, x = counts[gold, got], left + c * cell
            css, depth = ("good" if gold == got else "bad"), 0.22 + 0.3 * n / max(1, totals[gold])
            shade = f'class="{css}" fill-opacity="{depth:.2f}"' if n else 'class="zero"'
            body.append(f'<rect x="{x}" y="{y}" width="{cell - 2}" height="{cell - 2}" rx="3" {shade}/>')
            if n:
                body.append(text(x + cell / 2 - 1, y + 19, n, "mid"))
        body.append(text(left + len(columns) * cell + 8, y + 19, f"{counts[gold, gold]}/{totals[gold]}", "note"))
    right, n = sum(counts[g, g] for g in golds), sum(totals.values())
    wrong = sorted(((k, pair) for pair, k in counts.items() if pair[0] != pair[1]), key=lambda item: (-item[0], item[1]))
    most = "; ".join(f"{gold} understood as {got}, {k} times" for k, (gold, got) in wrong[:5]) or "none"
    # Slanted column names lean out to the right of the last column.
    width, height = left + len(columns) * cell + 130, top + len(golds) * cell + 20
    return drawing(width, height, title, f"{right} of {n} right, on the diagonal. Most frequent confusions: {most}.", body)


def reliability(calibration: dict[str, Any], n: int, title: str) -> str:
    """Share of right answers against confidence, one dot a bin; a larger dot holds more answers. On the dashed line the two are equal."""
    side, left, top = 400, 62, 64

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * side, top + (1 - y) * side

    body = [f'<rect class="line" x="{left}" y="{top}" width="{side}" height="{side}"/>']
    for tenth in range(0, 11, 2):
        x, y = at(tenth / 10, tenth / 10)
        body += [text(x, top + side + 18, f"{tenth / 10:g}", "mid note"), text(left - 8, y + 4, f"{tenth / 10:g}", "end note")]
        body.append(f'<path class="line" d="M{x:g} {top}V{top + side}M{left} {y:g}H{left + side}"/>')
    body.append(f'<path class="ideal" d="M{left} {top + side}L{left + side} {top}"/>')
    body.append(text(16, 46, "Orange: how far confidence is off. Numbers: answers in that bin.", "note"))
    dots = [(*at(row["confidence"], row["right"]), at(0, row["confidence"])[1], row["n"]) for row in calibration["bins"]]
    body += [f'<path class="gap" d="M{x:.1f} {y:.1f}V{ideal:.1f}"/>' for x, y, ideal, _ in dots]
    for x, y, _, held in dots:
        body.append(f'<circle class="good" cx="{x:.1f}" cy="{y:.1f}" r="{3 + 9 * math.sqrt(held / max(1, n)):.1f}"/>')
        near_the_edge = x > left + side - 60
        body.append(text(x - 15 if near_the_edge else x + 9, y + 4, held, "end" if near_the_edge else ""))
    body.append(text(left + side / 2, top + side + 40, "confidence of the classifier", "mid"))
    body.append(text(0, 0, "share that was right", "mid", f' transform="translate(18,{top + side / 2}) rotate(-90)"'))
    body.append(text(left + 12, top + 24, f"ECE {calibration['ece']:.3f}, n {n}"))
    rows = "; ".join(f"confidence {row['confidence']:.2f}: {row['right']:.2f} right of {row['n']}" for row in calibration["bins"])
    return drawing(
        left + side + 30, top + side + 56, title, f"Expected calibration error {calibration['ece']:.3f} over {n} answers. {rows}.", body
    )
