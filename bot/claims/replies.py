"""Which texts answer a message: pure choices of text ids and facts. The Dutch stands in domain.yml and fields.toml."""

from collections.abc import Iterable, Mapping

from bot.claims.completeness import matters, missing
from bot.claims.conditions import has_attackers
from bot.claims.fields import FIELDS, in_language
from bot.claims.model import Assertion, ClaimFile, FieldState, Heard, Log, Message, Say
from bot.claims.papers import papers
from bot.claims.planner import BLOCKS, CHANGE, COMPANY, CONFIRM, MOST_URGENT, PERSON, STORY, URGENT, Step
from bot.claims.speech import Topic
from bot.claims.states import answered
from bot.claims.texts import listed, value_in_dutch

_COSTLY = ("money", "money_period", "crypto_or_money", "date", "datetime", "phone", "email")
_MOST_ECHOED = 4
# Side questions with their neutral, versioned texts. `True` marks what must be logged as shown.
TOPICS: Mapping[Topic, str] = {
    "ask_coverage": "utter_ask_coverage",
    "ask_guilt": "utter_ask_guilt",
    "ask_pay_ransom": "utter_ask_pay_ransom",
    "ask_legal": "utter_ask_legal",
    "ask_promise": "utter_ask_promise",
    "ask_secret": "utter_ask_secret",
}
PAY_CLAIM = "utter_ask_pay_claim"
SIDE: Mapping[str, tuple[str, bool]] = {
    "ask_status": ("utter_ask_status", True),
    "privacy_question": ("utter_privacy_question", True),
    "ask_human": ("utter_ask_human", True),
    "thank": ("utter_thank", False),
    "greet": ("utter_greet", False),
    "out_of_scope": ("utter_out_of_scope", False),
    "upload_document": ("utter_upload_document", False),
    "restart": ("utter_restart", False),
    "goodbye": ("utter_goodbye", False),
}
# What is about the talk itself (see `digressions`).
TALK: Mapping[str, tuple[str, bool]] = {
    "stop_today": ("utter_stop_today", False),
    "language": ("utter_ask_language", False),
    "copy": ("utter_ask_copy", False),
    "computer": ("utter_ask_computer", True),
    "safe": ("utter_ask_safe", True),
    "readers": ("utter_ask_readers", True),
    "insult": ("utter_insult", True),
    "distress": ("utter_distress", True),
    "crisis": ("utter_crisis", True),
}
CLOSED = ("utter_goodbye", "utter_stop_today")  # after these no question follows
STATUS = {"handed_over": "utter_ask_status_handed_over", "validated": "utter_ask_status_handed_over"}


def asking(name: str, language: str, *, rephrase: bool = False) -> Say:
    """The question of a field; with `rephrase` with an example answer."""
    facts = {"example": FIELDS[name].example_in(language)} if rephrase else {}
    if rephrase:
        return Say("utter_rephrase", {"question": FIELDS[name].question_in(language), **facts}, ask=name)
    return Say(f"ask.{name}", {}, ask=name)


def again(message: Message | None, language: str) -> tuple[Say, ...]:
    """The open question once more, in its own words."""
    if message is None:
        return ()
    if message.ask and message.ask in FIELDS and message.text_id not in ("utter_contradiction", "utter_contact_first", CHANGE):
        return (asking(message.ask, language),)
    return (Say(message.text_id or STORY, dict(message.facts), ask=message.ask),)


def explained(ask: str | None, language: str) -> tuple[Say, ...]:
    """The open question in another way, with why it is asked and an example; of any other question that it may be skipped."""
    if ask not in FIELDS:
        return (why(None, language),)
    field = in_language(language)[str(ask)]
    facts = {"why": field.why, "question": field.question, "example": FIELDS[str(ask)].example_in(language)}
    return (Say("utter_explain", facts, ask=ask),)


def about_attackers(file: ClaimFile) -> dict[str, str]:
    """The fact that lets a text speak of attackers; without them that part of the text is left out."""
    return {"attackers": "de aanvallers"} if has_attackers(file) else {}


def left(count: int) -> Say:
    """How many questions are about to come."""
    return Say("utter_questions_left", {"count": count}) if count > 2 else Say("utter_questions_left_few")


def for_topic(topic: Topic, file: ClaimFile, *, agent: bool, claim: bool = False, ransom: bool = False) -> Say:
    """The neutral text on cover, guilt or paying (`claim`: paying a customer); for an agent the one to read aloud."""
    name = PAY_CLAIM if topic == "ask_pay_ransom" and claim else TOPICS[topic]
    facts = {"attackers": "de aanvallers"} if ransom else about_attackers(file)
    return Say(name.replace("utter_", "utter_agent_") if agent else name, facts, disclosure=True)


def why(name: str | None, language: str) -> Say:
    """Why the open question is asked."""
    return Say("utter_ask_why", {"why": in_language(language)[name].why}) if name and name in FIELDS else Say("utter_ask_why_general")


