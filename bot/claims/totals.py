"""What the ledger comes to, per role, party, unit and VAT basis: sums of like with like only, and never of what is no loss.

Three rules hold for every total: one currency or coin, one VAT basis, one role. Amounts that replace each other (a demand, a settlement,
an offer) are not added up: the last one stands. A demand that was stated as a whole stands as stated, with its parts beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.claims.ledger import NEVER_A_LOSS
from bot.claims.losses import rollup
from bot.claims.model import ClaimFile, Evidence, LedgerLine

ADDED = frozenset({"claimed", "cost", "ransom_paid"})  # in these roles several amounts are several amounts of money
_WITHIN = Decimal(1)  # parts may differ from their whole by a euro
_CLOSE = 40  # signs between coins and the money they were worth
_STEPS = (("ransom_demanded", "ransom_negotiated"), ("ransom_negotiated", "ransom_paid"), ("ransom_demanded", "ransom_paid"))


@dataclass(frozen=True, slots=True)
class Total:
    """The amounts of one role, party, unit and VAT basis. `loss` is False for what never counts as a loss (turnover, fees, betterment).

    `basis` says how `amount` came about: "added", "stated" (the whole as somebody gave it) or "last" (the last of several that
    replace each other). `parts` is the sum of the named heads beside a stated whole, `difference` the whole less those parts;
    `unsplit` a whole of which no part is known.
    """

    role: str
    party: str
    unit: str
    vat_basis: str
    loss: bool
    amount: str
    basis: str
    lines: int
    heads: tuple[str, ...]
    approx: bool
    parts: str | None
    difference: str | None
    unsplit: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """How far two amounts of ransom lie apart, in one unit: demanded, negotiated, paid."""

    earlier: str
    later: str
    unit: str
    first: str
    second: str
    difference: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A coin amount with its value in money as somebody stated it, and the moment of that rate; never worked out here."""

    role: str
    amount: str
    asset: str
    value: str
    currency: str
    at: Any


@dataclass(frozen=True, slots=True)
class Totals:
    rows: tuple[Total, ...]
    steps: tuple[Step, ...]
    rates: tuple[Rate, ...]


def unit_of(line: LedgerLine) -> str:
    return line.asset or line.currency or ""


def is_loss(line: LedgerLine) -> bool:
    """Whether this line is an amount of loss at all: not what a firm earns or asks, and not a head that never sets a label."""
    return line.role not in NEVER_A_LOSS and (line.head is None or rollup().get(line.head, "") != "")


def key(line: LedgerLine) -> tuple[Any, ...]:
    return line.role, line.party, unit_of(line), line.vat_basis, is_loss(line)


def totals(file: ClaimFile) -> Totals:
    """The totals of a file, in the order in which their first amount was said."""
    return Totals(rows(file.ledger), steps(file.ledger), rates(file))


def rows(lines: Iterable[LedgerLine]) -> tuple[Total, ...]:
    groups: dict[tuple[Any, ...], list[LedgerLine]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    named: dict[tuple[str, str, str], set[str]] = {}
    for line in (line for group in groups.values() for line in group if line.head):
        named.setdefault((line.role, line.party, unit_of(line)), set()).add(line.vat_basis)
    return tuple(_total(group, comparable=len(named.get(key(group[0])[:3], ())) < 2) for group in groups.values())


def _total(group: list[LedgerLine], *, comparable: bool) -> Total:
    """`comparable`: all named parts have one VAT basis, so that a whole can be held beside their sum."""
    first = group[0]
    role, party, unit, vat_basis, loss = key(first)
    named, whole = [line for line in group if line.head], [line for line in group if not line.head]
    parts = difference = None
    if role not in ADDED:
        amount, basis = Decimal(group[-1].amount), "last"
    elif role == "claimed" and whole:
        amount, basis = Decimal(whole[-1].amount), "stated"
        if named:
            total = added(named)
            parts, difference = plain(total), plain(amount - total)
    else:
        amount, basis = added(group), "added"
    heads = tuple(dict.fromkeys(str(line.head) for line in named))
    evidence = tuple(dict.fromkeys(e for line in group for e in line.evidence))
    return Total(
        role, party, unit, vat_basis, loss, plain(amount), basis, len(group), heads, any(line.approx for line in group), parts,
        None if difference is None or not comparable or abs(Decimal(difference)) <= _WITHIN else difference,
        unsplit=basis == "stated" and not named, evidence=evidence,
    )  # fmt: skip


def added(lines: Iterable[LedgerLine]) -> Decimal:
    return sum((Decimal(line.amount) for line in lines), Decimal())


def plain(amount: Decimal) -> str:
    return f"{amount:f}"


def steps(lines: Iterable[LedgerLine]) -> tuple[Step, ...]:
    """Demanded, negotiated and paid beside each other, where they are in the same unit."""
    last = {(line.role, unit_of(line)): line.amount for line in lines if line.role.startswith("ransom_")}
    found = []
    for earlier, later in _STEPS:
        for (role, unit), first in last.items():
            second = last.get((later, unit))
            if role == earlier and second is not None:
                found.append(Step(earlier, later, unit, first, second, plain(Decimal(first) - Decimal(second))))
    return tuple(found)


def rates(file: ClaimFile) -> tuple[Rate, ...]:
    """What coins were worth, as stated. Coins and money belong together when the money follows the coins closely in the same words, or
    when a role has exactly one amount of each."""
    coins = [line for line in file.ledger if line.asset and line.role.startswith("ransom_")]
    found = []
    for money in (line for line in file.ledger if line.currency and line.role.startswith("ransom_")):
        coin = _just_before(money, coins)
        if coin is None:
            of_role = [line for line in coins if line.role == money.role]
            alone = len(of_role) == 1 and sum(bool(line.currency) for line in file.ledger if line.role == money.role) == 1
            coin = of_role[0] if alone and not _together(money, of_role[0]) else None
        if coin is not None:
            at = money.at or (file.value("ransom_paid_at") if coin.role == "ransom_paid" else None)
            found.append(Rate(coin.role, coin.amount, str(coin.asset), money.amount, str(money.currency), at))
    return tuple(found)


def _just_before(money: LedgerLine, coins: list[LedgerLine]) -> LedgerLine | None:
    """The coins that were named last before this money, in the same message and not far from it."""
    near = [
        (e.start - c.end, coin)
        for e in money.evidence
        for coin in coins
        for c in coin.evidence
        if c.message_id == e.message_id and 0 <= e.start - c.end <= _CLOSE
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _together(one: LedgerLine, other: LedgerLine) -> bool:
    """Whether both were said in one message: then their places decide, and not their role."""
    return bool({e.message_id for e in one.evidence} & {e.message_id for e in other.evidence})
