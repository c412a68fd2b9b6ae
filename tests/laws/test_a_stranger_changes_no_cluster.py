"""Law: a row that no other comes near leaves all clusters and ids as they are.

Licensed exception: where the list grows beyond a power of two from 512 on, a name has to say one
bit more. The lists here are shorter.
"""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from laws.listed_rows import ListedRow, clustered, ids_of, lists
from laws.strategies import names


@settings(max_examples=25)
@given(lists(), names(), st.integers(0, 8))
def test_a_stranger_changes_no_cluster(rows: list[ListedRow], stranger: str, at: int) -> None:
    """A new row anywhere in the list, with no link to any other."""
    more = [*rows[:at], (stranger, rows[0][1]), *rows[at:]]
    bearers, entries = clustered(more)
    new = entries[min(at, len(rows))]
    assume(not np.any((bearers.links.left == new) | (bearers.links.right == new)))
    assume(entries.count(new) == 1)
    ids = ids_of(more)
    del ids[min(at, len(rows))]
    assert ids == ids_of(rows)
