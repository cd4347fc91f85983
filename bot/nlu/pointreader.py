"""Reading one moment: a day, a part of it and a time of day in any order, with the small words between them."""

from dataclasses import replace
from typing import Optional

from .clocks import Clock, read_clock
from .dates import past_mark, read_day, read_year
from .day import Day
from .daymerge import counted_back, merge
from .lengthcues import LENGTH_AFTER, is_length, is_length_that_day
from .points import Point, approximate_after, approximate_before, read_ago, read_part
from .tokens import Tokens, remembered, words
from .wordforms import UNITS

_BEFORE_CLOCK = frozenset(
    words("om rond omstreeks tegen vanaf sinds tot van tussen voor na omtrent t/m tem klokslag rondom even kort stipt exact precies pas al")
)


_FILLERS = frozenset(
    words(
        "om rond omstreeks tegen op in de het van al vroeg laat ergens iets even kort na voor circa ca ongeveer rondom "
        "omtrent zo exact precies stipt pas a vroege late volle zowat plusminus klokslag reeds dus namelijk te gedurende "
        "tijdens"
    )
)


_BACKWARD = frozenset(words("tegen rond omstreeks omtrent ongeveer circa ca rondom iets even kort zo zowat ergens plusminus"))


def read_point(toks: Tokens, at: int, *, side: bool = False) -> Optional[Point]:
    """The moment that starts at token `at`: days, parts and times as far as they belong together.

    `side`: it is the end of a range, where an hour alone ("14") may stand.
    """
    return _side_point(toks, at) if side else _plain_point(toks, at)


@remembered
def _plain_point(toks: Tokens, at: int) -> Optional[Point]:
    return _Builder(toks, at, side=False).run()


@remembered
def _side_point(toks: Tokens, at: int) -> Optional[Point]:
    return _Builder(toks, at, side=True).run()


_MOST_STEPS = 12  # "drie dagen geleden" a thousand times over is no moment, and reading it must end


