"""Runs a talk: a conversation written down in a file of talks/ (its README says what the keys mean)."""

import pathlib
import re
from dataclasses import dataclass, field
from typing import Any

import httpx
import yaml

from tests.conversations.insured import V1, Talk, begin

FOLDER = pathlib.Path(__file__).parent / "talks"
MOST_ANSWERS = 40
ACTIONS = {"insured", "agent", "edit", "change", "act", "answer", "resume"}
HOLDS = {
    "fields", "unset", "status", "asks", "asks_one_of", "asks_not", "reads", "reads_not", "contradictions", "losses", "ledger",
    "ledger_lacks", "triage", "claim_status", "again", "asked", "never_asked",
}  # fmt: skip
# What no text of ours may say, whatever was asked (DOMAIN.md, section 3).
NEVER_SAID = re.compile(
    r"\b(?:is|zijn|valt|vallen|bent u) (?:wel |niet )?(?:gedekt|verzekerd|onder de (?:dekking|polis))\b"
    r"|\buw (?:eigen )?(?:fout|schuld)\b|\bu bent (?:niet )?aansprakelijk\b|\bu (?:moet|kunt|mag) (?:het losgeld )?(?:niet )?betalen\b"
    r"|\bwij (?:vergoeden|betalen)\b|\bwordt vergoed\b|\bbinnen (?:\d+|een|twee) (?:minuten|uur|dagen|werkdagen) (?:belt|bellen|krijgt)\b",
    re.IGNORECASE,
)


@dataclass
class Played:
    """A talk as it went: what is known to the runner while it goes on."""

    talk: Talk
    staff: bool
    said: list[dict[str, Any]] = field(default_factory=list)  # the bot's messages of this turn
    again: set[str] = field(default_factory=set)


def load(path: pathlib.Path) -> dict[str, Any]:
    """The talk in a file. Raises AssertionError for a key that nobody reads: a check that is never made is none."""
    talk: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert talk.keys() <= {"about", "channel", "language", "turns", "at_end"}, talk.keys()
    assert talk["about"].strip()
    for turn in talk["turns"]:
        assert len(turn.keys() & ACTIONS) == 1, turn
        assert turn.keys() <= ACTIONS | HOLDS, turn.keys() - ACTIONS - HOLDS
    assert talk.get("at_end", {}).keys() <= HOLDS
    return talk


def play(talk: dict[str, Any], client: httpx.Client, headers: dict[str, str], fresh: httpx.Client) -> None:
    """Hold the conversation and check it. `client` and `headers` are those of its channel; `fresh` is another device."""
    channel = talk.get("channel", "web_chat")
    started = begin(client, talk.get("language", "nl-NL"), channel, **headers)
    played = Played(started, channel == "call_centre_agent", list(started.messages))
    for number, turn in enumerate(talk["turns"], 1):
        where = f"turn {number}: {next(iter(turn.values()))}"
        played.again = set(turn.get("again", ()))
        _do(played, turn, fresh, headers)
        _holds(played, turn, where)
    _holds(played, talk.get("at_end", {}), "at the end")
    _always(played)


def _do(played: Played, turn: dict[str, Any], fresh: httpx.Client, headers: dict[str, str]) -> None:
    talk = played.talk
    if (text := turn.get("insured") or turn.get("agent")) is not None:
        _say(played, text)
    elif "edit" in turn:
        body = {"value": turn["edit"]["value"]}
        answer = talk.client.patch(f"{talk.path}/fields/{turn['edit']['field']}", json=body, headers=talk.headers)
        _take(played, answer)
    elif "change" in turn:
        _take(played, talk.client.post(f"{talk.path}/fields/{turn['change']}/change", headers=talk.headers))
    elif "act" in turn:
        _take(played, talk.client.post(f"{talk.path}/{turn['act']}", headers=talk.headers))
    elif "answer" in turn:
        _answer(played, turn["answer"]["facts"], set(turn["answer"].get("until", ())))
    else:
        _resume(played, fresh, headers)


def _resume(played: Played, fresh: httpx.Client, headers: dict[str, str]) -> None:
    old = played.talk
    answer = fresh.post(f"{V1}/conversations/resume", json={"code": old.code}, headers=headers)
    assert answer.is_success, answer.text
    body = answer.json()
    assert old.path.endswith(body["id"])
    token = {"Authorization": f"Bearer {body['access_token']}", **headers}
    known = {message["id"] for message in old.messages}
    played.talk = Talk(fresh, token, old.path, old.messages, old.asked, None, body.get("resume_code") or old.code)
    played.said = [m for m in body["messages"] if m["author"] == "bot" and m["id"] not in known]
    played.talk.messages += played.said
    played.talk.open = next((m["ask"]["field"] for m in reversed(body["messages"]) if m["author"] == "bot" and m.get("ask")), None)


