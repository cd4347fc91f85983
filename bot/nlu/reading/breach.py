"""Personal data: stolen or not, how many people, who was told; police and the privacy authority."""

import re
from typing import Any, Dict, List

from . import negation
from .clauses import Message, Sentence
from .rules import Findings, read_table, rule
from .words import pattern

DATA = r"(?:(?:\w+)?(?:gegevens|lijst|lijsten|administratie|archief|records|contracten|gegevns|data|bestanden|dossiers?|documenten|informatie|foto'?s)|database|databank|persoonsgegevns|bsn\w*(?:-nummers)?|rijksregisternummers?|klantenlijst\w*|persoonsgegevens|wachtwoorden|paspoorten)"
TAKEN = r"(?:gestolen(?! (?:\w+[- ])?(?:wachtwoord|inlog|laptop|account|vpn|credential|sessie|token))|te koop|op (?:het )?dark ?web|op de lek-?site|buitgemaakt|buit gemaakt|gekopieerd|gekopieert|gecopieerd|weggesluisd|ontvreemd|gelekt|gejat|meegenomen|geexfiltreerd|geexfiltreert|weggehaald|gedownload|op straat|bij criminelen|in handen van|weggenomen|gepikt|uitgelekt|openbaar gemaakt|gepubliceerd|online (?:gezet|verschenen|staan)|het huis uit|naar buiten)"
THEFT = (
    rule("data_exfiltration", "yes", r"\b(?:datalek\w*|data ?lek|gegevenslek|datadiefstal|datadief|exfiltratie|databreach|data ?breach|privacylek|privacy-?incident)\b", unless=r"of (?:dit|het|dat) een datalek|melding datalek nodig|niet bekend of|geen idee of"),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?,;]{0,60}?\b" + TAKEN + r"(?!\w)"),
    rule("data_exfiltration", "yes", r"\b" + TAKEN + r"\b[^?,;]{0,40}?\b" + DATA + r"\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:er is|is er|is|zijn|werd|werden)?\s?(?:niks|niets|geen (?:\w+ )?(?:gegevens|data|bestanden|persoonsgegevens|klantgegevens|\w+gegevens))\b[^?,]{0,30}?\b(?:gestolen|gelekt|buitgemaakt|weg|verdwenen|gekopieerd|gekopieert|buiten|naar buiten|meegenomen|uitgelekt)\b", neg="negated"),
    rule("data_exfiltration", "yes", r"\b(?:gelekt|gestolen|uitgelekt|buitgemaakt|gekopieerd) (?:is|zijn|werd|werden) er (?:\w+ ){0,3}?(?:niks|niets|geen)", neg="negated"),
    rule("data_exfiltration", "yes", r"\b(?:geen|nog geen|zonder)\b[^?,]{0,20}?\b(?:aanwijzing\w*|teken\w*|bewijs|spoor|sporen|indicatie\w*)\b[^?]{0,45}?\b(?:gestolen|gelekt|buitgemaakt|gekopieerd|gekopieert|exfiltratie|meegenomen|weg(?:gesluisd)?|ingezien)\b", neg="negated", certain="sure", confidence=0.75),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?]{0,20}?\b(?:zijn|is|bleven|bleef|waren) (?:\w+ )?(?:veilig|onaangeroerd|ongemoeid|buiten schot|niet (?:geraakt|gestolen|gelekt|ingezien))\b", neg="negated", confidence=0.7),
    rule("data_exfiltration", "yes", r"\b\w*(?:gegevens|dossiers|data|nummers|lijst\w*)\b[^?,;]{0,30}?\bweg\b(?!ge)", confidence=0.8),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?,;]{0,60}?\b(?:op (?:het )?(?:internet|web)|via google|via een zoekmachine|op een forum|op telegram)\b"),
    rule("data_exfiltration", "yes", r"\b(?:konden|kon|kunnen) (?:\w+ ){0,3}(?:elkaars|andermans|de) (?:\w+ ){0,5}?(?:gegevens|dossiers|cv'?s|bestanden|paspoort\w*|facturen)\b[^?]{0,25}?\b(?:zien|bekijken|inzien|inkijken|downloaden|lezen|opvragen)\b"),
    rule("data_exfiltration", "yes", r"\b(?:open en bloot|publiek (?:toegankelijk|raadpleegbaar)|voor iedereen (?:zichtbaar|te zien|toegankelijk)|vrij toegankelijk|openbaar toegankelijk)\b"),
    rule("data_exfiltration", "yes", r"\b(?:lijst|bestand|excel\w*|bijlage|mail|dossiers?|gegevens|bsn\w*)\b[^?]{0,90}?\b(?:verkeerde (?:persoon|personen|adres|ontvanger\w*|klant)|(?:naar|aan) (?:\w+ ){0,3}(?:sollicitanten|derden|onbevoegden|iedereen|verkeerde\w*|buitenstaanders))\b"),
    rule("data_exfiltration", "yes", r"\b\d[\d.,]* ?(?:gb|gigabyte|tb|terabyte|gig|mb)\b[^?]{0,40}?\b(?:buitgemaakt|gestolen|gekopieerd|gedownload|weg\w*|meegenomen|data)\b"),
    rule("data_exfiltration", "yes", r"\b(?:hebben|bezitten)? ?(?:onze|hun|de) (?:data|gegevens|bestanden|klantgegevens)\b[^?]{0,20}?\b(?:publiceren|op straat|te koop|op het dark ?web)\b", confidence=0.6, certain="doubt"),
)
PERSONAL = (
    rule("personal_data_involved", True, r"\b(?:persoonsgegevens|patient\w*|bsn\w*|rijksregisternummer\w*|klantgegevens|huurdersgegevens|personeelsgegevens|medische (?:gegevens|dossiers)|adresgegevens|e-?mailadres(?:sen)?|paspoort\w*|identiteitskaart\w*|bankgegevens|salarisgegevens|leerlinggegevens|geboortedat\w+)\b", neg="own", confidence=0.7),
)
AUTHORITIES = (
    rule("police_report", True, r"\b(?:aangifte|aangitfe|klacht (?:is |werd )?(?:neergelegd|ingediend|gedaan)|klacht\b[^?]{0,15}?\bpolitie|pv\b[^?]{0,20}?\b(?:opgemaakt|opgesteld|gemaakt)|proces-?verbaal|politierapport)\b", unless=r"aangifte (?:vennootschapsbelasting|personenbelasting|btw|inkomsten\w*)|(?:klacht|aangifte) (?:bij|door) (?:de )?(?:gba|ap|autoriteit)"),
    rule("police_report", True, r"\b(?:politie|parket|federale|recherche|ccu|rccu|fccu|computer crime unit|team high tech crime|thtc|justitie|om)\b[^?]{0,35}?\b(?:verwittigd|ingelicht|op de hoogte|gebeld|gecontacteerd|langs ?geweest|ter plaatse|zitten erop|zit erop|geinformeerd|gewaarschuwd|onderzoekt|onderzoeken|ingeschakeld|aangifte|bezig|gemeld|is er bij|zijn er bij|weet ervan)\b"),
    rule("police_report", True, r"\b(?:bij|naar|met) de (?:lokale |federale )?politie\b", confidence=0.8, unless=r"(?:ga|gaan|moet|moeten|zal|zullen|wil|kan)\b[^?]{0,30}?politie"),
    rule("police_report", True, r"\b(?:gemeld|verwittigd|ingelicht|geinformeerd)\b[^?]{0,30}?\b(?:politie|parket|ccu|computer crime unit)\b"),
    rule("dpa_notified", True, r"\b(?:ap|gba|avg-?toezichthouder|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|privacy ?toezichthouder|privacycommissie|toezichthouder|datalekmelding|vtc)\b[^?]{0,40}?\b(?:gemeld|ingelicht|op de hoogte|verwittigd|gedaan|geinformeerd|melding|ja\b|allebei|beide|ingediend|gebeurd|ok)\b", unless=r"\b(?:boete|aldus de toezichthouder)\b"),
    rule("dpa_notified", True, r"\b(?:gemeld|melding|meldde|meldden|aangemeld|gemelt|ingelicht|aangifte)\b[^?]{0,35}?\b(?:bij de ap|bij de gba|ap\b|gba\b|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|toezichthouder|privacycommissie)", unless=r"\bboete\b|aldus de toezichthouder"),
)
NOTIFIED = re.compile(r"\b(?:ingelicht|gemeld|op de hoogte|verwittigd|weten (?:ervan|het|alles)|weet (?:ervan|het)|geinformeerd|gewaarschuwd|aangifte (?:en|bij)|gecontacteerd|ingeschakeld)\b")
POLICE = re.compile(r"\b(?:politie|parket|r?f?ccu|computer crime unit|recherche|team high tech crime|thtc|justitie)\b")
DPA = re.compile(r"\b(?:de ap|ap|gba|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|privacycommissie|vtc)\b")
_PENDING = re.compile(r"\b(?:moet(?:en)?|gaan|ga|gaat|zal|zullen|wil|willen|plannen|van plan|morgen|straks|nog te|nog doen|overweg\w*|adviseren|kan ik|verplicht)\b")


