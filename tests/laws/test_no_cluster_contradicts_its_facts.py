"""Law: no two in a cluster are of two genders, or born more than five years apart. No exceptions.

Whatever the links say, whatever is answered, through however many others two are linked.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nisba.resolve.clusters import Floats, Ints, Known, Links, partition

_MOST = 12


@st.composite
def _known(draw: st.DrawFn) -> Known:
    year = st.integers(1940, 1960)
    born = st.one_of(st.just((0, 0)), st.tuples(year, st.integers(0, 4)))
    rows = draw(st.lists(st.tuples(born, st.integers(0, 2)), min_size=1, max_size=_MOST))
    return Known(
        np.array([first for (first, _), _ in rows], np.int32),
        np.array([first + wide for (first, wide), _ in rows], np.int32),
        np.array([gender for _, gender in rows], np.int32),
    )


def _links(count: int) -> st.SearchStrategy[Links]:
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)] or [(0, 0)]
    odds = st.floats(-10, 20, width=32)
    some = st.dictionaries(st.sampled_from(pairs), odds, max_size=len(pairs))
    return some.map(
        lambda found: Links(
            np.array([a for a, b in found if a < b], np.int32),
            np.array([b for a, b in found if a < b], np.int32),
            np.array([o for (a, b), o in found.items() if a < b], np.float32),
        )
    )


@given(_known(), st.data(), st.floats(-9, 9))
def test_no_cluster_contradicts_its_facts(known: Known, data: st.DataObject, answer: float) -> None:
    """Facts and links at random; pairs that are asked for are all answered alike."""
    count = len(known.gender)

    def ask(left: Ints, _: Ints) -> Floats:
        return np.full(len(left), answer, np.float32)

    found = partition(count, data.draw(_links(count)), ask, known).tolist()
    for one in range(count):
        for other in range(one):
            assert not (found[one] == found[other] and _contradict(known, one, other))


def _contradict(known: Known, one: int, other: int) -> bool:
    """The law in plain words: both genders, or more than five years between two known births."""
    if {int(known.gender[one]), int(known.gender[other])} == {1, 2}:
        return True
    if not (known.first[one] and known.first[other]):
        return False
    apart = known.first[one] - known.last[other], known.first[other] - known.last[one]
    return bool(max(apart) > 5)
