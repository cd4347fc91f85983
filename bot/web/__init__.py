"""The doors: the API, the pages of the insured (chat/) and of the staff (review/).

In: HTTP; out: JSON, HTML, event streams, Dutch problem documents. May import `bot.services` and `bot.claims`.
"""
