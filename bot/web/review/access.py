"""Who may see the pages of the staff: the session cookie, the token every form must carry, and the way back to the login."""

import secrets
from collections.abc import Callable, Coroutine
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import APIRoute

from bot.claims.records import StaffSession

SESSION_COOKIE = "claimloket_staff"
FORM_COOKIE = "claimloket_form"
STALE = "Deze pagina was te oud. Probeer het opnieuw."
LOGIN, NEW_PASSWORD, LIST = "/inloggen", "/wachtwoord", "/dossiers"


class SeeOther(Exception):
    """Answer with a redirect to `where` (303)."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class StaffRoute(APIRoute):
    """A route whose dependencies may raise SeeOther."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        inner = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await inner(request)
            except SeeOther as elsewhere:
                return redirect(elsewhere.where)

        return handler


def redirect(where: str) -> Response:
    return RedirectResponse(where, status_code=303, headers={"Cache-Control": "no-store"})


def token(request: Request) -> str | None:
    return request.cookies.get(SESSION_COOKIE)


def logged_in(request: Request) -> StaffSession:
    """The session of this request; one-time logins count. Raises SeeOther to the login, which returns here."""
    session: StaffSession | None = request.app.state.services.staff.session(token(request))
    if session is None:
        raise SeeOther(f"{LOGIN}?naar={quote(request.url.path, safe='/')}")
    return session


def member(session: Annotated[StaffSession, Depends(logged_in)]) -> StaffSession:
    """The session of a person who chose their own password. Raises SeeOther to the page that asks for one."""
    if session.member.must_change_password:
        raise SeeOther(NEW_PASSWORD)
    return session


LoggedIn = Annotated[StaffSession, Depends(logged_in)]
Member = Annotated[StaffSession, Depends(member)]


def set_cookie(response: Response, request: Request, name: str, value: str) -> None:
    """A cookie of this browser session that scripts cannot read and other sites cannot send; Secure when we are behind HTTPS."""
    response.set_cookie(name, value, path="/", httponly=True, samesite="strict", secure=is_secure(request))


def is_secure(request: Request) -> bool:
    """Whether this page is behind HTTPS, as far as can be told."""
    settings = getattr(request.app.state, "settings", None)
    return request.url.scheme == "https" or bool(getattr(settings, "cookie_secure", False))


def form_token(request: Request) -> str:
    """The token of the login form, where there is no session yet: the same value must come back in cookie and form."""
    return request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)


def form_token_ok(request: Request, sent: str) -> bool:
    kept = request.cookies.get(FORM_COOKIE, "")
    return bool(kept) and secrets.compare_digest(kept.encode(), sent.encode())


def inside(where: str) -> str:
    """`where` when it is a page of ours (never another site), else the list."""
    return where if where.startswith("/") and not where.startswith(("//", "/\\")) and "\n" not in where else LIST


def address(request: Request) -> str:
    """The caller's address, for the limit on guessing."""
    return request.client.host if request.client else "unknown"
