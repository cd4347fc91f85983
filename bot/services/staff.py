"""Who of the staff may come in: members, passwords (argon2id), sessions in the store, one-time logins, CSRF tokens.

All methods are synchronous (a password check takes some 50 ms of CPU): call them from plain `def` routes.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot import log
from bot.claims.errors import LoginRefused, NameTaken, PasswordTooWeak, StoreUnavailable, TooManyGuesses
from bot.claims.records import Role, StaffMember, StaffSession
from bot.services.ports import Units
from bot.services.secrets import Hasher, new_code, new_id, new_token

LEAST_PASSWORD, MOST_PASSWORD = 12, 200
GUESSES_A_NAME, GUESSES_AN_ADDRESS, GUESS_WINDOW = 8, 30, timedelta(minutes=15)
SEEN_EVERY, MOST_NOTED = timedelta(minutes=1), 1000
GUESSES_KEPT = timedelta(hours=1)  # the longest window in which anything is counted
LOG = log.get(__name__)


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class OneTimeLogin:
    """A fresh login to hand over once; the password must be changed at its first use."""

    name: str
    password: str


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A new session: put `token` into an HttpOnly cookie; only its hash is kept."""

    token: str
    session: StaffSession


class Staff:
    """The staff's front door."""

    def __init__(self, units: Units, hasher: Hasher, session_hours: float = 10.0, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._hash, self._now = units, hasher, now
        self._life = timedelta(hours=session_hours)
        self._passwords = PasswordHasher()
        self._noted: dict[str, datetime] = {}

    def create_staff(self, name: str, role: Role) -> OneTimeLogin:
        """Add a member with a one-time login. Raises NameTaken."""
        name, password = tidy(name), new_code()
        with self._units.write() as unit:
            if unit.staff.by_name(name):
                raise NameTaken()
            unit.staff.add(StaffMember(new_id(), name, role, must_change_password=True), self._passwords.hash(password), self._now())
            unit.commit()
        return OneTimeLogin(name, password)

    def renew_login(self, name: str) -> OneTimeLogin:
        """Give an existing member a one-time login and end their sessions. Raises LoginRefused when there is no such member."""
        password = new_code()
        with self._units.write() as unit:
            found = unit.staff.by_name(tidy(name))
            if found is None:
                raise LoginRefused()
            unit.staff.set_password(found[0].id, self._passwords.hash(password), must_change=True)
            unit.staff.end_sessions_of(found[0].id)
            unit.commit()
        return OneTimeLogin(found[0].name, password)

    def members(self) -> list[StaffMember]:
        with self._units.read() as unit:
            return unit.staff.all()

    def check_password(self, name: str, password: str, *, address: str) -> StaffMember:
        """The member whose password this is. `address` is the caller's, for the limit on guessing.

        Raises LoginRefused, and TooManyGuesses (facts: seconds) after 8 wrong tries for a name or 30 from an address in 15 minutes.
        """
        name, at = tidy(name), self._now()
        marks = (
            ("login-name", self._hash("login-name", name), GUESSES_A_NAME),
            ("login-from", self._hash("login-from", address), GUESSES_AN_ADDRESS),
        )
        with self._units.read() as unit:
            if any(unit.guesses.count(kind, who, at - GUESS_WINDOW) >= most for kind, who, most in marks):
                raise TooManyGuesses(seconds=int(GUESS_WINDOW.total_seconds()))
            found = unit.staff.by_name(name)
        if self._right(found[1] if found else self._nobody, password) and found:
            return found[0]
        with self._units.write() as unit:
            for kind, who, _most in marks:
                unit.guesses.add(kind, who, at)
            unit.guesses.drop_before(at - GUESSES_KEPT)
            unit.commit()
        LOG.warning("login_refused")
        raise LoginRefused()

    def log_in(self, name: str, password: str, *, address: str) -> LoggedIn:
        """Check the password and start a session. Raises as `check_password` does."""
        return self._start(self.check_password(name, password, address=address))

    def session(self, token: str | None) -> StaffSession | None:
        """The session of this token, or None when there is none or it has ended. Its use is noted, for who is at work now."""
        if not token:
            return None
        key, now = self._hash("session", token), self._now()
        with self._units.read() as unit:
            found = unit.staff.session(key)
        if found is None or found.expires_at <= now:
            return None
        if found.seen_at is None or now - found.seen_at >= SEEN_EVERY:
            self._note(key, now)
        return found

    def _note(self, key: str, now: datetime) -> None:
        """Note that a session is used. Tried once a minute, also when the store cannot write: a page must be readable then too."""
        tried = self._noted.get(key)
        if tried is not None and now - tried < SEEN_EVERY:
            return
        if len(self._noted) >= MOST_NOTED:
            self._noted.clear()
        self._noted[key] = now
        with suppress(StoreUnavailable), self._units.write() as unit:
            unit.staff.saw(key, now)
            unit.commit()

    def log_out(self, token: str) -> None:
        with self._units.write() as unit:
            unit.staff.end_session(self._hash("session", token))
            unit.commit()

    def change_password(self, token: str, old: str, new: str, *, address: str) -> LoggedIn:
        """Set a new password, end all sessions of the member, start a fresh one (new token, new CSRF token).

        Raises LoginRefused (no session, or `old` is wrong), PasswordTooWeak (facts: least; also when it is the old one or the name).
        """
        session = self.session(token)
        if session is None:
            raise LoginRefused()
        member = self.check_password(session.member.name, old, address=address)
        if not LEAST_PASSWORD <= len(new) <= MOST_PASSWORD or new == old or tidy(new) == member.name:
            raise PasswordTooWeak(least=LEAST_PASSWORD)
        with self._units.write() as unit:
            unit.staff.set_password(member.id, self._passwords.hash(new), must_change=False)
            unit.staff.end_sessions_of(member.id)
            unit.commit()
        return self._start(replace(member, must_change_password=False))

    def csrf_ok(self, session: StaffSession, sent: str | None) -> bool:
        """Whether a form carried the token of this session; compared in constant time."""
        return bool(sent) and secrets.compare_digest(session.csrf.encode(), (sent or "").encode())

    @cached_property
    def _nobody(self) -> str:
        """Checked when the name is unknown, so that an unknown name takes as long as a wrong password."""
        return self._passwords.hash(secrets.token_hex(16))

    def _start(self, member: StaffMember) -> LoggedIn:
        token, now = new_token(), self._now()
        session = StaffSession(member, new_token(), now + self._life, now)
        with self._units.write() as unit:
            unit.staff.drop_expired(now)
            unit.staff.add_session(self._hash("session", token), session)
            unit.commit()
        return LoggedIn(token, session)

    def _right(self, password_hash: str, password: str) -> bool:
        try:
            return self._passwords.verify(password_hash, password[:MOST_PASSWORD].encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False


def tidy(name: str) -> str:
    """A login name as it is kept: lower case, without blanks around it."""
    return name.strip().lower()
