"""Our line to the Rasa server: deliver a stored message in pieces; train and start Rasa.

In: a stored text; out: nothing that is trusted (what was heard is in the store). May import `bot.claims`.
"""
