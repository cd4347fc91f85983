"""A field set or corrected by hand: by staff on the desk's form, by the insured through the API. Pure, like `intake`."""

from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from typing import Any

from bot.claims import replies
from bot.claims.errors import FieldUnknown
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import Assertion, ClaimFile, EditStatus, Log, SaidBy, Say
from bot.claims.planner import open_message, plan
from bot.claims.values import checked


def correct(
    log: Log, name: str, value: Any, by: SaidBy, at: datetime, *, message_id: str = "", status: EditStatus | None = None
) -> Assertion:
    """The assertion of an edit by staff (`by` "agent" or "adjuster") or on the form (`by` "insured").

    `value` None takes the present value away (only staff's does: see `states`); it is not known, or with that status declined.
    Raises FieldUnknown (facts: name), and ValueRefused or one of its kinds (facts: name, label, pointer) when the field
    cannot have the value.
    """
    if name not in FIELDS:
        raise FieldUnknown(name=name)
    if value is None:
        return Assertion("field", name, None, "declined" if status == "declined" else "unknown", by, message_id, at, correction=True)
    return Assertion("field", name, checked(FIELDS[name], value, at), status or "stated", by, message_id, at, correction=True)


def edited(log: Log, name: str, value: Any, by: SaidBy, at: datetime, status: EditStatus | None = None) -> tuple[Assertion, ...]:
    """The edit, and the lines of the ledger that follow from it, so that field and ledger say the same. Raises as `correct`."""
    made = correct(log, name, value, by, at, status=status)
    role = FIELDS[name].ledger
    if not role:
        return (made,)
    before, after = _amounts(fold(log.assertions), name), _amounts(fold((*log.assertions, made)), name)
    gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
    lines = (Assertion("money", role, _line(name, was, now), "stated", by, "", at, correction=True) for was, now in zip_longest(gone, come))
    return (made, *lines)


def _amounts(file: ClaimFile, name: str) -> list[dict[str, Any]]:
    value = file.value(name)
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _line(name: str, was: dict[str, Any] | None, now: dict[str, Any] | None) -> dict[str, Any]:
    """A line of the ledger with the amount that it takes the place of; without an amount of its own that one goes."""
    now = now or {}
    return {
        "head": FIELDS[name].head or None,
        "party": "claimant" if FIELDS[name].ledger == "claimed" else "unknown",
        "amount": now.get("amount"),
        "asset": now.get("asset"),
        "currency": now.get("currency"),
        "vat_basis": now.get("vat_basis", "not_applicable"),
        "at": None,
        "approx": now.get("approx") is True,
        "was": was,
    }


def after_edit(log: Log, edits: tuple[Assertion, ...]) -> tuple[Say, ...]:
    """What an agent is to ask next, when the edit answered the question that was open; else nothing."""
    question, edit = open_message(log), edits[0]
    if edit.said_by != "agent" or log.status != "draft" or question is None or question.ask != edit.name:
        return ()
    log = replace(log, assertions=(*log.assertions, *edits))
    file = fold(log.assertions)
    step = plan(log, file, edit.at)
    return replies.agent_next(step, log, file) if step.kind in ("ask", "story", "contradiction", "readback", "handover") else ()
