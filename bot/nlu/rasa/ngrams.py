"""Character n-grams, word n-grams and the frame of a text, weighted by rarity, as a Rasa featurizer."""

import json
from datetime import datetime
from typing import Any, Callable, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.extract import extract_both
from bot.nlu.rasa.sentence_vectors import SENTENCES, asked_sentences, intents_wanted
from bot.nlu.rasa.values import AMSTERDAM, values_of
from bot.nlu.wording import fold, frame

WORD = r"(?u)\b\w+\b|[?!]"
ANY_DAY = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)  # of the examples only the kinds of values count, never their dates


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Ngrams(SparseFeaturizer, GraphComponent):
    """Tf-idf of character n-grams within words, of word n-grams and of the frame, each block of length 1; sentence features only.

    Rasa's CountVectorsFeaturizer counts raw and per token; measured here by cross-validation this form is 2 points better and
    half as slow. `char` and `word` are the shortest and longest n; `min_examples`: what stands in fewer examples is left
    out (a point better, and half the memory); `frame`: whether the frame (`bot.nlu.wording`) counts; `max_chars`: what comes
    later in the text is not looked at.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {
            **SparseFeaturizer.get_default_config(),
            "char": [1, 4],
            "word": [1, 2],
            "min_examples": 2,
            "frame": True,
            "max_chars": 1000,
        }

    @classmethod
    def required_components(cls) -> List[Type[Any]]:
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[str]:
        return ["sklearn"]

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing to check."""

    def __init__(self, config: Dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(name, config)
        self._model_storage, self._resource = model_storage, resource
        weighing = {"sublinear_tf": True, "min_df": config["min_examples"], "dtype": np.float64}
        text = {"lowercase": False, "preprocessor": fold, **weighing}
        self._blocks = {
            "char": TfidfVectorizer(analyzer="char_wb", ngram_range=tuple(config["char"]), **text),
            "word": TfidfVectorizer(analyzer="word", ngram_range=tuple(config["word"]), token_pattern=WORD, **text),
        }
        if config["frame"]:
            self._blocks["frame"] = TfidfVectorizer(analyzer=list, **weighing)  # its documents are terms already

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "Ngrams":
        return cls(config, execution_context.node_name, model_storage, resource)

    def _documents(self, texts: List[str], values: List[List[Dict[str, Any]]]) -> Dict[str, List[Any]]:
        """What each block counts, a document a text. `values` are the values of each text, their places in it."""
        cut = [text[: self._config["max_chars"]] for text in texts]
        frames = [frame(text, found) for text, found in zip(cut, values)] if self._config["frame"] else []
        return {name: frames if name == "frame" else cut for name in self._blocks}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which n-grams there are and how rare each is."""
        texts = [example.get(TEXT) for example in training_data.nlu_examples if example.get(TEXT)]
        documents = self._documents(texts, [extract_both(text, ANY_DAY) for text in texts])
        learned = {}
        for name, block in self._blocks.items():
            block.fit(documents[name])
            learned[name] = {"terms": block.get_feature_names_out().tolist(), "idf": block.idf_.tolist()}
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "ngrams.json").write_text(json.dumps(learned), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> "Ngrams":
        made = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            learned = json.loads((folder / "ngrams.json").read_text(encoding="utf-8"))
        for name, block in made._blocks.items():
            block.vocabulary = {term: column for column, term in enumerate(learned[name]["terms"])}
            block.idf_ = np.array(learned[name]["idf"])
        return made

    def process(self, messages: List[Message]) -> List[Message]:
        """Add one row of weights for the whole text, and one for each sentence where there are two or more."""
        self._whole([message for message in messages if message.get(TEXT) and intents_wanted(message)], values_of)
        for message in messages:
            text = message.get(TEXT) or ""
            if spans := asked_sentences(message):
                values = values_of(message)
                rows = self._rows([text[start:end] for start, end in spans], [_inside(values, start, end) for start, end in spans])
                message.add_features(Features(rows, FEATURE_TYPE_SENTENCE, SENTENCES, self._identifier))
        return messages

    def _rows(self, texts: List[str], values: List[List[Dict[str, Any]]]) -> csr_matrix:
        documents = self._documents(texts, values)
        return csr_matrix(hstack([block.transform(documents[name]) for name, block in self._blocks.items()]))

    def _whole(self, with_text: List[Message], read: Callable[[Message], List[Dict[str, Any]]]) -> None:
        if not with_text:
            return
        rows = self._rows([message.get(TEXT) for message in with_text], [read(message) for message in with_text])
        for message, row in zip(with_text, rows):
            message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        with_text = [example for example in training_data.training_examples if example.get(TEXT)]
        self._whole(with_text, lambda example: extract_both(example.get(TEXT), ANY_DAY))
        return training_data


def _inside(values: List[Dict[str, Any]], start: int, end: int) -> List[Dict[str, Any]]:
    """The values within a sentence, with their places in that sentence."""
    within = [value for value in values if start <= value["start"] and value["end"] <= end]
    return [{**value, "start": value["start"] - start, "end": value["end"] - start} for value in within]
