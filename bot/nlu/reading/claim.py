"""The claim on the insured: is there one, in which form, what does it not contain."""

import re
from functools import lru_cache
from typing import Optional

from . import negation
from .clauses import Message, Sentence, Span
from .rules import Findings
from .tables.claim import (
    ATTACKER_EIS,
    CLAIMANT_EIS,
    CLAIMING,
    CONTINUES,
    EISEN,
    EXPECTED,
    FIRST_PARTY,
    NO_CLAIM,
    NOT_ASKED,
    NOT_ASKED_AFTER,
    NOT_ON_PAPER,
    NOTHING_ASKED,
    ORAL,
    OURS,
    THREATENS,
    WRITTEN,
)
from .tables.heads import BREAKDOWN
from .tables.money import TOTAL


def attacker_demands(sentence: Sentence) -> bool:
    """True when the demand in this sentence is that of the attackers."""
    return _attacker_demands(sentence.low)


@lru_cache(maxsize=256)  # several readers ask it of one sentence
def _attacker_demands(low: str) -> bool:
    return bool(ATTACKER_EIS.search(low)) and not re.search(r"\bterug\b|\bop ons\b|\bvan (?:ons|mij)\b", low)


def is_claim(sentence: Sentence) -> bool:
    """True when somebody asks the insured for money here (also when asked only in part)."""
    return _is_claim(sentence.low)


@lru_cache(maxsize=256)
def _is_claim(said: str) -> bool:
    low = THREATENS.sub(" ", NOTHING_ASKED.sub(" ", said))
    if CLAIMING.search(low) and not (re.search(r"\bverhaal\b", low) and not re.search(r"verhaal (?:op|halen)", low)):
        return not (_attacker_demands(said) and not re.search(r"\b(?:klant|ons|mij|terug|advocaat|verhal\w*)\b", low))
    return bool(EISEN.search(low) and CLAIMANT_EIS.search(low) and not _attacker_demands(said))


def carries_on(sentence: Sentence) -> bool:
    """True when a sentence goes on about the demand before it: "daarvan", "het grootste deel", "plus", "in totaal"."""
    low = sentence.low
    return bool(BREAKDOWN.search(low) or CONTINUES.match(low) or TOTAL.search(low))


def not_asked(sentence: Sentence, span: Span) -> bool:
    """True when the clause says that this is expressly not asked for ("herstelkosten vraagt ze niet")."""
    clause = sentence.clause(*span)
    if NOT_ASKED.search(sentence.cut(clause)):
        return True
    before = sentence.previous(span[0])
    after = sentence.clause(clause[1] + 1, clause[1] + 2) if clause[1] + 1 < sentence.end else None
    if after and NOT_ASKED_AFTER.match(sentence.cut(after)):
        return True
    return bool(before is not None and re.search(r"\b(?:niet om|niet voor)\s*$", sentence.cut(before)))


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        _claim_made(message, sentence, found)
        low = sentence.low
        if FIRST_PARTY.search(low) and not sentence.question:
            m = FIRST_PARTY.search(low)
            assert m is not None
            found.fact((sentence.start + m.start(), sentence.start + m.end()), "notification_type", "own_damage", confidence=0.7)


# "schade aan ons eigen bedrijf": what was hit, not a claim that is laid on us.
_OWN_DAMAGE = re.compile(r"\bschade (?:aan|bij) (?:(?:ons|onze|mijn) (?:eigen|bedrijf|systemen|servers)\b|onszelf)")


def _claim_made(message: Message, sentence: Sentence, found: Findings) -> None:
    low = sentence.low
    threat = THREATENS.search(low)
    if threat and not is_claim(sentence) and not attacker_demands(sentence) and not sentence.question:
        span = (sentence.start + threat.start(), sentence.start + threat.end())
        if negation.certainty(sentence, *span) not in ("other_case", "hypothetical", "figurative") and not negation.negated(
            sentence, *span
        ):
            found.fact(span, "claim_made", "expected", confidence=0.85)
            return
    asked = NOTHING_ASKED.search(low)
    if asked and not is_claim(sentence) and not sentence.question and not re.search(r"losgeld|hackers?\b|aanvallers?\b|daders?\b", low):
        span = (sentence.start + asked.start(), sentence.start + asked.end())
        found.fact(span, "claim_made", "no", confidence=0.7)
        return
    none = NO_CLAIM.search(low)
    if none and not sentence.question and not re.search(r"herstelkosten|omzet|stilstand|losgeld", low):
        span = (sentence.start + none.start(), sentence.start + none.end())
        found.fact(span, "claim_made", "no", confidence=0.7, certainty=negation.certainty(sentence, *span))
        return
    if not is_claim(sentence) or sentence.question or OURS.search(low):
        return
    m = CLAIMING.search(low) or EISEN.search(low)
    if m is None or _OWN_DAMAGE.search(low):
        return
    span = (sentence.start + m.start(), sentence.start + m.end())
    sure = negation.certainty(sentence, *span)
    if sure in ("other_case", "hypothetical", "figurative"):
        return
    found.fact(span, "claim_made", _form(message, sentence), confidence=0.85 if CLAIMING.search(low) else 0.7, certainty="sure")


def _form(message: Message, sentence: Sentence) -> str:
    low, wide = sentence.low, message.around(sentence)
    on_paper = NOT_ON_PAPER.sub(" ", THREATENS.sub(" ", low))
    uncertain: Optional[object] = negation.UNKNOWN.search(wide)
    if re.search(r"\b(?:of (?:het|dat|die)|staat) [^?]{0,25}?(?:op papier|in een mail|schriftelijk)\b", wide) and uncertain:
        return "yes_form_unknown"
    if re.search(r"\b(?:niet|nie|nt|ni|niks|niets) (?:\w+ )?(?:op papier|schriftelijk|zwart op wit)\b", wide):
        return "oral"
    if WRITTEN.search(on_paper) and not re.search(
        r"(?:mail|e-?mail)(?:omgeving|server|box)|advocaat\b[^?]{0,20}\b(?:gaat|inschakelen)|plus z'?n advocaat|via de mail binnen", low
    ):
        return "written"
    if WRITTEN.search(wide) and re.search(r"\b(?:brief|brieven|dagvaarding|ingebrekestelling|aangetekend|aansprakelijkstelling)\b", wide):
        return "written"
    if EXPECTED.search(low) and not re.search(r"\b(?:eist|claimt|stelt ons aansprakelijk|wil|willen|vraagt|vordert)\b", low):
        return "expected"
    return "oral" if ORAL.search(low) and re.search(r"mondeling|telefo", low) else "yes_form_unknown"
