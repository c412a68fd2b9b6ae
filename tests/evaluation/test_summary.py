"""An evaluation in words: figures of three digits, and what too few pairs cannot tell."""

from evaluation.samples import evaluation, judged
from nisba.evaluation import Threshold, summary
from nisba.match.measures import Top

SEEN, SURE = Top(0.5, 3_000, 25, 0.9), Top(0.75, 2_000, 4, 0.6)


def test_a_threshold_for_these_pairs_and_for_others() -> None:
    """Both are told with their pairs, their wrong ones and their recall."""
    told = " ".join(summary.threshold(Threshold(0.01, SEEN, 0.0116, SURE, 299)))
    assert "probability 0.5 on: 25 of 3,000, recall 0.900" in told
    assert "up to 0.012" in told
    assert "probability 0.75 on: 4 of 2,000, recall 0.600" in told
    assert "too few" not in told


def test_one_threshold_for_both_is_told_once() -> None:
    """Where the limit of the lowest threshold is fine there is no other."""
    told = summary.threshold(Threshold(0.05, SEEN, 0.0116, SEEN, 59))
    assert sum("probability 0.5 on" in line for line in told) == 1
    assert len(told) == 2


def test_too_few_pairs_say_how_many_it_takes() -> None:
    """Forty pairs without a wrong one are no proof of one in a hundred."""
    told = " ".join(summary.threshold(evaluation(judged("a", "b", True, 0.1)).threshold))
    assert "0 of 40" in told
    assert "299 pairs above a threshold" in told
    assert "too few" in told


def test_no_threshold_is_told() -> None:
    """Where the surest pairs are wrong too often, that is all there is to say."""
    (told,) = summary.threshold(Threshold(0.01, None, 1.0, None, 299))
    assert told.startswith("No probability keeps the wrong ones to 0.01")


def test_bands_say_no_certainty() -> None:
    """A mean below 1 is not shown as 1, and thousands are parted."""
    rows = summary.bands(evaluation(judged("a", "b", True, 0.1)))
    assert rows[1] == ("0.9 to 1.0", "1,000", ">0.999", "1.000")


def test_no_precision_is_a_hyphen() -> None:
    """Where nothing is called the same there is no share to show."""
    rows = dict(summary.verdict_scores(evaluation(judged("a", "b", True, 0.1))))
    assert rows["precision"] == "-"
