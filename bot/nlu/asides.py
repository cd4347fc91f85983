"""Time words that tell no moment: wishes and goodbyes ("fijn weekend", "tot maandag!"), names ("mevrouw Zondag"), sayings."""

from .nouns import SMALL_WORDS
from .tokens import Tokens, words
from .wordforms import SEASONS, SHORT_WEEKDAYS, meaning

_WISHES = frozenset(
    words("prettig prettige fijn fijne goed goede goeie leuk leuke gezellig gelukkig gelukkige zalig zalige vrolijk rustig mooi")
) | frozenset(words("vrolijke rustige mooie zonnig zonnige plezant plezante lekker lekkere behouden happy beste"))
_GOODBYES = frozenset(
    words(
        "en bedankt dank u je jou dag ok oke ja goed fijn prettig weekend groetjes groeten mvg super top prima dan alvast wel "
        "zeg doei nog een avond , ! . hoor graag merci danku dankjewel dankuwel"
    )
)
_GOODBYE_DAYS = frozenset(words("morgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag overmorgen vanavond vanmiddag"))
_AFTER_GOODBYE = frozenset(words("dan hoor ! . , groetjes groeten mvg he zeker ok en weer"))
_TITLES = frozenset(words("heer mevrouw mevr mw dhr meneer mijnheer juffrouw familie fam dokter dr meester notaris firma garage"))
_FEAST_CUES = frozenset(words("met op na voor rond tegen sinds tot van dag"))
_PARTICLES = frozenset(words("de den der van ter ten vande vanden"))


def is_aside(toks: Tokens, begin: int, end: int) -> bool:
    """Whether the time words between two tokens tell no moment here."""
    before = toks.low(begin - 1)
    if before in _WISHES and end - begin <= 2 and toks.low(begin) not in ("vrijdag", "week"):
        return True
    return _saying(toks, begin, end) or _goodbye(toks, begin, end) or _is_name(toks, begin, end)


def _saying(toks: Tokens, begin: int, end: int) -> bool:
    """ "vandaag de dag", "de dag van vandaag"."""
    if toks.low(end - 1) == "vandaag" and (toks.low(end) == "de" and toks.low(end + 1) == "dag"):
        return True
    if end - begin == 1 and toks.low(begin - 1) == "van" and toks.low(begin - 2) == "dag" and toks.low(begin - 3) == "de":
        return True
    if end - begin == 1 and (
        (toks.low(begin) == "vandaag" and toks.low(end) == "of" and toks.low(end + 1) == "morgen")
        or (toks.low(begin) == "morgen" and toks.low(begin - 1) == "of" and toks.low(begin - 2) == "vandaag")
        or (toks.low(begin) == "gisteren" and toks.low(begin - 1) == "van" and toks.low(begin - 2) == "niet")
    ):
        return True
    first, last = toks.low(begin), toks.low(end - 1)
    around = [toks.low(begin + step) for step in (-3, -2, -1, 0, 1, 2)]
    if end - begin == 1 and "tussen" not in around and ("en" in (around[2], around[4])) and {"pasen", "pinksteren"} <= set(around):
        return True  # "Pasen en Pinksteren op één dag"
    return first in ("sint", "sintmaarten") and last.endswith("maarten") and toks.low(begin - 1) not in _FEAST_CUES


def _goodbye(toks: Tokens, begin: int, end: int) -> bool:
    """ "fijn weekend en tot maandag", "tot morgen dan": last words, with a greeting around them and nothing else."""
    day = begin + 1 if toks.low(begin) == "tot" else begin
    if toks.low(day - 1) != "tot" or end - day != 1 or toks.low(day) not in _GOODBYE_DAYS:
        return False
    same = toks[end].sentence == toks[day].sentence
    if same and toks.low(end) and toks.low(end) not in _AFTER_GOODBYE:
        return False
    greeted = same and toks.low(end) in ("dan", "hoor", "he")
    for at in range(day - 2, max(-1, day - 8), -1):
        if toks[at].sentence != toks[day].sentence:
            break
        if toks.low(at) not in _GOODBYES:
            return False
        greeted = greeted or toks[at].kind == "w"
    return greeted


def _is_name(toks: Tokens, begin: int, end: int) -> bool:
    """ "de heer Maandag", "August De Winter", "Van den Achtste": a time word with a capital where only a name has one."""
    last = toks[end - 1]
    if end - begin > 2 or not last.text[:1].isupper() or last.text.isupper():
        return False
    first = begin if end - begin == 1 else end - 1
    before = toks[first - 1]
    if toks.low(first - 1) == "." and toks.low(first - 2) in _TITLES:
        return True
    if toks.low(first - 1) in _TITLES:
        return True
    word = meaning(last.low)
    if word and word[0] == "month" and begin == end - 1 and toks[end].text[:1].isupper() and toks[end].text[1:].islower():
        return toks[end].sentence == last.sentence  # "Juni Janssens"
    if word and word[0] in ("last", "this", "next", "part"):
        return False
    if before.low in _PARTICLES and toks.low(first - 2) in _TITLES | _PARTICLES:
        return True
    given = toks[first - 2]
    if before.low in _PARTICLES and given.text[:1].isupper() and given.text[1:].islower() and given.low not in SMALL_WORDS:
        return True  # "Yvonne de Winter"
    return before.low in _PARTICLES and before.text[:1].isupper() and not before.text.isupper() and _mid_sentence(toks, first - 1)


def _mid_sentence(toks: Tokens, at: int) -> bool:
    before = toks[at - 1]
    return (
        at > 0
        and before.sentence == toks[at].sentence
        and before.kind == "w"
        and before.low not in SHORT_WEEKDAYS
        and before.low not in SEASONS
    )


def asks_patience(toks: Tokens, begin: int, end: int) -> bool:
    """ "een seconde geduld", "een minuutje aub": a length that only asks to wait."""
    if toks.low(end) in ("geduld", "aub", "alstublieft", "alsjeblieft", "svp", "please"):
        return True
    return toks.low(end) == "," and toks.low(end + 1) in ("aub", "alstublieft") and end - begin <= 2
