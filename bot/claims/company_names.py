"""How alike two names of companies are: "Peeters Computers BVBA" and "de heer Peeters, Peeters Computer" are one; two bakers are not.

`alike(a, b)` says how much of two names agrees; `keys(a)` under which words a name is looked up. Slips of the pen are found with difflib.
"""

import difflib
import functools
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import tomllib

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("same_event.toml").read_text(encoding="utf-8"))
LEGAL, AROUND, PARTICLES, TRADE, COMMON = (frozenset(WORDS[name]) for name in ("legal", "around", "particles", "trade", "common"))
TWINS: dict[str, str] = WORDS["twins"]
Alike = Literal["same", "close", "loose", "different", "unknown"]
TYPO = 0.82  # a word of five letters with one wrong is 0.8, "jansens" for "janssens" 0.93
LEAST_LETTERS = 5  # shorter words differ by one letter too easily: Maes and Mees
# Letters that Dutch spells in more than one way.
SOUNDS = (("ij", "y"), ("ck", "k"), ("ch", "g"), ("ph", "f"), ("qu", "k"), ("x", "ks"), ("c", "k"), ("z", "s"), ("v", "f"), ("dt", "t"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in words: `own` tell it from others, `trade` are shared by many. `core` is the own part in one, `joined` all of it."""

    own: tuple[str, ...]
    trade: tuple[str, ...]
    core: str
    joined: str

    @property
    def is_common(self) -> bool:
        """Whether all that tells it from others is a family name that many bear."""
        return not self.own or (len(self.own) == 1 and self.own[0] in COMMON)


def plain(text: str) -> str:
    """Small letters without accents, "&" as "en"; what is no letter or digit becomes a blank."""
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("&", " en ").replace("'", " ").replace("’", " "))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"\b((?:[a-z]\.){2,})(?!\w)", lambda m: m[1].replace(".", "") + " ", text)  # B.V. is bv
    text = re.sub(r"\bcomm\.? ?v\b\.?", "commv", text)
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


@functools.lru_cache(maxsize=4096)
def read(text: str) -> Name:
    """The words of a name, without its legal form and without what stands around it."""
    words = [TWINS.get(word, word) for word in plain(text).split() if word not in LEGAL]
    words = list(dict.fromkeys(word for word in words if word not in AROUND) or words)  # a name may be nothing else: "De Zaak"
    own = tuple(word for word in words if word not in TRADE and word not in PARTICLES)
    core = "".join(word for word in words if word not in TRADE)
    return Name(own, tuple(word for word in words if word in TRADE), core, "".join(words))


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


@functools.lru_cache(maxsize=16384)
def typo(a: str, b: str) -> bool:
    """Whether one word can be the other with a slip; equal words too."""
    if a == b:
        return True
    if min(len(a), len(b)) < LEAST_LETTERS or abs(len(a) - len(b)) > 3 or _digits(a) != _digits(b):
        return False
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return match.quick_ratio() >= TYPO and match.ratio() >= TYPO


def alike(a: str | None, b: str | None) -> Alike:
    """How much two names agree: `same` in all that tells them apart, `close` with a slip or a part left out, `loose` in a part only."""
    if not a or not b:
        return "unknown"
    one, two = read(a), read(b)
    if not one.joined or not two.joined:
        return "unknown"
    if one.joined == two.joined:
        return "same"
    if not one.own or not two.own:  # "IT Services" and "IT Solutions": all their words are everybody's
        return "close" if typo(one.joined, two.joined) and set(one.trade) <= set(two.trade) | set(one.own) else "different"
    found = _by_words(one, two)
    return "close" if found in ("different", "loose") and one.trade == two.trade and typo(one.core, two.core) else found


def _by_words(one: Name, two: Name) -> Alike:
    left = list(two.own)
    exact = slips = 0
    for word in one.own:
        found = next((other for other in left if other == word), None) or next((other for other in left if typo(word, other)), None)
        if found is not None:
            left.remove(found)
            exact, slips = exact + (found == word), slips + (found != word)
    matched = exact + slips
    missing = len(one.own) - matched
    if not matched:
        return "different"
    if (missing and left) or (one.trade and two.trade and not set(one.trade) & set(two.trade)):
        return "loose"
    if missing or left:
        return "loose" if matched == 1 and (one.own[0] in COMMON or two.own[0] in COMMON) else "close"
    return "close" if slips else "same"


def sound(word: str) -> str:
    """A word by its consonants, as it sounds in Dutch: "Devriese" and "De Vrieze" are both "dfrs"."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub(r"[aeiouy]", "", word[1:])


def keys(text: str | None) -> set[str]:
    """Under which a name is looked up: at least one is shared by any two names that are `same` or `close`, save for odd slips."""
    name = read(text) if text else None
    if name is None or not name.joined:
        return set()
    words = sorted(name.own, key=len, reverse=True)[:2]
    found = {f"s:{sound(word)[:5]}" for word in (*words, name.core) if word}
    found |= {f"e:{word[:3]}{word[-2:]}" for word in words if len(word) >= LEAST_LETTERS}
    return found | {f"j:{sound(name.joined)[:24]}"}
