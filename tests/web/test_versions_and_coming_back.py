"""Versions of a claim file, changing what was read back, and coming back by a spoken code; with the real core, through the API."""

import pathlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot import wiring
from bot.services import core as cores
from bot.services.secrets import new_resume_code, plain_code
from bot.settings import Settings
from tests.turn.served import Served, served

V1 = "/api/v1/conversations"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Settings(database_url="sqlite://", action_secret="s" * 32, session_secret="s" * 32)
    with served(tmp_path_factory.mktemp("house"), cores.real(wiring.catalogue(made))) as running:
        yield running


@pytest.fixture
def client(house: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=20) as made:
        yield made


class Talk:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.opened: dict[str, Any] = client.post(V1, json={"channel": "web_chat", "language": "nl-NL"}).json()
        self.path = f"{V1}/{self.opened['id']}"
        self.headers = {"Authorization": f"Bearer {self.opened['access_token']}"}
        self.count = 0

    def say(self, text: str) -> dict[str, Any]:
        self.count += 1
        headers = {**self.headers, "Idempotency-Key": f"k{self.count}"}
        return self.client.post(f"{self.path}/messages", json={"text": text}, headers=headers).json()  # type: ignore[no-any-return]

    def put(self, name: str, value: Any) -> None:
        self.client.patch(f"{self.path}/fields/{name}", json={"value": value}, headers=self.headers).raise_for_status()

    def post(self, what: str) -> httpx.Response:
        return self.client.post(f"{self.path}/{what}", headers=self.headers)

    def get(self, what: str) -> httpx.Response:
        return self.client.get(f"{self.path}/{what}", headers=self.headers)

    def versions(self) -> list[dict[str, Any]]:
        return self.get("claim-file/versions").json()["versions"]  # type: ignore[no-any-return]


def texts(answer: dict[str, Any]) -> str:
    return "\n".join(one["text"] for one in answer["messages"] if one["author"] == "bot")


def test_what_comes_after_the_hand_over_makes_a_version_and_the_earlier_one_keeps_its_bytes(client: httpx.Client) -> None:
    talk = Talk(client)
    talk.put("reporter_name", "An Peeters")
    assert talk.versions() == []
    number = talk.get("claim-file").json()["number"]
    assert number is None
    talk.post("submit")
    first = talk.get("claim-file?version=1")
    assert first.json() == talk.get("claim-file").json()
    talk.put("reporter_name", "An Janssens")
    assert [(one["number"], one["reason"], one["by"], one["changed"]) for one in talk.versions()] == [
        (1, "handed_over", "insured", []),
        (2, "added", "insured", ["reporter_name"]),
    ]
    assert talk.get("claim-file?version=1").content == first.content
    second = talk.get("claim-file?version=2").json()
    assert (second["version"], second["fields"]["reporter_name"]["value"]) == (2, "An Janssens")
    refused = talk.get("claim-file?version=3")
    assert (refused.status_code, refused.json()["code"]) == (404, "version_unknown")


def test_a_file_with_a_person_can_be_withdrawn_and_stays_readable(client: httpx.Client) -> None:
    talk = Talk(client)
    talk.post("submit")
    number = talk.get("claim-file").json()["number"]
    assert number in texts(talk.post("withdraw").json())
    assert [one["reason"] for one in talk.versions()] == ["handed_over", "withdrawn"]
    assert talk.get("messages").json()["claim_status"] == "withdrawn"
    assert talk.say("Toch nog iets.")["code"] == "conversation_closed"


def test_withdrawing_in_words_needs_a_yes(client: httpx.Client) -> None:
    talk = Talk(client)
    asked = talk.say("Ik wil mijn melding intrekken.")
    assert asked["messages"][-1]["ask"]["field"] == "confirm.withdraw"
    kept = talk.say("Nee, laat maar staan.")
    assert kept["claim_status"] == "draft"
    assert kept["messages"][-1]["ask"]["field"] == "attack_status"
    talk.say("Trek mijn melding maar in.")
    assert talk.say("ja")["claim_status"] == "withdrawn"


def test_a_button_opens_the_question_of_an_item_again(client: httpx.Client) -> None:
    talk = Talk(client)
    talk.put("reporter_phone", "+31612345678")
    opened = talk.post("fields/reporter_phone/change").json()
    assert opened["messages"][-1]["ask"]["field"] == "reporter_phone"
    assert "12345678" in texts(opened).replace(" ", "")
    assert talk.post("fields/nothing/change").status_code == 404


def test_who_comes_back_reads_two_lines_and_the_open_question(client: httpx.Client) -> None:
    talk = Talk(client)
    talk.say("goedenavond")
    talk.put("reporter_name", "An Peeters")
    before = len(talk.get("messages").json()["messages"])
    back = client.post(f"{V1}/resume", json={"code": talk.opened["resume_code"]}).json()
    where, question = back["messages"][before:]
    assert [line.split()[0] for line in where["text"].splitlines()] == ["Welkom", "Dit"]
    assert "naam van de melder" in where["text"]
    assert question["ask"]["field"] == "attack_status"
    again = client.post(f"{V1}/resume", json={"code": talk.opened["resume_code"]}).json()
    assert len(again["messages"]) == len(back["messages"])


def test_a_code_is_digits_in_groups_and_may_be_typed_as_it_is_said() -> None:
    code = new_resume_code()
    assert [len(group) for group in code.split()] == [3, 3, 3, 3]
    assert code.replace(" ", "").isdecimal()
    assert plain_code("vier acht drie, één nul twee") == plain_code("483-102") == "483102"
    assert plain_code("bcdf-2345-ghjk") == "BCDF2345GHJK"


def test_a_wrong_code_says_what_a_code_looks_like_and_counts(tmp_path: pathlib.Path) -> None:
    with served(tmp_path) as house, httpx.Client(base_url=house.url) as client:
        for _ in range(10):
            wrong = client.post(f"{V1}/resume", json={"code": "000 000 000 000"}).json()
            assert "12 cijfers" in wrong["detail"] or wrong["code"] == "resume_refused"
        assert client.post(f"{V1}/resume", json={"code": "000 000 000 000"}).status_code == 429


def test_without_scripts_a_visitor_sees_the_code_and_comes_back_with_it(house: Served) -> None:
    with httpx.Client(base_url=house.url, timeout=20, follow_redirects=True) as first:
        shown = first.post("/", data={"text": "Onze server ligt plat.", "key": "k1"}).text
        code = shown.split('class="code">')[1].split("<")[0]
        assert [len(group) for group in code.split()] == [3, 3, 3, 3]
    with httpx.Client(base_url=house.url, timeout=20, follow_redirects=True) as elsewhere:
        back = elsewhere.post("/", data={"code": code}).text
        assert "Onze server ligt plat." in back
        assert "Welkom terug." in back
        assert code in back


@pytest.mark.parametrize("words", ["", "Bel bij vragen de servicedesk: 02 000 00 00."])
def test_next_steps_are_said_only_in_the_words_of_the_insurer(tmp_path: pathlib.Path, words: str) -> None:
    path = tmp_path / "next.txt"
    path.write_text(words, encoding="utf-8")
    made = Settings(database_url="sqlite://", action_secret="s" * 32, session_secret="s" * 32, next_steps=str(path) if words else "")
    with served(tmp_path, cores.real(wiring.catalogue(made))) as house, httpx.Client(base_url=house.url) as client:
        said = [one["text"] for one in Talk(client).post("submit").json()["messages"]]
    assert len(said) == 1 + bool(words)
    assert not words or said[1] == words
