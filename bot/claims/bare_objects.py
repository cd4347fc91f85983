"""The answer to an open question for something with parts: "ja, nummer 12345", "60 uur tegen 75 euro", "mevrouw Peeters, 0470 ..."."""

import re
from collections.abc import Callable
from typing import Any

from bot.claims import shapes
from bot.claims.answer_words import DONE, WHO
from bot.claims.fields import Field, Part
from bot.claims.model import Annotation, Heard
from bot.claims.yes_no import yes_no

Answer = tuple[Any, tuple[int, int] | None] | None
Spanned = tuple[Any, tuple[int, int]]
_NUMBER = re.compile(
    r"\b(?:nummer|nr|pv(?:[ -]?(?:nummer|nr))?)\b[ .:]*(?:is |van |het pv )?((?=[\w./-]*\d)[A-Za-z0-9][\w./-]{2,39}[A-Za-z0-9])", re.I
)
_BETWEEN = re.compile(r"\s*[,;\n]\s*(?:en |ook )?|\s+(?:en ook|en|plus|alsook|&)\s+(?!zo(?:on|nen)\b|partners?\b|co\b|vennoten\b)", re.I)
_BEFORE = re.compile(r"^\W*(?:(?:ja|wel)\W+)?(?:(?:dat|het) (?:zijn|is)|het gaat om|ook|namelijk|vooral|[^\s:]+(?: klanten)?:)\s+", re.I)
_NOT_DONE = re.compile(r"\b(?:niet|nog niet|nooit)\b", re.I)
_PARTLY = re.compile(r"\b(?:deels|gedeeltelijk|een deel|niet alles|niet allemaal)\b", re.I)


def one(heard: Heard, field: Field, usable: list[Annotation], *, text: Spanned | None) -> Answer:
    """The parts that the words fill. `text` is the whole answer with its place, None when it is a refusal or a question."""
    found = {name: value for name, part in field.parts.items() if (value := _read(heard, part, usable)) is not None}
    said, yes = yes_no(heard), field.answered_by("yes")
    if yes:
        if said is None and DONE.search(heard.text) and text is not None:
            said = not _NOT_DONE.search(heard.text)
        return None if said is None else ({yes: said, **(found if said else {})}, None)
    codes = _coded(heard, field, said) if text is not None else {}
    own = field.answered_by("text")
    if own and text is not None and not found and (not codes or len(heard.text.split()) > 2):
        return {**codes, own: text[0]}, text[1]
    made = {**found, **codes}
    if not made or any(part.required and name not in made for name, part in field.parts.items()):
        return None
    return made, None


def several(heard: Heard, field: Field, *, text: Spanned | None) -> Answer:
    """One entry with the words themselves, where the entries have a part for them; one for each name in a list of names."""
    if not field.answered_by("text") or text is None or (yes_no(heard) is False and len(heard.text.split()) < 4):
        return None
    listed = _names_in(text[0]) if field.answered_by("text") == "name" else [text[0]]
    return [field.entry(words) for words in listed], text[1]


def _names_in(words: str) -> list[str]:
    """The names of an enumeration: "drie: Bakkerij Smeets, Garage Maes en de school". "Jansen en Zonen" stays one."""
    return [name for part in _BETWEEN.split(_BEFORE.sub("", words, count=1)) if (name := part.strip(" .!\n"))] or [words]


def _coded(heard: Heard, field: Field, said: bool | None) -> dict[str, str]:
    """What a bare yes, no or "deels" says of the parts that it is about: those that are named, else all of them when it is a no."""
    parts = {name: part for name, part in field.parts.items() if part.answer == "code"}
    code = "partly" if _PARTLY.search(heard.text) else {True: "yes", False: "no", None: ""}[said]
    if not code or any(code not in part.codes for part in parts.values()):
        return {}
    named = [name for name in parts if name in WHO and re.search(WHO[name], heard.text, re.I)]
    if named or not any(name in WHO for name in parts) or said is False:
        return dict.fromkeys(named or parts, code)
    return {}  # "ja": which of the two is not said


def _read(heard: Heard, part: Part, usable: list[Annotation]) -> Any:
    reader = _READERS.get(part.kind)
    return reader(heard, part, [a for a in usable if not a.extra.get("taken_back") and not a.extra.get("part_of")]) if reader else None


def _first(usable: list[Annotation], *entities: str) -> Annotation | None:
    return next((a for a in usable if a.entity in entities), None)


def _contact(heard: Heard, part: Part, usable: list[Annotation]) -> Any:
    a = _first(usable, part.kind)
    return a.value if a is not None else None


def _string(heard: Heard, part: Part, usable: list[Annotation]) -> Any:
    if part.name == "name":
        a = _first(usable, "person")
        return a.value if a is not None else None
    m = _NUMBER.search(heard.text) if part.name == "number" else None
    return m[1] if m else None


def _decimal(heard: Heard, part: Part, usable: list[Annotation]) -> str | None:
    a = _first(usable, "number", "duration")
    if a is None:
        return None
    if a.entity == "number":
        return shapes.amount_of(a.value)
    hours = re.fullmatch(r"P(?:(\d+)D)?(?:T(\d+)H)?", str(a.value))
    return str(24 * int(hours[1] or 0) + int(hours[2] or 0)) if hours and a.value != "P" else None


def _money(heard: Heard, part: Part, usable: list[Annotation]) -> Any:
    a = _first(usable, "money")
    return shapes.money(a) if a is not None else None


def _moment(heard: Heard, part: Part, usable: list[Annotation]) -> Any:
    a = next((a for a in usable if a.entity in ("date", "datetime") and a.role is None), None)
    value = shapes.moment(a) if a is not None else None
    if value is None or part.latest != "now" or value["value"][:10] <= heard.at.date().isoformat():
        return value
    return None  # what was done does not lie ahead


_READERS: dict[str, Callable[[Heard, Part, list[Annotation]], Any]] = {
    "phone": _contact, "email": _contact, "string": _string, "decimal": _decimal, "money": _money, "date": _moment, "datetime": _moment,
}  # fmt: skip
