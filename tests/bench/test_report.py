"""The whole report on tiny sets: everything is found and written, and no blind word is in anything that is written.

Rasa is stood in for by a small HTTP server that answers /model/parse; the figures themselves are no matter of tests.
"""

import json
import pathlib
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.evaluate import __main__ as report
from bench.evaluate import compare, entities, intents, pictures
from bench.evaluate.sets import DEV, LabelledSet, discover, use_of

SECRET = "vlinderstichting"  # stands in every blind text below
REFERENCE = "2026-11-23T10:15:00+01:00"


def lines(path: pathlib.Path, *rows: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def temporal(row_id: str, text: str, span: str, kind: str, value: Any) -> dict[str, Any]:
    start = text.index(span)
    gold = {"kind": kind, "span": span, "start": start, "end": start + len(span), "value": value}
    return {"id": row_id, "text": text, "reference": REFERENCE, "gold": [gold]}


@pytest.fixture
def folders(tmp_path: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    dev, blind = tmp_path / "dev", tmp_path / "blind"
    lines(dev / "temporal_dev.jsonl", temporal("D1", "gisteren zagen wij het", "gisteren", "date", "2026-11-20"))
    lines(dev / "utterances_dev.jsonl", {"id": "U1", "text": "ja | zeker", "intent": "affirm", "lang": "nl-BE", "noisy": False})
    wrong = temporal("B1", f"gisteren zag de {SECRET} het", "gisteren", "date", "2026-11-20")
    none = {"id": "B2", "text": f"wij lagen met {SECRET} 3 dagen plat", "reference": REFERENCE, "gold": []}
    lines(blind / "one" / "temporal.jsonl", wrong, none)
    lines(blind / "one" / "intents.jsonl", {"id": "I1", "text": f"nee {SECRET}", "intent": "deny"})
    mail = {"kind": "email", "start": 0, "end": 5, "value": "a@b.c"}
    lines(blind / "one" / "contacts.jsonl", {"id": "C1", "text": "a@b.c", "gold": [mail]})
    lines(blind / "other.jsonl", {"id": "X", "said": SECRET})
    return dev, blind


class Parse(BaseHTTPRequestHandler):
    """Says affirm to everything, sure of 0.8, as a Rasa server would."""

    def do_POST(self) -> None:
        json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        ranking = [{"name": "affirm", "confidence": 0.8}, {"name": "deny", "confidence": 0.2}]
        body = json.dumps({"intent": ranking[0], "intent_ranking": ranking, "entities": []}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Parse)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def measured(folders: tuple[pathlib.Path, pathlib.Path], url: str) -> tuple[dict[str, Any], dict[bool, report.Errors]]:
    """As `report.run`, without starting Rasa, peers and replays."""
    found = discover(*folders)
    errors: dict[bool, report.Errors] = {False: {}, True: {}}
    figures: dict[str, Any] = {
        "made": {"date": "2026-11-23", "model": "m", "seconds": 1.0},
        "sets": {one.facts()["file"]: {**one.facts(), "set": one.key, "use": one.use} for one in found},
        "intents": {},
        "latency": intents.latency(url, rounds=1),
    }
    some = [one for one in found if one.use == "temporal"]
    figures["spans"], figures["peers"] = report.measure_spans(some, False, errors)
    given: report.Answers = {"dev": [], "blind": []}
    for one in (one for one in found if one.use == "intents"):
        figures["intents"][one.key], errors[one.blind][one.key], answers = intents.evaluate(one, url)
        given["blind" if one.blind else "dev"] += answers
    figures["calibration"] = {which: report.together(answers) for which, answers in given.items()}
    return figures, errors


def test_sets_are_found_by_what_stands_in_them(folders: tuple[pathlib.Path, pathlib.Path]) -> None:
    assert {(one.key, one.path.stem, one.use, one.blind) for one in discover(*folders)} == {
        ("dev", "temporal_dev", "temporal", False),
        ("dev", "utterances_dev", "intents", False),
        ("blind", "other", "none", True),
        ("blind/one", "contacts", "entities", True),
        ("blind/one", "intents", "intents", True),
        ("blind/one", "temporal", "temporal", True),
    }


def test_two_files_for_one_scorer_have_names_of_their_own(tmp_path: pathlib.Path) -> None:
    for name in ("intents", "other_languages"):
        lines(tmp_path / name / ".." / f"{name}.jsonl", {"id": "1", "text": "x", "intent": "affirm"})
    assert [one.key for one in discover(tmp_path, tmp_path / "intents")] == ["dev:intents", "dev:other_languages"]


def test_the_development_sets_of_the_project_have_a_scorer_each() -> None:
    uses = {one.path.stem: one.use for one in discover() if one.path.parent == DEV}
    assert uses.items() >= {("temporal_dev", "temporal"), ("utterances_dev", "intents"), ("cases_dev", "cases")}
    assert use_of([]) == "none"


def test_the_report_is_whole_and_holds_no_blind_word(folders: tuple[pathlib.Path, pathlib.Path], url: str, tmp_path: pathlib.Path) -> None:
    figures, errors = measured(folders, url)
    out = tmp_path / "out"
    report.write(figures, {"The seed": "exact 24/24"}, errors, out)
    written = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    pictures_made = {f"{kind}-{which}.svg" for kind in ("confusion", "reliability") for which in ("dev", "blind")}
    assert set(written) == {"latest.md", "errors-dev.md", "errors-blind.md", "figures.json", *pictures_made}
    assert all(f"({name})" in written["latest.md"] for name in pictures_made)
    for name, words in written.items():
        assert SECRET not in words.lower(), name
    assert "| B1 | wrong value | date |" in written["errors-blind.md"]
    assert "| B2 | extra | duration |" in written["errors-blind.md"]
    assert "| D1 | wrong value | date | date 2026-11-20 | date 2026-11-22 | gisteren zagen wij het |" in written["errors-dev.md"]
    assert json.loads(written["figures.json"])["intents"]["dev"]["by"] == {
        "lang": {"nl-BE": {"accuracy": 1.0, "fallback": 0.0, "n": 1}},
        "noisy": {"clean": {"accuracy": 1.0, "fallback": 0.0, "n": 1}},
    }


def test_errors_of_blind_entities_lose_their_words() -> None:
    printed = f"email  1\nC1 | missed | email | {SECRET}\n{SECRET} | {SECRET} | email | x\nC2 | missed | {SECRET} | x\n"
    assert entities.error_lines(printed, {"email"}, blind=True) == [{"id": "C1", "what": "missed", "kind": "email"}]
    assert entities.error_lines(printed, {"email"}, blind=False)[0]["text"] == SECRET


def test_entity_counts_become_figures_in_both_shapes() -> None:
    flat = {
        "email": {"gold": 4, "finds": 5, "found": 4, "exact": 3},
        "all": {"gold": 4, "finds": 5, "found": 4, "exact": 3},
        "empty": {"finds": 1},
    }
    told = entities.kinds_of(flat)
    assert set(told["kinds"]) == {"email"}
    assert (told["all"]["exact"], told["all"]["precision"], told["finds_on_empty"]) == (0.75, 0.8, 1)
    nested = {"kinds": {"email": {"gold": 4, "pred": 5, "tp": 4, "exact": 3}}, "total": {"gold": 4, "pred": 5, "tp": 4, "exact": 3}}
    assert entities.kinds_of(nested)["all"] == told["all"]


def test_the_entity_scorer_is_called_as_a_program(folders: tuple[pathlib.Path, pathlib.Path], url: str, tmp_path: pathlib.Path) -> None:
    scorer = tmp_path / "scorer.py"
    scorer.write_text(
        "import importlib, json, sys\n"
        "file, target, _, _, out = sys.argv[1:]\n"
        "module, name = target.split(':')\n"
        "finds = getattr(importlib.import_module(module), name)('a@b.c')\n"
        "json.dump({k: {'gold': 1, 'finds': len(finds), 'found': 0, 'exact': 0} for k in ('email', 'all')}, open(out, 'w'))\n"
        "print('C1 | missed | email | a@b.c')\n"
    )
    [one] = [one for one in discover(*folders) if one.use == "entities"]
    figures, errors = entities.evaluate(one, url, scorer)
    assert figures["kinds"]["email"]["recall"] == 0.0
    assert errors == [{"id": "C1", "what": "missed", "kind": "email"}]


def test_what_a_failing_scorer_says_is_not_passed_on(folders: tuple[pathlib.Path, pathlib.Path], url: str, tmp_path: pathlib.Path) -> None:
    scorer = tmp_path / "scorer.py"
    scorer.write_text(f"raise KeyError('{SECRET}')")
    [one] = [one for one in discover(*folders) if one.use == "entities"]
    with pytest.raises(entities.ScorerFailed) as failed:
        entities.evaluate(one, url, scorer)
    assert str(failed.value) == "scorer.py ended with 1"


@pytest.mark.parametrize("which", ["confusion", "reliability"])
def test_pictures_have_a_title_a_description_and_both_schemes(which: str) -> None:
    if which == "confusion":
        drawn = pictures.confusion(Counter({("a<b", "a<b"): 3, ("a<b", "nlu_fallback"): 1}), "Intents & more")
    else:
        drawn = pictures.reliability({"ece": 0.1, "bins": [{"n": 4, "confidence": 0.9, "right": 1.0}]}, 4, "Intents & more")
    root = ElementTree.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "t d"
    assert root.findtext(f"{space}title") == "Intents & more"
    assert ("3 of 4 right" if which == "confusion" else "over 4 answers") in str(root.findtext(f"{space}desc"))
    assert "prefers-color-scheme: dark" in drawn


def run_of(model: str, accuracy: float, sha: str = "1") -> dict[str, Any]:
    told = {"n": 10, "right": round(accuracy * 10), "accuracy": accuracy}
    return {
        "made": {"date": "2026-11-23", "model": model, "seconds": 9.0},
        "sets": {"f": {"file": "f", "rows": 1, "sha256": sha}},
        "spans": {},
        "intents": {"blind": told},
        "calibration": {"blind": {"ece": 0.05}},
        "latency": {"median_ms": accuracy},
    }


def test_a_comparison_names_what_differs_and_which_sets_changed() -> None:
    page = compare.compared(run_of("old", 0.5), run_of("new", 0.8, sha="2"))
    assert "cannot be compared: f." in page
    assert "| intents/blind/accuracy | 0.5 | 0.8 | +0.300 |" in page
    assert "median_ms" not in page
    assert "0 of" in compare.compared(run_of("same", 0.5), run_of("same", 0.5))


def test_history_keeps_one_line_for_a_model_and_its_sets(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "history.json"
    compare.remember(run_of("a", 0.5), path)
    compare.remember(run_of("b", 0.6), path)
    history = compare.remember(run_of("b", 0.7), path)
    assert [(run["model"], run["blind"]["intents"]) for run in history] == [("a", 0.5), ("b", 0.7)]
    page = compare.put_into(f"before\n{compare.START}\nold\n{compare.END}\nafter\n", history)
    assert "| 2026-11-23 | b | – / – | 0.700 / – | 0.050 / – |" in page
    assert page.startswith("before\n")
    assert page.endswith("after\n")
    assert "old" not in page
    with pytest.raises(SystemExit):
        compare.put_into("no marks", history)


def test_a_labelled_set_is_told_apart_by_its_bytes(tmp_path: pathlib.Path) -> None:
    lines(tmp_path / "a.jsonl", {"id": 1})
    one = LabelledSet("dev", tmp_path / "a.jsonl", "none", [{"id": 1}], False)
    before = one.facts()["sha256"]
    lines(tmp_path / "a.jsonl", {"id": 2})
    assert one.facts()["sha256"] != before
