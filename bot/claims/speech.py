"""What the bot never speaks about, found in a message: cover, guilt, and to pay or not.

The intent classifier is one witness, these patterns are the other: one of them is enough. A statement ("de klant heeft
betaald") is not a question; a pattern therefore always needs the form of one: a verb before its subject, a question word,
an indirect question ("ik vraag me af of"), or a question mark.
"""

import re
from collections.abc import Iterable
from typing import Literal

Topic = Literal["ask_coverage", "ask_pay_ransom", "ask_guilt"]
SURE_ENOUGH = 0.6  # below this the classifier's word counts only with a question's form

_WE = r"(?:ik|we|wij|je|jij|u|ge|gij|men|mijn klant|onze klant|de klant|hij|zij|ze|mijn bedrijf|ons bedrijf)"
_YOU = r"(?:jullie|u|ge|je|de verzekering|de verzekeraar|de maatschappij|de polis|mijn polis|hiscox|uw maatschappij)"
_ASKED = r"(?:\bof\b|\bwanneer\b|\bhoeveel\b|\bwat\b|\bwelke?\b|\bhoe\b)"

_COVER = (
    r"\b(?:ge)?dek(?:t|king|ken)?\b(?!sel)", r"\bgedekt\b", r"\bverzeker[dt]\b(?! bedrag van de klant)", r"\bmeeverzeker[dt]\b",
    r"\bvergoe?d(?:t|en|ing|ingen)?\b", r"\bterugbetaal[dt]?\b.{0,30}\b(?:door jullie|van jullie|door de verzekering)\b",
    r"\bbeta(?:a?l|le)(?:t|en|e|d)?\b.{0,20}\bjullie\b", r"\bjullie\b.{0,40}\b(?:betal\w*|vergoed\w*|uitker\w*|uitkeren|tussenkom\w*|terugbeta\w*)\b",
    r"\b(?:uitkering|uitkeren|uitgekeerd|uitbetaald|uitbetaling|tussenkomst)\b", r"\beigen risi[ck]o\b", r"\bvrijstelling\b",
    r"\bde polis\b.{0,30}\b(?:zit|valt|vallen|dekt)\b", r"\b(?:valt|vallen|zit|zitten|hoort)\b.{0,50}\b(?:polis|verzekering|erin|er in|inbegrepen)\b",
    r"\bverzekering\b.{0,30}\b(?:tussen|betaalt|dekt|vergoedt|keert)\b", r"\bkrijg(?:en)?\b.{0,40}\b(?:geld|terug|vergoed\w*)\b",
    r"\bkomen jullie\b.{0,20}\btussen\b", r"\bbetaalt? (?:de|mijn|onze|uw) (?:verzekering|verzekeraar|polis|maatschappij)\b",
    r"\bkomt? .{0,30}\bverzekering\b.{0,20}\btussen\b", r"\bkeert\b.{0,40}\buit\b", r"\bingedekt\b", r"\bjullie rekening\b",
    r"\b(?:in|onder) (?:mijn|onze|de|mn) (?:polis|verzekering|contract met jullie)\b", r"\bdit betaald\b", r"\bbetaald worden door (?:jullie|de verz)",
)  # fmt: skip
_PAY = (
    rf"\b(?:moet|moeten|moete|mag|mogen|zal|zullen|kan|kunnen|zou|zouden)\s+{_WE}\b.{{0,60}}\b(?:beta+l\w*|overmaken|losgeld\w*|bitcoins?)\b",
    r"\bbetalen of niet\b", r"\bwel of niet\b.{0,25}\bbeta\w+", r"\b(?:beter|best|verstandig\w*|slim|aangewezen|aan te raden)\b.{0,50}\bbeta\w+",
    r"\bbeta\w+\b.{0,60}\b(?:verstandig\w*|slim|strafbaar|verboden|illegaal|toegestaan|aangewezen|een goed idee|legaal)\b",
    r"\b(?:raad|raadt|raden|adviseer\w*|advies)\b.{0,60}\b(?:beta\w+|losgeld)\b",
    r"\bhoe\b.{0,20}\b(?:kom|koop|kopen|betaal|betalen|geraken?)\b.{0,25}\b(?:bitcoins?|losgeld|crypto)\b",
    r"\b(?:losgeld|bitcoins?)\b.{0,30}\b(?:voorschiet\w*|voorschieten|voorschot)\b", r"\bvoorschie\w*\b.{0,30}\b(?:losgeld|bitcoins?)\b",
    r"\b(?:ik|we|wij|hij|zij|ze|klant|beller) (?:moet|moeten|mag|mogen|zou|zouden|zal|zullen|kan|kunnen)\b.{0,30}\bbeta(?:len|le)\b",
    r"\bbeta(?:al|len) (?:ik|we|wij|ze) (?:best|beter|nu|dat|die|het)\b", r"\bonderhandelen\b", r"\b(?:hackers|aanvallers)\b.{0,20}\b(?:antwoorden|contacteren)\b",
    r"\bingaan op\b.{0,30}\b(?:eis|afpers\w*|losgeld)\b", r"\bop de eis\w*\b.{0,20}\bingaan\b", r"\b(?:toegeven|zwichten)\b.{0,40}\b(?:afpers\w*|hackers|eis)\b",
    r"\b(?:onderhandelen|antwoorden|reageren)\b.{0,30}\b(?:met|op)\b.{0,15}\b(?:de |die )?(?:hackers|aanvallers|criminelen|afpersers)\b",
    r"\b(?:losgeld|hackers|aanvallers|criminelen|afpersers)\b.{0,30}\b(?:beta(?:al|len|le)|overmaken)\b", r"\bklant wil betalen\b",
)  # fmt: skip
_GUILT = (
    r"\baansprakelijk\b", r"\bverantwoordelijk\b", r"\b(?:mijn|onze|ons|zijn|uw|hun|wiens|mn) (?:schuld|fout)\b", r"\bin fout\b", r"\bin de fout\b",
    r"\bschuld (?:van|bij|aan|erkennen|toegeven|bekennen)\b", r"\bschuldig\b", r"\bfout\b.{0,25}\b(?:toegeven|erkennen|bekennen|gemaakt|zat|zit|ligt)\b",
    r"\b(?:toegeven|erkennen|bekennen)\b.{0,40}\b(?:fout|schuld)\b", r"\bheb (?:ik|we|wij)\b.{0,30}\b(?:fout|schuld|iets verkeerd|nalatig)\b",
    r"\b(?:we|wij|ik|ge|u) (?:fout|verkeerd|mis) (?:zit|zat|zaten|zitten|ben|waren)\b", r"\baan (?:ons|mij|onze kant) (?:ligt|lag)\b",
    r"\bligt (?:dit|dat|het) aan (?:ons|mij)\b", r"\bzijn (?:wij|we)\b.{0,20}\bnalatig\b", r"\bexcuses? aanbieden\b", r"\bwie (?:is|zijn|heeft|draait|moet)\b.{0,30}\b(?:schuld|fout|opdraaien|op|betalen)\b",
    r"\bkwalijk nemen\b", r"\bsorry zeggen\b", r"\bbeloven\b.{0,30}\b(?:betalen|vergoeden|terug)\b",
    r"\bmag ik\b.{0,25}\b(?:zeggen|schrijven|beloven|toezeggen|toegeven)\b", r"\b(?:rechtszaak|rechter)\b.{0,20}\b(?:winnen|verliezen|gelijk)\b",
)  # fmt: skip
_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("ask_guilt", re.compile("|".join(_GUILT))),
    ("ask_coverage", re.compile("|".join(_COVER))),
    ("ask_pay_ransom", re.compile("|".join(_PAY))),
)
_VERB_FIRST = re.compile(
    r"^(?:(?:en|maar|dus|ja|nee|ok[eé]?|goed|zeg|eh|oh|hallo|sorry|trouwens|nu|eigenlijk)[ ,]+)*"
    r"(?:ben|bent|zijn|is|was|heb|hebt|hebben|heeft|kan|kun|kunt|kunnen|kunde|kunt ge|mag|mogen|moet|moete|moeten|zal|zult|zullen|zou|zouden|"
    r"wordt|word|worden|valt|vallen|zit|zitten|krijg|krijgt|krijgen|dek|dekt|dekken|vergoed|vergoedt|vergoeden|betaal|betaalt|betale|betalen|"
    r"keert|keren|komt|komen|hoort|horen|raad|raadt|raden|adviseert|ligt|lag|staat|staan|denk|denkt|denken|vindt|vind|doe|doen|doet|gaat|gaan|ga|geldt|wie|wat|waar|waarom|wanneer|welk|welke|"
    r"hoe|hoeveel|hoelang|tot welk|is 't|ist)\b"
)
_INDIRECT = re.compile(
    r"\b(?:vraag|vraagt|vragen|afvraag|weten|benieuwd|zeggen|zeg|vertellen|adviseren|advies|hoor|horen)\b.{0,40}"
    r"\b(?:of|hoeveel|wat|wie|welke?)\b|\b(?:advies|raad) (?:over|of|nodig)\b|\bbetalen of niet\b|\b(?:ik|we) (?:weet|weten|twijfel|twijfelen) (?:niet )?of\b"
)
_FRAGMENT = re.compile(
    r"^\W*(?:dekking|eigen risi[ck]o|vrijstelling|vergoeding|uitkering|verzekerd bedrag|betalen of niet|wel of niet betalen|gedekt|verzekerd)\W*$"
)
# The question of these sentences is about other things: what the customer, the attackers or the bot's own question want.
_SAID_BY_OTHERS = re.compile(
    r"\b(?:klant|hij|ze|zij|beller|mevrouw|meneer)\b.{0,40}\b(?:stelt|houdt|acht|vindt|zegt dat|eist|vordert|geeft)\b"
)
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")


