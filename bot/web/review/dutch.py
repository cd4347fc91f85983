"""Values of a claim file as Dutch text: amounts, dates with their precision, durations, codes, lists, objects."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from bot.claims.countries import COUNTRIES
from bot.claims.fields import Part, Typed, in_language
from bot.claims.variants import DUTCH
from bot.web.review import labels

ZONE = ZoneInfo("Europe/Amsterdam")  # the same wall time as Europe/Brussels
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
SIGN = {"EUR": "€", "USD": "$", "GBP": "£"}
DURATION = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")
UNITS = (
    ("jaar", "jaar"),
    ("maand", "maanden"),
    ("week", "weken"),
    ("dag", "dagen"),
    ("uur", "uur"),
    ("minuut", "minuten"),
    ("seconde", "seconden"),
)


def number(value: Any, *, cents: bool = False) -> str:
    """ "39746.41" as "39.746,41"; whole amounts without decimals unless `cents`. What is no number is shown as it is."""
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    digits = max(0, -int(amount.as_tuple().exponent))
    if cents and amount != amount.to_integral_value():
        digits = max(2, digits)
    return f"{amount:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def money(value: Mapping[str, Any], periods: Mapping[str, str] | None = None) -> str:
    """ "€ 39.746,41 excl. btw", "7 BTC", with "ongeveer" and the period where they are known."""
    parts = ["ongeveer"] if value.get("approx") else []
    if value.get("asset"):
        parts.append(f"{number(value['amount'])} {value['asset']}")
    else:
        currency = str(value.get("currency") or "EUR")
        parts.append(f"{SIGN.get(currency, currency)} {number(value['amount'], cents=True)}")
        parts.append(labels.VAT.get(str(value.get("vat_basis")), ""))
    if value.get("period"):
        parts.append((periods or {}).get(value["period"]) or labels.word(labels.PERIOD, value["period"]))
    return " ".join(part for part in parts if part)


def moment(said: str, precision: str | None = None, *, own_clock: bool = False) -> str:
    """An ISO date or instant as "3 november 2026" or "3 november 2026, 14:05"; less where it is less precise.

    In Dutch local time, or with `own_clock` as the clock stood where it was said: a person's 08:00 stays 08:00.
    """
    try:
        at = datetime.fromisoformat(
            f"{said}-01" if re.fullmatch(r"\d{4}-\d\d", said) else f"{said}-01-01" if re.fullmatch(r"\d{4}", said) else said
        )
    except ValueError:
        return said
    timed = len(said) > 10
    if at.tzinfo is not None and not own_clock:
        at = at.astimezone(ZONE)
    month = f"{MONTHS[at.month - 1]} {at.year}"
    if precision == "year":
        return str(at.year)
    if precision == "quarter":
        return f"kwartaal {(at.month + 2) // 3} van {at.year}"
    if precision == "month":
        return month
    if timed and precision in (None, "minute", "hour"):
        return f"{at.day} {month}, {at:%H:%M}"
    return f"{at.day} {month}"


def date(value: Mapping[str, Any]) -> str:
    precision = value.get("precision")
    text = moment(str(value["value"]), precision, own_clock=True)
    if precision == "week":
        text = f"de week van {text}"
    elif value.get("end"):
        text = f"{text} tot {moment(str(value['end']), precision, own_clock=True)}"
    return f"ongeveer {text}" if value.get("approx") else text


def duration(value: str) -> str:
    """ "P2DT3H" as "2 dagen en 3 uur"."""
    found = DURATION.fullmatch(value)
    if not found:
        return value
    parts = []
    for digits, (one, more) in zip(found.groups(), UNITS, strict=True):
        if digits:
            parts.append(f"{number(digits)} {one if digits == '1' else more}")
    return " en ".join(parts) or "geen tijd"


def plain(value: Any, typed: Typed | None = None) -> str:
    """Any value as Dutch text; `typed` says what it is: a field, or a part of one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float | Decimal):
        return number(value)
    if isinstance(value, str):
        return scalar(value, typed)
    if isinstance(value, list | tuple):
        return ", ".join(plain(one, typed) for one in value)
    return mapping(value, typed) if isinstance(value, Mapping) else str(value)


def scalar(value: str, typed: Typed | None) -> str:
    kind = typed.kind if typed else ""
    if typed and value in typed.codes:
        return typed.codes[value]
    if kind == "country_list":
        return COUNTRIES.get(value, value)
    return duration(value) if kind == "duration" else number(value) if kind == "decimal" else value


def mapping(value: Mapping[str, Any], typed: Typed | None) -> str:
    if "amount" in value and ("currency" in value or "asset" in value):
        return money(value, typed.periods if typed else None)
    if "precision" in value and "value" in value:
        return date(value)
    if typed and typed.kind == "duration" and "value" in value:
        return ("ongeveer " if value.get("approx") else "") + duration(str(value["value"]))
    parts = []
    for name, one in value.items():
        part = typed.parts.get(name) if typed else None
        if one is None or one == [] or (part and not part.entered):
            continue
        label = "" if part and names_itself(part, first=name == next(iter(value))) else part.label if part else name.replace("_", " ")
        parts.append(f"{label}: {plain(one, part)}" if label else plain(one, part))
    return "; ".join(parts)


def names_itself(part: Part, *, first: bool) -> bool:
    """Whether a part needs no label: the words themselves, and what an entry begins with when it is a name or a choice."""
    return part.answer == "text" or (first and part.answer != "code" and part.kind in ("string", "text", "enum", "enum_multi"))


def field_value(name: str, value: Any, language: str = DUTCH) -> str:
    """The value of a field with that field's own words for its codes, in the variant of the claim."""
    return plain(value, in_language(language).get(name))


def field_label(name: str, language: str = DUTCH) -> str:
    """The name of a field as staff read it, in the variant of the claim; a name that is no field is shown with spaces."""
    known = in_language(language).get(name)
    return known.label_for_staff if known else name.replace("_", " ")
