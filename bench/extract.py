"""What reading a long text costs, whatever stands in it: `bot.nlu.extract` on its own, and all annotations of it.

    python bench/extract.py [--points 100000] [--strict]

Processor time of one call for each kind of text, ordinary and made to be slow, and how it grows from half the length to the whole
(2 is linear). `--strict` ends with code 1 when a kind takes longer than 2 s or grows by more than 3.
"""

import argparse
import pathlib
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from bot.nlu.contacts import find_contacts  # noqa: E402
from bot.nlu.extract import extract, extract_both  # noqa: E402
from bot.nlu.understand import annotate  # noqa: E402
from tests.nlu.long_texts import KINDS, long_text  # noqa: E402

REFERENCE = datetime(2026, 3, 5, 9, 0)
SECONDS, GROWTH = 2.0, 3.0
SHORTEST = 0.05  # seconds below which growth says nothing


def everything(text: str, reference: datetime) -> list[dict[str, Any]]:
    """All annotations of a text, as the Rasa side makes them of each piece."""
    values, contacts = extract_both(text, reference), find_contacts(text)
    return annotate(text, sorted([*values, *contacts], key=lambda item: (item["start"], item["end"])))


def seconds(do: Callable[[str, datetime], object], text: str) -> float:
    start = time.process_time()
    do(text, REFERENCE)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--strict", action="store_true")
    args = parser.parse_args()
    worst, over = 0.0, []
    print(f"{'seconds, growth for ' + str(args.points) + ' code points':40s}{'extract':>16s}{'everything':>18s}")
    for kind in KINDS:
        half, whole = long_text(kind, args.points // 2), long_text(kind, args.points)
        cells = []
        for do in (extract, everything):
            short, long = seconds(do, half), seconds(do, whole)
            growth = long / short if short > SHORTEST else 0.0
            cells.append(f"{long:8.2f} {'x' + format(growth, '.1f') if growth else '':>6s}")
            if do is extract:
                worst = max(worst, long)
                if long > SECONDS or growth > GROWTH:
                    over.append(kind)
        print(f"{kind:40s}" + "   ".join(cells))
    print(f"slowest {worst:.2f} s" + (f"; above the bounds: {', '.join(over)}" if over else f"; all within {SECONDS:.0f} s"))
    return 1 if over and args.strict else 0


if __name__ == "__main__":
    sys.exit(main())
