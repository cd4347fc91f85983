"""What the ledger comes to, for an adjuster: like with like, what is no loss apart, and how ransom went from demanded to paid."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.web.review import contexts, dutch, labels

JSON = Mapping[str, Any]
COINS = ("BTC", "XMR", "ETH", "LTC", "BCH", "other")


def rows(found: JSON) -> tuple[contexts.TotalRow, ...]:
    """One line a total; what counts as a loss first."""
    return tuple(row(one) for one in sorted(found.get("rows") or (), key=lambda one: not one["loss"]))


def row(one: JSON) -> contexts.TotalRow:
    return contexts.TotalRow(
        role=labels.word(labels.LEDGER_ROLE, one["role"]),
        party=labels.word(labels.PARTY, one["party"]),
        amount=money(one["amount"], one["unit"], one["vat_basis"], approx=one["approx"]),
        notes=notes(one),
    )


def notes(one: JSON) -> str:
    """How the total came about, and what to look at."""
    said = [
        "telt niet als schade" if not one["loss"] else "",
        f"som van {one['lines']} bedragen" if one["basis"] == "added" and one["lines"] > 1 else "",
        f"het laatst genoemde van {one['lines']} bedragen" if one["basis"] == "last" and one["lines"] > 1 else "",
        "niet uitgesplitst" if one["unsplit"] else "",
        f"delen samen {money(one['parts'], one['unit'], one['vat_basis'])}" if one["parts"] else "",
        f"verschil {money(one['difference'], one['unit'], one['vat_basis'])}" if one["difference"] else "",
    ]
    return "; ".join(part for part in said if part)


def money(amount: str, unit: str, vat_basis: str, *, approx: bool = False) -> str:
    value = {"amount": amount, "asset" if is_coin(unit) else "currency": unit, "vat_basis": vat_basis, "approx": approx}
    return dutch.money(value)


def is_coin(unit: str) -> bool:
    return unit in COINS


def steps(found: JSON) -> tuple[str, ...]:
    """ "Losgeld gevraagd 10 BTC, losgeld betaald 7 BTC: verschil 3 BTC", and what coins were worth as stated."""
    return (*map(step, found.get("steps") or ()), *rates(found.get("rates") or ()))


def step(one: JSON) -> str:
    earlier, later = (labels.word(labels.LEDGER_ROLE, one[side]) for side in ("earlier", "later"))
    first, second, difference = (money(one[name], one["unit"], "not_applicable") for name in ("first", "second", "difference"))
    return f"{earlier.capitalize()} {first}, {later} {second}: verschil {difference}"


def rates(found: Iterable[JSON]) -> Iterable[str]:
    for one in found:
        at = f"koers van {dutch.date(one['at'])}" if one.get("at") else "moment van de koers niet bekend"
        coins, value = money(one["amount"], one["asset"], ""), money(one["value"], one["currency"], "not_applicable")
        yield f"{coins} is volgens de melding {value} ({at})"
