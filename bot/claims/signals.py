"""Triage signals that only words carry: danger, haste, distress. Signals that follow from fields are in `triage`."""

import re

from bot.claims.model import Assertion, Evidence, Heard, SaidBy

_NOT = re.compile(r"\b(?:niet|geen|nooit|zonder|niks|niemand|evenmin|als|stel|indien)\b[^,.;!?]{0,45}$")
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "T1",
        r"\b(?:nog (?:altijd |steeds |volop )?(?:bezig|gaande|actief|binnen|aan de gang)|op dit moment (?:aangevallen|bezig|in het netwerk|versleuteld)|"
        r"verspreidt zich|breidt (?:zich )?uit|worden (?:nu|op dit moment) aangevallen|zitten? (?:nu|op dit moment|nog|nog steeds) in (?:het|ons|onze|hun|de)|"
        r"loopt nog|gebeurt nu|steeds meer (?:bestanden|servers|computers|pc'?s))",
    ),
    (
        "T5",
        r"\b(?:bankgegevens|kaartgegevens|betaalgegevens|kredietkaart\w*|creditcard\w*)\b.{0,40}\b(?:gestolen|buit|gelekt|weg)|"
        r"\b(?:valse factuur|spookfactuur|ceo-?fraude|frauduleuze overschrijving|verkeerde rekening)\b.{0,40}\b(?:vandaag|gisteren|vanmorgen|daarnet)|"
        r"\b(?:vandaag|gisteren|vanmorgen|daarnet)\b.{0,50}\b(?:geld|euro|€)\b.{0,40}\b(?:overgemaakt|overgeschreven|gestort)",
    ),
    (
        "T6",
        r"\b(?:levensgevaar\w*|in gevaar|gewonden?|gevaar voor (?:de )?(?:patiënten|patienten|mensen|bewoners)|operaties? (?:uitgesteld|afgelast|stil)|"
        r"beademing\w*|alarmcentrale|brandalarm|spoedgevallen|spoeddienst|intensieve zorg(?:en)?)\b",
    ),
    (
        "T8",
        r"\b(?:(?:gaan|ga|wil|willen|zullen|beginnen|begin|start|starten)\b.{0,40}\b(?:wissen|formatteren|herinstalleren|opnieuw installeren|leegmaken|"
        r"platgooien|reinstalleren|resetten)|logs? (?:verlopen|worden (?:overschreven|gewist|verwijderd)))",
    ),
    (
        "T10",
        r"\b(?:(?:wil|willen|ga|gaan|zal|zullen|wou|zou|zouden)\b.{0,40}\b(?:toegeven|schuld bekennen|schuld erkennen|fout erkennen|beloven|toezeggen|"
        r"een voorstel doen|terugbetalen aan|vergoeden aan|excuses aanbieden))",
    ),
    (
        "T12",
        r"\b(?:leak ?site|lek-?site|darkweb|dark web|de pers|journalist\w*|krant\w*|in het nieuws|al gepubliceerd|online gezet|gelekt op)\b",
    ),
    (
        "T13",
        r"\b(?:medewerker spreken|echte? (?:mens|persoon)|iemand (?:spreken|aan de lijn)|wanhopig\w*|radeloos|ten einde raad|paniek\w*|"
        r"woedend|razend|waardeloos|belachelijk|schandalig|kapot van|zie het niet meer zitten|(?:ik )?stap naar (?:een|mijn) advocaat|dien een klacht)\b",
    ),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _WORDS)
_INTENTS = {"urgent_ongoing": "T1", "ask_human": "T13"}
_SURE_ENOUGH = 0.6
SAID_BY: dict[str, SaidBy] = {"insured": "insured", "agent": "caller", "adjuster": "adjuster"}


def signals_in(heard: Heard) -> tuple[Assertion, ...]:
    """The signals in the words of one message, each with its quote; a signal from the intent alone quotes the message."""
    lowered = heard.text.lower()
    if len(lowered) != len(heard.text):  # a letter that grows in lower case would move every offset
        lowered = heard.text
    found: dict[str, Assertion] = {}
    for name, pattern in _COMPILED:
        for match in pattern.finditer(lowered):
            if name == "T13" or not _NOT.search(lowered[max(0, match.start() - 60) : match.start()]):
                found[name] = _signal(heard, name, match.start(), match.end())
                break
    if heard.intents and heard.intents[0][1] >= _SURE_ENOUGH:
        name = _INTENTS.get(heard.intent, "")
        if name and name not in found and len(heard.text) <= 300:
            found[name] = _signal(heard, name, 0, len(heard.text), heard.intents[0][1])
    return tuple(found[name] for name in sorted(found, key=lambda n: int(n[1:])))


def _signal(heard: Heard, name: str, start: int, end: int, confidence: float = 0.9) -> Assertion:
    evidence = Evidence(heard.message_id, start, end, heard.text[start:end])
    return Assertion(
        "signal", name, None, "stated", SAID_BY.get(heard.author, "insured"), heard.message_id, heard.at, (evidence,), confidence
    )
