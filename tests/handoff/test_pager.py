"""A P1 that nobody looks at calls a person, then another one, until somebody looks; and nothing else does."""

import asyncio
import dataclasses
import pathlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot import wiring
from bot.claims.records import Parse, Stored
from bot.handoff.notice import Notice
from bot.handoff.pager import Pace, Pager
from bot.services import core as cores
from bot.services import hearing
from bot.services.alarms import Alarms
from bot.services.hearing import Hearing
from bot.services.raising import duty_call
from bot.settings import Settings
from tests.turn.served import DirectLine

DANGER = "Alles ligt plat en de patiënten zijn in gevaar. Mijn nummer is 0470 12 34 56."
START = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
PACE = Pace(timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=10))


class Recorder:
    """A channel that keeps its notices; while `away` it takes none."""

    def __init__(self) -> None:
        self.got: list[Notice] = []
        self.away = False

    async def send(self, notice: Notice) -> None:
        if self.away:
            raise httpx.ConnectError("away")
        self.got.append(notice)


class Desk:
    """A system with a clock of its own, and a pager with two addresses."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.now = START
        settings = Settings(
            database_url=f"sqlite:///{folder / 'claims.db'}", action_secret="s" * 32, session_secret="s" * 32, heard_within_seconds=5.0
        )
        self.line = DirectLine()
        self.core = cores.real(wiring.catalogue(settings))
        self.system = wiring.build(settings, self.core, self.line)
        self.units = self.system.pager._units
        self.line.hearing = Hearing(self.units, self.core, self.system.bell, lambda: self.now)
        self.system.intake._now = self.system.staff._now = lambda: self.now
        self.alarms = Alarms(self.units, self.core, self.system.bell, lambda: self.now)
        self.first, self.second = Recorder(), Recorder()
        self.pager = self.make_pager()

    def make_pager(self, channels: Any = None) -> Pager:
        both = {("first", "webhook"): self.first, ("second", "webhook"): self.second} if channels is None else channels
        return Pager(self.units, self.core, self.system.bell, both, PACE, "https://claims.example", lambda: self.now)

    def open(self, channel: Any = "web_chat") -> str:
        return self.system.intake.open(channel, "nl-NL").id

    def say(self, claim: str, words: str) -> list[str]:
        async def main() -> Any:
            self.system.bell.open()
            return await self.system.intake.say(claim, words, words[:60])

        return [str(one.text_id) for one in asyncio.run(main()).messages]

    def look(self, **later: float) -> None:
        self.now += timedelta(**later)

        async def main() -> None:
            self.system.bell.open()
            await self.pager.look()

        asyncio.run(main())

    def texts(self, claim: str) -> list[str]:
        return [str(one.text_id) for one in self.system.intake.since(claim)]

    def log_in(self) -> str:
        login = self.system.staff.create_staff(f"an{self.now.timestamp()}", "adjuster")
        return self.system.staff.log_in(login.name, login.password, address="a").token


@pytest.fixture
def desk(tmp_path: pathlib.Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.system.close_store()


def test_nobody_at_work_is_paged_at_once_and_told_only_then(desk: Desk) -> None:
    claim = desk.open()
    assert "utter_person_warned" not in desk.say(claim, DANGER)
    desk.look()
    [notice] = desk.first.got
    assert (notice.claim_id, notice.level, "T6" in notice.signals) == (claim, "P1", True)
    assert desk.texts(claim)[-1] == "utter_person_warned"
    assert not desk.second.got


def test_a_page_never_holds_what_the_person_wrote(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.system.intake.patch(claim, "reporter_phone", "+32470123456", "insured")
    desk.look()
    [notice] = desk.first.got
    told = f"{notice.as_json()} {notice.as_text()} {notice.subject}"
    assert "patiënten" not in told
    assert "plat" not in told
    assert "+32470123456" in told
    assert f"https://claims.example/dossiers/{claim}" in told


def test_the_same_alarm_pages_once_whatever_is_said_after_it(desk: Desk) -> None:
    claim = desk.open()
    for words in (DANGER, "De hackers zitten nog steeds in ons netwerk.", "Er belde al een journalist."):
        desk.say(claim, words)
        desk.look(seconds=1)
    assert len(desk.first.got) == 1
    assert desk.texts(claim).count("utter_person_warned") == 1


def test_what_is_not_urgent_pages_nobody(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, "Alles werkt weer. De klant is tevreden.")
    desk.look(hours=1)
    assert not desk.first.got
    assert desk.alarms.history(claim).alarms == ()


def test_without_an_address_nothing_is_sent_and_nobody_reads_of_a_warning(desk: Desk) -> None:
    desk.pager = desk.make_pager({})
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look(hours=1)
    assert "utter_person_warned" not in desk.texts(claim)
    assert desk.alarms.history(claim).pages == ()


def test_staff_at_work_has_time_to_open_it_first(desk: Desk) -> None:
    desk.log_in()
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look(minutes=4)
    assert not desk.first.got
    desk.look(minutes=2)
    assert len(desk.first.got) == 1


def test_a_login_that_was_not_used_for_a_while_is_nobody_at_work(desk: Desk) -> None:
    token = desk.log_in()
    desk.now += timedelta(minutes=11)
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    assert len(desk.first.got) == 1
    other = desk.open()
    desk.system.staff.session(token)  # the page was used again
    desk.say(other, DANGER)
    desk.look(minutes=1)
    assert len(desk.first.got) == 1


def test_when_nobody_looks_the_second_address_is_paged(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    desk.look(minutes=14)
    assert not desk.second.got
    desk.look(minutes=2)
    assert [one.line for one in desk.second.got] == ["second"]
    desk.look(hours=5)
    assert (len(desk.first.got), len(desk.second.got)) == (1, 1)


def test_to_open_the_file_ends_the_calling(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    desk.alarms.opened(claim, "an")
    desk.look(hours=1)
    assert not desk.second.got
    [alarm] = desk.alarms.history(claim).alarms
    assert (alarm.how, alarm.ended_by, alarm.taken_by) == ("opened", "an", None)


def test_to_take_it_up_ends_the_calling_and_is_told_once(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    desk.alarms.take(claim, "an")
    desk.alarms.take(claim, "bob")
    desk.look(hours=1)
    assert not desk.second.got
    [alarm] = desk.alarms.history(claim).alarms
    assert (alarm.how, alarm.taken_by) == ("taken", "an")
    assert desk.texts(claim).count("utter_person_took_up") == 1


def test_a_withdrawn_file_calls_nobody_else(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    desk.system.intake.act(claim, "withdraw")
    desk.look(hours=1)
    assert not desk.second.got


def test_what_fails_is_tried_again_and_the_log_says_how_it_went(desk: Desk) -> None:
    desk.first.away = True
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.look()
    [page] = [one for one in desk.alarms.history(claim).pages if one.line == "first"]
    assert (page.tries, page.delivered_at) == (1, None)
    assert timedelta(seconds=1) <= page.due_at - desk.now <= timedelta(seconds=3)
    assert "utter_person_warned" not in desk.texts(claim)
    desk.first.away = False
    desk.look(seconds=4)
    [page] = [one for one in desk.alarms.history(claim).pages if one.line == "first"]
    assert (page.outcome, page.tries) == ("delivered", 2)
    assert "utter_person_warned" in desk.texts(claim)


def test_the_wait_between_tries_grows_to_five_minutes_and_ends_after_a_day(desk: Desk) -> None:
    desk.first.away = desk.second.away = True
    claim = desk.open()
    desk.say(claim, DANGER)
    waits = []
    for _ in range(12):
        desk.look()
        [page] = [one for one in desk.alarms.history(claim).pages if one.line == "first"]
        waits.append((page.due_at - desk.now).total_seconds())
        desk.now = page.due_at
    assert 1 <= waits[0] <= 3
    assert all(150 <= wait <= 450 for wait in waits[9:])
    desk.look(hours=25)
    assert {one.outcome for one in desk.alarms.history(claim).pages} == {"failed"}


def test_a_restart_loses_no_page_and_doubles_none(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)
    desk.pager = desk.make_pager()
    desk.look()
    desk.pager = desk.make_pager()
    desk.look(minutes=16)
    desk.pager = desk.make_pager()
    desk.look(minutes=16)
    assert (len(desk.first.got), len(desk.second.got)) == (1, 1)


def test_a_file_that_becomes_urgent_again_after_somebody_looked_is_a_new_alarm(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, "De hackers zitten nog steeds in ons netwerk.")
    desk.look()
    desk.alarms.opened(claim, "an")
    desk.system.intake.patch(claim, "attack_status", "stopped", "adjuster")
    desk.say(claim, DANGER)
    desk.look()
    assert len(desk.first.got) == 2


def test_a_term_within_a_day_calls_the_duty_manager_at_once(desk: Desk) -> None:
    """ "We hebben tot vanavond": the second address does not wait for the first one to fail."""
    desk.log_in()
    claim = desk.open()
    desk.system.intake.patch(claim, "ransom_demanded", True, "insured")
    desk.look()
    assert not desk.first.got
    soon = {"value": (START + timedelta(hours=20)).isoformat(), "precision": "minute", "approx": False}
    desk.system.intake.patch(claim, "ransom_deadline_at", soon, "insured")
    desk.look(seconds=2)
    assert (len(desk.first.got), len(desk.second.got)) == (1, 1)


def test_a_term_of_next_week_calls_the_duty_manager_a_day_before_it(desk: Desk) -> None:
    claim = desk.open()
    in_a_week = START + timedelta(days=7)
    desk.system.intake.patch(
        claim, "ransom_deadline_at", {"value": in_a_week.isoformat(), "precision": "minute", "approx": False}, "insured"
    )
    about = desk.system.intake.about(claim)
    assert duty_call(about, START) == in_a_week - timedelta(days=1)
    assert duty_call(about, in_a_week + timedelta(days=5)) is None
    assert duty_call(dataclasses.replace(about, summary={}), START) is None


def test_a_rule_that_fails_does_not_keep_a_person_from_being_called(desk: Desk) -> None:
    claim = desk.open()
    desk.say(claim, DANGER)

    def broken(log: Any) -> dict[str, Any]:
        raise ValueError("a rule fails")

    desk.core = dataclasses.replace(desk.core, claim_file=broken)
    desk.pager = desk.make_pager()
    desk.look()
    assert [one.level for one in desk.first.got] == ["P1"]


def test_two_turns_at_once_raise_one_alarm(desk: Desk) -> None:
    claim = desk.open()
    with desk.units.write() as unit:
        assert unit.alarms.raise_(claim, START) is not None
        assert unit.alarms.raise_(claim, START) is None
        unit.commit()


def test_an_agent_reads_of_a_colleague(desk: Desk) -> None:
    claim = desk.open("call_centre_agent")
    desk.say(claim, DANGER)
    desk.look()
    assert desk.texts(claim)[-1] == "utter_agent_person_warned"


def test_a_number_that_is_none_is_left_out() -> None:
    from bot.handoff.notice import notice

    claim = {"id": "c1", "number": None, "triage": {"level": "P1", "signals": [{"id": "T6"}, {"id": "T99"}]}}
    state = {"status": "stated", "value": "vraag naar Jan op de zaak"}
    made = notice("p1", "first", START, {**claim, "fields": {"reporter_phone": state}}, "https://x")
    assert (made.phone, made.signals) == (None, ("T6",))


def test_the_alarm_is_of_the_turn_or_there_is_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that dies before its commit leaves no alarm; heard again, it leaves one."""
    claim = desk.open()

    def dies(where: str) -> None:
        if where == "within:hear":
            raise OSError("the process ends here")

    monkeypatch.setattr(hearing, "reached", dies)
    with desk.units.write() as unit:
        unit.messages.add(Stored("m1", claim, 0, "insured", desk.now, DANGER, "delivering", "k"))
        unit.commit()
    piece = Parse("m1", 0, len(DANGER), 1, 1, (("inform_incident", 0.9),), ())
    assert desk.line.hearing is not None
    with pytest.raises(OSError, match="ends here"):
        desk.line.hearing.hear(piece)
    assert desk.alarms.history(claim).alarms == ()
    monkeypatch.undo()
    desk.line.hearing.hear(piece)
    desk.line.hearing.hear(piece)
    assert len(desk.alarms.history(claim).alarms) == 1
    desk.look()
    assert len(desk.first.got) == 1
