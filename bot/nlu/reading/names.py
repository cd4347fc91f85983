# ruff: noqa: E501, SIM905 - a pattern broken over lines is harder to read than a long one
"""The names in a text, by rules and lists: persons, organisations, places, systems, ransomware.

What a name does in the claim (who reports, who claims) is read by `people` and `attack`; this module only says where names stand.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Dict, FrozenSet, Iterator, List, NamedTuple, Pattern, Tuple

from ..openers import Opened
from ..spans import disjoint
from .tables import names as t

_LOOKUPS = Path(__file__).resolve().parents[3] / "data" / "lookups"
_EXAMPLES = Path(__file__).resolve().parents[3] / "data" / "nlu"
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")


class Name(NamedTuple):
    """`kind`: person, organisation, place, system or ransomware. `code`: the kind of system, or the country of a place."""

    start: int
    end: int
    kind: str
    code: str = ""
    sure: float = 0.8


def _lines(name: str) -> Iterator[str]:
    for line in (_LOOKUPS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not (line.startswith("#") and not line.startswith("##")):
            yield line.strip()


@lru_cache(maxsize=1)
def first_names() -> FrozenSet[str]:
    return frozenset(line.lower() for line in _lines("first_names.txt"))


def _by_head(name: str) -> Dict[str, str]:
    found, head = {}, ""
    for line in _lines(name):
        if line.startswith("##"):
            head = line[2:].strip()
        else:
            found[line.lower()] = head
    return found


@lru_cache(maxsize=1)
def places() -> Dict[str, str]:
    """Country ("BE", "NL", "either", "abroad") of each place in lower case."""
    return _by_head("places.txt")


@lru_cache(maxsize=1)
def products() -> Dict[str, str]:
    """Kind of system of each product in lower case; "none" when it holds no data."""
    return _by_head("systems.txt")


@lru_cache(maxsize=1)
def ordinary() -> FrozenSet[str]:
    """Words that the training examples use in lower case: none of them is a name by itself."""
    words = set(t.NOT_PERSONS)
    for path in sorted(_EXAMPLES.glob("*.yml")):
        words.update(w for w in _WORD.findall(path.read_text(encoding="utf-8")) if w.islower())
    return frozenset(words - (first_names() - t.WORD_NAMES))


def _alternatives(words: "List[str] | FrozenSet[str]") -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _families() -> Pattern[str]:
    return re.compile(rf"(?<![a-z0-9@/])(?:{_alternatives([line.lower() for line in _lines('ransomware.txt')])})(?: ?\d\.\d)?(?!\w)")


@lru_cache(maxsize=1)
def _products() -> Opened:
    return Opened(
        re.compile(
            rf"(?<![\w@.-])(?:{_alternatives(list(products()))})(?: (?:{_alternatives(list(products()))}))?(?:[ -](?:\d{{2,4}}|\w*servers?|b&r|365|nas|mail)|-hosts?)?(?![\w@])"
        )
    )


@lru_cache(maxsize=1)
def _places() -> Opened:
    return Opened(re.compile(rf"(?<![\w@'’-])(?:{_alternatives(list(places()))})(?![\w@'’-])"))


def find_names(text: str, family_words: FrozenSet[str] = frozenset()) -> List[Name]:
    """The names in `text`, by place, apart; `family_words` are names of gangs that are ordinary words and were not meant here."""
    low = text.lower() if len(text.lower()) == len(text) else text
    found: List[Tuple[int, Name]] = []
    found.extend((0, n) for n in _gangs(text, low))
    found.extend((1, n) for n in _products_in(low))
    found.extend((2, n) for n in _firms(text))
    found.extend((3, n) for n in _persons(text))
    found.extend((4, n) for n in _located(text, low))
    found.extend((5, n) for n in _machines(text))
    found.extend((6, n) for n in _cued_firms(text))
    kept = disjoint(found, span=lambda f: (f[1].start, f[1].end), rank=lambda f: (f[0], f[1].start - f[1].end, f[1].start))
    return [name for _, name in kept]


def _gangs(text: str, low: str) -> Iterator[Name]:
    from .tables.attack import GANG_CONTEXT, ORDINARY

    for m in _families().finditer(low):
        word = re.sub(r" ?\d\.\d$", "", m.group())
        near = low[max(0, m.start() - 60) : m.end() + 40]
        if word not in ORDINARY or GANG_CONTEXT.search(near):
            yield Name(m.start(), m.end(), "ransomware", sure=0.9)
    for m in t.GANG_CUE.finditer(text):
        name = m["name"].strip("\"'“”. ")
        first = name.split()[0].lower()
        if not t.NAMING.search(m.group()[: -len(m["name"])]) and name.islower() and not any(c.isdigit() for c in name):
            continue
        if first in t.NO_GANG or (first in ordinary() and name.islower()) or first in first_names() or not any(c.isalpha() for c in name):
            continue
        at = text.index(name, m.start("name"))
        yield Name(at, at + len(name), "ransomware", sure=0.7)


def _products_in(low: str) -> Iterator[Name]:
    for m in _products().finditer(low):
        known = next((code for name, code in products().items() if m.group().startswith(name)), "other")
        yield Name(m.start(), m.end(), "system", _kind_of(m.group(), known), 0.9)


def _machines(text: str) -> Iterator[Name]:
    for m in t.HOST.finditer(text):
        if any(c.isdigit() for c in m.group()):
            yield Name(m.start(), m.end(), "system", "servers", 0.8)
    for m in t.SYSTEM.finditer(text):
        yield Name(m.start("name"), m.end("name"), "system", _kind_of(m["name"].lower(), "other"), 0.7)


def _kind_of(words: str, otherwise: str) -> str:
    if otherwise != "other":
        return otherwise
    return next((code for code, pattern in t.KINDS if pattern.search(words)), otherwise)


def _firms(text: str) -> Iterator[Name]:
    for m in t.LEGALLY.finditer(text):
        yield _cut(text, m, 0.9)
    for m in t.TRADED.finditer(text):
        if m["trade"].lower() not in places():
            yield _cut(text, m, 0.85)
    for m in t.FIRMED.finditer(text):
        yield _cut(text, m, 0.85)
    for pattern, part in ((t.LOW_TRADE, "rest"), (t.LOW_FIRM, "own")):
        for m in pattern.finditer(text):
            own = [
                w
                for w in m[part].lower().split()
                if w not in ("de", "het", "'t", "van", "den", "der", "la", "le", "bv", "bvba", "nv", "vof", "vzw")
            ]
            if own and not any(w in ordinary() for w in own):
                yield Name(m.start("name"), m.end("name"), "organisation", sure=0.7)


_LEADING = re.compile(
    r"(?:(?:Met|Bij|Van|Onze|Ons|Een|Het|Klant|Firma|Ook|En|Dit|Dat|Wij|Ik|Namens|Volgens|Door|Via|Voor|Alleen|Beller|Contact|Zaakvoerder|Goedemorgen|Hallo|Dag|Beste)[,:]?\s)+"
)


def _cut(text: str, m: "re.Match[str]", sure: float) -> Name:
    """The firm's name without the words of the sentence that begin with a capital before it."""
    start, end = m.span("name")
    words = m["name"].split()
    joint = re.search(r"\s(?:van|bij|voor|namens)\s(?=[A-Z])", m["name"])
    if joint and _known_first(words[0]):
        start += joint.end()  # "Joost de Vries van De Vries Automatisering"
    while (small := re.match(r"[a-z'’]+\s", text[start:end])) is not None:
        start += small.end()
    last = text[start:end].rsplit(" ", 1)
    if len(last[0].split()) > 1 and last[-1].lower() in places() and not re.fullmatch(t.PARTICLE, last[0].split()[-1]):
        end = start + len(last[0])
    lead = _LEADING.match(text, start)
    if lead and lead.end() < end and not (lead.group().strip() in ("Van", "Het") and start and text[start - 1] == " "):
        start = lead.end()
    while end > start and text[end - 1] in " ,":
        end -= 1
    return Name(start, end, "organisation", sure=sure)


