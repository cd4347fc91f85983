"""The migration that copies the assertions loses none of them, and numbers go on where they were."""

import pathlib

from alembic import command
from sqlalchemy import text

from bot.store.engine import make_engine
from bot.store.upgrade import config, upgrade

ROW = (
    "INSERT INTO assertions (conversation_id, message_id, kind, name, value, status, said_by, at, evidence, confidence, correction) "
    "VALUES ('c1', 'm1', :kind, 'x', '1', 'stated', 'insured', '2026-11-23 03:00:00', '[]', 1.0, 0)"
)
CONVERSATION = (
    "INSERT INTO conversations (id, channel, language, opened_at, changed_at, status, model, summary) "
    "VALUES ('c1', 'web_chat', 'nl-NL', '2026-11-23 03:00:00', '2026-11-23 03:00:00', 'draft', '{}', '{}')"
)


def test_rows_of_before_stay_and_new_kinds_fit(tmp_path: pathlib.Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'claims.db'}")
    command.upgrade(config(engine), "0003")
    with engine.begin() as connection:
        connection.execute(text(CONVERSATION))
        for kind in ("field", "signal"):
            connection.execute(text(ROW), {"kind": kind})
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(ROW), {"kind": "standstill"})
        found = connection.execute(text("SELECT rank, kind FROM assertions ORDER BY rank")).all()
    assert [tuple(row) for row in found] == [(1, "field"), (2, "signal"), (3, "standstill")]
    command.downgrade(config(engine), "0003")
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM assertions")).scalar() == 2
    engine.dispose()
