"""The next step of a conversation, as a function of its log and its claim file.

When it is urgent (P1): at most five questions, then a person; after
that the minimum notice, as long as the person writes. Else the story, the minimum notice, then by consequence for
this kind of loss, twenty questions at most; then reading back per block; then the hand-over. One question at a time, none
of which the answer is known, implied, or was declined, and none twice.
"""

from dataclasses import dataclass, replace
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
_WHO = ("reporter_name", "reporter_phone")
_TERMS = ("ransom_deadline_at", "demand_response_deadline_at", "ransom_paid")  # one of them before the hand-over, the others after it
COMPANY = "insured_legal_name"
URGENT = (*_WHO, "attack_status", COMPANY, *_TERMS, "other_clients_affected")
_HAPPENED = ("attack_type", "encrypted_asset_types", "ransom_demanded", "data_exfiltration")
_OPENING = ("attack_status",)
_ELSE = {"insured_legal_name": "policy_number"}  # one of the two finds the policy

BLOCKS: dict[str, tuple[str, ...]] = {
    "contact": ("reporter_name", "reporter_phone", "reporter_email", "insured_legal_name", "policy_number"),
    "incident": ("attack_status", "incident_occurred_at", "incident_discovered_at", "restored_at", "bi_start_at", "bi_end_at", "downtime"),
    "parties": (
        "claimant_legal_name", "claimant_contact", "claimant_represented_by", "broker_name", "negotiator", "subcontractors_involved",
    ),
    "losses": (
        "demand_heads", "restoration_status", "own_hours", "external_costs", "hardware_costs", "data_lost_permanently", "bi_occurred",
        "bi_degree", "bi_extra_costs",
    ),
    "money": (
        "ransom_demand_amount", "ransom_negotiated_amount", "ransom_paid_amount", "ransom_paid_by", "ransom_paid_at", "demand_amount",
        "bi_claimed_amount", "contract_fee", "demand_date", "demand_received_at", "demand_response_deadline_at",
    ),
}  # fmt: skip
STORY = "utter_ask_story"
STORIES = (STORY, "utter_agent_story")
PERSON = "utter_person_now"
PERSONS = (PERSON, "utter_agent_person")
URGENT_TEXT = ("utter_urgent", "utter_agent_urgent")
# Texts for an agent that stand for the insured's: the rules below know them by the name of the latter.
AGENT_VARIANTS = frozenset(
    {
        "utter_good_restored", "utter_noted", "utter_added", "utter_kept", "utter_contradiction", "utter_not_understood", "utter_rephrase",
        "utter_offer_person", "utter_what_is_wrong", "utter_what_is_wrong_again", "utter_block_unconfirmed", "utter_readback_contact",
        "utter_readback_incident", "utter_readback_parties", "utter_readback_losses", "utter_readback_money", "utter_change",
        "utter_withdraw_check", "utter_not_withdrawn", "utter_withdrawn", "utter_withdrawn_later", "utter_added_version",
        "utter_resumed", "utter_resumed_complete", "utter_resumed_handed_over", "utter_resumed_handed_over_complete",
        "utter_handover_offer", "utter_handover_offer_papers",
        "utter_handover_offer_complete", "utter_handed_over", "utter_handover_later", "utter_ask_why", "utter_ask_why_general",
        "utter_stopped_check", "utter_noted_stopped", "utter_secret_masked", "utter_contact_first", "utter_ask_advice",
        "utter_questions_left", "utter_questions_left_few", "utter_ask_pay_claim", "utter_repeat", "utter_nothing_open", "utter_explain",
        "utter_go_back", "utter_go_back_open", "utter_go_back_none", "utter_stop_today", "utter_restart_check", "utter_restarted",
        "utter_restart_not", "utter_restart", "utter_ask_language", "utter_ask_copy", "utter_ask_computer", "utter_ask_safe",
        "utter_ask_readers", "utter_insult", "utter_distress", "utter_crisis", "utter_ask_status", "utter_privacy_question",
        "utter_upload_document", "utter_never_mind", "utter_ask_human",
        "utter_danger_first", "utter_bank_first", "utter_no_promise",
    }
)  # fmt: skip
_AGENT = "utter_agent_"
_RESTARTED = ("utter_restarted", "utter_agent_restarted")
OFFERS = ("utter_handover_offer", "utter_handover_offer_papers", "utter_handover_offer_complete")
CONFIRM = "confirm."
WITHDRAW = CONFIRM + "withdraw"
CHANGE = "utter_change"


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: a question (`field`), settling a contradiction, reading a `block` back, a person, the hand-over, or nothing."""

    kind: Literal["ask", "story", "contradiction", "readback", "handover", "person", "done"]
    field: str | None = None
    block: str | None = None
    contradiction: Contradiction | None = None


def bot_messages(log: Log) -> tuple[Message, ...]:
    """What the bot said so far, oldest first; a text for an agent goes by the name of the text it stands for.

    Who began again is asked afresh: what was said before that does not count. The question that is put again to who comes back is left
    out: it was open already, and counts once.
    """
    since = _since_restart(log)
    return tuple(
        _plain(m)
        for i, m in enumerate(since)
        if m.author == "bot" and not (i and is_resumed(since[i - 1]) and (m.ask or m.text_id in STORIES))
    )


def _since_restart(log: Log) -> tuple[Message, ...]:
    cut = next((at for at in range(len(log.messages) - 1, -1, -1) if log.messages[at].text_id in _RESTARTED), 0)
    return log.messages[cut:]


def is_resumed(message: Message) -> bool:
    """Whether it tells who comes back where they were."""
    return message.author == "bot" and (message.text_id or "").startswith(("utter_resumed", "utter_agent_resumed"))


def _plain(message: Message) -> Message:
    base = (message.text_id or "").replace(_AGENT, "utter_")
    return replace(message, text_id=base) if base in AGENT_VARIANTS and base != message.text_id else message


def for_agent(text_id: str) -> str:
    """The id of the text for an agent, when there is one."""
    return text_id.replace("utter_", _AGENT, 1) if text_id in AGENT_VARIANTS else text_id


def open_message(log: Log) -> Message | None:
    """The question that is open now: the last bot message that asks something, if nothing closed it."""
    said = bot_messages(log)
    # Whether one is sure to withdraw is open only as long as nothing else was said: a later "ja" is about something else.
    return next((m for m in reversed(said) if (m.ask or m.text_id in STORIES) and (m.ask != WITHDRAW or m is said[-1])), None)


def asked_fields(log: Log) -> tuple[str, ...]:
    """The fields whose question was put, in order, each once."""
    return tuple(dict.fromkeys(m.ask for m in bot_messages(log) if m.ask and not m.ask.startswith(CONFIRM)))


def questions_asked(log: Log) -> int:
    """How many different questions were put so far; the story and each contradiction count as one."""
    disputes = sum(m.text_id == "utter_contradiction" for m in bot_messages(log))
    other = ("utter_contradiction", CHANGE)
    plain = {m.ask for m in bot_messages(log) if m.ask and not m.ask.startswith(CONFIRM) and m.text_id not in other}
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
    longest = max((len(m.text) for m in _since_restart(log) if m.author != "bot"), default=0)
    known = sum(answered(s) and s.status != "derived" for s in file.fields.values())
    return (longest >= 80 and known >= 5) or (longest >= 200 and known >= 2)


def _unsettled(log: Log, file: ClaimFile) -> Contradiction | None:
    """The first contradiction about which nothing was asked yet."""
    asked = {str(m.facts.get("contradiction")) for m in bot_messages(log) if m.text_id == "utter_contradiction"}
    return next((c for c in contradictions(file, log.language) if c.id not in asked), None)


def _happened(log: Log, file: ClaimFile) -> bool:
    """Whether what happened was told, in a few words or in many."""
    return _told(log, file) or any(answered(file.fields.get(name)) for name in _HAPPENED)


def _urgent_step(log: Log, file: ClaimFile) -> Step:
    if _said(log, *PERSONS):
        return _after_the_person(log, file)
    if log.status != "draft":
        return Step("done")
    said = bot_messages(log)
    since = next((i for i, m in enumerate(said) if m.text_id in URGENT_TEXT), len(said))
    asked = {m.ask for m in said[since:] if m.ask and not m.ask.startswith(CONFIRM)}
    stories = sum(m.text_id in STORIES for m in said[since:])
    step = _urgent_question(log, file, asked) if len(asked) + stories < MOST_URGENT else None
    return step or Step("person")


def _urgent_question(log: Log, file: ClaimFile, asked: set[str]) -> Step | None:
    """Who, how to reach them, which company, what happened; then one thing about time or payment; then other customers."""
    for name in (*_WHO, "attack_status", COMPANY):
        if _askable(name, log, file):
            return Step("ask", name)
    if not _happened(log, file):
        return Step("story")
    terms = () if asked & set(_TERMS) else _TERMS
    return next((Step("ask", name) for name in (*terms, "other_clients_affected") if _askable(name, log, file)), None)


def _after_the_person(log: Log, file: ClaimFile) -> Step:
    """The file is with a person; who goes on writing is asked what the first notice lacks."""
    if questions_asked(log) >= MOST_QUESTIONS:
        return Step("done")
    if not _happened(log, file):
        return Step("story")
    return next((Step("ask", name) for name in (*URGENT, *minimum_missing(file)) if _askable(name, log, file)), Step("done"))


def _next_block(log: Log, file: ClaimFile) -> str | None:
    for block, names in BLOCKS.items():
        if not _said(log, f"utter_readback_{block}") and any(answered(file.fields.get(n)) for n in names):
            return block
    return None


def _next_field(log: Log, file: ClaimFile, patient: bool) -> str | None:
    for name in minimum_missing(file):
        if _askable(name, log, file):
            return name
    for field in () if is_tired(log, file) and not patient else missing(file):
        if field.rank <= LAST_RANK and _askable(field.name, log, file):
            return field.name
    return None


def plan(log: Log, file: ClaimFile, now: datetime, *, patient: bool = False) -> Step:
    """The next step, taking for granted that the open question, if any, is closed. `patient`: as if no answer was refused lately."""
    after_alarm = _said(log, *PERSONS)
    if log.status != "draft" and not (after_alarm and log.status == "handed_over"):
        return Step("done")
    if is_urgent(log, file, now) or after_alarm:
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
        following = _next_field(log, file, patient)
        if following is not None:
            return Step("ask", following)
    block = _next_block(log, file)
    if block is not None:
        return Step("readback", block=block)
    return Step("done" if _said(log, *OFFERS) else "handover")


def questions_left(log: Log, file: ClaimFile, now: datetime) -> int:
    """About how many questions are still to come, when nothing new opens or closes any; the open one is counted."""
    left = 0
    while left < MOST_QUESTIONS:
        step = plan(log, file, now, patient=True)
        if step.kind not in ("ask", "story", "contradiction"):
            break
        left += 1
        facts = {"contradiction": step.contradiction.id} if step.contradiction else {}
        text_id = "utter_contradiction" if step.contradiction else STORY if step.kind == "story" else f"ask.{step.field}"
        ask = step.field
        put = Message("", "bot", now, "", text_id, facts, ask)
        again = (put, put) if step.field in _OPENING else (put,)
        log = replace(log, messages=(*log.messages, *again))
    return left
