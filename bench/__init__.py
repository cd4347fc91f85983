"""Measurements: quality (`evaluate/`), other readers beside ours (`peers/`), speed, memory, fuzzing. No part of the product."""
