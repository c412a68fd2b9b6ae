"""Names of a list beside each other: which of them may be one bearer, with their evidence.

Clustering (`nisba.resolve.clusters`) asks here, and nowhere else: for the pairs of a list that are
worth a look, and for the evidence of pairs that it names itself. How candidates are found is
hidden behind these two questions: the list is an index, and each of its names a query.
"""

import math
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inner_loop, light, loop
from nisba._workers import forks, in_order
from nisba.gazetteer import Gazetteer
from nisba.index.catalogue import catalogue_of, texts_of
from nisba.index.finding import Finder
from nisba.index.index import Index, file_names
from nisba.index.walk import Filed, Found, Scratch, candidates
from nisba.match.balance import Balance
from nisba.match.columns import IS_IBN, Longs, Names
from nisba.match.desk import Both, Desk, Sight, desk, sight
from nisba.match.gathering import gathered
from nisba.match.linking import settled
from nisba.match.prepare import Ear
from nisba.match.seeing import COMPLETE, IBN_SAME, SOUND, TITLE_SAME, bits_of, look
from nisba.match.types import SEEN
from nisba.match.weights import value
from nisba.resolve.ranking import listed_weights
from nisba.sounds.kernels import Floats as Doubles
from nisba.sounds.model import load_model
from nisba.sounds.pairs import Codes

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]

_PARTS = int(value("dedupe_parts"))
"""Parts of the list that are weighed for one part."""
LOOKED_AT = int(value("dedupe_names"))
"""Names of the list that are compared whole with one of them."""
_AT_ONCE = 2_000
"""Names whose candidates are looked for before progress is told."""
_MANY = 500
"""Names from which compiling the sound model's loops pays."""
_GIVEN_CLASH = SEEN.index("given_clash")


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


class _Linked(NamedTuple):
    """Room for pairs: both names, bits and odds, and whether given names contradict."""

    left: Longs
    right: Longs
    bits: Doubles
    odds: Doubles
    relatives: Codes

    def first(self, count: int) -> "_Linked":
        """A copy of the first of the pairs, without the room behind them."""
        columns: tuple[NDArray[Any], ...] = self
        return _Linked(*(column[:count].copy() for column in columns))


