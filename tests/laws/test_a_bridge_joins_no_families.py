"""Law: two families that contradict each other stay two, whatever lies between them.

A bridge is weaker than the contradiction: its links to both families say less than any pair of the
two families says against.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nisba.resolve.clusters import Floats, Ints, Links, partition


@given(
    st.integers(1, 7),
    st.integers(1, 7),
    st.floats(0.5, 8.0),
    st.lists(st.floats(0.125, 3.0), min_size=2, max_size=14),
    st.floats(-8.0, -3.125),
    st.booleans(),
)
def test_a_bridge_joins_no_families(
    one: int, other: int, within: float, bridge: list[float], against: float, told: bool
) -> None:
    """Families of any size, a bridge to some of both; what contradicts is told, or asked for."""
    families = range(one), range(one, one + other)
    middle = one + other
    rows = [(a, b, within) for f in families for a in f for b in f if a < b]
    for at, odds in enumerate(bridge):
        family = families[at % 2]
        if at // 2 < len(family):
            rows.append((family[at // 2], middle, odds))
    if told:
        rows += [(a, b, against) for a in families[0] for b in families[1]]
    left, right, odds_of = zip(*rows, strict=True)
    links = Links(
        np.array(left, np.int32), np.array(right, np.int32), np.array(odds_of, np.float32)
    )

    def ask(some: Ints, others: Ints) -> Floats:
        # Pairs with the bridge that are no links say nothing either way.
        return np.where((some == middle) | (others == middle), 0.0, against).astype(np.float32)

    found = partition(middle + 1, links, ask).tolist()
    assert {found[a] for a in families[0]}.isdisjoint(found[b] for b in families[1])
