"""The real app, with the small core or its own, in a process of its own that can be killed.

A fork server with everything imported starts it, so that a test pays for the imports once and not at every kill.
"""

import multiprocessing
import multiprocessing.process
import os
import pathlib
from collections.abc import Mapping

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["bot.wiring", "bot.web.chat.router", "bot.web.review.router", "tests.turn.small_core"])


def start(env: Mapping[str, str], log: pathlib.Path, *, small: bool = True) -> multiprocessing.process.BaseProcess:
    """Start the app with the settings of `env`; what it prints is appended to `log`."""
    process = FORKS.Process(target=run, args=(dict(env), str(log), small), daemon=True)
    process.start()
    return process


def run(env: dict[str, str], log: str, small: bool) -> None:
    from bot import wiring
    from bot.settings import Settings
    from tests.turn.small_core import small_core

    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(out, 1)
    os.dup2(out, 2)
    wiring.serve(Settings.from_env(env), small_core() if small else None)
