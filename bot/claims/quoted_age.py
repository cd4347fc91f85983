"""Whether a pasted mail or chat is of long ago: what was urgent in it then is not urgent because it is shown now."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.claims.model import Annotation, Heard
from bot.claims.moments import span

RECENT = timedelta(days=7)
_HEAD = 400  # signs of a pasted text in which its own date stands
_LEAD = 120
_MONTHS = ("jan", "feb", "maa|mrt|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
_NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)\b|\b(20\d\d)-(\d\d)-(\d\d)")
_NAMED = re.compile(rf"\b(\d{{1,2}})\.? ({'|'.join(_MONTHS)})[a-z]*\.? (20\d\d)\b")
_OLD = re.compile(
    r"\b(?:vorig jaar|vorige (?:maand|zomer|winter|herfst|lente|keer)"
    r"|(?:maanden|jaren|jaar|een tijd(?:je)?|lang) geleden|destijds|indertijd"
    r"|toendertijd|van toen|oude? (?:mail|bericht|brief|chat)\w*|eerder incident|vorig incident)\b"
)
_YEAR = re.compile(r"\bin (20\d\d)\b")


def old_words(lowered: str, at: datetime) -> bool:
    """Whether a sentence says that it speaks of long ago, seen from `at`."""
    last_year = (at - RECENT).year
    return bool(_OLD.search(lowered)) or any(int(m[1]) < last_year for m in _YEAR.finditer(lowered))


def is_old(quoted: Annotation, heard: Heard, lowered: str) -> bool:
    """Whether the pasted part carries a date of more than a week back, or is introduced as an old one."""
    found = dates_in(lowered[quoted.start : quoted.start + _HEAD])
    if found:
        return heard.at.date() - max(found) > RECENT
    return old_words(lowered[max(0, quoted.start - _LEAD) : quoted.start], heard.at)


def of_now(heard: Heard) -> Heard:
    """The message without what an old pasted part says of how the attack stands: that was so then."""
    parts = [a for a in heard.annotations if a.entity == "quoted" and a.actor != "insured"]
    if not parts:
        return heard
    lowered = heard.text.lower()
    old = [a for a in parts if is_old(a, heard, lowered if len(lowered) == len(heard.text) else heard.text)]
    if not old:
        return heard
    kept = tuple(a for a in heard.annotations if not (a.role == "attack_status" and any(part.start <= a.start < part.end for part in old)))
    return replace(heard, annotations=kept)


def dates_in(lowered: str) -> list[date]:
    """The days written out with their year; what is no day of the calendar is left out."""
    found = []
    for m in _NUMERIC.finditer(lowered):
        day, month, year = (m[1], m[2], m[3]) if m[1] else (m[6], m[5], m[4])
        found.append((int(year), int(month), int(day)))
    for m in _NAMED.finditer(lowered):
        month_of = next(i for i, names in enumerate(_MONTHS, 1) if m[2] in names.split("|"))
        found.append((int(m[3]), month_of, int(m[1])))
    days = []
    for one in found:
        try:
            days.append(date(*one))
        except ValueError:
            continue
    return days


def only_old_dates(heard: Heard, start: int, end: int) -> bool:
    """Whether the moments read between these places all ended more than a week before the message."""
    moments = [a for a in heard.annotations if a.entity in ("date", "datetime", "interval") and start <= a.start < end]
    ends = [last for a in moments if (last := _last(a)) is not None]
    return bool(ends) and all(heard.at - last > RECENT for last in ends)


def _last(a: Annotation) -> datetime | None:
    value = a.value if isinstance(a.value, dict) else {}
    _, _, last = str(value.get("past") or "").rpartition("/")
    found = span({"value": last, "precision": value.get("precision") or "day"}) if last and last != ".." else None
    return found[1].astimezone(UTC) if found else None
