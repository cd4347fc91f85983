"""Ransom: demanded, haggled over, paid or refused, threats to publish, and who spoke with the attackers."""

import re
from typing import Optional

from . import actors, negation
from .clauses import Message, Sentence
from .rules import Findings, read_table
from .tables.ransom import (
    BILL,
    BUT_PAID,
    BY_WHOM,
    CONTEXT,
    DECEIT,
    DEMAND_HERE,
    DONE,
    EXTORTION,
    FACTS,
    FRAUD,
    GAVE,
    MODAL,
    NEGOTIATOR,
    OWN_PURSE,
    PAY,
    PURPOSE,
    PURSE,
    REFUSED,
    STRONG,
    STRONG_GIVEN,
)


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        read_table(FACTS, sentence, found)
        _payment(message, sentence, found)
        m = NEGOTIATOR.search(sentence.low)
        if m and negation.certainty(sentence, sentence.start + m.start(), sentence.start + m.end()) in ("sure", "hearsay"):
            span = sentence.clause(sentence.start + m.start(), sentence.start + m.end())
            denied = negation.negated(sentence, *span)
            found.fact(
                span, "negotiator", message.quote(message.trimmed(*span)), polarity="negated" if denied else "affirmed", confidence=0.6
            )
            if not denied:
                found.fact(span, "ransom_demanded", True, confidence=0.7)


def _payment(message: Message, sentence: Sentence, found: Findings) -> None:
    """Each clause that speaks of paying by itself: "wij betaalden niet mee, dat heeft de klant betaald"."""
    clauses = {sentence.clause(sentence.start + m.start(), sentence.start + m.end()) for m in PAY.finditer(sentence.low)}
    if len(clauses) < 2:
        _paid(message, sentence, found, sentence.low)
        return
    for a, b in sorted(clauses):
        a, b = a - sentence.start, b - sentence.start
        _paid(message, sentence, found, " " * a + sentence.low[a:b] + " " * (len(sentence.low) - b))


def _paid(message: Message, sentence: Sentence, found: Findings, low: str) -> None:
    """`low` is the sentence, or one clause of it in its place."""
    crypto = any(i.kind == "crypto" for i in sentence.items)
    handed = crypto or (any(i.kind == "money" for i in sentence.items) and STRONG_GIVEN.search(low))
    m = PAY.search(low) or (GAVE.search(low) if handed else None)
    refused = REFUSED.search(low)
    if not m and not refused:
        return
    if (FRAUD.search(PURSE.sub(" ", low)) or deceived(message, sentence)) and not (crypto or EXTORTION.search(low)):
        return
    if m and not crypto and bill(sentence.cut(sentence.clause(sentence.start + m.start(), sentence.start + m.end()))):
        return
    other = BUT_PAID.search(low)
    if other and m:
        _by_another(message, sentence, found, other)
        return
    hit = m or refused
    assert hit is not None
    span = (sentence.start + hit.start(), sentence.start + hit.end())
    clause = sentence.clause(*span)
    context = bool(CONTEXT.search(low) or crypto or CONTEXT.search(message.around(sentence)))
    extra = {} if context else {"needs": "ransom"}
    if refused and not m and not (context or DEMAND_HERE.search(message.around(sentence))):
        return
    sure = negation.certainty(sentence, *span)
    if negation.unknown(sentence, *span) and not refused:
        found.fact(clause, "ransom_paid", None, certainty="doubt", unknown=True, confidence=0.7, **extra)
        return
    if refused or negation.negated(sentence, *span):
        if sure not in ("question", "other_case", "figurative", "hypothetical"):
            found.fact(clause, "ransom_paid", True, polarity="negated", certainty="sure", confidence=0.85 if context else 0.7, **extra)
        return
    done = DONE.search(low)
    if not done and handed:
        done = GAVE.search(low)
    short = done is not None and done.group() in ("bet", "bt") and MODAL.search(sentence.cut(clause))  # "wil bet." is "betalen"
    if (
        not done
        or short
        or (MODAL.search(sentence.cut(clause)) and re.search(r"\bbeta(?:len|ald (?:moeten )?worden|ald te worden)\b", low))
    ):
        return
    at = sentence.start + done.start()
    if re.search(r"\bterug ?betaald|\bbetaald (?:krijgen|personeel)|doorbetaald", low) and not crypto:
        return
    attribute = re.match(
        r"betaalde (?:losgeld|bedrag|geld|som|bitcoins?|\w*prijs)", low[done.start() :]
    )  # "het betaalde losgeld" says not by whom
    who = None if attribute else payer(message, sentence, at)
    clause = sentence.clause(at, at + 1)
    found.fact(clause, "ransom_paid", True, certainty=sure, confidence=0.9 if context else 0.75, actor=who, **extra)
    if who and sure in ("sure", "hearsay"):
        found.fact(clause, "ransom_paid_by", {"third_party": "other"}.get(who, who), certainty=sure, confidence=0.85, **extra)


def bill(clause: str) -> bool:
    """True when a clause is about paying a bill and has no word of extortion."""
    clause = PURSE.sub(" ", clause)
    return not EXTORTION.search(clause) and bool(FRAUD.search(clause) or BILL.search(clause) or PURPOSE.search(clause))


def deceived(message: Message, sentence: Sentence) -> bool:
    """True when money was sent because somebody pretended to be somebody: no ransom, whatever was paid."""
    if "deceived" not in sentence.memory:
        near = DECEIT.search(message.around(sentence, 300))
        sentence.memory["deceived"] = near is not None and not STRONG.search(message.around(sentence, 60))
    return bool(sentence.memory["deceived"])


def _by_another(message: Message, sentence: Sentence, found: Findings, m: "re.Match[str]") -> None:
    """ "Zij betaalden zelf niets, maar hun verzekeraar wel": paid all the same, by who stands before "wel"."""
    span = (sentence.start + m.start("who"), sentence.start + m.end())
    sure = negation.certainty(sentence, *span)
    context = CONTEXT.search(message.around(sentence))
    extra = {} if context else {"needs": "ransom"}
    who = actors.agent(sentence, span[0], span)
    found.fact(span, "ransom_paid", True, certainty=sure, confidence=0.9, actor=who, **extra)
    if who and who != "attacker" and sure in ("sure", "hearsay"):
        found.fact(span, "ransom_paid_by", {"third_party": "other"}.get(who, who), certainty=sure, confidence=0.9, **extra)


def payer(message: Message, sentence: Sentence, at: int) -> Optional[str]:
    """Who paid at `at`; a sentence without subject may leave it to the next ("Niet door ons maar door de holding")."""
    if OWN_PURSE.search(sentence.low) and not re.search(r"\b(?:klant|klt|hij|zij|ze)\b", sentence.low):
        return "insured"
    who = actors.agent(sentence, at, without="attacker")
    if who in (None, "attacker") and sentence.index + 1 < len(message.sentences):
        following = message.sentences[sentence.index + 1]
        if BY_WHOM.match(following.low):
            who = actors.agent(following, following.start)
    if who in (None, "attacker") and re.search(r"\bzelf\b", sentence.low):
        who = "claimant"
    return None if who == "attacker" else who
