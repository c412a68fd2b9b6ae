"""Facts about clusters: what agrees is joined, what contradicts is not, whatever bridges it."""

import numpy as np
import pytest

from nisba.resolve.clusters import ENOUGH, Floats, Ints, Known, Links, contradict, partition


def links(*rows: tuple[int, int, float]) -> Links:
    """Links of rows of left, right and odds."""
    left, right, odds = zip(*rows, strict=True) if rows else ((), (), ())
    return Links(np.array(left, np.int32), np.array(right, np.int32), np.array(odds, np.float32))


def family(first: int, size: int, odds: float) -> list[tuple[int, int, float]]:
    """All pairs of some places in a row, with one odds."""
    places = range(first, first + size)
    return [(a, b, odds) for a in places for b in places if a < b]


def known(*rows: tuple[int, int, int]) -> Known:
    """Facts of rows of first year, last year and gender."""
    return Known(*np.array(rows, dtype=np.int32).T)


def test_places_without_links_stay_alone() -> None:
    """What nothing links is a cluster of its own, under its own number."""
    assert partition(3, links()).tolist() == [0, 1, 2]


def test_agreeing_links_join() -> None:
    """Three places that speak for each other are one cluster, under the number of the first."""
    assert partition(4, links(*family(1, 3, 2.0))).tolist() == [0, 1, 1, 1]


def test_even_odds_join_nothing() -> None:
    """Odds have to exceed what is asked for."""
    assert partition(2, links((0, 1, 0.0))).tolist() == [0, 1]
    assert partition(2, links((0, 1, 3.0)), least=3.0).tolist() == [0, 1]
    assert partition(2, links((0, 1, 3.1)), least=3.0).tolist() == [0, 0]


def test_a_bridge_merges_no_families() -> None:
    """A place with weak links to two families joins one of them, and they stay two."""
    rows = [*family(0, 4, 6.0), *family(4, 4, 6.0), (0, 8, 0.6), (4, 8, 0.5)]
    against = [(a, b, -6.0) for a in range(4) for b in range(4, 8)]
    found = partition(9, links(*rows, *against))
    assert found.tolist() == [0, 0, 0, 0, 4, 4, 4, 4, 0]


def test_what_no_link_tells_is_asked_for() -> None:
    """Two families that a bridge holds together are asked about before they are joined."""
    rows = [*family(0, 3, 6.0), *family(3, 3, 6.0), (2, 3, 5.0)]
    asked: set[tuple[int, int]] = set()

    def ask(left: Ints, right: Ints) -> Floats:
        asked.update(zip(left.tolist(), right.tolist(), strict=True))
        return np.full(len(left), -7.0, np.float32)

    assert partition(6, links(*rows)).tolist() == [0, 0, 0, 0, 0, 0]
    assert partition(6, links(*rows), ask).tolist() == [0, 0, 0, 3, 3, 3]
    assert asked
    assert asked <= {(a, b) for a in range(3) for b in range(3, 6)} - {(2, 3)}


def test_answers_can_join() -> None:
    """What is asked for and agrees makes one cluster of two."""
    rows = [*family(0, 3, 6.0), *family(3, 3, 6.0), (2, 3, 5.0)]
    found = partition(6, links(*rows), lambda left, _: np.full(len(left), 4.0, np.float32))
    assert found.tolist() == [0] * 6


def test_few_pairs_are_asked_for() -> None:
    """Of two clusters with a thousand pairs between them, only as many as are enough are asked."""
    number = 0

    def ask(left: Ints, _: Ints) -> Floats:
        nonlocal number
        number += len(left)
        return np.full(len(left), 3.0, np.float32)

    rows = [*family(0, 32, 8.0), *family(32, 32, 8.0), (0, 32, 2.0)]
    assert partition(64, links(*rows), ask).tolist() == [0] * 64
    assert number == ENOUGH


def test_good_links_do_not_speak_for_the_others() -> None:
    """Links are the best pairs: the pairs asked for stand for all that are no links."""
    rows = [*family(0, 4, 8.0), *family(4, 4, 8.0), *((i, i + 4, 8.0) for i in range(4))]
    found = partition(8, links(*rows), lambda left, _: np.full(len(left), -3.0, np.float32))
    assert found.tolist() == [0, 0, 0, 0, 4, 4, 4, 4]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((1948, 1948, 0), (1954, 1954, 0), True),
        ((1948, 1948, 0), (1953, 1953, 0), False),
        ((1940, 1949, 0), (1953, 1960, 0), False),
        ((0, 0, 0), (1953, 1953, 0), False),
        ((0, 0, 1), (0, 0, 2), True),
        ((0, 0, 1), (0, 0, 0), False),
    ],
)
def test_facts_contradict(
    one: tuple[int, int, int], other: tuple[int, int, int], apart: bool
) -> None:
    """More than five years between births, and two genders; what is not known contradicts none."""
    facts = known(one, other)
    assert contradict(facts, 0, 1) is contradict(facts, 1, 0) is apart
    joined = partition(2, links((0, 1, 8.0)), None, facts)
    assert (joined[1] == 1) == apart


def test_what_is_not_known_carries_no_contradiction() -> None:
    """One without a birth year joins one of two that contradict, and they stay apart."""
    facts = known((1948, 1948, 0), (0, 0, 0), (1970, 1970, 0))
    found = partition(3, links((0, 1, 8.0), (1, 2, 7.0)), None, facts)
    assert found.tolist() == [0, 0, 2]


def test_years_add_up_in_a_cluster() -> None:
    """Each is near to the next, and the first and the last are too far apart to be one."""
    facts = known((1948, 1948, 0), (1952, 1952, 0), (1956, 1956, 0))
    found = partition(3, links(*family(0, 3, 5.0)), None, facts)
    assert found.tolist() == [0, 0, 2]
