"""What each date, interval and duration in a message is the moment of."""

import re
from datetime import date, datetime, timedelta
from typing import Any, Dict, List, Optional, Pattern, Tuple

from . import negation
from .clauses import VERB, Item, Message, Sentence
from .rules import Findings
from .words import pattern

INCIDENT = (r"(?:{ENCRYPTED}|\b(?:gehackt|hack\b|aanval\w*|aangevallen|aangevalen|ingebroken|inbraak|binnengedrongen|binnengeraakt|binnengekomen|binnen ?geraakt|zijn ze binnen|gekraakt|crasht?|gecrasht|computercrash|crashte|overleden|defect|kapot|begaf|begon|begonnen|"
            r"platgelegd|platgegooid|plat|ddos\w*|d-?dos|geinfecteerd|besmet|besmetting|losgelaten|dook|toegeslagen|sloeg|sloegen|incident|gestart|uitgevallen|viel uit|storing|geraakt|getroffen|gestolen|buitgemaakt|gewist|verwijderd|"
            r"offline gehaald|fout gegaan|ging het mis|misgelopen|misgegaan|gebeurd|gebeurde|voorgevallen|lekte|gelekt|ransomware\w*|{MALWARE}|stil\b|geblokkeerd|overgenomen|misbruikt|{HACKER}|gemaild|verstuurd|gestort|eruit|weg\b|onbereikbaar|kwijtgeraakt|down|slachtoffer|hacking|cyberincident|inbreuk|opgestart door|binnengevallen|binnengedrongen|overschreven|verkeerd gelopen|fout gelopen|uit de lucht|leeggehaald|ongeluk|lamgelegd|onbruikbaar|niet meer werkt\w*|stuk)\b)")
