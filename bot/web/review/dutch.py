"""Values of a claim file as Dutch text: amounts, dates with their precision, durations, codes, lists, objects."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from bot.claims.fields import in_language
from bot.claims.variants import DUTCH
from bot.web.review import labels

ZONE = ZoneInfo("Europe/Amsterdam")  # the same wall time as Europe/Brussels
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
WORDS_OF: dict[str, dict[str, str]] = {"head": labels.LOSS, "by": labels.PARTY}
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


def money(value: Mapping[str, Any]) -> str:
    """ "€ 39.746,41 excl. btw", "7 BTC", with "ongeveer" and the period where they are known."""
    parts = ["ongeveer"] if value.get("approx") else []
    if value.get("asset"):
        parts.append(f"{number(value['amount'])} {value['asset']}")
    else:
        currency = str(value.get("currency") or "EUR")
        parts.append(f"{SIGN.get(currency, currency)} {number(value['amount'], cents=True)}")
        parts.append(labels.VAT.get(str(value.get("vat_basis")), ""))
    if value.get("period"):
        parts.append(labels.word(labels.PERIOD, value["period"]))
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


def plain(value: Any, codes: Mapping[str, str] | None = None, kind: str = "") -> str:
    """Any value as Dutch text; `codes` are the labels of its field."""
    codes = codes or {}
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float | Decimal):
        return number(value)
    if isinstance(value, str):
        return duration(value) if kind == "duration" else scalar(value, codes, kind)
    if isinstance(value, list | tuple):
        return ", ".join(plain(one, codes, kind) for one in value)
    if isinstance(value, Mapping):
        return mapping(value, codes)
    return str(value)


def scalar(value: str, codes: Mapping[str, str], kind: str) -> str:
    if value in codes:
        return codes[value]
    if kind == "country_list":
        return labels.COUNTRY.get(value, value)
    return labels.ANSWERS.get(value, value)


def mapping(value: Mapping[str, Any], codes: Mapping[str, str]) -> str:
    if "amount" in value and ("currency" in value or "asset" in value):
        return money(value)
    if "precision" in value and "value" in value:
        return date(value)
    parts = []
    for key, one in value.items():
        if one is None or one == []:
            continue
        text = plain(one, WORDS_OF.get(key, {}) | dict(codes))
        name = labels.KEYS.get(key, key.replace("_", " "))
        parts.append(f"{name}: {text}" if name else text)
    return "; ".join(parts)


def field_value(name: str, value: Any, language: str = DUTCH) -> str:
    """The value of a field with that field's own words for its codes, in the variant of the claim."""
    known = in_language(language).get(name)
    return plain(value, known.codes, known.kind) if known else plain(value)


def field_label(name: str, language: str = DUTCH) -> str:
    """The name of a field as staff read it, in the variant of the claim; a name that is no field is shown with spaces."""
    if name in labels.FIELD:
        return labels.FIELD[name]
    known = in_language(language).get(name)
    return known.label if known else name.replace("_", " ")
