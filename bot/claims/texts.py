"""Dutch forms of values, and the filling in of texts. Pure: the texts themselves come from domain.yml and fields.toml."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.claims.fields import Typed, in_language
from bot.claims.variants import DUTCH

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_VAT = {"excl": " exclusief btw", "incl": " inclusief btw"}
_SIGNS = {"EUR": "€ ", "USD": "US$ ", "GBP": "£ "}
_COINS = {"BTC": "bitcoin", "ETH": "ether", "XMR": "monero"}
_PERIODS = {"P1Y": "per jaar", "P3M": "per kwartaal", "P1M": "per maand", "P1W": "per week", "P1D": "per dag"}
_UNITS = (("Y", "jaar", "jaar"), ("M", "maand", "maanden"), ("W", "week", "weken"), ("D", "dag", "dagen"))
_CLOCK = (("H", "uur", "uur"), ("M", "minuut", "minuten"), ("S", "seconde", "seconden"))
_DURATION = re.compile(r"P(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?")


def render(template: str, facts: Mapping[str, Any]) -> str:
    """The template with every `{name}` that is among the facts filled in; other braces stay as they are.

    A part in double brackets is there only when every fact in it is known and not empty: "[[ Bel {urgent_phone}.]]".
    """

    def part(found: re.Match[str]) -> str:
        return found[1] if all(facts.get(name) for name in re.findall(r"\{([a-z_]+)\}", found[1])) else ""

    template = re.sub(r"\[\[(.*?)\]\]", part, template, flags=re.DOTALL)
    return re.sub(r"\{([a-z_]+)\}", lambda m: str(facts[m[1]]) if m[1] in facts else m[0], template)


def number(value: Any) -> str:
    """A decimal in Dutch: "39.746,41", "7", "0,05". What is no number comes back as written."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if not amount.is_finite():
        return str(value)
    whole, _, cents = f"{abs(amount):f}".partition(".")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", whole)
    return ("-" if amount < 0 else "") + grouped + (f",{cents}" if cents.strip("0") else "")


def money(value: Mapping[str, Any], periods: Mapping[str, str] = _PERIODS) -> str:
    """ "€ 39.746,41 exclusief btw", "7 bitcoin", "€ 600 exclusief btw per jaar"."""
    unit = value.get("asset") or value.get("currency")
    amount = number(value.get("amount", ""))
    if unit in _SIGNS and re.search(r",\d$", amount):
        amount += "0"
    if unit in _SIGNS:
        text = f"{_SIGNS[unit]}{amount}"
    else:
        text = f"{amount} {_COINS.get(str(unit), unit or '')}".strip()
    text += _VAT.get(str(value.get("vat_basis")), "")
    period = (periods or _PERIODS).get(str(value.get("period")))
    return ("ongeveer " if value.get("approx") else "") + text + (f" {period}" if period else "")


def _day(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def instant(text: str, precision: str) -> str:
    """A calendar value in Dutch words at its precision. What cannot be read comes back as written."""
    try:
        if precision == "year":
            return text[:4]
        if precision == "month":
            return f"{MONTHS[int(text[5:7]) - 1]} {text[:4]}"
        if precision in ("hour", "minute") and "T" in text:
            at = datetime.fromisoformat(text)
            return f"{_day(at.date())} om {at:%H.%M} uur"
        day = date.fromisoformat(text[:10])
    except (ValueError, IndexError):
        return text
    if precision == "week":
        return f"de week van {_day(day)}"
    if precision == "quarter":
        return f"kwartaal {(day.month - 1) // 3 + 1} van {day.year}"
    return _day(day)


def when(value: Mapping[str, Any]) -> str:
    """ "maandag 16 november 2026", "van ... tot ...", "ongeveer november 2026"."""
    precision = str(value.get("precision", "day"))
    if value.get("value") is None:
        return "onbekend"
    text = instant(str(value["value"]), precision)
    if value.get("end"):
        text = f"van {text} tot {instant(str(value['end']), precision)}"
    return ("ongeveer " if value.get("approx") else "") + text


def duration(text: str) -> str:
    """An ISO 8601 duration in Dutch: "P3D" is "3 dagen"."""
    if not _DURATION.fullmatch(text):
        return text
    days, _, clock = text[1:].partition("T")
    parts = []
    for part, units in ((days, _UNITS), (clock, _CLOCK)):
        for amount, letter in re.findall(r"([\d.]+)([A-Z])", part):
            one, many = next((one, many) for key, one, many in units if key == letter)
            parts.append(f"{number(amount)} {one if amount == '1' else many}")
    return " en ".join(parts) or text


def listed(parts: list[str]) -> str:
    """ "a", "a en b", "a, b en c"."""
    return parts[0] if len(parts) == 1 else " en ".join([", ".join(parts[:-1]), parts[-1]]) if parts else ""


def _thing(typed: Typed, value: Mapping[str, Any]) -> str:
    if "precision" in value:
        return when(value)
    if typed.kind == "duration" and "value" in value:
        return ("ongeveer " if value.get("approx") else "") + duration(str(value["value"]))
    if "amount" in value and not isinstance(value["amount"], Mapping) and not typed.parts:
        return money(value, typed.periods)
    return _parts(typed, value)


def _parts(typed: Typed, value: Mapping[str, Any]) -> str:
    """What an object holds: "ja, 12345", "losgeld: € 7.000"; a bare yes or no only stands where the question asks for it."""
    said = {name: v for name, v in value.items() if v is not None and v != [] and not (v is False and _is_side(typed, name))}
    words = [shown(typed.parts.get(name, typed), v) for name, v in said.items()]
    if len(words) == 2 and isinstance(value.get("amount"), Mapping) and "amount" in said:
        return ": ".join(words)
    return ", ".join(words)


def _is_side(typed: Typed, name: str) -> bool:
    part = typed.parts.get(name)
    return part is None or part.answer != "yes"


def shown(typed: Typed, value: Any) -> str:
    """A value of a field, or of a part of one, as a person reads it in Dutch; codes become their labels."""
    if value is True or value is False:
        return "ja" if value else "nee"
    if value is None:
        return "onbekend"
    if isinstance(value, Mapping):
        return _thing(typed, value)
    if isinstance(value, list | tuple):
        return listed([shown(typed, v) for v in value])
    if isinstance(value, int | Decimal) or typed.kind == "decimal":
        return number(value)
    if isinstance(value, str) and typed.kind == "duration":
        return duration(value)
    return typed.codes.get(str(value), str(value))


def value_in_dutch(name: str, value: Any, language: str = DUTCH) -> str:
    """The value of the field `name` as a person reads it in nl-NL or nl-BE."""
    return shown(in_language(language)[name], value)
