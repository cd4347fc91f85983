"""The downtime clock for an adjuster: each system, how long it stood still, and what both kinds of waiting period leave of it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.web.review import contexts, dutch

JSON = Mapping[str, Any]
SOURCE = {"policy": "uit de polis", "assumed": "aangenomen, de polis is niet bekend"}


def build(clock: JSON, quote: Callable[[JSON | None], tuple[contexts.Quote, ...]]) -> contexts.StandstillPart | None:
    """The part of the page; None when nothing stood still."""
    periods = clock.get("periods") or ()
    if not periods:
        return None
    waiting = f"Wachttijd {clock['waiting_hours']} uur ({SOURCE[clock['waiting_source']]}). Alleen rekenwerk, geen oordeel over de polis."
    return contexts.StandstillPart(waiting, tuple(row(one, quote(one)) for one in periods))


def row(one: JSON, quotes: tuple[contexts.Quote, ...]) -> contexts.StandstillRow:
    system = str(one.get("system") or "niet genoemd")
    approx = "ongeveer " if isinstance(one.get("said"), Mapping) and one["said"].get("approx") and not one.get("end") else ""
    lasted = approx + hours(one.get("hours"))
    return contexts.StandstillRow(
        system=system[:1].upper() + system[1:],
        when=when(one),
        lasted=lasted + (" tot het laatste bericht" if one.get("running") and one.get("hours") else ""),
        excess=approx + hours(one.get("hours_excess")),
        qualifying=approx + hours(one.get("hours_qualifying")),
        quotes=quotes,
    )


def when(one: JSON) -> str:
    """ "van 16 november 2026 tot 18 november 2026", "sinds ...", "tot ...", or a dash."""
    start, end = (dutch.date(at) if isinstance(at, Mapping) and at.get("value") else "" for at in (one.get("start"), one.get("end")))
    if start and end:
        return f"van {start} tot {end}"
    return f"sinds {start}" if start and one.get("running") else f"van {start}" if start else f"tot {end}" if end else "–"


def hours(between: JSON | None) -> str:
    """ "24 uur", "24 tot 72 uur"; "onbekend" without a length."""
    if not between:
        return "onbekend"
    least, most = (dutch.number(between[side]) for side in ("least", "most"))
    return f"{least} uur" if least == most else f"{least} tot {most} uur"
