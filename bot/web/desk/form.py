"""From a claim file (DESIGN 4.5) to the agent's form: the list of its fields, and the form of one."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.claims.fields import FIELDS, GROUP_LABELS, Field, group_label, in_language
from bot.web.desk.controls import Control, control
from bot.web.review import dutch, labels

JSON = Mapping[str, Any]
MOST_NOW = 7  # fields to ask now: the open question, then what the first notice lacks, then by consequence
ESTIMATED = ("integer", "money", "money_period", "crypto_or_money")  # an amount or a count can be about so


@dataclass(frozen=True, slots=True)
class Line:
    """One field in the list. `version` changes with what is recorded of it; `asked` when its question is the open one."""

    name: str
    label: str
    value: str
    status: str
    status_word: str
    version: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading; `folded` ones are opened when wanted, `known` of them have an answer."""

    name: str
    label: str
    lines: tuple[Line, ...]
    known: int = 0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class ListPage:
    """All fields: those to ask now, those that are known, and the rest by group."""

    level: str
    level_word: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    value: str
    who: str


@dataclass(frozen=True, slots=True)
class FieldPage:
    """The form of one field. `doubt` when an estimate can be told; `words` are the quotes it rests on."""

    name: str
    label: str
    question: str
    why: str
    version: str
    control: Control
    doubt: bool
    estimated: bool
    silent: str
    words: tuple[str, ...]
    earlier: tuple[Earlier, ...]


def build_list(claim: JSON, asked: str | None) -> ListPage:
    """The list for `claim`; `asked` is the field whose question is open."""
    fields = claim.get("fields") or {}
    level = str((claim.get("triage") or {}).get("level") or "P3")
    missing = (claim.get("completeness") or {}).get("minimum_notice", {}).get("missing") or ()
    following = [str(one["field"]) for one in claim.get("open_questions") or () if one["field"] not in fields]
    wanted = list(dict.fromkeys(name for name in (asked, *missing, *following) if name in FIELDS))[:MOST_NOW]
    known = [name for name in FIELDS if name in fields and name not in wanted]
    rest = [field for field in FIELDS.values() if field.name not in wanted and field.name not in known]
    language = str(claim.get("language") or "")
    groups = [
        Group("now", "Nu te vragen", _lines(wanted, fields, asked, language)),
        Group("known", "Vastgelegd", _lines(known, fields, asked, language)),
    ]
    for name in GROUP_LABELS:
        label = group_label(name, language)
        lines = _lines([field.name for field in rest if field.group == name], fields, asked, language)
        groups.append(Group(name, label, lines, sum(FIELDS[one].group == name for one in known), folded=True))
    return ListPage(level, labels.word(labels.TRIAGE, level), tuple(group for group in groups if group.lines))


def _lines(names: Iterable[str], fields: JSON, asked: str | None, language: str) -> tuple[Line, ...]:
    return tuple(line(in_language(language)[name], fields.get(name), asked == name) for name in names)


def line(field: Field, state: JSON | None, asked: bool = False) -> Line:
    status = str((state or {}).get("status") or "")
    silent = status in labels.SILENT
    value = dutch.field_value(field.name, state["value"]) if state and not silent else ""
    word = labels.word(labels.STATUS, status) if status not in ("", "stated", "confirmed") else ""
    return Line(field.name, field.label_for_staff, value, status, word, version(state), asked)


def version(state: JSON | None) -> str:
    """Another text for whatever else is recorded; empty when nothing is."""
    return f"{zlib.crc32(json.dumps(state, sort_keys=True).encode()):08x}" if state else ""


def build_field(claim: JSON, name: str, language: str) -> FieldPage:
    """The form of the field `name`, filled with what is recorded of it. A name that is no field is a KeyError."""
    field, state = in_language(language)[name], (claim.get("fields") or {}).get(name) or {}
    status = str(state.get("status") or "")
    value = None if status in labels.SILENT else state.get("value")
    return FieldPage(
        name=name,
        label=field.label_for_staff,
        question=field.question_in(language),
        why=field.why,
        version=version(state or None),
        control=control(field, value, f"f-{name}"),
        doubt=field.kind in ESTIMATED,
        estimated=status == "estimated",
        silent=labels.word(labels.STATUS, status) if status in labels.SILENT else "",
        words=tuple(dict.fromkeys(str(one["quote"]) for one in state.get("evidence") or ())),
        earlier=tuple(earlier(name, one) for one in reversed(state.get("history") or ())),
    )


def earlier(name: str, one: JSON) -> Earlier:
    status = str(one.get("status"))
    value = labels.word(labels.STATUS, status) if status in labels.SILENT else dutch.field_value(name, one.get("value"))
    return Earlier(value or "–", labels.word(labels.SAID_BY, one.get("said_by")))
