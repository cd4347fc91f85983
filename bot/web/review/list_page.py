"""From the summaries of conversations to the list of claim files."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.web.review import contexts, dutch, labels

LEVELS = ("P1", "P2", "P3")


def build(found: Iterable[Mapping[str, Any]], person: contexts.Person, level: str) -> contexts.ListPage:
    """`found` are summaries (see `row`), newest first; what is urgent comes before them. An unknown `level` shows all."""
    level = level if level in LEVELS else ""
    wanted = [one for one in found if not level or one.get("triage") == level]
    rows = tuple(row(one) for one in sorted(wanted, key=waits))
    choices = (("", "alle"), *((one, f"{one} · {labels.TRIAGE[one].lower()}") for one in LEVELS))
    return contexts.ListPage("Dossiers", person, rows, level, choices)


def waits(one: Mapping[str, Any]) -> bool:
    """False for what comes first: a P1 that was not taken back. The sort is stable, so the rest stays newest first."""
    return one.get("triage") != "P1" or one.get("status") == "withdrawn"


def name(one: Mapping[str, Any]) -> str:
    """What tells a file from the others: its number, else a name that was given, else the door and the moment it came in."""
    known = [one.get("number"), one.get("insured"), one.get("reporter"), one.get("claimant")]
    channel, at = labels.word(labels.CHANNEL, one.get("channel") or "web_chat").split(",")[0].capitalize(), str(one["received_at"])
    # Two can come in within a minute: the seconds are of the ISO instant.
    return next((str(value) for value in known if value), f"{channel}, {dutch.moment(at)}:{at[17:19]}")


def row(one: Mapping[str, Any]) -> contexts.Row:
    """One line. `one` has id, number, channel, received_at, status, last_message_at, and what `bot.services.views.summary` gives."""
    triage = str(one.get("triage") or "")
    last = str(one.get("last_message_at") or "")
    named = [labels.word(labels.LOSS, head) for head in one.get("loss_types") or ()]
    return contexts.Row(
        id=str(one["id"]),
        name=name(one),
        received=dutch.moment(str(one["received_at"])),
        received_iso=str(one["received_at"]),
        insured=str(one.get("insured") or "–"),
        claimant=str(one.get("claimant") or "–"),
        triage=triage,
        triage_word=labels.TRIAGE.get(triage, ""),
        losses=", ".join(named) or "–",
        status=labels.word(labels.CLAIM_STATUS, one.get("status")) + (", nog te lezen" if one.get("needs_reading") else ""),
        last_message=dutch.moment(last) if last else "–",
        last_message_iso=last,
        related=related(one.get("same_event") or {}),
    )


def related(mark: Mapping[str, int]) -> str:
    """What the list says of other files about the same event; what waits for a person goes before what is settled."""
    if waiting := mark.get("waiting"):
        return "mogelijk hetzelfde voorval" + (f" ({waiting})" if waiting > 1 else "")
    return "hoort bij een voorval" if mark.get("confirmed") else ""
