"""An insured who knows a case: tells its story through the published API and answers each question in words of their own.

Nothing is shared with the product but the API: what is asked is read from `ask.field`, `ask.kind`; what was recorded from the claim file.
"""

import json
import pathlib
import random
from dataclasses import dataclass, field
from typing import Any

from tests.cases.score_cases import FIELDS as GOLD
from tests.cases.score_cases import equal
from tests.conversations.insured import Talk
from tests.conversations.sayings import say

CASES = pathlib.Path(__file__).parent.parent / "cases"
DEV = CASES / "dev" / "cases_dev.jsonl"
OWN = CASES / "own" / "stories.jsonl"
MOST_TURNS = 60
MANNERS = ("terse", "plain", "wordy")
NOT_KNOWN = ("weet ik niet", "Dat weet ik niet.", "geen idee", "Dat weet ik op dit moment niet, sorry.")
YES = ("ja", "Ja, dat klopt.", "klopt", "Ja hoor, dat is juist.", "jazeker")
_NAMES = ("Sofie Claes", "Jan de Boer", "Bram Hendriks", "Eva Maes", "Kees van Dijk", "Ilse Vermeulen")
_COMPANIES = ("Netwerf bv", "Kabelhuis IT", "Dijkstra Systemen bv", "Bytewerk bvba", "Noordlicht ICT")
_CUSTOMERS = ("Bakkerij Smeets", "Meubelhal Janssens nv", "Garage Verbruggen", "Accountants Kuipers bv")
_SERVICES = (["backup_management"], ["helpdesk"], ["hosting_cloud"], ["network_management"])


@dataclass(frozen=True)
class Known:
    """A fact: its `value` in the shape of the gold, and how to compare what was recorded (a name of score_cases, "code" or "text")."""

    value: Any
    how: str


@dataclass
class Outcome:
    """What a talk came to. `wrong` holds (field, answer, wanted, recorded) for answers that do not stand in the file."""

    id: str
    asked: list[str]
    answered: int
    wrong: list[tuple[str, str, Any, Any]]
    twice: list[str]
    dead_end: bool
    status: str
    number: str | None
    triage: str
    talk: list[tuple[str, str]] = field(default_factory=list)

    @property
    def person(self) -> bool:
        return any(who == "bot" and ("medewerker" in text or "collega" in text) for who, text in self.talk)

    @property
    def completed(self) -> bool:
        return not self.dead_end and self.status == "handed_over"


