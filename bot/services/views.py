"""What doors show of stored things, as plain JSON values: a message, an outcome, a line of a list."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.claims.fields import FIELDS, in_language
from bot.claims.records import ClaimVersion, Stored
from bot.claims.triage import call_duty_at
from bot.claims.variants import DUTCH

LOCAL = ZoneInfo("Europe/Brussels")
YES_NO = [{"value": True, "label": "Ja"}, {"value": False, "label": "Nee"}]


def message_view(message: Stored, language: str = DUTCH) -> dict[str, Any]:
    """{id, author, text, at, seq, ask?, reply_to?, state?}: the person's own words as stored, the bot's as shown."""
    view: dict[str, Any] = {
        "id": message.id,
        "author": message.author,
        "text": message.text,
        "at": message.at.astimezone(LOCAL).isoformat(timespec="milliseconds"),
        "seq": message.seq,
    }
    if message.author == "bot" and message.ask:
        view["ask"] = ask_view(message.ask, language)
        if message.facts.get("items"):
            view["items"] = list(message.facts["items"])
    if message.reply_to:
        view["reply_to"] = message.reply_to
    if message.state:
        view["state"] = "heard" if message.state == "heard" else "queued"
    return view


def ask_view(name: str, language: str = DUTCH) -> dict[str, Any]:
    """{field, kind, options?}: what a question expects. Options are {value, label}, in nl-NL or nl-BE.

    `confirm.<block>` asks whether what was read back is right.
    """
    if name.startswith("confirm."):
        return {"field": name, "kind": "bool", "options": YES_NO}
    if name not in FIELDS:
        return {"field": name, "kind": "text"}
    field = in_language(language)[name]
    view: dict[str, Any] = {"field": name, "kind": field.kind}
    if field.codes and field.kind in ("enum", "enum_multi"):
        view["options"] = [{"value": code, "label": label} for code, label in field.codes.items()]
    elif field.kind == "bool":
        view["options"] = YES_NO
    return view


def messages_view(messages: Sequence[Stored], language: str = DUTCH) -> list[dict[str, Any]]:
    return [message_view(one, language) for one in messages]


def versions_view(versions: Sequence[ClaimVersion]) -> list[dict[str, Any]]:
    return [
        {
            "number": one.number,
            "at": one.at.astimezone(LOCAL).isoformat(timespec="seconds"),
            "reason": one.reason,
            "by": one.by,
            "changed": list(one.changed),
        }
        for one in versions
    ]


def summary(claim_file: Mapping[str, Any], progress: Mapping[str, Any]) -> dict[str, Any]:
    """What a list of files shows of one: urgency, losses, names, how far it is. Kept on the conversation's row at every change."""

    def value(name: str) -> Any:
        state = (claim_file.get("fields") or {}).get(name) or {}
        return state.get("value") if state.get("status") not in ("unknown", "declined") else None

    return {
        "triage": (claim_file.get("triage") or {}).get("level"),
        "loss_types": list(claim_file.get("loss_types") or ()),
        "primary_loss": claim_file.get("primary_loss"),
        "insured": value("insured_legal_name"),
        "claimant": value("claimant_legal_name"),
        "reporter": value("reporter_name"),
        "contradictions": len(claim_file.get("contradictions") or ()),
        "open_questions": len(claim_file.get("open_questions") or ()),
        "progress": dict(progress),
        "call_duty_at": duty_call(value("ransom_deadline_at") if value("ransom_paid") is not True else None),
    }


def duty_call(deadline: Any) -> str | None:
    """From when the duty manager is to be called for a term of the attackers, as an ISO instant; None without such a term."""
    found = call_duty_at(deadline)
    return found.isoformat() if found else None
