"""Read transcripts with annotate, interpret and fold alone: no Rasa, no store. For quick measuring while the tables grow.

python -m bench.understand_offline TRANSCRIPTS.jsonl > claim_files.jsonl     what score_cases.py scores
python -m bench.understand_offline --seed GOLD.json > claim_file.json        answers the seed's questions, then score_seed.py
python -m bench.understand_offline --show "tekst" [--ask FIELD]              what one message gives
"""

import argparse
import dataclasses
import json
import sys
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.claims.model import Annotation, Assertion, ClaimFile, Heard
from bot.nlu.contacts import find_contacts, on_the_wire
from bot.nlu.extract import extract_both
from bot.nlu.spans import apart
from bot.nlu.understand import annotate

_KNOWN = {"entity", "start", "end", "value", "role", "polarity", "certainty", "actor", "head", "loss_status", "confidence"}


def heard(message: dict[str, Any], language: str) -> Heard:
    """The message as the Rasa side would hand it over, without an intent."""
    text, at = message["text"], datetime.fromisoformat(message["at"])
    items = apart([*extract_both(text, at), *map(on_the_wire, find_contacts(text))])
    rows = annotate(text, items, language)
    annotations = tuple(
        Annotation(**{k: v for k, v in r.items() if k in _KNOWN}, extra={k: v for k, v in r.items() if k not in _KNOWN}) for r in rows
    )
    return Heard(message["id"], message.get("author", "insured"), at, text, language, message.get("ask"), (), annotations)


def plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


def export(file: ClaimFile) -> dict[str, Any]:
    """The parts of the claim file that the scorers look at."""
    return {
        "fields": {k: plain(dataclasses.replace(v, history=())) for k, v in file.fields.items()},
        "losses": plain(dict(file.losses)),
        "fine_losses": plain(dict(file.fine_losses)),
        "ledger": plain(file.ledger),
        "loss_types": list(file.loss_types),
        "primary_loss": file.primary_loss,
    }


def read(transcript: dict[str, Any]) -> ClaimFile:
    log: tuple[Assertion, ...] = ()
    for message in transcript["messages"]:
        log += interpret(heard(message, transcript.get("language", "nl")), fold(log))
    return fold(log)


def seed(path: str) -> ClaimFile:
    with open(path, encoding="utf-8") as f:
        gold = json.load(f)
    at = "2026-11-23T10:00:00+01:00"
    log: tuple[Assertion, ...] = ()
    for i, text in enumerate(gold["opening"]):
        log += interpret(heard({"id": f"o{i}", "text": text, "at": at}, "nl-BE"), fold(log))
    for name, text in gold["answers"].items():
        file = fold(log)
        if name in file.fields and name not in ("measures_taken",):
            continue
        log += interpret(heard({"id": f"a-{name}", "text": text, "at": at, "ask": name}, "nl-BE"), file)
    return fold(log)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("transcripts", nargs="?")
    parser.add_argument("--seed")
    parser.add_argument("--show")
    parser.add_argument("--ask")
    args = parser.parse_args()
    if args.show:
        h = heard({"id": "m", "text": args.show, "at": "2026-11-23T10:00:00+01:00", "ask": args.ask}, "nl")
        for a in h.annotations:
            print({k: v for k, v in plain(a).items() if v not in (None, {})}, repr(h.text[a.start : a.end]))
        for x in interpret(h, fold(())):
            print("=>", x.kind, x.name, x.value, x.status, x.confidence, [e.quote for e in x.evidence])
    elif args.seed:
        print(json.dumps(export(seed(args.seed)), ensure_ascii=False, indent=1))
    else:
        with open(args.transcripts, encoding="utf-8") as f:
            for line in f:
                t = json.loads(line)
                print(json.dumps({"id": t["id"], "claim_file": export(read(t))}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
