"""The chat page for the insured at `/`, the same page for an agent at `/balie`, and the static files of all pages.

With JavaScript the page talks to the conversation API by itself. Without it the form is posted here,
and the page comes back with what was said.
"""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from bot.claims.errors import ClaimError
from bot.web import pages, problems
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
)
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
    return await say(request, page, form)


@router.get("/static/{path:path}")
async def static(path: str, request: Request) -> Response:
    return await pages.static_file(path, request)


def show(request: Request, page: contexts.ChatPage, *, problem: str = "", text: str = "", status: int = 200) -> Response:
    """The page with what was said in the conversation of this browser's cookie, which only talks without scripts have."""
    settings = request.app.state.settings
    page = replace(
        page, privacy_url=settings.privacy_url, urgent_phone=settings.urgent_phone, problem=problem, text=text, key=plain.new_key()
    )
    opener = plain.read(request, page.channel)
    known = plain.messages(request.app.state.services.intake, opener, page.channel) if opener else None
    if opener and known:
        page = replace(page, messages=known, conversation=opener.conversation, token=opener.token)
    return pages.render("chat/page.html", page, status=status)


async def typed(request: Request) -> dict[str, str]:
    """The form as it was sent; what is missing is empty. Read by hand, because FastAPI's own reading stops at 1 MB a field."""
    form = await request.form(max_part_size=MOST_TYPED)
    return {name: value if isinstance(value := form.get(name, ""), str) else "" for name in ("text", "key", "csrf")}


async def say(request: Request, page: contexts.ChatPage, form: dict[str, str]) -> Response:
    """Say what was typed in the conversation of the cookie, or in a new one, and show the page again."""
    try:
        opener = await plain.say(request, page.channel, form["text"], form["key"])
    except ClaimError as error:
        sentence, status = problems.said(request, error)
        return await run_in_threadpool(show, request, page, problem=sentence, text=form["text"], status=status)
    response = access.redirect(page.action)
    access.set_cookie(response, request, plain.cookie(page.channel), f"{opener.conversation}:{opener.token}")
    return response
