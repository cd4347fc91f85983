"""The one cleaning of a text at the door. Its result is what is stored, quoted, hashed and counted in."""

import re
import unicodedata
from typing import Any

from bot.claims.errors import TextBlank, TextNotUnicode, TextTooLong
from bot.claims.masking import mask

LIMIT = 200_000
SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` as it may be stored: no U+0000, LF line ends, secrets masked sign by sign.

    Blanks at the ends stay: offsets refer to what comes out of here. Raises TextNotUnicode (a lone surrogate), TextTooLong (more
    than 200,000 code points; facts: limit) and TextBlank (nothing to see).
    """
    text = cleaned(text)
    if not any(visible(letter) for letter in text):
        raise TextBlank()
    return text


def cleaned(text: str) -> str:
    if SURROGATE.search(text):
        raise TextNotUnicode()
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LIMIT:
        raise TextTooLong(limit=LIMIT)
    return mask(text)


def clean_value(value: Any) -> Any:
    """The same for every text inside a JSON value; blank ones stay. Raises TextNotUnicode and TextTooLong."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [clean_value(one) for one in value]
    if isinstance(value, dict):
        return {cleaned(str(name)): clean_value(one) for name, one in value.items()}
    return value


def visible(letter: str) -> bool:
    """Whether a code point shows: not a separator, control or format character."""
    return unicodedata.category(letter)[0] not in "ZC"
