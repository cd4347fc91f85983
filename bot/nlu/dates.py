"""The day or calendar stretch at a place in a text, whatever its form."""

from typing import Optional

from .calendar_names import half_year, month_alone, plain_year, quarter, season, week_number
from .day import Day
from .days import read_single
from .periods import edge_of, ordinal_of, relative, weekend
from .tokens import Tokens, remembered

_PAST_MARKS = frozenset(["jl", "ll", "jongstleden", "laatstleden"])
# The first that reads anything wins: "de laatste vrijdag van oktober" before "de laatste vrijdag".
_READERS = (ordinal_of, read_single, relative, weekend, edge_of, quarter, season, week_number, month_alone, half_year)
# These begin with a word; digits, of which a pasted table has thousands, need not ask them.
_WORDS_ONLY = (relative, weekend, edge_of, season, week_number, month_alone)
_FOR_DIGITS = tuple(reader for reader in _READERS if reader not in _WORDS_ONLY)


@remembered
def read_day(toks: Tokens, at: int) -> Optional[Day]:
    """The day or calendar stretch that starts at token `at`, or None."""
    if toks[at].kind not in ("d", "w"):
        return None
    for reader in _FOR_DIGITS if toks[at].kind == "d" else _READERS:
        found = reader(toks, at)
        if found:
            return found
    return None


def past_mark(toks: Tokens, at: int) -> int:
    """The token after "jl." / "ll." / "jongstleden" at `at`, or `at`."""
    if toks.low(at) in _PAST_MARKS:
        return at + 2 if toks.low(at + 1) == "." and not toks[at + 1].gap else at + 1
    return at


def read_year(toks: Tokens, at: int) -> Optional[Day]:
    """ "2025" where a word before it makes it a year."""
    return plain_year(toks, at)
