"""Long work in short steps: a generator that yields wherever others may have their turn, and returns what it made."""

from typing import Any, Generator, TypeVar

Made = TypeVar("Made")
Steps = Generator[None, None, Made]


def at_once(steps: "Generator[None, None, Made]") -> Made:
    """What the steps make, without a pause between them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Any = end.value
            return made  # type: ignore[no-any-return]
