"""Pasted mails, notes, chats and logs: found, and from their words to the claim file with the right speaker."""

import json
import pathlib
from typing import Any

import pytest

from bench.understand_offline import heard
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.nlu.reading.clauses import Message
from bot.nlu.reading.quoted import quoted_parts


def cases() -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for line in pathlib.Path(__file__).with_name("pasted.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            made.append({"name": line[3:], "body": [], "checks": []})
        elif made and line.startswith("@ "):
            field, given, value = line[2:].partition(" = ")
            made[-1]["checks"].append((field.strip(), value if given else None))
        elif made:
            made[-1]["body"].append(line)
    for case in made:
        text, marked = "", []
        for sign in "\n".join(case["body"]).strip("\n"):
            if sign in "⟦⟧":
                marked.append(len(text))
            else:
                text += sign
        case.update(text=text, quoted=list(zip(marked[::2], marked[1::2], strict=True)))
    return made


CASES = cases()


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return (
            value["value"][:10]
            if "precision" in value
            else {k: plain(v) for k, v in value.items() if k in ("amount", "currency", "asset", "name")}
        )
    return value


def wanted(value: str | None) -> Any:
    """The value that a check asks for: JSON, or the word itself."""
    if value is None or not (value[0] in "{[" or value in ("true", "false") or value.isdigit()):
        return value
    return json.loads(value)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_finds_what_is_not_the_writers_own(case: dict[str, Any]) -> None:
    def signs(spans: Any) -> str:
        inside = {i for a, b in spans for i in range(a, b)}
        return "".join(c if i in inside else "·" for i, c in enumerate(case["text"]) if not c.isspace())

    assert signs((p.start, p.end) for p in quoted_parts(case["text"])) == signs(case["quoted"])


CHECKS = [pytest.param(c, f, v, id=f"{c['name']}: {f}") for c in CASES for f, v in c["checks"]]


@pytest.mark.parametrize(("case", "field", "value"), CHECKS)
def test_comes_into_the_claim_file_with_its_speaker(case: dict[str, Any], field: str, value: str | None) -> None:
    file = fold(interpret(heard({"id": "m", "text": case["text"], "at": "2026-11-23T10:00:00+01:00"}, "nl-BE"), fold(())))
    assert plain(file.value(field)) == wanted(value)


def test_no_sentence_has_two_speakers() -> None:
    for case in CASES:
        for sentence in Message(case["text"], []).sentences:
            words = [i for i in range(sentence.start, sentence.end) if not case["text"][i].isspace()]
            assert len({bool(Message(case["text"], []).part_at(i)) for i in words}) == 1


def test_log_lines_in_a_mail_are_a_machines() -> None:
    mail = "Van: directie\nAan: ons\n\nGeachte, wij eisen 5.000 euro. Groeten, Jan\n\n"
    lines = [f"2026-02-12T03:14:0{n}.012Z srv01 backup[{n}]: job daily-{n} failed, retry in {n} s" for n in range(1, 5)]
    text = mail + "\n".join(lines) + "\n"
    parts = [(text[part.start : part.end], part.kind) for part in quoted_parts(text)]
    assert [kind for line, kind in parts if line in lines] == ["log"] * 4
    one = [(text[part.start : part.end], part.kind) for part in quoted_parts(mail + lines[0]) if part.kind == "log"]
    assert one == []  # a single line may be quoted by who writes
