"""The claim on the insured: is there one, in which form, what does it not contain."""

import re
from typing import Optional

from . import negation
from .clauses import Message, Sentence, Span
from .rules import Findings
from .words import pattern

_ON_US = (r"(?:van|bij|op|aan|naar|tegen|door(?: naar)?) (?:ons|mij|vz|vn|beller|verzekerde|mijn bedrijf|onze (?:firma|zaak|kant|richting))|\b(?:onze|mijn) (?:kant|richting) (?:op|uit|komt|in)|\bop (?:onze|mijn) (?:kap|bord|conto|nek)|\bin (?:onze|mijn) schoenen|"
          r"\bligt (?:nu )?bij ons|\bkomt bij ons|\bmoeten (?:wij|we) [^?]{0,30}?(?:ophoesten|betalen|vergoeden|dragen|opdraaien|terugbetalen)|\bdat (?:wij|we|ik) [^?]{0,60}?(?:opdraai\w*|vergoed\w*|betalen|dragen|terugbetalen|opdraaien|bijdragen)|"
          r"\b(?:wij|we|ik) (?:moet|moeten|mag|mogen|zouden) [^?]{0,30}?(?:opdraaien|ophoesten|vergoeden|terugbetalen|betalen voor)|\bin ons nadeel|\bons ten laste|\bvoor onze rekening|\bons (?:nu )?aan\b")
