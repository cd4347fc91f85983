"""What the page of a claim file shows of alarms, totals, standstills and terms."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.claims.records import Alarm, Page
from bot.services.alarms import History
from bot.web.review import alarm_part, standstill_part, terms, totals_part

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
ALARM = Alarm("a1", "c1", AT)


def page(**more: Any) -> Page:
    return Page(**{"id": "p", "conversation_id": "c1", "alarm_id": "a1", "line": "first", "channel": "mail", "due_at": AT, **more})


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ({"delivered_at": AT, "outcome": "delivered", "tries": 1}, "E-mail naar het eerste adres: afgeleverd"),
        ({"tries": 1}, "E-mail naar het eerste adres: nog niet gelukt na 1 poging, nieuwe poging volgt"),
        ({}, "E-mail naar het eerste adres: gepland"),
        ({"outcome": "failed", "tries": 30, "line": "second"}, "E-mail naar het tweede adres: niet gelukt na 30 pogingen"),
        ({"outcome": "unset", "channel": "webhook"}, "Webhook naar het eerste adres: niet verstuurd, adres niet meer ingesteld"),
    ],
)
def test_each_page_says_to_where_and_how_it_went(about: dict[str, Any], text: str) -> None:
    part = alarm_part.build(History((ALARM,), (page(**about),)))
    assert part is not None
    assert [point.detail for point in part.points] == ["Dossier werd P1", text]


def test_a_page_that_was_never_needed_is_left_out_and_one_that_was_tried_is_not() -> None:
    never, tried = page(outcome="cancelled"), page(outcome="cancelled", tries=2)
    part = alarm_part.build(History((ALARM,), (never, tried)))
    assert part is not None
    assert [point.detail for point in part.points][1:] == ["E-mail naar het eerste adres: niet afgeleverd na 2 pogingen, niet meer nodig"]


def test_the_alarm_reads_in_order_of_time_and_says_who_came() -> None:
    ended = Alarm("a1", "c1", AT, AT, AT + timedelta(minutes=9), "an", "opened", AT + timedelta(minutes=12), "bob")
    part = alarm_part.build(History((ended,), (page(delivered_at=AT + timedelta(minutes=1), outcome="delivered"),)))
    assert part is not None
    said = [point.detail for point in part.points]
    assert (said[0], said[-2:], part.can_take) == ("Dossier werd P1", ["Geopend door an", "Opgenomen door bob"], False)


def test_a_file_without_an_alarm_has_no_such_part() -> None:
    assert alarm_part.build(History((), ())) is None


def test_totals_say_what_is_no_loss_and_what_is_not_split() -> None:
    base = {
        "party": "claimant",
        "unit": "EUR",
        "vat_basis": "excl",
        "approx": False,
        "lines": 1,
        "parts": None,
        "difference": None,
        "unsplit": False,
    }
    rows = totals_part.rows(
        {
            "rows": [
                {**base, "role": "turnover", "loss": False, "amount": "400000", "basis": "last"},
                {
                    **base,
                    "role": "claimed",
                    "loss": True,
                    "amount": "25000",
                    "basis": "stated",
                    "parts": "22000",
                    "difference": "3000",
                    "lines": 3,
                },
                {**base, "role": "cost", "loss": True, "amount": "12.5", "basis": "added", "lines": 2, "unsplit": True},
            ]
        }
    )
    assert [row.notes for row in rows] == [
        "delen samen € 22.000 excl. btw; verschil € 3.000 excl. btw",
        "som van 2 bedragen; niet uitgesplitst",
        "telt niet als schade",
    ]


def test_coins_and_their_rate() -> None:
    rate = {"role": "ransom_paid", "amount": "7", "asset": "BTC", "value": "39746.41", "currency": "EUR"}
    step = {"earlier": "ransom_demanded", "later": "ransom_paid", "unit": "BTC", "first": "10", "second": "7", "difference": "3"}
    assert totals_part.steps({"steps": [step], "rates": [{**rate, "at": None}]}) == (
        "Losgeld gevraagd 10 BTC, losgeld betaald 7 BTC: verschil 3 BTC",
        "7 BTC is volgens de melding € 39.746,41 (moment van de koers niet bekend)",
    )


def test_a_standstill_shows_its_range_and_both_kinds_of_waiting_period() -> None:
    day = {"value": "2026-11-16", "precision": "day"}
    period = {
        "system": "webshop", "start": day, "end": {**day, "value": "2026-11-18"}, "said": None, "running": False, "evidence": [],
        "hours": {"least": "24", "most": "72"}, "hours_excess": {"least": "16", "most": "64"},
        "hours_qualifying": {"least": "24", "most": "72"},
    }  # fmt: skip
    part = standstill_part.build({"waiting_hours": 8, "waiting_source": "assumed", "periods": [period]}, lambda one: ())
    assert part is not None
    [row] = part.rows
    assert (row.system, row.when) == ("Webshop", "van 16 november 2026 tot 18 november 2026")
    assert (row.lasted, row.excess, row.qualifying) == ("24 tot 72 uur", "16 tot 64 uur", "24 tot 72 uur")
    assert "aangenomen" in part.waiting
    assert standstill_part.build({"periods": []}, lambda one: ()) is None


@pytest.mark.parametrize(
    ("one", "text", "detail"),
    [
        ({"due_at": "2026-11-23T00:00:00+01:00", "due_until": "2026-11-24T00:00:00+01:00", "precision": "day", "status": "running"},
         "tussen 23 november 2026 en 24 november 2026", "loopt"),
        ({"due_at": "2026-11-23T10:00:00+01:00", "due_until": "2026-11-23T10:00:00+01:00", "precision": "minute", "status": "passed"},
         "23 november 2026, 10:00", "voorbij"),
        ({"due_at": None, "status": "unknown_start", "counts": "het akkoord"}, "moment nog niet bekend", "telt vanaf: het akkoord"),
        ({"due_at": None, "status": "running"}, "zonder uitstel", "loopt"),
        ({"due_at": None, "status": "running", "done": True}, "zonder uitstel", "gedaan"),
    ],
)  # fmt: skip
def test_a_term_shows_between_which_moments_it_ends(one: dict[str, Any], text: str, detail: str) -> None:
    point = terms.deadline({"label": "melding", "clock_owner": "controller", **one}, ())
    assert point.text == text
    assert detail in point.detail
