"""A core of a few lines, so that tests of the plumbing do not depend on what the real one understands.

It records the whole text of each message as the insured's activity, answers with the number of messages heard so far, and asks a question.
"""

from datetime import datetime
from typing import Any

from bot.claims.model import Assertion, EditStatus, Evidence, Heard, Log, SaidBy, Say, Turn
from bot.services.core import Core
from bot.services.texts import Catalogue

RESPONSES = {
    "utter_hello": [
        {"text": "Goedendag.", "metadata": {"version": "3"}},
        {"text": "Dag.", "metadata": {"version": "3", "language": "nl-BE"}},
    ],
    "utter_count": [{"text": "Gehoord: {count}.", "metadata": {"version": "1"}}],
    "utter_person": [{"text": "Een mens.", "metadata": {"version": "1"}}],
    "utter_kept_for_a_person": [{"text": "Bewaard voor een mens.", "metadata": {"version": "1"}}],
    "utter_sent": [{"text": "Nummer {number}.", "metadata": {"version": "1"}}],
}


def opening(channel: str, language: str) -> tuple[Say, ...]:
    return (Say("utter_hello", {}, disclosure=True), Say("ask.attack_status", {}, ask="attack_status"))


def hear(log: Log, heard: Heard) -> Turn:
    count = sum(message.author != "bot" for message in log.messages) + 1
    found = tuple(Evidence(heard.message_id, one.start, one.end, heard.text[one.start : one.end]) for one in heard.annotations)
    said = Assertion("field", "insured_activity", heard.text, "stated", "insured", heard.message_id, heard.at, found)
    return Turn(heard.message_id, (said,), (Say("utter_count", {"count": count}), Say("ask.reporter_name", {}, ask="reporter_name")))


def edited(log: Log, name: str, value: Any, by: SaidBy, at: datetime, status: EditStatus | None = None) -> tuple[Assertion, ...]:
    return (Assertion("field", name, value, status or "stated", by, "", at, correction=True),)


def after_edit(log: Log, edits: tuple[Assertion, ...]) -> tuple[Say, ...]:
    return ()


def claim_file(log: Log) -> dict[str, Any]:
    fields = {one.name: {"value": one.value, "status": one.status, "evidence": [e.quote for e in one.evidence]} for one in log.assertions}
    return {
        "id": log.conversation_id,
        "number": log.number,
        "status": log.status,
        "fields": fields,
        "heard": [one.message_id for one in log.assertions],
    }


def progress(log: Log, claim_file: dict[str, Any]) -> dict[str, Any]:
    return {"answered": len(log.assertions), "total": 20, "block": "minimum"}


def act(log: Log, what: str) -> Turn:
    if what == "human":
        return Turn("", says=(Say("utter_person", {}, disclosure=True),))
    return Turn("", says=(Say("utter_sent"),), status={"submit": "handed_over", "withdraw": "withdrawn"}[what])


def open_field(log: Log) -> str | None:
    return next((one.ask for one in reversed(log.messages) if one.ask), None)


def small_core() -> Core:
    return Core(opening, hear, edited, after_edit, claim_file, progress, act, open_field, Catalogue(RESPONSES))
