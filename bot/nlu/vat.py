"""Whether an amount was said with or without VAT, in words before or behind it."""

from typing import Optional

from .tokens import Tokens, words

_EXCLUDING = frozenset(words("excl ex exc exclusief exlusief exclusiv zonder exkl exlcusief excusief excluis plus + voor"))


_INCLUDING = frozenset(["incl", "inc", "inclusief", "met", "inkl", "inclusive", "inclu", "inbegrip"])


_VAT = frozenset(("btw", "vat", "tva", "bwt", "btv", "btws"))


_VAT_FILLERS = frozenset(
    words(
        ", ( . : - en dat is dit eveneens ook telkens allemaal alles per jaar maand dag uur week stuk de het totaal "
        "bedrag als in p / m j mnd jr gevraagd betaald gefactureerd geeist gevorderd kost kostte , wel euro u h alle "
        "afgerond ongeveer"
    )
)
VAT_WORDS = _VAT | _EXCLUDING | _INCLUDING


def vat_after(toks: Tokens, end: int) -> Optional[tuple[str, int]]:
    """(excl or incl, token after) for the VAT words behind an amount, a few small words apart."""
    at = end
    for _ in range(7):
        found = _vat_words(toks, at)
        if found:
            return found
        if toks.low(at) not in _VAT_FILLERS or (toks.low(at) == "." and toks[at + 1].gap) or not toks[at].text:
            return None
        at += 1
    return None


def _vat_words(toks: Tokens, at: int) -> Optional[tuple[str, int]]:
    word = toks.low(at)
    if word in _VAT:
        return _vat_first(toks, at)
    basis = "excl" if word in _EXCLUDING else "incl" if word in _INCLUDING else None
    if basis is None:
        return None
    if toks.low(at + 1) == "of" or toks.low(at - 1) == "of":
        return None
    skip = at + 1
    if toks.low(skip) == "." and not toks[skip].gap:
        skip += 1
    marked = word in ("excl", "exclusief", "incl", "inclusief", "exc", "inkl", "exkl")
    for _ in range(4):
        if toks.low(skip) in _VAT:
            if toks.low(skip + 1) == "?" and word in ("met", "zonder"):
                return None
            return basis, skip + 1
        if toks[skip].kind == "d" or toks[skip].kind == "x" or toks.low(skip) in ("%", "procent", "de", "belgische", "nederlandse", "-"):
            skip += 1
        else:
            break
    alone = marked and (
        not toks.low(skip) or toks[skip].kind == "p" or toks.low(skip) in ("en", "maar", "betaald", "per", "voor", "dus", "gefactureerd")
    )
    return (basis, skip if toks.low(skip - 1) == "." else at + 1) if alone else None


def _vat_first(toks: Tokens, at: int) -> Optional[tuple[str, int]]:
    """ "btw inbegrepen", "btw niet inbegrepen", "btw excl."."""
    word, skip = toks.low(at + 1), at + 1
    if word in ("is", "zit", "was"):
        skip += 1
    negated = toks.low(skip) in ("niet", "nog", "exclusief", "excl", "uitgezonderd", "ex")
    if negated:
        while toks.low(skip) in ("niet", "nog", "bij", "in") and skip < at + 6:
            skip += 1
        return "excl", skip + 1
    if toks.low(skip) in (
        "inbegrepen",
        "inbegrpen",
        "incl",
        "inclusief",
        "inbegrip",
        "erin",
        "inbegepen",
        "inc",
        "meegerekend",
        "inbegreepen",
        "ingerekend",
        "erbij",
    ):
        return "incl", skip + 1
    return None


def vat_before(toks: Tokens, begin: int) -> Optional[str]:
    """ "exclusief btw gaat het om 1.250 euro": the basis said just before, in the same sentence."""
    for at in range(begin - 1, max(-1, begin - 8), -1):
        if toks[at].sentence != toks[begin].sentence or toks.low(at) in ("euro", "eur", "€", "dollar", "$") or toks[at].kind == "d":
            return None
        if toks.low(at) in _VAT and toks[at].kind == "w":
            for word_at in (at - 1, at - 2):
                word = toks.low(word_at)
                if word == "of" or toks.low(word_at - 1) == "of":
                    return None
                if word in _EXCLUDING - {"plus", "+", "voor"}:
                    return "excl"
                if word in _INCLUDING:
                    return "incl"
            return None
    return None
