"""The state of looking things up in an index: parts that were looked for, and room for the loops.

Parts come back again and again, so what the index has for a part is kept.
"""

from dataclasses import dataclass, field

import numpy as np

from nisba.index.index import Index, parts_in
from nisba.index.nearest import search
from nisba.index.walk import Found, Scratch, candidates
from nisba.match.columns import Longs
from nisba.match.evidence import Weigher
from nisba.match.gathering import ranges
from nisba.match.types import Prepared
from nisba.match.weights import value
from nisba.sounds.kernels import Floats
from nisba.sounds.model import SoundModel

_MOST_PARTS = 100_000
"""Parts that are kept beside those of the index; then they are forgotten, and heard again."""
_AT_ONCE = 256
"""Parts that are looked for together."""
_NOTHING = np.zeros(0)


@dataclass(slots=True, eq=False)
class Finder:
    """Finds the parts and names of an index that may be those of a query."""

    index: Index
    model: SoundModel
    nearest_parts: int = field(default_factory=lambda: int(value("search_parts")))
    """Parts of the index that are weighed for one part of a query, and may lead to names."""
    weigher: Weigher = field(init=False)
    scratch: Scratch = field(init=False)
    found: Found = field(init=False)
    _own: int = field(init=False)
    _filled: int = 0

    def __post_init__(self) -> None:
        """Make room."""
        self.weigher = Weigher(self.model, self.index.store)
        self._own = self.index.store.count
        parts, names = parts_in(self.index.filed.names), self.index.filed.listed
        self.scratch = Scratch(
            np.zeros(parts),
            np.empty(parts + 1, np.int64),
            np.zeros(len(self.model.lexicon.entries), np.int32),
            np.zeros(parts + 1, np.int32),
            np.zeros(names, np.int32),
            np.empty(names, np.int64),
            np.empty(names),
            np.empty(names, np.int64),
        )
        room = self._own + 1024
        self.found = Found(
            np.full(room, -1, np.int64),
            np.zeros(room, np.int64),
            np.zeros(2 * self.nearest_parts, np.int64),
            np.zeros(2 * self.nearest_parts),
        )

    def ready(self, parts: Longs) -> None:
        """Look for those of these parts that were not looked for before."""
        self._grow(self.index.store.count, 0)
        distinct = np.unique(parts)
        new = distinct[self.found.at[distinct] < 0]
        if not len(new):
            return
        # Parts of the same consonants meet the same parts of the index, and find them near at hand.
        new = new[np.argsort(self.index.store.parts.tally[new])]
        balance, find = self.weigher.balance(), self.model.loop(search)
        for first in range(0, len(new), _AT_ONCE):
            some = new[first : first + _AT_ONCE]
            self._grow(0, self._filled + len(some) * self.nearest_parts)
            self._filled = find(
                balance,
                self.index.filed,
                self.scratch,
                some,
                self.nearest_parts,
                self.found,
                self._filled,
            )

    def forget(self) -> None:
        """Forget parts beside those of the index if there are too many."""
        if self.index.store.count - self._own >= _MOST_PARTS:
            self.forget_all()

    def forget_all(self) -> None:
        """Forget all parts beside those of the index; what was found for these is kept."""
        self.weigher.forget(self._own)
        at, end, numbers, bits = self.found
        kept = np.flatnonzero(at[: self._own] >= 0)
        begin, rows = ranges(at[kept], end[kept])
        at[:] = -1
        at[kept], end[kept] = begin[:-1], begin[1:]
        self.found = Found(at, end, numbers[rows], bits[rows])
        self._filled = len(rows)

    def _grow(self, parts: int, answers: int) -> None:
        at, end, numbers, bits = self.found
        if parts > len(at):
            more = max(parts, 2 * len(at)) - len(at)
            at = np.concatenate((at, np.full(more, -1, np.int64)))
            end = np.concatenate((end, np.zeros(more, np.int64)))
        if answers > len(numbers):
            more = max(answers, 2 * len(numbers)) - len(numbers)
            numbers = np.concatenate((numbers, np.zeros(more, np.int64)))
            bits = np.concatenate((bits, np.zeros(more)))
        self.found = Found(at, end, numbers, bits)

    def nearest(
        self, query: Prepared, limit: int, more: Floats = _NOTHING
    ) -> list[tuple[int, float]]:
        """Numbers of the names that share most evidence with a query, with its bits; best first.

        The bits are of the parts one by one: about what the whole name can reach. `more` holds
        bits of other evidence, of shape (names,), for the names that share a part.
        """
        queries = self.index.store.names([query])
        self.ready(queries.parts)
        names, reach = np.zeros(limit, np.int64), np.zeros(limit)
        count = self.model.loop(candidates)(
            self.weigher.balance(),
            self.index.filed,
            self.scratch,
            self.found,
            queries,
            0,
            more,
            names,
            reach,
            -np.inf,
        )
        return list(zip(names[:count].tolist(), reach[:count].tolist(), strict=True))
