"""What a turn leaves behind beside its messages: disclosures, outbox, number, summary; and silence after a take-over."""

import asyncio
import dataclasses
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from bot import wiring
from bot.claims.errors import ConversationUnknown
from bot.claims.model import Heard, Log, Turn
from bot.services.core import Core
from bot.services.outcomes import Outcome
from bot.settings import Settings
from bot.store.engine import make_engine
from tests.turn.served import DirectLine
from tests.turn.small_core import small_core


class Desk:
    """A system without listeners; every call of `say` runs its own event loop."""

    def __init__(self, folder: pathlib.Path, core: Core | None = None) -> None:
        self.url = f"sqlite:///{folder / 'claims.db'}"
        self.settings = Settings(database_url=self.url, action_secret="s" * 32, session_secret="s" * 32, heard_within_seconds=3.0)
        self.line = DirectLine()
        self.system = wiring.build(self.settings, core or small_core(), self.line)
        self.line.hearing = self.system.hearing
        self.intake = self.system.intake

    def say(self, conversation_id: str, words: str, key: str = "k") -> Outcome:
        async def main() -> Outcome:
            self.system.bell.open()
            return await self.intake.say(conversation_id, words, key)

        return asyncio.run(main())

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        engine = make_engine(self.url)
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(query))]
        engine.dispose()
        return found


@pytest.fixture
def desk(tmp_path: pathlib.Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.system.close_store()


def test_what_must_be_proved_is_logged_with_its_version(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    assert desk.rows("SELECT text_id, version, message_id FROM disclosures") == [("utter_hello", "3", opened.messages[0].id)]
    assert [(one.text_id, one.text_version is not None) for one in opened.messages] == [("utter_hello", True), ("ask.attack_status", True)]


def test_handing_in_gives_a_number_once_and_one_event_for_outside(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    first = desk.intake.act(opened.id, "submit")
    number = desk.intake.claim_file(opened.id)["number"]
    assert number.startswith("CL20")
    assert first.messages[0].text == f"Nummer {number}."
    desk.intake.act(opened.id, "submit")
    assert desk.intake.claim_file(opened.id)["number"] == number
    assert [kind for (kind,) in desk.rows("SELECT kind FROM outbox")] == ["claim_handed_over"]


def test_a_fault_in_a_rule_does_not_block_the_conversation(tmp_path: pathlib.Path) -> None:
    """A reader once returned a wrong shape: every hearing of that message failed, and all later ones waited behind it for ever."""
    plain = small_core()

    def hear(log: Log, heard: Heard) -> Turn:
        if "vergif" in heard.text:
            raise KeyError("a rule with a mistake in it")
        return plain.hear(log, heard)

    desk = Desk(tmp_path, dataclasses.replace(plain, hear=hear))
    opened = desk.intake.open("web_chat", "nl-NL")
    outcome = desk.say(opened.id, "vergif", "k1")
    assert (outcome.status, outcome.messages[-1].text) == ("heard", "Bewaard voor een mens.")
    assert desk.say(opened.id, "en verder", "k2").status == "heard"
    assert desk.rows("SELECT count(*) FROM assertions") == [(1,)]
    desk.system.close_store()


def test_a_view_that_fails_loses_no_turn(tmp_path: pathlib.Path) -> None:
    plain = small_core()

    def claim_file(log: Log) -> dict[str, Any]:
        raise ZeroDivisionError

    desk = Desk(tmp_path, dataclasses.replace(plain, claim_file=claim_file))
    opened = desk.intake.open("web_chat", "nl-NL")
    assert desk.say(opened.id, "wij zijn gehackt", "k1").status == "heard"
    assert desk.say(opened.id, "en verder", "k2").status == "heard"
    assert desk.rows("SELECT count(*) FROM turns") == [(2,)]
    assert desk.system.review.latest()[0]["needs_reading"] is True
    desk.system.close_store()


def test_a_page_that_was_only_opened_is_no_file_yet(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    assert desk.system.review.latest() == []
    desk.say(opened.id, "wij zijn gehackt")
    assert [one["id"] for one in desk.system.review.latest()] == [opened.id]


def test_the_bot_is_silent_when_a_person_has_taken_over_and_listens_all_the_same(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    desk.system.staff.create_staff("an", "adjuster")
    [member] = desk.system.staff.members()
    desk.intake.take_over(opened.id, member.id)
    outcome = desk.say(opened.id, "bent u daar?", "k1")
    assert (outcome.status, [one.author for one in outcome.messages]) == ("heard", ["insured"])
    assert desk.rows("SELECT count(*) FROM assertions") == [(1,)]
    desk.intake.take_over(opened.id, None)
    assert [one.author for one in desk.say(opened.id, "en nu?", "k2").messages] == ["insured", "bot", "bot"]


def test_the_question_that_was_open_travels_with_the_message(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    desk.say(opened.id, "een", "k1")
    desk.say(opened.id, "twee", "k2")
    asked = desk.rows("SELECT text, ask FROM messages WHERE author = 'insured' ORDER BY seq")
    assert asked == [("een", "attack_status"), ("twee", "reporter_name")]


def test_the_list_of_files_has_the_last_changed_first(desk: Desk) -> None:
    old, new = (desk.intake.open("web_chat", "nl-NL").id for _ in range(2))
    desk.say(old, "iets")
    desk.say(new, "iets")
    assert [one["id"] for one in desk.system.review.latest()] == [new, old]
    desk.say(old, "nog iets", "k2")
    first = desk.system.review.latest(1)
    assert [one["id"] for one in first] == [old]
    assert first[0]["progress"]["answered"] == 2
    assert first[0]["received_at"] <= first[0]["last_message_at"]
    with pytest.raises(ConversationUnknown):
        desk.system.review.claim_file("nobody")


def test_no_token_and_no_code_stands_in_the_database(desk: Desk) -> None:
    opened = desk.intake.open("web_chat", "nl-NL")
    everything = str(desk.rows("SELECT * FROM access_tokens")) + str(desk.rows("SELECT * FROM conversations"))
    assert opened.id in everything
    assert opened.resume_code is not None
    for secret in (opened.access_token, opened.resume_code, opened.resume_code.replace("-", "")):
        assert secret not in everything


def test_first_logins_are_made_once(tmp_path: pathlib.Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'deep' / 'claims.db'}", action_secret="s" * 32, session_secret="s" * 32)
    logins = wiring.first_logins(settings)
    assert [name for name, _password in logins] == ["schadebeheerder", "balie"]
    assert wiring.first_logins(settings) == []
    name, password = wiring.new_login(settings, "balie", "agent")
    assert wiring.staff_of(settings).log_in(name, password, address="a").session.member.must_change_password
    assert wiring.new_login(settings, "Nieuw", "admin")[0] == "nieuw"
