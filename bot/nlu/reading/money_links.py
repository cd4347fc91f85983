"""Amounts that lean on others: elliptic ("het zijn er 7 geworden"), taken back ("sorry, 200.000"), pointed at ("dat bedrag")."""

from itertools import pairwise
from typing import Any, Dict, List, Optional

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.money import ALL_AMOUNTS, CORRECTING, ELLIPSIS, I_SAID, LET_GO, REDUCED, THAT, THAT_PAID, WORDS, WORTH


def elliptic(sentence: Sentence, before: Optional[Item], found: Findings) -> None:
    """ "Ze vroegen 10 bitcoin, het zijn er 7 geworden": the 7 are bitcoins too."""
    m = ELLIPSIS.search(sentence.low)
    coin = before or next((i for i in sentence.items if i.kind == "crypto"), None)
    if not m or coin is None or not isinstance(coin.value, dict):
        return
    at = next(n for n in range(1, ELLIPSIS.groups + 1) if m.group(n))
    start, end = sentence.start + m.start(at), sentence.start + m.end(at)
    if start < coin.end:
        return
    if len(m.group(at)) > 3 and m.group(at)[0].isdigit():
        return  # "er 30.000": no number of coins
    amount = WORDS.get(m.group(at), m.group(at).replace(",", "."))
    role = "ransom_paid" if "betaald" in m.group() else "ransom_negotiated"
    for item in sentence.items:
        if item.start < end and start < item.end and item.kind in ("crypto", "number"):
            if item.kind == "crypto":
                item.role, item.confidence = role, 0.85
                item.extra["fixed"] = True
                return
            item.extra["part_of"] = "crypto"
    found.add("crypto", (start, end), role, {"amount": amount, "asset": coin.value.get("asset")}, confidence=0.85)


def that_amount(message: Message) -> None:
    """ "Dat heeft 5.160 euro gekost. Dat bedrag staat in de brief": the amount before it is what is claimed."""
    for before, sentence in pairwise(message.sentences):
        if THAT.search(sentence.low) and not sentence.items_of("money") and not negation.NEGATOR.search(sentence.low):
            for item in before.items_of("money")[-1:]:
                if item.role in ("cost", None):
                    item.role, item.confidence = "claimed", 0.75
                    item.extra["total"] = True


def reduced(message: Message) -> None:
    """ "Eerst vroeg hij 40.000, nu nog 25.000": the later demand takes the place of the earlier one."""
    demands = [i for i in message.items if i.kind == "money" and i.role == "claimed" and not i.extra.get("taken_back")]
    for item in demands:
        before = message.low[max(0, item.start - 90) : item.start]
        if REDUCED.search(before):
            item.extra["correction"] = item.extra["total"] = True
            item.head = None
        elif LET_GO.search(message.low[max(0, item.start - 60) : item.end + 60]) and len(demands) > 1:
            item.extra["total"] = False
            item.head = item.head or "other"


def same_basis(message: Message) -> None:
    """One amount has one VAT basis: said once, it holds for the same amount further on, and "alle bedragen" for all."""
    money = [i for i in message.items if i.kind == "money" and isinstance(i.value, dict)]
    stated = ALL_AMOUNTS.search(message.low)
    known = {i.value["amount"]: i.value["vat"] for i in money if i.value.get("vat")}
    for item in money:
        basis = known.get(item.value["amount"]) or (
            stated and ("incl" if (stated.group(1) or stated.group(2)).startswith("incl") else "excl")
        )
        if basis and not item.value.get("vat"):
            item.value = {**item.value, "vat": basis}


def corrections(message: Message) -> None:
    """ "20.000... sorry, 200.000 dollar": what is taken back gets no role, what replaces it says so."""
    items = [i for i in message.items if i.kind in ("money", "crypto", "number", "duration", "date", "datetime")]
    for old, new in pairwise(items):
        between = message.low[old.end : new.start]
        said = I_SAID.search(message.low[max(0, old.start - 20) : old.start]) and old.kind == new.kind and len(between) < 40
        if said or (len(between) < 60 and CORRECTING.search(between)):
            old.extra["taken_back"] = True
            if new.role is None and old.kind == new.kind:
                new.role, new.head, new.actor = old.role, old.head, old.actor
            old.role = None
            new.extra["correction"] = True
    for sentence in message.sentences:
        m = CORRECTING.search(sentence.low)
        if m:
            for item in sentence.items:
                if item.start >= sentence.start + m.start():
                    item.extra["correction"] = True


def paid_rows(found: Findings) -> List[Dict[str, Any]]:
    """The facts that say that the ransom was paid."""
    return [
        r
        for r in found.facts("ransom_paid")
        if r["value"] and r["polarity"] == "affirmed" and r["certainty"] in ("sure", "hearsay") and not r.get("needs")
    ]


def paid_before(message: Message, found: Findings) -> None:
    """ "Ze zakten tot 0,6 bitcoin. Dat heeft hij dan betaald, 46.000 euro omgerekend": what was paid stands before the words for it."""
    for row in paid_rows(found):
        if not THAT_PAID.search(message.low[row["start"] : row["end"]]):
            continue
        here = [i for i in message.items if i.kind in ("money", "crypto") and row["start"] <= i.start < row["end"] + 40]
        worth = [i for i in here if WORTH.search(message.low[i.start - 25 if i.start > 25 else 0 : i.end + 25])]
        earlier = [i for i in message.items if i.kind in ("money", "crypto") and row["start"] - 160 <= i.start < row["start"]]
        if not earlier or len(worth) != len(here):
            continue
        earlier[-1].role, earlier[-1].head, earlier[-1].confidence = "ransom_paid", None, 0.85
        for item in earlier[:-1]:
            if item.role in (None, "ransom_paid", "cost"):
                item.role, item.head = "ransom_demanded", None
        for item in worth:
            item.role, item.head = "ransom_paid", None
            item.extra["value_of"] = True


def late_crypto(message: Message, found: Findings) -> None:
    """Coins named without a verb take the meaning of the message they stand in."""
    rows = paid_rows(found)
    claims = any(r["role"] == "claim_made" for r in found.rows)
    demanded = any(i.role == "ransom_demanded" for i in message.items)
    bare = [i for i in message.items if i.kind == "crypto" and not i.role and not i.extra.get("taken_back")]
    settled = any(i.role in ("ransom_paid", "ransom_negotiated") and i.kind == "crypto" for i in message.items)
    for item in bare:
        if rows and not settled and item is (bare[-1] if demanded else min(bare, key=lambda i: min(abs(i.start - r["end"]) for r in rows))):
            item.role, item.confidence = "ransom_paid", 0.75
        elif claims:
            item.role, item.head, item.confidence = "claimed", "ransom", 0.6
        elif not demanded:
            item.role, item.confidence = "ransom_demanded", 0.5
            item.extra["weak"] = True
    coins = [i for i in message.items if i.kind == "crypto"]
    for item in message.items:
        if item.extra.get("value_of") and coins:
            item.role = coins[0].role or item.role