def read(message: Message, found: Findings) -> None:
    for sentence in message.sentences:
        for table in (THEFT, PERSONAL):
            read_table(table, sentence, found)
        authorities = read_table(AUTHORITIES, sentence, found)
        for row in authorities:
            if re.search(r"\bniet nodig\b|\bnog niet\b|\bvolgt\b", sentence.cut(sentence.clause(row["start"], row["end"]))):
                row["polarity"], row["confidence"] = "negated", 0.8
            clause = sentence.clause(row["start"], row["end"])
            if row["polarity"] == "affirmed" and _PENDING.search(sentence.cut(clause)) and not re.search(r"\b(?:gedaan|neergelegd|opgemaakt|gemeld|ingediend|hoogte)\b", sentence.cut(clause)):
                row["polarity"], row["confidence"] = "negated", 0.6
        _listed(sentence, authorities, found)
    _settle(found)
    _confirmed(message, found)


def _listed(sentence: Sentence, authorities: List[Dict[str, Any]], found: Findings) -> None:
    """"De GBA is op tijd ingelicht, en de FCCU ook": one verb for all who are named."""
    m = NOTIFIED.search(sentence.low)
    if not m or sentence.question or _PENDING.search(sentence.low):
        return
    for role, regex in (("police_report", POLICE), ("dpa_notified", DPA)):
        at = regex.search(sentence.low)
        span = (sentence.start + at.start(), sentence.start + at.end()) if at else None
        if span and not any(r["role"] == role for r in authorities):
            found.fact(span, role, True, polarity=negation.polarity(sentence, *span), certainty=negation.certainty(sentence, *span), confidence=0.75)


