"""Names of a list beside each other: which of them may be one bearer, with their evidence.

Clustering (`nisba.resolve.clusters`) asks here, and nowhere else: for the pairs of a list that are
worth a look, and for the evidence of pairs that it names itself. How candidates are found is
hidden behind these two questions.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba.index.index import Index, Listed, build
from nisba.match.compare import bits_of, look, settled
from nisba.match.evidence import Weigher
from nisba.match.prepare import LONGEST_NAME, Ear
from nisba.match.types import Prepared
from nisba.match.weights import value
from nisba.resolve.posterior import listed_odds
from nisba.sounds.model import load_model

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]
_Row = tuple[int, int, float, float, bool]

_LOOKED_AT = 30
"""Names of the list that are compared whole with one of them."""
_MANY = 500
"""Names from which compiling the sound model's loops pays."""


class Pairs(NamedTuple):
    """Pairs of a list: places of two names, the bits of their evidence, and log2 odds, of (pairs,).

    The odds are that both are one bearer, before the length of the list counts against it: log2
    of the number of bearers in the list is still to be taken off. `relatives` tells that the given
    names contradict each other.
    """

    left: Ints
    right: Ints
    bits: Floats
    odds: Floats
    relatives: Booleans

    def some(self, which: NDArray[Any]) -> "Pairs":
        """Those of the pairs that a mask or an array of numbers names."""
        return Pairs(*(column[which] for column in self))


class Neighbours:
    """The names of a list, made ready to be set beside each other.

    >>> found = Neighbours(["Mustafa al-Kadhimi", "Muqtada al-Sadr", "Moustafa Kazemi"])
    >>> pairs = found.pairs(least=8.0)
    >>> pairs.left.tolist(), pairs.right.tolist()
    ([0], [2])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Index distinct names; places in the answers are places in `texts`."""
        model = load_model(fast=len(texts) > _MANY)
        names = (Listed(f"{place:09}", text, False) for place, text in enumerate(texts))
        # Identities sort as the places do, so that the index keeps their order.
        self._index: Index = build(names, Ear(model), Weigher(model))

    def pairs(self, least: float, on_progress: Callable[[int], None] = lambda _: None) -> Pairs:
        """The pairs whose odds are `least` or more, each once, left before right.

        `on_progress` is told how many names have been looked at.
        """
        found: set[_Row] = set()
        for place, query in enumerate(self._index.prepared):
            for other, weighed in self._near(query, place, least):
                found.add((min(place, other), max(place, other), *weighed))
            on_progress(place + 1)
        return _pairs(sorted(found))

    def between(self, left: Ints, right: Ints) -> Pairs:
        """The evidence of the pairs that are named, in their order; a name beside itself too."""
        each = zip(left.tolist(), right.tolist(), strict=True)
        prepared = self._index.prepared
        return _pairs([(a, b, *self._weighed(prepared[a], prepared[b])) for a, b in each])

    def _near(
        self, query: Prepared, place: int, least: float
    ) -> Iterator[tuple[int, tuple[float, float, bool]]]:
        most = value("listed_prior") + value("listed_complete") + value("listed_title_same")
        for other, reach in self._index.candidates(query, _LOOKED_AT):
            # What the parts reach one by one bounds what the whole name can.
            if other == place or reach * value("listed_sound") + most < least:
                continue
            weighed = self._weighed(query, self._index.prepared[other])
            if weighed[1] >= least:
                yield other, weighed

    def _weighed(self, left: Prepared, right: Prepared) -> tuple[float, float, bool]:
        """Bits and odds of two names, and whether their given names contradict each other."""
        weigher = self._index.weigher
        mine, other = settled(weigher, left, right)
        _, seen = look(weigher, mine, other)
        too_long = max(len(left.name.parts), len(right.name.parts)) > LONGEST_NAME
        odds = listed_odds(seen, 1) if seen.sound and not too_long else -math.inf
        return bits_of(seen), odds, bool(seen.given_clash)


def _pairs(rows: Sequence[_Row]) -> Pairs:
    left, right, bits, odds, relatives = zip(*rows, strict=True) if rows else ((),) * 5
    return Pairs(
        np.array(left, dtype=np.int32),
        np.array(right, dtype=np.int32),
        np.array(bits, dtype=np.float32),
        np.array(odds, dtype=np.float32),
        np.array(relatives, dtype=np.bool_),
    )
