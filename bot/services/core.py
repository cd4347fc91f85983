"""The functions of the core that the services call, in one place, so that tests of the plumbing can put small ones in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.claims.downtime import USUAL_HOURS
from bot.claims.model import Assertion, EditStatus, Heard, Log, SaidBy, Say, Turn
from bot.services.texts import Catalogue


def silent(log: Log) -> tuple[Say, ...]:
    """For a core that says nothing to who comes back."""
    return ()


def unchanged(log: Log, name: str) -> tuple[Say, ...]:
    """For a core that opens no question again."""
    return ()


@dataclass(frozen=True, slots=True)
class Core:
    """What decides.

    `edited` makes the assertions of an edit by hand, `after_edit` what the bot says to it; `claim_file` gives the document of DESIGN 4.5;
    `progress`, of a log and its claim file, {"answered", "total", "block", ...};
    `resumed` is said to who comes back, `change` opens the question of a field again;
    `act` is what a button leads to ("human", "submit", "withdraw"); `open_field` the field whose question is open.
    """

    opening: Callable[[Any, str], tuple[Say, ...]]
    hear: Callable[[Log, Heard], Turn]
    edited: Callable[[Log, str, Any, SaidBy, datetime, EditStatus | None], tuple[Assertion, ...]]
    after_edit: Callable[[Log, tuple[Assertion, ...]], tuple[Say, ...]]
    claim_file: Callable[[Log], dict[str, Any]]
    progress: Callable[[Log, Mapping[str, Any]], Mapping[str, Any]]
    act: Callable[[Log, str], Turn]
    open_field: Callable[[Log], str | None]
    catalogue: Catalogue
    resumed: Callable[[Log], tuple[Say, ...]] = silent
    change: Callable[[Log, str], tuple[Say, ...]] = unchanged


def real(catalogue: Catalogue, waiting_hours: int = USUAL_HOURS) -> Core:
    """The core of the product. `waiting_hours` is what the downtime clock takes while the policy's own number is unknown."""
    from bot.claims import changing, edits, export, intake, planner, resuming
    from bot.services import buttons

    def open_field(log: Log) -> str | None:
        found = planner.open_message(log)
        return found.ask if found else None

    return Core(
        opening=intake.opening,
        hear=intake.hear,
        edited=edits.edited,
        after_edit=edits.after_edit,
        claim_file=partial(export.claim_file, waiting_hours=waiting_hours),
        progress=buttons.progress,
        act=buttons.act,
        open_field=open_field,
        catalogue=catalogue,
        resumed=resuming.resumed,
        change=changing.change,
    )
