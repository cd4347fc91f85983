"""Which Dutch a visitor gets: the browser's country, a choice by hand, the setting; on the page, in the talk, at the desk."""

import pathlib
import re
from collections.abc import Iterator

import httpx
import pytest

from bot.services import core as cores
from bot.settings import SettingRefused, Settings
from bot.wiring import catalogue
from tests.turn.house import SECRET
from tests.turn.served import Served, served
from tests.web.test_pages_doors import hidden, is_closed, log_in

V1 = "/api/v1/conversations"
PASSWORD = "een lange zin voor de balie"


def real_core() -> cores.Core:
    return cores.real(catalogue(Settings(database_url="sqlite://", action_secret=SECRET, session_secret=SECRET)))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("languages"), real_core()) as running:
        yield running


@pytest.fixture
def client(house: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=10) as made:
        yield made


def language_of(page: str) -> str:
    found = re.search(r'data-language="([^"]+)"', page)
    assert found
    assert f'<html lang="{found[1]}">' in page
    assert page.count('aria-current="true"') == 1
    return found[1]


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl-BE"),
        ("nl-NL,nl;q=0.9", "nl-NL"),
        ("nl-be", "nl-BE"),
        ("fr-BE,fr;q=0.9,nl;q=0.5", "nl-BE"),
        ("en-US,nl-BE;q=0.7,nl-NL;q=0.8", "nl-NL"),
        ("nl-NL;q=0,nl-BE;q=0.1", "nl-BE"),
        ("nl", "nl-NL"),
        ("en-US,en;q=0.5", "nl-NL"),
        ("", "nl-NL"),
        ("nl-BE;q=veel, ;;;, \u00a0x" * 50, "nl-NL"),
    ],
)
def test_the_browser_says_the_country(client: httpx.Client, wishes: str, language: str) -> None:
    headers = {"Accept-Language": wishes.encode()}
    assert language_of(client.get("/", headers=headers).text) == language
    opened = client.post(V1, json={}, headers=headers).json()
    assert opened["language"] == language
    assert ("schadebeheerder" in opened["messages"][0]["text"]) == (language == "nl-BE")


def test_a_choice_by_hand_goes_before_the_browser_and_is_kept(client: httpx.Client) -> None:
    dutch = {"Accept-Language": "nl-NL"}
    page = client.get("/?taal=nl-BE", headers=dutch)
    is_closed(page)
    assert language_of(page.text) == "nl-BE"
    assert "data-chosen" in page.text
    assert "Schade aangeven" in page.text
    again = client.get("/", headers=dutch)
    assert language_of(again.text) == "nl-BE"
    assert "data-chosen" not in again.text
    assert language_of(client.get("/?taal=nl-NL", headers=dutch).text) == "nl-NL"
    assert language_of(client.get("/?taal=<script>", headers=dutch).text) == "nl-NL"


def test_the_setting_is_for_whom_nothing_tells_a_country(tmp_path: pathlib.Path) -> None:
    with served(tmp_path, language="nl-BE") as house, httpx.Client(base_url=house.url) as client:
        assert language_of(client.get("/").text) == "nl-BE"
        assert client.post(V1, json={}).json()["language"] == "nl-BE"
        assert language_of(client.get("/", headers={"Accept-Language": "nl-NL"}).text) == "nl-NL"
    with pytest.raises(SettingRefused, match="LANGUAGE"):
        Settings(database_url="x", action_secret=SECRET, session_secret=SECRET, language="fr-BE")


