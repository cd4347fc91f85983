"""Dutch and Flemish time words in all their forms, and the repair of typing errors in them.

A word means a pair (class, value): ("weekday", (4, "middag")) for "vrijdagnamiddag", ("month", 11) for "november",
("unit", "week"), ("day", -1) for "gisteren". `meaning` reads a folded word (see `tokens.fold`).
"""

from functools import lru_cache
from typing import Any, Optional

from .tokens import words

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")

# Short forms count only next to a day number: "ma" is also "maar", "zo" is also "so", "Jan" is also a man.
SHORT_WEEKDAYS = {
    **dict.fromkeys(("ma", "maa"), 0),
    **dict.fromkeys(("di", "din", "dins"), 1),
    **dict.fromkeys(("wo", "woe", "woens"), 2),
    **dict.fromkeys(("do", "don", "dond"), 3),
    **dict.fromkeys(("vr", "vri", "vrij"), 4),
    **dict.fromkeys(("za", "zat", "zater"), 5),
    **dict.fromkeys(("zo", "zon"), 6),
}
SHORT_MONTHS = {
    **{"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8},
    **{"sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12},
}
OTHER_MONTHS = {"january": 1, "february": 2, "march": 3, "june": 6, "july": 7, "august": 8, "october": 10}

# Part of day -> from hour, to hour.
PARTS = {"nacht": (0, 6), "ochtend": (6, 12), "middag": (12, 18), "avond": (18, 24)}
PART_WORDS = {
    **{"nacht": "nacht", "ochtend": "ochtend", "morgend": "ochtend", "voormiddag": "ochtend", "vm": "ochtend", "ochtends": "ochtend"},
    **{"middag": "middag", "namiddag": "middag", "achternoen": "middag", "achtermiddag": "middag", "avond": "avond", "vooravond": "avond"},
}
_PART_ENDINGS = {**PART_WORDS, "morgen": "ochtend", "nm": "middag", "noen": "middag"}
# "'s nachts" and its relatives; also glued, as people type it.
PART_GENITIVES = {
    **{"nachts": "nacht", "ochtends": "ochtend", "morgens": "ochtend", "voormiddags": "ochtend"},
    **{"middags": "middag", "namiddags": "middag", "noens": "middag", "achternoens": "middag", "avonds": "avond"},
}

_DAY_WORDS = {
    **dict.fromkeys(("vandaag", "heden", "vandage"), 0),
    **dict.fromkeys(("gisteren", "gister", "gistere", "gistern", "gisterend"), -1),
    **dict.fromkeys(("eergisteren", "eergister", "eergistern", "eergistere", "voorgisteren"), -2),
    **dict.fromkeys(("overmorgen",), 2),
}

UNITS = {
    **dict.fromkeys(("seconde", "seconden", "secondes", "sec", "secs"), "second"),
    **dict.fromkeys(("minuut", "minuten", "minuutje", "minuutjes", "min", "mins", "minuutn", "minutn", "minute"), "minute"),
    **dict.fromkeys(("kwartier", "kwartieren", "kwartiertje", "kwartiertjes"), "quarter_hour"),
    **dict.fromkeys(("uur", "uren", "uurtje", "uurtjes", "u", "h", "hr", "hrs", "uurn", "urn", "ure"), "hour"),
    **dict.fromkeys(
        ("dag", "dagen", "dagje", "daagje", "dagjes", "daagjes", "dagn", "dage", "daagen", "dgn", "dgen", "dagne", "werkdag", "werkdagen"),
        "day",
    ),
    **dict.fromkeys(("etmaal", "etmalen", "kalenderdagen", "kalenderdag"), "day"),
    **dict.fromkeys(("week", "weken", "weekje", "weekjes", "wekn", "weke", "wkn", "weeken", "werkweken", "werkweek"), "week"),
    **dict.fromkeys(("maand", "maanden", "maandje", "maandjes", "mnd", "mndn", "maandn", "maande", "mnden"), "month"),
    **dict.fromkeys(("kwartaal", "kwartalen", "trimester", "trimesters"), "quarter"),
    **dict.fromkeys(("jaar", "jaren", "jaartje", "jaartjes", "jr", "jaren"), "year"),
}
SEASONS = {**dict.fromkeys(("lente", "voorjaar"), 3), "zomer": 6, **dict.fromkeys(("herfst", "najaar"), 9), "winter": 12}

LAST = frozenset(words("vorige vorig verleden afgelopen voorbije laatste laatstleden jongstleden gepasseerde vrige voorige verlede"))
THIS = frozenset(["deze", "dit", "huidige", "lopende", "dezen"])
NEXT = frozenset(words("volgende volgend komende komend aanstaande aankomende eerstkomende eerstvolgende toekomende"))

# Real words one stroke away from a time word.
_NOT_A_TYPO = frozenset(
    words(
        "vandaar zondaar zondags vrijdags morgens avonden ochtenden middagen minuten manden wanden maandags vermiddag "
        "overnacht verlaten vernacht weekends vanmiddags gesteven listeren masteren minstens novembers januaris "
        "afgelopene vandalen paarden verleidt zondagen"
    )
)


def _build() -> dict[str, tuple[str, Any]]:
    words: dict[str, tuple[str, Any]] = {}
    for number, name in enumerate(MONTHS, 1):
        words[name] = ("month", number)
    words.update({name: ("month", number) for name, number in OTHER_MONTHS.items()})
    for number, name in enumerate(WEEKDAYS):
        words[name] = words[name + "s"] = ("weekday", (number, None))
        for ending, part in _PART_ENDINGS.items():
            if ending not in ("vm", "nm", "ochtends"):
                words[name + ending] = ("weekday", (number, part))
    for name, shift in _DAY_WORDS.items():
        words[name] = ("day", (shift, None))
        if shift < 0:
            for ending, part in _PART_ENDINGS.items():
                words[name + ending] = ("day", (shift, part))
    for ending, part in _PART_ENDINGS.items():
        words["van" + ending] = ("day", (0, part))
        words["morgen" + ending] = ("day", (1, part))
        words["overmorgen" + ending] = ("day", (2, part))
    words["vandenavond"] = ("day", (0, "avond"))
    words["morgenvroeg"] = ("day", (1, "ochtend"))
    words.update({"s" + name: ("part", part) for name, part in PART_GENITIVES.items()})
    words.update({name: ("season", month) for name, month in SEASONS.items()})
    words.update(dict.fromkeys(("weekend", "weekeind", "weekeinde", "weekends", "wkd"), ("weekend", None)))
    words.update({name: ("last", None) for name in LAST})
    words.update({name: ("this", None) for name in THIS})
    words.update({name: ("next", None) for name in NEXT})
    return words


_WORDS = _build()
# Too short or too close to ordinary words to guess at.
_EXACT_ONLY = frozenset(words("maart juni juli mei april morgen zomer winter lente vannoen heden")) | LAST - {"afgelopen"} | THIS | NEXT


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _neighbours() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for word in _WORDS:
        if len(word) >= 6 and word not in _EXACT_ONLY:
            for form in {word, *_deletions(word)}:
                index.setdefault(form, []).append(word)
    return index


_NEAR = _neighbours()


def _one_edit(a: str, b: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours turns `a` into `b`."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    x, y = a[at:], b[at:]
    return x[1:] == y[1:] or x == y[1:] or x[1:] == y or (len(x) > 1 and x[:2] == y[1::-1] and x[2:] == y[2:])


@lru_cache(maxsize=8192)
def meaning(word: str) -> Optional[tuple[str, Any]]:
    """What a folded word says about time, one typing error forgiven in the longer words; None when nothing."""
    if word in _WORDS:
        return _WORDS[word]
    if not 5 <= len(word) <= 24 or word in _NOT_A_TYPO:
        return None
    if "y" in word and word.replace("y", "ij") in _WORDS:
        return _WORDS[word.replace("y", "ij")]  # "vrydag"
    for form in (word, *_deletions(word)):
        for candidate in _NEAR.get(form, ()):
            if _one_edit(word, candidate):
                return _WORDS[candidate]
    return None


APPROXIMATE = frozenset(
    words(
        "ongeveer circa ca rond rondom omstreeks omtrent tegen ruim bijna zowat pakweg grofweg plusminus ~ ± grosso "
        "naar ong plm krap dik goed zo'n zon haast minstens hooguit maximaal zeker dikke kleine krappe goede goeie "
        "nabij bij schatting amper nagenoeg vermoedelijk zo of circa. iets kort even net vlak slordige"
    )
)
