"""The conversation API: who may do what, what comes back, and what an error looks like."""

import json
import pathlib
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request

from bot.claims.errors import ClaimError
from bot.web import problems
from tests.turn.served import Served, served

V1 = "/api/v1"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("house")) as running:
        yield running


@pytest.fixture
def client(house: Served) -> Iterator[httpx.Client]:
    house.line.away = False
    with httpx.Client(base_url=house.url, timeout=10) as made:
        yield made


class Conversation:
    def __init__(self, client: httpx.Client, **body: str) -> None:
        self.client = client
        answer = client.post(f"{V1}/conversations", json={"channel": "web_chat", "language": "nl-NL", **body})
        assert answer.status_code == 201, answer.text
        self.opened: dict[str, Any] = answer.json()
        self.path = f"{V1}/conversations/{self.opened['id']}"
        self.headers = {"Authorization": f"Bearer {self.opened['access_token']}"}

    def say(self, text: Any, key: str = "k1", **headers: str) -> httpx.Response:
        return self.client.post(f"{self.path}/messages", json={"text": text}, headers={**self.headers, "Idempotency-Key": key, **headers})

    def get(self, what: str) -> Any:
        return self.client.get(f"{self.path}/{what}", headers=self.headers).json()

    def post(self, what: str) -> httpx.Response:
        return self.client.post(f"{self.path}/{what}", headers=self.headers)


