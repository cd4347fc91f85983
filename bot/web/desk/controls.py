"""From a field and its value to the controls that show and change it: one `Control` a value, with those of its parts inside.

`leaf` says which macro of `desk/controls.html` draws it and which reader of `static/js/desk/read.js` reads it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.claims.countries import COUNTRIES
from bot.claims.fields import Part, Typed
from bot.claims.values import ASSETS, CURRENCIES
from bot.web.review.dutch import number

LEAVES = {
    "bool": "bool", "enum_multi": "codes", "text": "long", "string": "text", "phone": "text", "email": "text", "integer": "integer",
    "decimal": "decimal", "date": "moment", "datetime": "moment", "duration": "duration", "money": "money", "money_period": "money",
    "crypto_or_money": "coin", "country_list": "codes",
}  # fmt: skip
OBJECTS, LISTS = ("object", "object_list", "documents"), ("object_list", "documents", "money_list")
INPUT_TYPES = {"phone": "tel", "email": "email"}
MOST_RADIOS = 5
VAT = {"unknown": "btw onbekend", "excl": "zonder btw", "incl": "met btw", "not_applicable": "geen btw"}
PRECISIONS = {
    "": "precies",
    "hour": "rond dit uur",
    "week": "in deze week",
    "month": "in deze maand",
    "quarter": "in dit kwartaal",
    "year": "in dit jaar",
}
UNITS = {"H": "uur", "D": "dagen", "W": "weken", "M": "maanden"}
COINS = {"BTC": "bitcoin", "ETH": "ether", "XMR": "monero", "other": "andere munt"}
_ONE_UNIT = re.compile(r"P(?:(T)?([\d.]+)([HDWM]))")
_SIMPLE = re.compile(r"P(?:([\d.]+)D)?T(?:([\d.]+)H)?")


@dataclass(frozen=True, slots=True)
class Control:
    """What a template draws. `id` is unique on the page; `shown` is the value as its inputs hold it; `options` are (code, label).

    `timed`: a time of day and an end can be told too. `parts` are the controls of an object, `rows` those of a list and `blank` an
    empty row; `kept` is the JSON of what a row holds and nobody enters.
    """

    leaf: str
    id: str
    name: str
    label: str
    shown: Any = None
    options: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    input_type: str = "text"
    timed: bool = False
    example: str = ""
    required: bool = False
    parts: tuple["Control", ...] = ()
    rows: tuple["Control", ...] = ()
    blank: "Control | None" = None
    kept: str = ""


def control(typed: Typed, value: Any, id: str, *, listed: bool | None = None) -> Control:
    """The control of `typed`, filled with `value` (None: empty). `listed` false: one entry of the list that `typed` is."""
    required = isinstance(typed, Part) and typed.required
    about: dict[str, Any] = {"id": id, "name": typed.name, "label": typed.label, "required": required, "example": typed.example}
    if typed.kind in LISTS and listed is not False:
        values = value if isinstance(value, list) else []
        rows = tuple(control(typed, one, f"{id}-{number}", listed=False) for number, one in enumerate(values))
        return Control(leaf="rows", rows=rows, blank=control(typed, None, f"{id}-0", listed=False), **about)
    if typed.kind in OBJECTS:
        held = value if isinstance(value, Mapping) else {}
        entered = [part for part in typed.parts.values() if part.entered]
        parts = tuple(control(part, held.get(part.name), f"{id}-{part.name}") for part in entered)
        kept = {name: one for name, one in held.items() if one is not None and not any(part.name == name for part in entered)}
        return Control(leaf="object", parts=parts, kept=json.dumps(kept, ensure_ascii=False) if kept else "", **about)
    return _leaf(typed, value, about)


def _leaf(typed: Typed, value: Any, about: dict[str, Any]) -> Control:
    if typed.kind == "enum":
        # A part may be left open again, which a radio button cannot.
        leaf = "radios" if len(typed.codes) <= MOST_RADIOS and not isinstance(typed, Part) else "select"
        return Control(leaf=leaf, shown=value, options=tuple(typed.codes.items()), **about)
    leaf = "money" if typed.kind == "money_list" else LEAVES[typed.kind]
    if leaf == "codes":
        options = tuple((COUNTRIES if typed.kind == "country_list" else typed.codes).items())
        return Control(leaf=leaf, shown=value if isinstance(value, list) else [], options=options, **about)
    if leaf in ("money", "coin"):
        return Control(
            leaf=leaf, shown=_money(value), units=_units(leaf), options=tuple(VAT.items()), periods=tuple(typed.periods.items()), **about
        )
    if leaf == "moment":
        shown = _moment(value)
        timed = typed.kind == "datetime" or bool(shown["end"] or shown["time"])
        return Control(leaf=leaf, shown=shown, options=tuple(PRECISIONS.items()), timed=timed, **about)
    if leaf == "duration":
        return Control(leaf=leaf, shown=_duration(value), options=tuple(UNITS.items()), **about)
    if leaf == "decimal":
        value = number(value) if value is not None else ""
    options = tuple(typed.codes.items()) if leaf == "long" else ()
    return Control(
        leaf=leaf, shown="" if value is None else value, options=options, input_type=INPUT_TYPES.get(typed.kind, "text"), **about
    )


def _units(leaf: str) -> tuple[tuple[str, str], ...]:
    money = tuple((f"currency:{code}", code) for code in CURRENCIES)
    return (*((f"asset:{code}", COINS[code]) for code in ASSETS), *money) if leaf == "coin" else money


def _money(value: Any) -> dict[str, str]:
    held = value if isinstance(value, Mapping) else {}
    unit = f"asset:{held['asset']}" if held.get("asset") else f"currency:{held['currency']}" if held.get("currency") else ""
    amount = number(held["amount"]) if held.get("amount") is not None else ""
    return {"amount": amount, "unit": unit, "vat": str(held.get("vat_basis") or ""), "period": str(held.get("period") or "")}


def _moment(value: Any) -> dict[str, Any]:
    """The inputs of a calendar value: a whole date for the picker, the time, how precise it is."""
    held = value if isinstance(value, Mapping) else {}
    said, precision = str(held.get("value") or ""), str(held.get("precision") or "")
    exact = precision in ("", "day", "minute")
    return {
        "day": _whole(said),
        "time": said[11:16],
        "precision": "" if exact else precision,
        "approx": bool(held.get("approx")),
        "end": _whole(str(held.get("end") or "")),
    }


def _whole(said: str) -> str:
    return (said + "-01-01"[len(said) - 4 :] if len(said) in (4, 7) else said)[:10]


def _duration(value: Any) -> dict[str, Any]:
    """A count and its unit; days with hours are told in hours, what is longer told stays as it is written."""
    held = value if isinstance(value, Mapping) else {"value": value}
    said = str(held.get("value") or "")
    about = {"count": "", "unit": "H", "approx": bool(held.get("approx"))}
    if one := _ONE_UNIT.fullmatch(said):
        return about | {"count": number(one[2]), "unit": one[3]} if (one[1] == "T") == (one[3] == "H") else about
    if mixed := _SIMPLE.fullmatch(said):
        return about | {"count": number(f"{24 * float(mixed[1] or 0) + float(mixed[2] or 0):g}")}
    return about
