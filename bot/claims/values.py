"""Values entered by hand, checked and brought into the shape of the claim file (DESIGN 4.5)."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.claims.errors import AmountRefused, CodeUnknown, DateRefused, ValueRefused
from bot.claims.fields import Field
from bot.claims.moments import span

PRECISIONS = ("minute", "hour", "day", "week", "month", "quarter", "year")
CURRENCIES = ("EUR", "USD", "GBP", "CHF")
ASSETS = ("BTC", "ETH", "XMR", "other")
VAT = ("excl", "incl", "unknown", "not_applicable")
PERIODS = ("P1Y", "P1M")
_DURATION = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T(?=.)(?:[\d.]+H)?(?:[\d.]+M)?(?:[\d.]+S)?)?")
_MOST_CHARACTERS = 20_000


def _refuse(field: Field) -> ValueRefused:
    return ValueRefused(name=field.name, label=field.label)


def decimal_text(value: Any) -> str:
    """An amount as a plain decimal string ("39746.41"). Floats, signs, exponents, NaN are a ValueError."""
    if isinstance(value, bool | float):
        raise ValueError(value)
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        raise ValueError(value) from None
    if not amount.is_finite() or amount < 0 or amount.adjusted() > 14 or len(amount.as_tuple().digits) > 24:
        raise ValueError(value)
    return f"{amount:f}"


def _amount(field: Field, raw: Any, *, crypto: bool = False, period: bool = False) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise AmountRefused(name=field.name, label=field.label)
    try:
        made: dict[str, Any] = {"amount": decimal_text(raw.get("amount"))}
    except ValueError:
        raise AmountRefused(name=field.name, label=field.label) from None
    if crypto and raw.get("asset") in ASSETS and not raw.get("currency"):
        return made | {"asset": raw["asset"]}
    if raw.get("currency", "EUR") not in CURRENCIES or raw.get("asset"):
        raise AmountRefused(name=field.name, label=field.label)
    vat = raw.get("vat_basis", "unknown")
    if vat not in VAT:
        raise AmountRefused(name=field.name, label=field.label)
    made |= {"currency": raw.get("currency", "EUR"), "vat_basis": vat}
    if period:
        if raw.get("period") not in (*PERIODS, None):
            raise AmountRefused(name=field.name, label=field.label)
        made |= {"period": raw["period"]} if raw.get("period") else {}
    return made


def _date(field: Field, raw: Any) -> dict[str, Any]:
    value = raw if isinstance(raw, Mapping) else {"value": raw}
    text = value.get("value")
    if not isinstance(text, str):
        raise DateRefused(name=field.name, label=field.label)
    guess = {4: "year", 7: "month", 10: "day"}.get(len(text), "minute")
    made = {"value": text, "precision": value.get("precision", guess), "approx": bool(value.get("approx", False))}
    if value.get("end"):
        made["end"] = value["end"]
    if made["precision"] not in PRECISIONS or span(made) is None:
        raise DateRefused(name=field.name, label=field.label)
    return made


def _code(field: Field, raw: Any) -> str:
    if not isinstance(raw, str) or raw not in field.codes:
        raise CodeUnknown(name=field.name, label=field.label)
    return raw


def _codes(field: Field, raw: Any) -> list[str]:
    if not isinstance(raw, list | tuple) or not raw:
        raise CodeUnknown(name=field.name, label=field.label)
    return list(dict.fromkeys(_code(field, item) for item in raw))


def _text(field: Field, raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip() or len(raw) > _MOST_CHARACTERS:
        raise _refuse(field)
    return raw.strip()


def _matching(pattern: str) -> Callable[[Field, Any], str]:
    def check(field: Field, raw: Any) -> str:
        text = _text(field, raw)
        if not re.fullmatch(pattern, text):
            raise _refuse(field)
        return text

    return check


def _duration(field: Field, raw: Any) -> dict[str, Any]:
    value = raw if isinstance(raw, Mapping) else {"value": raw}
    text = _text(field, value.get("value"))
    if not _DURATION.fullmatch(text):
        raise _refuse(field)
    return {"value": text, "approx": bool(value.get("approx", False))}


def _bool(field: Field, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise _refuse(field)
    return raw


def _integer(field: Field, raw: Any) -> int:
    text = str(raw).strip()
    if isinstance(raw, bool) or not re.fullmatch(r"\d{1,9}", text):
        raise _refuse(field)
    return int(text)


def _country(field: Field, raw: Any) -> list[str]:
    if not isinstance(raw, list | tuple) or not raw or not all(isinstance(c, str) and re.fullmatch(r"[A-Z]{2}|abroad", c) for c in raw):
        raise _refuse(field)
    return list(dict.fromkeys(raw))


def _object(field: Field, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, Mapping) or not raw or not all(isinstance(k, str) for k in raw):
        raise _refuse(field)
    return dict(raw)


def _objects(field: Field, raw: Any) -> list[Any]:
    if not isinstance(raw, list | tuple) or not raw:
        raise _refuse(field)
    return [_object(field, item) for item in raw]


_CHECKS: dict[str, Callable[[Field, Any], Any]] = {
    "bool": _bool,
    "enum": _code,
    "enum_multi": _codes,
    "text": _text,
    "string": _text,
    "date": _date,
    "datetime": _date,
    "money": _amount,
    "money_period": lambda f, raw: _amount(f, raw, period=True),
    "crypto_or_money": lambda f, raw: _amount(f, raw, crypto=True),
    "money_list": lambda f, raw: [_amount(f, item) for item in _objects(f, raw)],
    "integer": _integer,
    "duration": _duration,
    "phone": _matching(r"\+?[\d ()/.-]{6,25}"),
    "email": _matching(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,}"),
    "country_list": _country,
    "object": _object,
    "object_list": _objects,
    "documents": _objects,
}


def checked(field: Field, raw: Any) -> Any:
    """`raw` in the shape that the field has in the claim file.

    Raises CodeUnknown, AmountRefused, DateRefused or plain ValueRefused (facts: name, label). Floats are refused as
    amounts, because 0.1 is not what was typed.
    """
    return _CHECKS[field.kind](field, raw)