class _Builder:
    """Takes up day, part and time one after the other, each at most once, with the small words between them."""

    def __init__(self, toks: Tokens, at: int, side: bool) -> None:
        self.toks, self.begin, self.end, self.side = toks, at, at, side
        self.day: Optional[Day] = None
        self.part: Optional[str] = None
        self.clock: Optional[Clock] = None
        self.approx = False

    def run(self) -> Optional[Point]:
        steps = 0
        while steps < _MOST_STEPS and self._step():
            steps += 1
        if self.day is None and self.clock is None and not (self.side and self.part):
            return None
        if self.clock and self.clock.weak and not self._clock_is_supported():
            return None
        if self.clock and self.day is None and self.part is None and not self.side and is_length(self.toks, self.begin, self.clock):
            return None
        said, begin = approximate_before(self.toks, self.begin)
        if self.toks.low(begin - 1) == "om" and self.day is None:
            begin -= 1
        tail = approximate_after(self.toks, self.end)
        self.approx = self.approx or said or tail > self.end
        return Point(begin, tail, self.day, self.part, self.clock, self.approx)

    def _clock_is_supported(self) -> bool:
        clock, toks = self.clock, self.toks
        assert clock is not None
        if self.day is not None or self.part is not None:
            return True
        if clock.bare:
            return self.side
        before = toks.low(self.begin - 1)
        if toks.low(clock.end) in LENGTH_AFTER:
            return False
        return (
            self.side
            or before in _BEFORE_CLOCK - {"na", "voor", "van", "tot", "al", "pas", "even"}
            or (
                toks.low(clock.end - 1) in ("u", "h")
                and before not in ("na", "al", "binnen", "duurde", "zeker", "gedurende")
                and toks[clock.end - 2].kind == "d"
                and not toks[clock.end - 1].gap
            )
        )

    def _step(self) -> bool:
        toks, at = self.toks, self.end
        started = at > self.begin
        skip, commas = at, 0
        if started and toks.low(at) == ":" and not toks[at].gap and toks[at + 1].kind == "d" and not toks[at + 1].gap:
            return self._take(at + 1, spaced=True, comma=False)  # "22/Nov/2026:02:16:31"
        while (
            started
            and skip < at + 4
            and (toks.low(skip) in _FILLERS or toks.low(skip) in (",", "(", "@"))
            and not self._take_possible(skip)
        ):
            commas += toks.low(skip) == ","
            self_approx = toks.low(skip) in _BACKWARD
            self.approx_pending = self_approx
            skip += 1
        return self._take(skip, spaced=skip > at, comma=commas > 0)

    def _take_possible(self, at: int) -> bool:
        toks = self.toks
        if toks.low(at) in ("de", "het", "van", "in", "op", "om", "a"):
            return read_part(toks, at) is not None or (toks.low(at) in ("de", "het") and read_day(toks, at) is not None)
        return False

    def _take(self, at: int, *, spaced: bool, comma: bool) -> bool:
        toks = self.toks
        if self.day is None and self.clock is None and self.part is None and self._part_of(at):
            return True
        if (
            self.clock is None
            and toks.low(at) == "de"
            and toks.low(at - 1) in ("rond", "tegen", "omstreeks")
            and (self.day is None or self._single(self.day))
        ):
            noon = read_clock(toks, at)
            if noon is not None:
                self.clock, self.end, self.approx = noon, noon.end, True
                return True
        if self.part is None and (self.day is not None or self.clock is not None or self.side) and not comma:
            part = read_part(toks, at)
            if part:
                self.part, self.end = part
                return True
        if self.day is None or self.clock is None:
            day = self._day(at, comma=comma)
            if day:
                return True
        if self.clock is None and (self.day is None or self._single(self.day)):
            return self._take_clock(at, spaced=spaced, comma=comma)
        return False

    def _part_of(self, at: int) -> bool:
        """ "de avond van 14 november", "de ochtend van de 16e"."""
        part = read_part(self.toks, at + (self.toks.low(at) == "de"))
        if part is None or self.toks.low(part[1]) not in ("van", "op"):
            return False
        day = read_day(self.toks, part[1] + 1)
        if day is None or not self._single(day) or day.part:
            return False
        self.part, self.day, self.end = part[0], day, day.end
        return True

    @staticmethod
    def _single(day: Day) -> bool:
        return day.grain == "day" and day.sort not in ("weekend", "span")

    def _day(self, at: int, *, comma: bool) -> bool:
        toks = self.toks
        day = read_day(toks, at)
        if day is None and self.begin == at:
            day = self._year_alone(at)
        if day is None and (self.day is None or self.day.sort in ("weekday", "shift")):
            past = read_ago(toks, at) if toks.low(at) != "over" or self.day is not None else None
            if past and past.day and self.day is None and self.clock is None:
                self.day, self.end, self.approx = past.day, past.end, past.approx
                self.begin = min(self.begin, past.begin)
                return True
            if past and past.day and self.day and not comma:
                return self._weekday_ago(past)
            return False
        if day is None or (comma and self.day is None):
            return False
        if self.clock is not None and not self._single(day):
            return False
        if self.clock is not None and comma:
            return False
        if self.clock is not None and self.clock.weak and self.clock.bare and day.sort in ("date", "month"):
            return False
        if self.day is None:
            self.day = day
        else:
            merged = merge(self.day, day)
            if merged is None:
                return False
            self.day = merged
        self.end = past_mark(toks, day.end)
        if self.end > day.end and self.day.sort == "weekday":
            self.day = replace(self.day, fixed=True)
        return True

    def _weekday_ago(self, past: Point) -> bool:
        """ "maandag twee weken geleden": that day of the week so long ago."""
        day = counted_back(self.day, past)
        if day is None:
            return False
        self.day, self.end = day, past.end
        return True

    def _year_alone(self, at: int) -> Optional[Day]:
        year = read_year(self.toks, at)
        if (
            year is None
            or self.toks.low(at - 1)
            not in ("in", "sinds", "van", "uit", "anno", "vanaf", "tot", "jaar", "rond", "sedert", "t/m", "tem", "en")
            or self.toks.low(at + 1) in UNITS
        ):
            return None
        if self.toks.low(at - 1) == "en" and not self.side:
            return None
        return year

    def _take_clock(self, at: int, *, spaced: bool, comma: bool) -> bool:
        toks = self.toks
        clock = read_clock(toks, at)
        if clock is None:
            return False
        lead = toks.low(at - 1)
        if self.day is not None:
            if clock.bare and lead not in ("om", "rond", "tegen", "omstreeks", "omtrent") and not self.side:
                return False
            if clock.bare and not self._ends_well(clock.end):
                return False
            if not self.side and is_length_that_day(toks, at, clock):
                return False
            if clock.weak and not clock.bare and ((comma and lead == ",") or (toks.low(clock.end) in LENGTH_AFTER and not self.side)):
                return False
        elif clock.bare and not self.side and lead not in ("om", "rond", "tegen", "omstreeks"):
            return False
        elif clock.bare and not self._ends_well(clock.end) and not read_part(toks, clock.end):
            day = read_day(toks, clock.end)
            if day is None or day.sort not in ("shift", "weekday"):
                return False
        if spaced and lead in _BACKWARD:
            self.approx = True
        self.clock, self.end = clock, clock.end
        return True

    def _ends_well(self, at: int) -> bool:
        """Whether an hour without "uur" can end here: no noun it could count follows."""
        toks = self.toks
        word = toks.low(at)
        return not word or (toks[at].kind == "p" and word not in "%€$£-+/") or word in _AFTER_HOUR or read_part(toks, at) is not None


_AFTER_HOUR = frozenset(
    words(
        "is was waren zijn had hadden heeft hebben heb werd werden kwam kwamen ging gingen lag lagen zag zagen viel "
        "vielen stond kreeg begon en of tot in de het toen al op pas vanmorgen vandaag gisteren belde merkte merkten "
        "zagen liep sloeg bleek uur dus ongeveer toch was kreeg wij we ik ze hij er"
    )
)
