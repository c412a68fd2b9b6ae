"""Facts about rows of their own: when one is worth having, and what it lists."""

import numpy as np

from nisba.sounds.tables import overlaid
from nisba.sounds.training.overlays import listed, smoothed, tells

COMMON = np.array([0.6, 0.3, 0.08, 0.02])


def test_few_spellings_change_little() -> None:
    """One spelling against a hundred of the common row moves it by a hundredth."""
    seen = np.array([0.0, 0.0, 1.0, 0.0])
    assert np.abs(smoothed(seen, COMMON, 99.0) - COMMON).max() < 0.011


def test_a_row_that_says_the_same_is_not_worth_having() -> None:
    """What is written as everywhere has no row of its own; what is not, has."""
    alike, other = 200 * COMMON, 200 * COMMON[::-1]
    assert not tells(alike, smoothed(alike, COMMON, 10.0), COMMON)
    assert tells(other, smoothed(other, COMMON, 10.0), COMMON)


def test_only_what_is_raised_is_listed() -> None:
    """Of a row that doubles one chunk, that chunk alone is listed, and the others keep pace."""
    own = overlaid(COMMON, {2: 0.16})
    assert listed(own, COMMON) == {2: 0.16}


def test_what_must_be_listed_is_listed() -> None:
    """A chunk that may not fall is listed though the others are raised more."""
    own = overlaid(COMMON, {1: 0.6})
    assert set(listed(own, COMMON, [3])) == {1, 3}


def test_a_row_leaves_something_to_the_others() -> None:
    """Where every chunk that is used must be listed, the common row stays."""
    assert listed(COMMON, COMMON, [0, 1, 2, 3]) == {}
