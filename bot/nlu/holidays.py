"""Feast days of Belgium and the Netherlands by name."""

from datetime import date, timedelta
from typing import Callable, Optional

from dateutil.easter import easter

from .tokens import Tokens

Occurrence = Callable[[int], Optional[date]]


def _fixed(month: int, day: int) -> Occurrence:
    return lambda year: date(year, month, day)


def _easter(shift: int) -> Occurrence:
    return lambda year: easter(year) + timedelta(shift)


def _nth(month: int, weekday: int, number: int) -> Occurrence:
    return lambda year: nth_weekday(year, month, weekday, number)


def _kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - timedelta(1) if day.weekday() == 6 else day


def nth_weekday(year: int, month: int, weekday: int, number: int) -> Optional[date]:
    """The `number`th such weekday of a month (-1 is the last); None when the month has no such day."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    return day if day.month == month else None


# Name (folded, words and signs separated by one space) -> (date in a year, part of day or None).
_NAMES: dict[str, tuple[Occurrence, Optional[str]]] = {
    **dict.fromkeys(
        ("kerst", "kerstmis", "kerstdag", "eerste kerstdag", "1 e kerstdag", "1 ste kerstdag", "kerstdag 1"), (_fixed(12, 25), None)
    ),
    **dict.fromkeys(("tweede kerstdag", "2 e kerstdag", "2 de kerstdag", "kerstdag 2"), (_fixed(12, 26), None)),
    "kerstavond": (_fixed(12, 24), "avond"),
    "kerstnacht": (_fixed(12, 25), "nacht"),
    **dict.fromkeys(
        ("oudjaar", "oudejaar", "oudejaarsdag", "oud jaar", "oudjaarsdag", "oud en nieuw", "silvester"), (_fixed(12, 31), None)
    ),
    **dict.fromkeys(("oudejaarsavond", "oudjaarsavond", "oudjaaravond"), (_fixed(12, 31), "avond")),
    **dict.fromkeys(
        ("oudejaarsnacht", "oudjaarsnacht", "nieuwjaarsnacht", "nacht van oud op nieuw", "oud op nieuw", "nacht van oud en nieuw"),
        (_fixed(1, 1), "nacht"),
    ),
    **dict.fromkeys(("nieuwjaar", "nieuwjaarsdag"), (_fixed(1, 1), None)),
    **dict.fromkeys(("driekoningen",), (_fixed(1, 6), None)),
    **dict.fromkeys(("valentijn", "valentijnsdag"), (_fixed(2, 14), None)),
    **dict.fromkeys(("carnaval", "carnavalszondag"), (_easter(-49), None)),
    "aswoensdag": (_easter(-46), None),
    "witte donderdag": (_easter(-3), None),
    "goede vrijdag": (_easter(-2), None),
    "paaszaterdag": (_easter(-1), None),
    **dict.fromkeys(("pasen", "paaszondag", "eerste paasdag", "1 e paasdag", "paasdag"), (_easter(0), None)),
    **dict.fromkeys(("paasmaandag", "tweede paasdag", "2 e paasdag", "2 de paasdag"), (_easter(1), None)),
    "koningsdag": (_kings_day, None),
    "koningsnacht": (lambda year: _kings_day(year) - timedelta(1), "avond"),
    **dict.fromkeys(("dag van de arbeid", "feest van de arbeid"), (_fixed(5, 1), None)),
    "dodenherdenking": (_fixed(5, 4), None),
    "bevrijdingsdag": (_fixed(5, 5), None),
    "moederdag": (_nth(5, 6, 2), None),
    **dict.fromkeys(
        ("hemelvaart", "hemelvaartsdag", "o . l . h . hemelvaart", "onze lieve heer hemelvaart", "olh hemelvaart"), (_easter(39), None)
    ),
    **dict.fromkeys(("pinksteren", "pinksterzondag", "eerste pinksterdag", "1 e pinksterdag", "pinksterdag"), (_easter(49), None)),
    **dict.fromkeys(("pinkstermaandag", "tweede pinksterdag", "2 e pinksterdag", "2 de pinksterdag"), (_easter(50), None)),
    **dict.fromkeys(("vlaamse feestdag", "feest van de vlaamse gemeenschap", "guldensporendag"), (_fixed(7, 11), None)),
    "nationale feestdag": (_fixed(7, 21), None),
    **dict.fromkeys(
        (
            "maria hemelvaart",
            "maria - hemelvaart",
            "maria tenhemelopneming",
            "olv hemelvaart",
            "o . l . v . hemelvaart",
            "onze - lieve - vrouw - hemelvaart",
            "onze lieve vrouw hemelvaart",
        ),
        (_fixed(8, 15), None),
    ),
    "prinsjesdag": (_nth(9, 1, 3), None),
    "dierendag": (_fixed(10, 4), None),
    "halloween": (_fixed(10, 31), None),
    "allerheiligen": (_fixed(11, 1), None),
    "allerzielen": (_fixed(11, 2), None),
    **dict.fromkeys(("wapenstilstand", "wapenstilstandsdag", "sint maarten", "sint - maarten", "sintmaarten"), (_fixed(11, 11), None)),
    "black friday": (lambda year: date(year, 11, 1) + timedelta((3 - date(year, 11, 1).weekday()) % 7 + 22), None),
    **dict.fromkeys(("sinterklaas", "sinterklaasdag"), (_fixed(12, 6), None)),
    **dict.fromkeys(("pakjesavond", "sinterklaasavond"), (_fixed(12, 5), "avond")),
}
_BY_FIRST: dict[str, list[tuple[list[str], tuple[Occurrence, Optional[str]]]]] = {}
for _name, _what in sorted(_NAMES.items(), key=lambda pair: -len(pair[0])):
    _BY_FIRST.setdefault(_name.split()[0], []).append((_name.split(), _what))


def read_holiday(toks: Tokens, at: int) -> Optional[tuple[int, Occurrence, Optional[str]]]:
    """(token after the name, its date in a year, its part of day) of the feast day named at token `at`."""
    for words, (occurrence, part) in _BY_FIRST.get(toks.low(at), ()):
        if all(toks.low(at + offset) == word for offset, word in enumerate(words)):
            return at + len(words), occurrence, part
    return None
