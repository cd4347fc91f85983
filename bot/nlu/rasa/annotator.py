"""What the words of a message support, as Rasa entities: values first, then who, what role, how sure (docs/annotations.md)."""

import json
from typing import Any, Dict, List

import structlog
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.contacts import find_contacts, on_the_wire
from bot.nlu.rasa import ahead
from bot.nlu.rasa.values import metadata_of, values_of
from bot.nlu.spans import apart
from bot.nlu.understand import annotate

log = structlog.get_logger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ClaimAnnotator(EntityExtractorMixin, GraphComponent):
    """Puts the annotations of `bot.nlu.understand` into the message's entities; the list it makes is the last word.

    Dates are counted from `metadata["at"]` (see `values_of`). A fault in a reader never silences the
    message: the log gets a name, the message keeps what was found before the fault.
    """

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "ClaimAnnotator":
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the entities of each message; parsing only, training data stays as it is."""
        for message in messages:
            language = str(metadata_of(message).get("language") or "nl-NL")
            read = message.get(ahead.FOUND)
            found = annotations(message.get(TEXT) or "", language, values_of(message)) if read is None else _travelling(read)
            said = [
                {"entity": "utterance", **sentence} for sentence in message.get("sentence_intents") or [] if not _within(sentence, found)
            ]
            message.set(ENTITIES, self.add_extractor_name(found + said), add_to_output=True)
        return messages


def annotations(text: str, language: str, values: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """All annotations of `text` that JSON can carry, ordered by place; what a failing reader would have added is missing."""
    contacts = _guarded("contact_reader_failed", lambda: [on_the_wire(contact) for contact in find_contacts(text, language)], [])
    items = apart([*contacts, *values])
    return _travelling(_guarded("annotator_failed", lambda: annotate(text, items, language), [_bare(item) for item in items]))


def _within(sentence: Dict[str, Any], found: List[Dict[str, Any]]) -> bool:
    """Whether a sentence stands in a quoted part: what somebody asks in a pasted mail is not asked here."""
    return any(each["entity"] == "quoted" and each["start"] <= sentence["start"] and sentence["end"] <= each["end"] for each in found)


def _guarded(event: str, reader: Any, otherwise: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    try:
        return list(reader())
    except Exception as fault:  # noqa: BLE001 - the border of the language side: one bad reader must not lose a message
        log.error(event, fault=type(fault).__name__)
        return otherwise


def _bare(value: Dict[str, Any]) -> Dict[str, Any]:
    """A value item as an annotation without role: the least that the core can use."""
    return {"entity": value["kind"], **{key: kept for key, kept in value.items() if key != "kind"}}


def _travelling(found: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    try:
        json.dumps(found, allow_nan=False)  # nearly always all of them
    except (TypeError, ValueError):
        found = [each for each in found if _travels(each)]
    return sorted(found, key=lambda each: (each["start"], each["end"]))


def _travels(annotation: Dict[str, Any]) -> bool:
    """Whether the annotation survives the way to the action: a Decimal or a date would end the whole call there."""
    try:
        json.dumps(annotation, allow_nan=False)
    except (TypeError, ValueError):
        log.error("annotation_not_json", kind=str(annotation.get("entity")))
        return False
    return True
