"""Names and their parts as columns of arrays: what the loops of this stage and the index read.

`Parts` holds distinct contents of parts, one row each, and `Names` holds names as rows of numbers
of parts. Columns of many lengths are flat, and `…_at` says where each row begins.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nisba._loops import inlined
from nisba.match.homes import COUNTRIES, Shares
from nisba.match.types import Content, Heard, Prepared
from nisba.names.types import Kind
from nisba.sounds.kernels import LONGEST, Floats, Ints
from nisba.sounds.pairs import Codes, Spelling
from nisba.sounds.skeleton import CLASSES, skeleton

Longs = NDArray[np.int64]

TALLIED = 6
"""Bits in which the consonants of one class are counted: a part has fewer than 64 of any."""
FIRST_FORMS = 6
"""Forms of the lexicon that a spelling is filed under, the likeliest first."""

FOREIGN, SURPRISE, BEST, SHIFT = range(4)
SCRIPT, HEAD, TAIL, ARTICLE, SEX, INITIAL, FEMININE, PROPHET = range(8)
GIVEN, CALLED, PROMOTED = range(3)
IS_NISBA, HAS_ARTICLE, IS_HOUSE, IS_IBN, IS_CHAINED = 1, 2, 4, 8, 16
_SEXES = ("", "m", "f")


class Parts(NamedTuple):
    """Contents of parts. `sounds` holds FOREIGN, SURPRISE, BEST, SHIFT, and `marks` SCRIPT to
    PROPHET; `first_forms` the likeliest forms of the lexicon, -1 where there are no more; `tally`
    how many consonants of each class there are, TALLIED bits for each; `homes` how many times more
    often than any part it is borne in each country."""

    letter_at: Longs
    letters: Codes
    chunks: Ints
    form_at: Longs
    forms: Ints
    chances: Floats
    first_forms: Ints
    bone_at: Longs
    bones: Codes
    tally: Longs
    sounds: Floats
    marks: Ints
    homes: Shares


class Names(NamedTuple):
    """Names as parts in their order, with flags (IS_NISBA …) of each; `places` holds GIVEN, CALLED
    and PROMOTED: the row of the same name with a title among its parts, or -1. Titles are numbers
    in ascending order."""

    part_at: Longs
    parts: Longs
    flags: Codes
    places: Longs
    title_at: Longs
    titles: Longs


class Known(NamedTuple):
    """Contents that have a row: their numbers in ascending order, and the row of each."""

    numbers: Longs
    rows: Longs

    def row(self, content: Content) -> int:
        """The row of a content, or -1."""
        if not len(self.numbers):
            return -1
        number = number_of(content)
        at = int(self.numbers.searchsorted(number))
        return int(self.rows[at]) if at < len(self.rows) and self.numbers[at] == number else -1


_NOTHING_KNOWN = Known(np.empty(0, np.int64), np.empty(0, np.int64))


def all_known(pieces: Iterable[Known]) -> Known:
    """What is known from several places; of one content the first row counts."""
    numbers, rows = (np.concatenate(columns) for columns in zip(*pieces, strict=True))
    distinct, first = np.unique(numbers, return_index=True)
    return Known(distinct, rows[first])


@inlined
def spelling_of(parts: Parts, row: int) -> Spelling:
    """The spelling of one part."""
    first, last = parts.letter_at[row], parts.letter_at[row + 1]
    begin, end = parts.form_at[row], parts.form_at[row + 1]
    return Spelling(
        parts.letters[first:last],
        parts.chunks[first + row : last + row + 1],
        parts.forms[begin:end],
        parts.chances[begin:end],
        parts.sounds[row, FOREIGN],
        parts.sounds[row, SURPRISE],
        int(parts.marks[row, SCRIPT]),
    )


@dataclass(slots=True, eq=False)
class Store:
    """Parts that grow: a content is put in once, and found again by its number."""

    words: list[str] = field(default_factory=lambda: [""])
    """Heads and second halves by their code."""
    count: int = 0
    parts: Parts = field(default_factory=lambda: _empty())
    known: Known = _NOTHING_KNOWN
    """Rows of the contents that were let go."""
    _rows: dict[Content, int] = field(default_factory=dict)

    def place(self, content: Content, hear: Callable[[Content], Heard]) -> int:
        """The number of a content, which is heard and put in if it is new."""
        row = self._rows.get(content)
        if row is None:
            row = self.known.row(content)
            row = self._rows[content] = row if row >= 0 else self._add(hear(content))
        return row

    def put(self, heard: Heard) -> int:
        """The number of what was heard already."""
        return self.place(heard.content, lambda _: heard)

    def _add(self, heard: Heard) -> int:
        content, sound, row = heard.content, heard.sound, self.count
        spelling = sound.spelling
        bones = [CLASSES.index(c) for c in skeleton(sound.letters, sound.script)]
        first = spelling.forms[sound.ranked[:FIRST_FORMS]]
        parts = self.parts
        letters, forms = int(parts.letter_at[row]), int(parts.form_at[row])
        bone = int(parts.bone_at[row])
        beyond = letters + len(spelling.letters)
        last, end = forms + len(spelling.forms), bone + len(bones)
        if (
            row + 2 > len(parts.letter_at)
            or row + 1 > len(parts.marks)
            or beyond > len(parts.letters)
            or beyond + row + 1 > len(parts.chunks)
            or last > len(parts.forms)
            or end > len(parts.bones)
        ):
            self.parts = parts = _grown(parts, row, beyond, last, end)
        parts.letters[letters:beyond] = spelling.letters
        parts.chunks[letters + row : beyond + row + 1] = spelling.chunks
        parts.forms[forms:last] = spelling.forms
        parts.chances[forms:last] = spelling.chances
        parts.first_forms[row, : len(first)] = first
        parts.first_forms[row, len(first) :] = -1
        parts.bones[bone:end] = bones
        parts.tally[row] = sum([1 << (TALLIED * code) for code in bones])
        parts.sounds[row] = spelling.foreign, spelling.surprise, heard.best, heard.shift
        parts.marks[row] = (
            spelling.script,
            self.code(content.head),
            self.code(content.tail),
            content.article,
            _SEXES.index(content.sex),
            content.initial,
            content.feminine,
            heard.prophet,
        )
        parts.homes[row] = 1.0 if heard.homes is None else heard.homes
        parts.letter_at[row + 1] = beyond
        parts.form_at[row + 1] = last
        parts.bone_at[row + 1] = end
        self.count = row + 1
        return row

    def forget(self, count: int) -> None:
        """Keep the first parts only."""
        self.count = count
        self._rows = {content: row for content, row in self._rows.items() if row < count}

    def every(self) -> Known:
        """All contents that have a row."""
        numbers = np.fromiter(map(number_of, self._rows), np.int64, len(self._rows))
        rows = np.fromiter(self._rows.values(), np.int64, len(self._rows))
        return all_known([self.known, Known(numbers, rows)])

    def close(self) -> None:
        """Let go of the contents, and keep a number for each by which it is known again."""
        self.known = self.every()
        self._rows.clear()

    def since(self, row: int) -> Iterator[Content]:
        """The contents from this number on, of a store that let go of none."""
        return islice(self._rows, row, None)

    def code(self, word: str) -> int:
        """The number of a head or a second half."""
        if word not in self.words:
            self.words.append(word)
        return self.words.index(word)

    def names(self, prepared: Iterable[Prepared]) -> Names:
        """Rows of names; those with a title among their parts stand behind the others.

        Of each name its numbers are kept alone, so that millions may come one by one.
        """
        sizes, numbers, flags = array("q"), array("q"), array("B")
        places, title_sizes, titles = array("q"), array("q"), array("q")

        def put(name: Prepared) -> None:
            sizes.append(len(name.parts))
            rows = [self.place(content, name.ear.hear) for content in name.contents]
            numbers.extend(rows)
            flags.extend(_flags(name))
            called, second = name.given, name.second
            if second >= 0 and self.parts.marks[rows[called], PROPHET]:
                called = second
            places.extend((name.given, called, -1))
            found = sorted(map(_hash, name.titles))
            title_sizes.append(len(found))
            titles.extend(found)

        promoted: list[tuple[int, Prepared]] = []
        for name in prepared:
            if name.promoted is not None:
                promoted.append((len(sizes), name.promoted))
            put(name)
        count = len(sizes)
        for _, more in promoted:
            put(more)
        rows = np.array(places, dtype=np.int64).reshape(len(sizes), 3)
        rows[[row for row, _ in promoted], PROMOTED] = np.arange(count, len(sizes))
        return Names(
            starts(sizes),
            np.array(numbers, dtype=np.int64),
            np.array(flags, dtype=np.uint8),
            rows,
            starts(title_sizes),
            np.array(titles, dtype=np.int64),
        )


def number_of(content: Content) -> int:
    """A number for a content, the same in every process."""
    return _hash("\0".join(map(str, content)))


def _hash(text: str) -> int:
    """A number for a text; two share one once in 2^63."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1


