"""Two files of one event through the real core and store: found, shown to the staff, linked by a person; nothing of it for an insured."""

import json
import pathlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest

from bot.claims.schema import schema
from bot.services import core as cores
from bot.services.texts import Catalogue
from bot.wiring import ROOT
from tests.turn.served import Served, served
from tests.web.test_pages_doors import PASSWORD, hidden, is_closed, log_in

V1 = "/api/v1"
POLICY, OTHERS_NAME = "CY-48151623", "Kantelhuis Automatisering"


@pytest.fixture
def house(tmp_path: pathlib.Path) -> Iterator[Served]:
    with served(tmp_path, cores.real(Catalogue.load(ROOT / "domain.yml")), local_dir=str(tmp_path / "local")) as up:
        yield up


@pytest.fixture
def staff(house: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=30) as made:
        login = house.system.staff.create_staff("an", "adjuster")
        log_in(made, login.name, login.password)
        csrf = hidden(made.get("/wachtwoord").text)
        made.post("/wachtwoord", data={"old": login.password, "new": PASSWORD, "again": PASSWORD, "csrf": csrf})
        yield made


class File:
    """One conversation whose fields are filled by hand."""

    def __init__(self, house: Served, **fields: Any) -> None:
        self.client = httpx.Client(base_url=house.url, timeout=30)
        opened = self.client.post(f"{V1}/conversations", json={}).json()
        self.id: str = opened["id"]
        self.path, self.headers = f"{V1}/conversations/{self.id}", {"Authorization": f"Bearer {opened['access_token']}"}
        self.client.post(f"{self.path}/messages", json={"text": "Hallo"}, headers={**self.headers, "Idempotency-Key": self.id})
        self.fill(**fields)

    def fill(self, **fields: Any) -> None:
        for name, value in fields.items():
            answer = self.client.patch(f"{self.path}/fields/{name}", json={"value": value}, headers=self.headers)
            assert answer.status_code == 200, answer.text

    def get(self, what: str) -> Any:
        return self.client.get(f"{self.path}/{what}", headers=self.headers).raise_for_status().json()

    def withdraw(self) -> None:
        self.client.post(f"{self.path}/withdraw", headers=self.headers).raise_for_status()


def day(text: str) -> dict[str, Any]:
    return {"value": text, "precision": "day", "approx": False}


def links(house: Served, id: str) -> list[tuple[str, str, str]]:
    return [(one.about.id, one.link.kind, one.link.state) for one in house.system.services.events.related(id)]


def decide(staff: httpx.Client, one: File, other: File, verdict: str, csrf: str | None = None) -> httpx.Response:
    csrf = hidden(staff.get("/dossiers").text) if csrf is None else csrf
    return staff.post(f"/dossiers/{one.id}/voorval", data={"other": other.id, "verdict": verdict, "csrf": csrf})


def twice(house: Served) -> tuple[File, File]:
    one = File(house, policy_number=POLICY, incident_discovered_at=day("2026-05-04"), attack_type=["ransomware"])
    other = File(house, policy_number=POLICY, insured_legal_name=OTHERS_NAME, incident_discovered_at=day("2026-05-05"))
    return one, other


def test_two_files_that_become_alike_by_a_later_word_are_found_then_and_let_go_when_it_is_corrected(house: Served) -> None:
    one, other = twice(house)
    assert links(house, one.id) == [(other.id, "possible_duplicate", "proposed")]
    assert links(house, other.id) == [(one.id, "possible_duplicate", "proposed")]
    third = File(house, insured_legal_name="Polderbits", incident_discovered_at=day("2026-05-04"), attack_type=["ransomware"])
    assert links(house, third.id) == []
    third.fill(policy_number=POLICY)
    assert {id for id, _, _ in links(house, third.id)} == {one.id, other.id}
    third.fill(policy_number="CY-99999999")
    assert links(house, third.id) == []


