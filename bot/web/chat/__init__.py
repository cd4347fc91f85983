"""The insured's chat page, and the same page for an agent at the desk.

In: a GET for a page. Out: HTML that talks to the conversation API by itself. May import bot.services, bot.claims.
"""