# The first row that fits near a date wins; `reach`: "clause" or "sentence".
ROLES: Tuple[Tuple[str, Pattern[str], str], ...] = tuple((role, pattern(source), reach) for role, source, reach in (
    ("ransom_deadline", r"\b(?:tot|voor|uiterlijk|deadline|binnen|teller|countdown|tijd tot|hebben tot|vervalt)\b[^?]{0,40}?$", "before_ransom"),
    ("demand_deadline", r"\b(?:reageren|antwoorden|antwoord|reactie|betaaltermijn|te betalen|betalen)\b[^?]{0,25}?\b(?:voor|tegen|tot|uiterlijk|binnen)\b\s*$|\b(?:uiterlijk|voor|tegen)\s*$", "before_demand"),
    ("demand_received", r"\b(?:brief|dagvaarding|ingebrekestelling|aansprakelijkstelling|claim|mail van (?:de klant|hun advocaat)|sommatie|schadeclaim|aanmaning|boete)\b[^?]{0,40}?\b(?:ontvangen|gekregen|kregen|kwam|binnen|binnengekomen|ontving\w*|kreeg|bus|toegekomen|lag)\b|\b(?:ontvangen|gekregen|kregen|kwam|kreeg|ontvingen)\b[^?]{0,40}?\b(?:brief|dagvaarding|ingebrekestelling|aansprakelijkstelling|claim|sommatie|aanmaning)\b", "clause"),
    ("demand_date", r"\b(?:brief|schrijven|mail van (?:de |hun |zijn )?(?:\w+)|aangetekend schrijven|dagvaarding|ingebrekestelling|aansprakelijkstelling|sommatie|claimbrief|aanmaning|deurwaarder|claim|schadeclaim|exploot|vordering|eis)\b[^?]{0,40}?\b(?:is |was )?(?:van|dd|d\.d\.?|gedateerd|dateert|gedagtekend|op)\s*(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)?\s*$", "before"),
    ("demand_received", r"\b(?:aansprakelijk gesteld|aansprakelijk (?:stelde|stelden)|in gebreke gesteld|gedagvaard)\b|\b(?:ons|mij) (?:\w+ )?aansprakelijk\b", "clause"),
    ("discovered", r"\b(?:ontdek\w*|opgemerkt\w*|merkte\w*|gemerkt|opgevallen|viel (?:het )?op|vastgesteld|stelden? vast|geconstateerd|constateer\w*|gedetecteerd|detectie|erachter|achter gekomen|aan het licht|aangetroffen|zagen we|zagen wij|zag (?:ik|de)|bleek|kwam (?:\w+ )?op de zaak|kwam (?:\w+ )?binnen op|gevonden|gesignaleerd|in de gaten|eerste melding|tipte|getipt|attendeerde|wees ons|kreeg argwaan|niet opstarten|niet meer inloggen|kon(?:den)? niet (?:meer )?(?:inloggen|opstarten|in)|belde ons|belde|gealarmeerd|alarm)\b", "clause"),
    ("ransom_paid", r"(?:{PAID})(?!\w)", "clause"),
    ("restored", r"\b(?:weer|terug|opnieuw|alweer|heropgestart|herstart|operationeel|hersteld|heropend)\b[^?]{0,35}?\b(?:draai\w*|werk\w*|online|in de lucht|operationeel|open|terecht|up|normaal|beschikbaar|opgestart|actief|in orde|lopen|liep)\b|\b(?:draai\w*|werk\w*|liep\w*|lopen|online|open|konden?|was|waren|zijn)\b[^?]{0,40}?\b(?:weer|terug|alweer|opnieuw)\b|\b(?:herstart|heropgestart|heropend|opgelost|hersteld|operationeel|heropstart|weer aan de slag|gewoon open)\b", "clause"),
    ("contained", r"\b(?:controle terug|aanval gestopt|afgeslagen|onder controle|ingedamd|geisoleerd|afgekoppeld)\b", "clause"),
    ("informed", r"\b(?:hoorden|hoorde|verwittigd|ingelicht|gebeld|belden|gewaarschuwd|melding gekregen|meldde de klant|kregen (?:we|wij) (?:een )?(?:telefoon|bericht|melding|oproep))\b", "clause"),
    ("action_started", r"\b(?:begonnen (?:we|wij)|(?:wij|we) (?:zijn|waren) [^?]{0,20}?(?:begonnen|gestart|ter plaatse)|ter plaatse gegaan|meteen (?:begonnen|gestart))\b", "clause"),
    ("contract_start", r"\b(?:sinds|vanaf|in)\b[^?]{0,15}?$", "before_contract"),
    ("occurred", INCIDENT, "clause"),
    ("discovered", r"\b(?:ontdek\w*|opgemerkt\w*|merkte\w*|vastgesteld|gedetecteerd|erachter)\b", "sentence"),
    ("occurred", INCIDENT, "sentence"),
    ("occurred", VERB.pattern, "weak"),
))
_DEADLINE_CTX = pattern(r"{RANSOMWORD}|bitcoin|\b{HACKER}\b|publice|online|anders|ze vragen|ze eisen|eis\b|betalen")
_DEMAND_CTX = re.compile(r"\b(?:brief|dagvaarding|klant|advocaat|ingebrekestelling|factuur|reageren|antwoorden|eis|claim)\b")
_CONTRACT_CTX = re.compile(r"\b(?:werken|werkt|klant (?:bij ons |van ons )?(?:sinds|vanaf)|contract (?:loopt|sinds|van)|in beheer sinds|beheren (?:wij|we)|samenwerking|netwerk neergezet|onderhoudscontract|overeenkomst van)\b")
_NOT_INCIDENT = re.compile(r"\b(?:factuur|contract|onderhoudscontract|overeenkomst|betaaltermijn|polis|afgelopen \(|offerte|klacht is van|liep van|back-?\s?up\w* (?:liep|gelopen|meer gelopen|van|uit)|klacht|aangifte|pv\b|proces-?verbaal|gemeld|melding|offerte|aangeboden|verwittigd|kopie van|uit augustus|neergezet|opengezet)\b")
_LATER = re.compile(r"\b(?:(een|twee|drie|vier|vijf|zes|zeven|acht|tien|\d{1,2}) (dag|dagen|week|weken|uur) (?:later|erna|nadien|daarna)|(de (?:dag|ochtend) (?:erna|nadien|daarna|erop)|(?:de )?(?:volgende|andere) (?:dag|ochtend|morgen))|(dezelfde|diezelfde|die zelfde) (?:dag|avond|nacht|ochtend|middag)|(?:de )?(?:dag|avond|nacht) zelf)\b")
_NUMBERS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "tien": 10}
DOWNTIME = pattern(
    r"\b(?:konden|kon|kunnen|kan)\b[^?]{0,30}\b(?:niet|geen|niks|nergens)\b|\b(?:plat|stil\w*|uit de lucht|down\b|downtime|onbereikbaar|offline|dicht|toe\b|gesloten|buiten (?:gebruik|dienst)|weg\b|eruit|niet (?:\w+ ){0,3}(?:aan|bij|in|werken|draaien|beschikbaar|leveren|operationeel)|werkloos|zonder|lag er|onderbroken|"
    r"onderbreking|storing|duurde|geduurd|in de lucht|hersteld|platgelegen|gelegen|stilstand|onbeschikbaar|niets? meer|niks meer|operationeel|online|op straat|gekost|werkdagen|dichtgebleven|weer)\b")
