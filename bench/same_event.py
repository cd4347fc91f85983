"""How well two files of one event are found: on labelled pairs and near-misses, and among all files of a pool at once.

python -m bench.same_event            prints the figures
python -m bench.same_event --write    writes docs/quality/same_event.md too
"""

import argparse
import pathlib
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations

from bot.claims.event_facts import Facts, facts_of, keys
from bot.claims.same_event import compare
from tests.cases import same_event_kinds  # noqa: F401 # it fills the tables of kinds
from tests.cases.same_event import POOLS, Pair, pairs

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "quality" / "same_event.md"


@dataclass
class Score:
    """What was found of the pairs: `wrong` are those found and not so, or not found, as (kind, gold, found)."""

    right: int = 0
    found: int = 0
    gold: int = 0
    kinds_right: int = 0
    unseen: int = 0
    wrong: list[tuple[str, str | None, str | None]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0


def score(labelled: list[Pair]) -> Score:
    """A pair is found when `compare` says so and the two share a key; which kind it is said to be counts apart."""
    made = Score()
    for pair in labelled:
        one, other = facts_of(pair.one), facts_of(pair.other)
        match = compare(one, other)
        shared = bool(keys(one) & keys(other))
        found = match.kind if match and shared else None
        made.unseen += bool(match) and not shared
        made.found += found is not None
        made.gold += pair.gold is not None
        made.right += found is not None and pair.gold is not None
        made.kinds_right += found is not None and found == pair.gold
        if (found is None) != (pair.gold is None) or (found and found != pair.gold):
            made.wrong.append((pair.kind, pair.gold, found))
    return made


def strangers(labelled: list[Pair]) -> tuple[int, int]:
    """All files of all pairs side by side, but for twos with a company in common: how many, and how many are found."""
    files = [(number, facts_of(one)) for number, pair in enumerate(labelled) for one in (pair.one, pair.other)]
    twos = [(a, b) for (n, a), (m, b) in combinations(files, 2) if n != m and not named(a) & named(b)]
    return len(twos), sum(compare(a, b) is not None for a, b in twos)


def named(facts: Facts) -> set[str]:
    """The companies of a file, under the keys of their names, and its telephone and mail."""
    return {key for key in keys(facts) if key.startswith(("name:", "phone:", "domain:"))}


ABOUT = """# One event in two files

Written by `python -m bench.same_event --write`. Pairs of claim files are made from kinds written by hand
(`tests/cases/same_event_kinds.py`); the points of `bot/claims/same_event.py` were set on the pool *build*, whose companies do not stand in
*measure*. The kinds are the same in both, so *measure* says how it does with other names and days, not with kinds nobody thought of.

| pool | pairs | near-misses | found and right | precision | recall | of the right kind | found without a shared key |
|---|---|---|---|---|---|---|---|"""


STORE = """
## What it costs a turn, and what chance brings in a busy house

`python -m bench.same_event_store 10000` on 25 November 2026 (two cores, shared; three runs; 10,000 made-up files over 690 days, half of
them with one of eight families of ransomware): a turn that changes what a file is compared by pays 7 to 9 ms in the median, 95 % under
27 ms, at worst 91 ms; a turn that does not, 1 ms. A new file got 2.2 proposals in the mean, 99 % of them by one family within two days:
with some fifteen files a day that is chance as often as not. A larger house should raise ONE_EVENT or weigh a family by how many files
name it that week; neither is done. 100,000 files were not measured.
"""


def page() -> str:
    lines, rest = [ABOUT], ["", "What is not right, and what chance brings:", ""]
    for pool in POOLS:
        labelled = list(pairs(pool))
        made = score(labelled)
        cells = (pool, made.gold, len(labelled) - made.gold, made.right, f"{made.precision:.3f}", f"{made.recall:.3f}")
        lines.append(f"| {' | '.join(map(str, (*cells, made.kinds_right, made.unseen)))} |")
        rest += [f"- {pool}: {kind}, is {gold}, found {found} ({count})" for (kind, gold, found), count in Counter(made.wrong).items()]
        twos, found = strangers(labelled)
        rest.append(f"- {pool}: of {twos} twos of files with no company in common, {found} are found")
    return "\n".join([*lines, *rest, STORE])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    made = page()
    print(made)
    if parser.parse_args().write:
        PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
