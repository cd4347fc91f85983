"""Numbers as people write them: "1.200", "7 500", "2,5 miljoen", "40k", "zevenentachtig", "anderhalve", "een dozijn"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Optional

from .tokens import Tokens, remembered, words

_ONES = words(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
)
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}


def _below_hundred() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ONES)}
    for name, ten in _TENS.items():
        words[name] = ten
        for one in range(1, 10):
            words[f"{_ONES[one]}en{name}"] = ten + one
    words.update({"zeuven": 7, "achtien": 18, "viertien": 14, "drietien": 13, "veertein": 14, "tweeentachtig": 82})
    return words


_SMALL = _below_hundred()
_SPECIAL = {
    **dict.fromkeys(("anderhalf", "anderhalve", "anderhalven"), Decimal("1.5")),
    **dict.fromkeys(("half", "halve", "halven"), Decimal("0.5")),
    "driekwart": Decimal("0.75"),
    "dozijn": Decimal(12),
    "paar": Decimal(3),
    "enkele": Decimal(3),
    "koppel": Decimal(2),
}
_HALVES = {f"{word}enhal{end}": Decimal(number) + Decimal("0.5") for number, word in enumerate(_ONES) if number for end in ("f", "ve")}
_TALS = {f"{word}tal": Decimal(number) for word, number in {**_SMALL, "honderd": 100, "duizend": 1000}.items() if number >= 2}
MULTIPLIERS = {
    **dict.fromkeys(("k", "duizend", "duzend", "dzd"), 1000),
    **dict.fromkeys(("mln", "miljoen", "mio", "miljoenen", "miljoe", "miljon", "milj"), 10**6),
    **dict.fromkeys(("mld", "miljard", "mrd"), 10**9),
    "honderd": 100,
}
_VAGUE = frozenset(("paar", "enkele", "koppel"))
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_MAX_DIGITS = 18
_MAX_GROUPS = 8


@dataclass(frozen=True)
class Number:
    """A number read at a token: `end` is the token after it. `raw` is its digits as written ("" for words).

    `noun_like`: "een dozijn", "een tiental"; `vague`: "een paar"; `scaled`: with k, duizend, miljoen.
    """

    value: Decimal
    end: int
    raw: str = ""
    vague: bool = False
    scaled: bool = False
    noun_like: bool = False


def literal(raw: str) -> Optional[Decimal]:
    """The value of digits with separators, the Dutch way (1.200,50); English (1,200.50) only where it cannot be Dutch."""
    if len(raw) > _MAX_DIGITS + 8 or not raw.isascii():
        return None
    plain = raw.replace("'", "").replace("’", "")
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _PLAIN.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    return None


def literal_end(toks: Tokens, at: int) -> int:
    """The token after the digits at `at` with the separators glued to them, readable as a number or not."""
    end = at + 1
    while (
        end < at + 2 * _MAX_GROUPS
        and toks[end].text in (".", ",", "'", "’")
        and not toks[end].gap
        and toks[end + 1].kind == "d"
        and not toks[end + 1].gap
    ):
        end += 2
    return end


def _spaced_groups(toks: Tokens, at: int) -> int:
    """The token after "7 500" or "1 250 000,50" at `at`, or `at` when it is not written in spaced groups."""
    end = at + 1
    if toks[at].text.startswith("0") or len(toks[at].text) > 3:
        return at
    while (
        end < at + _MAX_GROUPS
        and toks[end].kind == "d"
        and len(toks[end].text) == 3
        and toks[end].gap in (" ", "\u00a0", "\u202f", "\u2009")
    ):
        end += 1
    if end == at + 1:
        return at
    if toks[end].kind == "d" and not toks[end].gap:
        return at
    if toks[end].text == "," and not toks[end].gap and toks[end + 1].kind == "d" and not toks[end + 1].gap and len(toks[end + 1].text) <= 2:
        end += 2
    return end


def _digits(toks: Tokens, at: int) -> Optional[Number]:
    if toks[at - 1].kind == "w" and not toks[at].gap:
        return None  # R740, KB5005565: a name
    end = _spaced_groups(toks, at)
    if end > at:
        raw = "".join(toks[k].text for k in range(at, end))
    else:
        end = literal_end(toks, at)
        raw = "".join(toks[k].text for k in range(at, end))
    value = literal(raw)
    return None if value is None else Number(value, end, raw)


@lru_cache(maxsize=4096)
def _word(word: str) -> Optional[Decimal]:
    """The value of one written-out number word below a million, such as "drieduizendvijfhonderdtwaalf"."""
    if word in _SMALL:
        return Decimal(_SMALL[word])
    if word in _HALVES:
        return _HALVES[word]
    if len(word) > 60:
        return None
    for name, scale in (("duizend", 1000), ("honderd", 100)):
        left, found, right = word.partition(name)
        if not found:
            continue
        head = Decimal(1) if not left else _word(left)
        if right.startswith("en") and len(right) > 2 and _word(right[2:]) is not None:
            right = right[2:]
        tail = Decimal(0) if not right else _word(right)
        if head is None or tail is None or tail >= scale or head != int(head):
            return None
        return head * scale + tail
    return None


def _words(toks: Tokens, at: int) -> Optional[Number]:
    word = toks.low(at)
    if word in _SPECIAL:
        return Number(_SPECIAL[word], at + 1, vague=word in _VAGUE, noun_like=word == "dozijn")
    if word in _TALS:
        return Number(_TALS[word], at + 1, noun_like=True)
    value = _word(word)
    if value is None:
        return None
    end = at + 1
    if toks.low(end) == "komma":
        return _spoken_decimal(toks, value, end) or Number(value, end)
    while True:  # "drie duizend vijf honderd", "honderd en twintig", "twee-en-twintig"
        skip = end
        if toks.low(skip) in ("en", "-"):
            skip += 1
            if toks.low(skip) == "en":
                skip += 1
            if toks.low(skip) == "-":
                skip += 1
        if toks.low(skip) == "een" and toks.low(skip + 1) in ("half", "halve") and skip > end and value < 100:
            return Number(value + Decimal("0.5"), skip + 2)
        nxt = _word(toks.low(skip))
        if nxt is None:
            return Number(value, end)
        if value < 10 and nxt in _TENS.values() and skip > end:
            value = value + nxt
        elif skip == end and nxt in (100, 1000) and value < nxt:
            value *= nxt
        elif (nxt < 100 and value >= 100 and value % 100 == 0 and (skip == end or nxt > 1)) or (
            skip == end and value >= 1000 and value % 1000 == 0 and nxt < 1000
        ):
            value += nxt
        else:
            return Number(value, end)
        end = skip + 1


def _spoken_decimal(toks: Tokens, whole: Decimal, comma: int) -> Optional[Number]:
    """ "drie komma vijf", "nul komma nul vijf", "twee komma vijfentwintig": `comma` is the place of the word."""
    digits, at = "", comma + 1
    while toks.low(at) == "nul" and at < comma + 5:
        digits, at = digits + "0", at + 1
    token = toks[at]
    rest = Decimal(token.text) if token.kind == "d" and len(token.text) < 9 else _word(toks.low(at)) if token.kind == "w" else None
    if rest is None or rest >= 1000 or rest != int(rest):
        return Number(Decimal(f"{int(whole)}.{digits}"), at) if digits else None
    return Number(Decimal(f"{int(whole)}.{digits}{int(rest)}"), at + 1)


def _scaled(toks: Tokens, found: Number) -> Number:
    word, follow = toks.low(found.end), toks[found.end]
    if word in ("dozijn", "dozijnen"):
        return Number(found.value * 12, found.end + 1, noun_like=True)
    if word in MULTIPLIERS and not (word == "k" and follow.gap and follow.text != "k") and not found.vague:
        if word == "honderd" and found.value >= 100:
            return found
        value, end = found.value * MULTIPLIERS[word], found.end + 1
        if not found.raw:  # "twee miljoen driehonderdduizend"
            rest = _words(toks, end)
            if rest and rest.end > end and rest.value < MULTIPLIERS[word] and rest.value >= 100 and toks.low(end) != "half":
                value, end = value + rest.value, rest.end
        return Number(value, end, found.raw, scaled=True)
    return found


@remembered
def read_number(toks: Tokens, at: int) -> Optional[Number]:
    """The number that starts at token `at`, with its multiplier; None when none does. "een" counts as 1 here."""
    kind = toks[at].kind
    if kind == "d":
        found = _digits(toks, at)
    elif kind == "w":
        found = _words(toks, at)
    else:
        return None
    if found is None:
        return None
    found = _scaled(toks, found)
    if found.raw == "" and toks[found.end].text == "(":  # "zeven (7)"
        inner = read_number(toks, found.end + 1) if toks[found.end + 1].kind == "d" else None
        if inner and inner.value == found.value and toks[inner.end].text == ")":
            return Number(found.value, inner.end + 1, inner.raw)
    return found
