"""The real app in a process of its own, with the small core: `python -m tests.turn.app_process`, settings from the environment."""

from bot import wiring
from bot.settings import Settings
from tests.turn.small_core import small_core

if __name__ == "__main__":
    wiring.serve(Settings.from_env(), small_core())
