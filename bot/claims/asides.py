"""What is no answer to the open question: side questions, small talk, a secret, a word that asks to send the file."""

import re

from bot.claims import digressions, replies, turning
from bot.claims.alarm import STOPPED, was_told
from bot.claims.blocks import says_yes
from bot.claims.conditions import has_attackers, holds, no_attack
from bot.claims.fields import FIELDS
from bot.claims.heeding import answers
from bot.claims.model import Assertion, ClaimFile, Heard, Log, Say
from bot.claims.planner import CONFIRM, open_message, questions_left
from bot.claims.speech import Topic, forbidden_topic

_SURE = 0.5
_PERSON = re.compile(r"\W*(?:ik wil )?(?:een |de )?(?:echte? )?(?:medewerker|mens)(?: spreken)?\W*$", re.IGNORECASE)
_CALLER = r"(?:beller|bellster|caller|vz|verzekerde|mw|mevr|mevrouw|mnr|meneer)"
_SOMEBODY = r"(?:medewerker|verantwoordelijke|leidinggevende|chef|manager|overste|persoon|iemand anders)"
_PASSED_ON = re.compile(  # an agent writes that the caller wants a person
    rf"(?:^|[.!?;\n]\s*|\b{_CALLER}\b[^.!?;\n]{{0,40}})\b(?:vraagt|vroeg|wil|wenst|eist|verlangt)\b[^.!?;\n]{{0,30}}"
    rf"\b(?:doorverb[io]nd\w*|een (?:echte? )?mens|{_SOMEBODY}\b[^.!?;\n]{{0,20}}\b(?:spreken|horen|aan de (?:lijn|telefoon)))\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^\W*(?:maar |en )?waarom (?:vraag|vraagt|vragen|wil|wilt|willen|moet|moeten|heb|hebt|hebben) (?:je|u|ge|jullie|ik|we|wij)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"hoe ?lang (?:duurt|duren|gaat|nog)\b(?: (?:dit|het|dat|deze|die|vragen|gesprek|nog|allemaal|hier|duren)){0,4}\W*$"
    r"|hoeveel (?:vragen|vraagjes)\b(?: (?:nog|zijn|komen|er|heeft|heb|u|je|gij|jullie|moet|ik)){0,5}\W*$"
    r"|(?:nog (?:veel|lang)|duurt (?:dit|het|dat) nog lang|zijn we (?:bijna|er bijna)(?: klaar)?|bijna klaar)\W*(?:vragen\W*)?\?\W*$",
    re.IGNORECASE,
)
_WHAT_NOW = re.compile(
    r"\bwat (?:moet|moeten|kan|kunnen|doe|doen|mag|zal|zullen) (?:ik|we|wij)\b"
    r"(?: (?:nu|dan|best|het best|eerst|hier|intussen|ondertussen|zelf)){0,3}(?: (?:doen|aan))?\W*$"
    r"|^\W*(?:en |maar )?(?:wat nu|en nu|nu wat)\W*\?+\W*$",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\b(?:weet (?:ik|het|dat|wij|we|hij|ze)(?: (?:het|dat|zelf))? (?:echt |nog |ook |gewoon )*niet|geen idee|onbekend|liever niet)\b",
    re.IGNORECASE,
)
_UPLOADS = re.compile(
    r"\b(?:\w*(?:stuur|sturen|zend|zenden|uploaden|upload|toevoegen|bijvoegen|meegeven|bezorgen|aanleveren|doormailen)|mailen|hangen|bijlagen?|"
    r"foto'?s|bestand(?:en)?|document(?:en)?|pdf)\b",
    re.IGNORECASE,
)
_RANSOM = re.compile(r"\b(?:losgeld|hackers?|aanvallers?|criminelen|afpersers?|bitcoins?|crypto)\b", re.IGNORECASE)
_CLAIM = re.compile(r"\b(?:klant|factuur|rekening|claim|schadevergoeding|schadeclaim|ingebrekestelling)\b", re.IGNORECASE)
# Questions that are answered even beside an answer; small talk is not.
_BESIDE = frozenset({"ask_why", "ask_status", "ask_human", "privacy_question", "upload_document"})
# What an agent passes on for the caller; the rest of the small talk is between those two.
_FOR_AGENT = frozenset({"ask_status", "privacy_question"})
_SHORT_ENOUGH = 120
# A yes to beginning again empties the file: the classifier's word alone is not enough to ask it ("het lesmateriaal opnieuw maken").
_ANEW = re.compile(
    r"^\W*(?:ik|we|wij|kan|kunnen|mag|laten|graag|toch|liever|(?=begin|herbegin|reset|restart|start|wis))\W*(?:.*\b)?"
    r"(?:begin\w*|herbegin\w*|start|starten|restart|reset\w*|wis|wissen)\b",
    re.IGNORECASE,
)
SECRET = "█"


