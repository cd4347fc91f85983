"""The alarm (P1): given once, and taken back only when it is certain that it stopped."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Say
from bot.claims.planner import CONFIRM, URGENT_TEXT, bot_messages, is_urgent
from bot.claims.signals import SAID_BY
from bot.claims.triage import DOUBT, is_over, reasons

STOPPED = CONFIRM + "stopped"
CHECK = "utter_stopped_check"
_FIRM = 0.85
_HEDGED = re.compile(
    r"\b(?:nog niet|niet (?:helemaal |echt |volledig )?(?:gestopt|voorbij|gedaan|over|opgelost|hersteld)"
    r"|nog (?:steeds|altijd|bezig|gaande)|denk|dacht|hoop|hopelijk|misschien|mogelijk|waarschijnlijk|blijkbaar|lijkt|schijnt"
    r"|weet (?:ik )?niet|deels|gedeeltelijk|bijna|straks)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bniet (?:helemaal |echt |volledig )?(?:gestopt|voorbij|gedaan)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:niets|niks|geen|alles)\b", re.IGNORECASE)
_OVER = ("stopped", "restored")


def was_told(log: Log) -> bool:
    """Whether the alarm was given in this conversation."""
    return any(m.text_id in URGENT_TEXT for m in bot_messages(log))


def is_news(log: Log, file: ClaimFile, heard: Heard) -> bool:
    """Whether it is urgent now and nobody was told yet."""
    return log.status == "draft" and not was_told(log) and is_urgent(log, file, heard.at)


def _is_stop(assertion: Assertion) -> bool:
    name, value = assertion.name, assertion.value
    if assertion.kind != "field" or value is None:
        return False
    return (
        (name == "attack_status" and value in _OVER)
        or (name == "restoration_status" and value == "done")
        or name in ("contained_at", "restored_at")
    )


def _denied(assertion: Assertion, heard: Heard) -> bool:
    """ "Nee, het is nog niet gestopt": the "nee" alone would say that it has."""
    return _is_stop(assertion) and assertion.name == "attack_status" and bool(_STILL.search(heard.text)) and not _NOTHING.search(heard.text)


def _is_firm(assertion: Assertion, heard: Heard) -> bool:
    """The answer to the question itself, or a plain statement, without a word of doubt."""
    if assertion.name != "attack_status" or _HEDGED.search(heard.text):
        return False
    return heard.ask == "attack_status" or assertion.confidence >= _FIRM


def carefully(log: Log, heard: Heard, read: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """What was read, with a doubtful stop left out or, for a date or a repair, of so little weight that the alarm holds.

    Nothing changes while no alarm was given. What was left out stands in the transcript, and `needs_check` asks about it.
    """
    rows = tuple(replace(a, value="ongoing") if _denied(a, heard) else a for a in read)
    if not was_told(log) or heard.author == "adjuster":
        return rows
    if any(_is_stop(a) and _is_firm(a, heard) for a in rows):
        return rows
    kept = (a for a in rows if not (_is_stop(a) and a.name == "attack_status"))
    return tuple(replace(a, confidence=min(a.confidence, DOUBT)) if _is_stop(a) else a for a in kept)


def needs_check(log: Log, file: ClaimFile, raw: Iterable[Assertion]) -> bool:
    """Whether to ask, once, if it really stopped: something said so, and the alarm still holds."""
    rows = tuple(raw)
    asked = any(m.text_id == CHECK for m in bot_messages(log))
    return was_told(log) and not asked and not is_over(file) and any(map(_is_stop, rows))


def stop_answered(heard: Heard, read: Iterable[Assertion], yes: bool, no: bool) -> tuple[Assertion, ...]:
    """The answer to "is it really over": one certain value of `attack_status`, or nothing."""
    if heard.ask != STOPPED or not (yes or no) or any(a.kind == "field" and a.name == "attack_status" for a in read):
        return ()
    quote = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    by = SAID_BY.get(heard.author, "insured")
    return (Assertion("field", "attack_status", "stopped" if yes else "ongoing", "stated", by, heard.message_id, heard.at, (quote,), 0.95),)


def markers(log: Log, file: ClaimFile, heard: Heard) -> tuple[Assertion, ...]:
    """The reasons of an alarm that is given now, stored so that it holds (see `triage.held`)."""
    if not is_news(log, file, heard):
        return ()
    return tuple(
        Assertion("signal", s.id, None, "derived", "system", heard.message_id, heard.at, s.evidence[:1]) for s in reasons(file, heard.at)
    )


def taken_back(log: Log, before: ClaimFile, after: ClaimFile, attackers: bool) -> tuple[Say, ...]:
    """What is said when an alarm that was given ends."""
    if not was_told(log) or is_over(before) or not is_over(after):
        return ()
    return (Say("utter_noted_stopped", {"what": "de aanval" if attackers else "het probleem"}),)
