"""What was hit is no claim: "schade aan ons eigen bedrijf" is said by who has the damage."""

from tests.nlu.test_understand import facts


def test_damage_to_our_own_company_is_no_claim_on_us() -> None:
    assert not facts("Het gaat alleen om schade aan ons eigen bedrijf, niet bij klanten.", "claim_made")


def test_a_customer_that_claims_still_does() -> None:
    assert facts("De klant eist 8.000 euro schade van ons terug.", "claim_made")
