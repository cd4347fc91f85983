"""The Dutch texts people read, as the app renders them: `responses` of domain.yml, and the questions of the fields."""

import hashlib
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.claims import texts
from bot.claims.fields import FIELDS
from bot.claims.model import Say
from bot.claims.variants import DUTCH, FLEMISH, terms

ASK = "ask."


class TextUnknown(LookupError):
    """Neither a response nor a question has this id."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a person reads it, and the version of what it was made from."""

    text: str
    version: str


class Catalogue:
    """Texts by id. A response may have a variant with `language: nl-BE`; the other one is for everybody else.

    Any text may use `{handler}` and `{report}`, the words of bot/claims/variants.py.
    """

    def __init__(self, responses: Mapping[str, list[dict[str, Any]]], always: Mapping[str, Any] | None = None) -> None:
        self._responses = responses
        # Facts of this installation (privacy page, telephone numbers) that any text may use.
        self._always = dict(always or {})

    @classmethod
    def load(cls, path: pathlib.Path, always: Mapping[str, Any] | None = None) -> "Catalogue":
        """Read the `responses` of the domain at `path`."""
        return cls(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).get("responses") or {}, always)

    def has_words(self, text_id: str) -> bool:
        """Whether there is such a text, and this installation fills it."""
        return text_id in self._responses and bool(self.render(Say(text_id), DUTCH).text.strip())

    def render(self, say: Say, language: str) -> Shown:
        """The text of `say` in nl-NL or nl-BE. Raises TextUnknown."""
        if say.text_id.startswith(ASK):
            return question(say.text_id.removeprefix(ASK), language)
        variants = self._responses.get(say.text_id) or self._responses.get(f"utter_{say.text_id}")
        if not variants:
            raise TextUnknown(say.text_id)
        chosen = pick(variants, language)
        return Shown(texts.render(str(chosen["text"]).strip(), {**self._always, **terms(language), **say.facts}), version(chosen))


def question(name: str, language: str) -> Shown:
    """The question of a field; its version is a hash of its words, which are kept in `fields.toml`."""
    if name not in FIELDS:
        raise TextUnknown(ASK + name)
    words = FIELDS[name].question_in(language)
    return Shown(words, hashlib.sha256(words.encode()).hexdigest()[:8])


def pick(variants: list[dict[str, Any]], language: str) -> dict[str, Any]:
    """The Flemish variant for nl-BE when there is one, else the first without a language."""
    of = [(one.get("metadata", {}).get("language") or one.get("language"), one) for one in variants]
    wanted = FLEMISH if language == FLEMISH else None
    return next((one for said, one in of if said == wanted), next((one for said, one in of if said != FLEMISH), variants[0]))


def version(variant: dict[str, Any]) -> str:
    return str(variant.get("metadata", {}).get("version") or variant.get("version") or "1")
