"""A short answer to the open question: "ja", "7", "gisteren", "39.746,41 excl btw", "weet ik niet"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.claims import bare_objects, choices, names, shapes, strings
from bot.claims.answer_words import NO_DESCRIPTION, NONE_AT_ALL, QUESTION_INTENTS
from bot.claims.countries import countries_in
from bot.claims.fields import FIELDS, Field
from bot.claims.model import Annotation, ClaimFile, Heard, Status
from bot.claims.moments import ZONE, length
from bot.claims.yes_no import dont_know, kept_back, plain_no, yes_no


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the open question; `span` is its place in the message."""

    value: Any
    status: Status
    confidence: float
    span: tuple[int, int]


def answer(heard: Heard, usable: list[Annotation], file: ClaimFile, *, others: int = 0) -> Answer | None:
    """The answer of `heard` to its open question, or None. `others` counts what the words already answered elsewhere."""
    field = FIELDS[str(heard.ask)]
    text = heard.text.strip()
    start = heard.text.find(text)
    whole = (start, start + len(text))
    if not text:
        return None
    value = _READ.get(field.kind, _text)(heard, field, usable, file)
    if value is not None:
        found, span = value
        return Answer(found, "estimated" if _is_rough(usable, span) else "stated", 0.9, span or whole)
    if dont_know(heard):
        return Answer(None, "unknown", 0.9, whole)
    if kept_back(heard):
        return Answer(None, "declined", 0.9, whole)
    return None


_SURE = 0.5


def _is_rough(usable: list[Annotation], span: tuple[int, int] | None) -> bool:
    return bool(span) and any(a.extra.get("approx") and (a.start, a.end) == span for a in usable)


def _refuses(heard: Heard) -> bool:
    text = heard.text
    return (
        dont_know(heard)
        or (heard.intent in QUESTION_INTENTS and heard.intents[0][1] >= _SURE and not _is_a_thing(heard))
        or text.rstrip().endswith("?")
        or kept_back(heard)
    )


def _is_a_thing(heard: Heard) -> bool:
    """A few words without a verb, which the classifier has no place for: they can answer all the same."""
    return heard.intent == "out_of_scope" and not names.SENTENCE.search(heard.text)


Read = Callable[[Heard, Field, list[Annotation], ClaimFile], tuple[Any, tuple[int, int] | None] | None]


def _bool(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, None] | None:
    said = yes_no(heard)
    return None if said is None else (said, None)


