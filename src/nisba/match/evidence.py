"""The evidence of two names: prepared names in, links and quantities out; the loops do the work.

`nisba.match.linking` says which part answers which, `nisba.match.seeing` what was seen,
`nisba.match.viewing` all of it. Here is the door between objects and arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from nisba.match.balance import Balance, memory, rules, weigh
from nisba.match.columns import Longs, Names, Store
from nisba.match.homes import homes_of
from nisba.match.prepare import LONGEST_NAME
from nisba.match.types import COUNTED, SEEN, Content, Hears, Link, Prepared, Seen
from nisba.match.viewing import View, see, views
from nisba.sounds.kernels import Floats
from nisba.sounds.listening import starts
from nisba.sounds.model import SoundModel

_PAIRS = 2**20
_FEW_PAIRS = 2**14
_COUNTS = tuple(name in COUNTED for name in SEEN)
_MOST_PARTS = 400_000
"""Parts that are kept of names that are compared one by one; then they are forgotten."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen between two names, as they were settled: their links, the quantities in the
    order of SEEN, the evidence in bits, and how far it stays below that of the vaguer name beside
    itself."""

    left: Prepared
    right: Prepared
    links: tuple[Link, ...]
    amounts: Sequence[float]
    bits: float
    shortfall: float

    @property
    def seen(self) -> Seen:
        """The quantities with their names."""
        return _seen(self.amounts)


@dataclass(slots=True, eq=False)
class Weigher:
    """Compares prepared names with one sound model; remembers pairs of parts."""

    model: SoundModel
    store: Store = field(default_factory=Store)
    _balance: Balance | None = None

    def balance(self) -> Balance:
        """What the loops weigh with, of the parts that are in the store now."""
        if self._balance is None:
            everybody = homes_of(self.model.lexicon).everybody
            pairs = memory(_PAIRS if self.model.fast else _FEW_PAIRS)
            weighing = *rules(), everybody, pairs
            self._balance = Balance(self.model.beliefs(), self.store.parts, *weighing)
        # Both grow while names are heard.
        return self._balance._replace(beliefs=self.model.beliefs(), parts=self.store.parts)

    def sound(self, ear: Hears, a: Content, b: Content) -> tuple[float, float]:
        """Bits of two parts' cores, and how far they stay below identity (0 or less)."""
        one, other = sorted(self.store.rows((a, b), ear))
        bits, deficit = self.model.loop(weigh)(self.balance(), one, other)
        return float(bits), float(deficit)

    def see(self, left: Prepared, right: Prepared) -> Sight:
        """What is seen between two names, the same whichever stands first.

        A title is among the parts where it answers a part of the other name: Hafiz is a title to
        whoever knows the Koran by heart, and a name in Hafiz Ibrahim.
        """
        if self.store.count > _MOST_PARTS:
            self.forget(0)
        names, view = self.store.names((left, right)), views(1)
        self.view(names, 0, names, 1, view, 0)
        (glimpse,) = glimpses_of(view, np.array([0]), np.array([1]))
        return sight_of(glimpse, left, right)

    def view(self, left: Names, a: int, right: Names, b: int, view: View, row: int) -> None:
        """Fill a row of a view with what is seen between two names."""
        self.model.loop(see)(self.balance(), left, a, right, b, view, row)

    def forget(self, parts: int) -> None:
        """Forget all but the first parts of the store, and what was counted with the others."""
        self.store.forget(parts)
        self._balance = None


def sight_of(glimpse: "Glimpse", left: Prepared, right: Prepared) -> Sight:
    """A row of a view, with the names that it is of."""
    return Sight(
        settled_name(left, glimpse.promoted[0]),
        settled_name(right, glimpse.promoted[1]),
        tuple(map(_link, glimpse.spans, glimpse.amounts)),
        glimpse.seen,
        *glimpse.figures,
    )


class Glimpse(NamedTuple):
    """A row of a view by itself: links, quantities, figures, and which of the two names have a
    title among their parts."""

    spans: list[list[int]]
    amounts: list[list[float]]
    seen: list[float]
    figures: list[float]
    promoted: list[bool]


def glimpses_of(view: View, left: Longs, right: Longs) -> list[Glimpse]:
    """All rows of a view of the names in these rows; other rows have a title among their parts."""
    linked = np.arange(LONGEST_NAME) < view.links[:, None]
    spans, amounts = view.spans[linked].tolist(), view.amounts[linked].tolist()
    ends = starts(view.links).tolist()
    return [
        Glimpse(spans[first:end], amounts[first:end], *more)
        for first, end, *more in zip(
            ends[:-1],
            ends[1:],
            view.seen.tolist(),
            view.figures.tolist(),
            (view.rows != np.stack((left, right), axis=1)).tolist(),
            strict=True,
        )
    ]


def settled_name(name: Prepared, promoted: bool) -> Prepared:
    """The name, or the same with a title among its parts."""
    return name.promoted if promoted and name.promoted is not None else name


def seen_of(quantities: Floats) -> Seen:
    """The quantities with their names; counts are whole numbers."""
    return _seen(quantities.tolist())


def _seen(quantities: Sequence[float]) -> Seen:
    told: list[Any] = [int(n) if c else n for n, c in zip(quantities, _COUNTS, strict=True)]
    return Seen(*told)


def _link(span: Sequence[int], amounts: Sequence[float]) -> Link:
    left, left_end, right, right_end = span
    return Link(_PLACES[left][left_end], _PLACES[right][right_end], *amounts)


_PLACES = [
    [tuple(range(first, end)) for end in range(LONGEST_NAME + 1)] for first in range(LONGEST_NAME)
]
"""The places from a first one to an end, which all links share."""
