"""The incident itself: what kind, how they came in, what is hit, whether it still goes on, who found it."""

import re
from pathlib import Path
from typing import Dict, Pattern

from . import negation
from .clauses import Message, Sentence
from .rules import Findings, read_table
from .tables.attack import ASSETS, BACKUPS, CALLED, DISCOVERED_BY, GANG_CONTEXT, HIT, LOST, NAMED, ORDINARY, SCOPE, STATUS, TYPES, VECTORS

TABLES = (TYPES, VECTORS, BACKUPS, LOST, STATUS, DISCOVERED_BY, SCOPE)


def _families() -> Pattern[str]:
    path = Path(__file__).resolve().parents[3] / "data" / "lookups" / "ransomware.txt"
    names = (
        [n.strip() for n in path.read_text(encoding="utf-8").splitlines() if n.strip() and not n.startswith("#")] if path.exists() else []
    )
    names.sort(key=len, reverse=True)
    return re.compile(r"(?<![\w@/])(?:%s)(?!\w)" % "|".join(re.escape(n.lower()) for n in names)) if names else re.compile(r"(?!)")


_FAMILY = _families()


def _family(message: Message, sentence: Sentence, found: Findings) -> None:
    low = sentence.low
    for m in _FAMILY.finditer(low):
        name = m.group()
        bare = len(low.split()) <= 3
        if (
            name in ORDINARY
            and not (bare and len(low.split()) == 1)
            and not _is_named(message, sentence, m)
            and not (m.start() and low[m.start() - 1] == ".")
        ):
            continue
        span = (sentence.start + m.start(), sentence.start + m.end())
        if negation.certainty(sentence, *span) in ("question", "other_case") or re.search(r"\b(?:geen|niet)\s+\w*\s*$", low[: m.start()]):
            continue
        value = message.text[span[0] : span[1]]
        row = found.add("fact", span, "ransomware_family", value, confidence=0.9)
        row["start"], row["end"] = span
        return
    m = NAMED.search(low)
    if m and m.group(1) not in ("de", "het", "een", "nog", "niet", "dat", "die"):
        found.fact(
            (sentence.start + m.start(1), sentence.start + m.end(1)),
            "ransomware_family",
            message.text[sentence.start + m.start(1) : sentence.start + m.end(1)],
            confidence=0.7,
        )


def _is_named(message: Message, sentence: Sentence, m: "re.Match[str]") -> bool:
    """True when an ordinary word ("agenda", "play") stands as a name: with its capital among words of the trade, or right after "heet"."""
    if CALLED.search(sentence.low[max(0, m.start() - 40) : m.start()]):
        return True
    capital = message.text[sentence.start + m.start()].isupper() and sentence.low[: m.start()].strip() != ""
    return capital and bool(GANG_CONTEXT.search(sentence.low) or GANG_CONTEXT.search(message.around(sentence, 150)))


def _assets(sentence: Sentence, found: Findings) -> None:
    m = HIT.search(sentence.low)
    if not m or sentence.question:
        return
    for code, regex in ASSETS:
        for a in regex.finditer(sentence.low):
            start, end = sentence.start + a.start(), sentence.start + a.end()
            near = min(abs(h.start() - a.start()) for h in HIT.finditer(sentence.low))
            if near > 110 or (
                code == "backup_disks"
                and re.search(r"(?:vanuit|uit|via|dankzij|met) (?:de |een |goede |schone )*$", sentence.low[: a.start()])
            ):
                continue
            found.fact(
                (start, end),
                "encrypted_asset_types",
                code,
                polarity=negation.polarity(sentence, start, end),
                certainty=negation.certainty(sentence, start, end),
                confidence=0.8,
            )
            break


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        for table in TABLES:
            read_table(table, sentence, found)
        _family(message, sentence, found)
        _assets(sentence, found)
    for sentence in message.logged:  # all that a log tells is which gang it was
        _family(message, sentence, found)
    _settle_backups(found)


def _settle_backups(found: Findings) -> None:
    """A named defect outweighs a back-up that merely helped: keep the surest of opposite readings in one sentence."""
    rows = found.facts("backups_affected")
    by: Dict[str, float] = {}
    for row in rows:
        if row["polarity"] == "affirmed":
            by[row["value"]] = max(by.get(row["value"], 0), row["confidence"])
    if len(by) > 1:
        keep = max(by, key=lambda v: by[v])
        for row in rows:
            if row["value"] != keep:
                found.rows.remove(row)
