"""How sure each entry's place in a cluster is, and by which link it has it.

Follows `nisba.resolve.clusters` and reads its clusters as `nisba.resolve.ranking` reads
candidates: the best link to each cluster speaks for that cluster, clusters share the probability by
their bits, and the odds of the best link say whether it is any of them.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba.resolve.clusters import MOST
from nisba.resolve.neighbours import Floats, Ints, Pairs

Booleans = NDArray[np.bool_]
_NOBODY = -1
_NOTHING = np.float32(-np.inf)


class Places(NamedTuple):
    """For each entry its strongest link, and its shares. Every array has the shape (entries,).

    `near` is the entry at the other end (-1: there is none), in the entry's own cluster if it is
    `inside`, else in another; `bits` and `odds` are those of the link. `share` (0 to 1) is what the
    own cluster has of the probability of all clusters, `top` the odds (log2) of the best link.
    """

    near: Ints
    bits: Floats
    odds: Floats
    inside: Booleans
    share: Floats
    top: Floats


def places_of(cluster: Ints, links: Pairs) -> Places:
    """The strongest link of each entry, within its cluster where it has one there.

    >>> pairs = Pairs(*map(np.array, ([0, 1], [1, 2], [20.0, 18.0], [5.0, 3.0], [False, False])))
    >>> found = places_of(np.array([0, 0, 2]), pairs)
    >>> found.near.tolist(), found.inside.tolist(), (found.share * 10).round().tolist()
    ([1, 0, 1], [True, True, False], [10.0, 8.0, 0.0])
    """
    count = len(cluster)
    one = np.concatenate((links.left, links.right))
    other = np.concatenate((links.right, links.left))
    bits, odds = np.tile(links.bits, 2), np.tile(links.odds, 2)
    there = cluster[other]
    # The best link of each entry to each cluster, the entry's own cluster first.
    away = there != cluster[one]
    order = np.lexsort((other, -bits, there, away, one))
    best = order[_first_of(one[order], there[order])]
    who = one[best]
    begins = np.flatnonzero(_first_of(who))
    first = best[begins]
    places = Places(
        np.full(count, _NOBODY, dtype=np.int32),
        np.full(count, _NOTHING),
        np.full(count, _NOTHING),
        np.zeros(count, dtype=np.bool_),
        np.zeros(count, dtype=np.float32),
        np.full(count, _NOTHING),
    )
    if not len(best):
        return places
    entry = who[begins]
    most = np.maximum.reduceat(bits[best], begins)
    whole = np.add.reduceat(np.exp2(bits[best] - np.repeat(most, _lengths(begins, best))), begins)
    inside = ~away[first]
    strongest = np.where(inside, first, _strongest(best, bits, begins, most))
    places.near[entry] = other[strongest]
    places.bits[entry] = bits[strongest]
    places.odds[entry] = odds[strongest]
    places.inside[entry] = inside
    places.share[entry] = np.where(inside, np.exp2(bits[first] - most) / whole, 0.0)
    places.top[entry] = np.maximum.reduceat(odds[best], begins)
    return places


def representatives(cluster: Ints, links: Pairs, rows: Ints, own: Floats) -> Ints:
    """The entry of each cluster that the others, row by row, speak for most; shape (entries,).

    `own` holds the log2 odds of each entry beside itself: a name that says more stands for more.

    >>> pairs = Pairs(*map(np.array, ([0, 1], [1, 2], [20.0, 18.0], [5.0, 3.0], [False, False])))
    >>> representatives(np.zeros(3, int), pairs, np.ones(3, int), np.ones(3)).tolist()
    [1, 1, 1]
    """
    score = rows * np.minimum(own, MOST)
    inside = cluster[links.left] == cluster[links.right]
    left, right = links.left[inside], links.right[inside]
    odds = np.clip(links.odds[inside], -MOST, MOST)
    np.add.at(score, left, odds * rows[right])
    np.add.at(score, right, odds * rows[left])
    order = np.lexsort((np.arange(len(cluster)), -score, cluster))
    best = order[_first_of(cluster[order])]
    found = np.empty(len(cluster), dtype=np.int32)
    found[cluster[best]] = best
    return found[cluster]


def _first_of(*columns: NDArray[np.signedinteger[Any]]) -> Booleans:
    """Which rows of sorted columns differ from the row before."""
    if not len(columns[0]):
        return np.zeros(0, dtype=np.bool_)
    changed = np.zeros(len(columns[0]), dtype=np.bool_)
    changed[0] = True
    for column in columns:
        changed[1:] |= column[1:] != column[:-1]
    return changed


def _lengths(begins: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.diff(begins, append=len(rows))


def _strongest(
    best: NDArray[np.int64], bits: Floats, begins: NDArray[np.int64], most: Floats
) -> NDArray[np.int64]:
    """The link of the most bits of each entry; of equals the first."""
    lengths = _lengths(begins, best)
    top = np.flatnonzero(bits[best] == np.repeat(most, lengths))
    owner = np.repeat(np.arange(len(begins)), lengths)[top]
    return best[top[_first_of(owner)]]
