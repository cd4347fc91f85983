"""What each amount in a message is: demanded, paid, claimed, a cost, a fee, a turnover."""

import re
from typing import List, Optional, Tuple

from . import actors, negation
from .claim import attacker_demands, carries_on, is_claim
from .clauses import Item, Message, Sentence
from .money_heads import listed_head, nearest_head, own_words
from .money_links import corrections, elliptic, late_crypto, paid_before, reduced, same_basis, that_amount
from .ransom import bill, deceived
from .rules import Findings
from .tables.claim import CLAIMING
from .tables.clauses import VERB
from .tables.money import (
    CAP,
    DEMAND,
    FEE,
    FEE_VAT,
    FEE_WORDS,
    HASTE,
    HEADS,
    KEPT_BACK,
    LEGAL,
    MODAL,
    MORE,
    NEGOTIATED,
    NO_FEE,
    NOT_TURNOVER,
    PAID,
    REDUCED,
    SUM,
    TOTAL,
    TURNOVER,
    WORTH,
    YEAR,
)
from .tables.ransom import CONTEXT, EXTORTION, FRAUD, GAVE, PURSE, STRONG_GIVEN


def read(message: Message, found: Findings) -> None:
    ransom_before: Optional[Item] = None
    claim_before = False
    for sentence in message.sentences:
        claim = is_claim(sentence)
        amounts = [i for i in sentence.items if i.kind in ("money", "crypto")]
        elliptic(sentence, ransom_before, found)
        for item in amounts:
            if item.extra.get("fixed"):
                continue
            _role(message, sentence, item, amounts, claim or (claim_before and carries_on(sentence)))
            if item.kind == "crypto":
                ransom_before = item
        claim_before = claim_before or claim
    _settle_alternatives(message)
    that_amount(message)
    reduced(message)
    same_basis(message)
    paid_before(message, found)
    corrections(message)
    late_crypto(message, found)


def _settle_alternatives(message: Message) -> None:
    """ "Hij vraagt 61.300 euro", attackers or customer: a letter, a lawyer or a ransom paid before it makes it the claim."""
    paid = [i.start for i in message.items if i.role in ("ransom_paid", "ransom_negotiated")]
    for item in message.items:
        if item.extra.get("alt") != "claimed":
            continue
        near = message.low[max(0, item.start - 260) : item.end + 120]
        if LEGAL.search(near) or any(at < item.start for at in paid):
            item.role, item.confidence = "claimed", 0.7
            item.extra["total"] = True
            del item.extra["alt"]


def _segment(sentence: Sentence, item: Item, amounts: List[Item]) -> Tuple[str, str]:
    """The clause around an amount without the part that belongs to its neighbours, and the words just after it."""
    a, b = sentence.clause(item.start, item.end)
    later = [o.start for o in amounts if o.start >= item.end]
    earlier = [o.end for o in amounts if o.end <= item.start]
    end = min([sentence.end] + [x for x in later])
    if (
        b < end and sentence.low[item.end - sentence.start : item.end - sentence.start + 1] == ")"
    ):  # "8.460 euro) plus": look on a little, for a head in brackets behind it
        b = min(end, sentence.end)
    rest = sentence.low[a - sentence.start : item.start - sentence.start] + sentence.low[item.end - sentence.start : b - sentence.start]
    if not VERB.search(WORTH.sub(" ", rest)) and a > sentence.start:
        head = sentence.previous(item.start)
        if head is not None:
            a = head[0]
    elif a > sentence.start and sentence.low[a - sentence.start - 1] == ":":
        head = sentence.previous(item.start)
        if head is not None and len(sentence.cut(head).split()) <= 8:
            a = head[0]
    start = max([a] + [x for x in earlier])
    return sentence.cut((start, min(b, end))), sentence.cut((item.end, min(end, item.end + 45)))


def _role(message: Message, sentence: Sentence, item: Item, amounts: List[Item], claim: bool) -> None:
    low = sentence.low
    near, after = _segment(sentence, item, amounts)
    item.certainty = negation.certainty(sentence, item.start, item.end)
    supposed = item.certainty == "hypothetical" and not claim
    if supposed or item.certainty in ("question", "other_case", "figurative"):
        return
    before = low[max(0, item.start - sentence.start - 60) : item.start - sentence.start]
    if item.kind == "money":
        if _fee(item, sentence, low, after, near):
            return
        if TURNOVER.search(near) and not NOT_TURNOVER.search(near) and not claim:
            item.role = "turnover"
            item.actor = _turnover_actor(message, sentence, item)
            return
        if CAP.search(before[-35:]) and not (claim and REDUCED.search(before)):
            item.role = "info" if re.search(r"dwangsom|maximum van", before) else "cap"
            return
    if _ransom(message, sentence, item, near, low, amounts, claim):
        return
    if item.kind == "money":
        _claimed(message, sentence, item, near, low, amounts, claim)


