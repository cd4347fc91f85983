"""The report's own arithmetic, on numbers small enough to work out by hand."""

import pytest

from bench.evaluate.measures import Answer, calibration, confusion, intent_figures, interval, per_intent, slices, spread


def said(gold: str, got: str, confidence: float = 0.9, *, alternatives: tuple[str, ...] = (), first: str = "", lang: str = "") -> Answer:
    tags = (("lang", lang),) if lang else ()
    return Answer("x", gold, alternatives, got, first or got, confidence, tags)


def test_ece_weighs_each_bin_by_its_answers() -> None:
    # Two answers sure of 0.9 of which one is right (off by 0.4), two of 0.5 both right (off by 0.5): 0.5 * 0.4 + 0.5 * 0.5.
    told = calibration([(0.9, True), (0.9, False), (0.5, True), (0.5, True)])
    assert told["ece"] == pytest.approx(0.45)
    assert [(row["n"], row["right"]) for row in told["bins"]] == [(2, 1.0), (2, 0.5)]


def test_a_classifier_that_is_as_right_as_it_is_sure_has_no_error() -> None:
    assert calibration([(0.75, True)] * 3 + [(0.75, False)])["ece"] == pytest.approx(0.0)


def test_full_confidence_falls_in_the_last_of_fifteen_bins() -> None:
    [row] = calibration([(1.0, True)])["bins"]
    assert (row["from"], row["to"]) == (pytest.approx(14 / 15), 1.0)


def test_nothing_to_calibrate_is_no_division_by_zero() -> None:
    assert calibration([]) == {"ece": 0.0, "bins": []}


def test_a_fair_other_reading_counts_as_the_gold_intent() -> None:
    counts = confusion([said("affirm", "skip", alternatives=("skip",)), said("affirm", "deny"), said("deny", "deny")])
    assert counts == {("affirm", "affirm"): 1, ("affirm", "deny"): 1, ("deny", "deny"): 1}


def test_precision_and_recall_come_from_the_confusion_counts() -> None:
    told = per_intent(confusion([said("affirm", "affirm"), said("affirm", "deny"), said("deny", "deny"), said("deny", "deny")]))
    assert told["affirm"] == {"n": 2, "precision": 1.0, "recall": 0.5, "f1": pytest.approx(2 / 3)}
    assert told["deny"] == {"n": 2, "precision": pytest.approx(2 / 3), "recall": 1.0, "f1": pytest.approx(0.8)}


def test_an_intent_never_understood_counts_as_nought_in_the_mean() -> None:
    told = intent_figures([said("affirm", "affirm"), said("deny", "nlu_fallback", 0.2, first="deny")])
    assert told["macro_f1"] == pytest.approx(0.5)
    assert told["fallback"] == 0.5
    # The fallback threw a right answer away: calibration looks at the answer itself.
    assert told["calibration"]["bins"][0] == {"from": 3 / 15, "to": 4 / 15, "n": 1, "confidence": 0.2, "right": 1.0}


def test_slices_hold_only_rows_that_say_their_variety() -> None:
    answers = [said("a", "a", lang="nl"), said("a", "b", lang="nl-BE"), said("a", "a", lang="nl-BE"), said("a", "b")]
    assert slices(answers, "lang") == {
        "nl": {"n": 1, "accuracy": 1.0, "fallback": 0.0},
        "nl-BE": {"n": 2, "accuracy": 0.5, "fallback": 0.0},
    }
    assert slices([said("a", "a")], "lang") == {}


def test_the_interval_is_wilsons() -> None:
    assert interval(8, 10) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
    assert interval(10, 10)[1] == pytest.approx(1.0)
    assert interval(0, 0) == (0.0, 1.0)


def test_spread_takes_the_value_below_which_95_in_100_lie() -> None:
    assert spread([float(ms) for ms in range(1, 101)]) == {"median_ms": 50.5, "p95_ms": 95.0, "n": 100}