_NOT_DOWN = re.compile(r"\b(?:binnen|na|garantie|opzeg\w*|termijn|elke|iedere|per|om de|bewaard|bewaartermijn|oud|contract|later|geleden|werkuren|uren (?:gewerkt|besteed)|gewerkt|nog te gaan)\b")


def read(message: Message, found: Findings) -> None:
    last: Optional[Item] = None
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind in ("date", "datetime", "interval"):
                _role(sentence, item)
                last = item
            elif item.kind == "duration":
                _downtime(message, sentence, item)
        _relative(message, sentence, found, last)
        _ordinal_day(message, sentence, found)


def _moments(sentence: Sentence) -> List[Item]:
    return [i for i in sentence.items if i.kind in ("date", "datetime", "interval")]


def _near(sentence: Sentence, item: Item, reach: str) -> str:
    clause = sentence.clause(item.start, item.end)
    if reach in ("sentence", "weak"):
        return sentence.low if len(_moments(sentence)) == 1 else ""
    if reach.startswith("before"):
        return sentence.low[:item.start - sentence.start]
    text = sentence.cut(clause)
    inside = [i for i in _moments(sentence) if clause[0] <= i.start < clause[1]]
    if len(inside) > 1 and reach == "clause":  # each date has its own words: those up to the next date, or since the last
        at = inside.index(item)
        start = inside[at - 1].end if at else clause[0]
        end = inside[at + 1].start if at + 1 < len(inside) else clause[1]
        return sentence.cut((start, end))
    if len(text.split()) <= len(sentence.cut((item.start, item.end)).split()) + 2:  # a date set apart by commas
        before = sentence.previous(item.start)
        text = (sentence.cut(before) + " " if before else "") + text
    return text


def _role(sentence: Sentence, item: Item) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    words = sentence.cut(sentence.clause(item.start, item.end))
    ahead = isinstance(item.raw.get("future"), (str, dict)) or item.raw.get("future") is True
    for role, regex, reach in ROLES:
        if reach == "before_ransom" and not (_DEADLINE_CTX.search(sentence.low) and ahead):
            continue
        if reach == "before_demand" and not (_DEMAND_CTX.search(sentence.low) and ahead):
            continue
        if reach == "before_contract" and not _CONTRACT_CTX.search(words):
            continue
        if role == "ransom_paid" and re.search(r"factu|loon|huur|rekening", words):
            continue
        if role in ("occurred", "discovered", "restored") and item.kind == "interval" and str(item.raw.get("value", "")).startswith("../"):
            if DOWNTIME.search(sentence.low) and role == "restored":
                item.role, item.confidence = "restored", 0.7
                return
            continue
        if role in ("occurred", "discovered") and re.search(r"\b(?:na|voor|tot|t/m|vlak voor|net voor|kort voor|vanaf voor|uit)\W*$", sentence.low[:item.start - sentence.start]):
            continue
        if role == "occurred" and _NOT_INCIDENT.search(words):
            continue
        near = _near(sentence, item, reach)
        if role == "restored" and re.search(r"\bnog niet\b|\bniet (?:weer|terug)\b|\bpas\b[^?]{0,30}?(?:volgende|morgen|begin)", near):
            continue
        if regex.search(near):
            item.role, item.confidence = role, {"sentence": 0.75, "weak": 0.5}.get(reach, 0.9)
            if reach == "weak" or (role == "occurred" and re.search(r"\bstil\b", near) and not re.search(r"gehackt|aanval|versleuteld", near)):
                item.extra["weak"] = True
            if role in ("occurred", "discovered") and re.search(r"\b(?:vorig|in 20\d\d hadden)\b[^?]{0,20}?\bjaar\b.*\book\b", sentence.low):
                item.role, item.certainty = None, "other_case"
            return


