"""Files that may tell of one event: `/dossiers/{id}/voorval` (page, and the word of a person), `/dossiers/{id}/dossier.json`."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import JSONResponse, Response

from bot.claims.errors import ConversationUnknown
from bot.web import pages
from bot.web.review import access, contexts, related
from bot.web.review.router import claim_view, person

router = APIRouter(include_in_schema=False, route_class=access.StaffRoute)
Word = Annotated[str, Form(max_length=100)]
VERDICTS = ("confirmed", "rejected", "proposed")
GONE = "Deze twee dossiers lijken intussen niet meer op elkaar. Er is niets vastgelegd."


@router.post("/dossiers/{claim_id}/voorval")
def decide(request: Request, session: access.Member, claim_id: str, other: Word = "", verdict: Word = "", csrf: Word = "") -> Response:
    """Say whether two files belong together, or take back what was said ("proposed"). Who said it is kept."""
    house = request.app.state.services
    if not house.staff.csrf_ok(session, csrf) or verdict not in VERDICTS:
        return claim_view(request, session, claim_id, access.STALE, 403)
    if not house.events.decide(claim_id, other, verdict, session.member.id):
        return claim_view(request, session, claim_id, GONE, 409)
    return access.redirect(f"/dossiers/{claim_id}#same-event")


@router.get("/dossiers/{claim_id}/voorval")
def event(request: Request, session: access.Member, claim_id: str) -> Response:
    """All files of the event this file belongs to."""
    found = request.app.state.services.events.event(claim_id)
    if not found.files:
        return pages.render("review/missing.html", contexts.MissingPage("Dossier niet gevonden", person(session)), status=404)
    return pages.render("review/event.html", related.event_page(found, claim_id, person(session)))


@router.get("/dossiers/{claim_id}/dossier.json")
def export(request: Request, session: access.Member, claim_id: str) -> Response:
    """The claim file for staff: with `related`, which an insured never gets."""
    house = request.app.state.services
    try:
        found = house.review.claim_file(claim_id)
    except ConversationUnknown:
        return pages.render("review/missing.html", contexts.MissingPage("Dossier niet gevonden", person(session)), status=404)
    return JSONResponse({**found, "related": house.events.export(claim_id)}, headers={"Cache-Control": "no-store"})
