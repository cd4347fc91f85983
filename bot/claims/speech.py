"""What the bot never speaks about, found in a message: cover, guilt, to pay or not, what the law asks, what will come.

The intent classifier is one witness, these patterns are the other: one of them is enough. A statement ("de klant heeft
betaald") is not a question; a pattern therefore always needs the form of one: a verb before its subject, a question word,
an indirect question ("ik vraag me af of"), a tag ("neem ik aan"), a demand ("beloof me dat"), or a question mark.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import tomllib

Topic = Literal["ask_coverage", "ask_pay_ransom", "ask_guilt", "ask_legal", "ask_promise", "ask_secret"]
HALF_SURE, VERY_SURE = 0.5, 0.75  # from when the classifier's word counts: with the form of a question, and without
SHORT = 200  # in a longer text the intent of the whole says little about one question in it
Utterance = tuple[str, str, float]  # a sentence, its intent, the confidence
_TOPIC_INTENTS: Mapping[str, Topic] = {"ask_coverage": "ask_coverage", "ask_pay_ransom": "ask_pay_ransom"}

_WORDS: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["speech"]


def _any(name: str) -> str:
    return "(?:" + "|".join(_WORDS[name]) + ")"


_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("ask_secret", re.compile(_any("secret"))),
    ("ask_guilt", re.compile(_any("guilt"))),
    ("ask_coverage", re.compile(_any("cover"))),
    ("ask_pay_ransom", re.compile(_any("pay"))),
    ("ask_legal", re.compile(_any("legal"))),
    ("ask_promise", re.compile(_any("promise"))),
)
_VERB_FIRST = re.compile(rf"^(?:{_any('fillers')}[ ,]+)*{_any('first_words')}\b")
_INDIRECT = re.compile(_any("indirect"))
_TAG, _TOLD = re.compile(_any("tags")), re.compile(_any("told"))
_OFFER = re.compile(_any("offers"))
_ADDRESSED = re.compile(r"\b(?:jullie|u|ge|gij|je|jij)\b")
_DEMAND, _COMMAND = re.compile(_any("demands")), re.compile(_any("commands"))
_BACK = re.compile(rf"^\W*(?:{_any('fillers')}[ ,]+)*{_any('back')}[^\w?]*\?\W*$")
_WHY_WE_ASK = re.compile(
    r"^waarom (?:vraag|vraagt|vragen|wil|wilt|willen|moet(?:en)? (?:u|je|ge|jullie|ik|we|wij)|"
    r"is (?:het|dat|dit) (?:zo )?(?:belangrijk|nodig))\b"
)
_HIS = re.compile(
    r"^zijn (?:[\w-]+ ){1,2}"
    r"(?:heeft|had|is|was|wil|zegt|zei|betaalt|betaalde|stelt|eist|kreeg|deed|vindt|vraagt|weigert|weigerde|dekt|vergoedt)\b"
)
_FRAGMENT = re.compile(rf"^\W*{_any('fragments')}\W*$")
# The question of these sentences is about other things: what the customer, the attackers or the bot's own question want.
_SAID_BY_OTHERS = re.compile(
    r"\b(?:klant|hij|ze|zij|beller|mevrouw|meneer)\b.{0,40}\b(?:stelt|houdt|acht|vindt|zegt dat|eist|vordert|geeft|dreig\w*)\b"
)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\d))+[.!?;\n]*")


def _asks(sentence: str) -> bool:
    """Whether a lower-cased sentence has the form of a question."""
    if "?" not in sentence and _HIS.search(sentence):
        return False  # "zijn verzekering heeft geweigerd": no verb stands first
    plain = "?" in sentence or _VERB_FIRST.search(sentence) or _INDIRECT.search(sentence) or _FRAGMENT.search(sentence)
    return bool(plain or _DEMAND.search(sentence) or (_TAG.search(sentence) and not _TOLD.search(sentence)))


def told_of_others(sentence: str) -> bool:
    """Whether it tells what a customer or attacker wants or says; what is demanded of us for a caller is not that."""
    told = "?" not in sentence and bool(_SAID_BY_OTHERS.search(sentence))
    return told and not _DEMAND.search(sentence) and not _INDIRECT.search(sentence)


def _topic(sentence: str) -> Topic | None:
    found = [topic for topic, pattern in _TOPICS if pattern.search(sentence)]
    if not found:
        return None
    if "ask_pay_ransom" in found and "ask_coverage" in found:
        paid_by_us = re.search(r"\b(?:jullie|verzeker\w*|polis|vergoed\w*|gedekt)\b", sentence)
        advice = re.search(r"\b(?:advis|advies|aanraden|raadt?\b|raden|toestemming|akkoord)", sentence)
        return "ask_coverage" if paid_by_us and not advice else "ask_pay_ransom"
    return found[0]


def _asked_topic(sentence: str) -> Topic | None:
    """The topic a lower-cased sentence asks about, when it has the form of a question."""
    if not _asks(sentence) or told_of_others(sentence):
        return _commanded(sentence)
    topic = _topic(sentence) or _commanded(sentence)
    if sentence.startswith("waarom") and (topic in ("ask_pay_ransom", "ask_promise") or _WHY_WE_ASK.search(sentence)):
        return None  # why we ask is not whether to pay
    return topic


def _commanded(sentence: str) -> Topic | None:
    """The topic of what asks without a question's form: an offer of a password, an order to speak otherwise than we do."""
    if _OFFER.search(sentence):
        return "ask_secret"
    return "ask_promise" if _COMMAND.search(sentence) else None


