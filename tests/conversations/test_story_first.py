"""A whole story in one message fills what it holds, and nothing it holds is asked again."""

import json
import pathlib
from typing import Any

import httpx
import pytest

from tests.conversations.insured import answered, begin

BLIND = pathlib.Path(__file__).parent.parent / "blind"
STORIES = [json.loads(line) for line in (BLIND / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
LEAST = 12  # fields filled at once


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_a_story_fills_the_file_and_is_not_asked_again(
    story: dict[str, Any], client: httpx.Client, staff: tuple[httpx.Client, dict[str, str]]
) -> None:
    by_agent = story["channel"] == "call_centre_agent"
    talk = begin(staff[0], story["language"], story["channel"], **staff[1]) if by_agent else begin(client, story["language"])
    talk.say(story["text"])
    filled = answered(talk.claim_file()) & set(story["holds"])
    assert len(filled) >= LEAST
    for _ in range(45):
        if talk.open is None:
            break
        talk.say("Ja, dat klopt." if talk.open.startswith("confirm.") else "Dat weet ik niet.")
    # A question that puts two sayings side by side is not the same question again.
    disputed = {name for one in talk.claim_file()["contradictions"] for name in one["fields"]}
    assert not (set(talk.asked[1:]) & filled) - disputed
    assert len(talk.asked) > 5
