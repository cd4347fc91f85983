"""Fields by hand through the real door: what is taken, what is refused and how, who may take away, and the types of the OpenAPI."""

import datetime
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest

from bot.claims.fields import FIELDS
from bot.services import core as cores
from bot.services.texts import Catalogue
from bot.wiring import ROOT
from tests.turn.served import Served, served

V1 = "/api/v1"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("fields")
    with served(folder, cores.real(Catalogue.load(ROOT / "domain.yml")), local_dir=str(folder / "local")) as up:
        yield up


@pytest.fixture(scope="module")
def agent(house: Served) -> dict[str, str]:
    """The headers of a logged-in agent."""
    made = house.system.staff.create_staff("agent-fields", "agent")
    first = house.system.staff.log_in(made.name, made.password, address="x")
    entered = house.system.staff.change_password(first.token, made.password, "een lang wachtwoord", address="x")
    return {"Cookie": f"claimloket_staff={entered.token}", "X-CSRF-Token": entered.session.csrf}


class Talk:
    def __init__(self, house: Served, headers: dict[str, str] | None = None) -> None:
        self.client = httpx.Client(base_url=house.url, timeout=30)
        channel = "call_centre_agent" if headers else "web_chat"
        opened = self.client.post(f"{V1}/conversations", json={"channel": channel}, headers=headers).json()
        self.id, self.path = opened["id"], f"{V1}/conversations/{opened['id']}"
        self.headers = {"Authorization": f"Bearer {opened['access_token']}", **(headers or {})}

    def patch(self, name: str, **body: Any) -> httpx.Response:
        return self.client.patch(f"{self.path}/fields/{name}", json=body, headers=self.headers)

    def file(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"{self.path}/claim-file", headers=self.headers).json()
        return found

    def field(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.file()["fields"][name]
        return found


@pytest.fixture
def desk(house: Served, agent: dict[str, str]) -> Talk:
    return Talk(house, agent)


def test_a_refusal_says_what_is_wrong_what_is_right_and_where(house: Served) -> None:
    answer = Talk(house).patch("demand_heads", value=[{"head": "ransom", "amount": {"amount": "veel", "currency": "EUR"}}])
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "urn:claimloket:problem:amount_refused",
        "title": "The field cannot have this value",
        "status": 422,
        "code": "amount_refused",
        "field": "demand_heads",
        "pointer": "#/value/0/amount/amount",
        "detail": "Onderdelen van dat bedrag, bedrag: dit bedrag kunnen we niet lezen. Schrijf het met cijfers, bijvoorbeeld: "
        "12500.50 en kies een munt.",
    }


def test_what_lies_ahead_is_refused_by_the_clock_of_the_house(house: Served) -> None:
    talk, today = Talk(house), datetime.datetime.now(datetime.UTC).date()
    assert talk.patch("incident_occurred_at", value=str(today + datetime.timedelta(days=2))).json()["code"] == "date_in_future"
    assert talk.patch("incident_occurred_at", value=str(today)).status_code == 200
    assert talk.patch("ransom_deadline_at", value=str(today + datetime.timedelta(days=2))).status_code == 200


def test_an_account_number_ends_up_in_no_field(house: Served) -> None:
    talk = Talk(house)
    assert talk.patch("broker_name", value="NL91 ABNA 0417 1643 00").json()["code"] == "value_secret"
    assert talk.patch("preferred_contact", value="rekening NL91 ABNA 0417 1643 00").status_code == 200
    assert "ABNA" not in talk.field("preferred_contact")["value"]


def test_the_types_of_every_kind_are_kept_as_the_published_schema_says(desk: Talk) -> None:
    values = {
        "police_report": {"filed": True, "number": "GE.12.345/2026"},
        "nis2_status": {"claimant": "yes"},
        "own_hours": {"hours": "7.5"},
        "claimant_country": ["BE", "NL"],
        "measures_taken": [{"action": "stekker uit", "by": "insured"}],
        "incident_discovered_at": "2026-11-02T08:30",
        "contract_fee": {"amount": "600", "currency": "EUR", "vat_basis": "excl", "period": "P1Y"},
        "prior_correspondence": [{"type": "correspondence", "status": "promised"}],
    }
    for name, value in values.items():
        assert desk.patch(name, value=value).status_code == 200, name
    file, schema = desk.file(), desk.client.get(f"{V1}/schema/claim-file").json()
    jsonschema.Draft202012Validator(schema).validate(file)
    assert file["fields"]["police_report"]["value"] == values["police_report"]
    assert file["fields"]["police_report"]["said_by"] == "agent"
    assert file["fields"]["incident_discovered_at"]["value"]["value"] == "2026-11-02T08:30:00+01:00"