class Neighbours:
    """The names of a list, made ready to be set beside each other.

    >>> found = Neighbours(["Mustafa al-Kadhimi", "Muqtada al-Sadr", "Moustafa Kazemi"])
    >>> pairs = found.pairs(least=8.0)
    >>> pairs.left.tolist(), pairs.right.tolist()
    ([0], [2])
    """

    def __init__(
        self,
        texts: Sequence[str],
        jobs: int = 1,
        on_progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Index distinct names; places in the answers are places in `texts`.

        At most `jobs` processes look for pairs. `on_progress` is told how many names were heard.
        """
        self._jobs = jobs if forks() else 1
        self._model = load_model(fast=len(texts) > _MANY)
        ear, count = Ear(self._model), len(texts)
        self._names, store, self._long = gathered(ear, texts, jobs, on_progress)
        index = Index(
            catalogue_of(Gazetteer.from_names([])),
            texts_of(()),
            np.arange(count, dtype=np.int64),
            np.zeros(count, dtype=np.uint8),
            store,
            file_names(self._model, store.parts, self._names, count),
        )
        self._count = count
        self._finder = Finder(index, self._model, _PARTS)

    def pairs(self, least: float, on_progress: Callable[[int], None] = lambda _: None) -> Pairs:
        """The pairs whose odds are `least` or more, each once, left before right.

        `on_progress` is told how many names have been looked at.
        """
        starts, found = iter(range(0, self._count, _AT_ONCE)), []
        linked = partial(self._linked, least)
        # The first ones are linked here: loops are compiled once, and not in every process.
        each = chain(
            map(linked, islice(starts, 1)),
            in_order(lambda: linked, starts, self._jobs) if self._jobs > 1 else map(linked, starts),
        )
        for at, some in enumerate(each, start=1):
            found.append(some)
            on_progress(min(at * _AT_ONCE, self._count))
        return self._distinct(found)

    def _linked(self, least: float, begin: int) -> _Linked:
        """The pairs of some names that begin at this place."""
        finder, names = self._finder, self._names
        end = min(begin + _AT_ONCE, self._count)
        finder.ready(names.parts[names.part_at[begin] : names.part_at[end]])
        room = _room((end - begin) * LOOKED_AT)
        count = self._model.loop(_link_all)(
            finder.weigher.balance(), finder.index.filed, finder.scratch, finder.found,
            names, begin, end, least, listed_weights(), room,
        )  # fmt: skip
        return room.first(count)

    def between(self, left: Ints, right: Ints) -> Pairs:
        """The evidence of the pairs that are named, in their order; a name beside itself too."""
        room, weigh = _room(len(left)), self._model.loop(_weigh_all)
        room.left[:], room.right[:] = left, right
        weigh(self._finder.weigher.balance(), self._names, listed_weights(), room)
        return self._pairs(room)

    def _distinct(self, found: Sequence[_Linked]) -> Pairs:
        if not found:
            return self._pairs(_room(0))
        columns = [np.concatenate(column) for column in zip(*found, strict=True)]
        key = columns[0] * self._count + columns[1]
        _, first = np.unique(key, return_index=True)
        pairs = self._pairs(_Linked(*(column[first] for column in columns)))
        return pairs.some(np.isfinite(pairs.odds))

    def _pairs(self, linked: _Linked) -> Pairs:
        """Pairs as clustering takes them; a text that was pasted by mistake is nobody's name."""
        left, right = linked.left.astype(np.int32), linked.right.astype(np.int32)
        odds = np.where(self._long[left] | self._long[right], -math.inf, linked.odds)
        return Pairs(
            left,
            right,
            linked.bits.astype(np.float32),
            odds.astype(np.float32),
            linked.relatives.astype(np.bool_),
        )


def _room(pairs: int) -> _Linked:
    return _Linked(
        np.zeros(pairs, np.int64), np.zeros(pairs, np.int64), np.zeros(pairs), np.zeros(pairs),
        np.zeros(pairs, np.uint8),
    )  # fmt: skip


@loop
def _link_all(
    balance: Balance,
    filed: Filed,
    scratch: Scratch,
    found: Found,
    queries: Names,
    begin: int,
    end: int,
    least: float,
    listed: Doubles,
    room: _Linked,
) -> int:
    """Put the pairs of the names `begin` to `end` into the room; how many there are."""
    names, reach = np.empty(LOOKED_AT, np.int64), np.empty(LOOKED_AT)
    between, space, nothing = sight(), desk(len(balance.beliefs.prior)), np.empty(0)
    count = 0
    for query in range(begin, end):
        # What the parts reach one by one bounds what the whole name can.
        needed = (least - _beside(queries, query, listed)) / listed[SOUND]
        met = candidates(
            balance, filed, scratch, found, queries, query, nothing, names, reach, needed
        )
        for k in range(met):
            other = names[k]
            if other == query:
                continue
            odds = _odds(balance, queries, query, other, listed, between, space)
            if odds >= least:
                room.left[count], room.right[count] = min(query, other), max(query, other)
                room.bits[count], room.odds[count] = bits_of(balance, between.seen), odds
                room.relatives[count] = between.seen[_GIVEN_CLASH] > 0.0
                count += 1
    return count


@light
@inner_loop
def _beside(names: Names, row: int, listed: Doubles) -> float:
    """Odds that a name may have at most beside those of its sound."""
    sons = 0
    for at in range(names.part_at[row], names.part_at[row + 1]):
        sons += (names.flags[at] & IS_IBN) != 0
    titles = names.title_at[row + 1] - names.title_at[row]
    odds: float = listed[len(SEEN)] + max(listed[COMPLETE], 0.0)
    odds += sons * max(listed[IBN_SAME], 0.0) + titles * max(listed[TITLE_SAME], 0.0)
    return odds


@loop
def _weigh_all(balance: Balance, names: Names, listed: Doubles, room: _Linked) -> None:
    """Weigh the pairs of the room."""
    between, space = sight(), desk(len(balance.beliefs.prior))
    for k in range(len(room.left)):
        odds = _odds(balance, names, room.left[k], room.right[k], listed, between, space)
        room.bits[k], room.odds[k] = bits_of(balance, between.seen), odds
        room.relatives[k] = between.seen[_GIVEN_CLASH] > 0.0


@light
@inner_loop
def _odds(
    balance: Balance, names: Names, a: int, b: int, listed: Doubles, between: Sight, space: Desk
) -> float:
    """log2 odds of two names in a list of one; fills what is seen between them."""
    mine, theirs = settled(balance, names, a, names, b), settled(balance, names, b, names, a)
    look(balance, Both(names, mine, names, theirs), between, space)
    seen = between.seen
    if seen[SOUND] == 0.0:
        return -np.inf
    odds: float = listed[len(seen)]
    for k in range(len(seen)):
        odds += seen[k] * listed[k]
    return odds
