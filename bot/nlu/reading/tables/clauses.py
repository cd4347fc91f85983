"""Where sentences and clauses end, and what is a question. Folded Dutch."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import plain

ABBREVIATIONS = frozenset(
    [
        "dhr",
        "mevr",
        "mw",
        "mej",
        "ca",
        "nr",
        "nrs",
        "tel",
        "excl",
        "incl",
        "o.a",
        "bv",
        "b.v",
        "n.v",
        "nv",
        "zgn",
        "evt",
        "resp",
        "rek",
        "m.n",
        "i.v.m",
        "d.m.v",
        "t.a.v",
        "blz",
        "art",
        "jl",
        "ll",
        "st",
        "ing",
        "ir",
        "drs",
        "mr",
        "dr",
        "prof",
        "max",
        "min",
        "vs",
        "a.u.b",
        "m.b.t",
        "onbek",
        "a.d.h.v",
        "mgl",
        "vz",
        "b.v.b",
        "bijv",
        "bvb",
        "d.w.z",
        "i.p.v",
        "t.o.v",
        "t.g.v",
        "m.u.v",
        "jan",
        "feb",
        "mrt",
        "apr",
        "aug",
        "sept",
        "okt",
        "nov",
        "dec",
        "ma",
        "di",
        "wo",
        "do",
        "vr",
        "za",
        "zo",
        "gem",
        "verz",
        "ond",
        "alg",
        "gec",
        "pol",
        "klt",
        "adm",
        "gsm",
        "bet",
        "terugbet",
        "boekh",
        "versl",
        "stilst",
        "ext",
        "bedr",
        "omz",
        "bt",
        "verw",
        "gevr",
        "onderh",
        "mnd",
        "exp",
        "vord",
        "gevr",
        "rek",
        "klantgeg",
        "onderh",
        "aansprst",
        "ontv",
        "adv",
        "inc",
        "schadedat",
        "gn",
        "aanspr",
        "ontd",
        "omzetverl",
        "fact",
        "beh",
    ]
)
# "Wil weten of het losgeld gedekt is": a question on cover inside a statement.
COVER_ASKED = plain(r"\b(?:weten|vraagt|vraag|vroeg|vragen|benieuwd|vraagt zich af)\b[^.?]{0,30}?\bof\b[^.?]{0,70}?\b(?:gedekt|verzekerd|dekking|onder de polis|op de polis|vergoed (?:wordt|is)|wordt vergoed)\b")
DAY_NAMES = frozenset(["ma", "di", "wo", "do", "vr", "za", "zo"])  # "zo. 3 mei"; "of zo." ends a sentence
ENDS = re.compile(r"(?<![.…])[.!?;]+[\"')\]]*(?=\s|$)|\n+")
HARD = re.compile(
    r"[,:;()]|\s[-–—]+\s|\.{2,}|…|\s=\s|\?|"
    r"\b(?:maar|doch|want|omdat|doordat|terwijl|dus(?= (?:ik|we|wij|ze|zij|hij|er|het|de|die|nu|geen)\b)|om (?=[^,.?]{0,45}\bte \w+)|zonder (?=[^,.?]{0,40}\bte \w+)|waardoor|zodat|hoewel|aangezien|waarvan|waarbij|ma|behalve|nadat|voordat)\b"
)
AND = re.compile(r"\ben\b|\s[+&]\s|\balsook\b")
VERB = re.compile(
    r"\b(?:is|zijn|was|waren|heb|hebt|heeft|hebben|had|hadden|ben|word|wordt|worden|werd|werden|wil|willen|wilde|wilden|wou|kan|kon|kunnen|konden|"
    r"moet|moest|moeten|moesten|mag|mogen|gaat|gaan|ging|gingen|zal|zullen|zou|zouden|doet|doen|deed|deden|staat|staan|stond|stonden|ligt|liggen|"
    r"lag|lagen|zit|zitten|zat|zaten|komt|komen|kwam|kwamen|weet|weten|wist|wisten|vraagt|vragen|vroeg|vroegen|eist|eisen|eiste|krijgt|krijgen|"
    r"kreeg|kregen|draait|draaien|draaide|werkt|werken|werkte|werkten|loopt|lopen|liep|liepen|beheren|beheer|leveren|lever|maken|maakt|betaalt|"
    r"betalen|blijkt|bleek|bleken|blijft|zegt|zeggen|zei|zeiden|stelt|geeft|gaf|houdt|doen|schuift|"
    r"ge\w{2,}(?:d|t|en)|(?:ver|be|ont|her)\w{2,}(?:d|t)|\w+ge\w{2,}(?:d|t|en))\b"
)
NEGATOR = re.compile(r"\b(?:geen|niet|niets|niks|nooit|niemand|nergens)\b")
# Questions typed without their mark: a question word before its verb, or a verb first about cover and permission.
UNMARKED = plain(
    r"\W*(?:en |maar |dus )?(?:(?:wie|wat|waar|wanneer|waarom|hoe|hoeveel|hoelang|hoe lang|welke?)\s+(?:\w+\s)?(?:is|zijn|moet|moeten|mag|kan|kunnen|krijg|krijgen|"
    r"behandelt|doet|doen|gaat|gaan|duurt|wordt|word|heeft|hebben|zit|staat|vergoedt|betaalt|weer|voor)\b(?!.*\b(?:weten|weet|bleek|zegt)\b)"
    r"|(?:wordt|word|worden|is|zijn|valt|vallen|mag|moet|kan|krijg|ben|kunt|kun|zou|dekt|vergoedt)\b[^.]{0,80}\b(?:vergoed|verzekerd|gedekt|dekking|onder de polis|onder mijn polis|"
    r"verzekering|ik (?:betalen|aangifte|zeggen|toegeven|iets))\b)"
)

HEADING = re.compile(r"^\s*(?:en |ja |over |wat |qua )*[^?]{2,40}\?\s*$")
ASKING = re.compile(
    r"^\s*(?:wie|wat|waar|wanneer|waarom|hoe|welke?|hoeveel|kan|kunnen|mag|moet|moeten|is|zijn|was|waren|heeft|hebben|had|hadden|wordt|werd|valt|zal|zou|bent)\b"
)
