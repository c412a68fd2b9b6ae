"""Facts about places in clusters: strongest links, shares, representatives."""

import numpy as np
import pytest

from nisba.resolve.clusters_places import places_of, representatives
from nisba.resolve.neighbours import Pairs


def pairs(*rows: tuple[int, int, float, float]) -> Pairs:
    """Pairs of rows of left, right, bits and odds."""
    left, right, bits, odds = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Pairs(
        np.array(left, np.int32), np.array(right, np.int32), np.array(bits, np.float32),
        np.array(odds, np.float32), np.zeros(len(rows), np.bool_),
    )  # fmt: skip


def test_nothing_is_near_without_links() -> None:
    """Who has no link has no neighbour, and no share of anything."""
    found = places_of(np.array([0, 1]), pairs())
    assert (found.near.tolist(), found.inside.tolist()) == ([-1, -1], [False, False])


def test_a_cluster_counts_once() -> None:
    """Three links to one other cluster claim no more than the best of them."""
    rows = [(0, 1, 20.0, 5.0), (0, 2, 19.0, 4.0), (0, 3, 19.0, 4.0), (0, 4, 19.0, 4.0)]
    found = places_of(np.array([0, 0, 2, 2, 2]), pairs(*rows))
    assert found.share[0] == pytest.approx(2 / 3)
    assert (found.near[0], found.bits[0], found.top[0]) == (1, 20.0, 5.0)


def test_the_own_cluster_comes_first() -> None:
    """The strongest link is the one within the cluster, a stronger one to another counts on top."""
    found = places_of(np.array([0, 0, 2]), pairs((0, 1, 10.0, 1.0), (0, 2, 12.0, 3.0)))
    assert (found.near[0], found.inside[0], found.top[0]) == (1, True, 3.0)
    assert found.share[0] == pytest.approx(0.2)
    assert (found.near[2], found.inside[2], found.share[2]) == (0, False, 0.0)


def test_the_name_of_most_rows_stands_for_the_cluster() -> None:
    """Rows count: the name that most rows have, and most others are near to, is the one."""
    links = pairs((0, 1, 20.0, 5.0), (1, 2, 20.0, 5.0), (0, 2, 20.0, 5.0))
    rows, own, one = np.array([1, 7, 1]), np.full(4, 6.0), np.zeros(3, np.int32)
    assert representatives(one, links, rows, own[:3]).tolist() == [1, 1, 1]


def test_a_vaguer_name_stands_for_none() -> None:
    """A name that says less of its bearer stands behind one that says more."""
    links = pairs((0, 1, 9.0, 1.0))
    found = representatives(np.zeros(2, np.int32), links, np.ones(2, int), np.array([1.0, 7.0]))
    assert found.tolist() == [1, 1]