def test_a_talk_goes_on_in_the_other_variant(client: httpx.Client) -> None:
    opened = client.post(V1, json={"language": "nl-NL"}).json()
    one, caller = f"{V1}/{opened['id']}", {"Authorization": f"Bearer {opened['access_token']}"}
    changed = client.put(f"{one}/language", json={"language": "nl-BE"}, headers=caller)
    assert (changed.status_code, changed.json()) == (200, {"language": "nl-BE"})
    sent = client.post(f"{one}/submit", headers=caller).json()["messages"]
    assert "schadeaangifte is doorgegeven aan de schadebeheerder" in sent[-1]["text"]
    shown = client.get(f"{one}/messages", headers=caller).json()
    assert "schadebehandelaar" in shown["messages"][0]["text"], "what was said stays"
    assert client.get(f"{one}/claim-file", headers=caller).json()["language"] == "nl-BE"
    labels = [one["label"] for one in shown["progress"]["blocks"]]
    assert "Schadeaangifte" in labels
    assert client.put(f"{one}/language", json={"language": "fr-BE"}, headers=caller).status_code == 422
    assert client.put(f"{one}/language", json={"language": "nl-BE"}, headers={"Authorization": "Bearer x"}).status_code == 401
    client.post(f"{one}/withdraw", headers=caller)
    assert client.put(f"{one}/language", json={"language": "nl-NL"}, headers=caller).status_code == 409


def test_without_scripts_the_choice_keeps_what_was_typed(client: httpx.Client) -> None:
    page = client.get("/").text
    client.post("/", data={"text": "Er is iets gebeurd", "key": hidden(page, "key")})
    page = client.get("/").text
    chosen = client.post("/", data={"text": "half getypt <b>", "key": hidden(page, "key"), "taal": "nl-BE"})
    assert chosen.status_code == 200
    is_closed(chosen)
    assert language_of(chosen.text) == "nl-BE"
    assert "half getypt &lt;b&gt;</textarea>" in chosen.text
    assert "half getypt" not in chosen.text.split('id="text"')[0], "it was not said"
    conversation = client.cookies["claimloket_web_chat"].strip('"').split(":")
    caller = {"Authorization": f"Bearer {conversation[1]}"}
    assert client.get(f"{V1}/{conversation[0]}/claim-file", headers=caller).json()["language"] == "nl-BE"


def test_an_agent_chooses_the_country_of_the_caller(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("taalbalie", "agent")
    log_in(client, login.name, login.password)
    csrf = hidden(client.get("/wachtwoord").text)
    client.post("/wachtwoord", data={"old": login.password, "new": PASSWORD, "again": PASSWORD, "csrf": csrf})
    page = client.get("/balie?taal=nl-BE")
    assert language_of(page.text) == "nl-BE"
    assert "Land van de beller" in page.text
    desk = {"X-CSRF-Token": hidden(page.text)}
    opened = client.post(V1, json={"channel": "call_centre_agent", "language": "nl-BE"}, headers=desk).json()
    one, caller = f"{V1}/{opened['id']}", {"Authorization": f"Bearer {opened['access_token']}"}
    assert client.put(f"{one}/language", json={"language": "nl-NL"}, headers=caller).status_code == 403, "only with the agent's session"
    assert client.put(f"{one}/language", json={"language": "nl-NL"}, headers={**caller, **desk}).status_code == 200


def test_staff_read_a_claim_in_the_words_of_its_country(house: Served, client: httpx.Client) -> None:
    login = house.system.staff.create_staff("lezer", "adjuster")
    log_in(client, login.name, login.password)
    csrf = hidden(client.get("/wachtwoord").text)
    client.post("/wachtwoord", data={"old": login.password, "new": PASSWORD, "again": PASSWORD, "csrf": csrf})
    for language, word, other in (("nl-BE", "Makelaar", "Tussenpersoon"), ("nl-NL", "Tussenpersoon", "Makelaar")):
        opened = client.post(V1, json={"language": language}).json()
        caller = {"Authorization": f"Bearer {opened['access_token']}"}
        patched = client.patch(f"{V1}/{opened['id']}/fields/broker_name", json={"value": "Kantoor Janssens"}, headers=caller)
        assert patched.status_code == 200
        page = client.get(f"/dossiers/{opened['id']}").text
        assert word in page
        assert other not in page
