"""Working days where a term counts them: Saturdays, Sundays and the legal holidays of Belgium or the Netherlands are none."""

from datetime import date, timedelta
from functools import lru_cache

# Days of the year, and days from Easter Sunday.
_FIXED = {"BE": ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)), "NL": ((1, 1), (12, 25), (12, 26))}
_FROM_EASTER = {"BE": (1, 39, 50), "NL": (1, 39, 50)}  # Easter Monday, Ascension, Whit Monday


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=128)
def holidays(year: int, country: str) -> frozenset[date]:
    """The legal holidays of a year in BE or NL; none of another country. King's Day (27 April, on a Sunday the 26th) is one in NL."""
    if country not in _FIXED:
        return frozenset()
    days = {date(year, month, day) for month, day in _FIXED[country]}
    days |= {easter(year) + timedelta(days=after) for after in _FROM_EASTER[country]}
    if country == "NL":
        king = date(year, 4, 27)
        days.add(king - timedelta(days=1) if king.weekday() == 6 else king)
    return frozenset(days)


def is_working_day(day: date, country: str | None = None) -> bool:
    """Whether a term in working days counts this day."""
    return day.weekday() < 5 and day not in holidays(day.year, country or "")


def add_working_days(day: date, count: int, country: str | None = None) -> date:
    """The day that is `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


def next_working_day(day: date, country: str | None = None) -> date:
    """`day`, or the first working day after it."""
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day
