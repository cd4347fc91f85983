"""What the insurer's system told, in the database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.claims.records import InsurerEvent
from bot.store.mapping import picked
from bot.store.rows import InsurerEventRow

COLUMNS = ("id", "conversation_id", "status", "reference", "at")


class InsurerRows:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, event: InsurerEvent) -> None:
        self._session.add(InsurerEventRow(**picked(event, COLUMNS)))
        self._session.flush()

    def get(self, event_id: str) -> InsurerEvent | None:
        row = self._session.get(InsurerEventRow, event_id)
        return InsurerEvent(**picked(row, COLUMNS)) if row else None

    def reference(self, conversation_id: str) -> str | None:
        query = select(InsurerEventRow.reference).where(
            InsurerEventRow.conversation_id == conversation_id, InsurerEventRow.reference.is_not(None)
        )
        return self._session.scalar(query.order_by(InsurerEventRow.at.desc()).limit(1))
