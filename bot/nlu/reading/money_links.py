"""Amounts that lean on others: elliptic ("het zijn er 7 geworden"), taken back ("sorry, 200.000"), pointed at ("dat bedrag")."""

from itertools import pairwise
from typing import Optional

from . import negation
from .clauses import Item, Message, Sentence
from .rules import Findings
from .tables.money import CORRECTING, ELLIPSIS, I_SAID, THAT, WORDS


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


def late_crypto(message: Message, found: Findings) -> None:
    """Coins named without a verb take the meaning of the message they stand in."""
    rows = [
        r
        for r in found.rows
        if r["entity"] == "fact"
        and r["role"] == "ransom_paid"
        and r["value"]
        and r["polarity"] == "affirmed"
        and r["certainty"] in ("sure", "hearsay")
    ]
    claims = any(r["role"] == "claim_made" for r in found.rows)
    demanded = any(i.role == "ransom_demanded" for i in message.items)
    for item in message.items:
        if item.kind != "crypto" or item.role or item.extra.get("taken_back"):
            continue
        if rows and not any(i.role == "ransom_paid" and i.kind == "crypto" for i in message.items):
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
