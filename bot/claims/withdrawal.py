"""Withdrawing a report in words: asked to confirm, done on a plain yes only, and possible after the hand-over too."""

import re

from bot.claims import replies
from bot.claims.blocks import says_yes
from bot.claims.model import Heard, Log, Message, Say
from bot.claims.planner import STORIES, WITHDRAW, bot_messages

CHECK = "utter_withdraw_check"
_MOST_WORDS = 8  # of a yes: what is withdrawn stays so, and "ja, maar eerst nog iets" is no yes
_LONGEST = 240
_FILE = r"(?:melding|meldingen|schademelding|schadeaangifte|aangifte|dossier|claim|schadeclaim)"
_OURS = rf"(?:mijn|onze|deze|die|de|het|hun|zijn|haar|dit|m'n) (?:hele |volledige )?{_FILE}"
_DROP = r"(?:intrekken|in te trekken|annuleren|te annuleren|schrappen|te schrappen|stopzetten|laten vallen|terugtrekken|terugnemen)"
_WANTS = re.compile(
    rf"\b{_FILE}\b(?: \w+){{0,4}} {_DROP}\b|\b{_DROP} van {_OURS}\b"
    rf"|\b(?:trek|trekt|trekken|neem|nemen)\b(?: \w+){{0,2}} {_OURS}(?: \w+){{0,3}} (?:in|terug)\b"
    rf"|\b(?:annuleer|annuleert|annuleren|schrap|schrapt|schrappen|stop|stopt)\b(?: \w+){{0,2}} {_OURS}\b"
    rf"|\b(?:laat|laten)\b(?: \w+){{0,2}} {_OURS}(?: \w+){{0,2}} vallen\b"
    rf"|\b(?:toch )?(?:geen|niet meer) {_FILE} (?:meer )?(?:doen|maken|indienen|nodig)\b",
    re.IGNORECASE,
)
# The customer's claim, the police's report, and what one does not want are other matters.
_OTHERS = re.compile(
    r"\b(?:politie|klant\w*|hackers?|aanvallers?|tegenpartij|advocaat|niet (?:meer )?(?:intrekken|annuleren|schrappen)|ingetrokken)\b",
    re.IGNORECASE,
)


def wants(heard: Heard) -> bool:
    """Whether the message asks to take the report back."""
    return len(heard.text) <= _LONGEST and bool(_WANTS.search(heard.text)) and not _OTHERS.search(heard.text)


def question_before(log: Log) -> Message | None:
    """The question that was open before it was asked whether to withdraw."""
    return next((m for m in reversed(bot_messages(log)) if (m.ask or m.text_id in STORIES) and m.ask != WITHDRAW), None)


def withdrawn(log: Log) -> tuple[Say, ...]:
    """What to say when a report is withdrawn; one that is with a person already has a number."""
    return (Say("utter_withdrawn" if log.status == "draft" else "utter_withdrawn_later"),)


def reply(log: Log, heard: Heard) -> tuple[tuple[Say, ...], str | None] | None:
    """The answer to a wish to withdraw, or to the question whether one is sure; None when the message is about something else."""
    if heard.ask == WITHDRAW:
        if (says_yes(heard) and len(heard.text.split()) <= _MOST_WORDS) or wants(heard):
            return withdrawn(log), "withdrawn"
        question = question_before(log)
        still = question is not None and (log.status == "draft" or question.ask is None)
        return (Say("utter_not_withdrawn"), *(replies.again(question, log.language) if still else ())), None
    return ((Say(CHECK, {}, ask=WITHDRAW),), None) if wants(heard) else None