def _flags(name: Prepared) -> Iterable[int]:
    for part in name.parts:
        yield (
            IS_NISBA * (part.kind is Kind.NISBA)
            + HAS_ARTICLE * part.article
            + IS_HOUSE * (part.head == "al")
            + IS_IBN * (part.filiation == "ibn")
            + IS_CHAINED * bool(part.filiation)
        )


def starts(lengths: ArrayLike) -> Longs:
    """Where rows begin that stand one behind the other, and where the last one ends."""
    ends = np.cumsum(lengths, dtype=np.int64)
    return np.concatenate([np.zeros(1, np.int64), ends])


def _room(column: NDArray[np.generic], size: int) -> NDArray:  # type: ignore[type-arg]
    """The column, with room for so many rows; it doubles when it grows."""
    if size <= len(column):
        return column
    longer = np.zeros((max(size, 2 * len(column)), *column.shape[1:]), column.dtype)
    longer[: len(column)] = column
    return longer


def _grown(parts: Parts, row: int, letters: int, forms: int, bones: int) -> Parts:
    """The same parts with room for one more, behind which so many letters, forms and bones end."""
    return Parts(
        _room(parts.letter_at, row + 2),
        _room(parts.letters, letters),
        _room(parts.chunks, letters + row + 1),
        _room(parts.form_at, row + 2),
        _room(parts.forms, forms),
        _room(parts.chances, forms),
        _room(parts.first_forms, row + 1),
        _room(parts.bone_at, row + 2),
        _room(parts.bones, bones),
        _room(parts.tally, row + 1),
        _room(parts.sounds, row + 1),
        _room(parts.marks, row + 1),
        _room(parts.homes, row + 1),
    )


def _empty() -> Parts:
    return Parts(
        np.zeros(64, np.int64),
        np.zeros(512, np.uint8),
        np.zeros((512, LONGEST + 1), np.int32),
        np.zeros(64, np.int64),
        np.zeros(512, np.int32),
        np.zeros(512),
        np.zeros((64, FIRST_FORMS), np.int32),
        np.zeros(64, np.int64),
        np.zeros(256, np.uint8),
        np.zeros(64, np.int64),
        np.zeros((64, 4)),
        np.zeros((64, 8), np.int32),
        np.ones((64, len(COUNTRIES)), np.float32),
    )
