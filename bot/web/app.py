"""The door to the outside: routers of the API and the pages, security headers, body limits, one way to answer errors."""

import re
from collections.abc import Sequence

from fastapi import APIRouter, FastAPI, Request
from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.services.bundle import Services
from bot.services.documents import MEGABYTES, MOST_BYTES
from bot.settings import Settings
from bot.web import api, files, openapi, problems

MOST_BODY = 256_000  # bytes of a form or a small JSON document
MOST_STORY = 3_000_000  # where people write: 200,000 code points, each at its longest
MOST_UPLOAD = MOST_BYTES + 64_000  # the file and the form around it
FILES = re.compile(r"/api/v1/conversations/[^/]+/documents")
STORIES = re.compile(r"/|/balie|/api/v1/conversations/[^/]+/messages")
NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
HSTS = "max-age=31536000"


class OuterDoor:
    """Closed by default: a response keeps the headers it sets itself (the pages allow their own scripts), the rest is added.

    A body over the limit is refused with 413, by its announced length or as soon as that much has come in.
    What nobody foresaw ends here, as a problem document and a line in the log, and not as a traceback with somebody's words in it.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = {**HEADERS, **({"Strict-Transport-Security": HSTS} if secure else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def closed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        most, code = limit_of(scope["path"])
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > most:
            await problems.problem(Request(scope), code, {"megabytes": MEGABYTES})(scope, receive, closed)
            return
        try:
            await self._app(scope, limited(receive, most), closed)
        except Exception as error:  # the border of the process
            answer = problems.server_error(Request(scope), error)
            if started:  # too late for an answer: the server must cut the connection
                raise
            await answer(scope, receive, closed)


def limit_of(path: str) -> tuple[int, str]:
    """Most bytes of a body to `path`, and the code of the problem when there are more."""
    if FILES.fullmatch(path):
        return MOST_UPLOAD, "document_too_large"
    return (MOST_STORY if STORIES.fullmatch(path) else MOST_BODY), "body_too_large"


def limited(receive: Receive, most: int) -> Receive:
    """`receive` that raises a 413 once more than `most` bytes came in: a length need not be announced, or true."""
    total = 0

    async def counting() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise HTTPException(413)
        return message

    return counting


def create_app(settings: Settings, services: Services, pages: Sequence[APIRouter] = ()) -> FastAPI:
    """The app, with the routers of `pages` beside the API. Starting and stopping of services is `bot.wiring`'s."""
    app = FastAPI(
        title="Claimloket",
        version="1",
        description="First notice of loss for cyber incidents. Errors are problem documents (RFC 9457) with a Dutch `detail`.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the documentation pages of FastAPI load scripts from another site
        redoc_url=None,
        telemetry=NO_TELEMETRY,
    )
    app.state.settings, app.state.services = settings, services
    app.include_router(files.router)  # before the API: its "/{what}" would take "/documents" for itself
    app.include_router(api.router)
    for router in pages:
        app.include_router(router)
    problems.install(app)
    openapi.install(app)
    app.add_middleware(OuterDoor, secure=settings.cookie_secure)
    return app
