"""The quality figures, on the development set and on the blind set (written without sight of the rules).

Prints what the scorers of tests/cases print: dates and amounts, intents, claim files, the seed; and that two replays are the same
bytes. `make evaluate` runs it; docs/quality/ holds the figures of each release.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
CASES = ROOT / "tests" / "cases"
BLIND = ROOT / "tests" / "blind"
SETS = {"dev": CASES / "dev", "blind": BLIND, "blind, the larger set": BLIND / "understanding1"}
FILES = {
    "dev": {"temporal": "temporal_dev.jsonl", "intents": "utterances_dev.jsonl", "cases": "cases_dev.jsonl"},
    "blind": {"temporal": "temporal.jsonl", "intents": "intents.jsonl", "cases": "stories_cases.jsonl"},
    "blind, the larger set": {"temporal": "temporal.jsonl", "intents": "intents.jsonl"},
}


def script(name: str, *arguments: object) -> str:
    """What a scorer prints; a scorer that fails fails the evaluation."""
    command = [sys.executable, str(CASES / name), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    return done.stdout


def replay(source: pathlib.Path, target: pathlib.Path) -> None:
    subprocess.run([sys.executable, "-m", "bot.cli", "replay", str(source), str(target)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def seed_transcript(folder: pathlib.Path) -> pathlib.Path:
    """The seed conversation as a transcript: the opening, then every answer to its own open question."""
    gold = json.loads((CASES / "seed_gold.json").read_text(encoding="utf-8"))
    said = [(text, None) for text in gold["opening"]] + [(text, name) for name, text in gold["answers"].items()]
    messages = [
        {"id": f"m{i}", "author": "insured", "at": f"2026-11-23T10:{i:02d}:00+01:00", "text": text, **({"ask": ask} if ask else {})}
        for i, (text, ask) in enumerate(said)
    ]
    path = folder / "seed.jsonl"
    path.write_text(json.dumps({"id": "seed", "language": "nl-BE", "messages": messages}, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def seed(folder: pathlib.Path) -> str:
    out = folder / "seed.out.jsonl"
    replay(seed_transcript(folder), out)
    claim = folder / "seed.json"
    claim.write_text(out.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    return script("score_seed.py", claim)


def claim_files(which: str, folder: pathlib.Path, errors: list[str]) -> str:
    """Replay the stories of a set twice, compare the bytes, score."""
    cases = SETS[which] / FILES[which]["cases"]
    transcripts, first, second = (folder / f"{which}.{part}.jsonl" for part in ("in", "one", "two"))
    transcripts.write_text(script("score_cases.py", "export", cases), encoding="utf-8")
    replay(transcripts, first)
    replay(transcripts, second)
    same = first.read_bytes() == second.read_bytes()
    return f"two replays, same bytes: {'yes' if same else 'NO'}\n" + script("score_cases.py", "score", cases, first, *errors)


def intents(which: str, url: str, errors: list[str]) -> str:
    return script("score_intents.py", SETS[which] / FILES[which]["intents"], "--url", url, *errors)


def main() -> int:
    from bot import supervise
    from bot.channel import rasa_process, training

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list every error (of the development set only: blind items stay unseen)")
    errors = ["--errors"] if parser.parse_args().errors else []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        model = training.train(folder / "train.log")
        port = supervise.free_port()
        rasa = rasa_process.start_rasa(
            port=port, action_url="http://127.0.0.1:9/none", secret="none", model=model, api=True, log_path=folder / "rasa.log"
        )
        try:
            rasa.ready(60)
            for which in SETS:
                listed = errors if which == "dev" else []
                gold = SETS[which] / FILES[which]["temporal"]
                read = script("score_temporal.py", gold, "bot.nlu.extract:extract", *listed)
                print(f"== {which}: dates and amounts\n{read}")
                print(f"== {which}: intents\n{intents(which, f'http://127.0.0.1:{port}', listed)}")
        finally:
            rasa.stop()
        for which in (name for name in SETS if "cases" in FILES[name]):
            print(f"== {which}: claim files\n{claim_files(which, folder, errors if which == 'dev' else [])}")
        print(f"== the seed\n{seed(folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