def _confirmed(message: Message, found: Findings) -> None:
    """"Gemeld bij de AP denk ik... Ja, gemeld": a yes further on in the message takes the doubt away."""
    yes = [s.start for s in message.sentences[1:] if re.match(r"\W*(?:ja|jawel|inderdaad|klopt)\b", s.low) and not s.question]
    for row in found.rows:
        if row["entity"] == "fact" and row["certainty"] == "doubt" and any(row["end"] <= at <= row["end"] + 80 for at in yes):
            row["certainty"] = "sure"


def _settle(found: Findings) -> None:
    """A denial with its own words outweighs the bare words inside it."""
    rows = sorted(found.facts("data_exfiltration"), key=lambda r: r["start"])
    drop = set()
    for at, row in enumerate(rows):
        near = [*rows[max(0, at - 4):at], *rows[at + 1:at + 5]]
        if row["polarity"] == "affirmed" and any(o["polarity"] == "negated" and o["start"] <= row["end"] and row["start"] <= o["end"] for o in near):
            drop.add(id(row))
    if drop:
        found.rows = [r for r in found.rows if id(r) not in drop]


BREACH_CONTEXT = pattern(r"\bdatalek\w*|gegevens|gelekt|lekken|gestolen|bsn|privacy|persoonsgegevens|op straat|open en bloot|database|betrokkenen|buitgemaakt|gekopieerd")
