"""Versions of claim files in the database (`bot.services.ports` says what each method promises)."""

import zlib

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.claims.records import ClaimVersion
from bot.store import mapping
from bot.store.rows import ClaimVersionRow

ABOUT = ("number", "at", "reason", "by")


class Versions:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, conversation_id: str, version: ClaimVersion, document: str) -> None:
        about = {**mapping.picked(version, ABOUT), "changed": list(version.changed)}
        self._session.add(ClaimVersionRow(conversation_id=conversation_id, **about, document=zlib.compress(document.encode())))

    def latest(self, conversation_id: str) -> int:
        return self._session.scalar(select(func.max(ClaimVersionRow.number)).where(ClaimVersionRow.conversation_id == conversation_id)) or 0

    def all(self, conversation_id: str) -> list[ClaimVersion]:
        columns = (ClaimVersionRow.number, ClaimVersionRow.at, ClaimVersionRow.reason, ClaimVersionRow.by, ClaimVersionRow.changed)
        query = select(*columns).where(ClaimVersionRow.conversation_id == conversation_id).order_by(ClaimVersionRow.number)
        return [ClaimVersion(row.number, row.at, row.reason, row.by, tuple(row.changed)) for row in self._session.execute(query)]

    def document(self, conversation_id: str, number: int) -> str | None:
        row = self._session.get(ClaimVersionRow, (conversation_id, number))
        return zlib.decompress(row.document).decode() if row else None