def is_problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """A whole problem document with a Dutch sentence, and the headers that keep a response closed."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    body: dict[str, Any] = answer.json()
    assert (body["status"], body["code"], body["type"]) == (status, code, f"urn:claimloket:problem:{code}")
    assert body["title"]
    assert body["detail"].endswith(".")
    assert "{" not in body["detail"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    return body


def test_opening_gives_the_means_to_go_on(client: httpx.Client) -> None:
    opened = Conversation(client).opened
    assert len(opened["access_token"]) >= 40
    assert len(opened["resume_code"].replace(" ", "")) == 12
    assert [one["author"] for one in opened["messages"]] == ["bot", "bot"]
    asked = opened["messages"][-1]["ask"]
    assert (asked["field"], asked["kind"]) == ("attack_status", "enum")
    assert {"value": "ongoing", "label": "nog bezig"} in asked["options"]
    assert set(opened["progress"]) >= {"answered", "total", "block"}


def test_flemish_texts_for_a_fleming(client: httpx.Client) -> None:
    assert Conversation(client, language="nl-BE").opened["messages"][0]["text"] == "Dag."
    assert Conversation(client, language="nl-NL").opened["messages"][0]["text"] == "Goedendag."


def test_a_message_is_answered_with_what_was_kept(client: httpx.Client) -> None:
    answer = Conversation(client).say("mijn wachtwoord is Geheim123\r\nen verder")
    assert answer.status_code == 200
    mine, reply, question = answer.json()["messages"]
    assert mine["text"] == "mijn wachtwoord is █████████\nen verder"
    assert (reply["author"], reply["text"], reply["reply_to"]) == ("bot", "Gehoord: 1.", mine["id"])
    assert question["ask"]["field"] == "reporter_name"


def test_a_message_that_rasa_does_not_hear_is_queued_and_comes_later(tmp_path: pathlib.Path) -> None:
    with served(tmp_path, heard_within_seconds=0.2) as slow, httpx.Client(base_url=slow.url, timeout=10) as client:
        talk = Conversation(client)
        slow.line.away = True
        answer = talk.say("hallo")
        assert answer.status_code == 202
        body = answer.json()
        assert (body["status"], body["notice"]) == ("queued", "Uw bericht is bewaard; we proberen het opnieuw.")
        assert talk.get("messages")["messages"][-1]["state"] == "queued"
        slow.line.away = False
        later = next(found for _ in range(100) if (found := talk.say("hallo")).status_code == 200)
        assert [one["text"] for one in later.json()["messages"]][:2] == ["hallo", "Gehoord: 1."]


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("", 422, "text_blank"),
        (" \n", 422, "text_blank"),
        ("\u200b", 422, "text_blank"),
        ("a" * 200_001, 413, "text_too_long"),
        (5, 422, "invalid"),
        (None, 422, "invalid"),
    ],
)
def test_a_text_that_cannot_be_kept(client: httpx.Client, text: Any, status: int, code: str) -> None:
    is_problem(Conversation(client).say(text), status, code)


def test_half_a_surrogate_pair_is_refused(client: httpx.Client) -> None:
    talk = Conversation(client)
    headers = {**talk.headers, "Idempotency-Key": "k", "Content-Type": "application/json"}
    is_problem(client.post(f"{talk.path}/messages", content=b'{"text": "a\\ud83d"}', headers=headers), 422, "text_not_unicode")


def test_a_text_of_the_greatest_length_is_kept(client: httpx.Client) -> None:
    talk = Conversation(client)
    answer = talk.say("😀" * 199_999 + "!")
    assert answer.status_code == 200
    assert len(answer.json()["messages"][0]["text"]) == 200_000


def test_bodies_are_limited_at_the_door(client: httpx.Client) -> None:
    talk = Conversation(client)
    is_problem(talk.say("a" * 3_000_001), 413, "body_too_large")
    is_problem(client.post(f"{V1}/conversations/resume", json={"code": "a" * 300_000}), 413, "body_too_large")

    def endless() -> Iterator[bytes]:
        yield b'{"code": "'
        for _ in range(400):
            yield b"a" * 1000

    is_problem(
        client.post(f"{V1}/conversations/resume", content=endless(), headers={"Content-Type": "application/json"}), 413, "body_too_large"
    )


def test_the_key_is_needed_and_belongs_to_one_text(client: httpx.Client) -> None:
    talk = Conversation(client)
    is_problem(client.post(f"{talk.path}/messages", json={"text": "hallo"}, headers=talk.headers), 400, "key_missing")
    is_problem(talk.say("hallo", "k" * 201), 400, "key_missing")
    first = talk.say("hallo", "a")
    assert talk.say("hallo", "a").json() == first.json()
    is_problem(talk.say("iets anders", "a"), 422, "key_reused")


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer"}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"}])
def test_nobody_reads_or_writes_without_the_token(client: httpx.Client, headers: dict[str, str]) -> None:
    talk = Conversation(client)
    for method, what in (
        ("GET", "messages"),
        ("GET", "claim-file"),
        ("GET", "events"),
        ("POST", "messages"),
        ("POST", "submit"),
        ("PATCH", "fields/reporter_name"),
    ):
        body = {"text": "x"} if what == "messages" else {"value": "x"}
        answer = client.request(
            method, f"{talk.path}/{what}", headers={**headers, "Idempotency-Key": "k"}, json=body if method != "GET" else None
        )
        is_problem(answer, 401, "token_refused")


def test_a_token_opens_only_its_own_conversation(client: httpx.Client) -> None:
    mine, other = Conversation(client), Conversation(client)
    is_problem(client.get(f"{mine.path}/messages", headers=other.headers), 401, "token_refused")
    is_problem(client.get(f"{V1}/conversations/none/messages", headers=other.headers), 401, "token_refused")


def test_a_code_brings_back_the_conversation(client: httpx.Client) -> None:
    talk = Conversation(client)
    talk.say("hallo")
    typed = talk.opened["resume_code"].replace(" ", "-")
    answer = client.post(f"{V1}/conversations/resume", json={"code": typed})
    assert answer.status_code == 200
    back = answer.json()
    assert back["id"] == talk.opened["id"]
    assert len(back["messages"]) == 5
    fresh = {"Authorization": f"Bearer {back['access_token']}"}
    assert client.get(f"{talk.path}/messages", headers=fresh).status_code == 200
    assert client.get(f"{talk.path}/messages", headers=talk.headers).status_code == 200


def test_guessing_codes_is_slowed_down(tmp_path: pathlib.Path) -> None:
    with served(tmp_path) as house, httpx.Client(base_url=house.url) as client:
        talk = Conversation(client)
        for _ in range(10):
            is_problem(client.post(f"{V1}/conversations/resume", json={"code": "BCDF-2345-GHJK"}), 404, "resume_refused")
        blocked = client.post(f"{V1}/conversations/resume", json={"code": talk.opened["resume_code"]})
        is_problem(blocked, 429, "too_many_guesses")
        assert int(blocked.headers["retry-after"]) > 0


def test_a_field_is_corrected_by_hand(client: httpx.Client) -> None:
    talk = Conversation(client)
    answer = client.patch(f"{talk.path}/fields/reporter_name", json={"value": "An Peeters"}, headers=talk.headers)
    assert answer.status_code == 200
    assert talk.get("claim-file")["fields"]["reporter_name"]["value"] == "An Peeters"
    is_problem(client.patch(f"{talk.path}/fields/nothing", json={"value": 1}, headers=talk.headers), 404, "field_unknown")
    is_problem(client.patch(f"{talk.path}/fields/reporter_name", json={}, headers=talk.headers), 422, "invalid")


def test_what_is_set_by_hand_is_cleaned_as_a_message_is(client: httpx.Client) -> None:
    talk = Conversation(client)
    value = {"text": "ww: geheim1\0", "list": ["4111 1111 1111 1111"]}
    client.patch(f"{talk.path}/fields/measures_taken", json={"value": value}, headers=talk.headers)
    assert talk.get("claim-file")["fields"]["measures_taken"]["value"] == {"text": "ww: ███████", "list": ["█" * 19]}
    headers = {**talk.headers, "Content-Type": "application/json"}
    half = client.patch(f"{talk.path}/fields/reporter_name", content=b'{"value": "\\ud83d"}', headers=headers)
    is_problem(half, 422, "text_not_unicode")


def test_submit_and_withdraw(client: httpx.Client) -> None:
    talk = Conversation(client)
    sent = talk.post("submit").json()
    assert (sent["claim_status"], sent["messages"][0]["text"].startswith("Nummer CL")) == ("handed_over", True)
    assert talk.post("human").json()["messages"][0]["text"] == "Een mens."
    assert talk.post("withdraw").json()["claim_status"] == "withdrawn"
    is_problem(talk.say("nog iets"), 409, "conversation_closed")
    is_problem(talk.post("submit"), 409, "conversation_closed")
    assert talk.get("messages")["claim_status"] == "withdrawn"


def test_the_agents_channel_needs_a_session(house: Served, client: httpx.Client) -> None:
    desk = {"channel": "call_centre_agent", "language": "nl-NL"}
    is_problem(client.post(f"{V1}/conversations", json=desk), 403, "staff_only")
    staff = house.system.staff
    login = staff.create_staff("agent-api", "agent")
    first = staff.log_in(login.name, login.password, address="x")
    cookies = {"claimloket_staff": first.token}
    csrf = {"X-CSRF-Token": first.session.csrf}
    is_problem(
        client.post(f"{V1}/conversations", json=desk, headers={**csrf, "Cookie": f"claimloket_staff={first.token}"}), 403, "staff_only"
    )
    entered = staff.change_password(first.token, login.password, "een lang wachtwoord", address="x")
    cookies = {"Cookie": f"claimloket_staff={entered.token}"}
    is_problem(client.post(f"{V1}/conversations", json=desk, headers=cookies), 403, "staff_only")
    csrf = {"X-CSRF-Token": entered.session.csrf}
    opened = client.post(f"{V1}/conversations", json=desk, headers={**cookies, **csrf})
    assert opened.status_code == 201
    path, bearer = f"{V1}/conversations/{opened.json()['id']}/messages", {"Authorization": f"Bearer {opened.json()['access_token']}"}
    said = client.post(path, json={"text": "beller"}, headers={**cookies, **csrf, **bearer, "Idempotency-Key": "k"})
    assert said.json()["messages"][0]["author"] == "agent"
    is_problem(client.post(path, json={"text": "beller"}, headers={**bearer, "Idempotency-Key": "k2"}), 403, "staff_only")


def events(client: httpx.Client, talk: Conversation, count: int, **headers: str) -> list[tuple[str | None, str, Any]]:
    """The first `count` messages of the stream as (id, event, data)."""
    found: list[tuple[str | None, str, Any]] = []
    with client.stream("GET", f"{talk.path}/events", headers={**talk.headers, **headers}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        number, name = None, ""
        for line in answer.iter_lines():
            kind, _, value = line.partition(": ")
            if kind == "id":
                number = value
            elif kind == "event":
                name = value
            elif kind == "data":
                found.append((number, name, json.loads(value)))
                number = None
                if sum(one[1] == "message" for one in found) == count:
                    return found
    raise AssertionError("the stream ended")


def test_live_events_bring_old_and_new_messages_and_go_on_where_they_broke_off(house: Served, client: httpx.Client) -> None:
    talk = Conversation(client)
    with httpx.Client(base_url=house.url, timeout=10) as other:
        later = threading.Timer(0.3, lambda: Conversation.say(talk, "live"))
        later.start()
        found = events(other, talk, 5)
        later.join()
    messages = [one for one in found if one[1] == "message"]
    assert [one[0] for one in messages] == ["1", "2", "3", "4", "5"]
    assert [one[2]["text"] for one in messages][2:4] == ["live", "Gehoord: 1."]
    assert next(one[2] for one in found if one[1] == "state")["claim_status"] == "draft"
    again = [one for one in events(client, talk, 2, **{"Last-Event-ID": "3"}) if one[1] == "message"]
    assert [one[0] for one in again] == ["4", "5"]


def test_every_error_has_a_status_and_a_dutch_sentence(house: Served) -> None:
    request = Request({"type": "http", "headers": [], "query_string": b"", "app": house.system.app})
    codes = set(problems.KINDS)
    assert len(codes) > 20
    assert ClaimError.code in codes
    for code in codes:
        about = problems.ABOUT[problems.entry_of(code)]
        assert 400 <= about["status"] < 600
        assert problems.sentence(request, code, {"limit": 1, "seconds": 1, "name": "x", "least": 1, "label": "x"})


def test_unknown_pages_and_methods(client: httpx.Client) -> None:
    is_problem(client.get(f"{V1}/nothing"), 404, "not_found")
    is_problem(client.delete(f"{V1}/conversations"), 405, "method_not_allowed")
    is_problem(client.post(f"{V1}/conversations", content=b"{", headers={"Content-Type": "application/json"}), 422, "invalid")
    is_problem(client.post(f"{V1}/conversations", json={"channel": "fax"}), 422, "invalid")


def test_an_error_of_ours_tells_nothing(house: Served, client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_conversation_id: str) -> None:
        raise RuntimeError("secret detail")

    talk = Conversation(client)
    monkeypatch.setattr(type(house.system.intake), "claim_file", lambda self, conversation_id: broken(conversation_id))
    answer = client.get(f"{talk.path}/claim-file", headers=talk.headers)
    assert "secret detail" not in json.dumps(is_problem(answer, 500, "server_error"))


def test_health_and_documents(house: Served, client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "database": "up", "rasa": "up"}
    house.line.away = True
    assert client.get("/readyz").json() == {"status": "ready", "database": "up", "rasa": "down"}
    described = client.get(f"{V1}/openapi.json").json()
    assert {f"{V1}/conversations/{{conversation_id}}/messages", f"{V1}/conversations/resume"} <= set(described["paths"])
    assert client.get(f"{V1}/schema/claim-file").json()["$schema"].startswith("https://json-schema.org/")
    assert client.get("/docs").status_code == 404


def test_other_sites_get_no_leave(client: httpx.Client) -> None:
    answer = client.post(
        f"{V1}/conversations", json={"channel": "web_chat", "language": "nl-NL"}, headers={"Origin": "https://evil.example"}
    )
    assert "access-control-allow-origin" not in answer.headers
    assert client.post(f"{V1}/conversations", content=b'{"channel": "web_chat"}', headers={"Content-Type": "text/plain"}).status_code == 422
