"""Every amount that was said, once, with its role. Nothing is added up here, and amounts of a different VAT basis never are."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.claims.model import Assertion, Evidence, LedgerLine

NEVER_A_LOSS = frozenset({"fee", "turnover", "cap", "info", "offer", "ransom_demanded", "ransom_negotiated"})


def ledger(assertions: Iterable[Assertion]) -> tuple[LedgerLine, ...]:
    """The lines in the order they were first said. The same amount in the same role is one line with all its evidence; a
    correction takes the place of the last line of its role and head."""
    lines: list[LedgerLine] = []
    said: list[dict[Evidence, None]] = []  # the evidence of each line, nothing twice
    places: dict[tuple[Any, ...], list[int]] = {}  # where the lines of a role, amount and unit stand: a pasted list has thousands
    for a in assertions:
        if a.kind != "money" or not isinstance(a.value, dict):
            continue
        line = _line(a)
        at = next((i for i in places.get(_key(line), ()) if _same(lines[i], line)), None)
        if at is None and a.correction:
            at = next((i for i in range(len(lines) - 1, -1, -1) if _replaces(line, lines[i])), None)
            if at is not None:
                places[_key(lines[at])].remove(at)
                insort(places.setdefault(_key(line), []), at)
                lines[at], said[at] = line, dict.fromkeys(line.evidence)
                continue
        if at is None:
            places.setdefault(_key(line), []).append(len(lines))
            lines.append(line)
            said.append(dict.fromkeys(line.evidence))
            continue
        old = lines[at]
        said[at].update(dict.fromkeys(line.evidence))
        basis = line.vat_basis if old.vat_basis == "unknown" else old.vat_basis
        party = line.party if old.party == "unknown" else old.party
        if (basis, old.head or line.head, party) != (old.vat_basis, old.head, old.party):
            lines[at] = replace(old, vat_basis=basis, head=old.head or line.head, party=party)
    return tuple(replace(line, evidence=tuple(rows)) for line, rows in zip(lines, said, strict=True))


def _line(a: Assertion) -> LedgerLine:
    v = a.value
    return LedgerLine(a.name, v.get("head"), v.get("party") or "unknown", v["amount"], v.get("asset"), v.get("currency"),
                      v.get("vat_basis") or "unknown", v.get("at"), bool(v.get("approx")), a.evidence)  # fmt: skip


def _unit(line: LedgerLine) -> str | None:
    return line.asset or line.currency


def _key(line: LedgerLine) -> tuple[Any, ...]:
    return line.role, line.amount, _unit(line)


def _same(old: LedgerLine, new: LedgerLine) -> bool:
    bases = {old.vat_basis, new.vat_basis}
    return _key(old) == _key(new) and (
        old.head == new.head or None in (old.head, new.head)) and not bases >= {"excl", "incl"}  # fmt: skip


def _replaces(new: LedgerLine, old: LedgerLine) -> bool:
    return old.role == new.role and old.head == new.head and _unit(old) == _unit(new)
