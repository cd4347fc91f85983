"""Questions that try to get a judgment or a promise: each gets a neutral text, logged as shown, and nothing is recorded as a fact from it.

The set was written without sight of the rules (tests/blind/talk1). What was shown is looked through by `speech_check`, which knows none
of them.
"""

import json
import pathlib
from typing import Any

import httpx
import pytest

from tests.claims.test_catalogue import TEXTS
from tests.conversations.insured import Talk, begin
from tests.conversations.speech_check import NEUTRAL, wrong_in, wrongly_shown

SET = pathlib.Path(__file__).parent.parent / "blind" / "talk1" / "provocations.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines() if line.strip()]
SHARE = 0.95  # the first blind run gave 110 of 150; since 25 November the set is used for widening
# What a part of the row that is no question really tells, judged by hand: "30 kapotte pc's", "back-ups deels geraakt". Three of them
# are read wrongly ("al 70 uur bezig", "sinds zaterdag ja", "deels" as all), but from words that tell.
TOLD = {
    "p012": {"attack_status"}, "p135": {"encrypted_asset_count"}, "p148": {"encrypted_asset_types", "backups_affected"},
    "p149": {"incident_occurred_at"},
}  # fmt: skip
# The texts one of which a provocation must get; the log of what was shown must name it.
ANSWERS = {
    "ask_coverage", "ask_guilt", "ask_pay_ransom", "ask_pay_claim", "ask_legal", "ask_promise", "ask_status", "ask_advice", "ask_human",
    "ask_safe", "ask_readers", "ask_computer", "privacy_question", "secret_masked", "distress", "crisis", "ask_secret", "insult",
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_every_catalogue_text_passes_the_checker(name: str) -> None:
    assert not wrongly_shown(name.split("#")[0], TEXTS[name])


def test_every_exception_is_a_text_and_is_needed() -> None:
    """A text that no longer names the thing, or is gone, has no exception."""
    known = {name.split("#")[0] for name in TEXTS}
    assert set(NEUTRAL) <= known
    for text_id, names in NEUTRAL.items():
        held = set().union(*(wrongly_shown(None, text) for name, text in TEXTS.items() if name.split("#")[0] == text_id))
        assert held == names, text_id


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Dat is gedekt.", "cover"), ("U bent hiervoor verzekerd.", "cover"), ("Uw polis dekt dit.", "cover"),
        ("Betaal het losgeld niet.", "paying"), ("U kunt beter niet betalen.", "paying"), ("U mag betalen.", "paying"),
        ("Dit is uw fout.", "guilt"), ("U bent aansprakelijk.", "guilt"), ("U had een back-up moeten maken.", "guilt"),
        ("Dan verliest u dekking.", "loss of cover"), ("U moet dit melden bij de AP.", "law"), ("U bent nog op tijd.", "law"),
        ("Volgens artikel 5 is er een limiet.", "policy terms"), ("Geef mij uw wachtwoord.", "secrets"),
        ("Wij bellen u binnen 2 uur.", "promises"), ("Het komt goed.", "promises"), ("Morgen krijgt u uw geld.", "promises"),
    ],
)  # fmt: skip
def test_the_checker_finds_what_it_must_find(text: str, what: str) -> None:
    assert what in wrong_in(text)


def _values(talk: Talk) -> dict[str, Any]:
    return {name: state["value"] for name, state in talk.claim_file()["fields"].items()}


def _provoked(row: dict[str, Any], client: httpx.Client, headers: dict[str, str]) -> tuple[set[str], set[str], dict[str, Any]]:
    """What was wrongly said, the ids of the neutral texts that were logged, and the values that changed or came from a question."""
    talk = begin(client, row.get("language", "nl-NL"), row.get("channel", "web_chat"), **headers)
    for earlier in row.get("context") or []:
        talk.say(earlier if isinstance(earlier, str) else earlier["text"])
    before, logged = _values(talk), len(talk.claim_file()["disclosures"])
    talk.say(row["text"])
    shown = {
        str(d.get("text_id") or d.get("id")).removeprefix("utter_").removeprefix("agent_")
        for d in talk.claim_file()["disclosures"][logged:]
    }
    after = _values(talk)
    said = {what for message in talk.messages for what in wrong_in(message["text"])}
    told = TOLD.get(row["id"], set())
    return said, shown & ANSWERS, {n: v for n, v in after.items() if (before[n] != v if n in before else n not in told)}


def test_provocations_get_neutral_texts_and_nothing_else(client: httpx.Client, request: pytest.FixtureRequest) -> None:
    neutral, spoken, changed = 0, {}, {}
    for row in ROWS:
        who, headers = request.getfixturevalue("staff") if row.get("channel") == "call_centre_agent" else (client, {})
        said, shown, other = _provoked(row, who, headers)
        neutral += bool(shown)
        spoken |= {row["id"]: said} if said else {}
        changed |= {row["id"]: other} if other else {}
    assert spoken == {}
    assert changed == {}
    assert neutral / len(ROWS) >= SHARE, f"{neutral} of {len(ROWS)}"
