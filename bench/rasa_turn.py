"""What the Rasa side costs: start, memory, a turn, a parse; against the bounds of the design.

    python bench/rasa_turn.py [--turns 300] [--model models/....tar.gz] [--strict]

Starts Rasa with a tiny action server of its own, so a turn here is all of Rasa and nothing of the app: HTTP, parse, rule,
the call of action_intake. A bare turn is a turn less the parse of the same text. `--strict` ends with code 1 above a bound.
"""

import argparse
import concurrent.futures
import pathlib
import secrets
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "rasa")]

import httpx  # noqa: E402
from action_server import ActionServer  # noqa: E402

from bot.channel import rasa_process, training  # noqa: E402

BOUNDS = {"ready_s": 12.0, "rss_mb": 430.0, "bare_turn_ms": 10.0}
SHORT = "nee, gisteren om 10u hebben we 3.000 euro betaald"
STORY = (
    "Vorige week dinsdag kregen we een brief van onze klant. Door een fout van onze collega stond de back-up al drie weken uit, en "
    "op 12 februari is hun server versleuteld. De daders vroegen 10 bitcoin, de klant heeft er 7 betaald en eist nu 39.746,41 euro. "
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def rss_mb(pid: int) -> float:
    """Resident memory of a process in MB of 1,000,000 bytes."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmRSS:"))


def timed(times: int, do: Callable[[], object]) -> list[float]:
    """Milliseconds of each call."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def line(name: str, taken: list[float]) -> str:
    ordered = sorted(taken)
    return f"{name:34s} median {statistics.median(taken):6.1f} ms   p95 {ordered[int(0.95 * len(ordered))]:6.1f} ms   n {len(taken)}"


def together(turn: Callable[[str], object], people: int, turns: int) -> str:
    """Turns a second when several people write at once."""
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(people) as pool:
        list(pool.map(lambda _: turn(SHORT), range(turns)))
    return f"{people} people at once: {turns / (time.perf_counter() - start):.0f} turns a second"


def measure(model: pathlib.Path, turns: int) -> dict[str, float]:
    """Run it once and print every figure; returns those that have a bound."""
    with tempfile.TemporaryDirectory() as folder, ActionServer() as actions, httpx.Client(timeout=60) as client:
        log = pathlib.Path(folder) / "rasa.log"
        rasa = rasa_process.start_rasa(port=free_port(), action_url=actions.url, secret="bench", model=model, api=True, log_path=log)
        try:
            ready = rasa.ready(120)
            print(f"ready after {ready:.1f} s, {rss_mb(rasa.pid):.0f} MB")

            def turn(text: str) -> httpx.Response:
                body = {"sender": secrets.token_hex(4), "message": text, "metadata": {"message_id": "m", "at": "2026-03-05T09:00:00+01:00"}}
                return client.post(f"{rasa.url}/webhooks/rest/webhook", json=body).raise_for_status()

            def parse(text: str) -> httpx.Response:
                return client.post(f"{rasa.url}/model/parse", json={"text": text}).raise_for_status()

            print(line("first turn", timed(1, lambda: turn(SHORT))))
            short = timed(turns, lambda: turn(SHORT))
            parsed = timed(turns, lambda: parse(SHORT))
            assert len(actions.calls) == turns + 1, "not every turn called the action once"
            print(line("turn, a short reply", short))
            print(line(f"  of these the last {turns // 10}", short[-(turns // 10) :]))
            print(line("parse, a short reply", parsed))
            story = STORY * (4000 // len(STORY))
            print(line(f"turn, a story of {len(STORY)} characters", timed(30, lambda: turn(STORY))))
            print(line(f"turn, a piece of {len(story)} characters", timed(10, lambda: turn(story))))
            print(together(turn, 16, 320))
            bare = statistics.median(short) - statistics.median(parsed)
            memory = rss_mb(rasa.pid)
            print(f"bare turn {bare:.1f} ms; {memory:.0f} MB after {len(actions.calls)} turns")
            return {"ready_s": ready, "rss_mb": memory, "bare_turn_ms": bare}
        finally:
            rasa.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=300)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--strict", action="store_true")
    args = parser.parse_args()
    got = measure(args.model or training.train(ROOT / ".local" / "log" / "train.log"), args.turns)
    over = {name: value for name, value in got.items() if value > BOUNDS[name]}
    print("within the bounds of the design" if not over else f"above the bounds: {over}, allowed {BOUNDS}")
    return 1 if over and args.strict else 0


if __name__ == "__main__":
    sys.exit(main())
