"""A long message is read before Rasa's graph sees it, in short steps, so that the messages of others have their turn in between.

Rasa reads on the one thread that also answers: without this, everybody waits for the whole piece of somebody's pasted text. What was
read waits here until the first component of the pipeline meets the text; the components do themselves what is missing.
"""

import asyncio
from collections import OrderedDict
from typing import Any, Callable, Dict, List, Optional, Tuple

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.contacts import find_contacts, on_the_wire
from bot.nlu.extract import extracting_both
from bot.nlu.rasa.values import READ, metadata_of, reference_of
from bot.nlu.sentences import sentence_spans
from bot.nlu.spans import apart
from bot.nlu.steps import Steps
from bot.nlu.understand import annotating

LONG = 400  # code points: what is shorter is read in the time of two steps
MOST = 16  # readings kept for pieces whose turn has not come
BATCH = 8  # sentences
FOUND, VECTORS = "read_annotations", "read_vectors"  # attributes of a message
Key = Tuple[str, str, str]

encode: Optional[Callable[[List[str]], Any]] = None  # the encoder of the sentence vectors, once it is there
_kept: "OrderedDict[Key, Dict[str, Any]]" = OrderedDict()
_reading = asyncio.Lock()  # of two long texts one is read at a time: between two steps no third one is waited for


async def read(text: Optional[str], metadata: Optional[Dict[str, Any]]) -> None:
    """Read a long `text`; a fault is met again, and logged, where the components read it."""
    if not text or len(text) < LONG:
        return
    about = metadata if isinstance(metadata, dict) else {}
    key = _key(text, about)
    async with _reading:
        try:
            steps = reading(text, about)
            while True:
                next(steps)
                await asyncio.sleep(0)
        except StopIteration as end:
            _kept[key] = end.value
        except Exception:  # noqa: BLE001
            return
    while len(_kept) > MOST:
        _kept.popitem(last=False)


def reading(text: str, about: Dict[str, Any]) -> Steps[Dict[str, Any]]:
    """Values, annotations and (where intents are wanted) sentence vectors of `text`, as attributes of its message."""
    language = _language(about)
    vectors = (yield from _encoded(text)) if about.get("intents_wanted") is not False else {}
    values = yield from extracting_both(text, reference_of(about.get("at")))
    yield
    contacts = [on_the_wire(contact) for contact in find_contacts(text, language)]
    found = yield from annotating(text, apart([*contacts, *values]), language)
    return {READ: values, FOUND: found, VECTORS: vectors}


def _encoded(text: str) -> Steps[Dict[str, Any]]:
    made: Dict[str, Any] = {}
    sentences = list(dict.fromkeys(text[start:end] for start, end in sentence_spans(text)))
    for at in range(0, len(sentences) if encode else 0, BATCH):
        batch = sentences[at : at + BATCH]
        assert encode is not None
        made.update(zip(batch, encode(batch)))
        yield
    return made


def hand_over(message: Message) -> None:
    """Put on the message what was read of it, if it was."""
    for name, made in _kept.pop(_key(message.get(TEXT) or "", metadata_of(message)), {}).items():
        message.set(name, made)


def _language(about: Dict[str, Any]) -> str:
    return str(about.get("language") or "nl-NL")


def _key(text: str, about: Dict[str, Any]) -> Key:
    return text, str(about.get("at")), _language(about)
