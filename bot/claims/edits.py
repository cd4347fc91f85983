"""A field set or corrected by hand: by staff on the desk's form, by the insured through the API. Pure, like `intake`."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.claims import replies
from bot.claims.errors import FieldUnknown
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import Assertion, EditStatus, Log, SaidBy, Say
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


def after_edit(log: Log, edit: Assertion) -> tuple[Say, ...]:
    """What an agent is to ask next, when the edit answered the question that was open; else nothing."""
    question = open_message(log)
    if edit.said_by != "agent" or log.status != "draft" or question is None or question.ask != edit.name:
        return ()
    log = replace(log, assertions=(*log.assertions, edit))
    file = fold(log.assertions)
    step = plan(log, file, edit.at)
    return replies.agent_next(step, log, file) if step.kind in ("ask", "story", "contradiction", "readback", "handover") else ()
