"""What the loops of whole names pass each other: the two names, what is seen, and room to work in.

Loops that are given all the room they need make no array, and then they are light
(`nisba._loops.light`).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inner_loop
from nisba.match.columns import Longs, Names
from nisba.match.homes import COUNTRIES
from nisba.match.prepare import LONGEST_NAME
from nisba.match.types import SEEN
from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.model import LONGEST_PART

LEFT, LEFT_END, RIGHT, RIGHT_END = range(4)
BITS, DEFICIT, DRESS, WORTH = range(4)
NUMBERS = 512
"""Parts of other names that are remembered for the name that is asked for: a power of two."""
MOST_LOOSE = 8
"""Unanswered parts of a name that are looked at closely; more would be a text, and no name."""
_QUANTITIES, _COUNTRIES = len(SEEN), len(COUNTRIES)
# Each part beside each, and two neighbours on either side beside each.
_OPTIONS = LONGEST_NAME * LONGEST_NAME + 2 * LONGEST_NAME * LONGEST_NAME
Flags = NDArray[np.bool_]


class Both(NamedTuple):
    """Two names: rows of their columns."""

    left: Names
    a: int
    right: Names
    b: int


class Sight(NamedTuple):
    """What is seen between two names: quantities in the order of SEEN; `spans` (links, LEFT to
    RIGHT_END: first part and last part + 1 on both sides) and `amounts` (links, BITS, DEFICIT,
    DRESS: what head and second half take), in the order of the left name."""

    seen: Floats
    spans: Longs
    amounts: Floats


class Desk(NamedTuple):
    """Room for two names: BITS to WORTH of each part of the left one beside each of the right one
    (`grid`); possible links (their worth, spans and amounts); which parts of either name are
    unanswered, and the numbers of such parts; how alike these are, by letters and by consonants,
    and a table for edits; shares of countries.

    And of the name that is asked for: its parts (`own`), how many they are and the how manieth it
    is (`asked`), which of them may render each form of the lexicon (`forms`, a bit for each), and
    what they said beside parts of other names (`said`, by the slots of `keys`).
    """

    grid: Floats
    worth: Floats
    spans: Longs
    amounts: Floats
    open_left: Flags
    open_right: Flags
    loose_left: Longs
    loose_right: Longs
    letters: Floats
    bones: Floats
    table: Ints
    shares: Floats
    own: Longs
    asked: Longs
    forms: Ints
    keys: Longs
    said: Floats


@inner_loop
def sight() -> Sight:
    """Room for what is seen between two names."""
    return Sight(
        np.empty(_QUANTITIES), np.empty((LONGEST_NAME, 4), np.int64), np.empty((LONGEST_NAME, 3))
    )


@inner_loop
def desk(forms: int) -> Desk:
    """Room for two names at a time; there are so many forms in the lexicon."""
    return Desk(
        np.empty((LONGEST_NAME, LONGEST_NAME, 4)),
        np.empty(_OPTIONS),
        np.empty((_OPTIONS, 4), np.int64),
        np.empty((_OPTIONS, 3)),
        np.empty(LONGEST_NAME, np.bool_),
        np.empty(LONGEST_NAME, np.bool_),
        np.empty(MOST_LOOSE, np.int64),
        np.empty(MOST_LOOSE, np.int64),
        np.empty((MOST_LOOSE, MOST_LOOSE)),
        np.empty((MOST_LOOSE, MOST_LOOSE)),
        np.empty((LONGEST_PART + 2, LONGEST_PART + 2), np.int32),
        np.empty(_COUNTRIES),
        np.empty(LONGEST_NAME, np.int64),
        np.zeros(2, np.int64),
        np.zeros(forms, np.int32),
        np.zeros(NUMBERS, np.int64),
        np.empty((NUMBERS, LONGEST_NAME, 4)),
    )
