"""Alarms and their pages in the database (`bot.services.ports` says what each method promises)."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.claims.records import Alarm, Page
from bot.store.mapping import picked
from bot.store.rows import AlarmRow, OutboxRow

COLUMNS = ("id", "conversation_id", "raised_at", "planned_at", "ended_at", "ended_by", "how", "taken_at", "taken_by")
EVENT, PAGE = "alarm", "page"
WAITS = (OutboxRow.kind == PAGE, OutboxRow.closed_at.is_(None), OutboxRow.delivered_at.is_(None))


class Alarms:
    def __init__(self, session: Session) -> None:
        self._session = session

    def raise_(self, conversation_id: str, at: datetime) -> Alarm | None:
        if self.running(conversation_id) is not None:
            return None
        made = Alarm(str(uuid.uuid4()), conversation_id, at)
        self._session.add(AlarmRow(**picked(made, COLUMNS)))
        self._session.add(outbox(made.id, made, EVENT, {"alarm_id": made.id}, at, at))
        self._session.flush()
        return made

    def running(self, conversation_id: str) -> Alarm | None:
        row = self._session.scalar(select(AlarmRow).where(AlarmRow.conversation_id == conversation_id, AlarmRow.ended_at.is_(None)))
        return alarm(row) if row else None

    def of(self, conversation_id: str) -> list[Alarm]:
        query = select(AlarmRow).where(AlarmRow.conversation_id == conversation_id).order_by(AlarmRow.raised_at, AlarmRow.id)
        return [alarm(row) for row in self._session.scalars(query)]

    def unplanned(self) -> list[Alarm]:
        query = select(AlarmRow).where(AlarmRow.ended_at.is_(None), AlarmRow.planned_at.is_(None)).order_by(AlarmRow.raised_at)
        return [alarm(row) for row in self._session.scalars(query)]

    def plan(self, alarm_id: str, pages: Sequence[Page], at: datetime) -> None:
        for one in pages:
            body = {"alarm_id": alarm_id, "line": one.line, "channel": one.channel}
            self._session.add(outbox(one.id, one, PAGE, body, at, one.due_at))
        self._session.execute(update(AlarmRow).where(AlarmRow.id == alarm_id).values(planned_at=at))
        self._session.execute(update(OutboxRow).where(OutboxRow.id == alarm_id).values(delivered_at=at))

    def hasten(self, alarm_id: str, due: datetime) -> None:
        waiting = [row.id for row in self._rows(*WAITS, OutboxRow.tries == 0, OutboxRow.next_try_at > due) if of_alarm(row, alarm_id)]
        self._session.execute(update(OutboxRow).where(OutboxRow.id.in_(waiting)).values(next_try_at=due))

    def end(self, alarm_id: str, at: datetime, by: str | None, how: str) -> None:
        self._session.execute(update(AlarmRow).where(AlarmRow.id == alarm_id).values(ended_at=at, ended_by=by, how=how))
        self._session.execute(update(OutboxRow).where(OutboxRow.id == alarm_id, OutboxRow.delivered_at.is_(None)).values(delivered_at=at))
        waiting = [row.id for row in self._rows(*WAITS) if of_alarm(row, alarm_id)]
        self._session.execute(update(OutboxRow).where(OutboxRow.id.in_(waiting)).values(closed_at=at, outcome="cancelled"))

    def take(self, alarm_id: str, at: datetime, by: str) -> None:
        self._session.execute(update(AlarmRow).where(AlarmRow.id == alarm_id).values(taken_at=at, taken_by=by))

    def pages(self, conversation_id: str) -> list[Page]:
        return [page(row) for row in self._rows(OutboxRow.kind == PAGE, OutboxRow.conversation_id == conversation_id)]

    def due(self, now: datetime) -> list[Page]:
        return [page(row) for row in self._rows(*WAITS, OutboxRow.next_try_at <= now)]

    def next_due(self) -> datetime | None:
        row = next(iter(self._rows(*WAITS)), None)
        return row.next_try_at if row else None

    def tried(self, page_id: str, next_try: datetime) -> None:
        values = {"tries": OutboxRow.tries + 1, "next_try_at": next_try}
        self._session.execute(update(OutboxRow).where(OutboxRow.id == page_id).values(values))

    def closed(self, page_id: str, at: datetime, outcome: str) -> None:
        if outcome == "delivered":  # also when somebody came first meanwhile: it did arrive
            values = {"closed_at": at, "outcome": outcome, "delivered_at": at, "tries": OutboxRow.tries + 1}
            self._session.execute(update(OutboxRow).where(OutboxRow.id == page_id).values(values))
        else:
            still = update(OutboxRow).where(OutboxRow.id == page_id, OutboxRow.closed_at.is_(None))
            self._session.execute(still.values(closed_at=at, outcome=outcome))

    def _rows(self, *conditions: object) -> Sequence[OutboxRow]:
        query = select(OutboxRow).where(*conditions).order_by(OutboxRow.next_try_at, OutboxRow.id)  # type: ignore[arg-type]
        return self._session.scalars(query.execution_options(populate_existing=True)).all()


def outbox(key: str, about: Alarm | Page, kind: str, body: dict[str, str], at: datetime, due: datetime) -> OutboxRow:
    return OutboxRow(id=key, conversation_id=about.conversation_id, kind=kind, body=body, created_at=at, next_try_at=due, tries=0)


def of_alarm(row: OutboxRow, alarm_id: str) -> bool:
    return row.body.get("alarm_id") == alarm_id


def alarm(row: AlarmRow) -> Alarm:
    return Alarm(**picked(row, COLUMNS))


def page(row: OutboxRow) -> Page:
    body = row.body
    return Page(row.id, row.conversation_id, body["alarm_id"], body["line"], body["channel"], row.next_try_at, row.tries,
                row.delivered_at, row.closed_at, row.outcome)  # fmt: skip
