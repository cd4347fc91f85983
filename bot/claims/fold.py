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

RESTARTED = "restarted"  # the name of the signal with which a person began again
_STAFF = ("adjuster", "document")


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


def _since_restart(log: tuple[Assertion, ...]) -> tuple[tuple[Assertion, ...], tuple[Assertion, ...]]:
    """What still stands, and what was taken back when the person began again.

    What staff entered stands, and so do the signals: an alarm does not end because somebody starts over.
    """
    cut = max((at for at, a in enumerate(log) if a.kind == "signal" and a.name == RESTARTED), default=-1)
    if cut < 0:
        return log, ()
    before = log[:cut]
    stands = tuple(a for a in before if _stands(a))
    return stands + log[cut + 1 :], tuple(a for a in before if not _stands(a))


def _stands(a: Assertion) -> bool:
    return a.said_by in _STAFF or (a.kind == "signal" and a.name != RESTARTED)


def fold(assertions: Iterable[Assertion]) -> ClaimFile:
    """The claim file after `assertions`, in their order. The same assertions always give the same file."""
    log, taken_back = _since_restart(tuple(assertions))
    labels = losses(log)
    said = states(log)
    fields = with_implied(said, labels.losses)
    answers = _answers(log)
    for name, state in fields.items():
        if state is not said.get(name) and name in answers:  # "weet ik niet", and yet it follows: both are kept
            fields[name] = replace(state, history=tuple(answers[name]))
    for name, earlier in _answers(taken_back).items():
        if name in fields:
            fields[name] = replace(fields[name], history=(*earlier, *answers.get(name, ())))
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
