"""Coming back to a conversation: one line on what is known, one on what is open, then the open question."""

from bot.claims import replies
from bot.claims.completeness import missing
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import ClaimFile, Log, Message, Say
from bot.claims.planner import STORIES, STORY, Step, for_agent, is_resumed, open_message
from bot.claims.states import answered
from bot.claims.texts import listed
from bot.claims.withdrawal import question_before

_MOST_NAMED = 4
_CLOSED = ("withdrawn", "rejected")


def resumed(log: Log) -> tuple[Say, ...]:
    """The two lines and the open question; nothing when nobody said anything yet, when it was said just now, or when it is closed."""
    if log.status in _CLOSED or all(m.author == "bot" for m in log.messages) or _just_said(log):
        return ()
    file, agent = fold(log.assertions), log.channel == "call_centre_agent"
    says = (_where(log, file), *_question(log, file, agent=agent))
    return tuple(Say(for_agent(say.text_id), say.facts, say.ask, say.disclosure) for say in says) if agent else says


def _just_said(log: Log) -> bool:
    """Whether the two lines are the last that was said, in the voice that is asked for."""
    last = [m for m in log.messages[-2:] if is_resumed(m)]
    voice = "utter_agent_" if log.channel == "call_centre_agent" else "utter_resumed"
    return bool(last) and (last[-1].text_id or "").startswith(voice) and log.messages[-1].author == "bot"


def _where(log: Log, file: ClaimFile) -> Say:
    have, still = _known(log, file), _open(log, file)
    facts = {"have": have, **({"open": still} if still else {})}
    if log.status == "draft":
        return Say("utter_resumed" if still else "utter_resumed_complete", facts)
    return Say("utter_resumed_handed_over" if still else "utter_resumed_handed_over_complete", facts)


def _known(log: Log, file: ClaimFile) -> str:
    """The names of what is known, the basics first, then how many others there are."""
    names = [name for name, state in file.fields.items() if answered(state) and state.status != "derived"]
    names.sort(key=lambda name: (FIELDS[name].need != "minimum", FIELDS[name].rank))
    said = [replies.small(name, log.language) for name in names[:_MOST_NAMED]]
    more = len(names) - len(said)
    if more > 0:
        said.append("nog 1 antwoord" if more == 1 else f"nog {more} antwoorden")
    return listed(said) or "wat u heeft geschreven"


def _open(log: Log, file: ClaimFile) -> str:
    """The names of what is still needed, the open question first."""
    question = open_message(log)
    asked = (question.ask if question else None) or ""
    first = [asked] if asked in FIELDS and not answered(file.fields.get(asked)) else []
    names = dict.fromkeys([*first, *(field.name for field in missing(file))])
    return listed([replies.small(name, log.language) for name in list(names)[:_MOST_NAMED]])


def _question(log: Log, file: ClaimFile, *, agent: bool) -> tuple[Say, ...]:
    question: Message | None = question_before(log)
    if question is None or (log.status != "draft" and (question.ask not in FIELDS or question.ask in file.fields)):
        return ()
    if question.text_id in STORIES:
        return (Say("utter_agent_story" if agent else STORY),)
    if agent and question.ask in FIELDS and question.text_id != "utter_contradiction":
        return replies.agent_next(Step("ask", question.ask), log, file)
    return replies.again(question, log.language)
