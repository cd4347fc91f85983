"""Alembic's entry: runs the migrations on the engine it is given (`bot.store.upgrade`)."""

from typing import Literal

from alembic import context

from bot.store.rows import Base, Instant

PLUGINS = ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"]


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """In a migration an instant is a plain DateTime: migrations must not change when the code does."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    engine = context.config.attributes["engine"].execution_options(write=True)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            render_item=render_item,
            transaction_per_migration=True,
            autogenerate_plugins=PLUGINS,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
