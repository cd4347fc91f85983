"""To outside systems. Today only the outbox exists: rows the turn writes in its own transaction (table `outbox`).

In: outbox rows; out: deliveries, at least once, each with its id as idempotency key. May import `bot.claims` and `bot.services`.
"""
