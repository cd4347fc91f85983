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
    "integer", "duration", "phone", "email", "country_list", "object", "object_list", "documents",
]  # fmt: skip

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


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is asked (Dutch), what it may hold, when it matters, and what it maps to.

    `codes` maps each code of the data to its Dutch label. `when` is a condition of `bot.claims.conditions`. `rank` orders
    asking, lowest first. With `asked` false the question is never put to a person. What ends in `_be` is Flemish, and there only
    where the words differ (`codes_be` holds those codes only); `in_language` gives the field as a Fleming reads it.
    """

    name: str
    group: str
    label: str
    kind: Kind
    question: str
    why: str
    example: str
    need: Need
    when: str
    rank: int
    sensitivity: str
    standards: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    question_be: str | None = None
    example_be: str | None = None
    label_be: str | None = None
    why_be: str | None = None
    codes_be: Mapping[str, str] = field(default_factory=dict)
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


def group_label(group: str, language: str) -> str:
    """The name of a group of fields in nl-NL or nl-BE, with a capital."""
    label = filled(GROUP_LABELS.get(group, group), language)
    return label[:1].upper() + label[1:]


WORDED = ("label", "question", "why", "example")


def load(text: str) -> Mapping[str, Field]:
    """The fields of a `fields.toml`, in its order, with their terms filled in. An unknown key or a missing one is a TypeError."""
    made: dict[str, Field] = {}
    for name, raw in tomllib.loads(text).items():
        values: dict[str, Any] = dict(raw)
        values["standards"] = tuple(values.get("standards", ()))
        for word in WORDED:
            own, flemish = str(values.get(word, "")), values.get(f"{word}_be")
            values[f"{word}_be"] = filled(own if flemish is None else flemish, FLEMISH)
            if word in values:
                values[word] = filled(own, DUTCH)
            if values[f"{word}_be"] == values.get(word, ""):
                values[f"{word}_be"] = None
        for codes in ("codes", "codes_be"):
            values[codes] = MappingProxyType(dict(values.get(codes, {})))
        made[name] = Field(name=name, **values)
    return MappingProxyType(made)


def flemish(one: Field) -> Field:
    """The field in the words of nl-BE."""
    said = {word: getattr(one, f"{word}_be") or getattr(one, word) for word in WORDED}
    return replace(one, **said, codes=MappingProxyType({**one.codes, **one.codes_be}))


FIELDS: Mapping[str, Field] = load(Path(__file__).with_name("fields.toml").read_text(encoding="utf-8"))
MINIMUM: tuple[str, ...] = tuple(f.name for f in sorted(FIELDS.values(), key=lambda f: f.rank) if f.need == "minimum")
_FLEMISH: Mapping[str, Field] = MappingProxyType({name: flemish(one) for name, one in FIELDS.items()})


def in_language(language: str) -> Mapping[str, Field]:
    """The fields in the words of nl-BE, or of nl-NL for everything else; the names and codes are the same."""
    return _FLEMISH if language == FLEMISH else FIELDS
