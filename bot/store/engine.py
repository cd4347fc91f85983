"""The database: opened with the safety switches that SQLite leaves off."""

import json
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

BUSY_MS = 15_000


def make_engine(url: str) -> Engine:
    """Open (lazily) the database at `url`. SQLite: WAL, foreign keys, full sync, 15 s patience with another writer.

    `engine.execution_options(write=True)` begins its transactions with BEGIN IMMEDIATE: the right to write is taken at the start,
    so a transaction never fails halfway because another one wrote in between.
    """
    # What goes wrong must not be told with the values of the statement: they hold what people wrote.
    engine = create_engine(url, hide_parameters=True, json_serializer=dump, pool_pre_ping=not url.startswith("sqlite"), **pool_of(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", set_up_sqlite)
        event.listen(engine, "begin", begin_sqlite)
    return engine


def pool_of(url: str) -> dict[str, Any]:
    """Room for every thread of the web server (40) and the deliverer."""
    return {"pool_size": 10, "max_overflow": 40} if ":memory:" not in url else {}


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def set_up_sqlite(connection: Any, _record: Any) -> None:
    # Python's sqlite3 must not begin transactions by itself: `begin_sqlite` decides which kind.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")