def _first_word(name: str) -> str:
    """The first word in lower case that is no particle."""
    return next((w.lower() for w in name.split() if not re.fullmatch(t.PARTICLE, w)), "")


def _known_first(word: str) -> bool:
    low = word.lower().strip(".,")
    return low in first_names() or low.split("-")[0] in first_names()


def _persons(text: str) -> Iterator[Name]:
    for pattern in (t.TITLED, t.PERSON_CUE):
        for m in pattern.finditer(text):
            first = _first_word(m["name"])
            if first not in t.NOT_PERSONS and not re.fullmatch(t.TRADE, first, re.I):
                yield Name(m.start("name"), m.end("name"), "person", sure=0.85)
    for m in t.LOW_TITLED.finditer(text):
        if m["own"] not in ordinary() or m["own"] in t.WORD_SURNAMES:
            yield Name(m.start("name"), m.end("name"), "person", sure=0.75)
    for m in t.INITIALS.finditer(text):
        yield Name(m.start("name"), m.end("name"), "person", sure=0.85)
    for m in t.CAPITALS.finditer(text):
        words = m["name"].split()
        start = m.start("name")
        of = re.search(r" (?:van|bij|voor) (?=[A-Z])", m["name"])
        if of and sum(w[0].isupper() for w in m["name"][: of.start()].split()) > 1:
            words = m["name"][: of.start()].split()  # "Dmitri Volkov van RijnData"
        whole = start + len(" ".join(words))
        while words and not _known_first(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        if not words or (words[0].lower() in t.WORD_NAMES and len(words) < 2):
            continue
        yield Name(start, whole, "person", sure=0.85 if len(words) > 1 else 0.7)
    for m in t.LAST_FIRST.finditer(text):
        if m["initial"]:
            yield Name(m.start("initial"), m.end("initial"), "person", sure=0.6)
        elif _known_first(m["first"]) and not {_first_word(m["name"])} & (ordinary() | places().keys()):
            yield Name(m.start("name"), m.end("name"), "person", sure=0.6)
    yield from _small_persons(text)


_FIRM_ENDS = frozenset(
    "computers computer systems solutions networks logistics automatisering informatica consulting services tuinen transport accountants advocaten foods partners".split()
)


def _small_persons(text: str) -> Iterator[Name]:
    """Names without capitals: a known first name, with the word behind it when that is no ordinary one."""
    for m in re.finditer(r"(?<![\w@.'’-])[a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?(?![\w@'’-])", text):
        if not _known_first(m.group()) or (m.group() in t.WORD_NAMES and m.group() != "jan"):
            continue
        more = re.match(
            r"(?:\s(?:van|de|der|den|ter|ten|te|el|vande|vander|vanden)){0,3}\s([a-zà-ÿ][\w'’-]{2,})(?![\w@])", text[m.end() : m.end() + 40]
        )
        end = m.end()
        own = more.group(1) if more else ""
        fits = own not in ordinary() or (own in t.WORD_SURNAMES and " de " in f"{more.group() if more else ''}")
        if more and fits and not re.fullmatch(t.TRADE, own) and own not in _FIRM_ENDS:
            end += more.end()
        if end > m.end() or m.group() not in t.WORD_NAMES:
            yield Name(m.start(), end, "person", sure=0.7 if end > m.end() else 0.5)


_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:in|te|uit|naar|vanuit|regio|omgeving|politie|PZ|pz|bij|van|vlak bij|richting|gemeente|stad|locatie|vestiging|filiaal)\s$",
    re.I,
)
_PLACE_WORDS = frozenset(
    "as mol best peer halle boom geel asse eke lint melle echt uden elst leek goes epe namen luik waver wellen olen schelle heers lier bree monster huizen putten kapellen houten rijen soest brecht damme sneek velp bladel asten weert tiel joure hulst deurne best rumst niel duffel ranst ham hamme lede lint staden halen peer brakel mol mons den de borgloon leerdam someren diemen".split()
)


