"""Measures against values worked by hand. What holds for all scores is in the laws."""

import numpy as np
import pytest

from nisba.match.measures import (
    Array,
    average_precision,
    best_f1,
    brier,
    calibration_error,
    curve,
    pairs_to_know,
    reliability,
    sure_top_within,
    top_within,
    upper_limit,
)


def array(*values: float) -> Array:
    """An array of doubles."""
    return np.array(values, dtype=float)


def test_equal_scores_are_one_step() -> None:
    """Pairs of one score come together: both orders of them give the same curve."""
    for y in (array(1, 0, 1, 0), array(0, 1, 1, 0)):
        found = curve(array(2, 2, 1, 0), y)
        assert found.scores.tolist() == [2, 1, 0]
        assert found.precision.tolist() == [1 / 2, 2 / 3, 1 / 2]
        assert found.recall.tolist() == [1 / 2, 1, 1]


def test_average_precision_with_a_tie() -> None:
    """A tie of one right and one wrong counts half: 1/2 · 1/2 + 1/2 · 2/3 = 7/12."""
    assert average_precision(array(2, 2, 1), array(1, 0, 1)) == pytest.approx(7 / 12)


def test_all_scores_equal_are_worth_the_share() -> None:
    """A score that says nothing has the share of the same pairs for its average precision."""
    assert average_precision(array(5, 5, 5, 5), array(0, 1, 0, 0)) == 1 / 4


def test_the_best_f1_of_equals_is_the_highest_threshold() -> None:
    """One of two found alone, and both found among two others, both give F1 = 2/3."""
    found = best_f1(array(4, 3, 2, 1), array(1, 0, 0, 1))
    assert (found.threshold, found.precision, found.recall, found.f1) == (4, 1, 1 / 2, 2 / 3)


def test_a_border_belongs_to_the_band_above() -> None:
    """0.5 is in the band from 0.5 on, and 1 in the last one."""
    low, high = reliability(array(0.5, 0.95, 1.0), array(0, 1, 1))
    assert (low.low, low.high, low.pairs, low.share) == (0.5, 0.6, 1, 0)
    assert (high.low, high.high, high.pairs, high.share) == (0.9, 1.0, 2, 1)
    assert high.mean == pytest.approx(0.975)


def test_the_calibration_error_weighs_its_bands() -> None:
    """Three pairs that are off by 0.2 and one that is right: 3/4 · 0.2."""
    p, y = array(0.8, 0.8, 0.8, 0.0), array(1, 1, 1, 0)
    assert calibration_error(p, y) == pytest.approx(0.15)


def test_the_worst_brier_score_is_one() -> None:
    """Certain and wrong each time is 1, certain and right 0, always one half 1/4."""
    assert brier(array(1, 0), array(0, 1)) == 1
    assert brier(array(1, 0), array(1, 0)) == 0
    assert brier(array(0.5, 0.5), array(1, 0)) == 1 / 4


def test_no_top_is_better_than_its_first_pairs() -> None:
    """Where half of the highest scores are wrong, and no more below, nothing keeps to a third."""
    assert top_within(1 / 3, array(2, 2, 1), array(1, 0, 0)) is None


def test_a_share_that_is_met_is_met() -> None:
    """29 wrong of 100 keep to 0.29, though 0.29 · 100 is less than 29 in doubles."""
    assert 0.29 * 100 < 29
    found = top_within(0.29, np.zeros(100), (np.arange(100) >= 29).astype(float))
    assert found is not None
    assert (found.pairs, found.wrong) == (100, 29)


@pytest.mark.parametrize(
    ("wrong", "total", "limit"),
    [
        (0, 10, 1 - 0.05 ** (1 / 10)),
        (0, 1000, 0.00299),
        (1, 2, 0.95**0.5),
        (1, 10, 0.3942),
        (5, 100, 0.1023),
        (200, 20_000, 0.01124),
        (7, 7, 1),
        (0, 0, 1),
    ],
)
def test_the_upper_limit_of_clopper_and_pearson(wrong: int, total: int, limit: float) -> None:
    """The limit is the 0.95 quantile of the beta distribution of (wrong + 1, total - wrong)."""
    assert upper_limit(wrong, total) == pytest.approx(limit, rel=2e-3)


def test_how_many_pairs_it_takes_to_know() -> None:
    """299 pairs without a wrong one show 0.01, 298 do not."""
    needed = pairs_to_know(0.01)
    assert upper_limit(0, needed) <= 0.01 < upper_limit(0, needed - 1)
    assert sure_top_within(0.01, np.arange(299.0), np.ones(299)) is not None
    assert sure_top_within(0.01, np.arange(298.0), np.ones(298)) is None


def test_the_sure_top_is_the_longest_under_the_limit() -> None:
    """The shortcut finds what a look at every top finds."""
    chance = np.random.default_rng(5)
    for _ in range(20):
        p = np.round(chance.random(400), 2)
        y = (chance.random(400) < 1 - (1 - p) ** 2).astype(float)
        y[np.argmax(p)] = 1.0
        steps = [(s, p >= s) for s in np.unique(p)]
        fine = [s for s, top in steps if upper_limit(int((1 - y[top]).sum()), top.sum()) <= 0.1]
        found = sure_top_within(0.1, p, y)
        assert (found.threshold if found else None) == (fine[0] if fine else None)
