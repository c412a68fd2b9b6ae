"""Facts about probabilities: candidates and nobody share one whole."""

import pytest

from nisba.match.types import Seen
from nisba.resolve.posterior import listed_odds, posterior


@pytest.mark.parametrize("odds", [-12.0, 0.0, 3.5, 40.0])
def test_all_chances_are_one(odds: float) -> None:
    """Candidates and nobody together are certain."""
    each, nobody = posterior([12.0, 3.0, -4.0], odds)
    assert sum(each) + nobody == pytest.approx(1.0)


def test_even_odds_are_a_half() -> None:
    """At odds of 1 to 1 it is somebody with probability 1/2, at 2 bits with 4/5."""
    assert posterior([7.0], 0.0) == ([0.5], 0.5)
    assert posterior([7.0], 2.0)[1] == pytest.approx(0.2)


def test_candidates_share_by_their_bits() -> None:
    """A bit more is twice the probability, whatever the odds that it is anybody."""
    (first, second), _ = posterior([5.0, 4.0], -3.0)
    assert first == pytest.approx(2 * second)


def test_bits_do_not_tell_whether_anybody_is_meant() -> None:
    """The share of nobody comes from the odds alone."""
    assert posterior([40.0, 2.0], 1.0)[1] == posterior([-40.0], 1.0)[1]


def test_no_candidates_is_nobody() -> None:
    """Where nobody was found, it is nobody."""
    assert posterior([], 100.0) == ([], 1.0)


@pytest.mark.parametrize("odds", [5000.0, float("inf")])
def test_overwhelming_evidence_is_no_error(odds: float) -> None:
    """Evidence beyond the range of floating point is a probability all the same."""
    each, nobody = posterior([5000.0, 5000.0, -5000.0], odds)
    assert each[0] == each[1] == pytest.approx(0.5)
    assert nobody < 1e-9


@pytest.mark.parametrize("odds", [-5000.0, float("-inf")])
def test_overwhelming_doubt_is_no_error(odds: float) -> None:
    """Nobody is certain, and the candidates keep a finite share."""
    each, nobody = posterior([1.0, 0.0], odds)
    assert nobody == 1.0
    assert 0 < each[1] < each[0] < 1e-9


def test_a_list_twice_as_long_wants_a_bit_more() -> None:
    """Beforehand a name belongs to each of the identities alike."""
    found = Seen(sound=20.0, complete=1)
    assert listed_odds(found, 100) - listed_odds(found, 200) == pytest.approx(1.0)


def test_an_empty_list_is_no_error() -> None:
    """No identity counts as one: odds are finite."""
    assert listed_odds(Seen(), 0) == listed_odds(Seen(), 1)


def test_evidence_beside_the_names_adds_up() -> None:
    """Three bits more of the facts are three bits more of the odds."""
    found = Seen(sound=20.0)
    assert listed_odds(found, 50, 3.0) - listed_odds(found, 50) == pytest.approx(3.0)


def test_what_contradicts_lowers_the_odds() -> None:
    """A clash beside the same sound makes a stranger likelier, a complete answer less likely."""
    plain = listed_odds(Seen(sound=15.0), 1000)
    assert listed_odds(Seen(sound=15.0, clash=1), 1000) < plain
    assert listed_odds(Seen(sound=15.0, complete=1), 1000) > plain


def test_what_has_no_weight_of_its_own_changes_nothing() -> None:
    """A quantity that tells persons apart may say nothing of strangers: the exact letters."""
    assert listed_odds(Seen(sound=15.0, exact=1), 1000) == listed_odds(Seen(sound=15.0), 1000)