def _located(text: str, low: str) -> Iterator[Name]:
    for m in _places().finditer(low):
        written = text[m.start() : m.end()]
        led = bool(_BEFORE_PLACE.search(text[max(0, m.start() - 12) : m.start()]))
        capital = written[0].isupper() or written.startswith("'s-")
        if (capital and (led or m.group() not in _PLACE_WORDS)) or (led and not capital and m.group() not in ordinary()):
            yield Name(m.start(), m.end(), "place", places()[m.group()], 0.9 if led else 0.7)


def _cued_firms(text: str) -> Iterator[Name]:
    for m in t.ORG_CUE.finditer(text):
        words = m["name"].split()
        low = words[0].lower().strip(".,")
        if low in t.NOT_PERSONS or low in places() or _known_first(words[0]) or m["name"].lower() in products() or m["name"].isdigit():
            continue
        if len(m["name"]) < 3 or re.fullmatch(r"\d.*", m["name"]):
            continue
        yield Name(m.start("name"), m.end("name"), "organisation", sure=0.6)
    for m in t.LOW_ORG_CUE.finditer(text):
        kept = []
        for word in m["name"].split():
            if word in ordinary() and not re.fullmatch(t.TRADE, word):
                break
            kept.append(word)
        if kept:
            yield Name(m.start("name"), m.start("name") + len(" ".join(kept)), "organisation", sure=0.6)
