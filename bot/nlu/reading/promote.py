"""Numbers that are amounts of money, although no currency stands beside them: "totaal 18.209,89", "360 p/m", "ruim 4 ton"."""

import re
from typing import Any, Dict, List, Optional

from .tables.promote import AFTER, BIG, CENTS, COIN, COUNTED, EURO, FREE_WORDS, MONEY_BEFORE, MONEY_WORDS, NOT_MONEY, NOUN, THINGS, VAT


def promoted(low: str, items: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """`items` with such numbers turned into money in euro, in their old order."""
    return [_money(low, item) or item if item["kind"] == "number" else _no_coins(low, item) for item in items]


def _no_coins(low: str, item: Dict[str, Any]) -> Dict[str, Any]:
    """ "Dertigduizend euro in bitcoin, gezakt tot elfduizend": a large amount without a coin of its own is euro."""
    if item["kind"] != "crypto" or COIN.search(low[item["start"] : item["end"] + 1]) or not isinstance(item["value"], dict):
        return item
    try:
        large = float(item["value"]["amount"]) >= 500
    except (KeyError, ValueError):
        return item
    value = {"amount": item["value"]["amount"], "currency": "EUR", "vat": None}
    return {**item, "kind": "money", "value": value} if large and EURO.search(low) else item


def _money(low: str, item: Dict[str, Any]) -> Optional[Dict[str, Any]]:
    start, end = item["start"], item["end"]
    words, after, before = low[start:end], low[end : end + 30], low[max(0, start - 60) : start]
    if NOT_MONEY.search(before) or re.match(r"\s?(?:%|procent|gb|tb|mb|uur|uren|dagen|keer|maal|x\b|st\b|stuks)", after):
        return None
    try:
        size = float(item["value"])
    except (TypeError, ValueError):
        return None
    if big_thing(after):
        return None
    word = NOUN.match(after)
    plural = word is not None and COUNTED.search(word.group())
    noun = plural and not FREE_WORDS.match(after) and not AFTER.match(after)
    cents, tail = bool(CENTS.search(words)), bool(AFTER.match(after))
    sentence = (
        re.split(r"[.!?\n](?:\s|$)", low[max(0, start - 120) : start])[-1] + " " + re.split(r"[.!?\n](?:\s|$)", low[end : end + 80])[0]
    )
    big = bool(BIG.search(words)) or size >= 1000
    sure = (
        (cents and size >= 1)
        or (tail and size >= 5)
        or (big and bool(MONEY_WORDS.search(sentence)))
        or (size >= 20 and not noun and bool(MONEY_BEFORE.search(before)) and not re.match(r"\s?(?:t/m|tot|-)\s?\d", after))
    )
    if noun and not cents and not (big and MONEY_WORDS.search(sentence)):
        return None
    return {**item, "kind": "money", "value": {"amount": item["value"], "currency": "EUR", "vat": vat_after(low, end)}} if sure else None


def big_thing(after: str) -> bool:
    """True when the words after a number name things or people that are counted."""
    return bool(THINGS.match(after))


def vat_after(low: str, end: int) -> Optional[str]:
    """ "excl", "incl" or None: the VAT basis said right after `end`."""
    m = VAT.match(low[end : end + 40])
    if (
        not m
        or (m.group(1) in ("zonder", "met", "+") and not re.search(r"btw|vat", m.group()))
        or (m.group(1) == "ex" and not re.match(r"\W{0,3}ex\.? ", m.group() + " "))
    ):
        return None
    return "incl" if m.group(1).startswith(("incl", "met")) else "excl"
