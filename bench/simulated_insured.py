"""Runs the simulated insured over all development and own cases against a product of its own and prints the table.

.venv/app/bin/python -m bench.simulated_insured [--seed 1] [--only D01,D02] [--show] [--knows 1.0]
"""

import argparse
import pathlib
import tempfile

import httpx

from tests.browser import product
from tests.conversations.insured import agent, begin
from tests.conversations.simulated import DEV, OWN, Outcome, cases, talk_through


def main() -> None:
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--only", default="")
    wanted.add_argument("--knows", type=float, default=1.0)
    wanted.add_argument("--show", action="store_true")
    asked = wanted.parse_args()
    chosen = [c for path in (DEV, OWN) for c in cases(path) if not asked.only or c["id"] in asked.only.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        house = product.start(pathlib.Path(folder))
        try:
            house.wait()
            _print(_run(house, chosen, asked.seed, asked.knows), show=asked.show)
        finally:
            house.stop()


def _run(house: product.Product, chosen: list[dict[str, object]], seed: int, knows: float) -> list[Outcome]:
    """Every fourth case by an agent on the phone, the others by web chat."""
    desk, headers = agent(house.url, "balie", house.logins["balie"])
    found = []
    with httpx.Client(base_url=house.url, timeout=60) as client:
        for i, case in enumerate(chosen):
            by_agent = i % 4 == 3
            language = str(case["lang"])
            talk = begin(desk, language, "call_centre_agent", **headers) if by_agent else begin(client, language)
            found.append(talk_through(talk, case, seed, knows=knows))
    return found


def _print(found: list[Outcome], *, show: bool) -> None:
    print("| case | questions | answers | recorded right | urgency | ended |\n|---|---|---|---|---|---|")
    for one in found:
        right = one.answered - len(one.wrong)
        ended = "dead end" if one.dead_end else f"{one.status} {one.number or ''}"
        again = f", asked again: {' '.join(one.twice)}" if one.twice else ""
        print(f"| {one.id} | {len(one.asked)} | {one.answered} | {right} | {one.triage} | {ended}{again} |")
    answers, wrong = sum(o.answered for o in found), [(o.id, *w) for o in found for w in o.wrong]
    completed, most = sum(o.completed for o in found), max(len(o.asked) for o in found)
    good, again_in = answers - len(wrong), sum(bool(o.twice) for o in found)
    print(f"\n{len(found)} talks; completed {completed}; most questions {most}; a question asked again in {again_in}")
    print(f"answers recorded right {good}/{answers} = {good / max(answers, 1):.3f}")
    for row in wrong:
        print("-", *row, sep=" | ")
    for one in found if show else ():
        print(f"\n## {one.id}")
        for who, text in one.talk:
            print(f"{who}: {text}")


if __name__ == "__main__":
    main()
