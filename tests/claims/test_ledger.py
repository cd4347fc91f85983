"""The ledger: one line an amount, its role kept, nothing added up."""

from dataclasses import replace

from bot.claims.ledger import ledger
from bot.claims.model import Evidence

from .test_losses import amount


def test_the_same_amount_in_the_same_role_is_one_line_with_both_quotes():
    first = replace(amount("claimed", "5000", None), evidence=(Evidence("m1", 0, 10, "5.000 euro"),))
    again = replace(amount("claimed", "5000", None, "m2"), evidence=(Evidence("m2", 3, 13, "5.000 euro"),))
    [line] = ledger([first, again])
    assert [e.message_id for e in line.evidence] == ["m1", "m2"]


def test_the_same_amount_in_two_roles_stays_two_lines():
    assert [line.role for line in ledger([amount("ransom_demanded", "20000", "ransom"), amount("ransom_paid", "20000", "ransom")])] == [
        "ransom_demanded",
        "ransom_paid",
    ]


def test_amounts_with_and_without_vat_are_never_one():
    assert len(ledger([amount("claimed", "121", None, vat="incl"), amount("claimed", "121", None, "m2", vat="excl")])) == 2


def test_a_basis_said_later_completes_the_line():
    [line] = ledger([amount("claimed", "121", None), amount("claimed", "121", None, "m2", vat="excl")])
    assert line.vat_basis == "excl"


def test_a_correction_takes_the_place_of_the_last_line_of_its_role():
    new = replace(amount("ransom_paid", "200000", "ransom", "m2"), correction=True)
    assert [line.amount for line in ledger([amount("ransom_paid", "20000", "ransom"), new])] == ["200000"]


def test_without_a_correction_both_stay():
    assert [line.amount for line in ledger([amount("cost", "10", "restoration"), amount("cost", "20", "restoration", "m2")])] == [
        "10",
        "20",
    ]
