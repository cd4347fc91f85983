"""How the tables write down what a text should give: "kind value" for every finding, in order, joined by "; "."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.nlu.extract import extract

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=BRUSSELS)  # a Monday morning in winter time
THURSDAY = datetime(2026, 6, 18, 16, 40, tzinfo=BRUSSELS)  # a Thursday afternoon in summer time
NEW_YEAR = datetime(2027, 1, 4, 9, 0, tzinfo=BRUSSELS)  # the first Monday of a year


def short(item: dict) -> str:
    value = item["value"]
    if item["kind"] == "money":
        value = " ".join(filter(None, (value["amount"], value["currency"], value["vat"])))
    elif item["kind"] == "crypto":
        value = f"{value['amount']} {value['asset']}"
    elif item["kind"] in ("datetime", "interval"):
        value = "/".join(_short_moment(side) for side in value.split("/"))
    return f"{item['kind']} {value}"


def _short_moment(side: str) -> str:
    """An instant as "2026-11-22T22:30": its offset is checked in the tests of the clock changes."""
    return side[:16] if "T" in side else side


def read(text: str, reference: datetime = MONDAY, **options: bool) -> str:
    return "; ".join(short(item) for item in extract(text, reference, **options))
