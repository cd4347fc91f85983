"""What was hit is no claim: "schade aan ons eigen bedrijf" is said by who has the damage."""

from tests.nlu import reading


def test_damage_to_our_own_company_is_no_claim_on_us() -> None:
    said = reading.read("Het gaat alleen om schade aan ons eigen bedrijf, niet bij klanten.")
    assert not [row for row in said if row.get("role") == "claim_made"]


def test_a_customer_that_claims_still_does() -> None:
    said = reading.read("De klant eist 8.000 euro schade van ons terug.")
    assert [row for row in said if row.get("role") == "claim_made"]
