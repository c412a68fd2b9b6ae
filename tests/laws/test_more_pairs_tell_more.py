"""Law: the upper limit of a share lies above the share seen, falls as pairs that are right are
added, and rises with each that is wrong. No exceptions."""

from hypothesis import given
from hypothesis import strategies as st

from nisba.match.measures import upper_limit

samples = st.integers(1, 2_000).flatmap(
    lambda pairs: st.tuples(st.integers(0, pairs - 1), st.just(pairs))
)


@given(samples)
def test_the_limit_moves_with_what_is_seen(sample: tuple[int, int]) -> None:
    """One pair more, right or wrong, moves the limit down or up."""
    wrong, pairs = sample
    limit = upper_limit(wrong, pairs)
    assert wrong / pairs < limit <= 1.0
    assert upper_limit(wrong, pairs + 1) < limit
    assert upper_limit(wrong + 1, pairs + 1) > limit or limit == 1.0
