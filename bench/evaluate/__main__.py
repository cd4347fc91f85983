"""The one command: measure everything, write docs/quality/, say what differs from an earlier run.

python -m bench.evaluate [--no-peers] [--no-claims] [--out FOLDER] [--compare OLD.json]
python -m bench.evaluate --compare OLD.json --with NEW.json      only compares two files
"""

import argparse
import datetime
import json
import pathlib
import platform
import sys
import tempfile
import time
from collections import Counter
from typing import Any

from bench.evaluate import claims, compare, entities, intents, pages, peers, pictures, spans
from bench.evaluate.measures import Answer, calibration, confusion, interval, per_intent
from bench.evaluate.sets import ROOT, LabelledSet, discover
from tests.cases import score_temporal

DOCS = ROOT / "docs" / "quality"
Errors = dict[str, list[Any]]
Answers = dict[str, list[Answer]]


def say(words: str) -> None:
    print(words, flush=True)


def measure_spans(sets: list[LabelledSet], with_peers: bool, errors: dict[bool, Errors]) -> tuple[dict[str, Any], dict[str, str]]:
    """Ours on every temporal set, then each peer that can be started. Returns the figures and, by peer, what became of it."""
    from bot.nlu.extract import extract

    extract("gisteren om 10u, 5 euro", datetime.datetime(2026, 11, 23, 10))  # patterns are compiled outside the timing
    told: dict[str, Any] = {}
    for one in sets:
        figures, listed = spans.evaluate(one, extract)
        told[one.key] = {"ours": figures, "interval": list(interval(figures["exact_n"], figures["all"]["gold"]))}
        errors[one.blind][f"dates and amounts, {one.key}"] = listed
    states = {}
    for name in peers.PEERS:
        states[name] = measure_peer(name, sets, told) if with_peers else "left out of this run"
        say(f"  {name}: {states[name]}")
    return told, states


def measure_peer(name: str, sets: list[LabelledSet], told: dict[str, Any]) -> str:
    try:
        peer = peers.Peer(peers.command_of(name))
    except peers.PeerNotThere as error:
        return f"not measured, {error} (python3 deploy/setup.py --peers makes its environment)"
    try:
        for one in sets:
            late, failed = peer.late, peer.failed
            figures = spans.figures(score_temporal.score(one.rows, peer))
            told[one.key][name] = {**figures, "late": peer.late - late, "failed": peer.failed - failed}
        return f"{peer.version}"
    except peers.PeerNotThere as error:
        return f"stopped halfway, {error}"
    finally:
        peer.close()


def measure_server(sets: dict[str, list[LabelledSet]], folder: pathlib.Path, errors: dict[bool, Errors]) -> tuple[dict[str, Any], Answers]:
    """Everything that needs a Rasa server: time of a parse, intents, entities."""
    from bot import supervise
    from bot.channel import rasa_process, training

    model = training.train(folder / "train.log")
    port, log = supervise.free_port(), folder / "rasa.log"
    rasa = rasa_process.start_rasa(port=port, action_url="http://127.0.0.1:9/none", secret="none", model=model, api=True, log_path=log)
    told: dict[str, Any] = {"intents": {}, "entities": {}}
    given: Answers = {"dev": [], "blind": []}
    try:
        rasa.ready(120)
        url = f"http://127.0.0.1:{port}"
        told["latency"] = intents.latency(url)
        for one in sets["intents"]:
            told["intents"][one.key], errors[one.blind][f"intents, {one.key}"], answers = intents.evaluate(one, url)
            given["blind" if one.blind else "dev"] += answers
        if entities.SCORER.exists():
            for one in sets["entities"]:
                # One scorer that fails must not cost the whole run; the page says which figures are missing.
                try:
                    told["entities"][one.key], errors[one.blind][f"entities, {one.key}"] = entities.evaluate(one, url)
                except entities.ScorerFailed as error:
                    told.setdefault("entities_failed", {})[one.key] = str(error)
    finally:
        rasa.stop()
    return told, given


def measure_claims(sets: list[LabelledSet], folder: pathlib.Path, errors: dict[bool, Errors]) -> tuple[dict[str, Any], dict[str, str]]:
    files, same = claims.replay_all(sets, folder)
    told: dict[str, Any] = {"replays_same_bytes": same, "claims": {}}
    printed = {}
    for one in sets:
        told["claims"][one.key], printed[f"Claim files, {one.key}"], listed = claims.score(one, files[one.key], folder)
        if not one.blind:
            errors[False][f"claim files, {one.key}"] = listed
    told["seed"] = printed["The seed through replay"] = claims.seed(files[claims.SEED], folder)
    return told, printed


