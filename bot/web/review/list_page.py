"""From the summaries of conversations to the list of claim files."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.web.review import contexts, dutch, labels

LEVELS = ("P1", "P2", "P3")


def build(found: Iterable[Mapping[str, Any]], person: contexts.Person, level: str) -> contexts.ListPage:
    """`found` are summaries (see `row`), newest first. An unknown `level` shows all."""
    level = level if level in LEVELS else ""
    rows = tuple(row(one) for one in found if not level or one.get("triage") == level)
    choices = (("", "alle"), *((one, f"{one} · {labels.TRIAGE[one].lower()}") for one in LEVELS))
    return contexts.ListPage("Dossiers", person, rows, level, choices)


def row(one: Mapping[str, Any]) -> contexts.Row:
    """One line. `one` has id, number, received_at, status, last_message_at, and what `bot.services.views.summary` gives."""
    triage = str(one.get("triage") or "")
    last = str(one.get("last_message_at") or "")
    named = [labels.word(labels.LOSS, head) for head in one.get("loss_types") or ()]
    return contexts.Row(
        id=str(one["id"]),
        number=str(one.get("number") or "nog geen nummer"),
        received=dutch.moment(str(one["received_at"])),
        received_iso=str(one["received_at"]),
        insured=str(one.get("insured") or "–"),
        claimant=str(one.get("claimant") or "–"),
        triage=triage,
        triage_word=labels.TRIAGE.get(triage, ""),
        losses=", ".join(named) or "–",
        status=labels.word(labels.CLAIM_STATUS, one.get("status")),
        last_message=dutch.moment(last) if last else "–",
        last_message_iso=last,
    )
