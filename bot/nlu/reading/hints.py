"""Which plain words a pattern cannot do without: a cheap test before the expensive one."""

try:
    import re._parser as sre_parse  # type: ignore[import-not-found]
except ImportError:  # Python 3.10 on the Rasa side
    import sre_parse  # type: ignore[no-redef]
from typing import Any, List, Optional, Sequence, Tuple

SHORTEST = 3
_LEAST = 2  # a word this short says little, but more than none
_MOST = 120  # words of a set
_SETS = 3  # sets of words a pattern is asked for: who, what and whom
_WIDEST = 4  # letters of a class that are written out ("[ds]")
Words = Tuple[str, ...]


def literals(source: str) -> Tuple[Words, ...]:
    """Sets of strings: of each set at least one stands in every match of `source`. Empty when none is certain."""
    found = {tuple(sorted(words)) for words in _needed(list(sre_parse.parse(source)))}
    ordered = sorted(found, key=lambda words: (-_score(words), words))
    long = [words for words in ordered if min(map(len, words)) >= SHORTEST]
    return tuple((long or ordered)[:_SETS])


def _score(words: Sequence[str]) -> int:
    return min(map(len, words)) * 1000 - len(words)


def _needed(items: List[Any]) -> List[List[str]]:
    """All sets of strings that a row of parsed items cannot do without."""
    sets: List[List[str]] = []
    run = [""]  # all that the items just before this one can be, written out
    for op, arg in items:
        exact = _exact(str(op), arg)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = _shortest([before + more for before in run for more in exact], joined=True)
            continue
        sets.append(run)
        run = exact if exact is not None else [""]
        sets.extend(_inside(str(op), arg) if exact is None else [])
    kept = [_shortest(words) for words in [*sets, run]]
    return [words for words in kept if min(map(len, words)) >= _LEAST]


def _shortest(words: List[str], joined: bool = False) -> List[str]:
    """`words` without doubles, and (unless more is to be `joined` to them) without those that hold another of them."""
    words = list(dict.fromkeys(words))
    return words if joined else [word for word in words if not any(other != word and other in word for other in words)]


def _exact(name: str, arg: Any) -> Optional[List[str]]:
    """All strings that an item can match, when they are few; None else. What matches no letters is the empty string."""
    if name == "LITERAL":
        return [chr(arg)]
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return [""]
    if name == "IN" and len(arg) <= _WIDEST and all(str(op) == "LITERAL" for op, _ in arg):
        return [chr(code) for _, code in arg]
    if name == "SUBPATTERN":
        return None if arg[1] or arg[2] else _row(list(arg[3]))
    if name == "BRANCH":
        rows = [_row(list(branch)) for branch in arg[1]]
        return None if any(row is None for row in rows) else _few([word for row in rows for word in row or ()])
    if name in ("MAX_REPEAT", "MIN_REPEAT") and arg[1] == 1:
        row = _row(list(arg[2]))
        return row if row is None or arg[0] else _few(["", *row])
    return None


def _row(items: List[Any]) -> Optional[List[str]]:
    run = [""]
    for op, arg in items:
        exact = _exact(str(op), arg)
        if exact is None or len(run) * len(exact) > _MOST:
            return None
        run = [before + more for before in run for more in exact]
    return run


def _few(words: List[str]) -> Optional[List[str]]:
    return list(dict.fromkeys(words)) if len(words) <= _MOST else None


def _inside(name: str, arg: Any) -> List[List[str]]:
    if name == "SUBPATTERN":
        return [] if arg[1] or arg[2] else _needed(list(arg[3]))
    if name == "BRANCH":
        words: List[str] = []
        for branch in arg[1]:
            needed = _needed(list(branch))
            if not needed:
                return []
            words.extend(max(needed, key=_score))
        return [words]
    if name in ("MAX_REPEAT", "MIN_REPEAT") and arg[0] >= 1:
        return _needed(list(arg[2]))
    return []
