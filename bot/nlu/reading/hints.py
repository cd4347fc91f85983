"""Which plain words a pattern cannot do without: a cheap test before the expensive one."""

try:
    import re._parser as sre_parse  # type: ignore[import-not-found]
except ImportError:  # Python 3.10 on the Rasa side
    import sre_parse  # type: ignore[no-redef]
from typing import Any, List, Optional, Tuple

SHORTEST = 3


def literals(source: str) -> Tuple[str, ...]:
    """Strings of which at least one stands in every match of `source`; empty when none is certain."""
    best = _needed(list(sre_parse.parse(source)))
    return tuple(sorted(set(best))) if best else ()


def _score(words: Optional[List[str]]) -> int:
    return min(len(w) for w in words) * 1000 - len(words) if words else -1


def _needed(items: List[Any]) -> Optional[List[str]]:
    best: Optional[List[str]] = None
    run = ""
    for op, arg in [*items, (None, None)]:
        name = str(op)
        if name == "LITERAL":
            run += chr(arg)
            continue
        if len(run) >= SHORTEST and _score([run]) > _score(best):
            best = [run]
        run = ""
        inner = _inside(name, arg)
        if inner is not None and _score(inner) > _score(best):
            best = inner
    return best


def _inside(name: str, arg: Any) -> Optional[List[str]]:
    if name == "SUBPATTERN":
        return _needed(list(arg[3]))
    if name == "BRANCH":
        words: List[str] = []
        for branch in arg[1]:
            needed = _needed(list(branch))
            if needed is None:
                return None
            words.extend(needed)
        return words
    if name in ("MAX_REPEAT", "MIN_REPEAT") and arg[0] >= 1:
        return _needed(list(arg[2]))
    return None
