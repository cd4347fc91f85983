"""Bring a database to the newest version, and tell whether the rows and the migrations agree."""

import pathlib

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, make_url

MIGRATIONS = pathlib.Path(__file__).resolve().parent / "migrations"


def config(engine: Engine) -> Config:
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.attributes["engine"] = engine
    return made


def upgrade(engine: Engine) -> None:
    """Apply every migration that is missing, in one transaction each. Makes the folder of a SQLite file when needed."""
    url = make_url(engine.url)
    if engine.dialect.name == "sqlite" and url.database and url.database != ":memory:":
        pathlib.Path(url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    command.upgrade(config(engine), "head")


def check(engine: Engine) -> None:
    """Raise `alembic.util.CommandError` when the migrations would not make the tables of `rows`."""
    command.check(config(engine))
