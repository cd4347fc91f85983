"""Single days: "za 14/11", "maandag de 16e", "eergisteravond", "de dag na Pasen", "op de 9e"."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Optional

from .day import (
    ORDINAL_ENDS,
    ORDINALS,
    Day,
    Days,
    calendar_day,
    is_weekday,
    month_at,
    number_of_day,
    one_day,
    same_weekday,
    with_said_year,
    year_at,
)
from .durations import Length, read_length
from .holidays import read_holiday
from .moments import Context, monthly, weekly, yearly
from .numericdates import read_numeric
from .tokens import Tokens, remembered, words
from .wordforms import SHORT_WEEKDAYS, meaning


def numbered_month(toks: Tokens, at: int) -> Optional[Day]:
    """ "3 november 2026", "3e nov.", "de derde mei", "3 deze maand"."""
    start = at + 1 if toks.low(at) == "de" else at
    number = number_of_day(toks, start)
    if number is None:
        return None
    end = number[1] + 1 if toks.low(number[1]) in ("van", "-", "/") and month_at(toks, number[1] + 1) else number[1]
    if toks.low(number[1]) == "." and not toks[number[1]].gap and month_at(toks, number[1] + 1):
        end = number[1] + 1
    month = month_at(toks, end)
    if month is None:
        return None
    after = month[1]
    if toks.low(after) in ("-", "/") and year_at(toks, after + 1) and not toks[after].gap:
        after += 1
    year = year_at(toks, after)
    if year:
        return calendar_day(number[0], month[0], year[0], year[1])
    return with_said_year(toks, month[1], lambda y, e: calendar_day(number[0], month[0], y, e))


def _month_first(toks: Tokens, at: int) -> Optional[Day]:
    """ "Nov 22 02:15:01", "November 18, 2026": as logs and English mail write it, a time or a year behind it."""
    month = month_at(toks, at) if toks[at].text[:1].isupper() else None
    day = toks[month[1]] if month else None
    if month is None or day is None or day.kind != "d" or len(day.text) > 2 or not 1 <= int(day.text) <= 31:
        return None
    after = month[1] + 1
    year = year_at(toks, after + (toks.low(after) == ","))
    if year:
        return calendar_day(int(day.text), month[0], year[0], year[1])
    timed = toks[after].kind == "d" and toks[after + 1].text == ":" and toks[after + 2].kind == "d"
    return calendar_day(int(day.text), month[0], None, after) if timed else None


_NOT_A_DAY_NOUN = frozenset(
    words(
        "server servers keer maal verdieping plaats melding rij lijn dag week maand kwartaal helft laag klant factuur "
        "computer laptop poging mail aanval stap vraag punt fase nacht ochtend avond uur versie backup eis brief "
        "betaling werkdag telefoon site locatie vestiging medewerker account bestand aanmaning instantie partij ronde "
        "schijf groep reeks jaar eeuw editie man persoon schade claim oproep golf etage pc site herinnering bericht "
        "leverancier bank dossier bedrijf offerte rekening"
    )
)
_AFTER_DAY = frozenset(
    words(
        "van om rond omstreeks is was waren zijn had hadden heeft hebben heb werd werden kwam kwamen ging gingen lag "
        "lagen zag zagen viel vielen stond stonden kreeg kregen begon begonnen bleek bleken hoorde wist deed deden brak "
        "liep liepen zat zaten vond vonden gaf namen nam riep sloeg en of tot t tem tussen al pas ook nog dus maar niet "
        "hebt in heel dat toen werkte ben hield trok bood schreef verloor vroeg vroegen ontving bracht dacht ontdekten "
        "s ' ochtend"
    )
)


def _ordinal_day(toks: Tokens, at: int) -> Optional[Day]:
    """ "de 9e", "den 16den": a day of the month, when no noun follows that it could count."""
    if toks.low(at) not in ("de", "den"):
        return None
    token, end = toks[at + 1], at + 2
    if token.kind == "d":
        if not (1 <= len(token.text) <= 2 and toks.low(end) in ORDINAL_ENDS | {"den"} and not toks[end].gap and 1 <= int(token.text) <= 31):
            return None
        number, end = int(token.text), end + 1
    elif (toks.low(at + 1) in ORDINALS and ORDINALS[toks.low(at + 1)] >= 4 and toks.low(at - 1) in ("op", "sinds", "tot", "van")) or (
        toks.low(at + 1) in ORDINALS and is_weekday(toks, at - 1)
    ):
        number = ORDINALS[toks.low(at + 1)]
    else:
        return None
    if not is_weekday(toks, at - 1) and not _no_noun(toks, end):
        return None
    if toks.low(end) in (",", "en", "of") and toks.low(end + 1) in ("de", "den") and _counts_a_noun(toks, end + 2):
        return None  # "de 1e en de 2e poging"
    return Day(end, "ordinal", lambda ctx: one_day(monthly(ctx, number, lambda day: True)), weekday=None)


def _counts_a_noun(toks: Tokens, at: int) -> bool:
    """Whether the ordinals in a row from token `at` end before a noun: looks at no more than four of them."""
    for _ in range(4):
        end = at + 1 + (toks.low(at + 1) in ORDINAL_ENDS and not toks[at + 1].gap)
        if toks[at].kind != "d" and toks.low(at) not in ORDINALS:
            return False
        step = end + (toks.low(end) == ",") + (toks.low(end + (toks.low(end) == ",")) in ("en", "of"))
        if step == end or toks.low(step) not in ("de", "den"):
            return not _no_noun(toks, end)
        at = step + 1
    return True


def _no_noun(toks: Tokens, end: int) -> bool:
    word = toks.low(end)
    if not word or toks[end].kind != "w" or word in _AFTER_DAY:
        return True
    if word in _NOT_A_DAY_NOUN:
        return False
    return word.endswith(("te", "ten", "de", "den")) and len(word) > 4


def holiday(toks: Tokens, at: int) -> Optional[Day]:
    skip = at + 1 if toks.low(at) in ("de", "den", "het") else at
    found = read_holiday(toks, skip)
    if found is None or (toks.low(found[0]) in ("vakantie",)):
        return None
    end, occurrence, part = found
    if part is None and toks.low(skip) != "eerste" and toks.low(end) == "vakantie":
        return None
    year = year_at(toks, end) or (year_at(toks, end + 1) if toks.low(end) in ("in", "van") else None)
    if year:
        said, end = year

        def pick(ctx: Context) -> Days:
            return one_day(occurrence(said) or date(said, 1, 1))

        return Day(end, "feast", pick, part=part, fixed=True)

    def make(y: Optional[int], e: int) -> Day:
        if y:
            return Day(e, "feast", lambda ctx: one_day(occurrence(y) or date(y, 1, 1)), part=part, fixed=True)
        return Day(e, "feast", lambda ctx: one_day(yearly(ctx, occurrence)), part=part)

    return with_said_year(toks, end, make)


_COUNTED = frozenset(words("een twee drie vier vijf zes zeven acht negen tien veertien anderhalve"))


def _beside(toks: Tokens, at: int) -> Optional[Day]:
    """ "de dag na Allerheiligen", "daags voor Kerst", "twee dagen na 3 november", "de vrijdag na Hemelvaart"."""
    weekday: Optional[int] = None
    length: Optional[Length] = None
    skip = at + 1 if toks.low(at) == "de" else at
    named = meaning(toks.low(skip))
    if toks.low(skip) == "daags" or (skip > at and toks.low(skip) == "dag"):
        length, end = Length(((Decimal(1), "day"),), skip + 1), skip + 1
    elif skip > at and named and named[0] == "weekday" and not named[1][1]:
        weekday, end = named[1][0], skip + 1
    elif toks[at].kind == "d" or toks.low(at) in _COUNTED:
        length = read_length(toks, at)
        if length is None or length.sub_day:
            return None
        end = length.end
    else:
        return None
    sign = {"na": 1, "voor": -1}.get(toks.low(end))
    if sign is None:
        return None
    other = read_single(toks, end + 1)
    if other is None or other.grain != "day" or other.sort not in ("feast", "date", "ordinal"):
        return None

    def pick(ctx: Context) -> Days:
        day = other.pick(ctx)[0]
        if length is not None:
            return one_day(length.before(day, sign))
        gap = (weekday - day.weekday()) * sign % 7 or 7
        return one_day(day + timedelta(sign * gap))

    return Day(other.end, "date", pick, fixed=other.fixed)


def _shifted(toks: Tokens, at: int) -> Optional[Day]:
    """gisteren, vandaag, vannacht, eergisteravond, morgen (only where it cannot be "in the morning")."""
    word = toks.low(at)
    if word == "morgen":
        if toks.low(at - 1) in ("goede", "goeie", "goed", "deze", "elke", "iedere", "s", "de", "in", "hele", "vroege") or toks.alone(
            at, at + 1
        ):
            return None
        return Day(at + 1, "shift", lambda ctx: one_day(ctx.today + timedelta(1)), fixed=True)
    if word == "nu" and toks.low(at - 1) in ("tot", "en"):
        return None
    found = meaning(word)
    if not found or found[0] != "day":
        return None
    shift, part = found[1]
    tonight = part == "nacht" and shift == 0

    def pick(ctx: Context) -> Days:
        move = 1 if tonight and ctx.future else 0
        return one_day(ctx.today + timedelta(shift + move))

    return Day(at + 1, "shift", pick, part=part, fixed=True, tonight=tonight)


def weekday_name(toks: Tokens, at: int) -> Optional[Day]:
    """ "vrijdag", "vrijdagnamiddag", "vrijdag ll.", "vrijdag over een week"."""
    found = meaning(toks.low(at))
    if not found or found[0] != "weekday" or toks.low(at - 1) in ("elke", "iedere", "per", "alle"):
        return None
    if toks.low(at).endswith("dags") and toks.low(at - 1) == "s":
        return None  # "'s maandags": every Monday
    number, part = found[1]
    token = toks[at + 1]
    if (
        token.kind == "d"
        and token.gap
        and len(token.text) <= 2
        and 1 <= int(token.text) <= 31
        and toks.low(at + 2) in ("tot", "t", "tem", "tm", "op")
    ):
        said = int(token.text)  # "van maandag 9 tot vrijdag 13 november"
        return same_weekday(
            Day(at + 2, "ordinal", lambda ctx: one_day(monthly(ctx, said, lambda day: day.weekday() == number)), part=part), number
        )
    return Day(at + 1, "weekday", lambda ctx: one_day(weekly(ctx, number)), part=part, weekday=number)


def _glued_short(toks: Tokens, at: int) -> Optional[Day]:
    """ "za 14/11", "ma. 27 april": a short weekday name counts only before a day number."""
    number = SHORT_WEEKDAYS.get(toks.low(at))
    if number is None:
        return None
    end = at + 1
    if toks.low(end) in (".", ",") and not toks[end].gap:
        end += 1
    rest = read_single(toks, end) if toks[end].kind == "d" or toks.low(end) == "de" else None
    if rest is None or rest.sort not in ("date", "ordinal"):
        return None
    return replace(rest, weekday=number)


@remembered
def read_single(toks: Tokens, at: int) -> Optional[Day]:
    """The single day that starts at token `at`, or None."""
    if toks[at].kind == "d":
        return read_numeric(toks, at) or numbered_month(toks, at)
    for reader in (_beside, holiday, _shifted, weekday_name):
        found = reader(toks, at)
        if found:
            return found
    return _month_first(toks, at) or _ordinal_day(toks, at) or numbered_month(toks, at) or _glued_short(toks, at)
