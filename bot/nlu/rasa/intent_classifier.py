"""A linear classifier of intents over the sentence vector and the n-grams together."""

from typing import Any, Dict, List, Optional, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.svm import LinearSVC

from bot.nlu.rasa.sentence_vectors import SENTENCES, asked_sentences

SENTENCE_INTENTS = "sentence_intents"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntents(IntentClassifier, GraphComponent):
    """One separating plane per intent (liblinear's support vector machine); the confidences of all intents add up to 1.

    Against logistic regression on the same features: the same accuracy in a tenth of the time. Distances to the planes are no
    confidences; `temperature`, set on held-out groups of examples, makes them so (docs/quality/intents.md). `dense_weight` is the
    balance between vector and n-grams. Plain arrays on disk instead of pickled objects, and a text without features (blanks) is
    no error. The same model and text give the same bytes: examples are sorted before training, confidences have four decimals.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"C": 0.5, "dense_weight": 0.8, "temperature": 0.3, "ranking_length": 3}

    @classmethod
    def required_components(cls) -> List[Type[Any]]:
        return [Featurizer]

    @staticmethod
    def required_packages() -> List[str]:
        return ["sklearn"]

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._intents: List[str] = []
        self._weights: Optional[np.ndarray] = None  # a row a feature, a column an intent
        self._offsets: Optional[np.ndarray] = None

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "LinearIntents":
        return cls(config, model_storage, resource)

    def _row(self, message: Message, attribute: str = TEXT) -> Optional[csr_matrix]:
        """All sentence features of the message side by side; None when it has none. For SENTENCES a row a sentence."""
        _, sparse = message.get_sparse_features(attribute)
        _, dense = message.get_dense_features(attribute)
        if sparse is None or dense is None:
            return None
        vector = np.asarray(dense.features, dtype=np.float64) * self._config["dense_weight"]
        return hstack([csr_matrix(vector), sparse.features], format="csr")

    def train(self, training_data: TrainingData) -> Resource:
        """Fit one plane per intent on the examples that have one."""
        examples = [example for example in training_data.intent_examples if example.get(INTENT) and example.get(TEXT)]
        examples.sort(key=lambda example: (example.get(INTENT), example.get(TEXT)))
        rows = vstack([self._row(example) for example in examples])
        model = LinearSVC(C=self._config["C"], class_weight="balanced", tol=1e-2, random_state=0)  # the seed: its steps are shuffled
        model.fit(rows, [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as folder:
            np.savez_compressed(
                folder / "intents.npz",
                intents=model.classes_.astype(str),
                weights=model.coef_.T.astype(np.float32),
                offsets=model.intercept_.astype(np.float32),
            )
        return self._resource

    @classmethod
    def load(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> "LinearIntents":
        made = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / "intents.npz", allow_pickle=False) as arrays:
            made._intents = arrays["intents"].tolist()
            made._weights, made._offsets = arrays["weights"], arrays["offsets"]
        return made

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the best intent and the ranking, and the best intent of each sentence where there are two or more.

        A message without features gets the least sure answer there is.
        """
        for message in messages:
            row = self._row(message)
            shares = np.full(len(self._intents), 1 / len(self._intents)) if row is None else self._shares(row)[0]
            order = sorted(range(len(shares)), key=lambda column: (-shares[column], self._intents[column]))
            ranking = [{"name": self._intents[column], "confidence": round(float(shares[column]), 4)} for column in order]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[: self._config["ranking_length"]], add_to_output=True)
            message.set(SENTENCE_INTENTS, self._of_sentences(message))
        return messages

    def _shares(self, rows: csr_matrix) -> np.ndarray:
        """For each row the confidences of all intents, which add up to 1."""
        scores = np.stack([self._scores(rows.getrow(number)) for number in range(rows.shape[0])])
        shares = np.exp((scores - scores.max(axis=1, keepdims=True)) / self._config["temperature"])
        return shares / shares.sum(axis=1, keepdims=True)

    def _scores(self, row: csr_matrix) -> np.ndarray:
        """The score of every intent for one row. Only the weights of its own features: a product would first widen all of them (3 ms)."""
        assert self._weights is not None
        return np.asarray(row.data @ self._weights[row.indices].astype(np.float64)) + self._offsets

    def _of_sentences(self, message: Message) -> List[Dict[str, Any]]:
        rows = self._row(message, SENTENCES)
        if rows is None:
            return []
        found = []
        for (start, end), shares in zip(asked_sentences(message), self._shares(rows)):
            best = min(range(len(shares)), key=lambda column: (-shares[column], self._intents[column]))
            found.append({"start": start, "end": end, "value": self._intents[best], "confidence": round(float(shares[best]), 4)})
        return found

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data
