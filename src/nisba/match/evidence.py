"""The evidence of two names: prepared names in, links and quantities out; the loops do the work.

`nisba.match.linking` says which part answers which, `nisba.match.seeing` what was seen,
`nisba.match.viewing` all of it. Here is the door between objects and arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from nisba.match.balance import NO_PAIR, Balance, between, key_of, memory, place_of, rules
from nisba.match.columns import SCRIPT, Longs, Names, Store
from nisba.match.homes import homes_of
from nisba.match.types import COUNTED, SEEN, Heard, Link, Prepared, Seen
from nisba.match.viewing import View, see, views
from nisba.sounds.kernels import Floats
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.model import SoundModel
from nisba.sounds.pairs import ARABIC_LETTERS
from nisba.text.scripts import Script

_PAIRS = 2**20
_FEW_PAIRS = 2**14
_COMPOUNDS = 2**16
_FEW_COMPOUNDS = 2**12
_COUNTS = tuple(name in COUNTED for name in SEEN)
_MOST_PARTS = 400_000
"""Parts that are kept of names that are compared one by one; then they are forgotten."""
_MOST_WANTED = 64
"""Compounds of one pair of names that are heard at once."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen between two names, as they were settled: their links and quantities, the
    evidence in bits, and how far it stays below that of the vaguer name beside itself."""

    left: Prepared
    right: Prepared
    links: tuple[Link, ...]
    seen: Seen
    bits: float
    shortfall: float


@dataclass(slots=True, eq=False)
class Weigher:
    """Compares prepared names with one sound model; remembers pairs of parts."""

    model: SoundModel
    store: Store = field(default_factory=Store)
    _balance: Balance | None = None
    _compounds: int = 0

    def balance(self) -> Balance:
        """What the loops weigh with, of the parts that are in the store now."""
        if self._balance is None:
            known, answers, _ = memory(_PAIRS if self.model.fast else _FEW_PAIRS)
            joined, _, whole = memory(_COMPOUNDS if self.model.fast else _FEW_COMPOUNDS)
            everybody = homes_of(self.model.lexicon).everybody
            weighing = *rules(), everybody
            self._balance = Balance(
                self.model.beliefs(), self.store.parts, *weighing, known, answers, joined, whole
            )
        # Both grow while names are heard.
        return self._balance._replace(beliefs=self.model.beliefs(), parts=self.store.parts)

    def sound(self, a: Heard, b: Heard) -> tuple[float, float]:
        """Bits of two parts' cores, and how far they stay below identity (0 or less)."""
        one, other = self.store.place(a), self.store.place(b)
        bits, deficit = self.model.loop(between)(self.balance(), one, other)
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
        return sight_of(glimpse_of(view, 0, 0, 1), left, right)

    def view(self, left: Names, a: int, right: Names, b: int, view: View, row: int) -> None:
        """Fill a row of a view with what is seen between two names."""
        wanted = np.zeros((_MOST_WANTED, 2), np.int64)
        look = self.model.loop(see)
        while lacking := look(self.balance(), left, a, right, b, view, row, wanted):
            self.join(wanted[:lacking])

    def join(self, wanted: Longs) -> None:
        """Hear the compounds of neighbouring parts, given as numbers (pairs, 2)."""
        joined, whole = self.balance().joined, self.balance().whole
        if 2 * (self._compounds + len(wanted)) > len(joined):
            joined[:] = NO_PAIR
            self._compounds = 0
        for a, b in wanted.tolist():
            key = key_of(a, b)
            place = place_of(joined, key)
            if joined[place] != key:
                whole[place] = self.store.place(self._compound(a, b))
                joined[place] = key
                self._compounds += 1

    def forget(self, parts: int) -> None:
        """Forget all but the first parts of the store, and what was counted with the others."""
        self.store.forget(parts)
        self._balance, self._compounds = None, 0

    def _compound(self, a: int, b: int) -> Heard:
        parts = self.store.parts
        arabic = parts.marks[a, SCRIPT] == ARABIC_LETTERS
        alphabet, script = (ARABIC, Script.ARABIC) if arabic else (LATIN, Script.LATIN)
        codes = [
            *parts.letters[parts.letter_at[a] : parts.letter_at[a + 1]],
            *parts.letters[parts.letter_at[b] : parts.letter_at[b + 1]],
        ]
        sound = self.model.hear("".join(alphabet[code] for code in codes), script)
        return Heard(sound, "", "", False, "", False, self.model.bits(sound, sound), 0.0)


def sight_of(glimpse: "Glimpse", left: Prepared, right: Prepared) -> Sight:
    """A row of a view, with the names that it is of."""
    return Sight(
        settled_name(left, glimpse.promoted[0]),
        settled_name(right, glimpse.promoted[1]),
        tuple(map(_link, glimpse.spans, glimpse.amounts)),
        _seen(glimpse.seen),
        *glimpse.figures,
    )


class Glimpse(NamedTuple):
    """A row of a view by itself: links, quantities, figures, and which of the two names have a
    title among their parts."""

    spans: list[list[int]]
    amounts: list[list[float]]
    seen: list[float]
    figures: list[float]
    promoted: tuple[bool, bool]


def glimpse_of(view: View, row: int, left: int, right: int) -> Glimpse:
    """A row of a view of the names in two rows; another row has a title among its parts."""
    links = int(view.links[row])
    mine, theirs = view.rows[row].tolist()
    return Glimpse(
        view.spans[row, :links].tolist(),
        view.amounts[row, :links].tolist(),
        view.seen[row].tolist(),
        view.figures[row].tolist(),
        (mine != left, theirs != right),
    )


def settled_name(name: Prepared, promoted: bool) -> Prepared:
    """The name, or the same with a title among its parts."""
    return name.promoted if promoted and name.promoted is not None else name


def seen_of(quantities: Floats) -> Seen:
    """The quantities with their names; counts are whole numbers."""
    return _seen(quantities.tolist())


def _seen(quantities: list[float]) -> Seen:
    told: list[Any] = [int(n) if c else n for n, c in zip(quantities, _COUNTS, strict=True)]
    return Seen(*told)


def _link(span: Sequence[int], amounts: Sequence[float]) -> Link:
    left, left_end, right, right_end = span
    return Link(tuple(range(left, left_end)), tuple(range(right, right_end)), *amounts)
