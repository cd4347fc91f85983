"""Which documents this claim needs, and which of them came in or were promised. A missing paper never blocks the notice."""

from dataclasses import dataclass

from bot.claims.conditions import holds
from bot.claims.fields import in_language
from bot.claims.model import ClaimFile
from bot.claims.variants import DUTCH

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
FILE = ("status", "sha256", "name", "media_type", "size", "received_at")
_SOURCES = ("documents", "payment_proof", "prior_correspondence")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document by type: received, promised, or to_request. `label` is Dutch; `size` in bytes. A received file has all of it."""

    type: str
    label: str
    status: str
    sha256: str | None = None
    name: str | None = None
    media_type: str | None = None
    size: int | None = None
    received_at: str | None = None


def papers(file: ClaimFile, language: str = DUTCH) -> tuple[Paper, ...]:
    """The documents spoken of or received, then those still to be asked for."""
    labels = in_language(language)["documents"].codes
    found: dict[tuple[str, str | None], Paper] = {(paper.type, paper.sha256): paper for paper in files(file, language)}
    for name in _SOURCES:
        for item in file.value(name) or []:
            kind = str(item.get("type") or "other")
            sha = item.get("sha256")
            if (kind, sha) in found:
                continue
            found[(kind, sha)] = Paper(kind, labels.get(kind, kind), str(item.get("status") or "promised"), sha)
    here = {paper.type for paper in found.values()}
    asked = tuple(Paper(t, labels[t], "to_request") for t, when in NEEDED if t not in here and holds(when, file))
    return (*found.values(), *asked)


def files(file: ClaimFile, language: str = DUTCH) -> tuple[Paper, ...]:
    """The files that came in, in order. A later correction of the field `documents` takes none of them away: they are here."""
    state, labels = file.fields.get("documents"), in_language(language)["documents"].codes
    if state is None:
        return ()
    values = [one.value for one in state.history if one.said_by == "document"] or ([state.value] if state.said_by == "document" else [])
    return tuple(
        Paper(one["type"], labels.get(one["type"], one["type"]), **{name: one.get(name) for name in FILE})
        for value in values
        for one in value or ()
    )