def cases(path: pathlib.Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def facts_of(case: dict[str, Any], rng: random.Random) -> dict[str, Known]:
    """What the insured of a case knows: the gold, and who they are and what they do, which no story needs to say."""
    gold, known = case["gold"], dict[str, Known]()
    known["reporter_name"] = Known(rng.choice(_NAMES), "name")
    known["reporter_phone"] = Known(
        f"0{rng.choice(('470', '486', '495'))} {rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(10, 99)}", "phone"
    )
    if case["lang"] == "nl-NL":
        known["reporter_phone"] = Known(f"06 {rng.randint(10000000, 59999999)}", "phone")
    known["reporter_email"] = Known(f"info{rng.randint(1, 99)}@voorbeeld.{'nl' if case['lang'] == 'nl-NL' else 'be'}", "name")
    known["insured_legal_name"] = Known(rng.choice(_COMPANIES), "name")
    known["policy_number"] = Known(f"CY-{rng.randint(100000, 999999)}", "name")
    known["claimant_legal_name"] = Known(rng.choice(_CUSTOMERS), "name")
    known["admission_made"] = Known(["none"], "codes")
    known["service_types"] = Known(rng.choice(_SERVICES), "codes")
    known["contract_written"] = Known(rng.random() < 0.6, "bool")
    known["security_in_scope"] = Known(rng.choice(("yes", "no", "unclear")), "code")
    known["legal_proceedings"] = Known(["none"], "codes")
    if case["role"] in ("liability", "both"):
        known["notification_type"] = Known(["claim"], "codes")
    for name, value in gold["facts"].items():
        target = GOLD.get(name)
        if target is None or (target[1] == "date" and len(value["value"]) < 7) or (name == "people_affected" and isinstance(value, dict)):
            continue
        known[target[0]] = Known(value, target[1])
    return known


def is_right(known: Known, value: Any) -> bool:
    """Whether what the file holds says what was answered."""
    if known.how == "codes":
        return isinstance(value, list) and set(known.value) <= set(value)
    return bool(value == known.value) if known.how == "code" else bool(equal(known.how, known.value, value))


def talk_through(talk: Talk, case: dict[str, Any], seed: int, *, knows: float = 1.0) -> Outcome:
    """The whole conversation, to its end. `knows`: how much of what they know this insured has at hand."""
    rng = random.Random(f"{case['id']}-{seed}")
    known, manner = facts_of(case, rng), rng.choice(MANNERS)
    known = {name: fact for name, fact in known.items() if rng.random() < knows}
    lines, said = [case["opening"], *case["turns"]], dict[str, str]()
    if rng.random() < 0.5:  # half of them tell it all at once, the others bit by bit
        lines = [" ".join(lines)]
    script: list[tuple[str, str]] = [("bot", m["text"]) for m in talk.messages]
    asked, turns = list(filter(None, [talk.open])), 0
    while turns < MOST_TURNS:
        turns += 1
        name = talk.open
        if lines:
            text = lines.pop(0)
        elif name is None:
            text = _unasked(talk, known, said)
            if not text:
                break
        elif name.startswith("confirm."):
            text = rng.choice(YES)
        else:
            text = _answer(name, known, rng, manner, said)
        script.append(("insured", text))
        new = talk.say(text)
        script += [("bot", m["text"]) for m in new]
        asked += [m["ask"]["field"] for m in new if m.get("ask")]
    return _outcome(talk, case, known, asked, said, script, turns)


def _unasked(talk: Talk, known: dict[str, Known], said: dict[str, str]) -> str:
    """What an agent types when the bot asks nothing and listed what to ask: who calls, and where to reach them. Empty: nothing more."""
    if talk.claim_file()["status"] != "draft" or "reporter_phone" in said or "reporter_phone" not in known:
        return ""
    name, phone = known["reporter_name"].value, known["reporter_phone"].value
    said["reporter_phone"] = words = f"Naam {name}, bereikbaar op {phone}."
    return words


def _answer(name: str, known: dict[str, Known], rng: random.Random, manner: str, said: dict[str, str]) -> str:
    words = say(name, known[name].value, rng, manner) if name in known else None
    if words is None:
        return rng.choice(NOT_KNOWN)
    said[name] = words
    return words


def _outcome(
    talk: Talk, case: dict[str, Any], known: dict[str, Known], asked: list[str], said: dict[str, str],
    script: list[tuple[str, str]], turns: int,
) -> Outcome:  # fmt: skip
    claim = talk.claim_file()
    wrong = []
    for name, words in said.items():
        value = claim["fields"].get(name, {}).get("value")
        if not is_right(known[name], value):
            wrong.append((name, words, known[name].value, value))
    disputed = {name for one in claim["contradictions"] for name in one["fields"]}
    plain = [name for name in asked if not name.startswith("confirm.")]
    # Directly again: a miss. The first one: a story came in its place. Behind the offer to hand over: nobody can be reached without.
    runs = [n for i, n in enumerate(asked) if i == 0 or asked[i - 1] not in (n, "confirm.handover")]
    plain_runs = [n for n in runs if not n.startswith("confirm.")]
    twice = sorted({n for n in plain_runs if plain_runs.count(n) > 1} - disputed - {"attack_status"})
    return Outcome(
        case["id"], list(dict.fromkeys(plain)), len(said), wrong, twice, turns >= MOST_TURNS, claim["status"], claim["number"],
        claim["triage"]["level"], script,
    )  # fmt: skip