def _fee(item: Item, sentence: Sentence, low: str, after: str, near: str) -> bool:
    head = after[:32]
    m = FEE.search(head) or FEE.search(near)
    if not m or NO_FEE.search(near + after[:60]):
        return False
    if CONTEXT.search(near) and not FEE_WORDS.search(low):
        return False
    item.role = "fee"
    basis = FEE_VAT.search(after)
    if basis and isinstance(item.value, dict) and not item.value.get("vat"):
        item.value = {**item.value, "vat": "incl" if basis.group(1).startswith("incl") else "excl"}
    item.extra["period"] = "P1Y" if YEAR.search(m.group()) else "P1M" if re.search(r"maand|mnd|p/?m|/ ?m", m.group()) else "P3M"
    return True


def _turnover_actor(message: Message, sentence: Sentence, item: Item) -> Optional[str]:
    before = message.low[max(0, item.start - 200) : item.start]
    found = [x for x in actors.mentions(before) if before[x.start : x.end] != "klanten"]
    return found[-1].actor if found else None


def _ransom(message: Message, sentence: Sentence, item: Item, near: str, low: str, amounts: List[Item], claim: bool) -> bool:
    context = bool(CONTEXT.search(low)) or item.kind == "crypto" or (item.kind == "money" and _currency(item) == "USD")
    if claim and item.kind == "money" and not (PAID.search(near) and EXTORTION.search(low)) and not attacker_demands(sentence):
        return False
    coins = [o for o in amounts if o.kind == "crypto" and o is not item]
    if item.kind == "money" and coins and (WORTH.search(low) or re.search(r"\(\s*$|\($", low[: item.start - sentence.start])):
        item.role, item.confidence = coins[-1].role or "ransom_paid", 0.7
        item.extra["value_of"] = True
        return True
    words = sentence.cut(sentence.clause(*item.span))
    other = (FRAUD.search(PURSE.sub(" ", low)) and not EXTORTION.search(low)) or bill(words)
    if (other or deceived(message, sentence)) and item.kind == "money":
        return False
    index = amounts.index(item)
    if (
        len(amounts) > 1
        and item.kind == "crypto"
        and re.search(r"\bvan \d[^?]{0,20}?\b(?:naar|tot|op)\b|\b(?:ipv|i\.p\.v\.|in plaats van)\b", low)
    ):
        item.role = "ransom_demanded" if re.search(r"\b(?:van|plaats van)\W*$", low[: item.start - sentence.start]) else "ransom_negotiated"
        return True
    if (item.kind == "crypto" or STRONG_GIVEN.search(low)) and GAVE.search(near) and not negation.NEGATOR.search(near):
        item.role = "ransom_paid"
        return True
    if PAID.search(near) and not MODAL.search(near) and not negation.NEGATOR.search(near) and not re.search(r"(?:door|terug)betaald", near):
        item.role, item.confidence = "ransom_paid", 0.9 if context else 0.7
        if not context and not CONTEXT.search(message.around(sentence)):
            item.extra["needs"] = "ransom"
        return True
    if (
        HASTE.search(low)
        and not claim
        and not negation.NEGATOR.search(near)
        and (item.kind == "crypto" or not CLAIMING.search(low))
        and re.search(r"\bdoor\b|\bnote\b|timer|scherm|berichtje|boodschap|briefje|mailtje|anders|online|publice|\bof\b", low)
    ):
        item.role, item.confidence = "ransom_demanded", 0.85
        return True
    if DEMAND.search(near) or (DEMAND.search(low) and context):
        if re.search(r"\bterug\b|\bop ons\b|\bvan (?:ons|mij)\b|\bvergoed\b", low) and not attacker_demands(sentence):
            return False
        if index > 0 and NEGOTIATED.search(near) and item.kind == amounts[0].kind:
            item.role = "ransom_negotiated"
            return True
        item.role = "ransom_demanded"
        item.confidence = 0.9 if context else 0.55
        if not context:
            item.extra["alt"] = "claimed"
        return True
    if item.kind == "crypto" and (
        NEGOTIATED.search(near) or re.search(r"\bvan \d+ (?:naar|tot|op)\W*$", low[: item.start - sentence.start])
    ):
        item.role = "ransom_negotiated"
        return True
    return False


