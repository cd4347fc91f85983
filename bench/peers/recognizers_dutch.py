"""Microsoft Recognizers (Dutch culture) in our kinds. `python -m bench.peers.recognizers_dutch` in .venv/peers serves it.

The mapping from its resolutions to ours is pure and needs no library; README.md beside this file tells it in words.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from bench.peers.lines import serve

COINS = {"Bitcoin": "BTC"}  # the only coin its Dutch list knows
CURRENCIES = {"Dollar": "USD", "Pound": "GBP", "Euro": "EUR", "Franc": "CHF"}  # names that come without an ISO code
_ISO_DURATION = re.compile(r"P(?=[\dT])(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?")
Find = dict[str, Any]


def moment(result: Find, reference: datetime) -> Find | None:
    """One result of the date-time model, as ours; None for what has no kind here (sets, zones, what it could not resolve)."""
    name = result["type_name"].removeprefix("datetimeV2.")
    values = [value for value in (result["resolution"] or {}).get("values", []) if value.get("value") != "not resolved"]
    if not values:
        return None
    if name == "duration":
        timex = values[0]["timex"]
        value = timex if _ISO_DURATION.fullmatch(timex) else f"PT{values[0]['value']}S"
        return _span(result, "duration", value)
    now = reference.replace(tzinfo=None)
    if name in ("date", "datetime", "time"):
        told = [_on_a_day(value["value"], now) for value in values if value.get("value")]
        return _span(result, "date" if name == "date" else "datetime", _pick(told, now)) if told else None
    if name in ("daterange", "datetimerange", "timerange"):
        sides = [_sides(value, now) for value in values if value.get("start") or value.get("end")]
        return _span(result, "interval", "/".join(_latest_range(sides, now))) if sides else None
    return None


def _span(result: Find, kind: str, value: Any) -> Find:
    return {"kind": kind, "start": result["start"], "end": result["end"] + 1, "value": value}  # its ends are inclusive


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value.replace(" ", "T"))


def _on_a_day(value: str, now: datetime) -> str:
    """A bare clock time falls on the last day on which it has passed; the rest is kept, with T between day and time."""
    if re.fullmatch(r"\d\d:\d\d:\d\d", value):
        day = now.date() if value <= now.strftime("%H:%M:%S") else now.date() - timedelta(days=1)
        return f"{day.isoformat()}T{value}"
    return value.replace(" ", "T")


def _pick(values: list[str], now: datetime) -> str:
    """The last value up to now, else the first. Of "10 uur" it offers 10:00 and 22:00: the clock as written counts, which is the first."""
    clock = values[0][10:]
    past = [value for value in values if value[10:] == clock and _instant(value) <= now]
    return max(past) if past else values[0]


def _sides(value: Find, now: datetime) -> tuple[str, str]:
    start, end = (value.get(side) and _on_a_day(value[side], now) for side in ("start", "end"))
    if start and end and len(end) > 10 and end < start:  # 22:00 to 06:00
        end = (_instant(end) + timedelta(days=1)).isoformat()
    if end and end.endswith("23:59:59"):  # its parts of day end a second early
        end = (_instant(end) + timedelta(seconds=1)).isoformat()
    return start or "..", end or ".."


def _latest_range(sides: list[tuple[str, str]], now: datetime) -> tuple[str, str]:
    def side(pair: tuple[str, str]) -> str:
        return pair[0] if pair[0] != ".." else pair[1]

    chosen = _pick([side(pair) for pair in sides], now)
    return next(pair for pair in sides if side(pair) == chosen)


def amount_of(said: str | None) -> str | None:
    """A number in Dutch writing ("39746,41") as a decimal string; None when there is none."""
    try:
        return str(Decimal((said or "").replace(",", ".")))
    except InvalidOperation:
        return None


def money(result: Find) -> Find | None:
    """One result of the currency model; a unit without a number, or one whose ISO code is not known, is no amount."""
    resolution = result["resolution"] or {}
    amount, unit = amount_of(resolution.get("value")), resolution.get("unit", "")
    if amount is None:
        return None
    if unit in COINS:
        return _span(result, "crypto", {"amount": amount, "asset": COINS[unit]})
    currency = resolution.get("isoCurrency") or CURRENCIES.get(unit)
    return _span(result, "money", {"amount": amount, "currency": currency, "vat": None}) if currency else None


def number(result: Find) -> Find | None:
    amount = amount_of((result["resolution"] or {}).get("value"))
    return _span(result, "number", amount) if amount is not None else None


def merged(moments: list[Find], amounts: list[Find], numbers: list[Find]) -> list[Find]:
    """All finds by place; amounts give way to moments and numbers to both, so that "3 maart" is no count of three."""
    kept: list[Find] = []
    for finds in (moments, amounts, numbers):
        kept += [one for one in finds if not any(one["start"] < k["end"] and k["start"] < one["end"] for k in kept)]
    return sorted(kept, key=lambda one: one["start"])


def main() -> None:
    from importlib.metadata import version

    from ms_recognizers_date_time import DateTimeRecognizer
    from ms_recognizers_number import NumberRecognizer
    from ms_recognizers_number_with_unit import NumberWithUnitRecognizer
    from ms_recognizers_text import Culture

    moments = DateTimeRecognizer(Culture.Dutch).get_datetime_model()
    amounts = NumberWithUnitRecognizer(Culture.Dutch).get_currency_model()
    numbers = NumberRecognizer(Culture.Dutch).get_number_model()

    def plain(results: list[Any]) -> list[Find]:
        return [{"type_name": r.type_name, "start": r.start, "end": r.end, "resolution": r.resolution} for r in results]

    def find(text: str, reference: datetime) -> list[Find]:
        now = reference.replace(tzinfo=None)
        found = [moment(one, reference) for one in plain(moments.parse(text, now))]
        sums = [money(one) for one in plain(amounts.parse(text))]
        counts = [number(one) for one in plain(numbers.parse(text))]
        return merged(*([one for one in some if one] for some in (found, sums, counts)))

    serve(find, f"ms-recognizers-text-suite {version('ms-recognizers-text-suite')}")


if __name__ == "__main__":
    main()
