"""The fields a person can state about a claim, read once from `fields.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import tomllib

from bot.claims.variants import DUTCH, FLEMISH, filled

Need = Literal["minimum", "required", "optional"]
Kind = Literal[
    "bool", "enum", "enum_multi", "text", "string", "date", "datetime", "money", "money_period", "money_list", "crypto_or_money",
    "integer", "decimal", "duration", "phone", "email", "country_list", "object", "object_list", "documents",
]  # fmt: skip
Answers = Literal["", "yes", "code", "text"]
_NONE: Mapping[str, Any] = MappingProxyType({})

GROUP_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "meta": "{report}",
        "policy": "Polis en bedrijf",
        "reporter": "Melder",
        "claimant": "Klant",
        "contract": "Afspraken met de klant",
        "timeline": "Tijdlijn",
        "attack": "Incident",
        "extortion": "Losgeld",
        "restoration": "Herstel",
        "business_interruption": "Stilstand",
        "liability": "Claim van de klant",
        "data_breach": "Gegevens",
        "authorities": "Meldingen bij instanties",
        "mitigation": "Maatregelen",
        "documents": "Stukken",
        "other_insurance": "Andere verzekeringen",
        "outcome": "Gewenste uitkomst",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a value may be: of a whole field, or of one part of an object.

    `codes` maps each code of the data to its Dutch label, `periods` each period of an amount. `least` and `most` bound a number.
    With `latest` "now" a date cannot lie ahead. `check` names a check of `bot.claims.checks`. `parts` are what an object holds.
    """

    name: str
    label: str
    kind: Kind
    example: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, "Part"] = field(default_factory=dict)
    least: int = 0
    most: int | None = None
    latest: Literal["now", ""] = ""
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Typed):
    """One part of an object.

    `said` is its value when nobody says one. `entered` false: never filled in by hand. `answer` tells how an answer in a person's
    own words fills it: by its yes or no, by the code a bare yes or no has, or with the words themselves.
    """

    required: bool = False
    said: str = ""
    entered: bool = True
    answer: Answers = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Typed):
    """One field: how it is asked (Dutch), what it may hold, when it matters, and what it maps to.

    `when` is a condition of `bot.claims.conditions`. `rank` orders asking, lowest first. With `asked` false the question is never put
    to a person. `yes_means` and `no_means` are the codes of a bare yes or no; `ledger` is the role of an amount that answers it,
    `head` the kind of cost it is. What ends in `_be` is Flemish, and there only where the words differ (`codes_be` holds those codes
    only); `in_language` gives the field as a Fleming reads it.
    """

    group: str
    question: str
    why: str
    need: Need
    when: str
    rank: int
    sensitivity: str
    standards: tuple[str, ...] = ()
    question_be: str | None = None
    example_be: str | None = None
    label_be: str | None = None
    why_be: str | None = None
    codes_be: Mapping[str, str] = field(default_factory=dict)
    staff_label: str = ""
    yes_means: str = ""
    no_means: str = ""
    ledger: str = ""
    head: str = ""
    asked: bool = True

    def question_in(self, language: str) -> str:
        """The question in nl-NL or nl-BE; the Flemish one only where the words differ."""
        return self.question_be if self.question_be and language == FLEMISH else self.question

    def example_in(self, language: str) -> str:
        """An example answer in nl-NL or nl-BE."""
        return self.example_be if self.example_be and language == FLEMISH else self.example

    def words_for(self, code: str) -> tuple[str, ...]:
        """The labels of a code in both variants: an answer may use either."""
        return tuple(dict.fromkeys(label for label in (self.codes.get(code), self.codes_be.get(code)) if label))

    def answered_by(self, way: Answers) -> str:
        """The part that is filled in this way by a person's own words; empty when there is none."""
        return next((name for name, part in self.parts.items() if part.answer == way), "")

    def entry(self, words: str) -> dict[str, Any]:
        """One entry made of a person's own words, with what is so when nobody says otherwise."""
        said = {name: part.said for name, part in self.parts.items() if part.said}
        return {self.answered_by("text"): words, **said}

    @property
    def examples(self) -> str:
        """The example answer, in both countries where they differ."""
        return f"{self.example} of {self.example_be}" if self.example_be else self.example

    @property
    def label_for_staff(self) -> str:
        """The label as staff read it: a label that speaks to the insured ("uw") has another one."""
        return self.staff_label or self.label


def group_label(group: str, language: str) -> str:
    """The name of a group of fields in nl-NL or nl-BE, with a capital."""
    label = filled(GROUP_LABELS.get(group, group), language)
    return label[:1].upper() + label[1:]


WORDED = ("label", "question", "why", "example")


def load(text: str) -> Mapping[str, Field]:
    """The fields of a `fields.toml`, in its order, with their terms filled in. An unknown key or a missing one is a TypeError."""
    raw: dict[str, dict[str, Any]] = tomllib.loads(text)
    codes = {name: MappingProxyType(dict(values.get("codes", {}))) for name, values in raw.items()}
    made = {name: _field(name, dict(values), codes) for name, values in raw.items()}
    return MappingProxyType(made)


def _field(name: str, values: dict[str, Any], codes: Mapping[str, Mapping[str, str]]) -> Field:
    parts = {part: _part(part, dict(about), codes) for part, about in values.pop("parts", {}).items()}
    values |= {"standards": tuple(values.get("standards", ())), "codes": codes[name]}
    values["codes_be"] = MappingProxyType(dict(values.get("codes_be", {})))
    return Field(name=name, parts=MappingProxyType(parts), **_in_both(values))


def _in_both(values: dict[str, Any]) -> dict[str, Any]:
    """The words of an entry with their terms filled in, for nl-NL and, where they differ, for nl-BE."""
    for word in WORDED:
        own, other = str(values.get(word, "")), values.get(f"{word}_be")
        values[f"{word}_be"] = filled(own if other is None else other, FLEMISH)
        if word in values:
            values[word] = filled(own, DUTCH)
        if values[f"{word}_be"] == values.get(word, ""):
            values[f"{word}_be"] = None
    return values


def _part(name: str, values: dict[str, Any], codes: Mapping[str, Mapping[str, str]]) -> Part:
    """A part; its codes stand there, or are those of the field they name. A field of that name must exist (KeyError)."""
    own = values.pop("codes", _NONE)
    return Part(name=name, codes=codes[own] if isinstance(own, str) else MappingProxyType(dict(own)), **values)


def flemish(one: Field) -> Field:
    """The field in the words of nl-BE, its parts with their codes too."""
    said = {word: getattr(one, f"{word}_be") or getattr(one, word) for word in WORDED}
    codes = MappingProxyType({**one.codes, **one.codes_be})
    parts = {name: replace(part, codes=codes) if part.codes == one.codes else part for name, part in one.parts.items()}
    return replace(one, **said, codes=codes, parts=MappingProxyType(parts))


FIELDS: Mapping[str, Field] = load(Path(__file__).with_name("fields.toml").read_text(encoding="utf-8"))
MINIMUM: tuple[str, ...] = tuple(f.name for f in sorted(FIELDS.values(), key=lambda f: f.rank) if f.need == "minimum")
_FLEMISH: Mapping[str, Field] = MappingProxyType({name: flemish(one) for name, one in FIELDS.items()})


def in_language(language: str) -> Mapping[str, Field]:
    """The fields in the words of nl-BE, or of nl-NL for everything else; the names and codes are the same."""
    return _FLEMISH if language == FLEMISH else FIELDS
