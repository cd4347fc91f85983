"""The door to the outside: routers of the API and the pages, security headers, body limits, one way to answer errors."""

from collections.abc import Sequence

from fastapi import APIRouter, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.services.bundle import Services
from bot.settings import Settings
from bot.web import api, problems

MOST_BODY = 256_000  # a form or a small JSON document; the route that takes messages allows more
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


class SecurityHeaders:
    """Closed by default: a response keeps the headers it sets itself (the pages allow their own scripts), the rest is added."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = {**HEADERS, **({"Strict-Transport-Security": HSTS} if secure else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, closed if scope["type"] == "http" else send)


def create_app(settings: Settings, services: Services, pages: Sequence[APIRouter] = ()) -> FastAPI:
    """The app, with the routers of `pages` beside the API. Starting and stopping of services is `bot.wiring`'s."""
    app = FastAPI(
        title="Claimloket",
        version="1",
        description="First notice of loss for cyber incidents. Errors are problem documents (RFC 9457) with a Dutch `detail`.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the documentation pages of FastAPI load scripts from another site
        redoc_url=None,
        max_body_size=MOST_BODY,
        telemetry=NO_TELEMETRY,
    )
    app.state.settings, app.state.services = settings, services
    app.include_router(api.router)
    for router in pages:
        app.include_router(router)
    problems.install(app)
    app.add_middleware(SecurityHeaders, secure=settings.cookie_secure)
    return app
