"""The talk without JavaScript: a cookie holds the conversation and its token, a form says one message at a time."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from bot.claims.cleaning import clean
from bot.claims.errors import TokenExpired, TokenRefused
from bot.claims.records import Channel, Stored
from bot.claims.variants import Language, filled
from bot.services.intake import Intake
from bot.services.views import LOCAL, ask_view
from bot.web import languages
from bot.web.chat.contexts import Line

OWN = {"web_chat": "insured", "call_centre_agent": "agent"}
OWN_NAME = {"web_chat": "U", "call_centre_agent": "Balie"}
WHO = {"bot": "Digitale assistent", "insured": "Verzekerde", "agent": "Medewerker", "adjuster": "{handler}"}


@dataclass(frozen=True, slots=True)
class Pass:
    """What opens one conversation."""

    conversation: str
    token: str
    code: str = ""

    def kept(self) -> str:
        """As the cookie holds it; scripts cannot read that cookie, and the code stands on the page anyway."""
        return ":".join((self.conversation, self.token, self.code.replace(" ", "")))


def new_key() -> str:
    """An idempotency key for the next message of a form: sent twice, it is said once."""
    return str(uuid.uuid4())


def cookie(channel: str) -> str:
    return f"claimloket_{channel}"


def read(request: Request, channel: str) -> Pass | None:
    """The pass in this browser's cookie, if any; whether it still opens anything is not checked."""
    conversation, token, code, *_ = (*request.cookies.get(cookie(channel), "").split(":"), "", "", "")
    return Pass(conversation, token, grouped(code)) if conversation and token else None


def grouped(code: str) -> str:
    """A code as it is said over the phone; what is no code of digits stays as it is."""
    plain = "".join(sign for sign in code if sign.isalnum())
    return " ".join(plain[i : i + 3] for i in range(0, len(plain), 3)) if plain.isdecimal() else code


def messages(intake: Intake, key: Pass, channel: str, language: str) -> tuple[Line, ...] | None:
    """What was said in the conversation, or None when the pass opens nothing."""
    try:
        if not opens(intake, key):
            return None
    except TokenExpired:
        return None
    return tuple(line(one, channel, language) for one in intake.since(key.conversation))


def opens(intake: Intake, key: Pass) -> bool:
    """Whether the pass opens its conversation. Raises TokenExpired when it did so until lately."""
    try:
        intake.check(key.conversation, key.token)
    except TokenExpired:
        raise
    except TokenRefused:
        return False
    return True


def line(message: Stored, channel: str, language: str) -> Line:
    mine = message.author == OWN[channel]
    at: datetime = message.at.astimezone(LOCAL)
    choices = ask_view(message.ask, language).get("options", ()) if message.author == "bot" and message.ask else ()
    return Line(
        author=message.author,
        who=OWN_NAME[channel] if mine else filled(WHO[message.author], language).capitalize(),
        mine=mine,
        text=message.text,
        at=at.isoformat(timespec="seconds"),
        clock=f"{at:%H:%M}",
        ask=message.ask or "",
        items=tuple((str(one["field"]), str(one["label"])) for one in message.facts.get("items", ())),
        choices=tuple(str(one["label"]) for one in choices),
    )


async def say(request: Request, channel: Channel, text: str, key: str) -> Pass:
    """Say `text` in the conversation of the cookie, or in a new one when the cookie opens none; returns its pass.

    Raises TextRefused's children, KeyMissing, ConversationClosed, TooManyConversations, and TokenExpired: a new conversation
    would part what was typed from what was said before.
    """
    intake: Intake = request.app.state.services.intake
    known = read(request, channel)
    if known is not None:
        good: bool = await run_in_threadpool(opens, intake, known)
        known = known if good else None
    if known is None:
        clean(text)  # what the door refuses opens nothing
        caller = "" if channel == "call_centre_agent" or request.client is None else request.client.host
        opened = await run_in_threadpool(intake.open, channel, languages.of(request), caller)
        known = Pass(opened.id, opened.access_token, opened.resume_code or "")
    await intake.say(known.conversation, text, key, "agent" if channel == "call_centre_agent" else "insured")
    return known


async def change(request: Request, channel: Channel, name: str) -> Pass | None:
    """Open the question of a field that was read back; None when the cookie opens no conversation.

    Raises FieldUnknown, ConversationClosed.
    """
    intake: Intake = request.app.state.services.intake
    known = read(request, channel)
    if known is None or not await run_in_threadpool(opens, intake, known):
        return None
    await run_in_threadpool(intake.change, known.conversation, name, "agent" if channel == "call_centre_agent" else "insured")
    return known


async def resume(request: Request, code: str, member: str = "") -> Pass:
    """The pass of an earlier conversation by its code; `member` is an agent who does it for a caller.

    Raises ResumeRefused, TooManyGuesses.
    """
    intake: Intake = request.app.state.services.intake
    opened = await run_in_threadpool(intake.resume, code, request.client.host if request.client else "unknown", member)
    return Pass(opened.id, opened.access_token, "".join(sign for sign in code if sign.isalnum()))


async def speak(request: Request, channel: Channel, language: Language) -> None:
    """Let the conversation of the cookie go on in `language`, when there is one."""
    intake: Intake = request.app.state.services.intake
    known = read(request, channel)
    if known is not None and await run_in_threadpool(opens, intake, known):
        await run_in_threadpool(intake.speak, known.conversation, language)
