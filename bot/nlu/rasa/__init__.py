"""Rasa and spaCy around the pure modules of `bot.nlu`: components, tracker store, and what the server process needs.

In: a message from Rasa's REST channel. Out: intents and annotations (docs/annotations.md), handed to `action_intake`.
May import: rasa, spaCy, numpy, scikit-learn and `bot.nlu`; nothing else of ours. Runs on Python 3.10.
"""
