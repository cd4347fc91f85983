"""Staff, their sessions, and failed guesses in the database (`bot.services.ports` says what each method promises)."""

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.claims.records import StaffMember, StaffSession
from bot.store import mapping
from bot.store.rows import GuessRow, StaffRow, StaffSessionRow


class StaffRows:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, member: StaffMember, password_hash: str, at: datetime) -> None:
        values = mapping.picked(member, ("id", "name", "role", "must_change_password"))
        self._session.add(StaffRow(**values, password_hash=password_hash, created_at=at))
        self._session.flush()

    def by_name(self, name: str) -> tuple[StaffMember, str] | None:
        row = self._session.scalar(select(StaffRow).where(StaffRow.name == name))
        return (mapping.member(row), row.password_hash) if row else None

    def all(self) -> list[StaffMember]:
        return [mapping.member(row) for row in self._session.scalars(select(StaffRow).order_by(StaffRow.name))]

    def set_password(self, member_id: str, password_hash: str, *, must_change: bool) -> None:
        values = {"password_hash": password_hash, "must_change_password": must_change}
        self._session.execute(update(StaffRow).where(StaffRow.id == member_id).values(**values))

    def add_session(self, token_hash: str, session: StaffSession) -> None:
        row = StaffSessionRow(token_hash=token_hash, staff_id=session.member.id, csrf=session.csrf, expires_at=session.expires_at,
                              seen_at=session.seen_at)  # fmt: skip
        self._session.add(row)

    def session(self, token_hash: str) -> StaffSession | None:
        query = select(StaffSessionRow, StaffRow).join(StaffRow, StaffRow.id == StaffSessionRow.staff_id)
        found = self._session.execute(query.where(StaffSessionRow.token_hash == token_hash)).first()
        return mapping.session(found[0], found[1]) if found else None

    def end_session(self, token_hash: str) -> None:
        self._session.execute(delete(StaffSessionRow).where(StaffSessionRow.token_hash == token_hash))

    def end_sessions_of(self, member_id: str) -> None:
        self._session.execute(delete(StaffSessionRow).where(StaffSessionRow.staff_id == member_id))

    def drop_expired(self, now: datetime) -> None:
        self._session.execute(delete(StaffSessionRow).where(StaffSessionRow.expires_at <= now))

    def saw(self, token_hash: str, at: datetime) -> None:
        self._session.execute(update(StaffSessionRow).where(StaffSessionRow.token_hash == token_hash).values(seen_at=at))

    def present(self, since: datetime, now: datetime) -> bool:
        query = select(StaffSessionRow.token_hash).where(StaffSessionRow.seen_at >= since, StaffSessionRow.expires_at > now)
        return self._session.scalar(query.limit(1)) is not None


class Guesses:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kind: str, who: str, at: datetime) -> None:
        self._session.add(GuessRow(kind=kind, who=who, at=at))

    def count(self, kind: str, who: str, since: datetime) -> int:
        query = select(func.count()).select_from(GuessRow).where(GuessRow.kind == kind, GuessRow.who == who, GuessRow.at > since)
        return self._session.scalar(query) or 0

    def drop_before(self, at: datetime) -> None:
        self._session.execute(delete(GuessRow).where(GuessRow.at < at))
