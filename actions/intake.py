"""Hear one message; every rule lives behind `Hearing`."""

from collections.abc import Mapping
from typing import Any

from actions.sdk import Action, Dispatcher, Tracker
from bot.claims.records import Parse
from bot.services.hearing import Hearing


class MessageWithoutPlace(ValueError):
    """The message did not come from our channel: its metadata do not say which stored message it is."""


class ActionIntake(Action):
    """Called by the one rule. People's replies are in the store; Rasa learns only which message was heard."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing

    def name(self) -> str:
        return "action_intake"

    def run(self, dispatcher: Dispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[dict[str, Any]]:
        heard = self._hearing.hear(parse_of(tracker.latest_message))
        dispatcher.utter_message(json_message={"heard": heard})
        return []


def parse_of(message: Mapping[str, Any]) -> Parse:
    """What Rasa read, with the place of this piece in the stored message. Raises MessageWithoutPlace."""
    about = message.get("metadata") or {}
    numbers = [about.get(name) for name in ("offset", "length", "piece", "pieces")]
    if not isinstance(about.get("message_id"), str) or not all(isinstance(number, int) for number in numbers):
        raise MessageWithoutPlace("metadata lack message_id, offset, length, piece or pieces")
    offset, length, piece, pieces = (int(number or 0) for number in numbers)
    intents = intents_of(message) if about.get("intents_wanted", True) else ()
    entities = tuple(entity for entity in message.get("entities") or () if isinstance(entity, Mapping))
    return Parse(about["message_id"], offset, length, piece, pieces, intents, entities)


def intents_of(message: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    """Names with confidences, as Rasa ranks them."""
    ranking = message.get("intent_ranking") or [message.get("intent") or {}]
    return tuple((str(one["name"]), float(one.get("confidence") or 0.0)) for one in ranking if isinstance(one, Mapping) and one.get("name"))
