"""The conversation: what to record of a message and what to say to it. Pure; the services store and render what comes out."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from bot.claims import replies
from bot.claims.errors import FieldUnknown
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Message, SaidBy, Say, Status, Turn
from bot.claims.planner import BLOCKS, CONFIRM, STORIES, URGENT_TEXT, Step, bot_messages, is_urgent, open_message, plan
from bot.claims.signals import SAID_BY, signals_in
from bot.claims.speech import forbidden_topic, is_nothing_else
from bot.claims.states import answered
from bot.claims.values import checked

_DONT_KNOW: dict[str, Status] = {"dont_know": "unknown", "skip": "declined"}
_MOST_MISSES = 3
_SURE = 0.5
_SEND = re.compile(
    r"^\W*(?:ja\W+)?(?:doorgeven|doorsturen|verzenden|versturen|(?:geef|stuur) (?:maar |het |hem |ze )*(?:door|op))\b", re.IGNORECASE
)
_PERSON = re.compile(r"\W*(?:ik wil )?(?:een |de )?(?:echte? )?(?:medewerker|mens)(?: spreken)?\W*$", re.IGNORECASE)
_STORY_LENGTH = 160
_CLOSED_STATUS = ("withdrawn", "rejected")


def opening(channel: Literal["web_chat", "call_centre_agent"], language: str) -> tuple[Say, ...]:
    """The first texts: that this is a computer, how data is treated, that a person can be asked; then the first question."""
    if channel == "call_centre_agent":
        return (Say("utter_agent_hello", {}, disclosure=True), Say("utter_agent_story"))
    return (
        Say("utter_ai_disclosure", {}, disclosure=True),
        Say("utter_privacy_notice", {}, disclosure=True),
        replies.asking("attack_status", language),
    )


def take(log: Log, heard: Heard) -> tuple[Assertion, ...]:
    """What to record of a message, without saying anything: for replay and for what staff type."""
    return _listen(fold(log.assertions), heard)


def hear(log: Log, heard: Heard) -> Turn:
    """What hearing one message leads to. `log` is everything before it; nothing is said when staff has taken over."""
    before = fold(log.assertions)
    assertions = _listen(before, heard)
    if log.status in _CLOSED_STATUS or _taken_over(log) or heard.author == "adjuster":
        return Turn(heard.message_id, assertions)
    assertions += _confirmed(log, before, heard, assertions)
    if all(m.id != heard.message_id for m in log.messages):
        log = replace(log, messages=(*log.messages, Message(heard.message_id, heard.author, heard.at, heard.text)))
    after = fold((*log.assertions, *assertions))
    speak = _to_agent if log.channel == "call_centre_agent" else _to_insured
    says, status = speak(log, before, after, heard, assertions)
    return Turn(heard.message_id, assertions, says, status)


def submitted() -> tuple[Say, ...]:
    """What to say when the file was handed over by a button; `{number}` is filled in by the services."""
    return (Say("utter_handed_over"),)


def correct(log: Log, name: str, value: Any, by: SaidBy, at: datetime, *, message_id: str = "") -> Assertion:
    """The assertion of an edit by staff (`by` "agent" or "adjuster") or on the form (`by` "insured").

    `value` None takes the present value away (only the adjuster's does: see `states`). Raises FieldUnknown (facts: name),
    and ValueRefused or one of its kinds (facts: name, label) when the field cannot have the value.
    """
    if name not in FIELDS:
        raise FieldUnknown(name=name)
    if value is None:
        return Assertion("field", name, None, "unknown", by, message_id, at, correction=True)
    return Assertion("field", name, checked(FIELDS[name], value), "stated", by, message_id, at, correction=True)


def _listen(file: ClaimFile, heard: Heard) -> tuple[Assertion, ...]:
    """The assertions and signals of a message; an answer to a contradiction question corrects."""
    question = heard if heard.ask in FIELDS and not _is_story(heard) and not _is_aside(heard) else replace(heard, ask=None)
    read = tuple(interpret(question, file))
    disputed = {n for n, s in file.fields.items() if s.status == "contradicted"}
    settled = tuple(replace(a, correction=True) if a.kind == "field" and a.name == heard.ask and a.name in disputed else a for a in read)
    return settled + _unknown(question, settled) + signals_in(heard)


def _is_story(heard: Heard) -> bool:
    """A whole account in place of the answer to the first question: none of its words answers that question alone."""
    return heard.ask == "attack_status" and len(heard.text) > _STORY_LENGTH


def _is_aside(heard: Heard) -> bool:
    """A question on cover, guilt or paying is no free text for the open question; an amount or a date in it still can be its answer."""
    free = FIELDS[str(heard.ask)].kind in ("text", "string", "bool", "enum", "enum_multi", "object", "object_list", "country_list")
    return free and is_nothing_else(heard.text)


def _unknown(heard: Heard, read: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """ "Weet ik niet" and "liever niet" about the open question, unless the message answered it after all."""
    status = _DONT_KNOW.get(heard.intent)
    if status is None or heard.ask is None or replies.first(read, heard.ask):
        return ()
    evidence = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    said_by = SAID_BY.get(heard.author, "insured")
    return (Assertion("field", heard.ask, None, status, said_by, heard.message_id, heard.at, (evidence,), heard.intents[0][1]),)


def _confirmed(log: Log, file: ClaimFile, heard: Heard, read: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """The values of a block that was read back and found right."""
    block = (heard.ask or "").removeprefix(CONFIRM)
    if not (heard.ask or "").startswith(CONFIRM) or block not in BLOCKS or not _yes(heard) or any(a.kind == "field" for a in read):
        return ()
    yes = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    said_by = SAID_BY.get(heard.author, "insured")
    # An estimate that is found right stays an estimate.
    shown = [n for n in BLOCKS[block] if answered(file.fields.get(n)) and file.fields[n].status not in ("contradicted", "estimated")]
    return tuple(
        Assertion("field", n, file.fields[n].value, "confirmed", said_by, heard.message_id, heard.at, (*file.fields[n].evidence, yes))
        for n in shown
    )


def _yes(heard: Heard) -> bool:
    words = re.findall(r"\w+", heard.text.casefold())
    if "niet" in words or not words:
        return False
    return heard.intent == "affirm" or words[0] in ("ja", "klopt", "juist", "correct", "jawel", "inderdaad", "ok", "oké", "akkoord")


def _taken_over(log: Log) -> bool:
    """A person of the staff writes in the chat of an insured: from then on the bot only listens."""
    return log.channel == "web_chat" and any(m.author in ("agent", "adjuster") for m in log.messages)


def _misses(log: Log, ask: str) -> int:
    """How often the answer to the open question was not understood, up to now."""
    said = bot_messages(log)
    first = next((i for i, m in enumerate(said) if m.ask == ask), len(said))
    return sum(m.text_id in ("utter_not_understood", "utter_rephrase") for m in said[first:])


def _side(log: Log, heard: Heard, read: tuple[Assertion, ...]) -> tuple[Say, ...] | None:
    """The answer to a side question, or None when the message is none."""
    topic = forbidden_topic(heard.text, heard.intents, utterances(heard))
    agent = log.channel == "call_centre_agent"
    if topic:
        return (replies.for_topic(topic, agent=agent),)
    if _is_confirmation(heard.ask) and _yes(heard):
        return None  # "klopt, bedankt" is a yes first
    sure = heard.intents and heard.intents[0][1] >= _SURE
    name = "ask_human" if _asks_for_a_person(heard) else heard.intent if sure else ""
    answers = agent or any(a.kind == "field" for a in read)  # an agent is at work: no small talk, no asking for a person
    if name == "ask_why":
        return (replies.why(heard.ask, heard.language),)
    if (name == "ask_human" and not agent) or (name in replies.SIDE and not answers):
        text_id, disclosure = replies.SIDE[name]
        return (Say(text_id, {}, disclosure=disclosure),)
    return None


def utterances(heard: Heard) -> list[tuple[str, str, float]]:
    """Each sentence of a longer message with its intent and confidence."""
    return [(heard.text[a.start : a.end], str(a.value), a.confidence) for a in heard.annotations if a.entity == "utterance"]


def _asks_for_a_person(heard: Heard) -> bool:
    """The word the bot itself offers, whatever the classifier makes of it; asked for one's function it is an answer."""
    return heard.ask != "reporter_role" and bool(_PERSON.match(heard.text))


def _to_insured(
    log: Log, before: ClaimFile, after: ClaimFile, heard: Heard, read: tuple[Assertion, ...]
) -> tuple[tuple[Say, ...], str | None]:
    side = _side(log, heard, read)
    urgent = _is_news(log, after, heard)
    alarm = (Say("utter_urgent", {}, disclosure=True),) if urgent else ()
    question = open_message(log)
    if side is not None:
        answered_too = heard.ask in FIELDS and replies.first(read, heard.ask or "") is not None
        if side[0].text_id in replies.CLOSED or log.status != "draft":
            return side + alarm, None
        if urgent or answered_too or question is None:
            says, status = _next(log, after, heard)
            return side + alarm + says, status
        return side + replies.again(question, log.language), None
    if _is_confirmation(heard.ask) and log.status == "draft" and not urgent:
        return _after_confirmation(log, after, heard, read)
    if log.status == "draft" and not urgent and not any(a.kind != "signal" for a in read) and not _told_at_length(heard):
        return _missed(log, after, heard, question)
    says, status = _next(log, after, heard)
    return replies.echo(before, after, heard) + alarm + says, status


def _next(log: Log, file: ClaimFile, heard: Heard) -> tuple[tuple[Say, ...], str | None]:
    step = plan(_with_urgent(log, file, heard), file, heard.at)
    return replies.step_says(step, log, file), "handed_over" if step.kind == "person" else None


def _is_news(log: Log, file: ClaimFile, heard: Heard) -> bool:
    """Whether it is urgent now and nobody was told yet."""
    told = any(m.text_id in URGENT_TEXT for m in bot_messages(log))
    return log.status == "draft" and not told and is_urgent(log, file, heard.at)


def _with_urgent(log: Log, file: ClaimFile, heard: Heard) -> Log:
    """The log as it will be once the alarm of this turn was said, so that its questions are counted from here."""
    if not _is_news(log, file, heard):
        return log
    return replace(log, messages=(*log.messages, Message("", "bot", heard.at, "", "utter_urgent")))


def _missed(log: Log, file: ClaimFile, heard: Heard, question: Message | None) -> tuple[tuple[Say, ...], str | None]:
    """Nothing was read: ask again, then with an example, then offer a person and go on."""
    if question is None or question.text_id in STORIES or heard.ask is None:
        return _next(log, file, heard)
    misses = _misses(log, heard.ask) + 1
    if misses >= _MOST_MISSES:
        says, status = _next(log, file, heard)
        return (Say("utter_offer_person", {}, disclosure=True), *says), status
    if misses == 2 and heard.ask in FIELDS:
        return (replies.asking(heard.ask, log.language, rephrase=True),), None
    return (Say("utter_not_understood"), *replies.again(question, log.language)), None


def _told_at_length(heard: Heard) -> bool:
    """A whole sentence that was understood as an account: asking for it again would be rude; it is in the transcript."""
    return heard.intent == "inform_incident" and len(heard.text.split()) >= 8


def _is_confirmation(ask: str | None) -> bool:
    return bool(ask) and str(ask).startswith(CONFIRM)


def _after_confirmation(log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> tuple[tuple[Say, ...], str | None]:
    """After a block or the offer to hand over: yes goes on, a correction is read back once more, a bare no asks what is wrong."""
    block = str(heard.ask).removeprefix(CONFIRM)
    if block == "handover":
        return _after_offer(log, file, heard, read)
    changed = any(a.kind == "field" and a.status != "confirmed" for a in read)
    shown = sum(m.text_id == f"utter_readback_{block}" for m in bot_messages(log))
    if changed and block in BLOCKS and shown < 3:
        return (replies.readback(block, file),), None
    if (
        (heard.intent in ("deny", "correct_previous") or "niet" in heard.text.casefold().split())
        and shown < 3
        and not any(m.text_id == "utter_what_is_wrong" for m in bot_messages(log))
    ):
        return (Say("utter_what_is_wrong", {}, ask=heard.ask),), None
    return _next(log, file, heard)


def _after_offer(log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> tuple[tuple[Say, ...], str | None]:
    """Yes hands over; something new is taken in and the offer made again; all else leaves the draft as it is."""
    new = any(a.kind != "signal" and a.status not in ("unknown", "declined") for a in read)
    if (_yes(heard) and not new) or _SEND.search(heard.text):
        return (Say("utter_handed_over"),), "handed_over"
    if new:
        step = plan(log, file, heard.at)
        says = replies.step_says(step, log, file) if step.kind == "contradiction" else (replies.handover(file, log.language),)
        return (Say("utter_added"), *says), None
    return (Say("utter_handover_later"),), None


def _to_agent(
    log: Log, before: ClaimFile, after: ClaimFile, heard: Heard, read: tuple[Assertion, ...]
) -> tuple[tuple[Say, ...], str | None]:
    """The same engine for an agent on the phone: what to read aloud, and the next best question with its reason."""
    side = _side(log, heard, read)
    if _is_news(log, after, heard):
        return (replies.urgent_for_agent(after, log.language), *(side or ())), None
    if _is_confirmation(heard.ask) and side is None and log.status == "draft":
        return _after_confirmation(log, after, heard, read)
    step = _open_step(log, after, heard) or plan(log, after, heard.at)
    says = replies.agent_next(step, log, after)
    status = "handed_over" if step.kind == "person" else None
    if side is not None:
        return side + says, status
    return replies.echo(before, after, heard) + says, status


def _open_step(log: Log, file: ClaimFile, heard: Heard) -> Step | None:
    """The open question once more, when an agent typed something else and it was not put often yet."""
    name = heard.ask
    if name not in FIELDS or name in file.fields or log.status != "draft":
        return None
    return Step("ask", name) if sum(m.ask == name for m in bot_messages(log)) < _MOST_MISSES else None
