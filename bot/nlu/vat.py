"""Whether an amount was said with or without VAT, in words before or behind it."""

from typing import Optional

from .tokens import Tokens, words

_EXCLUDING = frozenset(
    words("excl ex exc exclusief exlusief exclusiv zonder exkl exl exlcusief excusief excluis exclussief buiten plus + voor")
)


_INCLUDING = frozenset(["incl", "inc", "inclusief", "met", "inkl", "inclusive", "inclu", "inbegrip", "inbegrepen", "incluis", "na"])


_VAT = frozenset(("btw", "vat", "tva", "bwt", "btv", "btws"))


# One word that says it all, also the Belgian French ones.
_WHOLE = {
    **dict.fromkeys(("btwi", "btwin", "btwinc", "tvac", "tvacomprise", "ttc"), "incl"),
    **dict.fromkeys(("btwe", "btwex", "htva", "htw"), "excl"),
}
_TAXES = frozenset(words("belasting belastingen taks taksen taxen tax"))
_TO_COME = frozenset(words("vermeerderen verhogen vermeerderd verhoogd aanvullen"))


_VAT_FILLERS = frozenset(
    words(
        ", ( . : - en dat is dit eveneens ook telkens allemaal alles per jaar maand dag uur week stuk de het totaal "
        "bedrag als in p / m j mnd jr gevraagd betaald gefactureerd geeist gevorderd kost kostte , wel euro u h alle "
        "afgerond ongeveer netto bruto all te daar komt bovenop"
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
    if word in _WHOLE:
        return _WHOLE[word], at + 1
    if word in _TO_COME and toks.low(at + 1) == "met" and toks.low(at + 2) in _VAT:
        return "excl", at + 3  # "te vermeerderen met btw"
    if word == "komt" and toks.low(at + 1) in ("nog", "dan", "er", "daar") and toks.low(at + 2) in _VAT:
        return "excl", at + 3 + (toks.low(at + 3) in ("bij", "bovenop"))  # "daar komt nog btw bij"
    basis = "excl" if word in _EXCLUDING else "incl" if word in _INCLUDING else None
    if basis is None:
        return None
    if toks.low(at + 1) == "of" or toks.low(at - 1) == "of":
        return None
    skip = at + 1
    if toks.low(skip) == "." and not toks[skip].gap:
        skip += 1
    marked = word in ("excl", "exclusief", "incl", "inclusief", "exc", "inkl", "exkl", "exl")
    for _ in range(4):
        if marked and toks.low(skip) in _TAXES:
            return basis, skip + 1
        if toks.low(skip) in _VAT:
            if (toks.low(skip + 1) == "?" and word in ("met", "zonder")) or (toks.low(skip + 1) == "-" and not toks[skip + 1].gap):
                return None  # a question; "na btw-controle"
            return basis, skip + 1
        if (
            toks[skip].kind == "d"
            or toks[skip].kind == "x"
            or toks.low(skip) in ("%", "procent", "de", "belgische", "nederlandse", "-", "alle")
        ):
            skip += 1
        else:
            break
    rate = "".join(token.text for token in (toks[at + 1], toks[at + 2])) in ("21%", "6%", "9%", "12%")
    if word in ("+", "plus") and rate:
        return "excl", at + 3  # "+ 21%"
    alone = marked and (
        not toks.low(skip) or toks[skip].kind == "p" or toks.low(skip) in ("en", "maar", "betaald", "per", "voor", "dus", "gefactureerd")
    )
    return (basis, skip if toks.low(skip - 1) == "." else at + 1) if alone else None


def _vat_first(toks: Tokens, at: int) -> Optional[tuple[str, int]]:
    """ "btw inbegrepen", "btw niet inbegrepen", "btw excl."."""
    word, skip = toks.low(at + 1), at + 1
    while toks[skip].text.isdigit() or toks[skip].text == "%" or toks.low(skip) in ("procent", "van"):  # "btw 21% inbegrepen"
        skip += 1
    word = toks.low(skip)
    if word == "komt" and any(toks.low(k) in ("bij", "bovenop") for k in range(skip + 1, skip + 4)):
        return "excl", next(k for k in range(skip + 1, skip + 4) if toks.low(k) in ("bij", "bovenop")) + 1
    if word in ("is", "zit", "was"):
        skip += 1
    negated = toks.low(skip) in ("niet", "nog", "exclusief", "excl", "uitgezonderd", "ex", "excluis", "eraf", "exl")
    if negated:
        while toks.low(skip) in ("niet", "nog", "bij", "in") and skip < at + 6:
            skip += 1
        return "excl", skip + 1
    if toks.low(skip) in (
        "inbegrepen",
        "inbegrpen",
        "incluis",
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
            behind = toks.low(at + 1)
            left_out = behind == "niet" and toks.low(at + 2) in ("meegerekend", "inbegrepen", "inbegrip", "bijgerekend", "erbij", "in")
            if left_out or behind in ("exclusief", "excl"):
                return "excl"
            if behind in ("inbegrepen", "meegerekend", "inclusief", "incl"):
                return "incl"
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
