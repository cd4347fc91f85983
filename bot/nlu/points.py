"""One moment or stretch as people say it: a day, a part of it and a time of day in any order ("om 14u30 vandaag")."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Callable, Optional

from .clocks import Clock, place
from .day import Day
from .durations import read_length
from .moments import Context, Stretch, ago, days, midnight
from .tokens import Tokens, remembered
from .wordforms import APPROXIMATE, PART_GENITIVES, PART_WORDS, PARTS, meaning


@dataclass(frozen=True)
class Point:
    """A spoken moment between tokens `begin` and `end`. What was not said is None; `made` overrides all (relative hours)."""

    begin: int
    end: int
    day: Optional[Day] = None
    part: Optional[str] = None
    clock: Optional[Clock] = None
    approx: bool = False
    made: Optional[Callable[[Context], Stretch]] = None

    @property
    def single_day(self) -> bool:
        return self.day is None or (self.day.grain == "day" and self.day.sort not in ("weekend", "span"))

    @property
    def day_part(self) -> Optional[str]:
        return self.part or (self.day.part if self.day else None)

    def resolve(self, ctx: Context, day: Optional[datetime] = None) -> Stretch:
        """The stretch meant; a time without a day falls on `day`, else on the last (coming) such moment."""
        if self.made:
            return self.made(ctx)
        if self.day is not None:
            start, end = self.day.pick(ctx)
            if self.clock or self.day_part:
                return self._within(midnight(start), ctx)
            return days(start, end, self.day.grain, self.approx or self.day.approx)
        if day is not None:
            return self._within(day, ctx)
        found = self._within(midnight(ctx.today), ctx)
        assert found.start is not None
        if ctx.future and found.start <= ctx.now:
            return self._within(midnight(ctx.today + timedelta(1)), ctx)
        if not ctx.future and found.start > ctx.now:
            return self._within(midnight(ctx.today - timedelta(1)), ctx)
        return found

    def _within(self, day: datetime, ctx: Context) -> Stretch:
        part = self.day_part
        if self.clock:
            tonight = bool(self.day and self.day.tonight)
            return Stretch(
                place(day, self.clock, part, tonight=tonight), None, self.clock.grain, "instant", self.approx or self.clock.approx
            )
        first, last = PARTS[part or "nacht"]
        return Stretch(day + timedelta(hours=first), day + timedelta(hours=last), "hour", "times", True)


@remembered
def read_part(toks: Tokens, at: int) -> Optional[tuple[str, int]]:
    """(part of day, token after) for "'s avonds", "savonds", "in de namiddag", "voormiddag"."""
    if toks[at].kind == "d":
        return None
    if toks.low(at) in ("'", "’", "`", "´", "s") or toks[at].text in "‘'":
        skip = at + 1 if toks.low(at) != "s" else at
        if toks.low(skip) == "s" and toks.low(skip + 1) in PART_GENITIVES:
            return PART_GENITIVES[toks.low(skip + 1)], skip + 2
        return None
    if toks.low(at) in PART_GENITIVES and toks.low(at) not in PART_WORDS:
        return PART_GENITIVES[toks.low(at)], at + 1
    found = meaning(toks.low(at))
    if found and found[0] == "part":
        return found[1], at + 1
    skip = at
    while toks.low(skip) in ("in", "de", "vroege", "late", "vroeg", "tijdens", "gedurende", "prille") and skip < at + 4:
        skip += 1
    word = toks.low(skip)
    if word == "morgen" and toks.low(skip - 1) in ("de", "vroege"):
        return "ochtend", skip + 1
    return (PART_WORDS[word], skip + 1) if word in PART_WORDS else None


def approximate_before(toks: Tokens, at: int) -> tuple[bool, int]:
    """Whether the words before token `at` say "about", and the token where they begin."""
    begin, said = at, False
    for _ in range(3):
        word = toks.low(begin - 1)
        if (
            (word == "." and toks.low(begin - 2) in ("ca", "ong", "plm"))
            or (word == "of" and toks.low(begin - 2) == "stuk")
            or (word == "dan" and toks.low(begin - 2) in ("meer", "minder", "langer", "later", "eerder"))
        ):
            begin, said = begin - 2, True
        elif word in ("een", "n") and toks.low(begin) in ("kleine", "goede", "goeie", "dikke", "krappe", "slordige", "stuk"):
            begin -= 1
        elif word == "n" and toks[begin - 2].text in "'’" and toks.low(begin - 3) == "zo":
            begin, said = begin - 3, True
        elif word == "naar" and toks.low(begin) != "schatting":
            break
        elif (word in APPROXIMATE and word not in ("of", "even", "net", "dik", "vlak")) or word == "~":
            if word in ("goed", "zo") and toks.low(begin - 2) in ("is", "niet", "heel", "al"):
                break
            begin, said = begin - 1, True
        else:
            break
    return said, begin


def approximate_after(toks: Tokens, at: int) -> int:
    if toks.low(at) in ("ongeveer", "circa", "zowat", "pakweg", "plusminus", "ofzo", "ongeveer."):
        return at + 1
    if toks.low(at) == "of" and toks.low(at + 1) in ("zo", "zoiets"):
        return at + 2
    return at


@remembered
def read_ago(toks: Tokens, at: int) -> Optional[Point]:
    """ "drie dagen geleden", "een kwartier geleden", "over twee weken", "anderhalf jaar terug"."""
    ahead = toks.low(at) == "over" and toks.low(at - 1) not in ("minuten", "kwart") and toks[at - 1].kind != "d"
    start = at + 1 if ahead else at
    length = read_length(toks, start)
    if length is None:
        return None
    end = approximate_after(toks, length.end)
    if ahead:
        if toks.low(length.end) in ("geleden", "half"):
            return None
        sign = 1
    elif toks.low(end) in ("geleden", "gelede", "geleeden", "gleden", "geledn", "geldn", "geleen") or (
        toks.low(end) == "terug" and not _back_online(toks, end + 1) and not _reaches(toks, at)
    ):
        sign, end = -1, end + 1
    else:
        return None
    tail = approximate_after(toks, end)
    said, begin = approximate_before(toks, at)
    vague = said or tail > end or end - 1 > length.end or length.approx
    approx = vague or length.sub_day or any(count != int(count) for count, _ in length.parts)
    _months, _ = length.months_and_seconds
    if length.sub_day:
        grain = "minute"
        return Point(begin, tail, approx=approx, made=lambda ctx: Stretch(ago(ctx, -sign * length.delta()), None, grain, "instant", approx))
    day = Day(
        tail,
        "shift",
        lambda ctx: (length.before(ctx.today, sign), length.before(ctx.today, sign) + timedelta(1)),
        fixed=True,
        approx=approx,
    )
    return Point(begin, tail, day=day, approx=approx)


def _reaches(toks: Tokens, at: int) -> bool:
    """ "de logs gaan een half jaar terug": how far something reaches, and no moment."""
    return any(toks.low(k) in ("gaan", "gaat", "ging", "gingen", "reiken", "reikt") for k in range(max(0, at - 4), at))


def _back_online(toks: Tokens, at: int) -> bool:
    return toks.low(at) in (
        "online",
        "operationeel",
        "up",
        "in",
        "actief",
        "beschikbaar",
        "open",
        "aan",
        "normaal",
        "bereikbaar",
        "werken",
        "live",
        "aanwezig",
        "opgestart",
        "hersteld",
        "te",
        "naar",
        "gezet",
        "opgebouwd",
    )
