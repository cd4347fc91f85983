"""A writer of French, English or German: told once, in that language, that this line is Dutch. What they wrote is heard all the same."""

from dataclasses import replace

from bot.claims.fields import FIELDS
from bot.claims.model import Heard, Log, Message, Say
from bot.claims.planner import STORIES, bot_messages
from bot.claims.replies import again
from bot.claims.tongues import Tongue, is_dutch, tongue

NOTICE = "utter_line_is_dutch_"
# The classifier learned Dutch. Of a foreign text only what a person must not be refused is believed; never a yes, a no or a "later".
_BELIEVED = frozenset({"inform_incident", "urgent_ongoing", "ask_human", "ask_coverage", "ask_pay_ransom", "privacy_question"})
_NAMED = ("string", "phone", "email")
_SHORT = 8  # words: "Le Pain Quotidien de la Gare" is the name of a company, not a talk in French
_NOT_UNDERSTOOD = ("utter_not_understood", "utter_rephrase", "utter_offer_person")


def of(heard: Heard) -> Tongue | None:
    """The language of an insured's message when it is not Dutch; an agent types for a caller, in Dutch."""
    if heard.author != "insured":
        return None
    if heard.ask in FIELDS and FIELDS[str(heard.ask)].kind in _NAMED and len(heard.text.split()) < _SHORT:
        return None
    return tongue(heard.text)


def careful(heard: Heard) -> Heard:
    """The message as it may be heard: of a foreign one the intents that can be believed."""
    if of(heard) is None:
        return heard
    return replace(heard, intents=tuple(one for one in heard.intents if one[0] in _BELIEVED))


def notice(log: Log, heard: Heard) -> Say | None:
    """The text in the writer's own language, once for each; None for who wrote Dutch before: they paste what another wrote."""
    found = of(heard)
    if found is None or any(m.text_id == NOTICE + found for m in bot_messages(log)):
        return None
    if any(m.author == "insured" and m.id != heard.message_id and is_dutch(m.text) for m in log.messages):
        return None
    return Say(NOTICE + found, disclosure=True)


def answered(told: Say, says: tuple[Say, ...], question: Message | None, language: str, *, recorded: bool) -> tuple[Say, ...]:
    """The notice and what else there is to say; where nothing was read, the open question once more in place of the next one."""
    only_asks = all(say.ask or say.text_id in (*_NOT_UNDERSTOOD, *STORIES) for say in says)
    if question is not None and only_asks and not recorded:
        return (told, *again(question, language))
    return (told, *(say for say in says if say.text_id not in _NOT_UNDERSTOOD))
