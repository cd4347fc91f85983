"""What every HTML page shares: the templates, the static files, and the headers that keep a page closed.

A page is one frozen dataclass given to one template, which sees it as `page` and nothing else.
"""

import dataclasses
import pathlib
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

HERE = pathlib.Path(__file__).resolve().parent
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
CLOSED = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_static = StaticFiles(directory=HERE / "static")


def render(template: str, page: Any, *, status: int = 200) -> HTMLResponse:
    """The page as HTML, never kept by a cache. `page` is the frozen dataclass that lists all the template may use."""
    if not (dataclasses.is_dataclass(page) and not isinstance(page, type)):
        raise TypeError(f"{template} takes a dataclass, not {type(page).__name__}")
    return HTMLResponse(_templates.get_template(template).render(page=page), status_code=status, headers=CLOSED)


async def static_file(path: str, request: Request) -> Response:
    """One file of `static/`; a browser asks each time whether it changed (304), so a new release needs no new addresses."""
    try:
        response = await _static.get_response(path, request.scope)
    except HTTPException as missing:
        return Response("Dit bestand bestaat niet.", missing.status_code, media_type="text/plain")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
