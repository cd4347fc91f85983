"""The shape of Rasa's action server as its users know it: `Action`, `Tracker`, a dispatcher, and the JSON of a call.

Not `rasa-sdk` itself: its present release brings gRPC tools, OpenTelemetry exporters and a second web framework for one POST route.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any


class Dispatcher:
    """Collects what an action says to Rasa."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    def utter_message(self, text: str | None = None, json_message: dict[str, Any] | None = None) -> None:
        """Add one response. `json_message` must be plain JSON: ISO dates and decimal strings."""
        self.messages.append({"text": text, "buttons": [], "elements": [], "custom": json_message or {}})


class Tracker:
    """The part of Rasa's tracker that an action here reads: the message and what was read in it."""

    def __init__(self, state: Mapping[str, Any]) -> None:
        self.sender_id = str(state.get("sender_id", ""))
        self.latest_message: Mapping[str, Any] = state.get("latest_message") or {}


class Action(ABC):
    """One custom action of the domain."""

    @abstractmethod
    def name(self) -> str:
        """The name in domain.yml."""

    @abstractmethod
    def run(self, dispatcher: Dispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Do it; returns Rasa events."""
