"""What looks like a person's name, a company's name or a policy number, in the answer to a question for one."""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from pathlib import Path

Found = tuple[str, tuple[int, int]]

# Words that people use in lower case in messages to us: none of them is a name by itself.
EVERYDAY = frozenset(Path(__file__).with_name("everyday_words.txt").read_text(encoding="utf-8").split())
PARTICLES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "ter",
        "ten",
        "te",
        "'t",
        "von",
        "vande",
        "vander",
        "vanden",
        "el",
        "al",
        "la",
        "le",
        "di",
        "da",
        "du",
        "dos",
        "op",
        "in",
        "d'",
    ]
)
LEGAL = re.compile(
    r"(?<!\w)(?:b\.?v\.?b\.?a\.?|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?b\.?a\.?|c\.?v\.?|v\.?z\.?w\.?|comm\.? ?v\.?|gmbh|ltd\.?|s\.?r\.?l\.?|s\.?a\.?"
    r"|inc\.?|stichting|eenmanszaak)(?![\w.])",
    re.I,
)
TRADE = re.compile(
    r"(?<!\w)(?:I\.?C?T\.?|ict|automatisering|automation|computers?|solutions?|systems|networks?|consulting|consultancy|services?|groep|group|software|technologies)(?!\w)"
)
# What makes a sentence of a string of words: somebody does something, or an answer of another kind.
SENTENCE = re.compile(
    r"(?<!\w)(?:ik|jij|je|u|wij|we|ze|zij|hij|hem|hun|ons|onze|mij|mijn|men|dat|dit|is|zijn|ben|bent|was|waren|heb|hebt|heeft|hebben|had|hadden|kan|kunnen"
    r"|kon|wil|willen|wilt|wou|moet|moeten|moest|mag|mogen|zal|zullen|zou|zouden|word|wordt|worden|werd|werden|doe|doet|doen|ligt|liggen|lag|staat|staan|stond"
    r"|gaat|gaan|ging|komt|komen|kwam|weet|weten|denk|denkt|zegt|zeggen|zei|vraagt|vragen|vroeg|eist|eisen|werkt|werken|betaalt|betalen|betaald|krijg|krijgt"
    r"|kregen|belt|bellen|nee|neen|ja|jawel|niet|geen|nooit|wacht|sorry|alleen|alles|niets|niks|iemand|niemand|nog|ook|wel|omdat|want|maar|liever|later"
    r"|onbekend|waarom|hoezo|wie|wat|waar|wanneer|hoe|welke?)(?!\w)",
    re.I,
)
_HELLO = re.compile(
    r"^\W*(?:(?:goede(?:morgen|middag|navond|ndag)|goeie(?:morgen|middag|navond)|hallo|hoi|hey|dag|beste|ja|jawel|euh?|uh|ok[eé]?)(?:\W+|$))+",
    re.I,
)
_ME = re.compile(
    r"^\W*(?:(?:u spreekt|je spreekt|spreekt u|u bent aan de lijn) met|met|hier|ik ben|ik heet|ik noem|(?:mijn|m'n|de) naam(?: is|:| =)?|naam(?: is)?\s*:?|dit is|dat is"
    r"|het gaat om|ik bedoel|het is|zeg maar|noem me|noem mij)\s+",
    re.I,
)
_US = re.compile(
    r"^\W*(?:(?:ons|onze|mijn|het|de|ne|hun|een)\s+(?:bedrijf|bedrijfsnaam|firma|zaak|vennootschap|organisatie|klant|naam)(?: (?:is|heet|noemt|luidt))?(?: dat is)?\s*:?"
    r"|wij zijn|wij heten|we zijn|we heten|namens|met|van|bij|voor|naam\s*:|bedrijf\s*:|klant\s*:|firma\s*:|dat is|dat zijn|het is|het gaat om|ik ben|ik werk (?:bij|voor)|die heet|die noemt)\s+",
    re.I,
)
_WORD = re.compile(r"(?:[^\W\d_][^\W\d_'’.\-]*(?:['’\-][^\W\d_]+)*\.?|'t|d')")
_CUT = re.compile(r"[,;:(\n/]|\.{2,}|(?<!\b[A-Z])\. |\s-\s|\s\d|\s+(?:van|bij|voor|uit|namens)\s+(?=(?:de |het )?(?:firma|bedrijf)\b)")
_COINED = re.compile(r"[a-zà-ÿ][A-Z]|\d|[A-Z]{3}")  # "NetFix", "Net4U": nobody's surname
_POLICY = re.compile(r"(?<!\w)(?:[A-Z]{1,6} |[A-Za-z]{0,6}[-./]?)\d[\w./-]*(?: \d[\w./-]*){0,4}")


