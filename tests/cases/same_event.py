"""Labelled pairs of claim files: one event or not. Made from kinds written by hand, with one pool of names to build on, one to measure.

`pairs(pool)` gives Pair(kind of pair, what it is, one claim file, the other): `possible_duplicate`, `same_event`, or None for a near-miss.
A claim file here has only what the comparison reads: channel, moment, fields, and what a person said.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
EACH = 5  # pairs of a kind
POOLS: dict[str, dict[str, list[str]]] = {
    "build": {
        "insured": [
            "Devriese IT BV",
            "Claeys Informatica bvba",
            "Brightwave Networks NV",
            "Polderbits B.V.",
            "Van Hool & Zonen ICT",
            "Kantelhuis Automatisering",
            "Netwerkhuis Kempen",
            "Janssens Computers",
            "Siebe Support",
            "Tecsparks BV",
            "De Koninck Systems",
            "Noorderlicht Hosting B.V.",
        ],
        "claimant": [
            "Bakkerij Verstraete",
            "Transport Lemaire NV",
            "Notariskantoor Oosterlinck",
            "Tandartspraktijk De Linde",
            "Houthandel Roskam BV",
            "Zorggroep Aldersoord",
            "Metaalwerken Quintens",
            "Garage Pattyn",
            "Drukkerij Strobbe",
            "Kwekerij Van Esch",
            "Brouwerij Haesaert",
            "Accountants Brouckaert",
        ],
        "family": ["LockBit", "Akira", "Play", "Phobos", "Qilin", "Medusa"],
        "tool": ["ScreenConnect", "Kaseya", "SimpleHelp", "N-able"],
        "person": ["An Devos", "Tom Claeys", "Femke de Groot", "Karim Bouzid", "Joris Vermeulen", "Els Maes"],
        "broker": ["Zakenkantoor Vandamme", "Assurantiekantoor Kuipers", "Makelaars Cools"],
        "ending": ["zx9kt", "hunter7", "mkp25", "djx0"],
    },
    "measure": {
        "insured": [
            "Compaan IT B.V.",
            "Vlasman Systeembeheer",
            "Ostyn Consulting BV",
            "ByteBrug N.V.",
            "Demuynck Informatica",
            "Hageland ICT cvba",
            "Klaverblad Computers",
            "Zeeuwse Netwerken BV",
            "Roelants Technologies",
            "Willems IT",
            "Puntgaaf Hosting",
            "Q-Line Support bvba",
        ],
        "claimant": [
            "Slagerij Vanneste",
            "Bouwbedrijf Terlouw B.V.",
            "Apotheek Geerts",
            "Advocatenkantoor Sels",
            "Kinderopvang 't Zandmannetje",
            "Logistiek Huygens NV",
            "Installatiebedrijf Oomen",
            "Hotel Duinzicht",
            "Uitgeverij Lammertyn",
            "Optiek Crabbe",
            "Machinefabriek Wiersma",
            "Basisschool De Regenboog",
        ],
        "family": ["BlackCat", "RansomHub", "8Base", "Lynx", "Rhysida", "SafePay"],
        "tool": ["Datto RMM", "ConnectWise", "Atera", "MOVEit"],
        "person": ["Wouter Bral", "Naima El Idrissi", "Sanne Hofstra", "Dirk Ooms", "Lotte Peeters", "Ruben van Dalen"],
        "broker": ["Kantoor Dierickx", "Verzekeringen Postma", "Adviesgroep Hellings"],
        "ending": ["qwe77", "vltrx", "pay3r", "kbn41"],
    },
}


@dataclass(frozen=True)
class Pair:
    """Two claim files and what is right about them (`gold` None: not one event)."""

    kind: str
    gold: str | None
    one: dict[str, Any]
    other: dict[str, Any]


class Make:
    """Makes claim files from one pool; every name is used in turn, and what is chosen by chance is chosen the same way each time."""

    def __init__(self, pool: str, seed: str) -> None:
        self.pool, self.rng = POOLS[pool], random.Random(f"{pool}/{seed}")
        self.decks: dict[str, list[str]] = {}

    def draw(self, what: str) -> str:
        """A name, not one that was drawn a moment ago."""
        deck = self.decks.setdefault(what, [])
        if not deck:
            deck.extend(self.rng.sample(self.pool[what], len(self.pool[what])))
        return deck.pop()

    def day(self) -> date:
        return date(2026, 3, 2) + timedelta(days=self.rng.randrange(200))

    def digits(self, count: int) -> str:
        return str(self.rng.randrange(1, 10)) + "".join(str(self.rng.randrange(10)) for _ in range(count - 1))

    def policy(self) -> str:
        return f"CY-{self.digits(6)}"

    def wallet(self) -> str:
        return "bc1q" + "".join(self.rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38))

    def phone(self) -> str:
        return f"+3247{self.digits(7)}"


def told(day: date, channel: str = "web_chat", text: str = "", **fields: Any) -> dict[str, Any]:
    """A claim file that came in on `day`. Dates are given as date or as "2026-05"."""
    at = datetime.combine(day, time(9, 30), ZONE)
    values = {name: when(value) if name.startswith("incident") else value for name, value in fields.items() if value is not None}
    stated = {name: {"value": value, "status": "stated", "said_by": "insured", "evidence": []} for name, value in values.items()}
    said = [{"id": "m1", "author": "insured", "at": at.isoformat(), "text": text}] if text else []
    return {
        "channel": channel,
        "received_at": at.isoformat(),
        "fields": stated,
        "transcript": said,
        "triage": {"level": "P2", "signals": []},
    }


def when(value: date | str | dict[str, Any]) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    precision = "month" if isinstance(value, str) else "day"
    return {"value": str(value), "precision": precision, "approx": False}


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def respelt(name: str, rng: random.Random) -> str:
    """The name as another would write it: another legal form, small letters, without accents or with a title."""
    for form in (" BV", " B.V.", " NV", " N.V.", " bvba", " cvba"):
        name = name.removesuffix(form)
    return rng.choice([name.lower(), f"{name} bvba", f"{name.upper()} B.V.", f"firma {name}", f"{name} n.v."])


def slip(name: str, rng: random.Random) -> str:
    """The name with one letter lost, doubled or changed in its longest word."""
    word = max(name.split(), key=len)
    at = rng.randrange(1, len(word) - 1)
    wrong = rng.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + rng.choice("aeiou") + word[at + 1 :]])
    return name.replace(word, wrong)


Kind = Callable[[Make], tuple[dict[str, Any], dict[str, Any]]]
DUPLICATES: dict[str, Kind] = {}
EVENTS: dict[str, Kind] = {}
MISSES: dict[str, Kind] = {}


def kind(where: dict[str, Kind]) -> Callable[[Kind], Kind]:
    def kept(made: Kind) -> Kind:
        where[made.__name__] = made
        return made

    return kept


def pairs(pool: str) -> Iterator[Pair]:
    """All pairs of one pool, each kind EACH times, and each second one the other way round."""
    for gold, kinds in (("possible_duplicate", DUPLICATES), ("same_event", EVENTS), (None, MISSES)):
        for name, made in kinds.items():
            make = Make(pool, name)
            for number in range(EACH):
                one, other = made(make)
                yield Pair(name, gold, *((one, other) if number % 2 else (other, one)))
