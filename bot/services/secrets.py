"""Tokens and codes: made at random, kept only as hashes under the key of this installation."""

import hashlib
import hmac
import re
import secrets
import uuid
from datetime import datetime

# No vowels (no words), nothing that looks like something else; 28 letters and digits, so 12 of them are 57 bits.
ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ"
CODE_LENGTH, CODE_GROUP = 12, 4
SPOKEN = {word: str(n) for n, word in enumerate(("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"))}


def new_id() -> str:
    """A random UUID."""
    return str(uuid.uuid4())


def new_token() -> str:
    """256 random bits, safe in URLs and headers."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code people can read out and type, in groups: "BCDF-2345-GHJK"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(letters[i : i + CODE_GROUP] for i in range(0, CODE_LENGTH, CODE_GROUP))


def new_resume_code() -> str:
    """A code to say over the phone: twelve digits in groups of three, "483 102 975 516". Guessing is limited, in all and per address."""
    digits = "".join(secrets.choice("0123456789") for _ in range(CODE_LENGTH))
    return " ".join(digits[i : i + 3] for i in range(0, CODE_LENGTH, 3))


def new_number(at: datetime) -> str:
    """A claim number for people: the year, and eight signs that tell nothing about how many claims there are."""
    return f"CL{at.year}-{''.join(secrets.choice(ALPHABET) for _ in range(8))}"


def plain_code(typed: str) -> str:
    """A typed code as it is hashed: capitals, without blanks, dashes and other signs; digits may be written as Dutch words.

    Codes of letters, given out before, hold no vowels, so no word for a digit stands in them.
    """
    words = re.sub("|".join(SPOKEN), lambda found: SPOKEN[found[0]], typed.lower().replace("é", "e"))
    return "".join(letter for letter in words.upper() if letter.isalnum())


class Hasher:
    """HMAC-SHA-256 under the installation's key: equal inputs give equal hashes, and a stolen table alone gives nothing."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def __call__(self, purpose: str, value: str) -> str:
        """Hexadecimal hash; `purpose` keeps a hash of one use from serving in another."""
        return hmac.new(self._key, f"{purpose}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
