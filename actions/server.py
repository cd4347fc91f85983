"""The loopback listener for Rasa: POST /rasa/actions with the JSON of Rasa's action server and our secret in a header."""

import secrets
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from actions.sdk import Action, Dispatcher, Tracker
from bot import log
from bot.claims.errors import ClaimError

LOG = log.get(__name__)
HEADER = "X-Claimloket-Secret"
MOST_BODY = 8_000_000
NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
HEALTH = "/rasa/actions/health"


class SecretDoor:
    """Nobody comes in without our secret; asked before the body is read, compared in constant time. Only the health answer is open."""

    def __init__(self, app: ASGIApp, secret: str) -> None:
        self._app, self._secret = app, secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] != HEALTH:
            given = Headers(scope=scope).get(HEADER, "").encode("latin-1")
            if not secrets.compare_digest(given, self._secret):
                LOG.warning("action_refused")
                await JSONResponse({"error": "forbidden"}, 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def create_actions_app(actions: Sequence[Action], secret: str) -> FastAPI:
    """The app of the listener. Without the secret every call is 403, whatever it asks."""
    app = FastAPI(
        title="Claimloket actions", docs_url=None, redoc_url=None, openapi_url=None, max_body_size=MOST_BODY, telemetry=NO_TELEMETRY
    )
    by_name = {action.name(): action for action in actions}

    @app.post("/rasa/actions")
    def call(body: dict[str, Any]) -> Response:
        action = by_name.get(str(body.get("next_action")))
        if action is None:
            return JSONResponse({"error": "no such action", "action_name": str(body.get("next_action"))}, 404)
        return answer(action, body)

    @app.get(HEALTH)
    def health() -> dict[str, str]:
        return {"status": "ok"}

    app.add_middleware(SecretDoor, secret=secret)
    return app


def answer(action: Action, body: dict[str, Any]) -> Response:
    """Run one action; an error leaves the message unheard, and it is delivered again."""
    dispatcher = Dispatcher()
    try:
        events = action.run(dispatcher, Tracker(body.get("tracker") or {}), body.get("domain") or {})
    except ClaimError as error:
        LOG.warning("action_not_done", action=action.name(), code=error.code)
        return JSONResponse({"error": error.code, "action_name": action.name()}, 409)
    except Exception as error:
        LOG.error("action_failed", action=action.name(), error=type(error).__name__, exc_info=True)
        return JSONResponse({"error": "failed", "action_name": action.name()}, 500)
    return JSONResponse({"events": events, "responses": dispatcher.messages})
