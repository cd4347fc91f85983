"""Rasa tokens from spaCy's Dutch tokenizer rules, without a language model."""

from typing import Any, Dict, List

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.rasa import ahead
from bot.nlu.rasa.sentence_vectors import intents_wanted


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DutchTokenizer(Tokenizer):
    """`spacy.blank("nl")` as a tokenizer: Rasa's own SpacyNLP refuses a blank pipeline and lower-cases the text.

    Token offsets are code points of the message's text, end exclusive; a text of blanks only is one token.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None, "prefix_separator_symbol": None}

    @staticmethod
    def required_packages() -> List[str]:
        return ["spacy"]

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._nlp = spacy.blank("nl")

    def process(self, messages: List[Message]) -> List[Message]:
        """As the first component: hand over what was read ahead of a long text, then tokens."""
        for message in messages:
            ahead.hand_over(message)
        found: List[Message] = super().process(messages)
        return found

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        text = message.get(attribute)
        if not intents_wanted(message):
            return [Token(text, 0)]  # only the intents are made of tokens
        tokens = [Token(token.text, token.idx) for token in self._nlp.make_doc(text) if not token.is_space]
        return tokens or [Token(text, 0)]
