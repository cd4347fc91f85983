"""Back to the previous question, and beginning again: what changes the course of a talk without losing a word of it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.claims import digressions, replies
from bot.claims.blocks import says_no, says_yes
from bot.claims.fields import FIELDS
from bot.claims.fold import RESTARTED
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Message, Say, Turn
from bot.claims.planner import BLOCKS, CONFIRM, STORIES, asked_fields, bot_messages, open_message
from bot.claims.signals import SAID_BY
from bot.claims.states import answered

RESTART = CONFIRM + "restart"
_BACK = "utter_go_back"
_BACK_TEXTS = (_BACK, "utter_go_back_open")


def _last_back(log: Log, ask: str | None) -> Message | None:
    """The text that went back to the question `ask`, as long as no other question was put since."""
    for message in reversed(bot_messages(log)):
        if message.text_id in _BACK_TEXTS:
            return message if message.facts.get("field") == ask else None
        if message.ask and message.ask != ask:
            return None
    return None


def went_back(log: Log, ask: str | None) -> bool:
    """Whether the open question is one that the person went back to: its answer replaces the earlier one."""
    return ask in FIELDS and _last_back(log, ask) is not None


def back(log: Log, file: ClaimFile, heard: Heard) -> tuple[Say, ...] | None:
    """The previous question again, with what was kept of it; None when there is none before the open one."""
    asked = asked_fields(log)
    at = asked.index(heard.ask) if heard.ask in asked else len(asked)
    if at == 0:
        return None
    name = asked[at - 1]
    earlier, question = _last_back(log, heard.ask), open_message(log)
    open_now = "" if question is None else question.ask or str(question.text_id)
    facts = {"field": name, "back_to": str(earlier.facts["back_to"]) if earlier else open_now}
    state = file.fields.get(name)
    if state is None or not answered(state):
        return Say("utter_go_back_open", facts), replies.asking(name, log.language)
    return Say(_BACK, {**facts, "value": replies.as_said(name, state, log.language)}), replies.asking(name, log.language)


def is_settled(log: Log, question: Message, file: ClaimFile) -> bool:
    """Whether the open question was answered already: in this message, by hand, or just before the person stopped for the day."""
    if went_back(log, question.ask):
        return False
    state = file.fields.get(str(question.ask))
    return (
        state is not None
        and question.text_id not in ("utter_contradiction", "utter_agent_contradiction")
        and state.status != "contradicted"
    )


def puts_a_question(says: Iterable[Say]) -> bool:
    """Whether one of the texts asks something; the story is asked for without a field."""
    return any(say.ask or say.text_id in STORIES for say in says)


def leaves_it(log: Log, heard: Heard) -> bool:
    """ "Laat maar" at a question gone back to: nothing is to change, and nothing to be declined."""
    found = digressions.find(heard)
    return found is not None and found.name == "never_mind" and went_back(log, heard.ask)


def forward(log: Log, file: ClaimFile, ask: str | None) -> tuple[Say, ...] | None:
    """The question that was open before the person went back to `ask`, when it still waits for an answer."""
    earlier = _last_back(log, ask)
    to = str(earlier.facts.get("back_to") or "") if earlier else ""
    if to in STORIES:
        return (Say(to),)
    if to in FIELDS:
        return None if to in file.fields else (replies.asking(to, log.language),)
    block = to.removeprefix(CONFIRM)
    if block in BLOCKS:
        return (replies.readback(block, file, log.language),)
    return (replies.handover(file, log.language),) if to == CONFIRM + "handover" else None


def replacing(ask: str | None, rows: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """The answer to a question that was opened again: its value and its line in the ledger take the place of the earlier ones."""
    role = FIELDS[str(ask)].ledger
    return tuple(
        replace(a, correction=True)
        if (a.kind == "field" and a.name == ask and a.value is not None) or (a.kind == "money" and a.name == role)
        else a
        for a in rows
    )


_START_YES = re.compile(r"^\W*(?:doe maar|begin (?:maar )?opnieuw|opnieuw|graag|zeker)\b", re.IGNORECASE)
_START_NO = re.compile(
    r"^\W*(?:laat (?:het )?maar|toch niet|liever niet|gewoon verder|verder|ga (?:maar )?verder|doorgaan)\b", re.IGNORECASE
)


def answered_restart(log: Log, heard: Heard) -> Turn | None:
    """A yes begins again, a no puts the open question again; None for all else, and when nothing asked it."""
    if heard.ask != RESTART or log.status != "draft":
        return None
    if _START_NO.match(heard.text) or says_no(heard):
        return Turn(heard.message_id, (), (Say("utter_restart_not"), *replies.again(open_message(set_aside(log)), log.language)))
    if not (says_yes(heard) or _START_YES.match(heard.text)) or len(heard.text.split()) > 8:
        return None
    quote = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    marker = Assertion("signal", RESTARTED, None, "stated", SAID_BY.get(heard.author, "insured"), heard.message_id, heard.at, (quote,))
    first = Say("utter_agent_story") if log.channel == "call_centre_agent" else replies.asking("attack_status", log.language)
    return Turn(heard.message_id, (marker,), (Say("utter_restarted", {}, disclosure=True), first))


def set_aside(log: Log) -> Log:
    """The log as if nobody had asked to begin again: what was open before that is open."""
    return replace(log, messages=tuple(m for m in log.messages if m.ask != RESTART))
