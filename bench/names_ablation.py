# ruff: noqa: E501 - lists of names are easier to read on one line
"""Rules against a trained spaCy component for names, on writers that neither was made with: the table of docs/quality/entities.md.

.venv/rasa/bin/python -m bench.names_ablation [--rounds 12] [--copies 4]

The component is trained here with a fixed seed, on the CPU, on data/names without its held-out writers, each sentence `copies` times more with its
names replaced by others out of data/lookups, half of all in small letters too. It is not part of the product: this script keeps the question open.
"""

import argparse
import hashlib
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bot.nlu.marked import LABELS, read
from bot.nlu.reading.names import find_names, first_names, places, products
from bot.nlu.spans import disjoint

Span = tuple[int, int, str]
Row = tuple[str, list[Span]]
FOLDER = Path(__file__).resolve().parents[1] / "data"
SENTENCE = "De server van onze klant Bakkerij Jansen in Gent ligt plat en Jan heeft gebeld"
SURNAMES = [
    "Peeters",
    "Janssens",
    "Maes",
    "Jacobs",
    "Mertens",
    "Willems",
    "De Smet",
    "De Vos",
    "Van Damme",
    "Van den Broeck",
    "Vermeulen",
    "Pauwels",
    "Aerts",
    "Verhoeven",
    "De Jong",
    "Jansen",
    "De Vries",
    "Van den Berg",
    "Van Dijk",
    "Bakker",
    "Visser",
    "Smit",
    "Mulder",
    "Bos",
    "Hendriks",
    "Van Leeuwen",
    "Dekker",
    "Brouwer",
    "Dijkstra",
    "Van der Meer",
    "Kuipers",
    "El Amrani",
    "Benali",
    "Yilmaz",
    "Kaya",
    "Nowak",
    "Nguyen",
    "Silva",
    "Ramdin",
]
TRADES = [
    "Bakkerij",
    "Slagerij",
    "Garage",
    "Drukkerij",
    "Transport",
    "Apotheek",
    "Advocatenkantoor",
    "Camping",
    "Hotel",
    "Bouwwerken",
    "Kapsalon",
    "Brouwerij",
    "Optiek",
    "Frituur",
    "Stichting",
    "Fietsen",
]
ENDINGS = [
    "IT",
    "Computers",
    "Systems",
    "Logistics",
    "Networks",
    "Automatisering",
    "Informatica",
    "Solutions",
    "Accountants",
    "Foods",
    "ICT",
    "Data",
]
LEGAL = ("", "", "", " bv", " nv", " B.V.", " bvba", " vof")
MACHINES = [
    "server",
    "fileserver",
    "mailserver",
    "webshop",
    "website",
    "NAS",
    "laptops",
    "pc's",
    "kassa's",
    "database",
    "telefooncentrale",
    "SRV01",
    "DC01",
    "SQL02",
    "back-upserver",
]


def renamed(rows: list[Row], copies: int) -> list[Row]:
    """Every sentence `copies` times with other names in it."""
    pick = random.Random(0)
    gangs = [w for w in (FOLDER / "lookups/ransomware.txt").read_text(encoding="utf-8").splitlines() if w and not w.startswith("#")]
    given, towns, goods = (sorted(w.title() for w in words) for words in (first_names(), places(), products()))

    def other(old: str, label: str) -> str:
        if label == "person":
            return pick.choice(given) + (f" {pick.choice(SURNAMES)}" if " " in old else "")
        if label == "organisation":
            firm = (
                f"{pick.choice(TRADES)} {pick.choice(SURNAMES)}"
                if pick.random() < 0.6
                else f"{pick.choice(SURNAMES)} {pick.choice(ENDINGS)}"
            )
            return firm + pick.choice(LEGAL)
        if label == "system":
            return pick.choice(goods + MACHINES) if old[0].isupper() else old
        return pick.choice(towns if label == "place" else gangs)

    made = []
    for text, names in rows:
        for _ in range(copies):
            new, spans, at = "", [], 0
            for start, end, label in names:
                word = other(text[start:end], label)
                word = word.lower() if text[start:end].islower() else word
                new += text[at:start]
                spans.append((len(new), len(new) + len(word), label))
                new += word
                at = end
            made.append((new + text[at:], spans))
    return made


def trained(rows: list[Row], rounds: int) -> Callable[[str], set[Span]]:
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("nl")
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 64, "depth": 2, "embed_size": 1000,
               "window_size": 1, "maxout_pieces": 2, "subword_features": True}  # fmt: skip
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 64,
             "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec}  # fmt: skip
    nlp.add_pipe("ner", config={"model": model})
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": names}) for text, names in rows]
    start, pick = time.monotonic(), random.Random(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(rounds):
        pick.shuffle(examples)
        for batch in minibatch(examples, size=16):
            nlp.update(batch, drop=0.3, sgd=optimizer)
    weights = nlp.get_pipe("ner").to_bytes(exclude=["vocab"])
    print(
        f"trained on {len(rows)} sentences in {time.monotonic() - start:.0f} s, {len(weights)} bytes, {hashlib.sha256(weights).hexdigest()[:16]}"
    )
    return lambda text: {(e.start_char, e.end_char, e.label_) for e in nlp(text).ents}


def joined(strong: set[Span], weak: set[Span]) -> set[Span]:
    both = [(0, s) for s in strong] + [(1, s) for s in weak]
    return {s for _, s in disjoint(both, span=lambda one: (one[1][0], one[1][1]), rank=lambda one: (one[0], one[1]))}


def report(name: str, reader: Callable[[str], set[Span]], rows: list[Row]) -> None:
    """Precision, recall and F1 by label: right are the borders and the label."""
    right: Counter = Counter()
    found: Counter = Counter()
    wanted: Counter = Counter()
    for text, names in rows:
        got = reader(text)
        right.update(label for _, _, label in got & set(names))
        found.update(label for _, _, label in got)
        wanted.update(label for _, _, label in names)
    cells = []
    for label in LABELS.values():
        p, r = right[label] / max(1, found[label]), right[label] / max(1, wanted[label])
        cells.append(f"{p:.2f} {r:.2f} {2 * right[label] / max(1, found[label] + wanted[label]):.2f}")
    reader(SENTENCE)
    start = time.perf_counter()
    for _ in range(100):
        reader(SENTENCE)
    print(f"{name:16}" + "".join(f"{cell:>18}" for cell in cells) + f"{(time.perf_counter() - start) * 10:8.2f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--copies", type=int, default=4)
    options = parser.parse_args()
    known: list[Row] = [(one.text, one.names) for one in read(FOLDER / "names", heldout=False)]
    strange: list[Row] = [(one.text, one.names) for one in read(FOLDER / "names", heldout=True)]
    rows = known + renamed(known, options.copies)
    rows += [(text.lower(), names) for text, names in rows[::2] if len(text.lower()) == len(text)]
    component = trained(rows, options.rounds)

    def rules(text: str) -> set[Span]:
        return {(n.start, n.end, n.kind) for n in find_names(text)}

    readers: dict[str, Callable[[str], set[Span]]] = {
        "rules": rules,
        "component": component,
        "rules, then it": lambda text: joined(rules(text), component(text)),
        "it, then rules": lambda text: joined(component(text), rules(text)),
    }
    print(
        f"{len(strange)} sentences of held-out writers; precision, recall, F1\n{'':16}"
        + "".join(f"{label:>18}" for label in LABELS.values())
    )
    for name, reader in readers.items():
        report(name, reader, strange)
    return 0


if __name__ == "__main__":
    sys.exit(main())
