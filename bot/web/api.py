"""The conversation API (`/api/v1`): what the chat page, an agent's screen, and any other program uses."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, StreamingResponse

from bot.claims.errors import StaffOnly, TokenRefused
from bot.claims.model import Say
from bot.claims.records import Conversation, StaffSession, Stored
from bot.services.bundle import Services
from bot.services.intake import Act
from bot.services.outcomes import Opened, Outcome
from bot.services.views import message_view, messages_view, versions_view
from bot.web import languages, problems, shapes

STAFF_COOKIE, CSRF = "claimloket_staff", "X-CSRF-Token"
QUEUED = Say("utter_queued")
PING_SECONDS = 15.0
MOST_SEQ = 2**31 - 1  # more than a database column holds is an error there
ERRORS: dict[int | str, dict[str, Any]] = {
    "default": {"description": "Problem document (RFC 9457)", "content": {problems.MEDIA: {}}}  # its schema: see openapi.py
}
router = APIRouter(responses=ERRORS)
V1 = "/api/v1"
ONE = V1 + "/conversations/{conversation_id}"


class SchemaResponse(JSONResponse):
    media_type = "application/schema+json"


def services_of(request: Request) -> Services:
    found: Services = request.app.state.services
    return found


House = Annotated[Services, Depends(services_of)]


def staff_session(request: Request, house: House) -> StaffSession | None:
    """The session of a member of staff who may work, or None."""
    session = house.staff.session(request.cookies.get(STAFF_COOKIE))
    return session if session and not session.member.must_change_password else None


AtWork = Annotated[StaffSession | None, Depends(staff_session)]


def bearer(authorization: Annotated[str, Header(description="Bearer, and the access token of the conversation")] = "") -> str:
    kind, _, token = authorization.partition(" ")
    if kind.lower() != "bearer" or not token:
        raise TokenRefused()
    return token.strip()


def conversation(conversation_id: str, token: Annotated[str, Depends(bearer)], house: House) -> Conversation:
    """The conversation this token opens. Raises TokenRefused."""
    house.intake.check(conversation_id, token)
    return house.intake.about(conversation_id)


Mine = Annotated[Conversation, Depends(conversation)]


def speaker(request: Request, about: Mine, house: House, session: AtWork) -> str:
    """Who speaks: in the agent's channel a logged-in agent (their cookie and CSRF token), else the insured. Raises StaffOnly."""
    # An agent may go on with what an insured began, by the caller's code; their page always sends the token of their session.
    if about.channel == "web_chat" and not request.headers.get(CSRF):
        return "insured"
    if session is None or not house.staff.csrf_ok(session, request.headers.get(CSRF)):
        raise StaffOnly()
    return "agent"


Speaker = Annotated[Any, Depends(speaker)]


