"""Which numbers count something ("12 servers", "er liggen er 35 plat") and which only name it ("toestel 214", "stap één").

A number is a count when the words around it say so. Two questions, asked at different times: `count_at` turns down at once
what can be no count, price or part of a date; `counted` is asked last, of the numbers that nothing else took up.
"""

from dataclasses import dataclass
from typing import Optional

from .idioms import is_idiom
from .labels import is_labelled, opens
from .nouns import QUANTITIES, SMALL_WORDS, noun_after
from .numbers import Number, literal_end, read_number
from .points import approximate_before
from .tokens import Token, Tokens, words
from .wordforms import UNITS

# Prepositions and the like before a number that stands alone: "op 3389", "via 443", "een 7", "zie 12".
_NO_LEAD = frozenset(words("op via een de in uit onder tegen bij aan door over zie volgens per n het die dit deze binnen"))
_STATUS = frozenset(words("200 301 302 400 401 403 404 408 418 429 500 502 503 504"))
_LEADING_PARTICIPLE = ("eerd", "aakt", "teld", "ekt", "offen", "smet", "uteld", "olen")


_COUNT_KEYS = frozenset(words("aantal totaal personeel schatting fte antwoord omvang"))


@dataclass(frozen=True)
class Count:
    """A number between tokens `begin` and `number.end` that may be a count."""

    begin: int
    number: Number
    approx: bool


def count_at(toks: Tokens, at: int) -> tuple[Optional[Count], int]:
    """(the count that may start at token `at` or None, the token from which the next may be sought)."""
    token = toks[at]
    if token.kind not in ("d", "w"):
        return None, at
    number = read_number(toks, at)
    if number is None:
        return None, literal_end(toks, at) if token.kind == "d" else at
    if toks.low(number.end) in UNITS and len(toks.low(number.end)) > 1:
        return None, number.end  # "elke 3 dagen": a length that was turned down is no count either
    past = _ratio_end(toks, number)
    if past is not None:
        return None, past
    if token.kind == "d" and not _stands_free(toks, at, number.end):
        return None, number.end
    begin = at
    if token.kind == "w":
        if toks.low(at) in _NOT_A_COUNT and number.end == at + 1 and not _stressed(toks, at):
            return None, at
        if number.noun_like and toks.low(at - 1) in ("een", "n"):
            begin = at - 1
    if is_idiom(toks, at, number) or _is_named(toks, at, number):
        return None, number.end
    said, _ = approximate_before(toks, begin)
    return Count(begin, number, said or number.vague or number.noun_like), number.end


def _ratio_end(toks: Tokens, number: Number) -> Optional[int]:
    """The token after "zeven op (de) tien", "tien tegen één", "twee derde"; None for another number."""
    word = toks.low(number.end)
    if word in ("derde", "vierde", "vijfde"):
        return number.end
    if word in ("op", "tegen"):
        skip = number.end + 1 + (toks.low(number.end + 1) == "de")
        other = read_number(toks, skip)
        return other.end if other else None
    return None


_NOT_A_COUNT = frozenset(
    ("half", "halve", "halven", "driekwart", "paar", "enkele", "koppel", "een", "nul", "anderhalf", "anderhalve", "acht")
)


def _stressed(toks: Tokens, at: int) -> bool:
    """Whether "één", "acht" or "nul" alone is a number before a noun here."""
    word, nxt = toks.low(at), toks[at + 1]
    if word == "een":
        return toks[at].text.lower() in ("één", "éen") and nxt.kind == "w" and nxt.low not in SMALL_WORDS
    if word == "acht":
        return (
            nxt.kind == "w"
            and toks.low(at - 1) not in ("ik", "in", "hij", "men", "u", "geef")
            and nxt.low not in ("slaan", "te", "genomen", "dat", "het", "de")
        )
    return word == "nul" and nxt.kind == "w" and nxt.low not in SMALL_WORDS and nxt.low not in ("beginnen", "starten")


