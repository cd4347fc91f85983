"""Rows, unit of work, migrations. In: dataclasses of `bot.claims`; out: the same, never a row. May import `bot.claims`."""
