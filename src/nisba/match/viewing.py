"""Two names seen whole, as one loop: settled, linked, counted, weighed, and held beside themselves.

`nisba.match.seeing` counts what is between two names. The shortfall asks how much less that is than
the vaguer of the two beside itself.
"""

from typing import NamedTuple

import numpy as np

from nisba._loops import inner_loop, light, loop
from nisba.match.balance import Balance
from nisba.match.columns import Longs, Names
from nisba.match.desk import (
    BITS,
    DEFICIT,
    LEFT,
    RIGHT,
    Both,
    Desk,
    Sight,
    desk,
    sight,
)
from nisba.match.linking import settled
from nisba.match.prepare import LONGEST_NAME
from nisba.match.seeing import (
    APART,
    ARTICLE_DIFFERS,
    COMPLETE,
    EXACT,
    IBN_DIFFERS,
    IBN_SAME,
    ROLE_DIFFERS,
    SOUND,
    TITLE_SAME,
    TURNED,
    apart_of,
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
    see_with(balance, left, a, right, b, view, row, sight(), desk(len(balance.beliefs.prior)))


@light
@inner_loop
def see_with(
    balance: Balance,
    left: Names,
    a: int,
    right: Names,
    b: int,
    view: View,
    row: int,
    own: Sight,
    room: Desk,
) -> None:
    """The same, with room for two names, and for what is seen of each beside itself."""
    mine, theirs = settled(balance, left, a, right, b), settled(balance, right, b, left, a)
    seen = view.seen[row]
    found = Sight(seen, view.spans[row], view.amounts[row])
    count = look(balance, Both(left, mine, right, theirs), found, room)
    if count == 0:
        seen[APART] = apart_of(balance, Both(left, mine, right, theirs))
    view.links[row], view.rows[row, 0], view.rows[row, 1] = count, mine, theirs
    view.figures[row, ALL] = bits_of(balance, seen)
    if seen[SOUND] == 0.0:
        view.figures[row, SHORTFALL] = nothing_answered(balance, seen)
        return
    most = _own(balance, left, mine, found, count, LEFT, own, room)
    other = _own(balance, right, theirs, found, count, RIGHT, own, room)
    view.figures[row, SHORTFALL] = min(_undressed(balance, seen) - min(most, other), 0.0)


@light
@inner_loop
def _own(
    balance: Balance,
    names: Names,
    row: int,
    found: Sight,
    links: int,
    side: int,
    own: Sight,
    room: Desk,
) -> float:
    """Evidence of a name beside itself; `found` is what was seen beside the other name.

    A compound in two words says more apart than together: that is left out.
    """
    count = look(balance, Both(names, row, names, row), own, room)
    apart = 0.0
    for k in range(links):
        first, end = found.spans[k, side], found.spans[k, side + 1]
        if end - first > 1:
            for i in range(count):
                if first <= own.spans[i, LEFT] < end:
                    apart += own.amounts[i, BITS]
            apart -= found.amounts[k, BITS] - found.amounts[k, DEFICIT]
    return _undressed(balance, own.seen) - balance.factors[SOUND] * max(apart, 0.0)


@light
@inner_loop
def _undressed(balance: Balance, seen: Floats) -> float:
    """Bits of the parts themselves, however they are dressed.

    What equal letters, completeness and dress add or take is left out: a dropped link of the
    father-chain makes no other name, nor does an article or a title, nor the family put first.
    """
    bits = 0.0
    for k in range(len(seen)):
        dress = k in (ARTICLE_DIFFERS, IBN_SAME, IBN_DIFFERS, TITLE_SAME, ROLE_DIFFERS, TURNED)
        if not dress and k not in (EXACT, COMPLETE):
            bits += seen[k] * balance.factors[k]
    return bits if seen[SOUND] != 0.0 else min(bits, nothing_answered(balance, seen))
