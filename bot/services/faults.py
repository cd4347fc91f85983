"""Named points at which a test kills or holds this process, to prove that the turn survives it.

Off unless armed. Only `bot.wiring` arms it, from CLAIMLOKET_FAULT, which `Settings` refuses outside CLAIMLOKET_ENVIRONMENT=test.
A fault is "<point>=kill" (SIGKILL at once) or "<point>=hold:<path>" (make the file at path, go on once it is gone). It happens once.
"""

import asyncio
import os
import pathlib
import signal
import time

STEPS = ("clean", "store", "lock", "mark", "deliver", "hear", "look", "recover")
# "within" is after the writes of a transaction and before its commit.
POINTS = (*(f"{moment}:{step}" for step in STEPS for moment in ("before", "after")), "within:store", "within:mark", "within:hear")
_armed: dict[str, str] = {}


def arm(fault: str) -> None:
    """Set off `fault` when its point is reached; "" sets off nothing. Raises ValueError for an unknown point."""
    _armed.clear()
    if fault:
        point, _, what = fault.partition("=")
        if point not in POINTS or not (what == "kill" or what.startswith("hold:")):
            raise ValueError(f"unknown fault {fault!r}; points: {', '.join(POINTS)}")
        _armed[point] = what


def reached(point: str) -> None:
    """Mark a point of the turn (blocks the calling thread while held)."""
    if not _armed:
        return
    what = _armed.pop(point, None)
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what:
        file = pathlib.Path(what.partition(":")[2])
        file.write_text(point, encoding="utf-8")
        while file.exists():
            time.sleep(0.02)


async def passing(point: str) -> None:
    """`reached` for the event loop: a held point does not hold the loop."""
    if _armed:
        await asyncio.to_thread(reached, point)
