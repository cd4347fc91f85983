"""What the other libraries say, in our kinds; and a library that hangs, dies or throws costs a sentence, not the report."""

import sys
from datetime import datetime
from typing import Any

import pytest

from bench.evaluate.peers import Peer, PeerNotThere
from bench.peers import dateparser_dutch, recognizers_dutch

NOW = datetime.fromisoformat("2026-11-23T10:15:00+01:00")


def result(kind: str, *values: dict[str, Any]) -> dict[str, Any]:
    return {"type_name": f"datetimeV2.{kind}", "start": 3, "end": 9, "resolution": {"values": list(values)}}


def test_of_several_dates_the_last_one_up_to_now_is_taken() -> None:
    found = recognizers_dutch.moment(result("date", {"value": "2026-03-03"}, {"value": "2027-03-03"}), NOW)
    assert found == {"kind": "date", "start": 3, "end": 10, "value": "2026-03-03"}


def test_a_clock_of_twelve_hours_is_taken_as_written() -> None:
    found = recognizers_dutch.moment(result("datetime", {"value": "2026-11-17 10:00:00"}, {"value": "2026-11-17 22:00:00"}), NOW)
    assert found
    assert found["value"] == "2026-11-17T10:00:00"


@pytest.mark.parametrize(("clock", "day"), [("09:00:00", "2026-11-23"), ("14:30:00", "2026-11-22")])
def test_a_bare_clock_falls_on_the_last_day_on_which_it_has_passed(clock: str, day: str) -> None:
    found = recognizers_dutch.moment(result("time", {"value": clock}), NOW)
    assert found
    assert (found["kind"], found["value"]) == ("datetime", f"{day}T{clock}")


@pytest.mark.parametrize(
    ("kind", "values", "value"),
    [
        ("daterange", {"start": "2026-11-16", "end": "2026-11-23"}, "2026-11-16/2026-11-23"),
        ("daterange", {"start": "2026-11-22"}, "2026-11-22/.."),
        ("daterange", {"end": "2026-03-01"}, "../2026-03-01"),
        ("datetimerange", {"start": "2026-11-22 20:00:00", "end": "2026-11-22 23:59:59"}, "2026-11-22T20:00:00/2026-11-23T00:00:00"),
    ],
)
def test_ranges_become_intervals_with_open_sides(kind: str, values: dict[str, str], value: str) -> None:
    found = recognizers_dutch.moment(result(kind, values), NOW)
    assert found
    assert (found["kind"], found["value"]) == ("interval", value)


@pytest.mark.parametrize(("timex", "value"), [("P2.5D", "P2.5D"), ("P1DT6H", "P1DT6H"), ("odd", "PT216000S")])
def test_a_duration_is_its_timex_else_its_seconds(timex: str, value: str) -> None:
    found = recognizers_dutch.moment(result("duration", {"timex": timex, "value": "216000"}), NOW)
    assert found
    assert (found["kind"], found["value"]) == ("duration", value)


def test_sets_and_what_it_could_not_resolve_are_left_out() -> None:
    assert recognizers_dutch.moment(result("set", {"timex": "P1D", "value": "not resolved"}), NOW) is None
    assert recognizers_dutch.moment(result("duration", {"timex": "", "value": "not resolved"}), NOW) is None


@pytest.mark.parametrize(
    ("resolution", "kind", "value"),
    [
        ({"value": "39746,41", "unit": "Euro", "isoCurrency": "EUR"}, "money", {"amount": "39746.41", "currency": "EUR", "vat": None}),
        ({"value": "20000", "unit": "Dollar"}, "money", {"amount": "20000", "currency": "USD", "vat": None}),
        ({"value": "7", "unit": "Bitcoin"}, "crypto", {"amount": "7", "asset": "BTC"}),
    ],
)
def test_amounts_have_decimals_and_a_currency(resolution: dict[str, str], kind: str, value: dict[str, Any]) -> None:
    found = recognizers_dutch.money({"start": 0, "end": 4, "resolution": resolution})
    assert found == {"kind": kind, "start": 0, "end": 5, "value": value}


def test_a_unit_without_a_number_or_without_a_known_currency_is_no_amount() -> None:
    for resolution in ({"value": None, "unit": "Euro", "isoCurrency": "EUR"}, {"value": "3", "unit": "Gulden"}):
        assert recognizers_dutch.money({"start": 0, "end": 4, "resolution": resolution}) is None


def test_a_number_inside_a_date_or_an_amount_is_no_count() -> None:
    def at(kind: str, start: int, end: int) -> dict[str, Any]:
        return {"kind": kind, "start": start, "end": end}

    found = recognizers_dutch.merged(
        [at("date", 0, 7)], [at("money", 10, 16)], [at("number", 0, 1), at("number", 12, 13), at("number", 20, 22)]
    )
    assert [one["kind"] for one in found] == ["date", "money", "number"]


@pytest.mark.parametrize(
    ("piece", "period", "kind", "value"),
    [
        ("14 november", "day", "date", "2026-11-14"),
        ("14 november om 10 uur", "day", "datetime", "2026-11-14T10:00:00"),
        ("november", "month", "interval", "2026-11-01/2026-12-01"),
        ("vorige week", "week", "interval", "2026-11-09/2026-11-16"),
        ("2026", "year", "interval", "2026-01-01/2027-01-01"),
    ],
)
def test_dateparser_gives_kinds_by_its_period(piece: str, period: str, kind: str, value: str) -> None:
    assert dateparser_dutch.mapped(piece, datetime(2026, 11, 14, 10), period) == (kind, value)


def test_words_without_offsets_are_found_one_after_the_other() -> None:
    assert dateparser_dutch.spans("5 maart en 5 maart", ["5 maart", "5 maart", "herschreven"]) == [(0, 7), (11, 18), (-1, -1)]


ECHO = """
import time
from bench.peers.lines import serve
def find(text, reference):
    if text == "hang": time.sleep(30)
    if text == "throw": raise KeyError(text)
    if text == "die": raise SystemExit
    return [{"kind": "date", "start": 0, "end": len(text), "value": reference.date().isoformat()}]
serve(find, "echo 1")
"""


@pytest.fixture
def peer() -> Any:
    one = Peer([sys.executable, "-c", ECHO], budget=1.5, start=20.0)
    yield one
    one.close()


def test_a_peer_answers_over_json_lines(peer: Peer) -> None:
    assert peer.version == "echo 1"
    assert peer("gisteren één", NOW) == [{"kind": "date", "start": 0, "end": 12, "value": "2026-11-23"}]


def test_a_peer_that_throws_is_counted_and_goes_on(peer: Peer) -> None:
    assert peer("throw", NOW) == []
    assert (peer.failed, peer.late) == (1, 0)
    assert len(peer("nu", NOW)) == 1


@pytest.mark.parametrize("text", ["hang", "die"])
def test_a_peer_that_hangs_or_dies_is_counted_and_started_again(peer: Peer, text: str) -> None:
    assert peer(text, NOW) == []
    assert peer.late == 1
    assert len(peer("nu", NOW)) == 1


def test_a_library_that_is_not_there_is_told_apart() -> None:
    with pytest.raises(PeerNotThere):
        Peer(["/nowhere/python"])
    with pytest.raises(PeerNotThere):
        Peer([sys.executable, "-c", "raise SystemExit(1)"], start=20.0)
