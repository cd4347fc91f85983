"""Lengths of time: "drie dagen", "anderhalf uur", "vijf kwartier", "1 dag en 6 uur", "een week of twee"."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Optional

from dateutil.relativedelta import relativedelta

from .numbers import read_number
from .tokens import Tokens, remembered, words
from .wordforms import UNITS

SECONDS = {"second": 1, "minute": 60, "quarter_hour": 900, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
_BETWEEN = frozenset(words("volle hele lange dikke goede goeie kleine volledige krappe extra ganse korte werkende opeenvolgende kalender"))
_GLUED = {
    **dict.fromkeys(("halfuur", "halfuurtje", "halfuurke"), (Decimal("0.5"), "hour")),
    **dict.fromkeys(("halfjaar", "halfjaartje"), (Decimal("0.5"), "year")),
    **dict.fromkeys(("kwartier", "kwartiertje"), (Decimal(1), "quarter_hour")),
    **dict.fromkeys(("etmaal",), (Decimal(1), "day")),
}


@dataclass(frozen=True)
class Length:
    """`parts` are (count, unit); `end` is the token after it; `approx` when a word says so ("een week of twee")."""

    parts: tuple[tuple[Decimal, str], ...]
    end: int
    approx: bool = False

    @property
    def unit(self) -> str:
        return self.parts[-1][1]

    @property
    def sub_day(self) -> bool:
        return all(unit in ("second", "minute", "quarter_hour", "hour") for _, unit in self.parts)

    @property
    def months_and_seconds(self) -> tuple[int, int]:
        """Whole months, and seconds; the part of a month that is not whole counts 30 days a month."""
        months = sum((count * MONTHS[unit] for count, unit in self.parts if unit in MONTHS), Decimal(0))
        seconds = sum((count * SECONDS[unit] for count, unit in self.parts if unit in SECONDS), Decimal(0))
        if months != int(months):
            seconds += (months - int(months)) * 30 * 86400
        return int(months), int(seconds)

    def iso(self) -> str:
        months, seconds = self.months_and_seconds
        plain = all(count == int(count) for count, _ in self.parts)
        days, rest = divmod(seconds, 86400)
        if self.sub_day or (rest and days and (not plain or len(self.parts) == 1)):
            days, rest = 0, seconds
        years, months = divmod(months, 12) if self.parts[0][1] == "year" and plain else (0, months)
        dates = "".join(f"{n}{letter}" for n, letter in ((years, "Y"), (months, "M"), (days, "D")) if n)
        hours, minutes, secs = rest // 3600, rest % 3600 // 60, rest % 60
        times = "".join(f"{n}{letter}" for n, letter in ((hours, "H"), (minutes, "M"), (secs, "S")) if n)
        return "P" + dates + ("T" + times if times else "") if dates or times else "PT0S"

    def delta(self) -> timedelta:
        return timedelta(seconds=self.months_and_seconds[1])

    def before(self, day: date, sign: int = -1) -> date:
        """The day this much before `day` (after it with `sign` 1); half days count down."""
        months, seconds = self.months_and_seconds
        return day + sign * (relativedelta(months=months) + timedelta(days=seconds // 86400))


@remembered
def read_length(toks: Tokens, at: int) -> Optional[Length]:
    """The length of time that starts at token `at`, or None. "een" counts as one; "de week" is no length."""
    first = _one(toks, at)
    if first is None:
        return None
    parts, end, approx = [first[0]], first[1], first[2]
    while len(parts) < 4:
        glued = toks[end]
        if (
            parts[-1][1] == "hour"
            and toks.low(end - 1) in ("u", "h")
            and glued.kind == "d"
            and not glued.gap
            and len(glued.text) == 2
            and int(glued.text) < 60
        ):
            parts.append((Decimal(glued.text), "minute"))  # "1u30"
            end += 1
            break
        if parts[-1][1] == "hour" and toks.low(end - 1) == "uur" and _closing_minutes(toks, end):
            parts.append((Decimal(glued.text), "minute"))  # "3 uur 20"
            end += 1
            break
        nxt = end + 1 if toks.low(end) in ("en", ",") else end
        if toks.low(nxt) == "een" and toks.low(nxt + 1) in ("half", "halve") and nxt > end and toks.low(nxt + 2) not in UNITS:
            count, unit = parts[-1]
            return Length((*parts[:-1], (count + Decimal("0.5"), unit)), nxt + 2, approx)
        more = _one(toks, nxt)
        if more is None or toks.low(end) == "," or _rank(more[0][1]) >= _rank(parts[-1][1]):
            break
        parts.append(more[0])
        end = more[1]
    return Length(tuple(parts), end, approx)


def _closing_minutes(toks: Tokens, at: int) -> bool:
    """Whether two digits behind "uur" are minutes: they end the sentence."""
    token, nxt = toks[at], toks[at + 1]
    if token.kind != "d" or len(token.text) != 2 or int(token.text) > 59:
        return False
    return not nxt.text or nxt.sentence != token.sentence or (nxt.text in ".,;)!?" and nxt.kind == "p" and not toks[at + 2].text)


def _rank(unit: str) -> int:
    return ("second", "minute", "quarter_hour", "hour", "day", "week", "month", "quarter", "year").index(unit)


def _one(toks: Tokens, at: int) -> Optional[tuple[tuple[Decimal, str], int, bool]]:
    word = toks.low(at)
    if word in _GLUED and not (word == "kwartier" and toks.low(at - 1) not in ("een", "goed", "klein", "ruim", "'", "n")):
        return _GLUED[word], at + 1, False
    if word in ("een", "n") or (word == "geen" and toks.low(at - 1) == "nog"):
        return _with_article(toks, at)
    if word in UNITS and toks.low(at + 1) == "of" and word not in ("u", "h", "uren", "jaren"):
        return _of_so_many(toks, at)
    number = read_number(toks, at)
    if number is None:
        return None
    end = number.end
    if toks.low(end) in ("kwart", "kwartuur") and toks.low(end + 1) in ("uur", "jaar", "dag") and number.value in (1, 3):
        return (number.value / 4, UNITS[toks.low(end + 1)]), end + 2, False
    if toks.low(end) in ("a", "à", "-", "tot", "of", "–"):
        upper = read_number(toks, end + 1)
        if upper and upper.value > number.value and toks.low(upper.end) in UNITS and not _is_letter_unit(toks, upper.end):
            return (number.value, UNITS[toks.low(upper.end)]), upper.end + 1, True
    while toks.low(end) in _BETWEEN and end < number.end + 2:
        end += 1
    if toks.low(end) == "-" and not toks[end].gap:
        end += 1
    unit = UNITS.get(toks.low(end))
    if unit is None or (end == number.end and _is_letter_unit(toks, end) and toks[end].gap and toks.low(end) == "h" and number.value <= 24):
        return None
    if _is_letter_unit(toks, end) and toks[end].gap and toks[end + 1].kind == "d" and not toks[end + 1].gap:
        return None  # "7.0 U3"
    if toks[end + 1].text == "-" and not toks[end + 1].gap and toks[end + 2].kind == "w" and not toks[end + 2].gap:
        return None  # "24u-wacht"
    if number.value > 10**6 or (unit == "year" and number.value >= 1900):
        return None
    return (number.value, unit), end + 1, number.vague or number.noun_like


def _is_letter_unit(toks: Tokens, at: int) -> bool:
    return toks.low(at) in ("u", "h")


def _with_article(toks: Tokens, at: int) -> Optional[tuple[tuple[Decimal, str], int, bool]]:
    """ "een week", "een kleine week", "een half uur", "een paar dagen", "een dag of drie"."""
    end, approx = at + 1, False
    count = Decimal(1)
    while toks.low(end) in _BETWEEN and end < at + 3:
        approx = approx or toks.low(end) in ("kleine", "goede", "goeie", "dikke", "krappe")
        end += 1
    if toks.low(end) == "klein" or toks.low(end) == "goed":
        end, approx = end + 1, True
    inner = _one(toks, end) if toks.low(end) not in ("een", "n") else None
    if (inner and toks.low(end) not in UNITS) or (inner and toks.low(end) in _GLUED):
        return inner[0], inner[1], inner[2] or approx
    if toks.low(end) in UNITS and not _is_letter_unit(toks, end):
        if toks.low(end + 1) == "of":
            found = _of_so_many(toks, end)
            if found:
                return found
        return (count, UNITS[toks.low(end)]), end + 1, approx
    if inner:
        return inner[0], inner[1], True
    return None


def _of_so_many(toks: Tokens, at: int) -> Optional[tuple[tuple[Decimal, str], int, bool]]:
    number = read_number(toks, at + 2)
    if number is None or toks.low(number.end) in UNITS or number.value > 200 or toks.low(at + 2) == "een":
        return None
    return (number.value, UNITS[toks.low(at)]), number.end, True
