"""The pages over HTTP: who gets in, what a form must carry, and that nothing on a page can run but our own scripts."""

import html
import pathlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import httpx
import pytest

from bot.claims.export import claim_file
from bot.web.review.access import inside
from tests.turn.served import Served, served
from tests.turn.small_core import small_core

PASSWORD = "een lange zin die niemand raadt"
STAFF_PAGES = ("/dossiers", "/dossiers/x", "/balie", "/wachtwoord")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("house"), replace(small_core(), claim_file=claim_file)) as running:
        yield running


@pytest.fixture
def client(house: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=10) as made:
        yield made


def hidden(source: str, name: str = "csrf") -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', source)
    assert found, source
    return found[1]


def log_in(client: httpx.Client, name: str, password: str, **more: str) -> httpx.Response:
    csrf = hidden(client.get("/inloggen").text)
    return client.post("/inloggen", data={"name": name, "password": password, "csrf": csrf, **more})


@pytest.fixture
def member(house: Served, client: httpx.Client, request: pytest.FixtureRequest) -> httpx.Client:
    """A client logged in as a member who chose a password."""
    login = house.system.staff.create_staff(request.node.name, "adjuster")
    log_in(client, login.name, login.password)
    csrf = hidden(client.get("/wachtwoord").text)
    changed = client.post("/wachtwoord", data={"old": login.password, "new": PASSWORD, "again": PASSWORD, "csrf": csrf})
    assert changed.headers["location"] == "/dossiers"
    return client


