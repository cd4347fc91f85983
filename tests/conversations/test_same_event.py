"""An insured by chat and their broker by telephone report one attack, a stranger another. Through the real Rasa and app."""

import httpx

from tests.browser.product import Product
from tests.conversations.insured import begin

BY_CHAT = (
    "Goedemorgen, wij zijn Kantelhuis Automatisering uit Mechelen. Onze klant Houthandel Roskam ligt plat sinds 3 november 2026, "
    "alle servers zijn versleuteld met Akira. Onze polis is CY-20481516."
)
BY_TELEPHONE = (
    "Makelaar belt voor kantelhuis automatisering bv, polisnummer CY-20481516. Ransomware bij een klant, houthandel roskam, "
    "ontdekt op 4 november 2026."
)
STRANGER = "Hier Polderbits. Bij onze klant Garage Pattyn is op 2 maart 2026 een verkeerde back-up teruggezet, de planning is weg."


def related(staff: tuple[httpx.Client, dict[str, str]], path: str) -> list[dict[str, object]]:
    id = path.rpartition("/")[2]
    found: list[dict[str, object]] = staff[0].get(f"/dossiers/{id}/dossier.json").raise_for_status().json()["related"]
    return found


def test_the_file_of_the_insured_shows_that_the_broker_called_too(
    house: Product, client: httpx.Client, staff: tuple[httpx.Client, dict[str, str]]
) -> None:
    chat = begin(client)
    chat.say(BY_CHAT)
    stranger = begin(client)
    stranger.say(STRANGER)
    assert related(staff, chat.path) == []
    call = begin(staff[0], "nl-BE", "call_centre_agent", **staff[1])
    call.say(BY_TELEPHONE)
    found = related(staff, chat.path)
    assert [(one["id"], one["kind"], one["state"]) for one in found] == [(call.path.rpartition("/")[2], "possible_duplicate", "proposed")]
    texts = {reason["text"] for reason in found[0]["reasons"]}  # type: ignore[attr-defined]
    assert {"zelfde polisnummer", "datums binnen 2 dagen"} <= texts, texts
    assert related(staff, stranger.path) == []
    page = staff[0].get(f"/dossiers/{chat.path.rpartition('/')[2]}").text
    assert "Mogelijk dezelfde melding" in page
    # What the insured gets is their own file and nothing of the other.
    own = chat.claim_file()
    assert "related" not in own
    assert call.path.rpartition("/")[2] not in str(own)
    assert not [message for message in chat.messages if "makelaar belt" in message["text"].lower()]