def _asks(sentence: str) -> bool:
    """Whether a lower-cased sentence has the form of a question."""
    return "?" in sentence or bool(_VERB_FIRST.search(sentence) or _INDIRECT.search(sentence) or _FRAGMENT.search(sentence))


def _topic(sentence: str) -> Topic | None:
    found = [topic for topic, pattern in _TOPICS if pattern.search(sentence)]
    if not found:
        return None
    if "ask_pay_ransom" in found and "ask_coverage" in found:
        paid_by_us = re.search(r"\b(?:jullie|verzeker\w*|polis|vergoed\w*|gedekt)\b", sentence)
        return "ask_coverage" if paid_by_us else "ask_pay_ransom"
    return found[0]


def forbidden_topic(text: str, intents: Iterable[tuple[str, float]] = ()) -> Topic | None:
    """The topic of the first question on which only the neutral text may be given, else None.

    `intents` are (name, confidence), best first. A long message is looked through sentence by sentence.
    """
    lowered = " ".join(text.lower().split(" ")).replace("’", "'")
    for match in _SENTENCE.finditer(lowered):
        sentence = match[0].strip()
        if not _asks(sentence):
            continue
        if _SAID_BY_OTHERS.search(sentence) and "?" not in sentence:
            continue
        topic = _topic(sentence)
        if topic:
            return topic
    best = next(iter(intents), None)
    if best and best[0] in ("ask_coverage", "ask_pay_ransom"):
        name: Topic = "ask_coverage" if best[0] == "ask_coverage" else "ask_pay_ransom"
        if (best[1] >= SURE_ENOUGH and len(lowered) < 200) or any(_asks(m[0].strip()) for m in _SENTENCE.finditer(lowered)):
            return name
    return None
