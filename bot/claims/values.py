"""Values entered by hand, checked and brought into the shape of the claim file (DESIGN 4.5). Each refusal says what is wrong, and where."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.claims import refusals
from bot.claims.checks import CHECKS
from bot.claims.errors import AmountRefused, CodeUnknown, DateRefused, ValueRefused
from bot.claims.fields import Field, Typed
from bot.claims.moments import ZONE, length, span
from bot.claims.shapes import local

PRECISIONS = ("minute", "hour", "day", "week", "month", "quarter", "year")
CURRENCIES = ("EUR", "USD", "GBP", "CHF")
ASSETS = ("BTC", "ETH", "XMR", "other")
VAT = ("excl", "incl", "unknown", "not_applicable")
OLDEST, LATEST = 1950, 2199  # years: older than any contract that still runs, later than any term
LONGEST_STOP_DAYS = 3660
MOST_ROWS = 200
_MOST_CHARACTERS = {"string": 200, "phone": 40, "email": 260}
_MOST_TEXT = 20_000
_BLOTTED = "█"
_N = r"\d{1,7}(?:\.\d{1,4})?"
_DURATION = re.compile(rf"P(?=.)(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T(?=.)(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?", re.ASCII)
_PRECISION = {4: "year", 7: "month", 10: "day"}
_LENGTH = {"year": 4, "month": 7}
_REFUSALS: dict[str, type[ValueRefused]] = {
    "registration_number": refusals.RegistrationRefused,
    "policy_number": refusals.PolicyNumberRefused,
    "wallet": refusals.WalletRefused,
    "email": refusals.EmailRefused,
    "phone": refusals.PhoneRefused,
}


@dataclass(frozen=True, slots=True)
class Place:
    """What is being checked: the value, or a part of it, of `field`; `path` leads there; `now` is the present instant."""

    field: Field
    typed: Typed
    now: datetime
    path: str = ""
    label: str = ""

    def refuse(self, error: type[ValueRefused], key: str = "", **facts: Any) -> ValueRefused:
        """The refusal of this place, or of its `key`."""
        example = self.typed.example or (self.field.examples if self.typed is self.field else "")
        pointer = f"#/value{self.path}{f'/{key}' if key else ''}"
        return error(name=self.field.name, label=self.label or self.field.label, pointer=pointer, **({"example": example} | facts))

    def part(self, part: Typed) -> "Place":
        return replace(self, typed=part, path=f"{self.path}/{part.name}", label=f"{self.field.label}, {part.label}")

    def row(self, number: int) -> "Place":
        return replace(self, path=f"{self.path}/{number}")


def decimal_text(value: Any) -> str:
    """An amount as a plain decimal string ("39746.41"). Floats, signs, exponents, NaN are a ValueError."""
    if isinstance(value, bool | float):
        raise ValueError(value)
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        raise ValueError(value) from None
    if not amount.is_finite() or amount < 0 or amount.adjusted() > 14 or len(amount.as_tuple().digits) > 24 or not str(value).isascii():
        raise ValueError(value)
    return f"{amount:f}"


def _amount(at: Place, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise at.refuse(AmountRefused)
    try:
        made: dict[str, Any] = {"amount": decimal_text(raw.get("amount"))}
    except ValueError:
        raise at.refuse(AmountRefused, "amount") from None
    approx = {"approx": True} if raw.get("approx") is True else {}
    crypto = at.typed.kind == "crypto_or_money"
    if crypto and raw.get("asset") in ASSETS and not raw.get("currency"):
        return made | {"asset": raw["asset"]} | approx
    if raw.get("currency", "EUR") not in CURRENCIES or raw.get("asset"):
        options = ", ".join((*CURRENCIES, *ASSETS[:-1]) if crypto else CURRENCIES)
        raise at.refuse(refusals.CurrencyUnknown, "asset" if raw.get("asset") else "currency", options=options)
    vat = raw.get("vat_basis", "not_applicable" if crypto else "unknown")
    if vat not in VAT:
        raise at.refuse(refusals.VatUnknown, "vat_basis")
    made |= {"currency": raw.get("currency", "EUR"), "vat_basis": vat}
    if period := raw.get("period"):
        if period not in at.typed.periods:
            raise at.refuse(refusals.PeriodUnknown, "period", options=", ".join(at.typed.periods.values()))
        made["period"] = period
    return made | approx


def _amounts(at: Place, raw: Any) -> list[Any]:
    return [_amount(at.row(number), one) for number, one in enumerate(_rows(at, raw))]


def _rows(at: Place, raw: Any) -> list[Any]:
    if not isinstance(raw, list | tuple) or not raw:
        raise at.refuse(refusals.ValueBlank)
    if len(raw) > MOST_ROWS:
        raise at.refuse(refusals.ValueTooLong, limit=MOST_ROWS)
    return list(raw)


def _date(at: Place, raw: Any) -> dict[str, Any]:
    """A calendar value as long as its precision; a time of day gets the offset of Brussels on that day."""
    value = raw if isinstance(raw, Mapping) else {"value": raw}
    text, end = value.get("value"), value.get("end") or None
    if not isinstance(text, str) or not text.isascii():
        raise at.refuse(DateRefused)
    precision = value.get("precision") or _PRECISION.get(len(text), "minute")
    if precision not in PRECISIONS or not isinstance(end, str | None):
        raise at.refuse(DateRefused, "end" if precision in PRECISIONS else "precision")
    if precision in ("minute", "hour") and "T" not in text:
        precision = "day"
    made: dict[str, Any] = {"value": _cut(text, precision), "precision": precision, "approx": value.get("approx") is True}
    first = _span(made["value"], precision)
    if first is None:
        raise at.refuse(DateRefused)
    if first[0].year < OLDEST:
        raise at.refuse(refusals.DateTooOld, least=OLDEST)
    if at.typed.latest == "now" and first[0] > at.now:
        raise at.refuse(refusals.DateInFuture)
    return made if end is None else made | {"end": _end(at, _cut(end, precision), precision, first[0])}


def _end(at: Place, text: str, precision: str, start: datetime) -> str:
    last = _span(text, precision)
    if last is None:
        raise at.refuse(DateRefused, "end")
    if last[0] < start:
        raise at.refuse(refusals.DateOrder, "end")
    return text


def _span(text: str, precision: str) -> tuple[datetime, datetime] | None:
    year = text[:4]
    return span({"value": text, "precision": precision}) if year.isdecimal() and int(year) <= LATEST else None


def _cut(text: str, precision: str) -> str:
    return local(text) if precision in ("minute", "hour") else text[: _LENGTH.get(precision, 10)]


def _code(at: Place, raw: Any) -> str:
    if not isinstance(raw, str) or raw not in at.typed.codes:
        raise at.refuse(CodeUnknown, options=", ".join(at.typed.codes.values()))
    return raw


def _codes(at: Place, raw: Any) -> list[str]:
    return list(dict.fromkeys(_code(at.row(number), one) for number, one in enumerate(_rows(at, raw))))


def _text(at: Place, raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise at.refuse(refusals.ValueBlank)
    text, most = raw.strip(), _MOST_CHARACTERS.get(at.typed.kind, _MOST_TEXT)
    if len(text) > most:
        raise at.refuse(refusals.ValueTooLong, limit=most)
    if _BLOTTED in text and at.typed.kind != "text":
        raise at.refuse(refusals.ValueSecret)
    check = at.typed.check or at.typed.kind
    if check not in CHECKS:
        return text
    found = CHECKS[check](text)
    if found is None:
        raise at.refuse(_REFUSALS[check])
    return found


def _duration(at: Place, raw: Any) -> dict[str, Any]:
    value = raw if isinstance(raw, Mapping) else {"value": raw}
    text = value.get("value")
    long = length(text) if isinstance(text, str) and _DURATION.fullmatch(text) else None
    if long is None or not 0 < long.total_seconds() <= LONGEST_STOP_DAYS * 86400:
        raise at.refuse(refusals.DurationRefused)
    return {"value": text, "approx": value.get("approx") is True}


def _bool(at: Place, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise at.refuse(refusals.YesNoRefused)
    return raw


def _integer(at: Place, raw: Any) -> int:
    text = str(raw).strip()
    if isinstance(raw, bool | float) or not re.fullmatch(r"-?\d{1,12}", text, re.ASCII):
        raise at.refuse(refusals.NumberRefused)
    return int(_bounded(at, Decimal(text)))


def _decimal(at: Place, raw: Any) -> str:
    try:
        text = decimal_text(raw)
    except ValueError:
        raise at.refuse(refusals.NumberRefused) from None
    _bounded(at, Decimal(text))
    return text


def _bounded(at: Place, number: Decimal) -> Decimal:
    most = at.typed.most if at.typed.most is not None else 999_999_999
    if not at.typed.least <= number <= most:
        raise at.refuse(refusals.NumberOutside, least=at.typed.least, most=f"{most:,}".replace(",", "."))
    return number


def _countries(at: Place, raw: Any) -> list[str]:
    rows = _rows(at, raw)
    for number, one in enumerate(rows):
        if not isinstance(one, str) or not re.fullmatch(r"[A-Z]{2}|abroad", one):
            raise at.refuse(refusals.CountryRefused, str(number))
    return list(dict.fromkeys(rows))


def _object(at: Place, raw: Any) -> dict[str, Any]:
    """The parts that were given, in the order of `fields.toml`; an empty one counts as not given."""
    parts = at.typed.parts
    if not isinstance(raw, Mapping):
        raise at.refuse(ValueRefused)
    if set(raw) - set(parts):
        raise at.refuse(refusals.PartUnknown, options=", ".join(part.label for part in parts.values()))
    made = {name: checked_at(at.part(part), raw[name]) for name, part in parts.items() if raw.get(name) not in (None, "", [])}
    for name, part in parts.items():
        if part.required and name not in made:
            raise at.part(part).refuse(refusals.PartMissing, part=part.label)
    if not made:
        raise at.refuse(refusals.ValueBlank)
    return made


def _objects(at: Place, raw: Any) -> list[Any]:
    return [_object(at.row(number), one) for number, one in enumerate(_rows(at, raw))]


_CHECKS: dict[str, Callable[[Place, Any], Any]] = {
    "bool": _bool, "enum": _code, "enum_multi": _codes, "text": _text, "string": _text, "phone": _text, "email": _text,
    "date": _date, "datetime": _date, "duration": _duration, "integer": _integer, "decimal": _decimal, "country_list": _countries,
    "money": _amount, "money_period": _amount, "crypto_or_money": _amount, "money_list": _amounts,
    "object": _object, "object_list": _objects, "documents": _objects,
}  # fmt: skip


def checked_at(at: Place, raw: Any) -> Any:
    return _CHECKS[at.typed.kind](at, raw)


def checked(field: Field, raw: Any, now: datetime | None = None) -> Any:
    """`raw` in the shape that the field has in the claim file.

    Raises ValueRefused or one of its kinds (`refusals`; facts: name, label, pointer, and what a good value looks like). Floats are
    refused as amounts, because 0.1 is not what was typed. Whether a day lies ahead is decided by `now`.
    """
    return checked_at(Place(field, field, now or datetime.now(ZONE)), raw)
