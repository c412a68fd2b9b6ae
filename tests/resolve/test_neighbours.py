"""Facts about the names of a list beside each other."""

import math

import numpy as np
import pytest

from nisba.match.compare import compare
from nisba.resolve.neighbours import Neighbours

LIST = (
    "Haydar al-Kadhimi",
    "Joe Biden",
    "Moustafa Kazemi",
    "Mustafa al-Kadhimi",
    "...",
    " ".join(["Ali"] * 30),
)


@pytest.fixture(scope="module")
def neighbours() -> Neighbours:
    """A list of six."""
    return Neighbours(LIST)


def test_each_pair_comes_once(neighbours: Neighbours) -> None:
    """Pairs are sorted, left before right."""
    found = neighbours.pairs(0.0)
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)
    assert (2, 3) in pairs


def test_the_least_is_kept_to(neighbours: Neighbours) -> None:
    """No pair has less than what is asked for, and what is left has the same odds."""
    some, fewer = neighbours.pairs(-3.0), neighbours.pairs(8.0)
    assert min(fewer.odds) >= 8.0
    assert set(fewer.odds.tolist()) == {odds for odds in some.odds.tolist() if odds >= 8.0}


def test_pairs_have_the_evidence_of_a_comparison(neighbours: Neighbours) -> None:
    """The bits are those of `compare`, and the given names of two Kadhimis contradict."""
    found = neighbours.between(np.array([2, 0], np.int32), np.array([3, 3], np.int32))
    wanted = [compare(LIST[a], LIST[b]).bits for a, b in ((2, 3), (0, 3))]
    assert found.bits == pytest.approx(wanted, abs=1e-4)
    assert found.relatives.tolist() == [False, True]


def test_what_is_no_name_is_nobody(neighbours: Neighbours) -> None:
    """Signs alone, and a text of thirty words, are not even themselves."""
    places = np.array([4, 5], np.int32)
    assert neighbours.between(places, places).odds.tolist() == [-math.inf, -math.inf]


def test_progress_reaches_the_last_name(neighbours: Neighbours) -> None:
    """The number of names looked at goes up to all of them."""
    told: list[int] = []
    neighbours.pairs(0.0, told.append)
    assert (told[-1], told) == (len(LIST), sorted(told))
