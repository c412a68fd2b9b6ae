"""Facts about probabilities: candidates and nobody share one whole."""

import pytest

from nisba.resolve.posterior import posterior


def test_all_chances_are_one() -> None:
    """Candidates and nobody together are certain."""
    each, nobody = posterior([12.0, 3.0, -4.0], 5000)
    assert sum(each) + nobody == pytest.approx(1.0)


def test_a_longer_list_wants_more_evidence() -> None:
    """The same evidence says less in a list of a hundred thousand."""
    assert posterior([20.0], 100)[0][0] > posterior([20.0], 100_000)[0][0]


def test_no_candidates_is_nobody() -> None:
    """Where nobody was found, it is nobody."""
    assert posterior([], 100) == ([], 1.0)


def test_overwhelming_evidence_is_no_error() -> None:
    """Evidence beyond the range of floating point is a probability all the same."""
    each, nobody = posterior([5000.0, 5000.0], 10)
    assert each[0] == each[1] == pytest.approx(0.5)
    assert nobody < 1e-9
