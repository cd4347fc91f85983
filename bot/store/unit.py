"""The unit of work: one transaction over all tables. Leaving it without `commit()` rolls back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, func, or_, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from bot import log
from bot.claims.errors import ConversationUnknown, StoreUnavailable
from bot.claims.model import Log
from bot.claims.records import Stored
from bot.store.alarms import Alarms
from bot.store.claims import Conversations, Messages, Turns
from bot.store.events import EventRows
from bot.store.insurer import InsurerRows
from bot.store.rows import AssertionRow, ConversationRow, MessageRow
from bot.store.staff import Guesses, StaffRows
from bot.store.versions import Versions

# Belgium and the Netherlands keep the same time; dates in a message mean days there.
LOCAL = ZoneInfo("Europe/Brussels")
LOG = log.get(__name__)
RETRY_SECONDS = 30


class Unit:
    """See `bot.services.ports.Unit`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.conversations, self.messages, self.turns = Conversations(session), Messages(session), Turns(session)
        self.versions = Versions(session)
        self.staff, self.guesses, self.insurer = StaffRows(session), Guesses(session), InsurerRows(session)
        self.alarms = Alarms(session)
        self.events = EventRows(session)

    def log(self, conversation_id: str, *, upto: str | None = None) -> Log:
        """See `bot.services.ports.Unit.log`; instants are in Belgian and Dutch time."""
        about = self.conversations.get(conversation_id)
        if about is None:
            raise ConversationUnknown()
        kept = [
            message
            for message in self.messages.since(conversation_id)
            if upto is None or (message.id != upto and message.state in (None, "heard"))
        ]
        return Log(
            conversation_id=about.id,
            channel=about.channel,
            language=about.language,
            opened_at=about.opened_at.astimezone(LOCAL),
            status=about.status,  # type: ignore[arg-type] # a CHECK constraint holds the values
            number=about.number,
            version=self.versions.latest(conversation_id),
            messages=tuple(local(message).message() for message in kept),
            assertions=tuple(replace(one, at=one.at.astimezone(LOCAL)) for one in self.turns.assertions(conversation_id)),
            model=about.model,
        )

    def standing(self, conversation_id: str) -> tuple[Any, ...]:
        """See `bot.services.ports.Unit.standing`."""
        of_row = select(ConversationRow.changed_at, ConversationRow.status, ConversationRow.number, ConversationRow.taken_over_by)
        about = self._session.execute(of_row.where(ConversationRow.id == conversation_id)).first()
        known = or_(MessageRow.state.is_(None), MessageRow.state == "heard")
        messages = select(func.count()).where(MessageRow.conversation_id == conversation_id, known)
        assertions = select(func.max(AssertionRow.rank)).where(AssertionRow.conversation_id == conversation_id)
        return (*(about or ()), self._session.scalar(messages), self._session.scalar(assertions))

    def commit(self) -> None:
        self._session.commit()


def local(message: Stored) -> Stored:
    """The same message with its instant in Belgian and Dutch time."""
    return replace(message, at=message.at.astimezone(LOCAL))


@contextmanager
def available() -> Iterator[None]:
    """Turn what the driver raises for a locked, full or absent database into StoreUnavailable, without the words of the statement."""
    try:
        yield
    except (OperationalError, PoolTimeout) as error:
        cause = getattr(error, "orig", None)
        LOG.error("store_unavailable", error=type(error).__name__, cause=getattr(cause, "sqlite_errorname", type(cause).__name__))
        raise StoreUnavailable(seconds=RETRY_SECONDS) from None


class Units:
    """Makes units of work on one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(write=True)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        with available(), Session(self._writer, expire_on_commit=False) as session:
            session.connection()  # begins now: BEGIN IMMEDIATE waits here for its turn, before anything was read
            yield Unit(session)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        with available(), Session(self._engine, expire_on_commit=False) as session:
            yield Unit(session)

    def check(self) -> None:
        """Raise what the database raises when it cannot answer."""
        with self._engine.connect() as connection:
            connection.execute(text("SELECT 1"))
