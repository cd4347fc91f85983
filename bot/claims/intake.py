"""The conversation: what to record of a message and what to say to it. Pure; the services store and render what comes out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from bot.claims import (
    alarm,
    asides,
    blocks,
    changing,
    digressions,
    first,
    foreign,
    replies,
    sending,
    statements,
    turning,
    versions,
    withdrawal,
)
from bot.claims.conditions import has_attackers
from bot.claims.downtime import of_one_system
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.heeding import own_words, tells_too
from bot.claims.interpret import interpret
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Message, Say, Status, Turn, spoken_to
from bot.claims.planner import STORIES, Step, bot_messages, for_agent, open_message, plan
from bot.claims.quoted_age import of_now
from bot.claims.signals import SAID_BY, signals_in
from bot.claims.speech import is_nothing_else
from bot.claims.standstills import standstills
from bot.claims.states import answered

_DONT_KNOW: dict[str, Status] = {"dont_know": "unknown", "skip": "declined"}
_MOST_MISSES = 3
_STORY_LENGTH = 160
_LISTS = ("enum_multi", "country_list", "object_list", "money_list", "documents", "text")
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
    return _listen(log, fold(log.assertions), foreign.careful(heard))[0]


def hear(log: Log, heard: Heard) -> Turn:
    """What hearing one message leads to. `log` is everything before it; nothing is said when staff has taken over."""
    log = spoken_to(log, heard.author)
    before, told = fold(log.assertions), foreign.notice(log, heard)
    heard = foreign.careful(heard)
    if not _taken_over(log) and heard.author != "adjuster":
        begun = turning.answered_restart(log, heard)
        if begun is not None:
            return replace(begun, says=_in_words(log, begun.says))
    if heard.ask == turning.RESTART:  # neither yes nor no: whatever it is, it is said to what was open before
        log = turning.set_aside(log)
        question = open_message(log)
        heard = replace(heard, ask=question.ask if question else None)
    assertions, doubtful = _listen(log, before, heard)
    if log.status in _CLOSED_STATUS or _taken_over(log) or heard.author == "adjuster":
        return Turn(heard.message_id, assertions)
    assertions += _settled(before, heard, assertions)
    if all(m.id != heard.message_id for m in log.messages):
        log = replace(log, messages=(*log.messages, Message(heard.message_id, heard.author, heard.at, heard.text)))
    after = fold((*log.assertions, *assertions))
    speak = _to_agent if log.channel == "call_centre_agent" else _to_insured
    own = withdrawal.reply(log, heard) or changing.reply(log, before, after, heard, assertions)
    says, status = own or speak(log, before, after, heard, assertions)
    if doubtful and alarm.needs_check(log, after, doubtful):
        says = (*(s for s in says if s.ask is None and s.text_id not in STORIES), Say(alarm.CHECK, ask=alarm.STOPPED))
    if told:
        says = foreign.answered(told, says, open_message(log), log.language, recorded=_recorded(assertions))
    says = alarm.taken_back(log, before, after, has_attackers(after)) + says
    if asides.has_secret(heard):
        says = (Say("utter_secret_masked", {}, disclosure=True), *says)
    says = first.texts(log, after, heard, says) + says
    return Turn(heard.message_id, (*assertions, *alarm.markers(log, after, heard)), _in_words(log, says), status)


def _in_words(log: Log, says: tuple[Say, ...]) -> tuple[Say, ...]:
    """The same texts in the words for an agent, on that channel."""
    if log.channel != "call_centre_agent":
        return says
    return tuple(replies.aloud(replace(say, text_id=for_agent(say.text_id)), log.language) for say in says)


def submitted() -> tuple[Say, ...]:
    """What to say when the file was handed over by a button; `{number}` is filled in by the services."""
    return (Say("utter_handed_over"),)


def _listen(log: Log, file: ClaimFile, heard: Heard) -> tuple[tuple[Assertion, ...], tuple[Assertion, ...]]:
    """The assertions and signals of a message, and those of them that were too doubtful to end an alarm."""
    heard = of_now(heard)
    whole, heard = heard, digressions.without(heard)
    if turning.leaves_it(log, heard):
        heard = replace(heard, ask=None, intents=())
    if heard.intent == "upload_document" and not asides.uploads(heard):
        heard = replace(heard, intents=heard.intents[1:])
    changes = changing.is_changing(log, heard.ask)
    if log.status != "draft" and heard.ask in file.fields and not changes:
        heard = replace(heard, ask=None)  # answered before the hand-over, and nothing was asked since
    question = heard if heard.ask in FIELDS and not _is_story(heard) and not _is_aside(heard) else replace(heard, ask=None)
    stood = tuple(standstills(heard))
    read = of_one_system(file, tuple(interpret(question, file)), stood, heard.ask)
    read = asides.without_guessed_unknown(read, whole)
    if not any(a.kind == "field" for a in read):
        read += blocks.corrected(file, heard)
    own = own_words(heard)
    read += statements.early_name(file, own, read) + statements.no_attack(own, read)
    disputed = {n for n, s in file.fields.items() if s.status == "contradicted"}
    raw = tuple(replace(a, correction=True) if _corrects(a, heard, file, disputed) else a for a in read)
    if changes or turning.went_back(log, heard.ask):
        raw = turning.replacing(heard.ask, raw)
    kept = alarm.carefully(log, heard, raw)
    unchanged = {id(a) for a in kept}  # nearly all of them: comparing each with each takes seconds in a long text
    doubtful = tuple(a for a in raw if id(a) not in unchanged and a not in kept)
    return kept + _unknown(question, kept) + stood + signals_in(whole), doubtful


def _corrects(a: Assertion, heard: Heard, file: ClaimFile, disputed: set[str]) -> bool:
    """Whether an answer replaces the present one: it settles a contradiction, or came when what we have was read back."""
    if a.kind != "field":
        return False
    again = blocks.is_block(heard.ask) and answered(file.fields.get(a.name)) and FIELDS[a.name].kind not in _LISTS and a.value is not None
    return (a.name == heard.ask and a.name in disputed) or again


def _is_story(heard: Heard) -> bool:
    """A whole account in place of the answer to the first question: none of its words answers that question alone."""
    return heard.ask == "attack_status" and len(heard.text) > _STORY_LENGTH


def _is_aside(heard: Heard) -> bool:
    """A question on cover, guilt or paying is no free text for the open question; an amount or a date in it still can be its answer."""
    free = FIELDS[str(heard.ask)].kind in ("text", "string", "bool", "enum", "enum_multi", "object", "object_list", "country_list")
    return free and is_nothing_else(heard.text) and not tells_too(heard)


def _unknown(heard: Heard, read: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """ "Weet ik niet" and "liever niet" about the open question, unless the message answered it after all."""
    status = _DONT_KNOW.get(heard.intent)
    if status is None or heard.ask is None or replies.first(read, heard.ask) or asides.neutral_topic(heard) or asides.by_words(heard):
        return ()
    evidence = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    said_by = SAID_BY.get(heard.author, "insured")
    return (Assertion("field", heard.ask, None, status, said_by, heard.message_id, heard.at, (evidence,), heard.intents[0][1]),)


def _settled(file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
    """What a yes or a no settles: the values of a block that was read back, or whether the attack is over."""
    changed = any(a.kind == "field" for a in read)
    yes = blocks.says_yes(heard)
    return blocks.confirmed(file, heard, changed=changed) + alarm.stop_answered(heard, read, yes, not yes and blocks.says_no(heard))


def _taken_over(log: Log) -> bool:
    """An adjuster writes in the chat: from then on the bot only listens. An agent types for a caller, and is answered."""
    return log.channel == "web_chat" and any(m.author == "adjuster" for m in log.messages)


def _misses(log: Log, ask: str) -> int:
    """How often the answer to the open question was not understood, up to now."""
    said = bot_messages(log)
    first = next((i for i, m in enumerate(said) if m.ask == ask), len(said))
    return sum(m.text_id in ("utter_not_understood", "utter_rephrase") for m in said[first:])


Reply = tuple[tuple[Say, ...], str | None]


def _to_insured(log: Log, before: ClaimFile, after: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> Reply:
    side = asides.side(log, after, heard, read)
    urgent = alarm.is_news(log, after, heard)
    told = (Say("utter_urgent", first.with_urgent(log, after, heard.at), disclosure=True),) if urgent else ()
    question = open_message(log)
    if side is not None:
        return _after_side(log, after, heard, read, side, told, question)
    if log.status == "draft" and not urgent:
        if question is not None and question.text_id == sending.CONTACT_FIRST:
            return sending.send(log, after)
        if sending.asks_to_send(heard) and not asides.is_confirmation(heard.ask):
            return sending.send(log, after)
        if asides.is_confirmation(heard.ask):
            return _after_confirmation(log, before, after, heard, read)
    recorded = _recorded(read)
    if asides.has_secret(heard) and not recorded:
        return replies.again(question, log.language) if question else (), None
    if log.status != "draft":
        return _after_the_hand_over(log, after, heard, read, question)
    if not urgent and not recorded and not _told_at_length(heard):
        return _missed(log, after, heard, question)
    says, status = _next(log, after, heard)
    return replies.echo(before, after, heard) + told + says, status


def _after_side(
    log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...], side: tuple[Say, ...], told: tuple[Say, ...],
    question: Message | None,
) -> Reply:  # fmt: skip
    """A side question was answered; then the open question again, or the next one."""
    answered_too = heard.ask in FIELDS and replies.first(read, heard.ask or "") is not None
    if side[0].text_id in replies.CLOSED:
        return told + side, None
    if turning.puts_a_question(side) and not told:
        return side, None
    if log.status != "draft":
        still = question is not None and question.ask in FIELDS and question.ask not in file.fields
        return side + (replies.again(question, log.language) if still else ()), None
    if told or answered_too or question is None or (log.status == "draft" and turning.is_settled(log, question, file)):
        says, status = _next(log, file, heard)
        return side + told + says, status
    return side + replies.again(question, log.language), None


def _recorded(read: Iterable[Assertion]) -> bool:
    return any(a.kind != "signal" for a in read)


def _told_something(read: Iterable[Assertion]) -> bool:
    return any(a.kind != "signal" and a.status not in ("unknown", "declined") for a in read)


def _after_the_hand_over(log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...], question: Message | None) -> Reply:
    """What came in after the file went to a person: noted or kept, and while the notice is not complete one question more."""
    open_one = question is not None and question.ask in FIELDS and question.ask not in file.fields
    recorded = _recorded(read)
    if recorded or not open_one or question is None or sum(m.ask == question.ask for m in bot_messages(log)) >= _MOST_MISSES - 1:
        step = plan(log, file, heard.at)
        following = replies.step_says(step, log, file) if step.kind != "done" else ()
    else:
        following = replies.again(question, log.language)
    told = (
        () if following and recorded and not versions.news(read) else (Say("utter_added_version" if versions.news(read) else "utter_kept"),)
    )
    return told + following, None


def _next(log: Log, file: ClaimFile, heard: Heard) -> Reply:
    onward = turning.forward(log, file, heard.ask) if log.status == "draft" and not alarm.is_news(log, file, heard) else None
    if onward:
        return onward, None
    step = plan(_with_urgent(log, file, heard), file, heard.at)
    return replies.step_says(step, log, file), "handed_over" if step.kind == "person" else None


def _with_urgent(log: Log, file: ClaimFile, heard: Heard) -> Log:
    """The log as it will be once the alarm of this turn was said, so that its questions are counted from here."""
    if not alarm.is_news(log, file, heard):
        return log
    return replace(log, messages=(*log.messages, Message("", "bot", heard.at, "", "utter_urgent")))


def _missed(log: Log, file: ClaimFile, heard: Heard, question: Message | None) -> Reply:
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


def _after_confirmation(log: Log, before: ClaimFile, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> Reply:
    """After a block or the offer to hand over: yes goes on, a correction is read back once more, all else asks what is wrong."""
    if not blocks.is_block(heard.ask):
        return _after_offer(log, file, heard, read)
    changed = any(a.kind == "field" and a.status not in ("confirmed", "unknown", "declined") for a in read)
    says = blocks.after(log, file, heard, changed=changed)
    if says is not None:
        return says, None
    following, status = _next(log, file, heard)
    return (() if blocks.says_yes(heard) else blocks.left_unconfirmed(file, heard)) + following, status


def _after_offer(log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> Reply:
    """Yes hands over; something new is taken in and the offer made again; all else leaves the draft as it is."""
    new = _told_something(read)
    if (blocks.says_yes(heard) and not new) or sending.says_send(heard):
        return sending.send(log, file)
    if new:
        step = plan(log, file, heard.at)
        says = replies.step_says(step, log, file) if step.kind == "contradiction" else (replies.handover(file, log.language),)
        return (Say("utter_added"), *says), None
    return (Say("utter_handover_later"),), None


def _to_agent(log: Log, before: ClaimFile, after: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> Reply:
    """The same engine for an agent on the phone: what to read aloud, and the next best question with its reason."""
    side = asides.side(log, after, heard, read)
    if alarm.is_news(log, after, heard):
        return (replies.urgent_for_agent(after, log.language), *(side or ())), None
    question = open_message(log)
    if side is not None and (turning.puts_a_question(side) or side[0].text_id in replies.CLOSED):
        return side, None
    if side is not None and log.status == "draft" and question is not None and not turning.is_settled(log, question, after):
        return (*side, Say(str(question.text_id), dict(question.facts), ask=question.ask)), None
    if asides.is_confirmation(heard.ask) and side is None and log.status == "draft":
        return _after_confirmation(log, before, after, heard, read)
    onward = turning.forward(log, after, heard.ask) if log.status == "draft" else None
    if onward:
        return (side or replies.echo(before, after, heard)) + onward, None
    step = _open_step(log, after, heard) or plan(log, after, heard.at)
    says = replies.agent_next(step, log, after) if step.kind != "done" else (Say("utter_added" if _told_something(read) else "utter_kept"),)
    if log.status != "draft" and versions.news(read):
        says = (Say("utter_added_version"), *(s for s in says if s.text_id != "utter_added"))
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