def together(answers: list[Answer]) -> dict[str, Any]:
    """Calibration and confusion of several sets as one: what the pictures show."""
    counts = confusion(answers)
    told = calibration([(a.confidence, a.first_right) for a in answers])
    return {
        **told,
        "n": len(answers),
        "per_intent": per_intent(counts),
        "confusion": [[gold, got, n] for (gold, got), n in sorted(counts.items())],
    }


def draw(figures: dict[str, Any], out: pathlib.Path) -> None:
    for which, told in figures["calibration"].items():
        title = {"dev": "development set", "blind": "blind sets"}[which]
        counts = Counter({(gold, got): n for gold, got, n in told["confusion"]})
        (out / f"confusion-{which}.svg").write_text(pictures.confusion(counts, f"Intents, {title}: said and understood"), encoding="utf-8")
        picture = pictures.reliability(told, told["n"], f"How far confidence can be believed, {title}")
        (out / f"reliability-{which}.svg").write_text(picture, encoding="utf-8")


def write(figures: dict[str, Any], printed: dict[str, str], errors: dict[bool, Errors], out: pathlib.Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / "figures.json").write_text(json.dumps(rounded(figures), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    draw(figures, out)
    (out / "latest.md").write_text(pages.latest(figures, printed), encoding="utf-8")
    intro = "Every error of the latest run on the sets that everybody may read."
    (out / "errors-dev.md").write_text(pages.errors_page("Errors on the development sets", intro, errors[False]), encoding="utf-8")
    intro = "Ids and kinds only. The texts are not looked at: a set that was looked at measures nothing any more (`tests/blind/README.md`)."
    (out / "errors-blind.md").write_text(pages.errors_page("Errors on the blind sets", intro, errors[True]), encoding="utf-8")


def rounded(value: Any) -> Any:
    """The same with four decimals: enough for a comparison, and no noise of the last bits in a diff."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value


def run(with_peers: bool, with_claims: bool) -> tuple[dict[str, Any], dict[str, str], dict[bool, Errors]]:
    """Everything, in the order of what fails soonest. Returns the figures, what scorers printed, and errors by blind or not."""
    from bot.channel import training

    start = time.monotonic()
    found = discover()
    sets = {use: [one for one in found if one.use == use] for use in ("temporal", "intents", "entities", "cases")}
    errors: dict[bool, Errors] = {False: {}, True: {}}
    printed: dict[str, str] = {}
    figures: dict[str, Any] = {
        "made": {
            "date": datetime.date.today().isoformat(),
            "model": training.model_path().name.removesuffix(".tar.gz"),
            "python": platform.python_version(),
        },
        "sets": {one.facts()["file"]: {**one.facts(), "set": one.key, "use": one.use} for one in found},
    }
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        say("dates and amounts ...")
        figures["spans"], figures["peers"] = measure_spans(sets["temporal"], with_peers, errors)
        say("intents, entities, time of a parse ...")
        told, answers = measure_server(sets, folder, errors)
        figures |= told
        figures["calibration"] = {which: together(some) for which, some in answers.items() if some}
        if with_claims:
            say("claim files and the seed, replayed twice ...")
            told, printed = measure_claims(sets["cases"], folder, errors)
            figures |= told
    figures["made"]["seconds"] = time.monotonic() - start
    return figures, printed, errors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-peers", action="store_true", help="leave the other libraries out")
    parser.add_argument("--no-claims", action="store_true", help="leave claim files and the seed out (the slowest part)")
    parser.add_argument("--out", type=pathlib.Path, default=DOCS, help="folder for pages, pictures and JSON")
    parser.add_argument("--compare", type=pathlib.Path, metavar="OLD.json", help="print what differs from this figures.json")
    parser.add_argument(
        "--with", type=pathlib.Path, metavar="NEW.json", dest="new", help="with --compare: measure nothing, compare these two"
    )
    args = parser.parse_args()
    old = json.loads(args.compare.read_text(encoding="utf-8")) if args.compare else None  # read first: it may be the file written below
    if args.new:
        print(compare.compared(old or parser.error("--with needs --compare"), json.loads(args.new.read_text(encoding="utf-8"))))
        return 0
    figures, printed, errors = run(not args.no_peers, not args.no_claims)
    write(figures, printed, errors, args.out)
    history = compare.remember(rounded(figures), args.out / "history.json")
    readme = args.out / "README.md"
    if readme.exists():
        readme.write_text(compare.put_into(readme.read_text(encoding="utf-8"), history), encoding="utf-8")
    say(compare.table(history[-1:]))
    say(f"written in {args.out} after {figures['made']['seconds']:.0f} s")
    if old:
        say(compare.compared(old, rounded(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
