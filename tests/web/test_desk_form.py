"""The agent's form as the server makes it: which fields stand where, and a control for every kind, filled with what is recorded."""

import json
from typing import Any

import pytest

from bot.claims.export import claim_file
from bot.claims.fields import FIELDS, GROUP_LABELS
from bot.claims.values import CURRENCIES
from bot.web import pages
from bot.web.desk import form
from bot.web.desk.controls import Control, control
from tests.claims.talk import btc, day, eur, said
from tests.claims.test_export import log_of, value_for


def names(page: form.ListPage, group: str) -> list[str]:
    return next(([line.name for line in one.lines] for one in page.groups if one.name == group), [])


def test_every_field_stands_in_the_list_once() -> None:
    page = form.build_list(claim_file(log_of(said("reporter_name", "An Peeters"))), "attack_status")
    listed = [line.name for group in page.groups for line in group.lines]
    assert sorted(listed) == sorted(FIELDS)
    assert {group.name for group in page.groups if group.folded} <= set(GROUP_LABELS)


def test_the_open_question_comes_first_then_what_the_first_notice_lacks() -> None:
    log = log_of(said("reporter_name", "An Peeters"), said("broker_name", None, "declined"))
    page = form.build_list(claim_file(log), "reporter_phone")
    assert names(page, "now")[0] == "reporter_phone"
    assert page.groups[0].lines[0].asked
    assert len(names(page, "now")) == form.MOST_NOW
    assert {FIELDS[name].need for name in names(page, "now")} == {"minimum"}
    assert names(page, "known") == ["broker_name", "reporter_name"]


def test_a_line_says_the_value_and_its_doubt() -> None:
    found = claim_file(log_of(said("insured_client_count", 30, "estimated"), said("policy_number", None, "unknown")))["fields"]
    assert form.line(FIELDS["insured_client_count"], found["insured_client_count"]).status_word == "schatting"
    silent = form.line(FIELDS["policy_number"], found["policy_number"])
    assert (silent.value, silent.status_word) == ("", "weet niet")
    assert form.line(FIELDS["insured_view"], None).label == "Kijk van de verzekerde op de feiten"


def test_the_version_of_a_field_changes_with_whatever_is_recorded_of_it() -> None:
    one = claim_file(log_of(said("reporter_name", "An")))["fields"]["reporter_name"]
    two = claim_file(log_of(said("reporter_name", "An"), said("reporter_name", "An", "confirmed", message="m2")))["fields"]["reporter_name"]
    assert form.version(one) != form.version(two)
    assert form.version(None) == ""


def leaves(one: Control) -> list[Control]:
    inner = [*one.parts, *one.rows, *([one.blank] if one.blank else [])]
    return [leaf for part in inner for leaf in leaves(part)] if inner else [one]


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_every_field_has_a_form_with_a_label_for_every_input(field: Any) -> None:
    claim = claim_file(log_of(said(field.name, value_for(field))))
    page = form.build_field(claim, field.name, "nl-BE")
    html = bytes(pages.render("desk/field.html", page).body).decode()
    assert field.question_in("nl-BE").split("?")[0] in html.replace("&#39;", "'")
    assert f'data-name="{field.name}"' in html
    ids = [one.id for one in leaves(page.control)]
    assert len(set(ids)) >= len(leaves(page.control)) - (len(leaves(page.control.blank)) if page.control.blank else 0)
    for one in leaves(page.control):
        assert one.label


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("incident_occurred_at", day("2026-11"), {"day": "2026-11-01", "time": "", "precision": "month", "approx": False, "end": ""}),
        ("incident_occurred_at", day("2026-11-16T08:30:00+01:00"),
         {"day": "2026-11-16", "time": "08:30", "precision": "", "approx": False, "end": ""}),
        ("downtime", {"value": "P1DT12H", "approx": True}, {"count": "36", "unit": "H", "approx": True}),
        ("downtime", {"value": "P1.5D", "approx": False}, {"count": "1,5", "unit": "D", "approx": False}),
        ("downtime", {"value": "P3M", "approx": False}, {"count": "3", "unit": "M", "approx": False}),
        ("ransom_paid_amount", btc("0.5"), {"amount": "0,5", "unit": "asset:BTC", "vat": "", "period": ""}),
        ("demand_amount", eur("39746.41", "excl"), {"amount": "39.746,41", "unit": "currency:EUR", "vat": "excl", "period": ""}),
        ("insured_client_count", 1200, 1200),
        ("attack_type", ["ddos"], ["ddos"]),
    ],
)  # fmt: skip
def test_inputs_show_a_value_as_people_write_it(name: str, value: Any, shown: Any) -> None:
    assert control(FIELDS[name], value, "x").shown == shown


def test_a_file_that_came_in_stays_what_it_is_in_its_row() -> None:
    held = {"type": "contract", "status": "received", "sha256": "ab", "name": "c.pdf", "size": 12}
    row = control(FIELDS["documents"], [held], "x").rows[0]
    assert json.loads(row.kept) == {"sha256": "ab", "name": "c.pdf", "size": 12}
    assert [part.name for part in row.parts] == ["type", "status"]


def test_coins_come_before_money_where_a_ransom_is_asked() -> None:
    assert control(FIELDS["ransom_paid_amount"], None, "x").units[0] == ("asset:BTC", "bitcoin")
    assert len(control(FIELDS["demand_amount"], None, "x").units) == len(CURRENCIES)
