"""Versions of a claim file: the first when it is handed over, a next one for each thing that is added to it after that."""

from collections.abc import Iterable
from typing import Literal

from bot.claims.model import Assertion, ClaimStatus, Log

Reason = Literal["handed_over", "added", "withdrawn"]
_SILENT = ("unknown", "declined")
_STAFF = ("agent", "adjuster")
_SENT = ("validated", "handed_over")


def reason(known: Log, status: ClaimStatus, assertions: Iterable[Assertion]) -> Reason | None:
    """Why a turn makes a new version of the file, or None when it makes none. `status` is the one after the turn."""
    if status != known.status:
        if status in _SENT and known.status not in _SENT:
            return "handed_over"
        return "withdrawn" if status == "withdrawn" and known.version else None
    return "added" if status in _SENT and news(assertions) else None


def news(assertions: Iterable[Assertion]) -> bool:
    """Whether anything was told: "weet ik niet" of the person adds nothing; a value that staff takes away does."""
    return any(a.kind != "field" or a.status not in _SILENT or a.said_by in _STAFF for a in assertions)


def changed(assertions: Iterable[Assertion]) -> tuple[str, ...]:
    """What a version has that the one before had not: fields, else heads, roles and signals, each once, in the order they were said."""
    told = tuple(assertions)
    fields = [a.name for a in told if a.kind == "field"]
    return tuple(dict.fromkeys(fields or [a.name for a in told]))