class Closed(HTMLParser):
    """Fails on anything a strict policy would refuse: inline scripts, styles, handlers, other sites."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        assert tag not in ("style", "iframe", "object", "embed", "base"), tag
        assert tag != "script" or held.get("src", "").startswith("/static/"), held
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            assert name != "style", (tag, attrs)
            if name in ("href", "src", "action", "formaction"):
                assert re.match(r"(/(?!/)|#|tel:)", value or ""), (tag, attrs)


def is_closed(answer: httpx.Response) -> None:
    assert answer.headers["cache-control"] == "no-store"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    Closed().feed(answer.text)


@pytest.mark.parametrize("path", ["/", "/inloggen"])
def test_open_pages_are_closed_to_foreign_scripts(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    is_closed(answer)


@pytest.mark.parametrize("path", STAFF_PAGES)
def test_pages_of_the_staff_send_strangers_to_the_login(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/inloggen?naar={path}")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/dossiers", "/dossiers/x", "/balie"])
def test_a_one_time_login_opens_only_the_page_to_choose_a_password(house: Served, client: httpx.Client, path: str) -> None:
    login = house.system.staff.create_staff(f"nieuw {path}", "agent")
    assert log_in(client, login.name, login.password).headers["location"] == "/wachtwoord"
    assert client.get(path).headers["location"] == "/wachtwoord"
    is_closed(client.get("/wachtwoord"))


def test_pages_for_members_are_closed_to_foreign_scripts(member: httpx.Client) -> None:
    for path in ("/dossiers", "/balie"):
        answer = member.get(path)
        assert answer.status_code == 200
        is_closed(answer)
    missing = member.get("/dossiers/bestaat-niet")
    assert missing.status_code == 404
    is_closed(missing)


def test_cookies_are_kept_from_scripts_and_other_sites(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("koekje", "adjuster")
    kept = log_in(client, login.name, login.password).headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=strict" in kept
    assert "path=/" in kept
    assert "secure" not in kept  # plain HTTP on loopback; with CLAIMLOKET_COOKIE_SECURE see below


def test_behind_https_cookies_are_secure(tmp_path: pathlib.Path) -> None:
    with served(tmp_path, cookie_secure=True) as house, httpx.Client(base_url=house.url) as client:
        assert "; secure" in client.get("/inloggen").headers["set-cookie"].lower()


def test_a_login_form_of_another_site_is_refused(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("lokaas", "adjuster")
    for csrf in ("", "geraden"):
        answer = client.post("/inloggen", data={"name": login.name, "password": login.password, "csrf": csrf})
        assert answer.status_code == 403
        assert "claimloket_staff" not in answer.headers.get("set-cookie", "")


def test_a_wrong_password_says_not_what_was_wrong(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("bekend", "adjuster")
    known, unknown = log_in(client, login.name, "mis"), log_in(client, "onbekend", "mis")
    assert (known.status_code, unknown.status_code) == (403, 403)
    sentence = "De naam of het wachtwoord klopt niet."
    assert sentence in known.text
    assert sentence in unknown.text
    is_closed(known)


def test_guessing_is_slowed_down(tmp_path: pathlib.Path) -> None:
    with served(tmp_path) as house, httpx.Client(base_url=house.url, timeout=20) as client:
        login = house.system.staff.create_staff("doelwit", "adjuster")
        for _ in range(8):
            log_in(client, login.name, "mis")
        answer = log_in(client, login.name, login.password)
        assert answer.status_code == 429
        assert "Wacht een kwartier" in answer.text


def test_forms_of_members_need_their_token(member: httpx.Client) -> None:
    assert member.post("/uitloggen", data={"csrf": "geraden"}).headers["location"] == "/dossiers"
    assert member.get("/dossiers").status_code == 200, "still logged in"
    assert member.post("/wachtwoord", data={"old": PASSWORD, "new": "x" * 20, "again": "x" * 20}).status_code == 403
    assert member.post("/balie", data={"text": "hallo", "key": "k"}).status_code == 403


def test_logging_out_ends_the_session_itself(member: httpx.Client) -> None:
    token = member.cookies["claimloket_staff"]
    csrf = hidden(member.get("/dossiers").text)
    assert member.post("/uitloggen", data={"csrf": csrf}).headers["location"] == "/inloggen"
    member.cookies.set("claimloket_staff", token)
    assert member.get("/dossiers").status_code == 303


def test_new_passwords_must_match_and_be_long(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("kiezer", "adjuster")
    log_in(client, login.name, login.password)
    csrf = hidden(client.get("/wachtwoord").text)
    unequal = client.post("/wachtwoord", data={"old": login.password, "new": PASSWORD, "again": PASSWORD + "x", "csrf": csrf})
    assert (unequal.status_code, "niet gelijk" in unequal.text) == (422, True)
    short = client.post("/wachtwoord", data={"old": login.password, "new": "kort", "again": "kort", "csrf": csrf})
    assert (short.status_code, "minstens 12 tekens" in short.text) == (422, True)


@pytest.mark.parametrize("where", ["//elders.example", "https://elders.example", "/\\elders.example", "javascript:1", "", "/a\nb"])
def test_the_login_never_leads_to_another_site(where: str) -> None:
    assert inside(where) == "/dossiers"


def test_the_login_leads_back_to_where_one_was_going(house: Served, client: httpx.Client, member: httpx.Client) -> None:
    csrf = hidden(member.get("/dossiers").text)
    member.post("/uitloggen", data={"csrf": csrf})
    name = "test_the_login_leads_back_to_where_one_was_going"
    assert log_in(client, name, PASSWORD, back="/balie").headers["location"] == "/balie"
    assert log_in(client, name, PASSWORD, back="//elders.example").headers["location"] == "/dossiers"


def test_static_files_are_revalidated_and_stay_inside_their_folder(client: httpx.Client) -> None:
    first = client.get("/static/css/claimloket.css")
    assert (first.status_code, first.headers["cache-control"]) == (200, "no-cache")
    assert client.get("/static/css/claimloket.css", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.get("/static/js/chat/main.js").headers["content-type"].startswith("text/javascript")
    for path in ("/static/%2e%2e/pages.py", "/static/../pages.py", "/static//etc/passwd", "/static/js"):
        assert client.get(path).status_code in (404, 405), path


def said(client: httpx.Client, house: Served) -> list[str]:
    conversation = client.cookies["claimloket_web_chat"].strip('"').split(":")[0]
    return [one.text for one in house.system.intake.since(conversation) if one.author == "insured"]


def test_without_scripts_a_form_says_each_message_once(house: Served, client: httpx.Client) -> None:
    key = hidden(client.get("/").text, "key")
    for _ in range(2):  # a double click
        answer = client.post("/", data={"text": "Hallo <b>daar</b>", "key": key})
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "httponly" in answer.headers["set-cookie"].lower()
    page = client.get("/")
    is_closed(page)
    assert "Hallo &lt;b&gt;daar&lt;/b&gt;" in page.text
    assert "Gehoord: 1." in page.text
    assert said(client, house) == ["Hallo <b>daar</b>"]
    assert hidden(page.text, "key") != key
    client.post("/", data={"text": "En nog iets", "key": hidden(page.text, "key")})
    assert said(client, house) == ["Hallo <b>daar</b>", "En nog iets"]


def test_without_scripts_a_refused_text_comes_back_with_a_dutch_sentence(client: httpx.Client) -> None:
    key = hidden(client.get("/").text, "key")
    long = client.post("/", data={"text": "é" * 200_001, "key": key})
    assert long.status_code == 413
    assert "te lang" in long.text
    assert "é" * 1000 in long.text
    assert client.post("/", data={"text": "   ", "key": key}).status_code == 422


def test_a_foreign_token_opens_no_conversation(house: Served, client: httpx.Client) -> None:
    key = hidden(client.get("/").text, "key")
    client.post("/", data={"text": "Geheim verhaal", "key": key})
    conversation = client.cookies["claimloket_web_chat"].strip('"').split(":")[0]
    with httpx.Client(base_url=house.url, cookies={"claimloket_web_chat": f"{conversation}:geraden"}) as thief:
        assert "Geheim verhaal" not in thief.get("/").text


def test_a_claim_file_shows_what_was_said_as_text(house: Served, member: httpx.Client) -> None:
    hostile = "<script>alert(1)</script> \"'> {{ 7 * 7 }}"
    opened = house.system.intake.open("web_chat", "nl-NL")
    with httpx.Client(base_url=house.url, timeout=10) as insured:
        path = f"/api/v1/conversations/{opened.id}/messages"
        headers = {"Authorization": f"Bearer {opened.access_token}", "Idempotency-Key": "k"}
        assert insured.post(path, json={"text": hostile}, headers=headers).status_code == 200
    page = member.get(f"/dossiers/{opened.id}")
    assert page.status_code == 200
    is_closed(page)
    shown = html.unescape(re.sub(r"<[^>]*>", "", page.text))
    assert hostile in shown
    assert f'href="/dossiers/{opened.id}"' in member.get("/dossiers").text


def test_the_form_beside_an_agent_is_for_members(house: Served, client: httpx.Client, member: httpx.Client) -> None:
    opened = house.system.intake.open("call_centre_agent", "nl-NL")
    for path in (f"/balie/formulier/{opened.id}", f"/balie/formulier/{opened.id}/police_report"):
        answer = member.get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        is_closed(answer)
        with httpx.Client(base_url=house.url) as stranger:
            assert stranger.get(path).headers["location"].startswith("/inloggen")
    assert member.get("/balie/formulier/bestaat-niet").status_code == 404
    assert member.get(f"/balie/formulier/{opened.id}/bestaat_niet").status_code == 404
