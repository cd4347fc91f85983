"""dateparser (Dutch, past dates preferred) in our kinds. `python -m bench.peers.dateparser_dutch` in .venv/peers serves it."""

import re
from datetime import datetime, timedelta
from typing import Any

from bench.peers.lines import serve

_CLOCK = re.compile(r"\d\s*[:.]\s*\d\d\b|\b(?:uur|u|uren|min|minuten|minuut|seconden)\b|\d\s*u(?:ur)?\b", re.I)
Find = dict[str, Any]


def spans(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    """Where the pieces stand, each after the one before it: dateparser gives words without offsets. (-1, -1) when it rewrote them."""
    places, after = [], 0
    for piece in pieces:
        start = text.find(piece, after)
        places.append((start, start + len(piece)) if start >= 0 else (-1, -1))
        after = max(after, places[-1][1])
    return places


def mapped(piece: str, moment: datetime, period: str) -> tuple[str, str]:
    """Kind and value. `period` is dateparser's own word for how exact it is; hours and minutes said make it a time."""
    if period == "time" or _CLOCK.search(piece):
        return "datetime", moment.isoformat(timespec="seconds")
    day = moment.date()
    if period == "month":
        first = day.replace(day=1)
        return "interval", f"{first}/{(first + timedelta(days=32)).replace(day=1)}"
    if period == "year":
        return "interval", f"{day.year}-01-01/{day.year + 1}-01-01"
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return "interval", f"{monday}/{monday + timedelta(days=7)}"
    return "date", day.isoformat()


def main() -> None:
    from importlib.metadata import version

    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def find(text: str, reference: datetime) -> list[Find]:
        settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": reference.replace(tzinfo=None), "RETURN_TIME_AS_PERIOD": True}
        found = search_dates(text, languages=["nl"], settings=settings) or []
        reader = DateDataParser(languages=["nl"], settings=settings)
        finds = []
        for (piece, moment), (start, end) in zip(found, spans(text, [piece for piece, _ in found]), strict=True):
            if start >= 0:
                kind, value = mapped(piece, moment, reader.get_date_data(piece).period)
                finds.append({"kind": kind, "start": start, "end": end, "value": value})
        return finds

    serve(find, f"dateparser {version('dateparser')}")


if __name__ == "__main__":
    main()
