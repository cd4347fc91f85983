"""Loss labels as the guidelines set them, from assertions alone."""

from bot.claims.losses import losses, rollup
from bot.claims.model import Assertion

from .talk import NOW, said


def loss(head: str, status: str, message: str = "m1", party: str = "unknown", **more) -> Assertion:
    return Assertion("loss", head, {"status": status, "party": party, **more}, "stated", "insured", message, NOW)


def amount(role: str, number: str, head: str | None, message: str = "m1", vat: str = "unknown") -> Assertion:
    line = {
        "head": head,
        "party": "claimant",
        "amount": number,
        "asset": None,
        "currency": "EUR",
        "vat_basis": vat,
        "at": None,
        "approx": False,
    }
    return Assertion("money", role, line, "stated", "insured", message, NOW)


def test_every_head_rolls_up_to_a_class_or_to_nothing():
    assert set(rollup().values()) == {"ransom", "restoration", "business_interruption", "other", ""}


def test_ransom_paid_is_incurred_and_claimed_when_asked_back():
    assert losses([said("ransom_paid", True)]).losses["ransom"].status == "incurred"
    both = losses([said("ransom_paid", True), said("ransom_paid_by", "claimant"), loss("ransom", "claimed", party="claimant")])
    assert (both.losses["ransom"].status, both.losses["ransom"].party, both.loss_types) == ("claimed", "claimant", ("ransom",))


def test_demanded_and_not_paid_is_a_threat_and_no_label():
    labels = losses([said("ransom_demanded", True), said("ransom_paid", False)])
    assert (labels.losses["ransom"].status, labels.loss_types) == ("threatened", ())


def test_no_ransom_asked_is_absent():
    assert losses([said("ransom_demanded", False)]).losses["ransom"].status == "absent"


def test_the_word_ransomware_alone_makes_ransom_and_restoration_possible():
    labels = losses([said("attack_type", ["ransomware"])])
    assert {labels.losses["ransom"].status, labels.losses["restoration"].status} == {"possible"}


def test_nothing_lost_outweighs_a_standstill_that_was_seen():
    labels = losses([loss("business_interruption", "incurred"), loss("business_interruption", "absent", "m2")])
    assert labels.losses["business_interruption"].status == "absent"


def test_a_loss_told_of_after_a_denial_counts_again():
    labels = losses([loss("business_interruption", "absent"), loss("business_interruption", "incurred", "m2")])
    assert labels.losses["business_interruption"].status == "incurred"


def test_forensics_is_reported_as_restoration_and_kept_on_its_own():
    labels = losses([loss("forensics", "incurred")])
    assert labels.loss_types == ("restoration",)
    assert labels.fine_losses["forensics"].status == "incurred"


def test_interest_and_betterment_never_set_a_label():
    assert losses([loss("legal_interest", "claimed"), loss("betterment", "incurred")]).loss_types == ()


def test_the_primary_loss_is_the_one_with_the_largest_amount():
    labels = losses(
        [
            loss("restoration", "claimed"),
            loss("business_interruption", "claimed"),
            amount("claimed", "9000", "business_interruption"),
            amount("claimed", "4000", "restoration"),
        ]
    )
    assert labels.primary_loss == "business_interruption"


def test_without_amounts_the_claimant_s_first_comes_first():
    assert losses([loss("business_interruption", "claimed"), loss("restoration", "claimed")]).primary_loss == "business_interruption"


def test_what_is_said_to_be_most_of_it_comes_first():
    assert losses([loss("business_interruption", "claimed"), loss("restoration", "claimed", main=True)]).primary_loss == "restoration"


def test_systems_back_after_encryption_have_been_restored():
    assert losses([said("encrypted_asset_types", ["servers"]), said("restoration_status", "done")]).loss_types == ("restoration",)


def test_turnover_never_adds_to_a_loss():
    labels = losses([loss("business_interruption", "incurred"), amount("turnover", "39000000", None)])
    assert labels.losses["business_interruption"].amounts == ()