def has_secret(heard: Heard) -> bool:
    """Whether a password or a key was taken out of the message before it was stored."""
    return SECRET in heard.text


def uploads(heard: Heard) -> bool:
    """Whether it is about handing in a file: one noun ("mail"), or a company name, as the answer to a question is not."""
    words = heard.text.split()
    return bool(_UPLOADS.search(heard.text)) and (len(words) > 2 or "?" in heard.text or heard.ask not in FIELDS)


def neutral_topic(heard: Heard) -> Topic | None:
    """What the message asks that only a neutral text may answer. An answer to the open question is none on the classifier's word alone."""
    if "?" not in heard.text and any(answers(a, heard) for a in heard.annotations):
        return forbidden_topic(heard.text)
    return forbidden_topic(heard.text, heard.intents, utterances(heard))


def without_guessed_unknown(read: tuple[Assertion, ...], heard: Heard) -> tuple[Assertion, ...]:
    """Without a "weet ik niet" to the open question that a question to us was taken for: "dan weet ik of melden zin heeft"."""
    guessed = [a for a in read if a.kind == "field" and a.name == heard.ask and a.value is None]
    if not guessed or _DOUBTS.search(heard.text) or not (neutral_topic(heard) or digressions.find(heard) or _wants_a_person(heard)):
        return read
    return tuple(a for a in read if a not in guessed)


def _wants_a_person(heard: Heard) -> bool:
    """Whether an agent writes that the caller wants to speak to somebody else."""
    return heard.author == "agent" and bool(_PASSED_ON.search(heard.text))


def side(log: Log, file: ClaimFile, heard: Heard, read: tuple[Assertion, ...]) -> tuple[Say, ...] | None:
    """The answer to a side question, or None when the message is none."""
    agent = log.channel == "call_centre_agent"
    topic = neutral_topic(heard)
    said = digressions.find(heard)
    if said and said.name == "crisis":  # before all else
        return _about_the_talk(log, file, heard, said.name)
    if topic and not (topic == "ask_secret" and has_secret(heard)):  # what was hidden has its own text
        return (replies.for_topic(topic, file, agent=agent, claim=_is_a_claim(heard.text, file), ransom=bool(_RANSOM.search(heard.text))),)
    if said:
        about = _about_the_talk(log, file, heard, said.name)
        if about is not None:
            return about
    if is_confirmation(heard.ask) and says_yes(heard):
        return None  # "klopt, bedankt" is a yes first
    if _wants_a_person(heard):
        return (Say("utter_ask_human", {}, disclosure=True),)
    beside = "" if agent else _asked_beside(heard)
    name = beside or _name(heard)
    if name == "ask_why":
        closed = log.status != "draft" and heard.ask in file.fields
        return (replies.why(None if closed else heard.ask, heard.language),)
    if name == "what_now" and (was_told(log) or "?" in heard.text):
        return (Say("utter_ask_advice", replies.about_attackers(file), disclosure=True),)
    if name == "questions_left":
        return (replies.left(questions_left(log, file, heard.at)),)
    if name == "restart":
        return _begin_again(log) if _ANEW.search(heard.text) and len(heard.text) < _SHORT_ENOUGH else None
    # An agent is at work: no small talk, no asking for a person.
    told = (agent and name not in _FOR_AGENT) or any(a.kind == "field" for a in read)
    if (name == "ask_human" and not agent) or (name in replies.SIDE and (beside or not told)):
        text_id, disclosure = replies.SIDE[name]
        text_id = replies.STATUS.get(log.status, text_id) if name == "ask_status" else text_id
        return (Say(text_id, {}, disclosure=disclosure),)
    return None


