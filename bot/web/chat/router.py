"""The chat page for the insured at `/`, the same page for an agent at `/balie`, and the static files of all pages.

With JavaScript the page talks to the conversation API by itself. Without it the form is posted here,
and the page comes back with what was said.
"""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from bot.claims.errors import ClaimError
from bot.claims.variants import FLEMISH, Language
from bot.web import languages, pages, problems
from bot.web.chat import contexts, plain
from bot.web.review import access

router = APIRouter(include_in_schema=False, route_class=access.StaffRoute)
MOST_TYPED = 3_000_000  # a form with 200,000 code points, each at its longest when percent-encoded

INSURED = contexts.ChatPage(
    title="Schade melden",
    heading="Meld een cyberincident",
    welcome="Goedendag. U meldt hier een cyberincident. U praat met een computer, die u een paar vragen stelt. Vertel wat er is gebeurd.",
    channel="web_chat",
    box_label="Uw verhaal of uw antwoord",
    fresh_label="Een nieuwe melding beginnen",
    home="/",
    action="/",
    top_note="Schade melden, dag en nacht",
)
# What differs for a Fleming; the rest of the page takes its words from `handler` and `report`.
FLEMISH_INSURED = {
    "title": "Schade aangeven",
    "heading": "Geef een cyberincident aan",
    "welcome": "Goedendag. U geeft hier een cyberincident aan. U praat met een computer, die u een paar vragen stelt. "
    "Vertel wat er is gebeurd.",
    "fresh_label": "Een nieuwe schadeaangifte beginnen",
    "top_note": "Schade aangeven, dag en nacht",
}
FLEMISH_DESK = {"heading": "Balie: schadeaangifte voor een beller"}
DESK = contexts.ChatPage(
    title="Balie",
    heading="Balie: melding voor een beller",
    welcome="Noteer wat de beller zegt. Korte zinnen en trefwoorden zijn goed.",
    channel="call_centre_agent",
    box_label="Wat de beller zegt",
    fresh_label="Volgende beller",
    home="/dossiers",
    action="/balie",
)


@router.get("/")
def chat(request: Request) -> Response:
    """The chat of the insured; its scripts open the conversation."""
    return show(request, INSURED)


@router.post("/", max_body_size=MOST_TYPED)
async def chat_without_scripts(request: Request) -> Response:
    return await say(request, INSURED, await typed(request))


@router.get("/balie")
def desk(request: Request, session: access.Member) -> Response:
    """The same chat for an agent who types for a caller."""
    return show(request, replace(DESK, csrf=session.csrf, staff_name=session.member.name))


@router.post("/balie", max_body_size=MOST_TYPED)
async def desk_without_scripts(request: Request, session: access.Member) -> Response:
    page = replace(DESK, csrf=session.csrf, staff_name=session.member.name)
    form = await typed(request)
    if not request.app.state.services.staff.csrf_ok(session, form["csrf"]):
        return await run_in_threadpool(show, request, page, problem=access.STALE, status=403)
    return await say(request, page, form, session.member.id)


@router.get("/static/{path:path}")
async def static(path: str, request: Request) -> Response:
    return await pages.static_file(path, request)


def in_language(page: contexts.ChatPage, language: Language) -> contexts.ChatPage:
    """The page in the words of `language`."""
    words: dict[str, Any] = {} if language != FLEMISH else FLEMISH_DESK if page.desk else FLEMISH_INSURED
    return replace(page, language=language, **words)


def show(
    request: Request, page: contexts.ChatPage, *, problem: str = "", text: str = "", status: int = 200, chosen: Language | None = None
) -> Response:
    """The page with what was said in the conversation of this browser's cookie, which only talks without scripts have.

    `chosen` is a variant of Dutch that was just picked by hand; the browser then keeps it.
    """
    settings = request.app.state.settings
    chosen = chosen or languages.asked(request)
    page = in_language(page, chosen or languages.of(request))
    page = replace(
        page,
        chosen=chosen is not None,
        privacy_url=settings.privacy_url,
        urgent_phone=settings.urgent_phone,
        problem=problem,
        text=text,
        key=plain.new_key(),
    )
    opener = plain.read(request, page.channel)
    known = plain.messages(request.app.state.services.intake, opener, page.channel, page.language) if opener else None
    if opener and known:
        page = replace(page, messages=known, conversation=opener.conversation, token=opener.token, code=opener.code)
    response = pages.render("chat/page.html", page, status=status)
    if chosen:
        languages.remember(response, chosen, secure=access.is_secure(request))
    return response


async def typed(request: Request) -> dict[str, str]:
    """The form as it was sent; what is missing is empty. Read by hand, because FastAPI's own reading stops at 1 MB a field."""
    form = await request.form(max_part_size=MOST_TYPED)
    return {
        name: value if isinstance(value := form.get(name, ""), str) else "" for name in ("text", "key", "csrf", "taal", "code", "wijzig")
    }


async def say(request: Request, page: contexts.ChatPage, form: dict[str, str], member: str = "") -> Response:
    """Say what was typed in the conversation of the cookie, or in a new one, and show the page again.

    A press on a variant of Dutch, or a code to go on with, says nothing yet: what was typed stays in the box.
    """
    try:
        if chosen := languages.read(form["taal"]):
            await plain.speak(request, page.channel, chosen)
            return await run_in_threadpool(show, request, page, text=form["text"], chosen=chosen)
        changing = await plain.change(request, page.channel, form["wijzig"]) if form["wijzig"] else None
        if changing:
            opener = changing
        elif form["code"]:
            opener = await plain.resume(request, form["code"], member)
        else:
            opener = await plain.say(request, page.channel, form["text"], form["key"])
    except ClaimError as error:
        sentence, status = problems.said(request, error)
        return await run_in_threadpool(show, request, page, problem=sentence, text=form["text"], status=status)
    response = access.redirect(page.action)
    access.set_cookie(response, request, plain.cookie(page.channel), opener.kept())
    return response
