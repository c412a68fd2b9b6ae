"""Names and their parts as columns of arrays: what the loops of this stage and the index read.

`Parts` holds distinct contents of parts, one row each, and `Names` holds names as rows of numbers
of parts. Columns of many lengths are flat, and `…_at` says where each row begins.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inlined
from nisba.match.homes import COUNTRIES, Shares
from nisba.match.types import Content, Heard, Hears, Prepared
from nisba.names.types import Kind
from nisba.sounds.kernels import LONGEST, Floats, Ints
from nisba.sounds.kernels import Longs as Longs
from nisba.sounds.listening import starts
from nisba.sounds.pairs import Codes, Spelling

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

    def rows_of(self, contents: Sequence[Content]) -> list[int]:
        """The rows of contents, -1 of those that have none."""
        if not len(self.numbers):
            return [-1] * len(contents)
        numbers = np.fromiter(map(number_of, contents), np.int64, len(contents))
        at = np.minimum(self.numbers.searchsorted(numbers), len(self.numbers) - 1)
        rows: list[int] = np.where(self.numbers[at] == numbers, self.rows[at], -1).tolist()
        return rows


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

    def rows(self, contents: Sequence[Content], ear: Hears) -> list[int]:
        """The numbers of contents; those that are new are heard together, and put in."""
        found = [*map(self._rows.get, contents)]
        if None in found:
            met = [*dict.fromkeys(c for c, row in zip(contents, found, strict=True) if row is None)]
            known = self.known.rows_of(met)
            new = [content for content, row in zip(met, known, strict=True) if row < 0]
            count = self.count
            if new:
                self._add(new, ear.hear(new))
            self._rows.update(zip(met, known, strict=True))
            self._rows.update(zip(new, range(count, self.count), strict=True))
        return [self._rows[content] for content in contents]

    def _add(self, contents: Sequence[Content], heard: Heard) -> None:
        sounds, first, count = heard.sounds, self.count, self.count + len(contents)
        own = self.parts
        letters, forms, bones = (int(at[first]) for at in (own.letter_at, own.form_at, own.bone_at))
        self.parts = parts = _grown(
            own,
            count,
            letters + len(sounds.letters),
            forms + len(sounds.forms),
            bones + len(sounds.bones),
        )
        for column, begin, more in (
            (parts.letter_at, first, letters + sounds.letter_at),
            (parts.letters, letters, sounds.letters),
            (parts.chunks, letters + first, sounds.chunks),
            (parts.form_at, first, forms + sounds.form_at),
            (parts.forms, forms, sounds.forms),
            (parts.chances, forms, sounds.chances),
            (parts.first_forms, first, heard.first_forms),
            (parts.bone_at, first, bones + sounds.bone_at),
            (parts.bones, bones, sounds.bones),
            (parts.tally, first, heard.tally),
            (parts.homes, first, heard.homes),
        ):
            column[begin : begin + len(more)] = more
        more = parts.sounds[first:count]
        more[:, FOREIGN], more[:, SURPRISE] = sounds.foreign, sounds.surprise
        more[:, BEST], more[:, SHIFT] = heard.best, heard.shift
        marks = parts.marks[first:count]
        marks[:, SCRIPT], marks[:, PROPHET] = sounds.scripts, heard.prophet
        marks[:, HEAD:PROPHET] = [
            (
                self.code(content.head),
                self.code(content.tail),
                content.article,
                _SEXES.index(content.sex),
                content.initial,
                content.feminine,
            )
            for content in contents
        ]
        self.count = count

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

    def names(self, prepared: Sequence[Prepared]) -> Names:
        """Rows of names that one ear made ready; those with a title among their parts stand behind
        the others."""
        promoted = [name.promoted for name in prepared if name.promoted is not None]
        every, behind = [*prepared, *promoted], iter(range(len(prepared), 2 * len(prepared)))
        contents = [content for name in every for content in name.contents]
        rows = self.rows(contents, every[0].ear) if every else []
        places, first = [], 0
        for name in every:
            called = name.given
            if name.second >= 0 and self.parts.marks[rows[first + called], PROPHET]:
                called = name.second
            places.append((name.given, called, -1 if name.promoted is None else next(behind)))
            first += len(name.parts)
        titles = [sorted(map(_hash, name.titles)) for name in every]
        return Names(
            starts([len(name.parts) for name in every]),
            np.array(rows, np.int64),
            np.array([flags for name in every for flags in _flags(name)], np.uint8),
            np.array(places, np.int64).reshape(len(every), 3),
            starts([*map(len, titles)]),
            np.array([title for some in titles for title in some], np.int64),
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


def _room(column: NDArray[np.generic], size: int) -> NDArray:  # type: ignore[type-arg]
    """The column, with room for so many rows; it doubles when it grows."""
    if size <= len(column):
        return column
    longer = np.zeros((max(size, 2 * len(column)), *column.shape[1:]), column.dtype)
    longer[: len(column)] = column
    return longer


def _grown(parts: Parts, rows: int, letters: int, forms: int, bones: int) -> Parts:
    """The same parts with room for so many rows, letters, forms and bones."""
    return Parts(
        _room(parts.letter_at, rows + 1),
        _room(parts.letters, letters),
        _room(parts.chunks, letters + rows),
        _room(parts.form_at, rows + 1),
        _room(parts.forms, forms),
        _room(parts.chances, forms),
        _room(parts.first_forms, rows),
        _room(parts.bone_at, rows + 1),
        _room(parts.bones, bones),
        _room(parts.tally, rows),
        _room(parts.sounds, rows),
        _room(parts.marks, rows),
        _room(parts.homes, rows),
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