def _stands_free(toks: Tokens, at: int, end: int) -> bool:
    """Whether digits are a number of their own, and not a piece of "3e", "12-13-x", "B-12" or "10/20/30"."""
    before, after = toks[at - 1], toks[end]
    if before.kind == "p" and before.text in "/_#@:\\" and not toks[at].gap:
        return False
    if before.text in ("=", ">") and not toks[at].gap and not before.gap and not toks.low(at - 2).endswith("en"):
        return False  # "duration_ms=5021", "<134>1"
    if before.text == "-" and not toks[at].gap and before.gap and toks[at - 2].paragraph == toks[at].paragraph:
        return False  # "parking -2"
    if before.text == "." and not toks[at].gap and (before.gap or before.start == 0):
        return False  # "op .254"
    if before.kind == "p" and before.text in "-." and not toks[at].gap and not before.gap and toks[at - 2].kind in ("w", "x"):
        return False
    if after.kind == "p" and after.text in "/_:\\" and not after.gap and toks[end + 1].kind in ("d", "w") and not toks[end + 1].gap:
        return False
    if after.kind == "p" and not after.gap and (after.text in '"”″' or (after.text == "-" and _joined_word(toks, end))):
        return False  # 19", 1-op-1, 1-ABC-234
    if after.kind == "w" and not after.gap:
        if after.low == "x" and toks[end + 1].kind == "d":
            return False  # "8x5"
        return after.low in QUANTITIES or after.low in ("servers", "klanten")
    return not ((after.kind == "x" and not after.gap) or (before.kind == "x" and not toks[at].gap))


def _joined_word(toks: Tokens, dash: int) -> bool:
    """Whether the dash ties the number to a word that goes on ("1-op-1"), not to "12-tal" or a second number."""
    nxt = toks[dash + 1]
    return nxt.kind == "w" and not nxt.gap and nxt.low != "tal" and toks[dash + 2].text == "-"


# --- what can be no count ---------------------------------------------------------------------------------------------


def _is_named(toks: Tokens, at: int, number: Number) -> bool:
    """Whether the number is a name: after a label ("stap één", "poorten 80 en 443"), or a word with a capital of its own."""
    token = toks[at]
    if token.kind == "w":
        if _capital(token) and at and not opens(toks, at):
            return True  # "Agentschap Acht", "Piet Dertien"
        if toks.low(at - 1) == "geen" or (toks[number.end].text == "-" and not toks[number.end].gap and not toks[number.end + 1].gap):
            return True  # "geen twee dossiers", "twee-factor"
    elif _list_mark(toks, at, number):
        return True
    return is_labelled(toks, at)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _list_mark(toks: Tokens, at: int, number: Number) -> bool:
    """ "1. server plat", "2) herstel": the number of a line in a list."""
    if len(number.raw) > 2 or not number.raw.isdigit() or (at and toks[at - 1].paragraph == toks[at].paragraph):
        return False
    sign = toks[number.end]
    return (
        sign.text in (".", ")")
        and not sign.gap
        and toks[number.end + 1].paragraph == toks[at].paragraph
        and bool(toks[number.end + 1].text)
    )


# --- what is surely a count -------------------------------------------------------------------------------------------


def counted(toks: Tokens, begin: int, number: Number) -> bool:
    """Whether the words around a number that nothing else took up make it a count, or it is a whole answer by itself."""
    at = begin + 1 if number.noun_like and toks.low(begin) in ("een", "n") and toks[begin].kind == "w" else begin
    if number.raw and not _shaped_as_count(toks, at, number):
        return False
    if toks[at - 1].kind == "p" and _log_field(toks, at, number):
        return False
    if number.value == 1:
        return _one_counted(toks, at, number)
    if noun_after(toks, number):
        return not _product_before(toks, at, number)
    if number.noun_like or number.vague:
        return True
    return _leads(toks, at, number)


def _one_counted(toks: Tokens, at: int, number: Number) -> bool:
    """Whether a "1" or "één" is a count: a noun comes right after it, or it is the answer ("servers: 1", "maar één")."""
    if toks.low(number.end) != "van" and toks.low(at - 1) not in ("de", "het", "die") and noun_after(toks, number):
        return not _product_before(toks, at, number)
    if toks.alone(at, number.end) or toks.low(at - 1) in ("maar", "slechts", "er", "nog", "enkel") or toks[at - 1].text in (":", "="):
        return _small_after(toks, number.end)
    return False


