"""The day or calendar stretch at a place in a text, whatever its form."""

from typing import Optional

from .calendar_names import half_year, month_alone, plain_year, quarter, season, week_number
from .day import ORDINAL_ENDS, Day
from .days import read_single
from .periods import edge_of, ordinal_of, relative, weekend
from .tokens import Tokens, remembered

_PAST_MARKS = frozenset(["jl", "ll", "jongstleden", "laatstleden"])
# The first that reads anything wins: "de laatste vrijdag van oktober" before "de laatste vrijdag".
_READERS = (ordinal_of, read_single, relative, weekend, edge_of, quarter, season, week_number, month_alone, half_year)


@remembered
def read_day(toks: Tokens, at: int) -> Optional[Day]:
    """The day or calendar stretch that starts at token `at`, or None."""
    if toks[at].kind not in ("d", "w"):
        return None
    if toks[at].kind == "d" and toks.low(at + 1) not in ORDINAL_ENDS:
        return read_single(toks, at)  # the others begin with a word or an ordinal; a pasted table has thousands of digits
    for reader in _READERS:
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
