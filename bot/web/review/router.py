"""The pages of the staff: `/inloggen`, `/wachtwoord`, `/dossiers`, `/dossiers/{id}`, `/dossiers/{id}/opnemen`, `/uitloggen`.

A view reads the form, calls a service, redirects or shows a page. All are plain `def`: services are synchronous.
"""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response

from bot.claims.errors import LoginRefused, NotFound, PasswordTooWeak, TooManyGuesses
from bot.claims.records import StaffSession
from bot.services.staff import LEAST_PASSWORD, LoggedIn
from bot.web import pages
from bot.web.review import access, alarm_part, claim_page, contexts, list_page, related

router = APIRouter(include_in_schema=False, route_class=access.StaffRoute)
Text = Annotated[str, Form(max_length=400)]

WRONG = "De naam of het wachtwoord klopt niet."
SLOW = "U heeft het te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw."
WEAK = f"Kies een wachtwoord van minstens {LEAST_PASSWORD} tekens. Het mag niet hetzelfde zijn als uw oude wachtwoord of uw naam."
UNEQUAL = "De twee nieuwe wachtwoorden zijn niet gelijk."


def person(session: StaffSession) -> contexts.Person:
    return contexts.Person(session.member.name, session.csrf)


@router.get("/inloggen")
def login(request: Request, naar: str = access.LIST) -> Response:
    return login_page(request, back=access.inside(naar))


@router.post("/inloggen")
def log_in(request: Request, name: Text = "", password: Text = "", csrf: Text = "", back: Text = access.LIST) -> Response:
    """Start a session; a one-time login goes on to the page that asks for a password."""
    back = access.inside(back)
    if not access.form_token_ok(request, csrf):
        return login_page(request, back=back, name=name, problem=access.STALE, status=403)
    try:
        entered = request.app.state.services.staff.log_in(name, password, address=access.address(request))
    except LoginRefused:
        return login_page(request, back=back, name=name, problem=WRONG, status=403)
    except TooManyGuesses:
        return login_page(request, back=back, name=name, problem=SLOW, status=429)
    return enter(request, entered, access.NEW_PASSWORD if entered.session.member.must_change_password else back)


def login_page(request: Request, *, back: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    token = access.form_token(request)
    response = pages.render("review/login.html", contexts.LoginPage("Inloggen", token, back, name, problem), status=status)
    access.set_cookie(response, request, access.FORM_COOKIE, token)
    return response


def enter(request: Request, entered: LoggedIn, where: str) -> Response:
    response = access.redirect(where)
    access.set_cookie(response, request, access.SESSION_COOKIE, entered.token)
    return response


@router.get("/wachtwoord")
def password(session: access.LoggedIn) -> Response:
    return password_page(session)


def password_page(session: StaffSession, problem: str = "", status: int = 200) -> Response:
    page = contexts.PasswordPage("Wachtwoord kiezen", person(session), LEAST_PASSWORD, problem)
    return pages.render("review/password.html", page, status=status)


@router.post("/wachtwoord")
def change_password(
    request: Request, session: access.LoggedIn, old: Text = "", new: Text = "", again: Text = "", csrf: Text = ""
) -> Response:
    """Set a new password; all other sessions of this member end."""
    staff = request.app.state.services.staff
    if not staff.csrf_ok(session, csrf):
        return password_page(session, access.STALE, 403)
    if new != again:
        return password_page(session, UNEQUAL, 422)
    try:
        entered = staff.change_password(access.token(request), old, new, address=access.address(request))
    except LoginRefused:
        return password_page(session, "Het oude wachtwoord klopt niet.", 403)
    except PasswordTooWeak:
        return password_page(session, WEAK, 422)
    except TooManyGuesses:
        return password_page(session, SLOW, 429)
    return enter(request, entered, access.LIST)


@router.post("/uitloggen")
def log_out(request: Request, session: access.LoggedIn, csrf: Text = "") -> Response:
    staff = request.app.state.services.staff
    if not staff.csrf_ok(session, csrf):
        return access.redirect(access.LIST)
    staff.log_out(access.token(request))
    response = access.redirect(access.LOGIN)
    response.delete_cookie(access.SESSION_COOKIE, path="/")
    return response


@router.get("/dossiers")
def claims(request: Request, session: access.Member, triage: str = "") -> Response:
    """The list, P1 first and then the newest."""
    return pages.render("review/list.html", list_page.build(request.app.state.services.review.latest(), person(session), triage))


@router.get("/dossiers/{claim_id}")
def claim(request: Request, session: access.Member, claim_id: str, versie: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0) -> Response:
    """One claim file with its transcript, as it is now or as it was in one version. To open it ends its alarm: nobody else is called."""
    return claim_view(request, session, claim_id, version=versie)


def claim_view(request: Request, session: StaffSession, claim_id: str, notice: str = "", status: int = 200, version: int = 0) -> Response:
    """The page of a file with the files that may tell of the same event beside it; `version` 0 is the file as it is now."""
    house = request.app.state.services
    try:
        found = house.review.version(claim_id, version) if version else house.review.claim_file(claim_id)
    except NotFound:
        return missing(session)
    house.alarms.opened(claim_id, session.member.name)
    part = alarm_part.build(house.alarms.history(claim_id))
    others = related.files(house.events.facts(claim_id), house.events.related(claim_id))
    linked = sum(one.state == "confirmed" for one in others)
    page = claim_page.build(
        found, person(session), house.review.versions(claim_id), version, alarm=part, related=others, linked=linked, notice=notice
    )
    return pages.render("review/claim.html", page, status=status)


@router.post("/dossiers/{claim_id}/opnemen")
def take_up(request: Request, session: access.Member, claim_id: str, csrf: Text = "") -> Response:
    """ "Ik neem dit op": this member sees to the file, and the person who reported reads that somebody does."""
    house = request.app.state.services
    if house.staff.csrf_ok(session, csrf):
        try:
            house.alarms.take(claim_id, session.member.name)
        except NotFound:
            return missing(session)
    return access.redirect(f"{access.LIST}/{quote(claim_id, safe='')}")


def missing(session: StaffSession) -> Response:
    return pages.render("review/missing.html", contexts.MissingPage("Dossier niet gevonden", person(session)), status=404)
