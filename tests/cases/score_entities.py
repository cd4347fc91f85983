#!/usr/bin/env python3
"""Scorer for contact data, account numbers and wallet addresses (standard library only).

  python score_entities.py FILE.jsonl [FILE2.jsonl ...] module:function [--errors] [--json OUT]

A line of FILE: {"id", "text", "gold": [{"kind", "start", "end", "value"}]}; an empty "gold" says that there is nothing to find.
function(text: str) -> list of dicts with kind, start, end (code points, end exclusive) and value.
Kinds: email, phone, policy_number, registration_number (kbo, kvk and vat count as one), wallet_address (or wallet), iban.
Other kinds of the function (dates, amounts, names) are left out of account; other kinds in FILE are compared as text.

Matching is one-to-one, same kind, overlapping spans; pairs with the right value first.
  found     share of golds with an overlapping find of the kind
  exact     share of golds with an overlapping find of the right value
  precision share of finds that are exact
  on empty  finds in the rows without gold
Values: case of e-mail addresses does not count, nor do blanks and separators of numbers; a registration number with BE before it is the same
number. Wallet addresses and policy numbers keep their case and signs (blanks in a policy number do not count).
"""

import importlib
import json
import pathlib
import re
import sys
from collections import defaultdict
from typing import Any

SAME = {"kbo": "registration_number", "kvk": "registration_number", "vat": "registration_number", "wallet": "wallet_address"}
KINDS = ("email", "phone", "policy_number", "registration_number", "wallet_address", "iban")


def kind_of(item: dict[str, Any]) -> str:
    kind = str(item.get("kind") or item.get("entity"))
    return SAME.get(kind, kind)


def plain(kind: str, value: Any) -> str:
    """The value in the form in which two writings of the same thing are equal."""
    text = str(value).strip()
    if kind == "email":
        return text.lower()
    if kind in ("iban", "registration_number"):
        code = re.sub(r"[\W_]", "", text).upper()
        return code[2:] if kind == "registration_number" and re.fullmatch(r"BE[01]\d{9}", code) else code
    if kind == "phone":
        return re.sub(r"[^\d+]", "", text)
    return text if kind == "wallet_address" else re.sub(r"\s+", "" if kind == "policy_number" else " ", text)


def pairs(golds: list[dict[str, Any]], finds: list[dict[str, Any]]) -> list[tuple[int, int, bool]]:
    """(gold, find, exact) one-to-one; exact pairs first, then those with most overlap."""
    options = []
    for g, gold in enumerate(golds):
        for f, find in enumerate(finds):
            shared = min(gold["end"], find["end"]) - max(gold["start"], find["start"])
            kind = kind_of(gold)
            if shared > 0 and kind == kind_of(find):
                options.append((plain(kind, gold["value"]) == plain(kind, find["value"]), shared, g, f))
    used_golds: set[int] = set()
    used_finds: set[int] = set()
    made = []
    for exact, _, g, f in sorted(options, key=lambda o: (-o[0], -o[1], o[2], o[3])):
        if g not in used_golds and f not in used_finds:
            used_golds.add(g)
            used_finds.add(f)
            made.append((g, f, exact))
    return made


def score(rows: list[dict[str, Any]], function: Any) -> tuple[dict[str, dict[str, int]], list[tuple[str, str, str, str]]]:
    """Totals by kind ("all" and "empty" beside them) and the errors as (id, what, kind, words)."""
    totals: dict[str, dict[str, int]] = defaultdict(lambda: {"gold": 0, "finds": 0, "found": 0, "exact": 0})
    errors = []
    for row in rows:
        golds = row["gold"]
        wanted = set(KINDS) | {kind_of(g) for g in golds}
        finds = [item for item in function(row["text"]) if kind_of(item) in wanted]
        made = pairs(golds, finds)
        for gold in golds:
            for name in (kind_of(gold), "all"):
                totals[name]["gold"] += 1
        for find in finds:
            for name in (kind_of(find), "all", *(() if golds else ("empty",))):
                totals[name]["finds"] += 1
        for g, f, exact in made:
            for name in (kind_of(golds[g]), "all"):
                totals[name]["found"] += 1
                totals[name]["exact"] += exact
            if not exact:
                errors.append((row["id"], "value", kind_of(golds[g]), f"{golds[g]['value']} read as {finds[f]['value']}"))
        for g in {*range(len(golds))} - {g for g, _, _ in made}:
            errors.append((row["id"], "missed", kind_of(golds[g]), row["text"][golds[g]["start"] : golds[g]["end"]]))
        for f in {*range(len(finds))} - {f for _, f, _ in made}:
            errors.append((row["id"], "too much", kind_of(finds[f]), row["text"][finds[f]["start"] : finds[f]["end"]]))
    return totals, errors


def share(part: int, whole: int) -> str:
    return f"{part / whole:6.3f}" if whole else "     -"


def main() -> int:
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    out = arguments.pop() if "--json" in sys.argv else None
    if len(arguments) < 2:
        print(__doc__)
        return 2
    sys.path.insert(0, ".")
    module, _, name = arguments[-1].partition(":")
    function = getattr(importlib.import_module(module), name)
    rows = [json.loads(line) for file in arguments[:-1] for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines() if line.strip()]
    totals, errors = score(rows, function)
    print(f"{'kind':22}{'n':>5}{'found':>8}{'exact':>8}{'precision':>11}")
    for kind in [k for k in totals if k not in ("all", "empty")] + ["all"]:
        t = totals[kind]
        print(
            f"{kind:22}{t['gold']:5}  {share(t['found'], t['gold'])}  {share(t['exact'], t['gold'])}     {share(t['exact'], t['finds'])}"
        )
    empty = [row for row in rows if not row["gold"]]
    print(f"rows with nothing to find: {len(empty)}; finds in them: {totals['empty']['finds']}")
    if "--errors" in sys.argv:
        for error in errors:
            print(*error, sep=" | ")
    if out:
        pathlib.Path(out).write_text(json.dumps(totals, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
