"""Values of the Rasa side in the shapes of the claim file."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.claims.model import Annotation
from bot.claims.moments import ZONE

_LENGTH = {"year": 4, "month": 7, "quarter": 10, "week": 10, "day": 10}


def amount_of(value: Any) -> str | None:
    """A decimal string without needless zeros ("39746.41", "600"), or None."""
    try:
        number = Decimal(str(value))
    except (InvalidOperation, TypeError):
        return None
    if not number.is_finite():
        return None
    text = format(number.normalize(), "f")
    return text


def money(annotation: Annotation) -> dict[str, Any] | None:
    """`{"amount", "currency", "vat_basis"}` of a money annotation; None when it has no amount."""
    value = annotation.value
    if not isinstance(value, dict):
        return None
    amount = amount_of(value.get("amount"))
    if amount is None:
        return None
    return {
        "amount": amount,
        "currency": value.get("currency") or "EUR",
        "vat_basis": value.get("vat") or value.get("vat_basis") or "unknown",
    }


def crypto(annotation: Annotation) -> dict[str, Any] | None:
    """`{"amount", "asset"}` of a crypto annotation."""
    value = annotation.value
    if not isinstance(value, dict):
        return None
    amount = amount_of(value.get("amount"))
    return None if amount is None else {"amount": amount, "asset": value.get("asset") or "other"}


def coin_or_money(annotation: Annotation) -> dict[str, Any] | None:
    """The value of a ransom: crypto as asset, money with its currency both as `asset` and as `currency`-less amount of that unit."""
    if annotation.entity == "crypto":
        return crypto(annotation)
    value = money(annotation)
    return None if value is None else {"amount": value["amount"], "currency": value["currency"], "vat_basis": "not_applicable"}


def local(text: str) -> str:
    """A wall time with the offset of Brussels on its own day ("2026-10-06T08:00:00+02:00"), whatever day it was said on.

    A time with another offset than Brussels ever has was meant so, and stays.
    """
    m = re.fullmatch(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\+0[12]:00)?", text)
    if m is None:
        return text
    try:
        return datetime.fromisoformat(m[1]).replace(tzinfo=ZONE).isoformat()
    except ValueError:
        return text


def same_day(date: Annotation, moment_: Annotation) -> bool:
    """Whether a date and a time of day, read apart, speak of one day."""
    one, other = moment(date), moment(moment_)
    return one is not None and other is not None and one["value"][:10] == other["value"][:10]


def moment(annotation: Annotation, *, future: bool = False) -> dict[str, Any] | None:
    """`{"value", "end"?, "precision", "approx"}` of a date, datetime or interval; the reading of the wanted direction."""
    raw = annotation.value
    if isinstance(raw, str):
        raw = {"past": raw}
    if not isinstance(raw, dict):
        return None
    text = (raw.get("future") if future else None) or raw.get("past") or raw.get("value") or raw.get("future")
    if isinstance(text, dict):
        text = text.get("value")
    if not isinstance(text, str):
        return None
    precision = raw.get("precision") or ("minute" if "T" in text else "day")
    result: dict[str, Any] = {"value": text, "precision": precision, "approx": bool(raw.get("approx"))}
    if "/" in text:
        start, end = text.split("/", 1)
        known = start if start != ".." else end
        result["value"] = known
        if start != ".." and end != ".." and precision not in ("month", "year"):
            result["end"] = end
    for key in ("value", "end"):
        if "T" in str(result.get(key, "")):
            result[key] = local(result[key])
    if "T" not in result["value"]:
        result["value"] = result["value"][: _LENGTH.get(precision, 10)]
        if precision in ("minute", "hour"):
            result["precision"] = "day"
    return result


def duration(annotation: Annotation) -> dict[str, Any] | None:
    """`{"value", "approx"}` of a duration, ISO 8601."""
    value = annotation.value.get("value") if isinstance(annotation.value, dict) else annotation.value
    if not isinstance(value, str) or not value.startswith("P"):
        return None
    return {"value": value, "approx": bool(annotation.extra.get("approx")) or annotation.certainty == "estimate"}


def count(annotation: Annotation) -> int | None:
    """A whole number, or None."""
    amount = amount_of(annotation.value.get("value") if isinstance(annotation.value, dict) else annotation.value)
    if amount is None or Decimal(amount) != int(Decimal(amount)) or Decimal(amount) < 0:
        return None
    return int(Decimal(amount))
