"""What is counted: clients, staff, servers, people whose data it is, hours."""

import re
from typing import Optional

from . import negation
from .breach import BREACH_CONTEXT
from .clauses import Item, Message, Sentence
from .rules import Findings

NOUNS = (
    ("clients", re.compile(r"(?:\w+ ){0,2}?(?:klanten|clienten|kmo'?s|opdrachtgevers|afnemers)\b")),
    ("data_subjects", re.compile(r"(?:\w+ ){0,2}?(?:personen|gezinnen|huishoudens|betrokkenen|gedupeerden|patienten|burgers|inwoners|oud-?medewerkers|sollicitanten|leerlingen|ouders|leden|consumenten|kandidaten|huurders|bezoekers|gebruikers|donateurs|abonnees|reizigers|deelnemers|gasten|namen|adressen|mailadressen|e-?mailadressen|cursisten|personeelsleden van|spelers|verzekerden|clienten|clientdossiers|leerlingendossiers|kaarthouders|rekeningnummers|bsn-nummers|bsn|records|dossiers|patientendossiers|klantrecords|accounts)\b")),
    ("employees", re.compile(r"(?:\w+ ){0,1}?(?:medewerkers?|werknemers?|personeelsleden|man\b|mensen|mens\b|personeel|bedienden|arbeiders|fte\w*|koppen|collega'?s|studenten en medewerkers)\b")),
    ("servers", re.compile(r"(?:\w+ ){0,3}?(?:\w*servers?)\b")),
    ("computers", re.compile(r"(?:\w+ ){0,2}?(?:laptops?|pc'?s?|computers?|werkposten|werkstations?|werkplekken|toestellen|desktops?)\b")),
    ("organisations", re.compile(r"(?:\w+ ){0,1}?(?:organisaties|bedrijven|corporaties|scholen|gemeenten|kantoren|vestigingen|filialen|winkels|praktijken|brouwerijen|terminals|vennootschappen|\w+kantoren)\b")),
    ("hours", re.compile(r"(?:\w+ ){0,1}?(?:uren|uur|manuren|werkuren|mandagen)\b")),
)
_OUR_CLIENTS = re.compile(r"\b(?:wij|we|ik|onze|ons)\b[^?]{0,40}?\b(?:hebben|heb|telt|tellen|portefeuille|bedienen|klantenbestand|hosten|van de|beheren)\b|\bin totaal\b|\bongeveer\b")
_HIT = re.compile(r"\b(?:geraakt|getroffen|plat|last|besmet|versleuteld|gehackt|nergens bij|konden|kunnen)\b")
_SUBJECTS = re.compile(r"\b(?:gegevens|erin|bsn\w*|datalek|gelekt|betrokken|getroffen personen|namen|adressen|mailadres\w*|lijst)\b")


def read(message: Message, found: Findings) -> None:
    breach = bool(BREACH_CONTEXT.search(message.low))
    for sentence in message.sentences:
        for item in sentence.items:
            if item.kind == "number":
                _role(message, sentence, item, breach)


def _role(message: Message, sentence: Sentence, item: Item, breach: bool) -> None:
    item.certainty = negation.certainty(sentence, item.start, item.end)
    if re.match(r"\s?(?:van (?:de|die|deze|dat|onze|hun)|ervan|daarvan)\b", sentence.low[item.end - sentence.start:]):
        return  # a part of a number that was said before
    after = sentence.low[item.end - sentence.start:item.end - sentence.start + 45].lstrip(" .")
    noun: Optional[str] = next((name for name, regex in NOUNS if regex.match(after)), None)
    if noun is None:
        return
    if noun == "employees" and re.search(r"\b(?:het gaat|gaat het|het betreft|dat zijn|t gaat) (?:hier |dan )?(?:om|over)?\b[^?]{0,20}$", sentence.low[:item.start - sentence.start]):
        item.role, item.confidence = "data_subjects", 0.7
        item.extra.update(noun="data_subjects", needs="breach")
        return
    item.extra["noun"] = noun
    if item.certainty in ("question", "other_case", "hypothetical"):
        return
    low = sentence.low
    if noun == "clients":
        item.role = "other_clients" if _HIT.search(low) else "insured_client_count"
        if re.search(r"personen|gegevens van|data van", low) and breach and not re.search(r"\b(?:wij|we) hebben\b", low):
            item.role = "data_subjects"
    elif noun == "data_subjects" or (noun == "employees" and (_SUBJECTS.search(low) or (breach and re.match(r"mensen|medewerkers|oud", after) and not re.search(r"personeel|werkloos|werken", low)))):
        item.role = "data_subjects"
        if noun == "data_subjects" and not breach:
            item.confidence = 0.7
    elif noun == "employees":
        item.role = "claimant_employee_count" if not re.search(r"\b(?:wij|we) (?:zelf )?(?:zijn|werken|hebben)\b|\bbij ons werken\b", sentence.cut(sentence.clause(item.start, item.end))) else None
        if re.match(r"man\b|mensen", after) and re.search(r"\b(?:zijn|waren) (?:er )?(?:al )?\w* ?mee (?:bezig|bezg)|met \d+ man|aan het", low):
            item.role = None
    elif noun in ("servers", "computers"):
        item.role = "encrypted_asset_count"
        item.confidence = 0.7
    elif noun == "hours" and re.search(r"\b(?:wij|we|ik|ons|onze|eigen)\b", low) and re.search(r"gewerkt|besteed|bezig|uren|gestoken|ingestoken", low):
        item.role = "own_hours"
