"""The form beside an agent's talk: every field of the claim file, with what is recorded of it and a control to set it by hand.

In: a GET for the list of fields, or for the form of one. Out: pieces of HTML that the desk's scripts put beside the talk; what is set goes
through the API's PATCH. May import bot.services, bot.claims.
"""
