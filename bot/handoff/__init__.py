"""To outside systems, from the outbox (rows the turn writes in its own transaction). Today: the pages of an alarm.

In: outbox rows; out: deliveries, at least once, each with its id as idempotency key. May import `bot.claims` and `bot.services`.
"""