def address_of(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def opened_out(opened: Opened) -> dict[str, Any]:
    said = talk(opened.messages, opened.progress, opened.claim_status, opened.language)
    out = {"id": opened.id, "access_token": opened.access_token, "language": opened.language, **said}
    return {**out, "resume_code": opened.resume_code} if opened.resume_code else out


def talk(messages: tuple[Stored, ...] | list[Stored], progress: Any, claim_status: str, language: str) -> dict[str, Any]:
    return {"messages": messages_view(messages, language), "progress": progress, "status": claim_status, "claim_status": claim_status}


@router.post(V1 + "/conversations", status_code=201, response_model=shapes.OpenedOut, response_model_exclude_unset=True)
def open_conversation(body: shapes.OpenBody, request: Request, house: House, session: AtWork) -> Any:
    """Open a conversation. The agent's channel needs a staff session and its CSRF token."""
    if body.channel == "call_centre_agent" and (session is None or not house.staff.csrf_ok(session, request.headers.get(CSRF))):
        raise StaffOnly()
    # Who is logged in opens as many as there are callers.
    address = "" if session else address_of(request)
    return opened_out(house.intake.open(body.channel, body.language or languages.of(request), address))


@router.post(V1 + "/conversations/resume", response_model=shapes.OpenedOut, response_model_exclude_unset=True)
def resume(body: shapes.ResumeBody, request: Request, house: House, session: AtWork) -> Any:
    """Go on with an earlier conversation by its code; gives a fresh access token. Guessing is slowed down (429).

    An agent (their session and its CSRF token) can do it for a caller.
    """
    sent = request.headers.get(CSRF)
    if sent and (session is None or not house.staff.csrf_ok(session, sent)):
        raise StaffOnly()
    member = session.member.id if sent and session else ""
    return opened_out(house.intake.resume(body.code, address_of(request), member))


@router.post(
    ONE + "/messages", response_model=shapes.SaidOut, response_model_exclude_unset=True,
    responses={202: {"model": shapes.SaidOut, "description": "Kept, delivered later, in order, with the same id"}},
)  # fmt: skip
async def say(
    body: shapes.SayBody, about: Mine, author: Speaker, house: House, response: Response,
    key: Annotated[str, Header(alias="Idempotency-Key", description="A fresh random value per message; at most 200 characters")] = "",
) -> Any:  # fmt: skip
    """Say something. The same key again gives the outcome of the first; the same key with another text is refused."""
    outcome = await house.intake.say(about.id, body.text, key, author)
    response.status_code = 200 if outcome.status == "heard" else 202
    notice = {"notice": house.texts.render(QUEUED, about.language).text} if outcome.status == "queued" else {}
    return {**talk(outcome.messages, outcome.progress, outcome.claim_status, about.language), "status": outcome.status, **notice}


@router.get(ONE + "/messages", response_model=shapes.Talk, response_model_exclude_unset=True)
def messages(
    about: Mine, house: House, after: Annotated[int, Query(ge=0, le=MOST_SEQ, description="Only messages with a higher seq")] = 0
) -> Any:
    """All messages so far, in order."""
    progress, claim_status = house.intake.state(about.id)
    return talk(house.intake.since(about.id, after), progress, claim_status, about.language)


@router.get(ONE + "/claim-file")
def claim_file(
    about: Mine,
    house: House,
    version: Annotated[int | None, Query(ge=1, le=MOST_SEQ, description="A version; without it: as it is now")] = None,
) -> Response:
    """The claim file as it stands now, or as it was in one version; its schema is at /api/v1/schema/claim-file."""
    if version is not None:
        return Response(house.intake.version(about.id, version), media_type="application/json")
    return JSONResponse(house.intake.claim_file(about.id))


@router.get(ONE + "/claim-file/versions", response_model=shapes.VersionsOut)
def versions(about: Mine, house: House) -> Any:
    """The versions of the claim file: the first is the hand-over, each later one has what was added since."""
    return {"versions": versions_view(house.intake.versions(about.id))}


@router.patch(ONE + "/fields/{name}", response_model=shapes.Talk, response_model_exclude_unset=True)
def patch_field(name: str, body: shapes.PatchBody, about: Mine, author: Speaker, house: House) -> Any:
    """Set or correct one field by hand, or say that it is not known. What was said before stays in its history.

    A value that the field cannot have is refused (422) with the reason in Dutch and a pointer to its place.
    """
    return done(house.intake.patch(about.id, name, body.value, author, body.status), about.language)


@router.post(ONE + "/fields/{name}/change", response_model=shapes.Talk, response_model_exclude_unset=True)
def change(name: str, about: Mine, author: Speaker, house: House) -> Any:
    """Open the question of one field again, as the button beside a value that was read back does."""
    return done(house.intake.change(about.id, name, author), about.language)


@router.put(ONE + "/language", response_model=shapes.LanguageOut)
def speak(body: shapes.LanguageBody, about: Mine, _author: Speaker, house: House) -> Any:
    """From now on the texts are in this variant of Dutch. What was said stays as it is."""
    house.intake.speak(about.id, body.language)
    return {"language": body.language}


@router.post(ONE + "/{what}", response_model=shapes.Talk, response_model_exclude_unset=True)
def act(what: Act, about: Mine, author: Speaker, house: House) -> Any:
    """`human`: ask for a person. `submit`: hand the claim in. `withdraw`: take it back; nothing can be added after that."""
    return done(house.intake.act(about.id, what, author), about.language)


def done(outcome: Outcome, language: str) -> dict[str, Any]:
    return talk(outcome.messages, outcome.progress, outcome.claim_status, language)


@router.get(ONE + "/events", responses={200: {"content": {"text/event-stream": {}}, "description": "Server-sent events"}})
async def events(
    about: Mine, house: House, last: Annotated[str, Header(alias="Last-Event-ID")] = "", after: Annotated[int, Query(ge=0, le=MOST_SEQ)] = 0
) -> StreamingResponse:  # fmt: skip
    """Live messages as server-sent events.

    An event `message` has the seq as its id and a message as its data; after each batch comes an event `state` without id, with
    `progress` and `claim_status`. Goes on after Last-Event-ID (or `after`), else begins with the first message.
    """
    seq = int(last) if last.isdecimal() and len(last) < 12 else after
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(stream(house, about, seq), media_type="text/event-stream", headers=headers)


async def stream(house: Services, about: Conversation, seq: int) -> AsyncIterator[str]:
    """Events from `seq` on, until the caller goes or the app stops."""
    conversation_id = about.id
    with house.bell.listen(conversation_id) as ear:
        yield "retry: 2000\n\n"
        while not house.bell.closing:
            ear.clear()  # before reading: what is written from here on rings again
            for message in await run_in_threadpool(house.intake.since, conversation_id, seq):
                seq = message.seq
                yield event("message", message_view(message, about.language), seq)
            progress, claim_status = await run_in_threadpool(house.intake.state, conversation_id)
            yield event("state", {"progress": dict(progress), "claim_status": claim_status})
            while not ear.is_set():
                try:
                    await asyncio.wait_for(ear.wait(), PING_SECONDS)
                except TimeoutError:
                    yield ": here\n\n"


def event(name: str, data: dict[str, Any], number: int | None = None) -> str:
    head = f"id: {number}\n" if number is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


@router.get(V1 + "/schema/claim-file", response_class=SchemaResponse)
def schema(house: House) -> JSONResponse:
    """The JSON Schema of the claim file."""
    return SchemaResponse(house.schema())


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(house: House) -> JSONResponse:
    """The database answers. Rasa's state is told but not needed: messages are kept while it is away."""
    rasa = "up" if await house.line.answers() else "down"
    try:
        await run_in_threadpool(house.check_store)
    except Exception:  # noqa: BLE001 - whatever the driver raises, the answer is the same: not ready
        return JSONResponse({"status": "not ready", "database": "down", "rasa": rasa}, 503)
    return JSONResponse({"status": "ready", "database": "up", "rasa": rasa})
