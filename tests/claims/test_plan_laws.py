"""Laws of the plan, over random files: it ends, asks nothing twice and nothing that is known, and never more than its number."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.claims.completeness import is_answered, matters, minimum_missing
from bot.claims.fields import FIELDS, Field
from bot.claims.fold import fold
from bot.claims.model import Assertion, Log, Message
from bot.claims.planner import CONFIRM, MOST_QUESTIONS, MOST_URGENT, OFFERS, PERSONS, STORY, URGENT_TEXT, Step, is_urgent, plan
from tests.claims.talk import NOW, btc, day, eur, said

_PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "money": st.just(eur("1200", "excl")),
    "money_list": st.just([eur("300")]),
    "money_period": st.just({**eur("600"), "period": "P1Y"}),
    "crypto_or_money": st.just(btc("7")),
    "date": st.sampled_from(["2026-11-02", "2026-11-10"]).map(day),
    "datetime": st.sampled_from(["2026-11-02", "2026-11-10", "2026-12-01"]).map(day),
    "integer": st.integers(0, 500),
    "duration": st.just({"value": "P2D", "approx": False}),
    "country_list": st.just(["BE"]),
    "documents": st.just([{"type": "contract", "status": "promised"}]),
}


def values(field: Field) -> st.SearchStrategy[Any]:
    codes = list(field.codes)
    if field.kind == "enum":
        return st.sampled_from(codes)
    if field.kind == "enum_multi":
        return st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)
    if field.kind == "object":
        yes = field.answered_by("yes")
        return st.booleans().map(lambda said_yes: {yes: said_yes} if yes else {"text": "zo"})
    if field.kind == "object_list":
        return st.just([field.entry("zo")])
    return _PLAIN.get(field.kind, st.just("zo"))


@st.composite
def told(draw: st.DrawFn, least: int = 0, most: int = 12) -> list[Assertion]:
    """What a person says unasked: some fields with a value, "weet ik niet" or "liever niet"."""
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), min_size=least, max_size=most, unique=True))
    return [_reply(draw, name, 0) for name in names]


def _reply(draw: st.DrawFn, name: str, minute: int) -> Assertion:
    status = draw(st.sampled_from(["stated", "stated", "stated", "estimated", "unknown", "declined"]))
    value = None if status in ("unknown", "declined") else draw(values(FIELDS[name]))
    return said(name, value, status, message=f"m{minute}", minute=minute)


def _put(log: Log, step: Step, minute: int) -> Log:
    """The log once `step` was said."""
    at = NOW + timedelta(minutes=minute)
    ask = step.field
    if step.kind == "story":
        text_id = STORY
    elif step.kind == "contradiction":
        text_id = "utter_contradiction"
    elif step.kind == "readback":
        text_id, ask = f"utter_readback_{step.block}", f"{CONFIRM}{step.block}"
    elif step.kind == "handover":
        text_id, ask = OFFERS[0], f"{CONFIRM}handover"
    elif step.kind == "person":
        text_id = PERSONS[0]
    else:
        text_id = f"ask.{ask}"
    facts = {"contradiction": step.contradiction.id} if step.contradiction else {}
    put = Message(f"b{len(log.messages)}", "bot", at, "", text_id, facts, ask)
    return replace(log, messages=(*log.messages, put), status="handed_over" if step.kind == "person" else log.status)


@st.composite
def talks(draw: st.DrawFn) -> list[tuple[Step, Log, bool]]:
    """A talk with random answers, to its end: each step with the log before it and whether it was urgent then."""
    log = Log("c1", draw(st.sampled_from(["web_chat", "call_centre_agent"])), "nl-BE", NOW)
    log = replace(log, assertions=tuple(draw(told())))
    steps: list[tuple[Step, Log, bool]] = []
    alarmed = False
    for minute in range(1, 60):
        file, now = fold(log.assertions), NOW + timedelta(minutes=minute)
        urgent = is_urgent(log, file, now)
        if urgent and not alarmed:
            alarmed = True
            log = replace(log, messages=(*log.messages, Message(f"b{len(log.messages)}", "bot", now, "", URGENT_TEXT[0])))
        step = plan(log, file, now)
        steps.append((step, log, urgent))
        if step.kind == "done":
            return steps
        log = _put(log, step, minute)
        if step.field:
            more = [_reply(draw, step.field, minute)]
            if draw(st.integers(0, 5)) == 0:
                more += [replace(a, message_id=f"m{minute}") for a in draw(told(most=3))]
            log = replace(log, assertions=(*log.assertions, *more))
    raise AssertionError("the plan has no end: " + " ".join(f"{s.kind}:{s.field or s.block}" for s, *_ in steps))


_EXAMPLES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@_EXAMPLES
@given(talks())
def test_a_talk_ends_within_its_number_and_asks_nothing_twice(steps: list[tuple[Step, Log, bool]]) -> None:
    asked = [step.field for step, *_ in steps if step.kind == "ask"]
    assert len(asked) == len(set(asked))
    disputes = [step.contradiction.id for step, *_ in steps if step.contradiction]
    assert len(disputes) == len(set(disputes))
    assert sum(step.kind in ("ask", "story", "contradiction") for step, *_ in steps) <= MOST_QUESTIONS
    blocks = [step.block for step, *_ in steps if step.kind == "readback"]
    assert len(blocks) == len(set(blocks))


@_EXAMPLES
@given(talks())
def test_no_question_about_what_is_known_declined_or_of_another_path(steps: list[tuple[Step, Log, bool]]) -> None:
    for step, log, _ in steps:
        if step.kind != "ask" or step.field is None:
            continue
        file = fold(log.assertions)
        assert not is_answered(step.field, file)
        assert step.field not in file.fields
        assert matters(FIELDS[step.field], file)


@_EXAMPLES
@given(talks())
def test_in_an_alarm_a_person_comes_after_at_most_five_questions(steps: list[tuple[Step, Log, bool]]) -> None:
    since = 0
    for step, log, urgent in steps:
        if step.kind == "person":
            return
        told = any(m.text_id in URGENT_TEXT for m in log.messages)
        since += told and urgent and step.kind in ("ask", "story")
        assert since <= MOST_URGENT


@_EXAMPLES
@given(talks())
def test_outside_an_alarm_the_minimum_notice_comes_first(steps: list[tuple[Step, Log, bool]]) -> None:
    for step, log, urgent in steps:
        after_alarm = any(m.text_id in PERSONS for m in log.messages)
        if step.kind != "ask" or urgent or after_alarm or FIELDS[str(step.field)].need == "minimum":
            continue
        put = {m.ask for m in log.messages if m.author == "bot"}
        file = fold(log.assertions)
        left = [n for n in minimum_missing(file) if n not in put and n not in file.fields]
        assert not [
            n for n in left if not (n == "insured_legal_name" and "policy_number" in file.fields and is_answered("policy_number", file))
        ]
