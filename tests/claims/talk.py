"""Builders for the tests of the core: assertions, heard messages, and a talk with the real intake and scripted understanding."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.claims import intake
from bot.claims.fields import FIELDS
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Message, Say
from bot.claims.texts import render

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CATALOGUE: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent.parent.parent / "domain.yml").read_text(encoding="utf-8")
)["responses"]


def said(
    name: str, value: Any = None, status: str = "stated", *, message: str = "m1", by: str = "insured", minute: int = 0, **more: Any
) -> Assertion:
    """A field assertion whose quote is its own value."""
    quote = str(value)
    evidence = (Evidence(message, 0, len(quote), quote),)
    at = NOW + timedelta(minutes=minute)
    return Assertion("field", name, value, status, by, message, at, evidence, **more)  # type: ignore[arg-type]


def signal(name: str, quote: str = "nu", message: str = "m1") -> Assertion:
    return Assertion("signal", name, None, "stated", "insured", message, NOW, (Evidence(message, 0, len(quote), quote),))


def eur(amount: str, vat: str = "unknown") -> dict[str, Any]:
    return {"amount": amount, "currency": "EUR", "vat_basis": vat}


def btc(amount: str) -> dict[str, Any]:
    return {"amount": amount, "asset": "BTC"}


def day(text: str) -> dict[str, Any]:
    return {"value": text, "precision": {4: "year", 7: "month", 10: "day"}.get(len(text), "minute"), "approx": False}


def heard(text: str, intent: str = "inform_incident", confidence: float = 0.9, *, ask: str | None = None, author: str = "insured") -> Heard:
    return Heard("m1", author, NOW, text, "nl-BE", ask, ((intent, confidence),))  # type: ignore[arg-type]


def text_of(say: Say, language: str = "nl-NL") -> str:
    if say.text_id.startswith("ask."):
        return FIELDS[say.text_id.removeprefix("ask.")].question_in(language)
    return render(CATALOGUE[say.text_id][0]["text"], say.facts)


Script = Callable[[Heard, ClaimFile], list[Assertion]]


class Talk:
    """A conversation with the intake; `answers` says what is understood: message text (or open field) to fields and values."""

    def __init__(self, monkeypatch: Any, answers: dict[str, dict[str, Any]] | None = None, channel: str = "web_chat") -> None:
        self.answers = answers or {}
        self.log = Log("c1", channel, "nl-BE", NOW)  # type: ignore[arg-type]
        self.heard_at = NOW
        self.last: tuple[Say, ...] = ()
        monkeypatch.setattr(intake, "interpret", self._interpret)
        self._write(intake.opening(channel, "nl-BE"), None)  # type: ignore[arg-type]

    def _interpret(self, heard: Heard, file: ClaimFile) -> tuple[Assertion, ...]:
        found = self.answers.get(heard.text, {})
        return tuple(replace(said(n, v, message=heard.message_id), at=heard.at, evidence=self._quote(heard)) for n, v in found.items())

    @staticmethod
    def _quote(heard: Heard) -> tuple[Evidence, ...]:
        return (Evidence(heard.message_id, 0, len(heard.text), heard.text),)

    def _write(self, says: tuple[Say, ...], reply_to: str | None) -> None:
        for say in says:
            message = Message(
                f"b{len(self.log.messages)}", "bot", self.heard_at, text_of(say), say.text_id, dict(say.facts), say.ask, reply_to
            )
            self.log = replace(self.log, messages=(*self.log.messages, message))
        self.last = says

    @property
    def ask(self) -> str | None:
        return next((m.ask for m in reversed(self.log.messages) if m.author == "bot" and (m.ask or m.text_id == "utter_ask_story")), None)

    @property
    def texts(self) -> list[str]:
        return [say.text_id for say in self.last]

    @property
    def asked(self) -> list[str]:
        """The fields asked so far, in order, each once."""
        return list(dict.fromkeys(m.ask for m in self.log.messages if m.author == "bot" and m.ask and not m.ask.startswith("confirm.")))

    def say(self, text: str, intent: str = "inform_incident", confidence: float = 0.9, author: str = "insured") -> list[str]:
        """Say something; what comes back are the ids of the bot's texts."""
        self.heard_at += timedelta(minutes=1)
        mid = f"m{len(self.log.messages)}"
        message = Heard(mid, author, self.heard_at, text, "nl-BE", self.ask, ((intent, confidence),))  # type: ignore[arg-type]
        turn = intake.hear(self.log, message)
        self.log = replace(
            self.log,
            messages=(*self.log.messages, Message(mid, author, self.heard_at, text)),  # type: ignore[arg-type]
            assertions=(*self.log.assertions, *turn.assertions),
            status=turn.status or self.log.status,  # type: ignore[arg-type]
        )
        self._write(turn.says, mid)
        return self.texts

    def to_the_end(self, answer: str = "Dat weet ik niet.", intent: str = "dont_know", most: int = 60) -> None:
        """Answer everything alike, and yes to what is read back, until the file is handed over."""
        for _ in range(most):
            if self.log.status != "draft":
                return
            if self.ask and self.ask.startswith("confirm."):
                self.say("Ja, dat klopt.", "affirm")
            else:
                self.say(answer, intent)
        raise AssertionError(f"no end after {most} answers; asked {self.asked}")


def sentences(text: str) -> list[str]:
    """The sentences of a text, as a reader sees them."""
    return [s.strip() for s in re.split(r"(?<=[.?!:;])\s+|\n", text) if s.strip()]
