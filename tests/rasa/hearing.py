"""One message through the real Rasa server and the real core, with a chosen question open."""

from datetime import datetime
from typing import Any

from conftest import Served

from actions.intake import parse_of
from bot.claims import intake
from bot.claims.fold import fold
from bot.claims.model import ClaimFile, Log, Message
from bot.services.annotations import assemble

AT = "2026-11-23T10:00:00+01:00"


def hear(served: Served, text: str, ask: str) -> tuple[ClaimFile, list[str]]:
    """The file after `text` was said to the question `ask`, and the ids of the texts that answer it."""
    about = {"at": AT, "ask": ask, "language": "nl-NL", "offset": 0, "length": len(text), "piece": 1, "pieces": 1}
    call = served.say(text, **about)
    assert call is not None
    at = datetime.fromisoformat(AT)
    heard = assemble(
        message_id="m-1", author="insured", at=at, text=text, language="nl-NL", ask=ask, parses=[parse_of(call.message)]
    )  # fmt: skip
    log = Log("c-1", "web_chat", "nl-NL", at, messages=(Message("b-1", "bot", at, "", f"ask.{ask}", {}, ask),))
    turn = intake.hear(log, heard)
    return fold(turn.assertions), [say.text_id for say in turn.says]


def said(file: ClaimFile, name: str) -> Any:
    """The value of a field as it stands in the sets of cases: an amount or a day alone, a status where there is no value."""
    state = file.fields.get(name)
    if state is None or state.value is None:
        return None if state is None else state.status
    value = state.value
    if isinstance(value, dict) and "precision" in value:
        return value["value"][:10]
    return value["amount"] if isinstance(value, dict) and "amount" in value and "asset" not in value else value
