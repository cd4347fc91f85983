"""The fields a person can state about a claim, read once from `fields.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import tomllib

Need = Literal["minimum", "required", "optional"]
Kind = Literal[
    "bool", "enum", "enum_multi", "text", "string", "date", "datetime", "money", "money_period", "money_list", "crypto_or_money",
    "integer", "duration", "phone", "email", "country_list", "object", "object_list", "documents",
]  # fmt: skip

GROUP_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "meta": "Melding",
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
    asking, lowest first. With `asked` false the question is never put to a person.
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
    asked: bool = True

    def question_in(self, language: str) -> str:
        """The question in nl-NL or nl-BE; the Flemish one only where the words differ."""
        return self.question_be if self.question_be and language == "nl-BE" else self.question

    def example_in(self, language: str) -> str:
        """An example answer in nl-NL or nl-BE."""
        return self.example_be if self.example_be and language == "nl-BE" else self.example


def load(text: str) -> Mapping[str, Field]:
    """The fields of a `fields.toml`, in its order. An unknown key or a missing one is a TypeError."""
    made: dict[str, Field] = {}
    for name, raw in tomllib.loads(text).items():
        values: dict[str, Any] = dict(raw)
        values["standards"] = tuple(values.get("standards", ()))
        values["codes"] = MappingProxyType(dict(values.get("codes", {})))
        made[name] = Field(name=name, **values)
    return MappingProxyType(made)


FIELDS: Mapping[str, Field] = load(Path(__file__).with_name("fields.toml").read_text(encoding="utf-8"))
MINIMUM: tuple[str, ...] = tuple(f.name for f in sorted(FIELDS.values(), key=lambda f: f.rank) if f.need == "minimum")
