"""Totals add up like with like only; laws over any ledger, and the cases an adjuster meets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.understand_offline import heard
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.ledger import NEVER_A_LOSS
from bot.claims.losses import rollup
from bot.claims.model import ClaimFile, LedgerLine
from bot.claims.totals import ADDED, key, rows, totals, unit_of

from .talk import btc, day, said
from .test_losses import amount

ROLES = (*sorted(NEVER_A_LOSS), *sorted(ADDED))
amounts = st.decimals(min_value=0, max_value=10**7, places=2).map(lambda number: f"{number:f}")


@st.composite
def lines(draw: st.DrawFn) -> LedgerLine:
    asset = draw(st.sampled_from((None, None, "BTC", "XMR")))
    return LedgerLine(
        role=draw(st.sampled_from(ROLES)), head=draw(st.sampled_from((None, *rollup()))),
        party=draw(st.sampled_from(("insured", "claimant", "third_party", "unknown"))), amount=draw(amounts), asset=asset,
        currency=None if asset else draw(st.sampled_from(("EUR", "USD"))),
        vat_basis="not_applicable" if asset else draw(st.sampled_from(("excl", "incl", "unknown", "not_applicable"))),
        at=None, approx=draw(st.booleans()), evidence=(),
    )  # fmt: skip


ledgers = st.lists(lines(), max_size=12).map(tuple)


def key_of(row):
    return row.role, row.party, row.unit, row.vat_basis, row.loss


@given(ledgers)
def test_every_line_is_in_exactly_one_total(ledger):
    found = rows(ledger)
    assert sum(row.lines for row in found) == len(ledger)
    assert {key_of(row) for row in found} == {key(line) for line in ledger}
    assert len({key_of(row) for row in found}) == len(found)


@given(ledgers)
def test_what_is_no_loss_is_in_no_total_of_a_loss(ledger):
    for row in rows(ledger):
        if row.loss:
            assert row.role not in NEVER_A_LOSS
            assert all(rollup()[head] for head in row.heads)


@given(ledgers)
def test_an_added_total_is_the_sum_of_its_own_lines_and_no_others(ledger):
    for row in rows(ledger):
        own = [line for line in ledger if key(line) == key_of(row)]
        if row.basis == "added":
            assert Decimal(row.amount) == sum(Decimal(line.amount) for line in own)
        else:
            assert row.amount in {line.amount for line in own}
        if row.parts is not None:
            assert Decimal(row.parts) == sum(Decimal(line.amount) for line in own if line.head)


@given(ledgers, lines())
def test_an_amount_changes_no_total_of_another_unit_basis_role_or_party(ledger, more):
    before, after = ({key_of(row): row for row in rows(found)} for found in (ledger, (*ledger, more)))
    kept = [{k: replace(row, difference=None) for k, row in found.items() if k != key(more)} for found in (before, after)]
    assert kept[0] == kept[1]  # but whether a whole can be held beside its parts may change


@given(ledgers, st.randoms(use_true_random=False))
def test_sums_do_not_depend_on_the_order(ledger, random):
    mixed = list(ledger)
    random.shuffle(mixed)
    sums = [{key_of(row): row.amount for row in rows(found) if row.basis == "added"} for found in (ledger, mixed)]
    assert sums[0] == sums[1]


def file(*assertions) -> ClaimFile:
    return fold(assertions)


def only(found: ClaimFile, role: str):
    [row] = [row for row in totals(found).rows if row.role == role]
    return row


def test_a_demand_stated_as_a_whole_is_not_added_to_its_parts():
    found = file(
        amount("claimed", "25000", None), amount("claimed", "10000", "restoration"), amount("claimed", "12000", "business_interruption")
    )
    row = only(found, "claimed")
    assert (row.amount, row.basis, row.parts, row.difference, row.unsplit) == ("25000", "stated", "22000", "3000", False)


def test_parts_that_make_the_whole_leave_no_difference():
    found = file(amount("claimed", "25000.50", None), amount("claimed", "10000", "restoration"), amount("claimed", "15000", "other"))
    assert only(found, "claimed").difference is None


def test_a_lump_sum_is_marked_as_unsplit():
    assert only(file(amount("claimed", "39746.41", None)), "claimed").unsplit
    assert not only(file(amount("claimed", "100", "restoration")), "claimed").unsplit


def test_excl_and_incl_are_two_totals():
    found = file(amount("cost", "100", "restoration", vat="excl"), amount("cost", "121", "restoration", "m2", vat="incl"))
    assert [(row.vat_basis, row.amount) for row in totals(found).rows] == [("excl", "100"), ("incl", "121")]


def test_own_cost_is_apart_from_what_is_claimed_and_betterment_is_no_loss():
    own = amount("cost", "4500", "restoration")
    own = replace(own, value={**own.value, "party": "insured"})
    found = file(own, amount("claimed", "9000", "business_interruption"), amount("cost", "800", "betterment"))
    assert {(row.role, row.party, row.loss): row.amount for row in totals(found).rows} == {
        ("cost", "insured", True): "4500",
        ("claimed", "claimant", True): "9000",
        ("cost", "claimant", False): "800",
    }


def coins(role: str, number: str):
    row = amount(role, number, "ransom")
    return replace(row, value={**row.value, "asset": "BTC", "currency": None, "vat_basis": "not_applicable"})


def test_demanded_negotiated_and_paid_stand_beside_each_other_in_one_unit():
    found = totals(
        file(
            coins("ransom_demanded", "10"),
            coins("ransom_negotiated", "7"),
            coins("ransom_paid", "7"),
            amount("ransom_paid", "39746.41", "ransom"),
        )
    )
    assert {(one.earlier, one.later): one.difference for one in found.steps} == {
        ("ransom_demanded", "ransom_negotiated"): "3",
        ("ransom_negotiated", "ransom_paid"): "0",
        ("ransom_demanded", "ransom_paid"): "3",
    }
    assert {one.unit for one in found.steps} == {"BTC"}


def test_the_value_of_coins_is_the_one_that_was_stated_with_its_moment():
    paid = said("ransom_paid_at", day("2026-11-18"))
    [rate] = totals(file(coins("ransom_paid", "7"), amount("ransom_paid", "39746.41", "ransom"), paid)).rates
    assert (rate.amount, rate.asset, rate.value, rate.currency, rate.at["value"]) == ("7", "BTC", "39746.41", "EUR", "2026-11-18")
    assert totals(file(coins("ransom_paid", "7"), said("ransom_paid_amount", btc("7")))).rates == ()


def told(text: str) -> ClaimFile:
    one = heard({"id": "m1", "text": text, "at": "2026-11-23T10:00:00+01:00"}, "nl-BE")
    return fold(interpret(one, fold([])))


def test_money_belongs_to_the_coins_named_just_before_it_and_the_rate_to_that_money_only():
    found = told(
        "Ze vroegen 10 bitcoin, de klant betaalde 7 bitcoin, dat was 39.746,41 euro tegen de koers van 18 november 2026. "
        "Hij eist 25.000 euro. Het contract kost 600 euro per jaar."
    )
    [rate] = totals(found).rates
    assert (rate.amount, rate.value, rate.at["value"]) == ("7", "39746.41", "2026-11-18")
    assert [line.amount for line in found.ledger if line.at] == ["39746.41"]


def test_parts_of_another_vat_basis_leave_the_difference_open():
    rows_ = (
        amount("claimed", "25000", None, vat="excl"),
        amount("claimed", "10000", "restoration", vat="excl"),
        amount("claimed", "12000", "other"),
    )
    row = next(row for row in totals(file(*rows_)).rows if row.vat_basis == "excl")
    assert (row.parts, row.difference) == ("10000", None)


def test_a_second_value_in_money_leaves_open_which_one_it_is():
    rows_ = (coins("ransom_paid", "7"), amount("ransom_paid", "39746.41", "ransom"), amount("ransom_paid", "41000", "ransom", "m2"))
    assert totals(file(*rows_)).rates == ()


@pytest.mark.parametrize("role", sorted(NEVER_A_LOSS))
def test_amounts_that_replace_each_other_are_not_added(role):
    found = file(amount(role, "10", None), amount(role, "20", None, "m2"))
    assert [(row.amount, row.basis, row.loss) for row in totals(found).rows] == [("20", "last", False)]


def test_the_unit_is_the_coin_or_the_currency():
    assert {unit_of(line) for line in file(coins("ransom_paid", "7"), amount("cost", "1", None)).ledger} == {"BTC", "EUR"}
