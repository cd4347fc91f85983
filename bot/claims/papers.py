"""Which documents this claim needs, and which of them came in or were promised. A missing paper never blocks the notice."""

from dataclasses import dataclass

from bot.claims.conditions import holds
from bot.claims.fields import FIELDS
from bot.claims.model import ClaimFile

# (type, condition): what an adjuster will ask for, in order of consequence.
NEEDED: tuple[tuple[str, str], ...] = (
    ("demand_letter", "written_demand"),
    ("contract", "liability"),
    ("general_terms", "liability"),
    ("payment_proof", "paid"),
    ("ransom_note", "extortion"),
    ("logs", "crime"),
    ("police_report", "crime"),
    ("invoice", "restoration"),
    ("financials", "interruption"),
    ("dpa", "data"),
)
_SOURCES = ("documents", "payment_proof", "prior_correspondence")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document by type. `status` is received, promised, or to_request; `label` is Dutch."""

    type: str
    label: str
    status: str
    sha256: str | None = None


def papers(file: ClaimFile) -> tuple[Paper, ...]:
    """The documents spoken of or received, then those still to be asked for."""
    labels = FIELDS["documents"].codes
    found: dict[tuple[str, str | None], Paper] = {}
    for name in _SOURCES:
        for item in file.value(name) or []:
            kind = str(item.get("type") or "other")
            sha = item.get("sha256")
            found[(kind, sha)] = Paper(kind, labels.get(kind, kind), str(item.get("status") or "promised"), sha)
    here = {paper.type for paper in found.values()}
    asked = tuple(Paper(t, labels[t], "to_request") for t, when in NEEDED if t not in here and holds(when, file))
    return (*found.values(), *asked)