CLAIMING = pattern(
    r"\b(?:claim(?:t|en|de|den)?|schadevordering|wanprestatie|nalatigheid|tekortkoming|beroepsfout|aangetekend schrijven|aangetekende brief|aangetekende zending|ingebreke|in gebreke gesteld|opgedraaid|draaien (?:wij|we) (?:er)?voor op|geclaimd|schadeclaim\w*|claimbrief|vorder(?:t|en|de|ing|ingen)|gevorderd|terugvorder\w*|verhaal|verhalen|verhaalt|verhaald|doorrekenen|doorgerekend|doorrekent|doorbereken\w*|rekent? (?:\w+ ){0,4}door|rekenen (?:\w+ ){0,4}door|"
    r"aanrekenen|aangerekend|rekent? (?:ze |hij |zij )?(?:ons )?aan|rekenen (?:ze )?(?:ons )?aan|schadevergoeding|schadeloos\w*|schade(?:staat|nota|factuur)|vergoed(?:ing)?|vergoeden|aansprakelijk\w*|aansprakelijkstelling|in gebreke|ingebrekestelling|gedagvaard|dagvaarding|dagvaart|"
    r"kort geding|sommatie|sommeert|sommeren|verwijt(?:en|t)?|verantwoordelijk voor|daarvoor verantwoordelijk|opdraaien|ophoesten|neerleggen|schadeloosstelling|aanspraak|aanspraken|boze brief|boze brieven|terugbetaling|terugbetaald (?:zien|krijgen|willen)|"
    r"schade terug|geld terug|in rekening (?:gebracht|brengen)|factureren aan ons|gedagvaardt|verhaald worden|regres|schadeafwikkeling)\b"
    r"|\b(?:wil|willen|vraagt|vragen|eist|eisen|eiste|eisten|wilt|wou|vroeg|geeist)\b[^?]{0,90}?\b(?:terug|vergoed|" + _ON_US + r")(?!\w)"
    r"|\b(?:ligt|liggen|legg?en|legt|belandt|belanden|schuift|schuiven|stuurt|sturen|steekt|steken|dient|dienen|komt|gaat|gaan)\b[^?]{0,60}?(?:" + _ON_US + r")(?!\w)|\b(?:die|de) (?:rekening|factuur|nota)\b[^?]{0,40}?(?:" + _ON_US + r")(?!\w)"
    r"|\b(?:totale )?(?:rekening|factuur|schadenota) (?:die )?(?:ze|hij|zij|van mijn klant|van de klant)\b|\brekening van (?:mijn|onze|de) klant\b|\bkijk(?:t|en) (?:ze |hij |nu )?naar (?:ons|mij|vz|beller)\b|\bgee?f?v?(?:t|en) (?:ons|mij) de schuld|\bvind(?:t|en) dat (?:wij|we|ik) [^?]{0,60}?(?:had|moet|fout|schuld|betal)|\bzijn geld zien|\bcenten zien|\bonder onze neus|\bschuld (?:geven|krijgen)|\bverhaalt? [^?]{0,20}op (?:ons|mij)|\bons (?:te )?verwijten|\bverwijt (?:ons|mij)|\brechtszaak|\bstelt? (?:ons|mij|vz|vn) |\bhoudt? (?:ons|mij|vz|vn) |\bhoudt? (?:ons|mij)\b[^?]{0,25}?verantwoordelijk|\bhouden ons\b[^?]{0,25}?verantwoordelijk"
    r"|\b(?:terug|vergoed) (?:van|door) (?:ons|mij)\b|\b(?:dat|het|die) [^?,]{0,40}?(?:willen|wil|eist|eisen|vraagt|vragen) (?:ze|hij|zij|ie|de klant)\b|\b(?:da|dat|die|dit) (?:willen|wil|eisen|eist) (?:ze|hij|zij|ie) [^?]{0,12}?terug\b"
    r"|\bdat eist (?:hij|ze|zij|de klant)\b|\b(?:wil|willen) (?:ie|ze|hij|zij)? ?(?:de )?schade\b|\bstaat (?:ook )?(?:in|op) (?:de|hun|zijn) (?:brief|eis|vordering|claim)"
    r"|\b(?:gaan|gaat|zullen|zal) (?:ze |hij )?(?:\w+ ){0,2}(?:doorrekenen|verhalen|claimen)\b|\bbetalen terug\b|{THEM} (?:willen|wil)\b[^?]{0,40}?\b(?:zien|krijgen)\b|\bmijn klant wil\b|\bdie gaan ze\b|\bdat (?:gaat|gaan|zal|zullen)[^?]{0,30}?onze kant"
)
_EISEN = pattern(r"\b(?:eist|eisen|eiste|eisten|geeist|vraagt|vragen|vroeg|wil|willen)\b")
_ATTACKER_EIS = pattern(r"\b{HACKER}\b[^?,]{0,40}?\b(?:eis\w*|vra\w+|vroeg\w*|willen|wilden|verlang\w*)\b|\b(?:eis\w*|vra\w+|vroeg\w*|gevraagd|geeist) (?:door|van) (?:de )?{HACKER}|losgeld (?:ge?vraagd|geeist)|bitcoin\w* (?:ge?vraagd|geeist|eisen|vragen)|binnen \d+ (?:uur|dagen) (?:of|anders)|(?:eist|eisen|eisten|vragen|vroegen|vraagt|willen|wilden) (?:\w+ ){0,4}(?:losgeld|bitcoins?|btc|crypto)|om (?:ze|het|alles|de bestanden) te ontgrendelen|sleutel|dollar")
_CLAIMANT_EIS = pattern(r"\b(?:in kort geding|voorschot|advocaat|jurist|brief|schade|klant|opdrachtgever|ziekenhuis|haar|btw|incassokosten|om [^?]{0,40}(?:op te bouwen|te reconstrueren|te herstellen|te laten)|van (?:ons|mij))\b")
_NOT_ASKED = re.compile(
    r"\b(?:claim\w*|vra(?:ag|agt|gen)|eis\w*|vorder\w*|gevraagd|geclaimd|willen|wil|vergoed|verhaald|aangerekend|rekent|rekenen|maakt|maken)\b[^?,]{0,30}?\b(?:niet|niks|niets|geen(?! (?:bedrag|cijfer)))\b|"
    r"\b(?:niet|niks|niets|geen)\b[^?,]{0,25}?\b(?:gevraagd|geclaimd|claimen|geeist|gevorderd|gevraagd|vragen|eisen|vorderen|vergoed|aangerekend|verhaald)\b|"
    r"\b(?:maakt|maken) (?:daar |er )?(?:geen|niet) deel\b|\bgeen deel\b|\bniet inbegrepen\b|\bbuiten de claim\b|\b(?:daar|daarvoor|er) (?:\w+ )?(?:niks|niets|geen \w+) voor\b|\bvraagt? (?:daar|er) (?:niks|niets)\b"
)
_WRITTEN = re.compile(r"\b(?:brief|brieven|schriftelijk\w*|aangetekend\w*|e-?mail|mail|gemaild|per mail|dagvaarding|gedagvaard|kort geding|advocaat|advocaten|jurist|deurwaarder|ingebrekestelling|aanmaning|sommatie\w*|vonnis|op papier|zwart op wit|schrijft|geschreven|exploot|aansprakelijkstelling)\b")
_ORAL = re.compile(r"\b(?:mondeling|telefonisch|aan de telefoon|belde|gebeld|gezegd|zegt|zei|aan de lijn|in een gesprek|zegt ie|zeggen ze|roept)\b")
_EXPECTED = re.compile(r"\b(?:verwacht(?:en)?|zal|zullen|gaat wel|gaan wel|waarschijnlijk|dreigt|dreigen|gedreigd|overweegt|overwegen|komt er (?:nog )?aan|vrees|vrezen|rekenen erop|wellicht|mogelijk|misschien|kijken naar ons|nog geen claim|houdt zich)\b")
_NO_CLAIM = re.compile(r"\b(?:geen|nog geen|niet|niets|niks)\b[^?,]{0,25}?\b(?:claim|schadeclaim|aansprakelijk\w*|vordering|verwijt\w*|brief van de klant|eis van de klant)\b|\bklant (?:vraagt|eist|claimt|wil) (?:niks|niets)\b|\b(?:houdt|houden|stelt|stellen) ons niet\b")
_FIRST_PARTY = re.compile(r"\b(?:onze|eigen|mijn) (?:eigen )?(?:schade|kosten|uren|omzetverlies)\b|\bwil (?:ik|ik graag) (?:aangeven|claimen|indienen|vergoed)\b|\b(?:aan onze kant|schade bij ons|onszelf)\b|\bwij (?:willen|wensen) (?:\w+ ){0,4}(?:aangeven|claimen|indienen)")
_OURS = re.compile(r"\b(?:wij|we|ik)\b[^?,]{0,20}?\b(?:claim\w*|eis\w*|vorder\w*|verhalen|aansprakelijk)\b|\bonze (?:eigen )?(?:claim|vordering|eis)\b")


