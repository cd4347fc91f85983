"""Amounts set by hand: the ledger says what the fields say, whatever was there before."""

from dataclasses import replace
from typing import Any

import pytest

from bot.claims import edits
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import Assertion, Log

from .talk import NOW, btc, eur, said
from .test_export import log_of


def line(role: str, value: dict[str, Any], head: str | None = None, party: str = "unknown") -> Assertion:
    whole = {"head": head, "party": party, "asset": None, "currency": None, "vat_basis": "unknown", "at": None, "approx": False, **value}
    return replace(said("x", whole), kind="money", name=role)


def after(log: Log, name: str, value: Any, by: Any = "agent", status: Any = None) -> Log:
    return replace(log, assertions=(*log.assertions, *edits.edited(log, name, value, by, NOW, status)))


def lines(log: Log) -> list[tuple[str, str | None, str, str | None]]:
    return [(one.role, one.head, one.amount, one.asset or one.currency) for one in fold(log.assertions).ledger]


HEARD = log_of(said("ransom_demand_amount", btc("10")), line("ransom_demanded", btc("10"), "ransom"))


def test_a_corrected_amount_takes_the_place_of_its_line():
    log = after(HEARD, "ransom_demand_amount", btc("7.5"))
    assert lines(log) == [("ransom_demanded", "ransom", "7.5", "BTC")]
    log = after(log, "ransom_demand_amount", {"amount": "300000", "currency": "USD"})
    assert lines(log) == [("ransom_demanded", "ransom", "300000", "USD")], "in another unit too"


def test_an_amount_that_nobody_told_gets_its_line():
    assert lines(after(log_of(), "demand_amount", eur("39746.41", "excl"))) == [("claimed", None, "39746.41", "EUR")]
    assert lines(after(log_of(), "contract_fee", {**eur("600"), "period": "P1Y"})) == [("fee", None, "600", "EUR")]


def test_what_is_taken_away_leaves_the_ledger():
    assert lines(after(HEARD, "ransom_demand_amount", None, status="unknown")) == []
    assert lines(after(HEARD, "ransom_demand_amount", None, by="insured", status="unknown")) == [("ransom_demanded", "ransom", "10", "BTC")]


def test_each_row_of_a_list_has_its_own_line():
    log = after(log_of(), "external_costs", [eur("8000", "excl"), eur("500", "excl")])
    assert lines(log) == [("cost", "restoration", "8000", "EUR"), ("cost", "restoration", "500", "EUR")]
    log = after(log, "external_costs", [eur("8500", "excl"), eur("500", "excl"), eur("20", "excl")])
    assert lines(log) == [
        ("cost", "restoration", "8500", "EUR"),
        ("cost", "restoration", "500", "EUR"),
        ("cost", "restoration", "20", "EUR"),
    ]
    assert lines(after(log, "external_costs", [eur("500", "excl")])) == [("cost", "restoration", "500", "EUR")]
    assert fold(log.assertions).losses["restoration"].status == "incurred"


def test_saving_what_is_there_already_changes_no_line():
    assert lines(after(HEARD, "ransom_demand_amount", btc("10"))) == lines(HEARD)


def test_an_agent_changes_nothing_of_what_the_adjuster_entered_in_field_nor_ledger():
    log = after(HEARD, "ransom_demand_amount", btc("8"), by="adjuster")
    again = after(log, "ransom_demand_amount", btc("9"), by="agent")
    assert fold(again.assertions).value("ransom_demand_amount") == btc("8")
    assert lines(again) == [("ransom_demanded", "ransom", "8", "BTC")]


@pytest.mark.parametrize("field", [field for field in FIELDS.values() if field.ledger], ids=lambda field: field.name)
def test_field_and_ledger_say_the_same_after_any_edit(field):
    for first, second in ((eur("5", "excl"), eur("6", "excl")), (eur("6"), eur("5"))):
        log = log_of()
        for value in (first, second):
            log = after(log, field.name, [value] if field.kind == "money_list" else value)
        assert [(role, amount) for role, _, amount, _ in lines(log)] == [(field.ledger, second["amount"])]
