"""Rasa's door to our code: one thin action, spoken to in the JSON of Rasa's action server, on a loopback listener of its own.

In: tracker JSON; out: `{"heard": message_id}`. May import `bot.services` and `bot.claims`.
"""
