"""Dutch text in, annotations with spans and values out.

Pure functions on text: standard library and python-dateutil only, importable on Python 3.10 (inside Rasa) and later.
Rasa and spaCy wrappers live beside, in `bot/nlu/rasa/`. Nothing here imports another package of ours.
"""