def _enum(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    if _refuses(heard):
        return None
    if field.name == "attack_status" and choices.ENDS_NOTHING.match(heard.text):
        return None
    if (code := choices.pointed(heard, field)) is not None:
        return code, None
    denied = plain_no(heard)
    found = choices.named(heard, field)
    if denied and field.no_means and not (found and len(heard.text) > 12):
        return field.no_means, None
    if found:
        return found[0][0], None
    if yes_no(heard) is True and field.yes_means:
        return field.yes_means, None
    return None


def _enum_multi(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    if _refuses(heard):
        return None
    if (code := choices.pointed(heard, field)) is not None:
        return [code], None
    found = list(dict.fromkeys(code for code, _ in choices.named(heard, field)))
    if field.name == "notification_type" and "circumstance" in found:  # "ik verwacht een claim": not one yet
        found = [code for code in found if code != "claim"]
    if found:
        return found, None
    if plain_no(heard) and field.no_means:
        return [field.no_means], None
    if "other" in field.codes and choices.is_something_else(heard):
        return ["other"], None
    return None


def _pick(usable: list[Annotation], *entities: str) -> Annotation | None:
    rows = [a for a in usable if a.entity in entities and not a.extra.get("taken_back") and not a.extra.get("part_of")]
    fixed = [a for a in rows if a.extra.get("correction")]
    free = [a for a in rows if a.role is None]
    return fixed[-1] if fixed else free[0] if free else rows[0] if rows else None


def _money(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "money")
    if a is not None:
        value = shapes.money(a)
        if value:
            value |= _period(heard.text, field, a.extra.get("period") or "")
            return ([value] if field.kind == "money_list" else value), (a.start, a.end)
    n = _pick(usable, "number")
    amount = shapes.amount_of(n.value) if n is not None else None
    if n is None or amount is None or dont_know(heard) or n.extra.get("noun"):
        return None
    vat = (
        "excl"
        if re.search(r"\bex(?:cl\w*)?\b|zonder btw", heard.text, re.I)
        else "incl"
        if re.search(r"\bincl|met btw", heard.text, re.I)
        else "unknown"
    )
    value = {"amount": amount, "currency": "EUR", "vat_basis": vat}
    value |= _period(heard.text, field)
    return ([value] if field.kind == "money_list" else value), (n.start, n.end)


_PERIODS = (
    ("once", r"\b(?:eenmalig|één keer|een keer|in één keer|vaste prijs)\b"), ("P1Y", r"jaar|p/j|jaarlijks"), ("P3M", r"kwartaal"),
    ("P1M", r"maand|p/m|mnd"), ("P1W", r"\bweek|wekelijks"), ("P1D", r"\bper dag|dagelijks|elke dag"),
)  # fmt: skip


def _period(text: str, field: Field, read: str = "") -> dict[str, str]:
    """{"period"} of an amount for which the field knows periods; a price without one is a year's."""
    said = read or next((code for code, words in _PERIODS if code in field.periods and re.search(words, text, re.I)), "")
    said = said or ("P1Y" if field.kind == "money_period" else "")
    return {"period": said} if said in field.periods else {}


def _coin(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "crypto", "money")
    if a is not None:
        value = shapes.coin_or_money(a)
        return (value, (a.start, a.end)) if value else None
    n = _pick(usable, "number")
    amount = shapes.amount_of(n.value) if n is not None else None
    if n is None or amount is None:
        return None
    before = file.value("ransom_demand_amount") or file.value("ransom_negotiated_amount") or {}
    if not before and float(amount) < 100:
        return None  # "7": of what? better to ask again
    unit = {"asset": before["asset"]} if before.get("asset") else {"currency": before.get("currency", "EUR"), "vat_basis": "not_applicable"}
    return {"amount": amount, **unit}, (n.start, n.end)


def _moment(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "date", "datetime", "interval")
    if a is None:
        return (_within(heard, usable) if "deadline" in field.name else None) or _hour_of_the_day(heard, file)
    finer = [b for b in usable if b.entity == "datetime" and not b.extra.get("taken_back") and shapes.same_day(a, b)]
    a = finer[0] if finer and a.entity == "date" else a
    value = shapes.moment(a, future="deadline" in field.name)
    return (value, (a.start, a.end)) if value else None


def _within(heard: Heard, usable: list[Annotation]) -> tuple[Any, tuple[int, int]] | None:
    """ "Binnen 72 uur", asked until when: counted from the message, so only about right."""
    a = _pick(usable, "duration")
    lasts = length(a.value) if a is not None else None
    if a is None or lasts is None:
        return None
    end, place = (heard.at + lasts).astimezone(ZONE), (a.start, a.end)
    if lasts % timedelta(days=1) or "H" in str(a.value):
        return {"value": end.replace(minute=0, second=0, microsecond=0).isoformat(), "precision": "hour", "approx": True}, place
    return {"value": end.date().isoformat(), "precision": "day", "approx": True}, place


def _hour_of_the_day(heard: Heard, file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    """ "6 uur", asked when it was: an hour of the day of the incident, or of today."""
    m = _HOUR.match(heard.text)
    if m is None or int(m[1]) > 23 or int(m[2] or 0) > 59:
        return None
    known = file.value("incident_occurred_at") or file.value("incident_discovered_at")
    day = str(known["value"])[:10] if isinstance(known, dict) and "T" not in known["value"] and known.get("precision") == "day" else None
    if day is None and isinstance(known, dict) and "T" in str(known["value"]):
        day = str(known["value"])[:10]
    clock = f"{day or heard.at.date().isoformat()}T{int(m[1]):02d}:{int(m[2] or 0):02d}:00"
    return {"value": shapes.local(clock), "precision": "minute" if m[2] else "hour", "approx": False}, m.span()


_HOUR = re.compile(r"^\W*(?:om |rond |tegen |omstreeks )?(\d{1,2})(?:[:.u](\d{2}))? ?(?:uur|u|h)\W*$", re.I)


def _integer(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "number")
    if a is None and (none := NONE_AT_ALL.match(heard.text)):
        return 0, none.span()
    value = shapes.count(a) if a is not None else None
    return None if a is None or value is None else (value, (a.start, a.end))


def _duration(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "duration")
    value = shapes.duration(a) if a is not None else None
    return None if a is None or value is None else (value, (a.start, a.end))


def _contact(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, field.kind)
    if a is not None:
        return a.value, (a.start, a.end)
    if field.kind == "phone":
        digits = re.search(r"\+?\d[\d /.\-]{7,17}\d", heard.text)
        if digits:
            return digits.group(), digits.span()
    return None


def _string(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    return strings.answer(heard, field.name, usable, refused=_refuses(heard))


def _text(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    if field.name != "anything_else" and NO_DESCRIPTION.match(heard.text):
        return None
    return _words(heard)


def _words(heard: Heard) -> tuple[str, tuple[int, int]] | None:
    """The whole answer with its place; None when it is a refusal or a question."""
    if _refuses(heard):
        return None
    text = heard.text.strip()
    start = heard.text.find(text)
    return text, (start, start + len(text))


def _countries(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    """The countries that are named; a place we do not know stays in the person's words."""
    found = _text(heard, field, usable, file)
    return None if found is None else (countries_in(found[0]) or found[0], found[1])


_READ: dict[str, Read] = {
    "bool": _bool, "enum": _enum, "enum_multi": _enum_multi, "money": _money, "money_period": _money, "money_list": _money,
    "crypto_or_money": _coin, "date": _moment, "datetime": _moment, "integer": _integer, "duration": _duration, "phone": _contact,
    "email": _contact, "string": _string, "text": _text,
    "object": lambda heard, field, usable, file: bare_objects.one(heard, field, usable, text=_words(heard)),
    "object_list": lambda heard, field, usable, file: bare_objects.several(heard, field, text=_text(heard, field, usable, file)),
    "country_list": _countries, "documents": lambda *_: None,
}  # fmt: skip
