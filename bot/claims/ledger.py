"""Every amount that was said, once, with its role. Nothing is added up here, and amounts of a different VAT basis never are."""

from collections.abc import Iterable
from dataclasses import replace

from bot.claims.model import Assertion, LedgerLine

NEVER_A_LOSS = frozenset({"fee", "turnover", "cap", "info", "offer", "ransom_demanded", "ransom_negotiated"})


def ledger(assertions: Iterable[Assertion]) -> tuple[LedgerLine, ...]:
    """The lines in the order they were first said. The same amount in the same role is one line with all its evidence; a
    correction takes the place of the last line of its role and head; an edit by hand of the amount that it corrects."""
    lines: list[LedgerLine] = []
    for a in assertions:
        if a.kind != "money" or not isinstance(a.value, dict):
            continue
        if "was" in a.value:
            _edit(lines, a)
            continue
        line = _line(a)
        at = next((i for i, old in enumerate(lines) if _same(old, line)), None)
        if at is None and a.correction:
            at = next((i for i in range(len(lines) - 1, -1, -1) if _replaces(line, lines[i])), None)
            if at is not None:
                lines[at] = line
                continue
        if at is None:
            lines.append(line)
            continue
        old = lines[at]
        evidence = tuple(dict.fromkeys((*old.evidence, *line.evidence)))
        basis = line.vat_basis if old.vat_basis == "unknown" else old.vat_basis
        lines[at] = replace(
            old, evidence=evidence, vat_basis=basis, head=old.head or line.head, party=line.party if old.party == "unknown" else old.party
        )
    return tuple(lines)


def _edit(lines: list[LedgerLine], a: Assertion) -> None:
    """An amount set by hand takes the place of the one that it was, in whatever unit; without an amount that one goes."""
    was = a.value["was"] or {}
    unit = was.get("asset") or was.get("currency")
    at = next((i for i, old in enumerate(lines) if was and (old.role, old.amount, _unit(old)) == (a.name, was["amount"], unit)), None)
    if a.value["amount"] is None:
        if at is not None:
            del lines[at]
        return
    line = _line(a)
    if at is not None:
        old = lines[at]
        lines[at] = replace(line, head=old.head or line.head, party=old.party if line.party == "unknown" else line.party, at=old.at)
    elif not any(_same(old, line) for old in lines):
        lines.append(line)


def _line(a: Assertion) -> LedgerLine:
    v = a.value
    return LedgerLine(a.name, v.get("head"), v.get("party") or "unknown", v["amount"], v.get("asset"), v.get("currency"),
                      v.get("vat_basis") or "unknown", v.get("at"), bool(v.get("approx")), a.evidence)  # fmt: skip


def _unit(line: LedgerLine) -> str | None:
    return line.asset or line.currency


def _same(old: LedgerLine, new: LedgerLine) -> bool:
    bases = {old.vat_basis, new.vat_basis}
    return (old.role, old.amount, _unit(old)) == (new.role, new.amount, _unit(new)) and (
        old.head == new.head or None in (old.head, new.head)) and not bases >= {"excl", "incl"}  # fmt: skip


def _replaces(new: LedgerLine, old: LedgerLine) -> bool:
    return old.role == new.role and old.head == new.head and _unit(old) == _unit(new)
