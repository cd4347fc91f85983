"""The deliverer's patience: it tries again, ever slower, sooner when something new is said, and for every conversation by itself."""

import asyncio
import itertools
import pathlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot import wiring
from bot.claims.records import Stored
from bot.services.locks import LocalLocks
from bot.settings import Settings
from tests.turn.served import DirectLine
from tests.turn.small_core import small_core


class CountingLine(DirectLine):
    """Remembers when it was asked to deliver what."""

    def __init__(self) -> None:
        super().__init__()
        self.tries: list[tuple[float, str]] = []

    async def deliver(self, message: Stored, language: str) -> None:
        self.tries.append((asyncio.get_running_loop().time(), message.text))
        await super().deliver(message, language)


def run(folder: pathlib.Path, talk: Callable[[wiring.System, CountingLine], Awaitable[None]], **more: Any) -> CountingLine:
    """Run `talk` with a system whose Rasa is away; waits 0.1 s before a second try, at most 0.4 s before a later one."""
    settings = Settings(
        **{
            "database_url": f"sqlite:///{folder / 'claims.db'}",
            "action_secret": "s" * 32,
            "session_secret": "s" * 32,
            "heard_within_seconds": 0.05,
            "retry_first_seconds": 0.1,
            "retry_most_seconds": 0.4,
            **more,
        }
    )

    async def main() -> CountingLine:
        line = CountingLine()
        line.away = True
        system = wiring.build(settings, small_core(), line)
        line.hearing = system.hearing
        await system.start()
        await talk(system, line)
        await system.stop()
        return line

    return asyncio.run(main())


def test_it_tries_again_ever_slower(tmp_path: pathlib.Path) -> None:
    async def talk(system: wiring.System, line: CountingLine) -> None:
        opened = system.intake.open("web_chat", "nl-NL")
        assert (await system.intake.say(opened.id, "een", "k1")).status == "queued"
        await asyncio.sleep(1.6)

    times = [at for at, _text in run(tmp_path, talk).tries]
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert 4 <= len(times) <= 6  # at 0, 0.1, 0.3, 0.7, 1.1, 1.5
    assert all(gap >= least for gap, least in zip(gaps, (0.1, 0.2, 0.4, 0.4, 0.4), strict=False))


def test_a_new_message_is_tried_at_once_and_the_older_one_first(tmp_path: pathlib.Path) -> None:
    async def talk(system: wiring.System, line: CountingLine) -> None:
        opened = system.intake.open("web_chat", "nl-NL")
        await system.intake.say(opened.id, "een", "k1")
        line.away = False
        await system.intake.say(opened.id, "twee", "k2")
        await asyncio.sleep(0.3)
        assert [one.text for one in system.intake.since(opened.id) if one.text_id == "utter_count"] == ["Gehoord: 1.", "Gehoord: 2."]

    line = run(tmp_path, talk, retry_first_seconds=30.0, retry_most_seconds=30.0)
    assert [text for _at, text in line.tries] == ["een", "een", "twee"]


def test_what_is_unheard_at_the_end_is_delivered_at_the_next_start(tmp_path: pathlib.Path) -> None:
    async def before(system: wiring.System, line: CountingLine) -> None:
        for number in range(3):
            opened = system.intake.open("web_chat", "nl-NL")
            await system.intake.say(opened.id, f"gesprek {number}", "k")

    async def after(system: wiring.System, line: CountingLine) -> None:
        line.away = False
        await asyncio.sleep(0.6)

    run(tmp_path, before)
    line = run(tmp_path, after)
    assert {text for _at, text in line.tries} == {"gesprek 0", "gesprek 1", "gesprek 2"}


def test_an_error_in_one_conversation_stops_no_other(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def talk(system: wiring.System, line: CountingLine) -> None:
        bad, good = (system.intake.open("web_chat", "nl-NL") for _ in range(2))
        line.away = False
        original = line.deliver

        async def deliver(message: Stored, language: str) -> None:
            if message.conversation_id == bad.id:
                raise RuntimeError("a bug")
            await original(message, language)

        monkeypatch.setattr(line, "deliver", deliver)
        assert (await system.intake.say(bad.id, "een", "k")).status == "queued"
        assert (await system.intake.say(good.id, "twee", "k")).status == "heard"

    run(tmp_path, talk, heard_within_seconds=1.0)


def test_a_lock_is_given_in_the_order_of_asking_and_then_forgotten() -> None:
    async def main() -> list[int]:
        locks, order = LocalLocks(), list[int]()

        async def want(number: int) -> None:
            async with locks.hold("c"):
                order.append(number)
                await asyncio.sleep(0.01)

        await asyncio.gather(*(want(number) for number in range(5)))
        async with locks.hold("c"), locks.hold("other"):
            pass
        assert not locks._locks
        return order

    assert asyncio.run(main()) == [0, 1, 2, 3, 4]


def test_a_waiting_answer_is_never_put_to_a_question_asked_later(tmp_path: pathlib.Path) -> None:
    """Two words typed while Rasa was away: the second must not answer what is asked only after the first is heard."""

    async def talk(system: wiring.System, line: CountingLine) -> None:
        opened = system.intake.open("web_chat", "nl-NL")
        for key, words in (("k1", "nee"), ("k2", "ja")):
            assert (await system.intake.say(opened.id, words, key)).status == "queued"
        line.away = False
        for _ in range(200):
            await asyncio.sleep(0.02)
            said = [one for one in system.intake.since(opened.id, 0) if one.author == "insured"]
            if all(one.state == "heard" for one in said):
                break
        assert [(one.text, one.ask) for one in said] == [("nee", "attack_status"), ("ja", None)]

    run(tmp_path, talk)
