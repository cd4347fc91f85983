"""Dialogue B of the seed: an attack that runs, told by a call-centre agent."""

import httpx

from tests.browser.product import Product
from tests.conversations.insured import begin

FIRST = (
    "Ik heb een IT-bedrijf aan de lijn. Zijn klant zegt dat zijn informatiesysteem niet beschikbaar is. Bijna alle servers, computers en "
    "back-upschijven zijn versleuteld. De aanvallers vragen 10 bitcoin."
)


def test_a_running_attack_is_p1_after_the_first_message(staff: tuple[httpx.Client, dict[str, str]]) -> None:
    talk = begin(staff[0], "nl-BE", "call_centre_agent", **staff[1])
    said = talk.say(FIRST)
    claim = talk.claim_file()
    assert claim["triage"]["level"] == "P1"
    assert "T2" in {signal["id"] for signal in claim["triage"]["signals"]}
    assert "P1" in said[0]["text"]
    said = talk.say("De beller vraagt of hij moet betalen.")
    assert any("Doe nog geen betaling" in message["text"] for message in said)
    talk.say("Hij heeft de aanvallers zelf al gecontacteerd.")
    claim = talk.claim_file()
    assert claim["fields"]["attacker_contact_by"]["value"] == ["insured"]
    assert "ransom_paid" not in claim["fields"] or claim["fields"]["ransom_paid"]["status"] == "unknown"
    assert claim["losses"]["ransom"]["status"] == "threatened"
    assert claim["losses"]["restoration"]["status"] == "threatened"
    assert claim["losses"]["business_interruption"]["status"] == "possible"


def test_an_agent_needs_a_login(house: Product) -> None:
    answer = httpx.post(f"{house.url}/api/v1/conversations", json={"channel": "call_centre_agent", "language": "nl-NL"})
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("application/problem+json")