def _currency(item: Item) -> Optional[str]:
    return item.value.get("currency") if isinstance(item.value, dict) else None


def _claimed(message: Message, sentence: Sentence, item: Item, near: str, low: str, amounts: List[Item], claim: bool) -> None:
    head = nearest_head(sentence, item, amounts)
    if head in (None, "restoration") and PAID.search(low) and deceived(message, sentence):
        head = "fraud_theft"  # the bill for laptops that was false
    listed = re.match(r"\s*(?:euro)?\s*[:(]", low[item.end - sentence.start :]) and TOTAL.search(near)
    if listed or re.match(r"\W*(?:dat is |dus |samen |alles samen |in )?(?:in )?(?:het )?(?:totaal|totale bedrag|samen)\b", low):
        head = None
    here = CLAIMING.search(near) or re.search(r"\b(?:wil|willen|eis\w*|vraagt|vragen|vordert)\b", near)
    if (
        head != "fee_refund"
        and not (claim and KEPT_BACK.search(low))
        and re.search(r"\b(?:onze|mijn) (?:eigen )?(?:factuur|rekening)\b", near)
    ):
        item.role = "info"
    elif head == "legal_interest" and (claim or len(amounts) > 1):
        item.role, item.head = "claimed" if claim else "cost", head
    elif claim:
        item.role, item.head = "claimed", head
        alone = len(amounts) == 1 or _only_sum(sentence, item, amounts)
        summed = any(SUM.search(low, *own_words(sentence, o, amounts)[1]) for o in amounts if o is not item)
        single = alone or (not (summed and head) and item is amounts[0] and not _beside(low, item, sentence))
        if single and TOTAL.search(near) and (head is None or here) and not re.search(r"\((?:[^)]*)$", low[: item.start - sentence.start]):
            item.extra["total"] = not MORE.search(near)
            if head and not _directly(near, head):
                item.head = None
        elif alone and not re.search(
            r"\((?:[^)]*)$|\bwaarvan\b|\bper (?:uur|dag)\b",
            low[: item.start - sentence.start] + low[item.end - sentence.start : item.end - sentence.start + 10],
        ):
            item.extra["total"] = not MORE.search(near)
        item.confidence = 0.85
    elif head == "ransom" and _ransom_of_message(message, sentence, item):
        return
    elif head:
        item.role, item.head, item.confidence = "cost", head, 0.75
        who = actors.agent(sentence, item.start)
        item.actor = who if who != "attacker" else None
    elif TOTAL.search(near) or re.search(r"\btotaal|teller|schade\b", low):
        item.role, item.confidence = "claimed", 0.6
        item.extra["needs"] = "claim"


def _only_sum(sentence: Sentence, item: Item, amounts: List[Item]) -> bool:
    """True when every other amount is a bill to be dropped: "de 2.400 laten vallen en nog 7.500 betalen"."""
    others = [o for o in amounts if o is not item and o.kind == "money"]
    return bool(others) and all(listed_head(sentence, o, amounts)[0] == "fee_refund" for o in others)


def _ransom_of_message(message: Message, sentence: Sentence, item: Item) -> bool:
    """An amount beside the ransom without a verb takes what the message says of it."""
    text = message.low[max(0, sentence.start - 200) : sentence.end + 60]
    m = PAID.search(text)
    if m and not negation.NEGATOR.search(text[max(0, m.start() - 30) : m.end() + 10]) and not MODAL.search(text):
        item.role, item.head, item.confidence = "ransom_paid", None, 0.7
    elif DEMAND.search(text):
        item.role, item.head, item.confidence = "ransom_demanded", None, 0.7
    return item.role is not None


def _beside(low: str, item: Item, sentence: Sentence) -> bool:
    """True when a head stands right behind the amount: "3.400 losgeld, 14.850 voor het reconstrueren"."""
    after = low[item.end - sentence.start : item.end - sentence.start + 22].split(",")[0]
    return any(regex.search(after) for _, regex in HEADS)


def _directly(near: str, head: Optional[str]) -> bool:
    """True when the claimed amount is itself named after a head ("de boete van 12.000"), not the total of a list."""
    return head is not None and not re.search(r"\b(?:totaal|totale|voorschot|primair|bedrag|brief|in totaal|alles)\b", near)