def _downtime(message: Message, sentence: Sentence, item: Item) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    clause = sentence.clause(item.start, item.end)
    words, low = sentence.cut(clause), sentence.low
    just_before = sentence.low[max(0, item.start - sentence.start - 14):item.start - sentence.start]
    if re.search(r"\b(?:binnen|elke|iedere|per|na|om de|gedurende het contract|nog)\s+(?:de |een )?$", just_before) and not re.search(r"\bpas na\s+$", just_before):
        return
    if re.match(r"\s*" + _NOT_DOWN.pattern, sentence.low[item.end - sentence.start:item.end - sentence.start + 30]) or re.search(r"\bgeleden\b", words):
        return
    bare = len(low.split()) <= len(sentence.cut(item.span).split()) + 2
    if DOWNTIME.search(words) or (DOWNTIME.search(low) and len(low) < 130):
        item.role, item.confidence = "downtime", 0.85
    elif re.search(r"\b(?:al|nu|intussen|ondertussen|inmiddels|bijna)\W+(?:\w+ )?$", just_before) and sentence.index and DOWNTIME.search(message.sentences[sentence.index - 1].low):
        item.role, item.confidence = "downtime", 0.75
    elif bare or re.match(r"\W*(?:een |zo'n )?\S+ \S+(?: nu)?,", low):
        item.role, item.confidence = "downtime", 0.55


_DAY_N = re.compile(r"\b(?:vandaag|nu|intussen|ondertussen|al)\b[^?]{0,15}?\bde (tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende) dag\b")
_ORDINALS = {w: n for n, w in enumerate("tweede derde vierde vijfde zesde zevende achtste negende tiende".split(), 2)}


def _ordinal_day(message: Message, sentence: Sentence, found: Findings) -> None:
    m = _DAY_N.search(sentence.low)
    if m and not sentence.question:
        found.add("duration", (sentence.start + m.start(), sentence.start + m.end()), "downtime", f"P{_ORDINALS[m.group(1)]}D", confidence=0.8)


def _relative(message: Message, sentence: Sentence, found: Findings, last: Optional[Item]) -> None:
    """"Een dag later ontdekt": a moment counted from the date before it."""
    m = _LATER.search(sentence.low)
    if not m or last is None or last.start >= sentence.start + m.start():
        return
    base = _day(last)
    if base is None:
        return
    if m.group(1):
        count = _NUMBERS.get(m.group(1)) or int(m.group(1))
        step = timedelta(days=count * (7 if m.group(2).startswith("we") else 1)) if m.group(2) != "uur" else timedelta(0)
    else:
        step = timedelta(days=1) if m.group(3) else timedelta(0)
    span = (sentence.start + m.start(), sentence.start + m.end())
    if any(i.kind in ("date", "datetime", "interval") and i.start < span[1] and span[0] < i.end for i in sentence.items):
        return
    value = (base + step).isoformat()
    item = Item({"kind": "date", "start": span[0], "end": span[1], "value": value, "precision": "day"})
    _role(sentence, item)
    if item.role:
        found.add("date", span, item.role, {"past": value, "future": value, "precision": "day", "approx": False}, confidence=0.8, derived=True)


def _day(item: Item) -> Optional[date]:
    value: Any = item.raw.get("past") or item.value
    if isinstance(value, dict):
        value = value.get("value") or value.get("past")
    try:
        return datetime.fromisoformat(str(value)[:10]).date()
    except ValueError:
        return None


def settle(items: List[Item]) -> None:
    """In one message "begonnen op 3 maart, ontdekt op 5 maart" keeps both; a second date with a role that is taken becomes weaker."""
    seen: Dict[str, Item] = {}
    for item in items:
        if item.role and item.kind in ("date", "datetime", "interval"):
            if item.role in seen:
                item.confidence = min(item.confidence, 0.6)
            else:
                seen[item.role] = item
