"""Every error as a problem document (RFC 9457) with a Dutch `detail`: a text of the catalogue, or of problems.toml."""

import pathlib
import traceback
from collections.abc import Mapping
from typing import Any

import tomllib
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot import log
from bot.claims import refusals  # noqa: F401 - its errors belong to the tree that is listed here
from bot.claims.errors import ClaimError, ValueRefused
from bot.claims.fields import FIELDS, in_language
from bot.claims.model import Say
from bot.services.texts import Catalogue
from bot.web import languages

LOG = log.get(__name__)
MEDIA = "application/problem+json"
ABOUT: dict[str, dict[str, Any]] = tomllib.loads(pathlib.Path(__file__).with_name("problems.toml").read_text(encoding="utf-8"))
BY_STATUS = {400: "invalid", 404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}


def problem(
    request: Request, code: str, facts: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """The answer for one code: type, title, status, detail, code, and whatever `more` says."""
    about = ABOUT[entry_of(code)]
    detail = sentence(request, code, facts)
    body = {"type": f"urn:claimloket:problem:{code}", "title": about["title"], "status": about["status"], "detail": detail, "code": code}
    return JSONResponse({**body, **more}, about["status"], dict(headers or {}), MEDIA)


def sentence(request: Request, code: str, facts: Mapping[str, Any] | None = None) -> str:
    """The Dutch sentence for people, as the pages show it too."""
    own: str | None = ABOUT[entry_of(code)].get("detail")
    texts: Catalogue = request.app.state.services.texts
    language = languages.of(request)
    return own or texts.render(Say(f"utter_{code}", in_words_of(facts or {}, language)), language).text


def in_words_of(facts: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The facts of an error, with the label of its field as it is called in `language`."""
    name = str(facts.get("name"))
    if name not in FIELDS or "label" not in facts:
        return dict(facts)
    rest = str(facts["label"]).removeprefix(FIELDS[name].label)
    return {**facts, "label": in_language(language)[name].label + rest}


def said(request: Request, error: ClaimError) -> tuple[str, int]:
    """The Dutch sentence and the HTTP status of an error, for a page that shows it itself."""
    return sentence(request, error.code, error.facts), ABOUT[entry_of(error.code)]["status"]


def entry_of(code: str) -> str:
    """The entry of problems.toml: that of the code itself, else of the error class it is a kind of."""
    return code if code in ABOUT else next(entry for entry in KINDS[code] if entry in ABOUT)


def kinds(error: type[ClaimError], above: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """For every code of the tree below `error`: its own and those above it, nearest first."""
    path = (error.code, *above)
    return {error.code: path} | {code: line for child in error.__subclasses__() for code, line in kinds(child, path).items()}


KINDS = kinds(ClaimError)


def claim_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ClaimError)
    headers = {"WWW-Authenticate": "Bearer"} if ABOUT[entry_of(error.code)]["status"] == 401 else {}
    if "seconds" in error.facts:
        headers["Retry-After"] = str(error.facts["seconds"])
    return problem(request, error.code, error.facts, headers, **place_of(error))


def place_of(error: ClaimError) -> dict[str, str]:
    """Where a refused value stands: the field, and a pointer into the body; nothing for other errors."""
    facts = error.facts
    return {"field": facts["name"], "pointer": facts.get("pointer", "#/value")} if isinstance(error, ValueRefused) else {}


def invalid(request: Request, error: Exception) -> JSONResponse:
    """A request that is not as described. What was sent is not repeated; only where and in what way it was wrong."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["type"] == "string_unicode" for one in found):
        return problem(request, "text_not_unicode")
    return problem(request, "invalid", errors=[{"at": [str(part) for part in one["loc"]], "code": one["type"]} for one in found])


def http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = BY_STATUS.get(error.status_code, "invalid" if error.status_code < 500 else "server_error")
    return problem(request, code, headers=error.headers)


def server_error(request: Request, error: Exception) -> JSONResponse:
    """For what nobody foresaw: the kind and the place go to the log, the message of the error (it may hold a person's words) does not."""
    place = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("request_failed", path=route_of(request), error=type(error).__name__, place=place)
    return problem(request, "server_error")


def route_of(request: Request) -> str:
    """The route's pattern: it holds no id of anybody."""
    return getattr(request.scope.get("route"), "path", "unknown")


def install(app: FastAPI) -> None:
    """Answer the errors of `app` with problem documents; `bot.web.app` does it for those nobody foresaw."""
    app.add_exception_handler(ClaimError, claim_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)
