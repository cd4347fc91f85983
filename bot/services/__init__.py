"""What a person can do: open a claim, say something, correct, submit, log in; and the deliverer that gets messages heard.

In: plain values from a door; out: dataclasses and errors of `bot.claims`. May import `bot.claims`; store and Rasa come in through `ports`.
"""