def test_not_known_and_rather_not_are_a_status(desk: Talk) -> None:
    assert desk.patch("broker_name", status="declined").status_code == 200
    assert (desk.field("broker_name")["value"], desk.field("broker_name")["status"]) == (None, "declined")
    assert desk.patch("policy_number", status="unknown").status_code == 200
    assert desk.field("policy_number")["status"] == "unknown"
    assert desk.patch("insured_client_count", value=30, status="estimated").status_code == 200
    assert desk.field("insured_client_count")["status"] == "estimated"


def test_an_agent_takes_a_wrong_value_away_and_the_history_keeps_it(desk: Talk) -> None:
    desk.patch("reporter_name", value="An Peters")
    desk.patch("reporter_name", value="An Peeters")
    desk.patch("reporter_name", status="unknown")
    found = desk.field("reporter_name")
    assert (found["value"], found["status"]) == (None, "unknown")
    assert [(one["value"], one["said_by"]) for one in found["history"]] == [
        ("An Peters", "agent"),
        ("An Peeters", "agent"),
        (None, "agent"),
    ]


def test_the_insured_takes_nothing_away_by_not_knowing(house: Served) -> None:
    talk = Talk(house)
    talk.patch("reporter_name", value="An Peeters")
    talk.patch("reporter_name", status="unknown")
    assert talk.field("reporter_name")["value"] == "An Peeters"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"status": "stated"},
        {"value": None, "status": "estimated"},
        {"value": 1, "status": "unknown"},
        {"value": 1, "status": "derived"},
    ],
)
def test_half_an_edit_is_no_edit(house: Served, body: dict[str, Any]) -> None:
    answer = Talk(house).patch("insured_client_count", **body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_when_the_form_answers_the_open_question_the_next_one_is_asked(desk: Talk) -> None:
    asked = desk.client.get(f"{desk.path}/messages", headers=desk.headers).json()["messages"][-1].get("ask")
    if asked is None:  # the agent begins with the story
        said = {**desk.headers, "Idempotency-Key": "k"}
        desk.client.post(f"{desk.path}/messages", json={"text": "IT-bedrijf belt"}, headers=said)
        asked = desk.client.get(f"{desk.path}/messages", headers=desk.headers).json()["messages"][-1]["ask"]
    other = desk.patch("insured_client_count", value=12).json()
    assert other["messages"] == [], "a field that was not asked changes nothing in the talk"
    assert asked["field"] == "attack_status"
    answer = desk.patch("attack_status", value="stopped").json()
    assert answer["messages"][-1]["ask"]["field"] not in (None, "attack_status")
    assert desk.patch("attack_status", value="restored").json()["messages"] == [], "it is not open any more"


@pytest.fixture(scope="module")
def document(house: Served) -> dict[str, Any]:
    found: dict[str, Any] = httpx.get(f"{house.url}{V1}/openapi.json").json()
    return found


def test_openapi_has_a_type_for_every_field(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["FieldName"]["enum"] == list(FIELDS)
    assert list(schemas["FieldValues"]["properties"]) == list(FIELDS)
    patch = document["paths"][f"{V1}/conversations/{{conversation_id}}/fields/{{name}}"]["patch"]
    name = next(one for one in patch["parameters"] if one["name"] == "name")
    assert name["schema"] == {"$ref": "#/components/schemas/FieldName"}
    assert schemas["PatchBody"]["properties"]["value"]["$ref"] == "#/components/schemas/FieldValue"
    assert schemas["FieldValues"]["properties"]["police_report"]["required"] == ["filed"]
    assert schemas["FieldValues"]["properties"]["jurisdiction"]["enum"] == ["BE", "NL", "other"]


def test_openapi_describes_the_claim_file_that_is_sent(document: dict[str, Any], desk: Talk) -> None:
    content = document["paths"][f"{V1}/conversations/{{conversation_id}}/claim-file"]["get"]["responses"]["200"]["content"]
    whole = {**content["application/json"]["schema"], "components": document["components"]}
    desk.patch("police_report", value={"filed": True})
    jsonschema.Draft202012Validator(whole).validate(desk.file())
    broken = {**desk.file(), "triage": {"level": "P9", "signals": []}}
    assert list(jsonschema.Draft202012Validator(whole).iter_errors(broken))


def test_openapi_says_who_may_call_and_how_errors_look(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert all(one["name"].lower() != "authorization" for one in operation.get("parameters", ())), path
            if "{conversation_id}" in path:
                assert {"conversation": []} in operation["security"], path
            if path.startswith(V1):
                assert operation["responses"]["default"]["content"] == {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }


def test_every_reference_of_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    found = []

    def look(one: Any) -> None:
        if isinstance(one, dict):
            found.extend(value for name, value in one.items() if name == "$ref")
            for value in one.values():
                look(value)
        elif isinstance(one, list):
            for value in one:
                look(value)

    look(document)
    assert len(found) > 100
    assert {name.removeprefix("#/components/schemas/") for name in found} <= set(document["components"]["schemas"])
