"""What a phrase borrows from its neighbours: a time takes the day said before it, a bare number the unit."""

from typing import TYPE_CHECKING

from .money import COINS, Amount
from .numbers import Number
from .points import Point
from .ranges import Range
from .tokens import Tokens

if TYPE_CHECKING:
    from .extract import Found

# Words beside a bare number that make it an amount of what was spoken of before ("het zijn er 7 geworden").
_ASKED = frozenset(
    "betaald geeist gevraagd geboden overgemaakt geworden onderhandeld gestort gevorderd verstuurd teruggevraagd afgedongen afgesproken overgeschreven vroegen vragen "
    "eisten eisen wilden willen betaalden betalen boden betaalde eiste vroeg eist vraagt wou wouden werden werd was waren stortten gezakt gezakt".split()
)
_LINKS = frozenset("en maar of uiteindelijk tot naar er nu dus daarna toen , . ; ! ? ) : - / op is zijn bleven over gaf gaven".split())


def borrow_days(toks: Tokens, found: "list[Found]") -> None:
    """Let a time without a day fall on the day last said in the same sentence."""
    last: "Found | None" = None
    for one in found:
        if not isinstance(one.what, (Point, Range)):
            continue
        if last is not None and toks[one.begin].sentence != toks[last.begin].sentence:
            last = None
        if _dayless(one.what):
            if last is not None:
                one.day_from = last
                last = one
        elif isinstance(one.what, Point) and one.what.single_day and one.what.day is not None:
            last = one


def _dayless(what: object) -> bool:
    if isinstance(what, Point):
        return what.made is None and what.day is None and what.clock is not None
    if isinstance(what, Range):
        ends = [end for end in (what.first, what.last) if end is not None]
        return what.frame is None and not what.night and all(end.day is None and end.made is None for end in ends)
    return False


def borrow_units(toks: Tokens, found: "list[Found]") -> None:
    """Turn a bare number into an amount of the coin or currency spoken of just before it (same or previous sentence)."""
    unit: "tuple[int, str | None, str | None] | None" = None
    mentions = [(at, COINS[toks.low(at)]) for at in range(len(toks)) if toks.low(at) in COINS and len(toks.low(at)) > 4]
    mention = 0
    for one in found:
        while mention < len(mentions) and mentions[mention][0] < one.begin:
            unit = (mentions[mention][0], None, mentions[mention][1])
            mention += 1
        if isinstance(one.what, Amount):
            unit = (one.begin, one.what.currency, one.what.asset)
        elif isinstance(one.what, Number) and unit is not None and _near(toks, unit[0], one.begin) and _asks_for_unit(toks, one):
            one.what = Amount(one.begin, one.end, one.what.value, unit[1], unit[2], elliptical=True)
            one.extra["elliptical"] = True
            unit = (one.begin, unit[1], unit[2])


def _near(toks: Tokens, before: int, at: int) -> bool:
    return toks[before].paragraph == toks[at].paragraph and toks[at].sentence - toks[before].sentence <= 1 and at - before < 40


def _asks_for_unit(toks: Tokens, one: "Found") -> bool:
    follows, leads = toks.low(one.end), toks.low(one.begin - 1)
    if follows in _ASKED:
        return True
    free = not follows or follows in _LINKS
    if leads == "er" and (free or toks[one.end].kind != "w"):
        return True
    return free and any(toks.low(at) in _ASKED for at in range(max(0, one.begin - 4), one.begin))
