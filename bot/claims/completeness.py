"""What is known, what is missing, and which question comes first."""

from dataclasses import dataclass
from typing import Any

from bot.claims.conditions import holds
from bot.claims.consequences import Consequence, consequence, paths
from bot.claims.fields import FIELDS, MINIMUM, Field, in_language
from bot.claims.model import ClaimFile
from bot.claims.states import answered
from bot.claims.variants import DUTCH


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A field still to be answered: `asked_of` says by whom best, `said` what the person said instead of a value, if anything.

    `consequence` is what its answer holds up (see `consequences`).
    """

    field: str
    question: str
    why: str
    need: str
    asked_of: str
    said: str | None = None
    consequence: Consequence = "facts"


def matters(field: Field, file: ClaimFile) -> bool:
    """Whether the field counts for this file: its condition holds, and its question can be put to a person."""
    return field.asked and holds(field.when, file)


def is_answered(name: str, file: ClaimFile) -> bool:
    """Whether the field has a value. Policy number and company name stand for each other: one is enough to find the policy."""
    if answered(file.fields.get(name)):
        return True
    return name == "insured_legal_name" and answered(file.fields.get("policy_number"))


def missing(file: ClaimFile, *, optional: bool = False) -> tuple[Field, ...]:
    """The fields that matter and have no value, the heaviest consequence first."""
    found = (f for f in FIELDS.values() if (optional or f.need != "optional") and matters(f, file) and not is_answered(f.name, file))
    return tuple(sorted(found, key=lambda f: f.rank))


def minimum_missing(file: ClaimFile) -> tuple[str, ...]:
    """What the minimum notice still lacks, in the order of asking."""
    gaps = [n for n in MINIMUM if matters(FIELDS[n], file) and not is_answered(n, file)]
    return tuple(n for n in gaps if not (n == "policy_number" and is_answered("insured_legal_name", file)))


def open_questions(file: ClaimFile, language: str = DUTCH) -> tuple[OpenQuestion, ...]:
    """Every unanswered field that matters, ranked by consequence: for a later link, or for the adjuster to ask."""
    found = []
    for field in missing(file):
        if field.name == "policy_number" and is_answered("insured_legal_name", file) and field.need != "minimum":
            continue
        state = file.fields.get(field.name)
        said = state.status if state is not None else None
        of = "claimant" if field.group == "claimant" and said in ("unknown", "declined") else "insured"
        words = in_language(language)[field.name]
        found.append(OpenQuestion(field.name, words.question, words.why, field.need, of, said, consequence(field)))
    return tuple(found)


def completeness(file: ClaimFile) -> dict[str, Any]:
    """Percentages (whole numbers) of what counts for this file, in all, per group and per path, and what the minimum notice lacks."""
    groups: dict[str, list[bool]] = {}
    fields: dict[str, list[tuple[str, bool]]] = {}
    for field in FIELDS.values():
        if field.need != "optional" and matters(field, file):
            groups.setdefault(field.group, []).append(is_answered(field.name, file))
            fields.setdefault(field.group, []).append((field.name, is_answered(field.name, file)))
    every = [known for group in groups.values() for known in group]
    short = minimum_missing(file)
    asked = [n for n in MINIMUM if matters(FIELDS[n], file)]
    return {
        "percent": _percent(every),
        "minimum_notice": {"percent": _percent([n not in short for n in asked]), "missing": list(short)},
        "groups": {group: {"percent": _percent(known), "known": sum(known), "of": len(known)} for group, known in groups.items()},
        "paths": paths(fields, file),
    }


def _percent(known: list[bool]) -> int:
    return 100 * sum(known) // len(known) if known else 100
