"""The chat page for the insured at `/`, the same page for an agent at `/balie`, and the static files of all pages."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.web import pages
from bot.web.review.access import Member

router = APIRouter(include_in_schema=False)

WELCOME = (
    "Goedendag. U meldt hier een cyberincident. Ik ben een computer en stel u een paar vragen. Een ogenblik, het gesprek wordt geopend."
)
WELCOME_DESK = "Een ogenblik, het gesprek wordt geopend. Noteer wat de beller zegt; korte zinnen en trefwoorden zijn goed."


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the page shows it without JavaScript: `at` is ISO 8601, `clock` the local time of day."""

    author: str
    who: str
    mine: bool
    text: str
    at: str
    clock: str


@dataclass(frozen=True, slots=True)
class ChatPage:
    """All that `chat/page.html` may use.

    `channel` and `csrf` go to the scripts (an agent's calls need the token of their session); `action` is where the form goes
    without JavaScript; `messages` is what was said so far without JavaScript, else empty.
    """

    title: str
    heading: str
    welcome: str
    channel: str
    box_label: str
    fresh_label: str
    home: str = "/"
    action: str = "/"
    csrf: str = ""
    staff_name: str = ""
    privacy_url: str = ""
    urgent_phone: str = ""
    messages: tuple[Line, ...] = ()


@router.get("/")
def chat(request: Request) -> Response:
    """The chat of the insured; its scripts open the conversation."""
    page = ChatPage(
        title="Schade melden",
        heading="Meld een cyberincident",
        welcome=WELCOME,
        channel="web_chat",
        box_label="Uw verhaal of uw antwoord",
        fresh_label="Een nieuwe melding beginnen",
        **links(request),
    )
    return pages.render("chat/page.html", page)


@router.get("/balie")
def desk(request: Request, session: Member) -> Response:
    """The same chat for an agent who types for a caller."""
    page = ChatPage(
        title="Balie",
        heading="Balie: melding voor een beller",
        welcome=WELCOME_DESK,
        channel="call_centre_agent",
        box_label="Wat de beller zegt",
        fresh_label="Volgende beller",
        home="/dossiers",
        action="/balie",
        csrf=session.csrf,
        staff_name=session.member.name,
        **links(request),
    )
    return pages.render("chat/page.html", page)


@router.get("/static/{path:path}")
async def static(path: str, request: Request) -> Response:
    return await pages.static_file(path, request)


def links(request: Request) -> dict[str, str]:
    """The addresses that the installation set: the privacy page and the line for urgent incidents."""
    settings = getattr(request.app.state, "settings", None)
    return {"privacy_url": getattr(settings, "privacy_url", ""), "urgent_phone": getattr(settings, "urgent_phone", "")}
