"""Law: at a threshold found for an error rate, the rate is kept, and at no lower score it is. The
sure one keeps it for the upper limit, and is never the lower of the two. No exceptions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from laws.labelled import Labelled, labelled, scores_of, truths_of
from nisba.match.measures import Array, sure_top_within, top_within, upper_limit

rates = st.integers(1, 99).map(lambda percent: percent / 100)


def tops(pairs: Labelled) -> list[tuple[float, int, int]]:
    """Every score with the pairs at or above it, and the wrong ones of these."""
    x, y = scores_of(pairs), truths_of(pairs)
    above: list[tuple[float, Array]] = [(float(s), y[x >= s]) for s in np.unique(x)]
    return [(score, len(some), int(len(some) - some.sum())) for score, some in above]


@given(labelled(), rates)
def test_the_lowest_threshold_is_found(pairs: Labelled, rate: float) -> None:
    """The rate is kept in whole hundredths, free of rounding."""
    kept = [score for score, n, wrong in tops(pairs) if 100 * wrong <= round(100 * rate) * n]
    found = top_within(rate, scores_of(pairs), truths_of(pairs))
    assert (found.threshold if found else None) == min(kept, default=None)


@given(labelled(), rates)
def test_the_sure_threshold_is_found(pairs: Labelled, rate: float) -> None:
    """Its upper limit keeps to the rate, and no longer top's does."""
    kept = [score for score, n, wrong in tops(pairs) if upper_limit(wrong, n) <= rate]
    x, y = scores_of(pairs), truths_of(pairs)
    seen, sure = top_within(rate, x, y), sure_top_within(rate, x, y)
    assert (sure.threshold if sure else None) == min(kept, default=None)
    assert sure is None or (seen is not None and seen.threshold <= sure.threshold)
