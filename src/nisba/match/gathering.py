"""The names of a list heard by several processes, and put together in one store.

Each process hears some names at a time in a store of its own, and tells of each part that is new
there what it holds. So the whole list has every part once, numbered as it comes first in the list,
whatever the number of processes.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

import numpy as np

from nisba._workers import forks, in_order
from nisba.match.columns import (
    BEST,
    HEAD,
    PROMOTED,
    TAIL,
    Known,
    Longs,
    Names,
    Parts,
    Store,
    all_known,
    number_of,
)
from nisba.match.prepare import LONGEST_NAME, Ear
from nisba.sounds.listening import starts
from nisba.sounds.pairs import Codes

AT_ONCE = 2_000
"""Names that are heard together."""
_MOST_PARTS = 100_000
"""Parts that a process keeps; then it forgets them, and tells of them again."""

_Held = tuple[object, ...]
_Source = tuple[int, int]


class Gathered(NamedTuple):
    """A list of names in their order, the same with titles among their parts behind them, the store
    of their parts, and which names have more parts than are compared."""

    names: Names
    store: Store
    long: Codes


class _Some(NamedTuple):
    """Names that were heard together: `listed` of them, and the same with titles among their parts.

    Their parts are numbers in the store of `source`, a process and how often it began anew. `fresh`
    are the parts that it had not told of before, from the number `first` on, `contents` what they
    hold as numbers, and `words` the heads and second halves of that store by their code.
    """

    names: Names
    listed: int
    long: Codes
    source: _Source
    first: int
    fresh: Parts
    contents: Longs
    words: list[str]


def gathered(
    ear: Ear,
    texts: Sequence[str],
    jobs: int = 1,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Gathered:
    """Hear the names of a list, by at most `jobs` processes; `on_progress` is told how many.

    >>> from nisba.sounds.model import load_model
    >>> found = gathered(Ear(load_model()), ["Ali Hasan", "Hasan Ali"])
    >>> found.store.count, found.names.parts.tolist()
    (2, [0, 1, 1, 0])
    """
    if len(texts) <= AT_ONCE:
        store = Store()
        names, long = _heard(ear, store, texts)
        on_progress(len(texts))
        return Gathered(names, store, long)
    begins = iter(range(0, len(texts), AT_ONCE))

    def begin() -> Callable[[int], _Some]:
        hearing = _Hearing(ear)
        return lambda start: hearing.some(texts[start : start + AT_ONCE])

    here, gathering = begin(), _Gathering()
    # The first names are heard here: loops are compiled once, and not in every process.
    first = map(here, islice(begins, 1))
    rest = in_order(begin, begins, jobs) if jobs > 1 and forks() else map(here, begins)
    for some in chain(first, rest):
        gathering.take(some)
        on_progress(gathering.listed)
    return gathering.whole()


def _heard(ear: Ear, store: Store, texts: Sequence[str]) -> tuple[Names, Codes]:
    """Names with their parts in a store, and which of them have too many."""
    prepared = [ear.prepare(text) for text in texts]
    long = [len(name.name.parts) > LONGEST_NAME for name in prepared]
    return store.names(prepared), np.array(long, np.uint8)


@dataclass(slots=True, eq=False)
class _Hearing:
    """A process that hears names, and knows which parts it has told of."""

    ear: Ear
    store: Store = field(default_factory=Store)
    _told: int = 0
    _turn: int = 0

    def some(self, texts: Sequence[str]) -> _Some:
        """Hear some names."""
        if self.store.count > _MOST_PARTS:
            self.store, self._told, self._turn = Store(), 0, self._turn + 1
        names, long = _heard(self.ear, self.store, texts)
        first, self._told = self._told, self.store.count
        fresh = _taken(self.store.parts, np.arange(first, self._told))
        contents = np.array([*map(number_of, self.store.since(first))], np.int64)
        return _Some(
            names,
            len(texts),
            long,
            (os.getpid(), self._turn),
            first,
            fresh,
            contents,
            list(self.store.words),
        )


def _held(parts: Parts, words: Sequence[str]) -> Iterator[_Held]:
    """What parts hold, as far as the rest follows from it: some contents are heard alike."""
    for row, (script, head, tail, *kind) in enumerate(parts.marks.tolist()):
        letters = parts.letters[parts.letter_at[row] : parts.letter_at[row + 1]].tobytes()
        yield letters, script, words[head], words[tail], *kind, *parts.sounds[row, BEST:].tolist()


class _Gathering:
    """The names that were heard so far, and their parts, each once."""

    def __init__(self) -> None:
        self.listed = 0
        self._numbers: dict[_Held, int] = {}
        self._known: list[Known] = []
        self._own: dict[_Source, Longs] = {}
        """By the numbers that the parts have in each store, those that they have here."""
        self._store = Store()
        self._parts: list[Parts] = []
        self._names: list[tuple[Names, int]] = []
        self._long: list[Codes] = []

    def take(self, some: _Some) -> None:
        """Put more names behind the others."""
        numbers, new = [], []
        for row, held in enumerate(_held(some.fresh, some.words)):
            before = len(self._numbers)
            number = self._numbers.setdefault(held, before)
            numbers.append(number)
            if number == before:
                new.append(row)
        codes = np.array([self._store.code(word) for word in some.words], np.int32)
        parts = _taken(some.fresh, np.array(new, np.int64))
        parts.marks[:, [HEAD, TAIL]] = codes[parts.marks[:, [HEAD, TAIL]]]
        self._parts.append(parts)
        self._known.append(Known(some.contents, np.array(numbers, np.int64)))
        own = self._own.get(some.source, np.empty(0, np.int64))[: some.first]
        own = self._own[some.source] = np.append(own, np.array(numbers, np.int64))
        self._names.append((some.names._replace(parts=own[some.names.parts]), some.listed))
        self._long.append(some.long)
        self.listed += some.listed

    def whole(self) -> Gathered:
        """All names, and all parts."""
        self._store.parts, self._store.count = _joined(self._parts), len(self._numbers)
        self._store.known = all_known(self._known)
        return Gathered(_joined_names(self._names), self._store, np.concatenate(self._long))


def _taken(parts: Parts, rows: Longs) -> Parts:
    """Some rows of parts."""
    letter_at, letters = ranges(parts.letter_at[:-1][rows], parts.letter_at[1:][rows])
    form_at, forms = ranges(parts.form_at[:-1][rows], parts.form_at[1:][rows])
    bone_at, bones = ranges(parts.bone_at[:-1][rows], parts.bone_at[1:][rows])
    # One more row of chunks than letters: behind the last there is a place too.
    _, chunks = ranges(parts.letter_at[:-1][rows] + rows, parts.letter_at[1:][rows] + rows + 1)
    return Parts(
        letter_at,
        parts.letters[letters],
        parts.chunks[chunks],
        form_at,
        parts.forms[forms],
        parts.chances[forms],
        parts.first_forms[rows],
        bone_at,
        parts.bones[bones],
        parts.tally[rows],
        parts.sounds[rows],
        parts.marks[rows],
        parts.homes[rows],
    )


def ranges(begin: Longs, end: Longs) -> tuple[Longs, Longs]:
    """Where ranges begin when they stand one behind the other, and the numbers in them."""
    sizes = end - begin
    at = starts(sizes)
    return at, np.arange(at[-1]) + np.repeat(begin - at[:-1], sizes)


def _joined(pieces: Sequence[Parts]) -> Parts:
    """Rows of parts one behind the other."""
    flat = {name: np.concatenate([getattr(p, name) for p in pieces]) for name in Parts._fields}
    for name in ("letter_at", "form_at", "bone_at"):
        flat[name] = starts(np.concatenate([np.diff(getattr(p, name)) for p in pieces]))
    return Parts(**flat)


def _joined_names(pieces: Sequence[tuple[Names, int]]) -> Names:
    """Names one behind the other, and behind all of them those with a title among their parts."""
    counts = np.array([count for _, count in pieces])
    more = np.array([len(names.places) for names, _ in pieces]) - counts
    every = [_between(names, 0, count) for names, count in pieces]
    every += [_between(names, count, len(names.places)) for names, count in pieces]
    flat = {name: np.concatenate([getattr(n, name) for n in every]) for name in Names._fields}
    for name in ("part_at", "title_at"):
        flat[name] = starts(np.concatenate([np.diff(getattr(n, name)) for n in every]))
    # Names with a title among their parts stand so many rows farther down than in their piece.
    farther = np.tile(counts.sum() - counts + np.cumsum(more) - more, 2)
    promoted = flat["places"][:, PROMOTED]
    promoted[promoted >= 0] += np.repeat(farther, np.append(counts, more))[promoted >= 0]
    return Names(**flat)


def _between(names: Names, first: int, last: int) -> Names:
    """Some names that stand together; where their parts and titles begin is counted as before."""
    parts, titles = (slice(at[first], at[last]) for at in (names.part_at, names.title_at))
    return Names(
        names.part_at[first : last + 1],
        names.parts[parts],
        names.flags[parts],
        names.places[first:last],
        names.title_at[first : last + 1],
        names.titles[titles],
    )
