"""Things people say of themselves that no open question asked for: that there was no attack, and who they are."""

import re
from collections.abc import Iterable

from bot.claims.extortion import without_attack
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard
from bot.claims.signals import SAID_BY
from bot.claims.states import answered

_NO_ATTACK = re.compile(
    r"\b(?:geen|niet door een) (?:cyber-?)?(?:aanval|aanvallers?|hack|hackers?|hacking)\b(?! (?:meer|gezien|gevonden|bezig|gaande|gemerkt))"
    r"|\bniet gehackt\b",
    re.IGNORECASE,
)
_OPEN_WORDS = re.compile(r"\b(?:als|indien|of|misschien|weet|denk|hoop|zeker|vorige|andere|nog geen)\b|\?", re.IGNORECASE)
_NAME = re.compile(
    r"^\W*(?i:(?:dag|hallo|goedendag)\W+)?(?i:(?:ik ben|mijn naam is|ik heet|met|hier|u spreekt met|je spreekt met)\s+)?"
    r"([A-ZÀ-Þ][\w'’-]+(?:\s+(?:van|de|den|der|ten|ter|te|het|'t|[A-ZÀ-Þ][\w'’-]+)){0,3}\s+[A-ZÀ-Þ][\w'’-]+)(?=\W*(?:$|[,.;]|en\b|\+?\d))"
)
_INTRODUCED = re.compile(r"^\W*(?i:ik ben|mijn naam is|ik heet|u spreekt met|je spreekt met|met)\s+([A-ZÀ-Þ][\w'’-]+)\W*$")


def no_attack(heard: Heard, read: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """ "Er was geen aanval": an error or an outage, which closes what hangs on attackers."""
    match = _NO_ATTACK.search(heard.text)
    around = heard.text[max(0, match.start() - 40) : match.end() + 20] if match else ""
    kinds = [a.value for a in read if a.kind == "field" and a.name == "attack_type" and a.value]
    if match is None or _OPEN_WORDS.search(around) or any(not without_attack(value) for value in kinds):
        return ()
    evidence = Evidence(heard.message_id, match.start(), match.end(), match[0])
    by = SAID_BY.get(heard.author, "insured")
    kind = ["own_error_or_outage"]
    return (Assertion("field", "attack_type", kind, "stated", by, heard.message_id, heard.at, (evidence,), 0.8, correction=True),)


def early_name(file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
    """A name that was given while another contact question was open: recorded, so that it is not asked again."""
    taken = answered(file.fields.get("reporter_name")) or any(a.name == "reporter_name" for a in read)
    if taken or heard.ask not in ("reporter_phone", "reporter_email"):
        return ()
    match = _NAME.match(heard.text) or _INTRODUCED.match(heard.text)
    if match is None:
        return ()
    evidence = Evidence(heard.message_id, match.start(1), match.end(1), match[1])
    by = SAID_BY.get(heard.author, "insured")
    return (Assertion("field", "reporter_name", match[1], "stated", by, heard.message_id, heard.at, (evidence,), 0.7),)
