"""Which part of a message tells something: the sentences that only ask us, and hidden secrets, are left out."""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from dataclasses import replace

from bot.claims.model import Annotation, Heard
from bot.claims.speech import told_of_others

ASKING = frozenset({"ask_why", "ask_status", "ask_coverage", "ask_pay_ransom", "ask_human", "out_of_scope", "privacy_question"})
_UPLOAD = "upload_document"  # a question only with a question mark: "ik stuur de factuur van 500 euro" tells
_SURE = 0.5
_VERY_SURE = 0.85
_SHORT = 80
_MASK = "█"
_SECRET = re.compile(
    r"^\W*(?:(?:mijn|m'n|het|ons|onze|de|hun|admin\w*|root|nieuwe?|oude?|vpn|wifi|mail|rdp)[ -]+){0,4}(?:wachtwoord|paswoord|password|passwd|pwd|ww|passphrase|pincode|pin|login|inlogcode|toegangscode)"
    r"(?:\s+(?:van \w+(?: \w+)?|voor \w+(?: \w+)?|is|was|luidt|:|=))*\s*[:=]?\s*\S+\W*$",
    re.I,
)
_SAYS = frozenset({"money", "crypto", "date", "datetime", "interval", "phone", "email", "policy_number", "registration_number", "duration"})

_NAMES_OR_SAYS = _SAYS | {"person", "organisation"}


def is_secret(text: str) -> bool:
    """Whether a message is hardly more than a secret: hidden by the door, or a password after its word."""
    masked = text.count(_MASK)
    return (masked > 0 and masked > _said(text)) or bool(len(text) < _SHORT and _SECRET.match(text) and _looks_secret(text))


def _said(text: str) -> int:
    """How many letters and digits a text has beside what is hidden and the words around a password."""
    return sum(
        c.isalnum() for c in re.sub(r"(?i)\b(?:wachtwoord|paswoord|password|pincode|mijn|het|ons|is|van)\b", "", text.replace(_MASK, ""))
    )


def _looks_secret(text: str) -> bool:
    """The last word holds what no ordinary word does: a digit or a sign within it."""
    last = text.split()[-1].rstrip(".!?,")
    return _MASK in last or bool(re.search(r"\d|[^\w\s'’-]|[a-z][A-Z]", last))


def telling(heard: Heard) -> Heard:
    """The message without what asks: asking sentences are blanked (places stay), their annotations gone.

    A message that is one question stays without annotations, unless it carries a plain value beside the question.
    """
    if is_secret(heard.text):
        return replace(heard, text=" " * len(heard.text), intents=(), annotations=())
    utterances = [a for a in heard.annotations if a.entity == "utterance"]
    if not utterances:
        return _whole(heard)
    asking = {id(one) for one in utterances if _asks(one, heard)}
    if not asking:
        return heard
    owner: list[Annotation | None] = [None] * len(heard.text)
    for one in sorted(utterances, key=lambda a: -(a.end - a.start)):  # the innermost span has the last word
        owner[one.start : one.end] = [one] * (min(one.end, len(heard.text)) - one.start)
    for part in (a for a in heard.annotations if a.entity == "quoted"):  # what a pasted mail says is told, whatever is asked around it
        owner[part.start : part.end] = [None] * (min(part.end, len(heard.text)) - part.start)
    owning = {id(o) for o in owner if o is not None}
    if not owning & asking:
        return heard
    kept = "".join(" " if id(o) in asking and c != "\n" else c for c, o in zip(heard.text, owner, strict=True))
    said = [u for u in utterances if id(u) in owning and id(u) not in asking]
    intents = ((str(said[0].value), said[0].confidence),) if said and heard.intent in (*ASKING, _UPLOAD) else heard.intents
    left = tuple(
        _told(a, owner, heard.text) for a in heard.annotations if a.entity == "utterance" or kept[a.start : a.end].strip()
    )  # fmt: skip
    return replace(heard, text=kept, intents=intents if kept.strip(" .,!?\n") else heard.intents, annotations=left)


def own_words(heard: Heard) -> Heard:
    """The message with quoted parts (pasted mails, notes, chats, logs) blanked, places kept: who speaks of himself there is somebody else."""
    quoted = [a for a in heard.annotations if a.entity == "quoted" and a.actor != "insured"]
    text = heard.text
    for a in quoted:
        text = text[: a.start] + re.sub(r"[^\n]", " ", text[a.start : a.end]) + text[a.end :]
    return replace(heard, text=text) if quoted else heard


def tells_too(heard: Heard) -> bool:
    """Whether a part of the message asks and another one answers: "ja klopt, en is dit gedekt?"; "geen idee, mag dat?" only asks."""
    spans = [a for a in heard.annotations if a.entity == "utterance" and a.value not in ("dont_know", "skip")]
    return len({_asks(a, heard) for a in spans}) == 2


def _told(a: Annotation, owner: list[Annotation | None], text: str) -> Annotation:
    """A value that only looked asked because its sentence ends in another clause's question mark was told."""
    part = owner[a.start] if a.start < len(owner) else None
    inside = part is not None and part.start <= a.start and a.end <= part.end and not text[part.start : part.end].rstrip().endswith("?")
    return replace(a, certainty="sure") if inside and a.certainty == "question" else a


def answers(a: Annotation, heard: Heard) -> bool:
    """Whether the words were read as a fact of the open question: then they answer it, whatever the classifier makes of them."""
    return a.is_fact and a.role is not None and a.role == heard.ask and a.certainty != "question"


def around(text: str, span: tuple[int, int]) -> str:
    """The sentence that a span stands in."""
    start = max((text.rfind(c, 0, span[0]) for c in ".!?;\n"), default=-1) + 1
    ends = [i for c in ".!?;\n" if (i := text.find(c, span[1])) >= 0]
    return text[start : min(ends, default=len(text))]


def _asks(utterance: Annotation, heard: Heard) -> bool:
    form = heard.text[utterance.start : utterance.end].rstrip().endswith("?")
    inside = [a for a in heard.annotations if utterance.start <= a.start < utterance.end]
    if not form and (any(answers(a, heard) for a in inside) or told_of_others(heard.text[utterance.start : utterance.end].lower())):
        return False  # "ze dreigen alles te publiceren als we niet betalen" is no question on paying
    if not form and utterance.value == "out_of_scope" and any(a.entity in _NAMES_OR_SAYS and a.role for a in inside):
        return False  # "ik ben Piet Bos": off the subject, but who or what it names has its place
    asking = (*ASKING, _UPLOAD) if form else ASKING
    return str(utterance.value) in asking and utterance.confidence >= (_SURE if form else _VERY_SURE)


def _whole(heard: Heard) -> Heard:
    """A message of one sentence: a short question to us states nothing, whatever words it uses."""
    sure = bool(heard.intents) and heard.intents[0][1] >= _VERY_SURE
    asks = heard.intent in ASKING and (heard.intent != "out_of_scope" or heard.text.rstrip().endswith("?"))  # a name can be that too
    if not (sure and len(heard.text) < _SHORT and asks):
        return heard
    values = [a for a in heard.annotations if a.entity in _SAYS and a.role and a.certainty != "question"]
    if heard.text.rstrip().endswith("?"):  # "0470 11 22 33, hoelang duurt dit nog?": what stands before the asking clause is told
        values = [a for a in heard.annotations if a.end <= heard.text.rfind(",") and a.certainty != "question"]
    return replace(heard, text=" " * len(heard.text), annotations=tuple(values))
