"""The downtime clock: each system with its own period and precision, and the arithmetic of both kinds of waiting period."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bench.understand_offline import heard
from bot.claims.contradictions import contradictions
from bot.claims.downtime import clock, excess, of_one_system, qualifying
from bot.claims.export import claim_file
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Log, Message
from bot.claims.standstills import standstills, system_at

from .talk import NOW, day, said

AT = "2026-11-23T10:00:00+01:00"


def told(*texts: str) -> dict[str, Any]:
    """The clock of a file after these messages, as the claim file shows it."""
    rows: list[Any] = []
    messages = []
    for number, text in enumerate(texts):
        one = heard({"id": f"m{number}", "text": text, "at": AT}, "nl-BE")
        stood = tuple(standstills(one))
        rows += [*of_one_system(fold(rows), tuple(interpret(one, fold(rows))), stood, None), *stood]
        messages.append(Message(one.message_id, "insured", one.at, text))
    log = Log("c1", "web_chat", "nl-BE", datetime.fromisoformat(AT), messages=tuple(messages), assertions=tuple(rows))
    found: dict[str, Any] = claim_file(log)["downtime_clock"]
    return found


def hours(period: dict[str, Any], name: str = "hours") -> tuple[str, str] | None:
    return (period[name]["least"], period[name]["most"]) if period[name] else None


def test_two_systems_in_one_sentence_each_have_their_own_time():
    found = told("De webshop lag twee dagen plat en de mailserver vijf uur.")
    assert {p["system"]: hours(p) for p in found["periods"]} == {"webshop": ("48", "48"), "mailserver": ("5", "5")}
    assert {p["system"]: hours(p, "hours_excess") for p in found["periods"]} == {"webshop": ("40", "40"), "mailserver": ("0", "0")}
    assert {p["system"]: hours(p, "hours_qualifying") for p in found["periods"]} == {"webshop": ("48", "48"), "mailserver": ("0", "0")}
    assert (found["waiting_hours"], found["waiting_source"]) == (8, "assumed")


def test_days_give_a_range_and_hours_one_number():
    found = told("De webshop lag van 16 tot 18 november plat. De kassa's lagen plat van 17 november 8 uur tot 17 november 16 uur.")
    shop, till = found["periods"]
    assert (shop["system"], hours(shop)) == ("webshop", ("24", "72"))
    assert hours(shop, "hours_excess") == ("16", "64")
    assert (till["system"], hours(till)) == ("kassa's", ("8", "8"))
    assert hours(till, "hours_qualifying") == ("0", "0")  # not longer than the waiting period


def test_what_still_stands_still_is_counted_up_to_the_last_message():
    [found] = told("De productie ligt stil sinds gisteren 14 uur.")["periods"]
    assert (found["system"], found["running"], hours(found)) == ("productie", True, ("20", "20"))


def test_every_period_quotes_its_words():
    for period in told("De webshop lag twee dagen plat en de mailserver vijf uur.")["periods"]:
        assert [e["quote"] for e in period["evidence"]] in (["twee dagen"], ["vijf uur"])


def test_the_policy_s_own_waiting_period_counts():
    found = clock(fold([said("downtime", "P1D"), said("bi_waiting_period_hours", 12)]), NOW)
    assert (found.waiting_hours, found.source) == (12, "policy")
    assert found.periods[0].excess == (timedelta(hours=12), timedelta(hours=12))
    assert clock(fold([said("downtime", "P1D")]), NOW, 24).periods[0].qualifying == (timedelta(), timedelta())


def test_a_correction_of_the_field_is_a_correction_of_the_clock():
    rows = [said("downtime", "P3D"), said("downtime", "P1D", message="m2", correction=True)]
    [found] = clock(fold(rows), NOW).periods
    assert found.lasted == (timedelta(days=1), timedelta(days=1))


def test_two_periods_of_one_system_stay_two():
    found = told("De webshop lag van 2 tot 3 november plat.", "De webshop lag daarna weer plat van 9 november tot 10 november.")
    assert len(found["periods"]) == 2


def test_another_system_is_no_contradiction_and_the_same_one_is():
    def disputes(*texts: str) -> set[str]:
        rows: list[Any] = []
        for number, text in enumerate(texts):
            one = heard({"id": f"m{number}", "text": text, "at": AT}, "nl-BE")
            stood = tuple(standstills(one))
            rows += [*of_one_system(fold(rows), tuple(interpret(one, fold(rows))), stood, None), *stood]
        return {c.id for c in contradictions(fold(rows))}

    assert not disputes("De webshop lag twee dagen plat.", "De mailserver lag vijf uur plat.")
    assert disputes("De webshop lag twee dagen plat.", "De webshop lag vijf dagen plat.")


def test_the_open_question_is_answered_whatever_system_is_named():
    first, second = (
        heard({"id": f"m{n}", "text": t, "at": AT}, "nl-BE")
        for n, t in enumerate(("De webshop lag 2 dagen plat.", "De kassa lag 3 uur plat."))
    )
    rows = [*interpret(first, fold([])), *standstills(first)]
    read = tuple(interpret(second, fold(rows)))
    assert of_one_system(fold(rows), read, tuple(standstills(second)), "downtime") == read
    assert of_one_system(fold(rows), read, tuple(standstills(second)), None) != read


def test_an_end_before_the_start_lasts_no_negative_time():
    [found] = clock(fold([said("bi_start_at", day("2026-11-05")), said("bi_end_at", day("2026-11-01"))]), NOW).periods
    assert found.lasted == (timedelta(), timedelta())


def test_restored_without_an_end_is_not_running_and_has_no_length():
    [found] = clock(fold([said("bi_start_at", day("2026-11-05")), said("attack_status", "restored")]), NOW).periods
    assert (found.running, found.lasted) == (False, None)


def test_nothing_said_of_a_standstill_is_no_period():
    assert told("Er is een factuur van 500 euro.")["periods"] == []
    assert told("Lag de webshop dan twee dagen plat?")["periods"] == []


def test_the_system_is_the_one_nearest_before_in_the_sentence():
    text = "De server is oud. De website en de kassa lagen 3 uur plat."
    start = text.index("3 uur")
    assert system_at(text, start, start + 5) == "kassa"
    assert system_at("3 uur lag de webshop plat", 0, 5) == "webshop"
    assert system_at("Het lag 3 uur plat.", 8, 13) == ""


lengths = st.integers(0, 10_000).map(lambda minutes: timedelta(minutes=minutes))


@given(lengths, lengths, lengths)
def test_what_is_left_is_never_more_than_it_lasted_nor_less_than_nothing(one, other, waiting):
    lasted = (min(one, other), max(one, other))
    for kind in (excess, qualifying):
        least, most = kind(lasted, waiting)
        assert timedelta() <= least <= most <= lasted[1]
        assert least <= lasted[0]
    assert all(a <= b for a, b in zip(excess(lasted, waiting), qualifying(lasted, waiting), strict=True))
