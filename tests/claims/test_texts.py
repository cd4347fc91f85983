"""Dutch forms of values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.texts import duration, listed, money, number, render, value_in_dutch, when

from .talk import btc, day, eur


@pytest.mark.parametrize(
    ("value", "dutch"),
    [
        (eur("39746.41", "excl"), "€ 39.746,41 exclusief btw"),
        (eur("12.5", "incl"), "€ 12,50 inclusief btw"),
        (eur("39000000"), "€ 39.000.000"),
        (eur("600.00"), "€ 600"),
        (btc("7"), "7 bitcoin"),
        (btc("0.05"), "0,05 bitcoin"),
        ({"amount": "300000", "currency": "USD", "vat_basis": "not_applicable"}, "US$ 300.000"),
        ({**eur("600", "excl"), "period": "P1Y"}, "€ 600 exclusief btw per jaar"),
        ({**eur("360"), "period": "P1M", "approx": True}, "ongeveer € 360 per maand"),
    ],
)
def test_money(value, dutch):
    assert money(value) == dutch


@pytest.mark.parametrize(
    ("value", "dutch"),
    [
        (day("2026-11-16"), "maandag 16 november 2026"),
        (day("2026-11"), "november 2026"),
        (day("2026"), "2026"),
        (day("2026-11-16T08:05+01:00"), "maandag 16 november 2026 om 08.05 uur"),
        ({"value": "2026-11-16", "precision": "week"}, "de week van maandag 16 november 2026"),
        ({"value": "2026-10-01", "precision": "quarter"}, "kwartaal 4 van 2026"),
        ({"value": "2026-11-16", "end": "2026-11-18", "precision": "day"}, "van maandag 16 november 2026 tot woensdag 18 november 2026"),
        ({"value": "2026-11-16", "precision": "day", "approx": True}, "ongeveer maandag 16 november 2026"),
        ({"value": None, "precision": "day"}, "onbekend"),
        ({"value": "morgen", "precision": "day"}, "morgen"),
    ],
)
def test_dates(value, dutch):
    assert when(value) == dutch


@pytest.mark.parametrize(
    ("text", "dutch"), [("P3D", "3 dagen"), ("PT36H", "36 uur"), ("P1DT2H", "1 dag en 2 uur"), ("P1.5D", "1,5 dagen"), ("drie", "drie")]
)
def test_durations(text, dutch):
    assert duration(text) == dutch


@pytest.mark.parametrize(
    ("name", "value", "dutch"),
    [
        ("attack_status", "restored", "gestopt en alles werkt weer"),
        ("encrypted_asset_types", ["servers", "computers", "backup_disks"], "servers, computers en back-upschijven"),
        ("ransom_paid", True, "ja"),
        ("insured_client_count", 30, "30"),
        ("police_report", {"filed": True, "number": "123"}, "ja, 123"),
        ("police_report", {"filed": False}, "nee"),
        ("downtime", {"value": "P3D", "approx": True}, "ongeveer 3 dagen"),
        ("reporter_name", "An Peeters", "An Peeters"),
        ("incident_occurred_at", day("2026-11-16"), "maandag 16 november 2026"),
    ],
)
def test_values_of_fields(name, value, dutch):
    assert value_in_dutch(name, value) == dutch


def test_lists_read_like_dutch():
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a en b", "a, b en c"]


def test_render_fills_what_it_knows_and_nothing_else():
    assert render("Dossier {number} van {name} {}", {"number": 7}) == "Dossier 7 van {name} {}"


def test_render_never_fills_a_value_again():
    assert render("{a}", {"a": "{b}", "b": "x"}) == "{b}"


@given(st.integers(0, 10**13))
def test_an_amount_survives_writing(cents):
    amount = Decimal(cents) / 100
    assert Decimal(number(amount).replace(".", "").replace(",", ".")) == amount
