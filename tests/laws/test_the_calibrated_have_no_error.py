"""Law: who says of each group of pairs the share that comes true has a calibration error of zero,
and no one has more than one. No exceptions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.match.measures import calibration_error

groups = st.lists(
    st.integers(1, 30).flatmap(lambda pairs: st.tuples(st.just(pairs), st.integers(0, pairs))),
    min_size=1,
    max_size=12,
)


@given(groups, st.integers(1, 20))
def test_shares_said_as_they_are_have_no_error(found: list[tuple[int, int]], bands: int) -> None:
    """Groups may share a band, and bands may be of any number."""
    p = np.repeat([same / pairs for pairs, same in found], [pairs for pairs, _ in found])
    y = np.concatenate([np.arange(pairs) < same for pairs, same in found]).astype(float)
    assert calibration_error(p, y, bands) == pytest.approx(0.0, abs=1e-12)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_no_error_is_beyond_one(said: list[tuple[float, bool]]) -> None:
    """Whatever is said, the error stays between none and certain of the contrary."""
    p, y = np.array([p for p, _ in said]), np.array([same for _, same in said], dtype=float)
    assert 0.0 <= calibration_error(p, y) <= 1.0
