"""Dates in digits, the Dutch way round: 12/11, 12-11-2026, 12.11.26, 3-11-'26, "18 11 2026", and 2026-11-18."""

from typing import Optional

from .day import Day, calendar_day, century, is_weekday, year_at
from .tokens import Tokens, words


def read_numeric(toks: Tokens, at: int) -> Optional[Day]:
    """2026-11-18, 12/11, 12-11-2026, 12.11.26."""
    first, sign = toks[at].text, toks[at + 1].text
    if toks[at + 1].kind == "d":
        return _spaced(toks, at)
    if toks[at - 1].text in "/-.,:" and toks[at - 1].kind == "p" and not toks[at].gap and toks[at - 2].kind == "d" and not toks[at - 1].gap:
        return None
    if sign not in ("/", "-", ".") or toks[at + 2].kind != "d":
        return None
    spaced, even = bool(toks[at + 1].gap or toks[at + 2].gap), bool(toks[at + 1].gap) == bool(toks[at + 2].gap)
    if spaced and (sign == "." or not even or toks[at + 3].text != sign):
        return None
    second, third = toks[at + 2].text, toks[at + 4].text
    has_third = toks[at + 3].text == sign and toks[at + 4].kind == "d" and bool(toks[at + 3].gap) == bool(toks[at + 1].gap)
    if len(first) == 4 and has_third and sign in "-/":
        if not 1950 <= int(first) <= 2099 or not 1 <= int(second) <= 12 or len(third) > 2:
            return None
        iso_time = toks.low(at + 5) == "t" and not toks[at + 5].gap and toks[at + 6].kind == "d" and not toks[at + 6].gap
        return calendar_day(int(third), int(second), int(first), at + 5 + iso_time)
    if len(first) > 2 or len(second) > 2 or not 1 <= int(second) <= 12:
        return None
    if toks[at + 3].text == sign and (said := year_at(toks, at + 4)) and toks[at + 4].kind == "p":  # 3-11-'26
        return calendar_day(int(first), int(second), said[0], said[1])
    if has_third:
        if len(third) not in (2, 4) or (len(third) == 4 and not 1950 <= int(third) <= 2099):
            return None
        if sign == "." and len(third) == 2 and _version_like(toks, at):
            return None
        return calendar_day(int(first), int(second), int(third) if len(third) == 4 else century(int(third)), at + 5)
    if toks[at + 3].text == sign and not toks[at + 3].gap and toks[at + 4].kind == "d":
        return None
    if not _plausible_short(toks, at, sign):
        return None
    return calendar_day(int(first), int(second), None, at + 3)


def _version_like(toks: Tokens, at: int) -> bool:
    """Whether "2.4.49" is a version: a year far off, or one-digit parts behind a name."""
    if not 1990 <= century(int(toks[at + 4].text)) <= 2039:
        return True
    name = toks[at - 1].text[:1].isupper() and toks.low(at - 1) not in _DATE_CUES and not is_weekday(toks, at - 1)
    return name and len(toks[at].text) == len(toks[at + 2].text) == 1


def _spaced(toks: Tokens, at: int) -> Optional[Day]:
    """ "18 11 2026", as said aloud or typed on a phone."""
    month, year = toks[at + 1], toks[at + 2]
    if (toks[at].gap and toks[at - 1].kind == "d") or toks[at + 3].kind == "d" or len(toks[at].text) > 2 or len(month.text) > 2:
        return None
    if year.kind != "d" or len(year.text) != 4 or not 1990 <= int(year.text) <= 2099 or not 1 <= int(month.text) <= 12:
        return None
    return calendar_day(int(toks[at].text), int(month.text), int(year.text), at + 3)


_MARKS = frozenset(("een", "score", "cijfer", "geef", "geven", "gaf", "rapport", "rating"))
_DATE_CUES = frozenset(
    words("op sinds tot van vanaf tem tm t/m dd d.d datum rond voor na vóór tussen en per ten sedert begonnen ontdekt gebeurd")
)


def _plausible_short(toks: Tokens, at: int, sign: str) -> bool:
    """Whether "12-11", "12.11" or "2/3" without a year is a date and not a range, a decimal or a fraction."""
    cued = toks.low(at - 1) in _DATE_CUES or is_weekday(toks, at - 1) or (toks.low(at - 1) == "." and is_weekday(toks, at - 2))
    if sign == "/":
        if toks[at + 2].text in ("10", "5") and not cued and (toks.low(at - 1) in _MARKS or toks.low(at + 3) in ("voor", "gescoord")):
            return False  # "een 8/10", "9/10 voor de service"
        return not (toks.low(at + 3) in ("van", "de", "deel", "vd") and toks[at].text in ("1", "2", "3") and not cued)
    if sign == "-":
        alone = toks.alone(at, at + 3) or toks.low(at + 3) in ("om", "rond") or toks.low(at - 1) in (":", "(")
        return (cued and toks.low(at - 1) not in ("van", "tot", "tussen", "per")) or alone
    return (
        ((cued and toks.low(at - 1) in ("op", "sinds", "dd", "datum")) or is_weekday(toks, at - 1))
        and len(toks[at + 2].text) == 2
        and toks.low(at + 3) not in ("uur", "u", "euro")
    )