def attacker_demands(sentence: Sentence) -> bool:
    """True when the demand in this sentence is that of the attackers."""
    return bool(_ATTACKER_EIS.search(sentence.low)) and not re.search(r"\bterug\b|\bop ons\b|\bvan (?:ons|mij)\b", sentence.low)


def is_claim(sentence: Sentence) -> bool:
    """True when somebody asks the insured for money here (also when asked only in part)."""
    low = sentence.low
    if CLAIMING.search(low) and not (re.search(r"\bverhaal\b", low) and not re.search(r"verhaal (?:op|halen)", low)):
        return not (attacker_demands(sentence) and not re.search(r"\b(?:klant|ons|mij|terug|advocaat|verhal\w*)\b", low))
    if _EISEN.search(low) and _CLAIMANT_EIS.search(low) and not attacker_demands(sentence):
        return True
    return False


def not_asked(sentence: Sentence, span: Span) -> bool:
    """True when the clause says that this is expressly not asked for ("herstelkosten vraagt ze niet")."""
    clause = sentence.clause(*span)
    if _NOT_ASKED.search(sentence.cut(clause)):
        return True
    before = sentence.previous(span[0])
    after = sentence.clause(clause[1] + 1, clause[1] + 2) if clause[1] + 1 < sentence.end else None
    if after and re.match(r"\W*(?:daar|daarvoor|die|dat|vraagt|en)? ?(?:vraagt|vragen|claimt|claimen|eist|eisen|wil|willen|vraag|maakt)\b[^?,]{0,35}?\b(?:niks|niets|niet|geen)\b", sentence.cut(after)):
        return True
    return bool(before is not None and re.search(r"\b(?:niet om|niet voor)\s*$", sentence.cut(before)))


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        _claim_made(message, sentence, found)
        low = sentence.low
        if _FIRST_PARTY.search(low) and not sentence.question:
            m = _FIRST_PARTY.search(low)
            assert m is not None
            found.fact((sentence.start + m.start(), sentence.start + m.end()), "notification_type", "own_damage", confidence=0.7)


def _claim_made(message: Message, sentence: Sentence, found: Findings) -> None:
    low = sentence.low
    none = _NO_CLAIM.search(low)
    if none and not sentence.question and not re.search(r"herstelkosten|omzet|stilstand|losgeld", low):
        span = (sentence.start + none.start(), sentence.start + none.end())
        found.fact(span, "claim_made", "no", confidence=0.7, certainty=negation.certainty(sentence, *span))
        return
    if not is_claim(sentence) or sentence.question or _OURS.search(low):
        return
    m = CLAIMING.search(low) or _EISEN.search(low)
    if m is None:
        return
    span = (sentence.start + m.start(), sentence.start + m.end())
    sure = negation.certainty(sentence, *span)
    if sure in ("other_case", "hypothetical", "figurative"):
        return
    found.fact(span, "claim_made", _form(message, sentence), confidence=0.85 if CLAIMING.search(low) else 0.7, certainty="sure")


def _form(message: Message, sentence: Sentence) -> str:
    low, wide = sentence.low, message.around(sentence)
    uncertain: Optional[object] = negation.UNKNOWN.search(wide)
    if re.search(r"\b(?:of (?:het|dat|die)|staat) [^?]{0,25}?(?:op papier|in een mail|schriftelijk)\b", wide) and uncertain:
        return "yes_form_unknown"
    if re.search(r"\bniet (?:op papier|schriftelijk)|nog niet schriftelijk|niets? op papier", wide):
        return "oral"
    if _WRITTEN.search(low) and not re.search(r"(?:mail|e-?mail)(?:omgeving|server|box)|advocaat\b[^?]{0,20}\b(?:gaat|inschakelen)|plus z'?n advocaat|via de mail binnen", low):
        return "written"
    if _WRITTEN.search(wide) and re.search(r"\b(?:brief|brieven|dagvaarding|ingebrekestelling|aangetekend|aansprakelijkstelling)\b", wide):
        return "written"
    if _EXPECTED.search(low) and not re.search(r"\b(?:eist|claimt|stelt ons aansprakelijk|wil|willen|vraagt|vordert)\b", low):
        return "expected"
    return "oral" if _ORAL.search(low) and re.search(r"mondeling|telefo", low) else "yes_form_unknown"
