"""Two names seen whole, as one loop: settled, linked, counted, weighed, and held beside themselves.

`nisba.match.seeing` counts what is between two names. The shortfall asks how much less that is than
the vaguer of the two beside itself.
"""

from typing import NamedTuple

import numpy as np

from nisba._loops import inner_loop, loop
from nisba.match.balance import Balance
from nisba.match.columns import Longs, Names
from nisba.match.linking import BITS, DEFICIT, LEFT, LEFT_END, RIGHT, RIGHT_END, settled
from nisba.match.prepare import LONGEST_NAME
from nisba.match.seeing import (
    ARTICLE_DIFFERS,
    COMPLETE,
    EXACT,
    IBN_DIFFERS,
    IBN_SAME,
    ROLE_DIFFERS,
    SOUND,
    TITLE_SAME,
    TURNED,
    bits_of,
    look,
    nothing_answered,
)
from nisba.match.types import SEEN
from nisba.sounds.kernels import Floats

ALL, SHORTFALL = range(2)
"""Figures of a view: the evidence in bits, and how far it stays below the vaguer name's own."""


class View(NamedTuple):
    """What is seen between two names of each of some pairs: the quantities, the links as `look`
    fills them and how many they are, the rows as they were settled, and the figures."""

    seen: Floats
    spans: Longs
    amounts: Floats
    links: Longs
    rows: Longs
    figures: Floats


def views(pairs: int) -> View:
    """Room for so many pairs of names."""
    return View(
        np.zeros((pairs, len(SEEN))),
        np.zeros((pairs, LONGEST_NAME, 4), np.int64),
        np.zeros((pairs, LONGEST_NAME, 3)),
        np.zeros(pairs, np.int64),
        np.zeros((pairs, 2), np.int64),
        np.zeros((pairs, 2)),
    )


@loop
def see(balance: Balance, left: Names, a: int, right: Names, b: int, view: View, row: int) -> None:
    """Fill a row of the view with two names."""
    mine, theirs = settled(balance, left, a, right, b), settled(balance, right, b, left, a)
    seen, spans, amounts = view.seen[row], view.spans[row], view.amounts[row]
    count = look(balance, left, mine, right, theirs, seen, spans, amounts)
    view.links[row], view.rows[row, 0], view.rows[row, 1] = count, mine, theirs
    view.figures[row, ALL] = bits_of(balance, seen)
    if seen[SOUND] == 0.0:
        view.figures[row, SHORTFALL] = nothing_answered(balance, seen)
        return
    own = np.empty((LONGEST_NAME, 4), np.int64), np.empty((LONGEST_NAME, 3))
    links = spans[:count], amounts[:count]
    most = _own(balance, left, mine, links, (LEFT, LEFT_END), own)
    other = _own(balance, right, theirs, links, (RIGHT, RIGHT_END), own)
    bare = _undressed(balance, seen)
    view.figures[row, SHORTFALL] = min(bare - min(most, other), 0.0)


@inner_loop
def _own(
    balance: Balance,
    names: Names,
    row: int,
    links: tuple[Longs, Floats],
    side: tuple[int, int],
    own: tuple[Longs, Floats],
) -> float:
    """Evidence of a name beside itself.

    A compound in two words says more apart than together: that is left out.
    """
    seen = np.empty(len(SEEN))
    spans, amounts = own
    count = look(balance, names, row, names, row, seen, spans, amounts)
    apart = 0.0
    for k in range(len(links[0])):
        first, end = links[0][k, side[0]], links[0][k, side[1]]
        if end - first > 1:
            for i in range(count):
                if first <= spans[i, LEFT] < end:
                    apart += amounts[i, BITS]
            apart -= links[1][k, BITS] - links[1][k, DEFICIT]
    return _undressed(balance, seen) - balance.factors[SOUND] * max(apart, 0.0)


@inner_loop
def _undressed(balance: Balance, seen: Floats) -> float:
    """Bits of the parts themselves, however they are dressed.

    What equal letters, completeness and dress add or take is left out: a dropped link of the
    father-chain makes no other name, nor does an article or a title, nor the family put first.
    """
    bare = seen.copy()
    for k in (
        EXACT,
        COMPLETE,
        ARTICLE_DIFFERS,
        IBN_SAME,
        IBN_DIFFERS,
        TITLE_SAME,
        ROLE_DIFFERS,
        TURNED,
    ):
        bare[k] = 0.0
    return bits_of(balance, bare)
