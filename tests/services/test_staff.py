"""Logins of the staff: one-time passwords, sessions, guessing, forms."""

import pathlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.claims.errors import LoginRefused, NameTaken, PasswordTooWeak, StoreUnavailable, TooManyGuesses
from bot.services.secrets import Hasher
from bot.services.staff import Staff
from bot.store.engine import make_engine
from bot.store.unit import Units
from bot.store.upgrade import upgrade

NEW = "een veel beter wachtwoord"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staff(tmp_path: pathlib.Path, clock: Clock) -> Iterator[Staff]:
    engine = make_engine(f"sqlite:///{tmp_path / 'claims.db'}")
    upgrade(engine)
    yield Staff(Units(engine), Hasher("k" * 32), session_hours=10, now=clock)
    engine.dispose()


def test_a_one_time_login_must_be_changed_and_ends_every_session(staff: Staff) -> None:
    login = staff.create_staff(" An ", "adjuster")
    first = staff.log_in("AN", login.password, address="a")
    assert first.session.member.must_change_password
    second = staff.change_password(first.token, login.password, NEW, address="a")
    assert not second.session.member.must_change_password
    assert staff.session(first.token) is None
    assert second.session.csrf != first.session.csrf
    with pytest.raises(LoginRefused):
        staff.log_in("an", login.password, address="a")
    assert staff.log_in("an", NEW, address="a").session.member.role == "adjuster"


@pytest.mark.parametrize("weak", ["", "kort", "elf tekens!", "an" * 101])
def test_a_weak_password_is_refused(staff: Staff, weak: str) -> None:
    login = staff.create_staff("an", "agent")
    first = staff.log_in("an", login.password, address="a")
    with pytest.raises(PasswordTooWeak):
        staff.change_password(first.token, login.password, weak, address="a")
    with pytest.raises(PasswordTooWeak):
        staff.change_password(first.token, login.password, login.password, address="a")


def test_a_session_ends_by_time_and_by_leaving(staff: Staff, clock: Clock) -> None:
    login = staff.create_staff("an", "agent")
    first, second = (staff.log_in("an", login.password, address="a") for _ in range(2))
    staff.log_out(first.token)
    assert staff.session(first.token) is None
    assert staff.session(second.token) is not None
    clock.now += timedelta(hours=10)
    assert staff.session(second.token) is None
    assert staff.session("") is None
    assert staff.session("made up") is None


def test_guessing_is_slowed_down_by_name_and_by_address_and_ends(staff: Staff, clock: Clock) -> None:
    login = staff.create_staff("an", "agent")
    for n in range(8):
        with pytest.raises(LoginRefused):
            staff.log_in("an", f"fout {n}", address=str(n))
    with pytest.raises(TooManyGuesses):
        staff.log_in("an", login.password, address="elsewhere")
    clock.now += timedelta(minutes=16)
    assert staff.log_in("an", login.password, address="elsewhere")
    for n in range(30):
        with pytest.raises(LoginRefused):
            staff.log_in(f"nobody {n}", "x", address="one")
    with pytest.raises(TooManyGuesses) as caught:
        staff.log_in("an", login.password, address="one")
    assert caught.value.facts["seconds"] == 900


def test_a_password_with_any_sign_can_be_tried(staff: Staff) -> None:
    staff.create_staff("an", "agent")
    for odd in ("\ud800", "\0", "😀" * 1000):
        with pytest.raises(LoginRefused):
            staff.check_password("an", odd, address=odd)


def test_names_are_taken_once_and_logins_can_be_renewed(staff: Staff) -> None:
    login = staff.create_staff("an", "agent")
    with pytest.raises(NameTaken):
        staff.create_staff("AN ", "admin")
    session = staff.log_in("an", login.password, address="a")
    fresh = staff.renew_login("an")
    assert staff.session(session.token) is None
    assert staff.log_in("an", fresh.password, address="a").session.member.must_change_password
    with pytest.raises(LoginRefused):
        staff.renew_login("nobody")
    assert [member.name for member in staff.members()] == ["an"]


def test_forms_carry_the_token_of_their_own_session(staff: Staff) -> None:
    login = staff.create_staff("an", "agent")
    mine, other = (staff.log_in("an", login.password, address="a").session for _ in range(2))
    assert staff.csrf_ok(mine, mine.csrf)
    for wrong in (other.csrf, "", None, "é"):
        assert not staff.csrf_ok(mine, wrong)


def test_no_password_and_no_token_stands_in_the_database(staff: Staff, tmp_path: pathlib.Path) -> None:
    login = staff.create_staff("an", "agent")
    session = staff.log_in("an", login.password, address="10.0.0.1")
    with make_engine(f"sqlite:///{tmp_path / 'claims.db'}").connect() as connection:
        everything = "".join(
            str(connection.execute(text(f"SELECT * FROM {table}")).fetchall()) for table in ("staff", "staff_sessions", "guesses")
        )
    for secret in (login.password, session.token, "10.0.0.1"):
        assert secret not in everything


def test_a_session_is_seen_when_it_is_used_also_where_the_store_cannot_write(staff: Staff, clock: Clock) -> None:
    login = staff.create_staff("an", "agent")
    token = staff.log_in("an", login.password, address="a").token
    clock.now += timedelta(minutes=5)
    assert staff.session(token) is not None
    with staff._units.read() as unit:
        assert unit.staff.present(clock.now - timedelta(seconds=1), clock.now)
    clock.now += timedelta(minutes=5)
    units, tries = staff._units, []

    class Locked:
        read = units.read

        def write(self) -> None:
            tries.append(1)
            raise StoreUnavailable(seconds=1)

    staff._units = Locked()  # type: ignore[assignment]
    assert staff.session(token) is not None
    assert staff.session(token) is not None
    assert len(tries) == 1


def test_nobody_is_present_after_logging_out(staff: Staff, clock: Clock) -> None:
    login = staff.create_staff("an", "agent")
    token = staff.log_in("an", login.password, address="a").token
    staff.log_out(token)
    with staff._units.read() as unit:
        assert not unit.staff.present(clock.now - timedelta(hours=1), clock.now)