def test_the_page_shows_reasons_and_both_sides_and_a_person_decides(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    assert "mogelijk hetzelfde voorval" in staff.get("/dossiers").text
    page = staff.get(f"/dossiers/{one.id}")
    is_closed(page)
    for words in ("Mogelijk hetzelfde voorval", "zelfde polisnummer", "datums binnen 2 dagen", OTHERS_NAME, "lijkt erop", "in één dossier"):
        assert words in page.text
    answer = decide(staff, one, other, "confirmed")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/dossiers/{one.id}#same-event")
    shown = staff.get(f"/dossiers/{other.id}").text
    assert "Hoort bij elkaar, volgens an op" in shown
    assert "hoort bij een voorval" in staff.get("/dossiers").text
    event = staff.get(f"/dossiers/{one.id}/voorval")
    is_closed(event)
    assert "2 dossiers, 1 verzekerde" in event.text
    other.fill(incident_discovered_at=day("2026-09-01"))
    assert links(house, one.id) == [(other.id, "possible_duplicate", "confirmed")], "what a person decided stays"


def test_who_decided_what_is_kept_for_good(house: Served, staff: httpx.Client, tmp_path: pathlib.Path) -> None:
    one, other = twice(house)
    for verdict in ("rejected", "proposed", "confirmed"):
        decide(staff, one, other, verdict)
    with sqlite3.connect(tmp_path / "claims.db") as database:
        rows = database.execute(
            "SELECT d.state, s.name FROM event_decisions d JOIN staff s ON s.id = d.decided_by ORDER BY d.id"
        ).fetchall()
    assert rows == [("rejected", "an"), ("proposed", "an"), ("confirmed", "an")]


def test_a_form_without_its_token_or_of_strangers_changes_nothing(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    assert decide(staff, one, other, "confirmed", csrf="x").status_code == 403
    assert decide(staff, one, other, "onzin").status_code == 403
    assert decide(staff, one, File(house), "confirmed").status_code == 409
    stranger = httpx.post(f"{house.url}/dossiers/{one.id}/voorval", data={"other": other.id, "verdict": "confirmed"})
    assert stranger.headers["location"].startswith("/inloggen")
    assert links(house, one.id)[0][2] == "proposed"


def test_a_file_said_to_be_another_waits_again_when_more_is_told(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    decide(staff, one, other, "rejected")
    assert "mogelijk hetzelfde voorval" not in staff.get("/dossiers").text
    for file in (one, other):
        file.fill(claimant_legal_name="Houthandel Roskam")
    assert "mogelijk hetzelfde voorval" in staff.get("/dossiers").text
    assert "Sinds dit oordeel erbij" in staff.get(f"/dossiers/{one.id}").text


def test_a_withdrawn_file_is_shown_as_withdrawn(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    other.withdraw()
    assert 'class="badge withdrawn">ingetrokken' in staff.get(f"/dossiers/{one.id}").text


def test_one_event_that_hit_two_insureds_is_counted(house: Served, staff: httpx.Client) -> None:
    said = {"ransomware_family": "Qilin", "incident_discovered_at": day("2026-05-04"), "attack_type": ["ransomware"]}
    one, other = (File(house, insured_legal_name=name, **said) for name in ("Compaan IT", "Vlasman Systeembeheer"))
    assert links(house, one.id) == [(other.id, "same_event", "proposed")]
    decide(staff, one, other, "confirmed")
    page = staff.get(f"/dossiers/{other.id}/voorval").text
    assert "2 dossiers, 2 verzekerden" in page
    assert "Cumulatie (T7)" in page


def test_nothing_of_another_file_reaches_an_insured(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    decide(staff, one, other, "confirmed")
    one.fill(reporter_name="An Devos")
    for what in ("claim-file", "messages"):
        text = json.dumps(one.get(what), ensure_ascii=False)
        assert OTHERS_NAME not in text
        assert other.id not in text
        assert '"related"' not in text
    refused = httpx.get(f"{house.url}/dossiers/{one.id}/dossier.json", headers=one.headers)
    assert refused.status_code == 303


def test_the_export_for_staff_has_the_related_files_and_is_valid(house: Served, staff: httpx.Client) -> None:
    one, other = twice(house)
    found = staff.get(f"/dossiers/{one.id}/dossier.json").json()
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert [(one["id"], one["kind"], one["state"]) for one in found["related"]] == [(other.id, "possible_duplicate", "proposed")]
    assert staff.get("/dossiers/niets/dossier.json").status_code == 404
    assert staff.get("/dossiers/niets/voorval").status_code == 404


def test_a_file_from_before_there_were_facts_is_read_again(house: Served, tmp_path: pathlib.Path) -> None:
    one, other = twice(house)
    with sqlite3.connect(tmp_path / "claims.db") as database:
        for table in ("event_links", "event_keys", "event_facts"):
            database.execute(f"DELETE FROM {table}")
    assert house.system.services.events.refresh_all() == 2
    assert links(house, one.id) == [(other.id, "possible_duplicate", "proposed")]
