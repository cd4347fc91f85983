"""Every amount that was said, once, with its role. Nothing is added up here, and amounts of a different VAT basis never are."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.claims.model import Assertion, Evidence, LedgerLine

NEVER_A_LOSS = frozenset({"fee", "turnover", "cap", "info", "offer", "ransom_demanded", "ransom_negotiated"})


def ledger(assertions: Iterable[Assertion]) -> tuple[LedgerLine, ...]:
    """The lines in the order they were first said. The same amount in the same role is one line with all its evidence; a
    correction takes the place of the last line of its role and head; an edit by hand of the amount that it corrects."""
    lines = _Lines()
    for a in assertions:
        if a.kind != "money" or not isinstance(a.value, dict):
            continue
        if "was" in a.value:
            lines.edit(a)
        else:
            lines.say(_line(a), correction=a.correction)
    return lines.all()


class _Lines:
    """The lines so far. A pasted list has thousands, so those of a role, amount and unit are found by their key."""

    def __init__(self) -> None:
        self._lines: list[LedgerLine | None] = []  # None: taken away by hand
        self._evidence: list[dict[Evidence, None]] = []  # of each line, nothing twice
        self._places: dict[tuple[Any, ...], list[int]] = {}

    def all(self) -> tuple[LedgerLine, ...]:
        rows = zip(self._lines, self._evidence, strict=True)
        return tuple(replace(line, evidence=tuple(evidence)) for line, evidence in rows if line is not None)

    def say(self, line: LedgerLine, *, correction: bool) -> None:
        """An amount that somebody said."""
        at = self._find(line)
        if at is None and correction and (at := self._last(line)) is not None:
            self._put(at, line)
        elif at is None:
            self._add(line)
        else:
            self._join(at, line)

    def edit(self, a: Assertion) -> None:
        """An amount set by hand takes the place of the one that it was, in whatever unit; without an amount that one goes."""
        was = a.value["was"] or {}
        places = self._places.get((a.name, was["amount"], was.get("asset") or was.get("currency")), []) if was else []
        at = places[0] if places else None
        if a.value["amount"] is None:
            if at is not None:
                self._put(at, None)
            return
        line = _line(a)
        old = self._lines[at] if at is not None else None
        if at is not None and old is not None:
            party = old.party if line.party == "unknown" else line.party
            self._put(at, replace(line, head=old.head or line.head, party=party, at=old.at))
        elif self._find(line) is None:
            self._add(line)

    def _find(self, line: LedgerLine) -> int | None:
        return next((at for at in self._places.get(_key(line), ()) if (old := self._lines[at]) and _same(old, line)), None)

    def _last(self, line: LedgerLine) -> int | None:
        return next((at for at in range(len(self._lines) - 1, -1, -1) if (old := self._lines[at]) and _replaces(line, old)), None)

    def _add(self, line: LedgerLine) -> None:
        self._places.setdefault(_key(line), []).append(len(self._lines))
        self._lines.append(line)
        self._evidence.append(dict.fromkeys(line.evidence))

    def _put(self, at: int, line: LedgerLine | None) -> None:
        if old := self._lines[at]:
            self._places[_key(old)].remove(at)
        self._lines[at], self._evidence[at] = line, dict.fromkeys(line.evidence if line else ())
        if line:
            insort(self._places.setdefault(_key(line), []), at)

    def _join(self, at: int, line: LedgerLine) -> None:
        """The same amount again: its evidence is added, and what was not known of it yet."""
        old = self._lines[at]
        assert old is not None
        self._evidence[at].update(dict.fromkeys(line.evidence))
        basis = line.vat_basis if old.vat_basis == "unknown" else old.vat_basis
        party = line.party if old.party == "unknown" else old.party
        if (basis, old.head or line.head, party) != (old.vat_basis, old.head, old.party):
            self._lines[at] = replace(old, vat_basis=basis, head=old.head or line.head, party=party)


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