@lru_cache(maxsize=8)  # one message is asked several things in one turn
def _sentences(text: str) -> tuple[tuple[int, int, Topic | None], ...]:
    """Where each sentence stands, and what it asks; "Klopt dat?" and "Dus?" ask about the sentence before them."""
    said: list[tuple[int, int, Topic | None]] = []
    before, asked = "", None
    for match in _SENTENCE.finditer(text):
        sentence = match[0].lower().replace("’", "'").strip()
        if not sentence:
            continue
        topic = _asked_topic(sentence)
        if topic is None and asked and _DEMAND.search(sentence):
            topic = asked
        if topic is None and before and _BACK.search(sentence) and not told_of_others(before):
            topic = _topic(before) if _ADDRESSED.search(sentence) or not _TOLD.search(before) else None
        said.append((*match.span(), topic))
        before, asked = sentence, topic
    return tuple(said)


def asking_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand that ask for what only a neutral text may answer."""
    return [(start, end) for start, end, topic in _sentences(text) if topic]


def asks_for(sentence: str) -> bool:
    """Whether a lower-cased sentence, or a clause of one, asks for what only a neutral text may answer."""
    return _asked_topic(sentence.replace("’", "'")) is not None


def is_command(sentence: str) -> bool:
    return bool(_COMMAND.search(sentence))


def is_demand(sentence: str) -> bool:
    return bool(_DEMAND.search(sentence) or _COMMAND.search(sentence) or _OFFER.search(sentence))


def forbidden_topic(text: str, intents: Sequence[tuple[str, float]] = (), utterances: Sequence[Utterance] = ()) -> Topic | None:
    """The topic of the first question on which only the neutral text may be given, else None.

    `intents` are (name, confidence), best first; `utterances` the intent of each sentence of a longer message. A message is
    looked through sentence by sentence, by its words and by what the classifier made of it; of a message of one sentence the whole
    counts too, though its clauses have intents of their own.
    """
    sentences = _sentences(text)
    found = next((topic for _, _, topic in sentences if topic), None)
    if found:
        return found
    for sentence, name, confidence in utterances:
        if name in _TOPIC_INTENTS and _believed(sentence.lower(), confidence):
            return _TOPIC_INTENTS[name]
    named = [(name, confidence) for name, confidence in intents if name in _TOPIC_INTENTS]
    together = sum(confidence for _, confidence in named)  # which of the two it is matters less than that it is one of them
    doubted = any(name == "dont_know" and confidence >= VERY_SURE for _, name, confidence in utterances)
    if (not utterances or len(sentences) == 1) and named and len(text) < SHORT and _believed(text.lower(), together, doubted=doubted):
        return _TOPIC_INTENTS[named[0][0]]
    return None


def _believed(sentence: str, confidence: float, *, doubted: bool = False) -> bool:
    """Whether the classifier's word on a sentence (lower case) counts: with a question's form half sure is enough.

    `doubted`: a clause of it says that the person does not know, which asks as well ("onze polis zou dat dekken, geen idee of dat klopt").
    """
    if told_of_others(sentence):
        return False
    return confidence >= (HALF_SURE if doubted or _asks(sentence) else VERY_SURE)


def is_nothing_else(text: str) -> bool:
    """Whether every sentence of `text` is such a question, so that nothing in it can answer another one."""
    sentences = _sentences(text)
    return bool(sentences) and all(topic for _, _, topic in sentences)
