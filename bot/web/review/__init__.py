"""The pages of the staff: log in, the list of claim files, one claim file with its transcript.

In: cookies and forms; out: HTML, never kept by a cache. May import bot.services, bot.claims.
"""
