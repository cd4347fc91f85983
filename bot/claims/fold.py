"""The claim file as a function of everything that was recorded."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from bot.claims.downtime import of_log
from bot.claims.fields import FIELDS
from bot.claims.implied import with_implied
from bot.claims.ledger import ledger
from bot.claims.losses import losses
from bot.claims.model import Assertion, ClaimFile, FieldState
from bot.claims.states import field_state


def _answers(assertions: Iterable[Assertion]) -> dict[str, list[Assertion]]:
    """The answers per field, in their order."""
    found: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        if assertion.kind == "field" and assertion.name in FIELDS:
            found[assertion.name].append(assertion)
    return found


def states(assertions: Iterable[Assertion]) -> dict[str, FieldState]:
    """The present state of every field that was spoken of, in the order of `fields.toml`, without what follows from them."""
    answers = _answers(assertions)
    found = {name: field_state(name, answers[name]) for name in FIELDS if name in answers}
    return {name: state for name, state in found.items() if state is not None}


def fold(assertions: Iterable[Assertion]) -> ClaimFile:
    """The claim file after `assertions`, in their order. The same assertions always give the same file."""
    log = tuple(assertions)
    labels = losses(log)
    said = states(log)
    fields = with_implied(said, labels.losses)
    answers = _answers(log)
    for name, state in fields.items():
        if state is not said.get(name) and name in answers:  # "weet ik niet", and yet it follows: both are kept
            fields[name] = replace(state, history=tuple(answers[name]))
    return ClaimFile(
        fields={name: fields[name] for name in FIELDS if name in fields},
        ledger=ledger(log),
        losses=labels.losses,
        fine_losses=labels.fine_losses,
        loss_types=labels.loss_types,
        primary_loss=labels.primary_loss,
        signals=tuple(a for a in log if a.kind == "signal"),
        standstills=of_log(log),
    )
