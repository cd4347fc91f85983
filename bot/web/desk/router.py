"""`/balie/formulier/{id}` and `/balie/formulier/{id}/{field}`: pieces of the desk's page, for members of the staff only."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.claims.errors import ConversationUnknown
from bot.claims.fields import FIELDS
from bot.web import pages
from bot.web.desk import form
from bot.web.review import access

router = APIRouter(include_in_schema=False, route_class=access.StaffRoute)


def claim_file(request: Request, claim_id: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = request.app.state.services.review.claim_file(claim_id)
    except ConversationUnknown:
        return None
    return found


def missing() -> Response:
    return Response("", 404, pages.CLOSED)


@router.get("/balie/formulier/{claim_id}")
def fields(request: Request, _session: access.Member, claim_id: str) -> Response:
    """All fields with what is recorded of each, those to ask now first."""
    found = claim_file(request, claim_id)
    if found is None:
        return missing()
    return pages.render("desk/list.html", form.build_list(found, request.app.state.services.intake.open_field(claim_id)))


@router.get("/balie/formulier/{claim_id}/{name}")
def field(request: Request, _session: access.Member, claim_id: str, name: str) -> Response:
    """The form of one field, filled with what is recorded."""
    found = claim_file(request, claim_id)
    if found is None or name not in FIELDS:
        return missing()
    return pages.render("desk/field.html", form.build_field(found, name, str(found.get("language") or "")))