_ORDINARY = EVERYDAY | PARTICLES


def is_company(text: str) -> bool:
    """Whether the words carry a legal form or a word of the trade ("Willems IT", "Vriesland B.V.")."""
    return bool(LEGAL.search(text) or TRADE.search(text))


def is_coined(text: str) -> bool:
    """Whether a word has the look of a trade name, a capital or a digit inside it."""
    return bool(_COINED.search(text))


def _after(text: str, *leads: re.Pattern[str]) -> int:
    start = 0
    for lead in leads:
        m = lead.match(text[start:])
        start += m.end() if m else 0
    return start


def person(text: str) -> Found | None:
    """The name that `text` begins with, after a greeting or "mijn naam is"; None when these words are no name.

    One to four words that are names, with particles and initials between them; a first name alone is enough.
    """
    start = _after(text, _HELLO, _ME, re.compile(r"(?:de heer|mevrouw|meneer|dhr\.?|mevr\.?|mw\.?)\s+", re.I))
    rest = text[start:]
    cut = _CUT.search(rest)
    phrase = (rest[: cut.start()] if cut else rest).strip(" .!\t")
    phrase = without_employer(phrase)
    if not phrase or is_company(phrase) or SENTENCE.search(phrase) or any(c.isdigit() or c in "€$?@█" for c in phrase):
        return None
    words = phrase.split()
    names = [w for w in words if w.lower() not in PARTICLES]
    if (
        not 1 <= len(names) <= 4
        or len(words) > 7
        or (words[-1].lower() in PARTICLES and len(words) > 1)
        or not all(map(_WORD.fullmatch, words))
    ):
        return None
    if not any(len(w.strip(".")) > 1 for w in names) or not _named(names):
        return None
    at = start + rest.index(words[0])
    return phrase, (at, at + len(phrase))


def without_employer(phrase: str) -> str:
    """ "Els Willems van Willems IT": the name stands before the company."""
    m = re.search(r"\s+(van|bij|voor|namens)\s+(.+)$", phrase)
    return phrase[: m.start()] if m and (m[1] != "van" or is_company(m[2]) or _COINED.search(m[2])) else phrase


def _named(names: list[str]) -> bool:
    """Whether no word is an everyday one; behind a first name, a surname with a capital may be ("Jan Goed")."""
    first, *others = names
    if first.lower().strip(".") in EVERYDAY or (len(names) > 3 and not first[0].isupper()):
        return False
    return all(w.lower() not in EVERYDAY or (w[0].isupper() and first[0].isupper()) for w in others)


def company(text: str) -> Found | None:
    """The company that `text` names, after "ons bedrijf heet"; None for a sentence or a mere "de klant"."""
    start = _after(text, _HELLO, _US)
    rest = text[start:]
    cut = re.search(r"[,;(\n]|\.{2,}|\. |\s(?=[01]\d{3}[. ]\d{3})|\s+kvk\b|\s+kbo\b|\s+(?:in|uit|te)\s+(?=[A-Z])", rest)
    phrase = (rest[: cut.start()] if cut else rest).strip(" \t!:")
    words = phrase.split()
    if words and "." not in words[-1].rstrip("."):  # "bv." ends a sentence, "B.V." is the form itself
        phrase = phrase.rstrip(".")
        words = phrase.split()
    if not words or len(words) > 8 or len(phrase) > 80 or "?" in phrase or "█" in phrase or "@" in phrase:
        return None
    if SENTENCE.search(LEGAL.sub("", phrase)) and not (LEGAL.search(phrase) and phrase[0].isupper() and len(words) < 6):
        return None
    letters = [w for w in words if any(c.isalpha() for c in w)]
    own = [w for w in letters if w.lower().strip(".,") not in _ORDINARY and not LEGAL.fullmatch(w)]
    if not own and not any(w[0].isupper() for w in letters[1:]):
        return None
    at = start + rest.index(words[0])
    return phrase, (at, at + len(phrase))


def policy_number(text: str) -> Found | None:
    """The longest run in `text` that has the shape of a policy number: it holds a digit."""
    runs = [m for m in _POLICY.finditer(text) if sum(c.isdigit() for c in m[0]) >= 3]
    if not runs:
        return None
    best = max(runs, key=lambda m: len(m[0]))
    value = best[0].strip(" .-/")
    at = best.start() + best[0].index(value)
    return value, (at, at + len(value))
