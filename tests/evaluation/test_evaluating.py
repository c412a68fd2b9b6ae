"""Pairs judged and measured: the figures are those of `compare`, the errors the right ones."""

import json
from pathlib import Path

import pytest

from evaluation.samples import PAIRS
from nisba import compare
from nisba.evaluation import Evaluation, Pair, evaluate, read_pairs
from nisba.match.explain import sentence

SEEDS = Path(__file__).parents[2] / "seeds" / "pairs.tsv"


@pytest.fixture(scope="module")
def few() -> Evaluation:
    """Four pairs, told apart without a mistake."""
    return evaluate(PAIRS)


def test_each_pair_is_judged_as_compare_does(few: Evaluation) -> None:
    """Bits, probability, verdict and reason of a pair are those of `nisba.compare`."""
    for judged in few.judged:
        found = compare(judged.pair.left, judged.pair.right)
        said = (judged.bits, judged.probability, judged.verdict, judged.reason)
        assert said == (found.bits, found.probability, found.verdict, sentence(found))


def test_many_pairs_are_judged_like_few() -> None:
    """The compiled loops, which many pairs wake, say what `compare` says, in every script."""
    pairs = read_pairs(SEEDS).pairs
    some = [*evaluate(pairs).judged][::9]
    assert len({judged.verdict for judged in some}) > 1
    for judged in some:
        found = compare(judged.pair.left, judged.pair.right)
        assert (judged.bits, judged.probability) == (found.bits, found.probability)


def test_pairs_told_apart_have_no_errors(few: Evaluation) -> None:
    """Two and two pairs, ranked and divided without a mistake."""
    assert (len(few.judged), few.same) == (4, 2)
    assert few.nisba.average_precision == 1.0
    assert few.nisba.best_f1.f1 == 1.0
    assert (few.false_matches, few.misses) == ((), ())
    assert few.at_same.pairs == 2
    assert few.at_same.precision == few.at_same.recall == few.at_same.f1 == 1.0


def test_jaro_winkler_sees_other_letters(few: Evaluation) -> None:
    """The similarity is that of the strings: none at all across scripts."""
    assert few.judged[1].jaro_winkler == 0.0
    assert few.jaro_winkler.average_precision < 1.0


def test_four_pairs_show_no_small_rate(few: Evaluation) -> None:
    """Two right ones of two are no proof: a share of 0.776 would let them pass, 1 in 20 times."""
    assert few.threshold.seen is not None
    assert (few.threshold.seen.wrong, few.threshold.seen.recall) == (0, 1.0)
    assert few.threshold.upper_limit == pytest.approx(1 - 0.05**0.5)
    assert few.threshold.sure is None


def test_errors_of_both_kinds_surest_first() -> None:
    """Wrong labels make errors of both kinds; the surest stand first, as many as asked for."""
    turned = [Pair(pair.left, pair.right, not pair.same, pair.line) for pair in PAIRS]
    turned.append(Pair("Muhammad", "Mahmoud", same=True, line=6))
    found = evaluate(turned, worst=2)
    likely = [judged.probability for judged in found.false_matches]
    unlikely = [judged.probability for judged in found.misses]
    assert {judged.pair.line for judged in found.false_matches} == {2, 3}
    assert likely == sorted(likely, reverse=True)
    missed = sorted(j.probability for j in found.judged if j.pair.line in (4, 5, 6))
    assert unlikely == missed[:2]


def test_no_verdict_same_has_no_precision() -> None:
    """Of no pairs no share is right: the precision is unknown, the recall zero."""
    found = evaluate([Pair("Salim", "Salam", same=True), Pair("Ali", "Biden", same=False)])
    assert found.at_same.precision is None
    assert (found.at_same.pairs, found.at_same.recall, found.at_same.f1) == (0, 0.0, 0.0)


def test_progress_counts_pairs() -> None:
    """Who waits is told of each pair."""
    told: list[int] = []
    evaluate(PAIRS, on_progress=told.append)
    assert told == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("pairs", "why"),
    [((), "no pair"), (PAIRS[:2], "all pairs are the same"), (PAIRS[2:], "no pair is the same")],
)
def test_one_truth_alone_measures_nothing(pairs: tuple[Pair, ...], why: str) -> None:
    """Without pairs of both kinds there is nothing to tell apart."""
    with pytest.raises(ValueError, match=why):
        evaluate(pairs)


@pytest.mark.parametrize("rate", [0.0, 1.0, -0.5, float("nan")])
def test_a_rate_is_a_share(rate: float) -> None:
    """An error rate lies between 0 and 1."""
    with pytest.raises(ValueError, match="no share of errors"):
        evaluate(PAIRS, max_error=rate)


def test_a_program_reads_the_same(few: Evaluation) -> None:
    """The plain data goes through JSON unharmed, with the figures that the types have."""
    data = json.loads(json.dumps(few.as_dict()))
    assert (data["pairs"], data["same"]) == (4, 2)
    assert data["nisba"]["best_f1"]["f1"] == few.nisba.best_f1.f1
    assert data["calibration"]["brier"] == few.brier
    assert sum(band["pairs"] for band in data["calibration"]["bands"]) == 4
    assert data["threshold"]["seen"]["pairs"] == 2
    assert data["threshold"]["sure"] is None
