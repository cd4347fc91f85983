"""What finding files of one event costs a turn, in a store with many files.

python -m bench.same_event_store [FILES]     10,000 files when not said; prints milliseconds of one turn's part, and the size of the tables
"""

import pathlib
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.claims.event_facts import Facts, as_json, facts_of, keys
from bot.claims.records import Conversation
from bot.services import events
from bot.store.engine import make_engine
from bot.store.unit import Units
from bot.store.upgrade import upgrade
from tests.cases.same_event import told

AT = datetime(2026, 11, 25, tzinfo=UTC)
SURNAMES = ["Peeters", "Janssens", "Maes", "Jansen", "De Vries", "Bakker", "Claes", "Mertens", "Visser", "Smit"]
TRADES = ["IT", "Computers", "Informatica", "Hosting", "Automatisering", "Systems"]
CUSTOMERS = ["Bakkerij", "Garage", "Notaris", "Apotheek", "Transport", "Bouwbedrijf"]
FAMILIES = ["LockBit", "Akira", "Play", "Qilin", "Phobos", "RansomHub", "Medusa", "BlackCat"]


def made(rng: random.Random) -> Facts:
    """The facts of one file. One in ten bears one of ten family names, and a busy family of ransomware hits several in one week."""

    def name(trades: list[str]) -> str:
        own = (
            rng.choice(SURNAMES)
            if rng.random() < 0.1
            else "".join(rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(4)).title()
        )
        return f"{rng.choice(trades)} {own}"

    day = date(2025, 1, 1) + timedelta(days=rng.randrange(690))
    claim = told(
        day + timedelta(days=rng.randrange(5)), insured_legal_name=name(TRADES), claimant_legal_name=name(CUSTOMERS),
        attack_type=["ransomware"],
        policy_number=f"CY-{rng.randrange(10**8):08}", reporter_phone=f"+324{rng.randrange(10**8):08}", incident_discovered_at=day,
        ransomware_family=rng.choice(FAMILIES) if rng.random() < 0.5 else None,
    )  # fmt: skip
    return facts_of(claim)


def fill(units: Units, count: int, rng: random.Random) -> None:
    for start in range(0, count, 1000):
        with units.write() as unit:
            for number in range(start, min(start + 1000, count)):
                facts = made(rng)
                unit.conversations.add(Conversation(f"c{number:07}", "web_chat", "nl-BE", AT))
                unit.events.keep(f"c{number:07}", as_json(facts), keys(facts))
            unit.commit()


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "claims.db"
        engine = make_engine(f"sqlite:///{path}")
        upgrade(engine)
        units = Units(engine)
        fill(units, count, rng)
        changed, same, proposed, by_family = [], [], [], 0
        for number in range(200):
            id, facts = f"n{number}", made(rng)
            with units.write() as unit:
                unit.conversations.add(Conversation(id, "web_chat", "nl-BE", AT))
                unit.commit()
            for told_now, into in ((replace(facts, claimant=""), changed), (facts, changed), (facts, same)):
                with units.write() as unit:
                    start = time.perf_counter()
                    events.note(unit, id, told_now, AT)
                    into.append((time.perf_counter() - start) * 1000)
                    unit.commit()
            with units.read() as unit:
                links = unit.events.links([id])
            proposed.append(len(links))
            by_family += sum(any(reason["id"] == "family_same" for reason in link.reasons) for link in links)
        engine.dispose()
        size = path.stat().st_size / 1e6
    for label, times in (("facts changed", changed), ("nothing changed", same)):
        cuts = statistics.quantiles(times, n=100)
        print(f"{count} files, {label}: median {statistics.median(times):.1f} ms, 95 % under {cuts[94]:.1f} ms, worst {max(times):.1f} ms")
    print(
        f"{count} files: database {size:.0f} MB; links proposed to a new file: mean {statistics.mean(proposed):.2f}, "
        f"most {max(proposed)}; by a family {by_family / max(1, sum(proposed)):.0%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
