"""An insured who answers from a case's facts, in words of their own, gets to a person or to a reference number in every case."""

from typing import Any

import httpx
import pytest

from tests.conversations.insured import begin
from tests.conversations.simulated import DEV, OWN, Outcome, cases, talk_through

MOST = 20
LEAST_RIGHT = 0.97
# A fixed choice: every sixth case, so that both channels, both countries, all roles and urgencies are among them.
CHOSEN = [*cases(DEV)[::6], *cases(OWN)[::6]]
_DONE: list[Outcome] = []


@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=[case["id"] for case in CHOSEN])
def test_a_case_is_completed(number: int, client: httpx.Client, staff: tuple[httpx.Client, dict[str, str]]) -> None:
    case: dict[str, Any] = CHOSEN[number]
    by_agent = number % 4 == 3
    talk = begin(staff[0], case["lang"], "call_centre_agent", **staff[1]) if by_agent else begin(client, case["lang"])
    found = talk_through(talk, case, 1, knows=0.7 if number % 3 == 2 else 1.0)
    _DONE.append(found)
    assert found.completed, found.talk
    assert found.number
    assert not found.twice, found.talk
    assert len(found.asked) <= MOST


def test_what_was_answered_stands_in_the_file() -> None:
    if len(_DONE) < len(CHOSEN):
        pytest.skip("needs all the talks above")
    answers, wrong = sum(one.answered for one in _DONE), [row for one in _DONE for row in one.wrong]
    assert answers >= 50
    assert 1 - len(wrong) / answers >= LEAST_RIGHT, wrong
