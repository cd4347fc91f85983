"""Somebody writes French, English or German to the running product: told once in that language, heard, and asked again in Dutch."""

import httpx
import pytest

from tests.conversations.insured import begin

STORY = {
    "fr": "Bonjour, nos serveurs ont été chiffrés le 3 novembre 2026. Les pirates demandent 10 bitcoins. Que faire ?",
    "en": "Hello, our servers were encrypted on 3 November 2026. The attackers are asking for 10 bitcoin. I do not understand Dutch.",
    "de": "Guten Tag, unsere Server sind seit dem 3. November 2026 gesperrt. Die Angreifer wollen 10 Bitcoin. Was nun?",
}
TOLD = {
    "fr": "Cette ligne fonctionne en néerlandais.",
    "en": "This line works in Dutch.",
    "de": "Diese Leitung arbeitet auf Niederländisch.",
}


@pytest.mark.parametrize("name", STORY)
def test_told_once_and_nothing_lost(client: httpx.Client, name: str) -> None:
    talk = begin(client)
    said = talk.say(STORY[name])
    assert said[0]["text"].startswith(TOLD[name])
    assert talk.open, "a question in Dutch follows"
    claim = talk.claim_file()
    assert STORY[name] in [one["text"] for one in claim["transcript"]]
    for state in claim["fields"].values():
        for words in state["evidence"]:
            assert words["quote"] in STORY[name]
    assert f"utter_line_is_dutch_{name}" in {one["text_id"] for one in claim["disclosures"]}
    again = talk.say(STORY[name])
    assert not [one for one in again if one["text"].startswith(TOLD[name])]


def test_dutch_full_of_english_terms_is_dutch(client: httpx.Client) -> None:
    said = begin(client).say("Alles is encrypted door lockbit, ook de backups, RDP stond open naar het internet.")
    assert not [one for one in said if one["text"].startswith(tuple(TOLD.values()))]