def _say(played: Played, text: str) -> None:
    before, once = played.talk.open, set(played.talk.asked)
    last = played.talk.asked[-1:]
    played.said = played.talk.say(text)
    now = played.talk.open
    if now in once and [now] != last and now != before and not str(now).startswith("confirm."):
        _may_ask_again(played, str(now))


def _may_ask_again(played: Played, name: str) -> None:
    """A question put before, and not just now: only a contradiction about it, or the talk itself, allows that."""
    disputed = {n for c in played.talk.claim_file()["contradictions"] for n in (*c["fields"], c.get("ask"))}
    assert name in disputed | played.again, f"{name} was asked again: {[m['text'] for m in played.said]}"


def _take(played: Played, answer: httpx.Response) -> None:
    assert answer.is_success, answer.text
    played.said = played.talk.take(answer.json()["messages"])


def _answer(played: Played, facts: dict[str, str], until: set[str]) -> None:
    said: list[dict[str, Any]] = []
    for _ in range(MOST_ANSWERS):
        ask = played.talk.open
        if ask is None or ask in until:
            break
        _say(played, facts.get(ask, "ja, dat klopt" if ask.startswith("confirm.") else "weet ik niet"))
        said += played.said
    else:
        raise AssertionError(f"no end of questions: {played.talk.asked}")
    played.said = said


def _holds(played: Played, wanted: dict[str, Any], where: str) -> None:
    claim = played.talk.claim_file()
    _texts_hold(played, wanted, where)
    for name, value in wanted.get("fields", {}).items():
        found = claim["fields"].get(name, {}).get("value")
        assert fits(value, found), f"{where}: {name} is {found}, not {value}"
    for name in wanted.get("unset", ()):
        assert claim["fields"].get(name, {}).get("value") is None, f"{where}: {name} is {claim['fields'][name]['value']}"
    for name, status in wanted.get("status", {}).items():
        found = claim["fields"].get(name, {}).get("status")
        assert found == status, f"{where}: {name} is {found}, not {status}"
    if "contradictions" in wanted:
        assert {c["id"] for c in claim["contradictions"]} == set(wanted["contradictions"]), f"{where}: {claim['contradictions']}"
    for loss, status in wanted.get("losses", {}).items():
        found = claim["losses"].get(loss, {}).get("status")
        assert (found or "absent") == (status or "absent"), f"{where}: {loss} is {found}, not {status}"
    for line in wanted.get("ledger", ()):
        assert any(fits(line, row) for row in claim["ledger"]), f"{where}: no line {line} in {claim['ledger']}"
    for line in wanted.get("ledger_lacks", ()):
        assert not any(fits(line, row) for row in claim["ledger"]), f"{where}: {line} stands in {claim['ledger']}"
    if "triage" in wanted:
        assert claim["triage"]["level"] == wanted["triage"], f"{where}: {claim['triage']}"
    if "claim_status" in wanted:
        assert claim["status"] == wanted["claim_status"], f"{where}: {claim['status']}"


def _texts_hold(played: Played, wanted: dict[str, Any], where: str) -> None:
    texts = "\n".join(message["text"] for message in played.said)
    is_open, asked = played.talk.open or "none", played.talk.asked
    if "asks" in wanted:
        assert is_open == wanted["asks"], f"{where}: asks {is_open}, not {wanted['asks']}: {texts}"
    if "asks_one_of" in wanted:
        assert is_open in wanted["asks_one_of"], f"{where}: asks {is_open}: {texts}"
    assert is_open not in wanted.get("asks_not", ()), f"{where}: asks {is_open}: {texts}"
    for pattern in wanted.get("reads", ()):
        assert re.search(pattern, texts, re.IGNORECASE), f"{where}: no {pattern!r} in: {texts}"
    for pattern in wanted.get("reads_not", ()):
        assert not re.search(pattern, texts, re.IGNORECASE), f"{where}: {pattern!r} in: {texts}"
    assert set(wanted.get("asked", ())) <= set(asked), f"{where}: asked were {asked}"
    assert not set(wanted.get("never_asked", ())) & set(asked), f"{where}: asked were {asked}"


def _always(played: Played) -> None:
    claim = played.talk.claim_file()
    texts = {message["id"]: message["text"] for message in claim["transcript"]}
    for name, state in claim["fields"].items():
        for words in state["evidence"]:
            assert texts[words["message_id"]][words["start"] : words["end"]] == words["quote"], name
    for message in played.talk.messages:
        assert not NEVER_SAID.search(message["text"]), message["text"]


def fits(wanted: Any, found: Any) -> bool:
    """Whether a value is the wanted one; of an object only the wanted parts count, a list may be in any order."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(key in found and fits(value, found[key]) for key, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(any(fits(w, f) for f in found) for w in wanted)
    return bool(wanted == found)
