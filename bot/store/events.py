"""Facts, keys and links of files that may tell of one event (`bot.services.ports.EventRows` says what each method promises)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.orm import Session

from bot.claims.records import Link, LinkState
from bot.store.rows import EventDecisionRow, EventFactsRow, EventKeyRow, EventLinkRow


class EventRows:
    def __init__(self, session: Session) -> None:
        self._session = session

    def facts(self, conversation_ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
        query = select(EventFactsRow.conversation_id, EventFactsRow.facts)
        found = self._session.execute(query.where(EventFactsRow.conversation_id.in_(list(conversation_ids))))
        return {row.conversation_id: row.facts for row in found}

    def keep(self, conversation_id: str, facts: Mapping[str, Any], keys: Iterable[str]) -> None:
        self._session.merge(EventFactsRow(conversation_id=conversation_id, facts=dict(facts)))
        self._session.flush()
        self._session.execute(delete(EventKeyRow).where(EventKeyRow.conversation_id == conversation_id))
        if rows := [{"key": key, "conversation_id": conversation_id} for key in sorted(set(keys))]:
            self._session.execute(insert(EventKeyRow), rows)

    def sharing(self, conversation_id: str, keys: Iterable[str], limit: int) -> list[str]:
        shared = func.count().label("shared")
        query = select(EventKeyRow.conversation_id, shared).where(
            EventKeyRow.key.in_(list(keys)), EventKeyRow.conversation_id != conversation_id
        )
        query = query.group_by(EventKeyRow.conversation_id).order_by(shared.desc(), EventKeyRow.conversation_id).limit(limit)
        return [row.conversation_id for row in self._session.execute(query)]

    def links(self, conversation_ids: Iterable[str]) -> list[Link]:
        ids = list(conversation_ids)
        query = select(EventLinkRow).where(or_(EventLinkRow.a.in_(ids), EventLinkRow.b.in_(ids)))
        return [link(row) for row in self._session.scalars(query.order_by(EventLinkRow.score.desc(), EventLinkRow.a, EventLinkRow.b))]

    def put(self, link: Link) -> None:
        self._session.merge(
            EventLinkRow(
                a=link.a, b=link.b, kind=link.kind, state=link.state, score=link.score, reasons=[dict(one) for one in link.reasons],
                found_at=link.found_at, decided_by=link.by, decided_at=link.at, seen=list(link.seen),
            )
        )  # fmt: skip
        self._session.flush()

    def drop(self, link: Link) -> None:
        self._session.execute(delete(EventLinkRow).where(EventLinkRow.a == link.a, EventLinkRow.b == link.b))

    def decided(self, link: Link) -> None:
        self._session.add(
            EventDecisionRow(
                a=link.a, b=link.b, kind=link.kind, state=link.state, reasons=[dict(one) for one in link.reasons],
                decided_by=link.by, decided_at=link.at,
            )
        )  # fmt: skip
        self._session.flush()

    def decisions(self, conversation_id: str) -> list[tuple[str, LinkState, str, datetime]]:
        query = select(EventDecisionRow).where(or_(EventDecisionRow.a == conversation_id, EventDecisionRow.b == conversation_id))
        return [
            (row.b if row.a == conversation_id else row.a, cast("LinkState", row.state), row.decided_by, row.decided_at)
            for row in self._session.scalars(query.order_by(EventDecisionRow.id))
        ]


def link(row: EventLinkRow) -> Link:
    return Link(
        row.a, row.b, row.kind, row.score, tuple(row.reasons), row.found_at, cast("LinkState", row.state), row.decided_by,
        row.decided_at, tuple(row.seen),
    )  # fmt: skip
