"""The doors for files of the insured and for the insurer's system: multipart in, a signed call in."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from bot.claims.errors import DocumentMissing
from bot.claims.fields import FIELDS
from bot.web import api, problems, shapes
from bot.web.api import ONE, V1, House, Mine, Speaker

router = APIRouter(responses=api.ERRORS)
FORM = {
    "type": "object",
    "properties": {
        "file": {
            "type": "string",
            "format": "binary",
            "description": "At most 50 MB: pdf, png, jpeg, txt, eml, docx or xlsx by its content",
        },
        "type": {"type": "string", "enum": list(FIELDS["documents"].codes), "default": "other", "description": "What paper it is"},
    },
    "required": ["file"],
}
UPLOAD = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}}
SIGNED = {"requestBody": {"required": True, "content": {"application/json": {"schema": shapes.StatusBody.model_json_schema()}}}}


@router.post(
    ONE + "/documents", status_code=201, response_model=shapes.DocumentOut, response_model_exclude_unset=True, openapi_extra=UPLOAD,
    responses={200: {"model": shapes.DocumentOut, "description": "This conversation had the same content before; nothing changed"}},
)  # fmt: skip
async def add_document(request: Request, about: Mine, _author: Speaker, house: House, response: Response) -> Any:
    """Add a file to the claim. The body is read only once the token is good; the same content again changes nothing (200)."""
    async with request.form(max_files=1, max_fields=2, max_part_size=1000) as form:
        file, kind = form.get("file"), form.get("type") or "other"
        if not isinstance(file, UploadFile):
            raise DocumentMissing()
        got = await run_in_threadpool(house.documents.receive, about.id, file.file, file.filename or "", str(kind))
    progress, claim_status = await run_in_threadpool(house.intake.state, about.id)
    response.status_code = 201 if got.new else 200
    return {"document": got.about, **api.talk(got.written.said if got.written else (), progress, claim_status, about.language)}


@router.post(V1 + "/handoff/status", response_model=shapes.StatusOut, openapi_extra=SIGNED)
async def handoff_status(
    request: Request, house: House,
    timestamp: Annotated[str, Header(alias="X-Claimloket-Timestamp", description="Whole seconds since 1970")] = "",
    signature: Annotated[
        str, Header(alias="X-Claimloket-Signature", description='"sha256=" and the HMAC-SHA256 of timestamp, a dot and the body')
    ] = "",
) -> Any:  # fmt: skip
    """The insurer's system tells how a claim stands; the insured reads it at once. The same event id again changes nothing."""
    raw = await request.body()
    house.insurer.check(timestamp, signature, raw)
    try:
        body = shapes.StatusBody.model_validate_json(raw)
    except ValidationError as error:
        return problems.problem(
            request, "invalid", errors=[{"at": [str(part) for part in one["loc"]], "code": one["type"]} for one in error.errors()]
        )
    told = await run_in_threadpool(house.insurer.tell, body.id, body.number, body.status, body.reference)
    return {"id": told.event.id, "status": told.event.status, "reference": told.event.reference, "again": told.again}
