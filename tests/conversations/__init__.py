"""Talks through the published API of the running product (real Rasa, app and database); and replays of transcripts."""
