"""Every error as a problem document (RFC 9457) with a Dutch `detail`. The sentences stand in problems.toml."""

import pathlib
from typing import Any

import tomllib
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot import log
from bot.claims.errors import ClaimError

LOG = log.get(__name__)
MEDIA = "application/problem+json"
SENTENCES: dict[str, dict[str, Any]] = tomllib.loads(pathlib.Path(__file__).with_name("problems.toml").read_text(encoding="utf-8"))
BY_STATUS = {400: "invalid", 404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}


class Facts(dict[str, Any]):
    """Facts for a sentence; one that is missing stays visible as its name instead of breaking the answer."""

    def __missing__(self, name: str) -> str:
        return name


def problem(code: str, facts: dict[str, Any] | None = None, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """The answer for one code: type, title, status, detail, code, and whatever `more` says."""
    about = SENTENCES[code]
    body = {
        "type": f"urn:claimloket:problem:{code}",
        "title": about["title"],
        "status": about["status"],
        "detail": about["detail"].format_map(Facts(facts or {})),
        "code": code,
        **more,
    }
    return JSONResponse(body, about["status"], headers, MEDIA)


def claim_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ClaimError)
    code = next((kind.code for kind in type(error).__mro__ if getattr(kind, "code", None) in SENTENCES), "server_error")
    headers = {"WWW-Authenticate": "Bearer"} if SENTENCES[code]["status"] == 401 else {}
    if "seconds" in error.facts:
        headers["Retry-After"] = str(error.facts["seconds"])
    return problem(code, error.facts, headers)


def invalid(_request: Request, error: Exception) -> JSONResponse:
    """A request that is not as described. What was sent is not repeated; only where and in what way it was wrong."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["type"] == "string_unicode" for one in found):
        return problem("text_not_unicode")
    return problem("invalid", errors=[{"at": [str(part) for part in one["loc"]], "code": one["type"]} for one in found])


def http_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(
        BY_STATUS.get(error.status_code, "invalid" if error.status_code < 500 else "server_error"), headers=dict(error.headers or {})
    )


def server_error(request: Request, error: Exception) -> JSONResponse:
    LOG.error("request_failed", path=route_of(request), error=type(error).__name__, exc_info=error)
    return problem("server_error")


def route_of(request: Request) -> str:
    """The route's pattern: it holds no id of anybody."""
    return getattr(request.scope.get("route"), "path", "unknown")


def install(app: FastAPI) -> None:
    """Answer every error of `app` with a problem document."""
    app.add_exception_handler(ClaimError, claim_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(Exception, server_error)