def _shaped_as_count(toks: Tokens, at: int, number: Number) -> bool:
    raw, unit = number.raw, toks.low(number.end) in QUANTITIES
    whole = raw.replace(" ", "")
    if whole[:1] == "0" and len(whole) > 1 and whole[1] != ",":
        return False  # 0412
    if "." in raw and number.value < 1000 and not unit and not number.scaled:
        return False  # a version: counts are written with a comma
    if raw.isdigit() and len(raw) > 7:
        return False
    if raw.startswith("0,") and not unit:
        return False
    glued = [toks[at - 1].text == "-" and not toks[at].gap, toks[number.end].text == "-" and not toks[number.end + 1].gap]
    # "Gracht 21-23", "55-889" are no counts; "10-12 servers" is two.
    return not any(glued) or toks.low(number.end + 1) == "tal" or _noun_after_range(toks, at, number)


def _noun_after_range(toks: Tokens, at: int, number: Number) -> bool:
    if toks[number.end].text == "-":
        other = read_number(toks, number.end + 1)
        return toks[at - 1].text != "-" and other is not None and toks[other.end].text != "-" and noun_after(toks, other)
    return toks[at - 3].text != "-" and (noun_after(toks, number) or toks[at - 1].gap != "" or toks[at - 2].kind != "d")


def _product_before(toks: Tokens, at: int, number: Number) -> bool:
    """ "Catalyst 2960 switches", "EliteBook 840 laptops": a name with a number of its own before the noun."""
    before = toks[at - 1]
    if before.kind != "w" or not number.raw.isdigit() or len(number.raw) < 3 or before.low in SMALL_WORDS:
        return False
    if _capital(before) and _capital(toks[number.end]):
        return True  # "Dynamics 365 Business Central"
    if any(letter.isupper() for letter in before.text[1:]) and not before.text.isupper():
        return True
    if not _capital(before) or before.low.endswith(("en", "offen", "smet", "eerd", "teld")):
        return False
    return len(number.raw) >= 4 or not opens(toks, at - 1)


def _leads(toks: Tokens, at: int, number: Number) -> bool:
    """Whether the word before a number without a noun leads to a count ("er zijn 12 kapot", "servers: 12", or nothing)."""
    before = toks[at - 1]
    if number.raw.isdigit() and len(number.raw) == 4 and 1980 <= number.value <= 2099 and not _alone(toks, at, number):
        return False
    if opens(toks, at):
        if before.kind == "p" and (before.text not in ":=(,;>?!.-–*•\"'" or not _sign_leads(toks, at)):
            return False
        if number.raw in _STATUS and toks.low(number.end) in ("op", "bij", "not", "error", "fout"):
            return False  # "404 op de portal"
        return before.text != "," or _counted_before(toks, at) or _small_after(toks, number.end)
    if before.kind != "w" or before.low in _NO_LEAD:
        return False
    if before.low in SMALL_WORDS or before.low in ("van", "stuk"):
        return True
    lower = before.text.islower()
    return lower and len(before.low) > 3 and before.low.endswith(("en", "s", *_LEADING_PARTICIPLE)) and not is_labelled(toks, at)


def _log_field(toks: Tokens, at: int, number: Number) -> bool:
    """ "-rw-r--r-- 1 root", 'HTTP/1.1" 200 5123', "Task: 12544  Keywords": a number in a line that a machine wrote."""
    before, nxt = toks[at - 1], toks[number.end]
    if before.text == '"' and not before.gap and number.raw and nxt.kind == "d":
        return True
    return not _sign_leads(toks, at) and (before.text != ":" or _capital(nxt))


def _sign_leads(toks: Tokens, at: int) -> bool:
    """Whether the sign before a number leads to it: "klanten: 45" and "- 12", and not "EventID: 4625" or "rw-r-- 1"."""
    before, key = toks[at - 1], toks[at - 2]
    if before.text == ":" and key.kind == "w":
        return key.low in SMALL_WORDS or key.low in _COUNT_KEYS or (key.low.endswith(("en", "s", "tal")) and not key.text[1:].isupper())
    return not (before.text in ("-", "–") and not before.gap and key.text and key.paragraph == before.paragraph)


def _alone(toks: Tokens, at: int, number: Number) -> bool:
    return toks.alone(at, number.end)


def _small_after(toks: Tokens, at: int) -> bool:
    return not toks.low(at) or toks[at].kind == "p" or toks.low(at) in SMALL_WORDS


def _counted_before(toks: Tokens, at: int) -> bool:
    """Whether another number was said just before in the same sentence: "12 servers, 35 plat"."""
    return any(toks[k].kind == "d" and toks[k].sentence == toks[at].sentence for k in range(max(0, at - 6), at - 1))
