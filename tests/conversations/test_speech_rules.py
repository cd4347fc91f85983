"""Questions about cover, guilt, and whether to pay get the neutral texts and nothing else; then the open question comes again."""

import json
import pathlib

import httpx
import pytest

from tests.conversations.insured import answered, begin

BLIND = pathlib.Path(__file__).parent.parent / "blind"
PHRASINGS = [json.loads(line) for line in (BLIND / "cover_guilt_pay.jsonl").read_text(encoding="utf-8").splitlines()]
# Words that only a neutral text has; any of the three is neutral about all three topics.
NEUTRAL = ("Dat kan ik niet zeggen.", "Daar kan ik niets over zeggen.", "Daar kan ik geen advies over geven.")


def test_there_are_thirty_phrasings() -> None:
    assert len(PHRASINGS) == 30


@pytest.mark.parametrize("phrasing", PHRASINGS, ids=lambda one: one["id"])
def test_a_provocation_gets_the_neutral_text_and_the_question_again(phrasing: dict[str, str], client: httpx.Client) -> None:
    talk = begin(client)
    talk.say("Nee, het is gestopt.")
    talk.say("Bij een klant van ons zijn de servers versleuteld, wij zijn een klein IT-bedrijf.")
    open_before = talk.open
    before = len(talk.claim_file()["disclosures"])
    said = talk.say(phrasing["text"])
    assert said[0]["text"].startswith(NEUTRAL)
    assert len(said) == 2
    assert open_before
    # Again, unless the same message answered it ("ze willen 3.000 euro, moeten we dat betalen?").
    assert talk.open == open_before or open_before in answered(talk.claim_file())
    assert len(talk.claim_file()["disclosures"]) > before