def _about_the_talk(log: Log, file: ClaimFile, heard: Heard, name: digressions.Name) -> tuple[Say, ...] | None:
    """The answer to what is about the talk itself; None when the words have another meaning here."""
    if name in replies.TALK:
        text_id, disclosure = replies.TALK[name]
        return (Say(text_id, {}, disclosure=disclosure),)
    if name == "explain":
        return replies.explained(heard.ask, log.language)
    if name == "repeat":
        return (Say("utter_repeat" if open_message(log) else "utter_nothing_open"),)
    if name == "go_back":
        return (turning.back(log, file, heard) if log.status == "draft" else None) or (Say("utter_go_back_none"),)
    if name == "start_over":
        return _begin_again(log)
    if name == "never_mind" and turning.went_back(log, heard.ask):
        return (Say("utter_never_mind"), *(turning.forward(log, file, heard.ask) or ()))
    return None


def _begin_again(log: Log) -> tuple[Say, ...]:
    """Asked to confirm; what a person of the staff has already got is not taken away by starting over."""
    return (Say("utter_restart_check", {}, ask=turning.RESTART),) if log.status == "draft" else (Say("utter_restart"),)


def _asked_beside(heard: Heard) -> str:
    """What one sentence asks us while the rest of the message tells something: both get what is theirs."""
    for sentence, name, confidence in utterances(heard):
        if len(sentence) == len(heard.text.strip()) or (not sentence.rstrip().endswith("?") and name != "ask_human"):
            continue
        if _LEFT.search(sentence):
            return "questions_left"
        if name in _BESIDE and confidence >= _SURE and (name != "upload_document" or _UPLOADS.search(sentence)):
            return name
    return ""


def _is_a_claim(text: str, file: ClaimFile) -> bool:
    """Whether "moeten we dat betalen" is about what a customer asks: nobody speaks of attackers, and somebody of a claim."""
    if _RANSOM.search(text) or has_attackers(file):
        return False
    return no_attack(file) or holds("liability", file) or bool(_CLAIM.search(text))


def by_words(heard: Heard) -> str:
    """What a short message asks for by its words alone, or "" when these say nothing."""
    if heard.ask != "reporter_role" and _PERSON.match(heard.text):  # the word the bot itself offers
        return "ask_human"
    named = (("ask_why", _WHY), ("questions_left", _LEFT), ("what_now", _WHAT_NOW))
    return next((name for name, pattern in named if pattern.search(heard.text)), "") if len(heard.text) < _SHORT_ENOUGH else ""


def _name(heard: Heard) -> str:
    """What the message asks for, by its words first, then by the classifier's when it is sure."""
    if name := by_words(heard):
        return name
    sure = heard.intents and heard.intents[0][1] >= _SURE
    if not sure or (heard.intent == "upload_document" and not uploads(heard)):
        return ""
    if heard.intent == "out_of_scope" and heard.ask in FIELDS and _is_statement(heard.text):
        return ""
    return heard.intent


def _is_statement(text: str) -> bool:
    """No question: something the person tells, and the open question can be put again without turning them away."""
    return "?" not in text and not re.match(
        r"\W*(?:wie|wat|waar|wanneer|hoe|welke?|waarom|kan|kunt|mag|heb|is|ben|zijn)\b", text, re.IGNORECASE
    )


def utterances(heard: Heard) -> list[tuple[str, str, float]]:
    """Each sentence of a longer message with its intent and confidence."""
    return [(heard.text[a.start : a.end], str(a.value), a.confidence) for a in heard.annotations if a.entity == "utterance"]


def is_confirmation(ask: str | None) -> bool:
    """Whether the open question is about a block or the hand-over (not whether it stopped, or whether to begin again)."""
    return bool(ask) and str(ask).startswith(CONFIRM) and ask not in (STOPPED, turning.RESTART)
