"""The next step of a conversation, as a function of its log and its claim file.

When it is urgent (P1): at most five questions, then a person. Else the story, the minimum notice, then by consequence for
this kind of loss, twenty questions at most; then reading back per block; then the hand-over. One question at a time, none
of which the answer is known, implied, or was declined, and none twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.claims.completeness import is_answered, matters, minimum_missing, missing
from bot.claims.contradictions import Contradiction, contradictions
from bot.claims.fields import FIELDS
from bot.claims.model import ClaimFile, Log, Message
from bot.claims.states import answered
from bot.claims.triage import triage

MOST_QUESTIONS = 20
MOST_URGENT = 5
MOST_LEFT_OPEN = 5
LAST_RANK = 330  # what ranks lower waits for the adjuster; it stays among the open questions
URGENT = (
    "reporter_name", "reporter_phone", "attack_status", "ransom_deadline_at", "demand_response_deadline_at", "ransom_paid",
    "other_clients_affected",
)  # fmt: skip
_OPENING = ("attack_status",)
_ELSE = {"insured_legal_name": "policy_number"}  # one of the two finds the policy

BLOCKS: dict[str, tuple[str, ...]] = {
    "contact": ("reporter_name", "reporter_phone", "reporter_email", "insured_legal_name", "policy_number"),
    "incident": ("attack_status", "incident_occurred_at", "incident_discovered_at", "restored_at", "bi_start_at", "bi_end_at", "downtime"),
    "money": (
        "ransom_demand_amount", "ransom_negotiated_amount", "ransom_paid_amount", "ransom_paid_by", "ransom_paid_at", "demand_amount",
        "bi_claimed_amount", "contract_fee", "demand_date", "demand_received_at", "demand_response_deadline_at",
    ),
}  # fmt: skip
STORY = "utter_ask_story"
STORIES = (STORY, "utter_agent_story")
PERSON = "utter_person_now"
URGENT_TEXT = ("utter_urgent", "utter_agent_urgent")
OFFERS = ("utter_handover_offer", "utter_handover_offer_papers", "utter_handover_offer_complete")
CONFIRM = "confirm."


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: a question (`field`), settling a contradiction, reading a `block` back, a person, the hand-over, or nothing."""

    kind: Literal["ask", "story", "contradiction", "readback", "handover", "person", "done"]
    field: str | None = None
    block: str | None = None
    contradiction: Contradiction | None = None


def bot_messages(log: Log) -> tuple[Message, ...]:
    """What the bot said so far, oldest first."""
    return tuple(m for m in log.messages if m.author == "bot")


def open_message(log: Log) -> Message | None:
    """The question that is open now: the last bot message that asks something, if nothing closed it."""
    return next((m for m in reversed(bot_messages(log)) if m.ask or m.text_id in STORIES), None)


def asked_fields(log: Log) -> tuple[str, ...]:
    """The fields whose question was put, in order, each once."""
    return tuple(dict.fromkeys(m.ask for m in bot_messages(log) if m.ask and not m.ask.startswith(CONFIRM)))


def questions_asked(log: Log) -> int:
    """How many different questions were put so far; the story and each contradiction count as one."""
    disputes = sum(m.text_id == "utter_contradiction" for m in bot_messages(log))
    plain = {m.ask for m in bot_messages(log) if m.ask and not m.ask.startswith(CONFIRM) and m.text_id != "utter_contradiction"}
    return len(plain) + disputes + _said(log, *STORIES)


def is_tired(log: Log, file: ClaimFile) -> bool:
    """The last questions beyond the minimum notice were all left open: the rest can wait for the adjuster."""
    last = [name for name in asked_fields(log) if FIELDS[name].need != "minimum"][-MOST_LEFT_OPEN:]
    return len(last) == MOST_LEFT_OPEN and not any(answered(file.fields.get(name)) for name in last)


def is_urgent(log: Log, file: ClaimFile, now: datetime) -> bool:
    return triage(file, now).level == "P1"


def _said(log: Log, *text_ids: str) -> bool:
    return any(m.text_id in text_ids for m in bot_messages(log))


def _askable(name: str, log: Log, file: ClaimFile) -> bool:
    """Whether this question may be put now: it matters, is unanswered, was not put before and not refused."""
    if is_answered(name, file) or name in file.fields:
        return False
    if name in asked_fields(log) and not (name in _OPENING and _put_once(log, name)):
        return False
    other = _ELSE.get(name)
    if other and answered(file.fields.get(other)):
        return False
    return matters(FIELDS[name], file)


def _put_once(log: Log, name: str) -> bool:
    """Whether the first question was put once only, and a whole story came instead of an answer."""
    return sum(m.ask == name for m in bot_messages(log)) == 1


def _told(log: Log, file: ClaimFile) -> bool:
    """Whether the story was told already: it was asked for, or what was written says what happened."""
    if _said(log, *STORIES):
        return True
    longest = max((len(m.text) for m in log.messages if m.author != "bot"), default=0)
    known = sum(answered(s) and s.status != "derived" for s in file.fields.values())
    return (longest >= 80 and known >= 5) or (longest >= 200 and known >= 2)


def _unsettled(log: Log, file: ClaimFile) -> Contradiction | None:
    """The first contradiction about which nothing was asked yet."""
    asked = {str(m.facts.get("contradiction")) for m in bot_messages(log) if m.text_id == "utter_contradiction"}
    return next((c for c in contradictions(file) if c.id not in asked), None)


def _urgent_step(log: Log, file: ClaimFile) -> Step:
    since = next((i for i, m in enumerate(bot_messages(log)) if m.text_id in URGENT_TEXT), None)
    put = 0 if since is None else len({m.ask for m in bot_messages(log)[since:] if m.ask and not m.ask.startswith(CONFIRM)})
    if put < MOST_URGENT:
        for name in URGENT:
            if _askable(name, log, file):
                return Step("ask", name)
    return Step("done" if _said(log, PERSON) else "person")


def _next_block(log: Log, file: ClaimFile) -> str | None:
    for block, names in BLOCKS.items():
        if not _said(log, f"utter_readback_{block}") and any(answered(file.fields.get(n)) for n in names):
            return block
    return None


def _next_field(log: Log, file: ClaimFile) -> str | None:
    for name in minimum_missing(file):
        if _askable(name, log, file):
            return name
    for field in () if is_tired(log, file) else missing(file):
        if field.rank <= LAST_RANK and _askable(field.name, log, file):
            return field.name
    return None


def plan(log: Log, file: ClaimFile, now: datetime) -> Step:
    """The next step, taking for granted that the open question, if any, is closed."""
    if log.status != "draft":
        return Step("done")
    if is_urgent(log, file, now) or _said(log, PERSON):
        return _urgent_step(log, file)
    if questions_asked(log) < MOST_QUESTIONS:
        unsettled = _unsettled(log, file)
        if unsettled is not None:
            return Step("contradiction", unsettled.ask, contradiction=unsettled)
        for name in _OPENING:
            if _askable(name, log, file):
                return Step("ask", name)
        if not _told(log, file):
            return Step("story")
        following = _next_field(log, file)
        if following is not None:
            return Step("ask", following)
    block = _next_block(log, file)
    if block is not None:
        return Step("readback", block=block)
    return Step("done" if _said(log, *OFFERS) else "handover")
