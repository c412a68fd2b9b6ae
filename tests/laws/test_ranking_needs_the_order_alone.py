"""Law: average precision and the best F1 do not change under an increasing map of the scores, nor
under another order of the pairs. No exceptions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.labelled import Labelled, labelled, scores_of, truths_of
from nisba.match.measures import average_precision, best_f1


@given(labelled(), st.integers(1, 9), st.integers(-9, 9))
def test_a_map_of_the_scores_is_nothing(pairs: Labelled, factor: int, shift: int) -> None:
    """Cubed, stretched and moved, the scores rank as before."""
    before, y = scores_of(pairs), truths_of(pairs)
    after = factor * before**3 + shift
    assert average_precision(after, y) == average_precision(before, y)
    assert best_f1(after, y).f1 == best_f1(before, y).f1


@given(st.data(), labelled())
def test_the_order_of_the_pairs_is_nothing(data: st.DataObject, pairs: Labelled) -> None:
    """Shuffled, the pairs rank as before."""
    shuffled = data.draw(st.permutations(pairs))
    x, y = scores_of(shuffled), truths_of(shuffled)
    before = average_precision(scores_of(pairs), truths_of(pairs))
    assert average_precision(x, y) == pytest.approx(before, abs=1e-12)
    assert best_f1(x, y) == best_f1(scores_of(pairs), truths_of(pairs))
