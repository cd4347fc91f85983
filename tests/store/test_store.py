"""The database: versions, transactions, and the rules it holds by itself."""

import pathlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError, StatementError

from bot.claims.errors import ConversationUnknown
from bot.claims.model import Assertion, Evidence
from bot.claims.records import Conversation, Parse, Stored
from bot.store.engine import make_engine
from bot.store.rows import Base
from bot.store.unit import Units
from bot.store.upgrade import check, config, upgrade

AT = datetime(2026, 11, 23, 3, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def url(tmp_path: pathlib.Path) -> str:
    return f"sqlite:///{tmp_path / 'new' / 'claims.db'}"


@pytest.fixture
def units(url: str) -> Iterator[Units]:
    engine = make_engine(url)
    upgrade(engine)
    yield Units(engine)
    engine.dispose()


def conversation(name: str = "c1") -> Conversation:
    return Conversation(name, "web_chat", "nl-BE", AT)


def stored(name: str, *, of: str = "c1", key: str | None = None, state: str | None = "stored") -> Stored:
    return Stored(name, of, 0, "insured", AT, f"tekst {name}", state=state, key=key)  # type: ignore[arg-type]


def test_an_empty_database_gets_every_table_and_the_migrations_match_the_rows(url: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    upgrade(engine)
    assert set(Base.metadata.tables) <= set(inspect(engine).get_table_names())
    check(engine)
    engine.dispose()


@pytest.mark.parametrize("lost", ["DROP TABLE outbox", "DROP INDEX ix_messages_unheard", "ALTER TABLE messages ADD COLUMN more TEXT"])
def test_the_check_sees_what_differs(url: str, lost: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(lost))
    with pytest.raises(Exception, match="New upgrade operations detected"):
        check(engine)
    engine.dispose()


def test_a_migration_can_be_taken_back(url: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    command.downgrade(config(engine), "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    engine.dispose()


def test_sqlite_is_opened_with_its_safety_switches(units: Units, url: str) -> None:
    with make_engine(url).connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 15_000}


def test_rolls_back_uncommitted_work_by_default(units: Units) -> None:
    with units.write() as unit:
        unit.conversations.add(conversation())

    def fails() -> None:
        with units.write() as unit:
            unit.conversations.add(conversation())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    with units.read() as unit:
        assert unit.conversations.get("c1") is None


def test_what_goes_in_comes_out(units: Units) -> None:
    paid, evidence = {"amount": "7", "asset": "BTC"}, (Evidence("m1", 0, 5, "tekst"),)
    assertion = Assertion("money", "ransom_paid", paid, "stated", "insured", "m1", AT, evidence, 0.8, correction=True)
    with units.write() as unit:
        unit.conversations.add(conversation())
        unit.messages.add(stored("m1", key="k", state="heard"))
        unit.turns.add_assertions("c1", [assertion])
        unit.turns.disclose("c1", "m1", "utter_hello", "3", AT)
        unit.commit()
    with units.read() as unit:
        log = unit.log("c1")
        assert unit.turns.disclosures("c1")[0]["text_id"] == "utter_hello"
    assert log.assertions == (assertion,)
    assert log.messages[0].text == "tekst m1"
    assert log.opened_at == AT
    assert log.opened_at.isoformat() == "2026-11-23T03:00:00+01:00"


def test_messages_are_numbered_within_their_conversation(units: Units) -> None:
    with units.write() as unit:
        for name in ("c1", "c2"):
            unit.conversations.add(conversation(name))
        numbers = [unit.messages.add(stored(f"{of}-{n}", of=of)).seq for n in range(3) for of in ("c1", "c2")]
        assert numbers == [1, 1, 2, 2, 3, 3]
        assert [one.id for one in unit.messages.since("c1", 1)] == ["c1-1", "c1-2"]
        assert [one.id for one in unit.messages.latest("c1", 2)] == ["c1-1", "c1-2"]


def test_writers_at_once_take_their_turn(units: Units) -> None:
    with units.write() as unit:
        unit.conversations.add(conversation())
        unit.commit()

    def write(n: int) -> None:
        with units.write() as unit:
            unit.messages.add(stored(f"m{n}"))
            unit.commit()

    threads = [threading.Thread(target=write, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with units.read() as unit:
        assert [one.seq for one in unit.messages.since("c1")] == list(range(1, 21))


@pytest.mark.parametrize(
    "broken",
    [
        lambda unit: unit.messages.add(stored("m2", key="k")),  # the same key
        lambda unit: unit.messages.add(stored("m1")),  # the same id
        lambda unit: unit.messages.add(stored("m3", of="nobody")),  # no such conversation
        lambda unit: unit.messages.add(stored("m4", state="lost")),  # no such state
        lambda unit: (unit.turns.add("m1", "c1", AT), unit.turns.add("m1", "c1", AT)),  # heard twice
        lambda unit: unit.turns.add("nothing", "c1", AT),  # heard without a message
    ],
)
def test_the_database_refuses_what_must_not_be(units: Units, broken: object) -> None:
    with units.write() as unit:
        unit.conversations.add(conversation())
        unit.messages.add(stored("m1", key="k"))
        unit.commit()

    def write() -> None:
        with units.write() as unit:
            broken(unit)  # type: ignore[operator]
            unit.commit()

    with pytest.raises(IntegrityError):
        write()


def test_an_instant_without_a_zone_is_refused(units: Units) -> None:
    with pytest.raises(StatementError), units.write() as unit:
        unit.conversations.add(Conversation("c1", "web_chat", "nl-BE", datetime(2026, 11, 23)))


def test_the_same_piece_again_changes_nothing(units: Units) -> None:
    parse = Parse("m1", 0, 8, 1, 1, (("greet", 0.9),), ({"entity": "money", "start": 0, "end": 5},))
    with units.write() as unit:
        unit.conversations.add(conversation())
        unit.messages.add(stored("m1"))
        unit.turns.keep_parse(parse)
        unit.turns.keep_parse(parse)
        assert unit.turns.parses("m1") == [parse]


def test_what_is_heard_next_and_what_the_hearing_may_know(units: Units) -> None:
    with units.write() as unit:
        unit.conversations.add(conversation())
        for name, state in (("m1", "heard"), ("b1", None), ("m2", "delivering"), ("m3", "stored")):
            unit.messages.add(stored(name, state=state))
        unit.commit()
    with units.read() as unit:
        next_one = unit.messages.next_unheard("c1")
        assert next_one is not None
        assert next_one.id == "m2"
        assert unit.messages.conversations_with_unheard() == ["c1"]
        assert [one.id for one in unit.log("c1", upto="m2").messages] == ["m1", "b1"]
        assert [one.id for one in unit.log("c1").messages] == ["m1", "b1", "m2", "m3"]
        with pytest.raises(ConversationUnknown):
            unit.log("nobody")


def test_instants_come_back_in_utc_from_the_rows(units: Units) -> None:
    with units.write() as unit:
        unit.conversations.add(conversation())
        made = unit.messages.add(stored("m1"))
        unit.commit()
    with units.read() as unit:
        kept = unit.messages.get("m1")
        assert kept is not None
        assert (made.at, kept.at, kept.at.tzinfo) == (AT, AT, UTC)
