"""Scores with their truths, as the laws of the measures need them: many ties, at least one same."""

import numpy as np
from hypothesis import strategies as st

from nisba.match.measures import Array

Labelled = list[tuple[int, bool]]


def labelled() -> st.SearchStrategy[Labelled]:
    """Pairs of a whole score and a truth, one of them the same."""
    pair = st.tuples(st.integers(-12, 12), st.booleans())
    one = st.tuples(st.integers(-12, 12), st.just(True))
    return st.builds(lambda first, others: [first, *others], one, st.lists(pair, max_size=60))


def scores_of(pairs: Labelled) -> Array:
    """The scores."""
    return np.array([score for score, _ in pairs], dtype=float)


def truths_of(pairs: Labelled) -> Array:
    """1 for the same, 0 for others."""
    return np.array([same for _, same in pairs], dtype=float)