def small(name: str, language: str) -> str:
    """The label of a field as it stands inside a sentence; "KvK-nummer" keeps its capital."""
    label = in_language(language)[name].label
    return label if label[1:2].isupper() or label.startswith("KvK") else label[0].lower() + label[1:]


def as_said(name: str, state: FieldState, language: str) -> str:
    """The value in Dutch; an estimate says that it is one."""
    text = value_in_dutch(name, state.value, language)
    return f"ongeveer {text}" if state.status == "estimated" and not text.startswith("ongeveer") else text


def echo(before: ClaimFile, after: ClaimFile, heard: Heard) -> tuple[Say, ...]:
    """What was newly understood and would be costly to get wrong: amounts, dates, ways to reach a person."""
    new = []
    for name, state in after.fields.items():
        old = before.fields.get(name)
        changed = answered(state) and (old is None or not answered(old) or old.value != state.value)
        if changed and FIELDS[name].kind in _COSTLY and any(e.message_id == heard.message_id for e in state.evidence):
            new.append(f"{small(name, heard.language)}: {as_said(name, state, heard.language)}")
    says: list[Say] = []
    if (
        after.value("attack_status") == "restored"
        and before.value("attack_status") != "restored"
        and not before.value("restoration_status")
    ):
        says.append(Say("utter_good_restored"))
    if new:
        says.append(Say("utter_noted", {"values": "; ".join(new[:_MOST_ECHOED])}))
    return tuple(says)


def readback(block: str, file: ClaimFile, language: str) -> Say:
    """A block of values, one a line, with the question whether they are right."""
    items = [
        {"field": n, "label": in_language(language)[n].label, "value": as_said(n, file.fields[n], language)}
        for n in BLOCKS[block]
        if answered(file.fields.get(n)) and file.fields[n].status != "contradicted"
    ]
    lines = "\n".join(f"- {one['label']}: {one['value']}" for one in items)
    return Say(f"utter_readback_{block}", {"lines": lines, "items": items}, ask=CONFIRM + block)


def handover(file: ClaimFile, language: str) -> Say:
    """The offer to hand over, with what is still needed, by consequence."""
    needed = [small(f.name, language) for f in missing(file)[:4]]
    wanted = [paper.label for paper in papers(file, language) if paper.status == "to_request"][:4]
    if not needed and not wanted:
        return Say("utter_handover_offer_complete", {}, ask=CONFIRM + "handover")
    facts = {"needed": listed(needed or wanted), "papers": listed(wanted), **about_attackers(file)}
    return Say("utter_handover_offer_papers" if needed and wanted else "utter_handover_offer", facts, ask=CONFIRM + "handover")


def step_says(step: Step, log: Log, file: ClaimFile) -> tuple[Say, ...]:
    """The texts of the next step."""
    if step.kind == "ask" and step.field:
        return (asking(step.field, log.language),)
    if step.kind == "story":
        return (Say(STORY),)
    if step.kind == "contradiction" and step.contradiction:
        found = step.contradiction
        return (Say("utter_contradiction", {"contradiction": found.id, "question": found.question}, ask=found.ask),)
    if step.kind == "readback" and step.block:
        return (readback(step.block, file, log.language),)
    if step.kind == "person":
        return (Say(PERSON, {}, disclosure=True),)
    if step.kind == "handover":
        return (handover(file, log.language),)
    return (Say("utter_added"),)


def urgent_for_agent(file: ClaimFile, language: str) -> Say:
    """SPOED P1 with the few things to ask meanwhile, those already known left out; the company only when there is room."""
    open_ones = [n for n in URGENT if not answered(file.fields.get(n)) and matters(FIELDS[n], file)]
    if len(open_ones) > MOST_URGENT + 1 and COMPANY in open_ones:
        open_ones.remove(COMPANY)
    asked = [FIELDS[n].question_in(language) for n in open_ones]
    if open_ones[:2] == list(URGENT[:2]):  # who, and where to reach them: one thing to ask, so that five remain
        asked[:2] = [" ".join(asked[:2])]
    lines = "\n".join(f"{i}. {question}" for i, question in enumerate(asked, 1))
    return Say("utter_agent_urgent", {"questions": lines, **about_attackers(file)}, disclosure=True)


def aloud(say: Say, language: str) -> Say:
    """A plain question as an agent reads it aloud, with its reason; any other text as it is."""
    if say.ask is None or say.text_id != f"ask.{say.ask}":
        return say
    field = in_language(language)[say.ask]
    return Say("utter_agent_next", {"question": field.question, "why": field.why}, ask=say.ask)


def agent_next(step: Step, log: Log, file: ClaimFile) -> tuple[Say, ...]:
    """The next best question for an agent to read aloud, with the reason."""
    if step.kind == "ask" and step.field:
        return (aloud(asking(step.field, log.language), log.language),)
    if step.kind == "person":
        return (Say("utter_agent_person"),)
    if step.kind == "story":
        return (Say("utter_agent_story"),)
    return step_says(step, log, file)


def first(assertions: Iterable[Assertion], name: str) -> Assertion | None:
    """The first field assertion about `name`."""
    return next((a for a in assertions if a.kind == "field" and a.name == name), None)
