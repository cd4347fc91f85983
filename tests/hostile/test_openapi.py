"""Thousands of calls made from our own OpenAPI document, right and wrong ones, with a good token: never a server error.

Bounded: 13 operations, 40 right and 40 wrong calls each. `GET .../events` is left out: its answer is a stream without an end.
"""

import hashlib
import hmac
import time
from typing import Any, cast

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from bot.services.bundle import Services
from bot.settings import Settings
from bot.web.app import create_app
from tests.hostile.conftest import INSURER_SECRET
from tests.turn.house import SECRET
from tests.turn.served import Served

V1 = "/api/v1"
CALLS = 40
ENDLESS = "/events"


def described() -> dict[str, Any]:
    """The document itself: it follows from the routes, so no service is needed for it."""
    settings = Settings(database_url="sqlite://", action_secret=SECRET, session_secret=SECRET)
    made: dict[str, Any] = create_app(settings, cast("Services", None)).openapi()
    return made


SCHEMA = schemathesis.openapi.from_dict(described())
FOUND = [one.ok() for one in SCHEMA.get_all_operations()]
OPERATIONS = {f"{one.method.upper()} {one.path}": one for one in FOUND if not one.path.endswith(ENDLESS)}


# Where nothing but the token is sent, nothing wrong can be made up.
NOTHING_TO_GET_WRONG = {
    "GET /api/v1/conversations/{conversation_id}/claim-file",
    "GET /api/v1/schema/claim-file",
    "GET /healthz",
    "GET /readyz",
}
CALLED = [(name, mode) for name in OPERATIONS for mode in GenerationMode if mode.value == "positive" or name not in NOTHING_TO_GET_WRONG]


@pytest.fixture(scope="module")
def opened(house: Served) -> dict[str, Any]:
    found: dict[str, Any] = httpx.post(f"{house.url}{V1}/conversations", json={}).json()
    return found


def test_every_route_of_the_api_is_described_and_called() -> None:
    assert len(OPERATIONS) == 15
    assert {"POST /api/v1/conversations/{conversation_id}/documents", "POST /api/v1/handoff/status"} <= set(OPERATIONS)


def signed(request: Any) -> Any:
    """Sign the call as the insurer's system would, so that what lies behind that door is tried too."""
    raw, stamp = request.body or b"", str(int(time.time()))
    raw = raw.encode() if isinstance(raw, str) else raw
    mark = hmac.new(INSURER_SECRET.encode(), stamp.encode() + b"." + raw, hashlib.sha256).hexdigest()
    request.headers.update({"X-Claimloket-Timestamp": stamp, "X-Claimloket-Signature": f"sha256={mark}"})
    return request


@pytest.mark.parametrize(("name", "mode"), CALLED, ids=lambda one: getattr(one, "value", one))
def test_no_call_is_a_server_error(house: Served, opened: dict[str, Any], name: str, mode: GenerationMode) -> None:
    operation, session = OPERATIONS[name], requests.Session()

    @settings(
        max_examples=CALLS, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode), mine=st.integers(0, 9))
    def call(case: Any, mine: int) -> None:
        headers = {}
        if mine:  # one call in ten keeps whatever id was made up
            mine_of = {"conversation_id": opened["id"]} if "conversation_id" in operation.path else {}
            case.path_parameters = {**(case.path_parameters or {}), **mine_of}
            headers = {"Authorization": f"Bearer {opened['access_token']}"}
        if operation.path.endswith("/handoff/status") and mine:
            session.auth = signed
        answer = case.call(base_url=house.url, headers=headers, session=session, timeout=20)
        case.validate_response(
            answer, checks=[not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
        )

    call()
