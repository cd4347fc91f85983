"""Which Dutch a page or a conversation speaks.

What the address asks for, else what was chosen before, else the country the browser names, else the setting.
"""

from fastapi import Request
from starlette.responses import Response

from bot.claims.variants import DUTCH, FLEMISH, LANGUAGES, Language

COOKIE = "claimloket_taal"
COUNTRY = {"be": FLEMISH, "nl": DUTCH}
YEAR = 365 * 24 * 3600


def read(text: str) -> Language | None:
    """The variant that `text` names ("nl-BE", "be"), or None."""
    last = text.strip().lower().rpartition("-")[2]
    return COUNTRY.get(last) if text.strip().lower() in (*map(str.lower, LANGUAGES), *COUNTRY) else None


def asked(request: Request) -> Language | None:
    """The variant in the page's address (`?taal=nl-BE`), if any."""
    return read(request.query_params.get("taal", ""))


def of_browser(request: Request) -> Language | None:
    """The first country the browser names that is one of ours: "fr-BE" is a Belgian too. "nl" alone says nothing."""
    wishes = []
    for order, part in enumerate(request.headers.get("accept-language", "")[:500].split(",")):
        tag, _, weight = part.partition(";")
        try:
            share = float(weight.partition("=")[2] or 1)
        except ValueError:
            share = 0.0
        country = tag.strip().lower().rpartition("-")
        if country[1] and country[2] in COUNTRY and share > 0:
            wishes.append((-share, order, COUNTRY[country[2]]))
    return min(wishes)[2] if wishes else None


def of(request: Request) -> Language:
    """The variant for this request."""
    chosen = asked(request) or read(request.cookies.get(COOKIE, "")) or of_browser(request)
    return chosen or read(request.app.state.settings.language) or DUTCH


def remember(response: Response, language: Language, *, secure: bool) -> None:
    """Keep a choice that was made by hand; it tells nothing about the person but this."""
    response.set_cookie(COOKIE, language, max_age=YEAR, path="/", httponly=True, samesite="lax", secure=secure)
