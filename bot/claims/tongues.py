"""Whether a message is French, English or German: told by the small words that only one language has.

Measured on tests/nlu/languages.jsonl beside lingua, py3langid, langdetect, simplemma and eld: all of these take 28 to 42 of 60 Dutch
messages full of English terms for English, because they look at letters; the small words of such a message are Dutch or absent.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import tomllib

from bot.claims.names import EVERYDAY

Tongue = Literal["fr", "en", "de"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
LEAST_WORDS, LEAST_OWN, LEAST_DUTCH = 3, 2, 2
MOST_LOOKED_AT = 4000  # of a long text the beginning tells
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def small_words() -> dict[str, frozenset[str]]:
    """For each language its words; none of the three has a word that Dutch has, nor Dutch one of theirs."""
    raw = tomllib.loads(Path(__file__).with_name("tongues.toml").read_text(encoding="utf-8"))
    sets = {name: set(text.split()) for name, text in raw.items()}
    dutch, foreign = sets["nl"], set().union(*(sets[name] for name in TONGUES))
    return {"nl": frozenset(dutch - foreign), **{name: frozenset(sets[name] - dutch - EVERYDAY) for name in TONGUES}}


def _counts(text: str) -> tuple[int, dict[str, int]]:
    """How many words, and how many different small words of each language."""
    words = [word.replace("’", "'") for word in _WORD.findall(text[:MOST_LOOKED_AT].casefold())]
    # "l'attaque" and "d'accès" say what they are in their first letter.
    parts = {part for word in words for part in (word, word.partition("'")[0] + "'" if "'" in word else word)}
    return len(words), {name: len(parts & known) for name, known in small_words().items()}


def is_dutch(text: str) -> bool:
    """Whether the text has the small words of Dutch."""
    return _counts(text)[1]["nl"] >= LEAST_DUTCH


def tongue(text: str) -> Tongue | None:
    """The language of `text` when it is surely one of the three and not Dutch; a word or two say nothing."""
    total, found = _counts(text)
    if total < LEAST_WORDS or found["nl"]:
        return None
    best = max(TONGUES, key=lambda name: found[name])
    rest = max(found[name] for name in TONGUES if name != best)
    return best if found[best] >= LEAST_OWN and found[best] > rest else None
