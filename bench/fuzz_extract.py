"""Coverage-guided fuzzing of `bot.nlu.extract:extract`: whatever is typed, its laws hold. `make fuzz` runs it for ten minutes.

    .venv/fuzz/bin/python bench/fuzz_extract.py [--seconds 600] [--again FILE]

The laws: it throws nothing; offsets lie inside the text; spans do not overlap and come by place; kinds are known; the result is JSON;
the same text gives the same result; time stays linear. A text that breaks one ends the run and is kept in .local/fuzz/; `--again` shows
what it does. Never in CI: chance has no place there (tests/nlu holds the property tests).
"""

import argparse
import json
import pathlib
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT, CORPUS = ROOT / ".local" / "fuzz", ROOT / ".local" / "fuzz" / "corpus"
KINDS = {"date", "datetime", "interval", "duration", "money", "crypto", "number"}
# Instrumented code is some ten times slower than the 10 ms per 1,000 characters that are usual; CPU time, so others may be busy.
SECONDS_PER_1000 = 1.0
LONGEST = 4000
FIRST_DAY = datetime(1995, 1, 1, tzinfo=timezone.utc)
MINUTES = 60 * 24 * 365 * 60
Extract = Callable[[str, datetime], list[dict[str, Any]]]

# What people write of time and money, so that the fuzzer need not invent Dutch; glued together by its own choices.
WORDS = (ROOT / "bench" / "fuzz_words.txt").read_text(encoding="utf-8").split()


class LawBroken(AssertionError):
    """`extract` did what it never may; the message names the law, not the text."""


def demand(holds: bool, law: str) -> None:
    if not holds:
        raise LawBroken(law)


def check(extract: Extract, text: str, reference: datetime, *, seconds_per_1000: float = SECONDS_PER_1000) -> list[dict[str, Any]]:
    """Run it twice on `text` and hold every law; returns what it found. Raises LawBroken, or whatever `extract` throws."""
    start = time.process_time()
    found = extract(text, reference)
    taken = time.process_time() - start
    demand(taken <= seconds_per_1000 * max(1.0, len(text) / 1000), "time is linear in the length")
    after = 0
    for one in found:
        demand(one["kind"] in KINDS, "kinds are known")
        demand(0 <= one["start"] < one["end"] <= len(text), "offsets lie inside the text")
        demand(one["start"] >= after, "spans come by place and do not overlap")
        after = one["end"]
    written = json.dumps(found, allow_nan=False, sort_keys=True)
    demand(json.dumps(extract(text, reference), sort_keys=True) == written, "the same text gives the same result")
    return found


def composed(data: Any) -> tuple[str, datetime]:
    """A text and a moment out of the fuzzer's bytes (an atheris.FuzzedDataProvider): raw characters, Dutch words, or both."""
    moment = FIRST_DAY + timedelta(minutes=data.ConsumeIntInRange(0, MINUTES))
    reference = moment if data.ConsumeBool() else moment.replace(tzinfo=None)
    pieces: list[str] = []
    while data.remaining_bytes() and sum(map(len, pieces)) < LONGEST:
        choice = data.ConsumeIntInRange(0, 15)
        if choice == 0:
            pieces.append(data.ConsumeUnicodeNoSurrogates(data.ConsumeIntInRange(1, 24)))
        elif choice == 1:
            pieces.append(str(data.ConsumeIntInRange(0, 10**9)))
        elif choice == 2 and pieces:
            pieces.append(pieces[-1] * data.ConsumeIntInRange(2, 40))
        else:
            pieces.append(WORDS[data.ConsumeIntInRange(0, len(WORDS) - 1)])
        pieces.append(("", " ", " ", "\n")[data.ConsumeIntInRange(0, 3)])
    return "".join(pieces)[:LONGEST], reference


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--again", type=pathlib.Path, metavar="FILE", help="run one kept input and print its text")
    args = parser.parse_args()
    import atheris

    sys.path.insert(0, str(ROOT))
    with atheris.instrument_imports(include=["bot.nlu"]):
        from bot.nlu.extract import extract

    extract("gisteren om 10u, 5 euro", datetime(2026, 11, 23, 10))  # what is made once is not charged to the first text

    def one_input(raw: bytes) -> None:
        text, reference = composed(atheris.FuzzedDataProvider(raw))
        check(extract, text, reference)

    if args.again:
        text, reference = composed(atheris.FuzzedDataProvider(args.again.read_bytes()))
        print(json.dumps({"text": text, "reference": reference.isoformat()}, ensure_ascii=False))
        print(json.dumps(check(extract, text, reference), ensure_ascii=False))
        return 0
    CORPUS.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={args.seconds}", f"-artifact_prefix={KEPT}/", "-max_len=4096", "-timeout=20", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(CORPUS), *options], one_input)
    atheris.Fuzz()  # does not return: it ends the process, with an error code when a law was broken
    return 0


if __name__ == "__main__":
    sys.exit(main())
