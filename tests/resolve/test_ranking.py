"""Facts about probabilities: candidates and nobody share one whole."""

import numpy as np
import pytest

from nisba.match.types import SEEN, Seen
from nisba.match.weights import value
from nisba.resolve.ranking import LOOKED_AT, Listing, listed_weights, rank, room


def ranked(
    bits: list[float],
    found: Seen | None = None,
    identities: int = 100,
    told: float = 0.0,
    prior: float | None = None,
) -> tuple[list[float], float]:
    """Chances of candidates with these bits, and of nobody; `prior` sets the odds of anybody."""
    looked, order = room()
    seen = found or Seen(sound=20.0)
    for row, own in enumerate(bits):
        looked.numbers[row], looked.bits[row] = row, own
        looked.seen[row] = seen.vector()
    weights = listed_weights()
    if prior is not None:
        weights = np.zeros(len(SEEN) + 1)
        weights[-1] = prior + np.log2(identities)
    listing = Listing(
        np.arange(LOOKED_AT),
        np.zeros(LOOKED_AT, np.uint8),
        identities,
        weights,
        value("short_form"),
    )
    count, nobody = rank(listing, looked, len(bits), np.full(LOOKED_AT, told), order)
    return order.chances[:count].tolist(), float(nobody)


def odds(found: Seen, identities: int = 100, told: float = 0.0) -> float:
    """log2 odds that a name belongs to anybody, by one candidate."""
    _, nobody = ranked([0.0], found, identities, told)
    return float(np.log2((1.0 - nobody) / nobody))


@pytest.mark.parametrize("prior", [-12.0, 0.0, 3.5, 40.0])
def test_all_chances_are_one(prior: float) -> None:
    """Candidates and nobody together are certain."""
    each, nobody = ranked([12.0, 3.0, -4.0], prior=prior)
    assert sum(each) + nobody == pytest.approx(1.0)


def test_even_odds_are_a_half() -> None:
    """At odds of 1 to 1 it is somebody with probability 1/2, at 2 bits with 4/5."""
    assert ranked([7.0], prior=0.0) == ([0.5], 0.5)
    assert ranked([7.0], prior=2.0)[1] == pytest.approx(0.2)


def test_candidates_share_by_their_bits() -> None:
    """A bit more is twice the probability, whatever the odds that it is anybody."""
    (first, second), _ = ranked([5.0, 4.0], prior=-3.0)
    assert first == pytest.approx(2 * second)


def test_the_best_stands_first() -> None:
    """Candidates come in any order, and go by their bits."""
    each, _ = ranked([1.0, 9.0, 4.0])
    assert each == sorted(each, reverse=True)


def test_no_candidates_is_nobody() -> None:
    """Where nobody was found, it is nobody."""
    assert ranked([]) == ([], 1.0)


def test_overwhelming_evidence_is_no_error() -> None:
    """Evidence beyond the range of floating point is a probability all the same."""
    each, nobody = ranked([5000.0, 5000.0, -5000.0], prior=5000.0)
    assert each[0] == each[1] == pytest.approx(0.5)
    assert nobody < 1e-9


def test_overwhelming_doubt_is_no_error() -> None:
    """Nobody is certain, and the candidates keep a finite share."""
    each, nobody = ranked([1.0, 0.0], prior=-5000.0)
    assert nobody == 1.0
    assert 0 < each[1] < each[0] < 1e-9


def test_a_list_twice_as_long_wants_a_bit_more() -> None:
    """Beforehand a name belongs to each of the identities alike."""
    found = Seen(sound=12.0, complete=1)
    assert odds(found, 100) - odds(found, 200) == pytest.approx(1.0)


def test_an_empty_list_is_no_error() -> None:
    """No identity counts as one: odds are finite."""
    assert odds(Seen(sound=5.0), 0) == odds(Seen(sound=5.0), 1)


def test_evidence_beside_the_names_adds_up() -> None:
    """Three bits more of the facts are three bits more of the odds."""
    found = Seen(sound=12.0)
    assert odds(found, 50, 3.0) - odds(found, 50) == pytest.approx(3.0)


def test_what_contradicts_lowers_the_odds() -> None:
    """A clash beside the same sound makes a stranger likelier, a complete answer less likely."""
    plain = odds(Seen(sound=15.0), 1000)
    assert odds(Seen(sound=15.0, clash=1), 1000) < plain
    assert odds(Seen(sound=15.0, complete=1), 1000) > plain


def test_what_has_no_weight_of_its_own_changes_nothing() -> None:
    """A quantity that tells persons apart may say nothing of strangers: the exact letters."""
    assert odds(Seen(sound=15.0, exact=1), 1000) == odds(Seen(sound=15.0), 1000)
