"""What an index keeps of a gazetteer beside the names: ids, labels, facts, retired ids.

It answers what a resolver asks of a gazetteer, from columns that an index file holds as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from nisba.facts import Facts, Gender, Years
from nisba.facts.types import NOTHING_KNOWN
from nisba.gazetteer import Gazetteer
from nisba.match.columns import Longs
from nisba.sounds.kernels import Ints
from nisba.sounds.pairs import Codes

BORN, COUNTRIES, GENDER = range(3)


class Texts(NamedTuple):
    """Many strings in one array of UTF-8: string i stands from at[i] to at[i + 1]."""

    at: Longs
    letters: Codes


def texts_of(strings: Iterable[str]) -> Texts:
    """Put strings into one array."""
    encoded = [s.encode("utf-8", "surrogatepass") for s in strings]
    at = np.concatenate(([0], np.cumsum([len(e) for e in encoded]))).astype(np.int64)
    return Texts(at, np.frombuffer(b"".join(encoded), np.uint8).copy())


def text_of(texts: Texts, row: int) -> str:
    """One of the strings.

    >>> text_of(texts_of(["Ali", "Omar"]), 1)
    'Omar'
    """
    piece = texts.letters[texts.at[row] : texts.at[row + 1]]
    return piece.tobytes().decode("utf-8", "surrogatepass")


def texts_at(texts: Texts, rows: Longs) -> list[str]:
    """Many of the strings.

    >>> texts_at(texts_of(["Ali", "Omar"]), np.array([1, 1]))
    ['Omar', 'Omar']
    """
    letters = texts.letters.data
    ends = zip(texts.at[rows].tolist(), texts.at[rows + 1].tolist(), strict=True)
    return [str(letters[first:last], "utf-8", "surrogatepass") for first, last in ends]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The identities of an index, in the order of their ids.

    `known` has a row for each identity: the numbers of its BORN, COUNTRIES and GENDER among the
    distinct values of these fields, -1 where nothing is known.
    """

    ids: Texts
    labels: Texts
    retired: Mapping[str, str]
    born: Sequence[Years]
    countries: Sequence[frozenset[str]]
    genders: Sequence[Gender]
    known: Ints
    _rows: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return the number of identities."""
        return len(self.ids.at) - 1

    def label(self, id: str) -> str:
        """Return the label of an id, for display; raises `KeyError` for an unknown one."""
        row = self._current_row(id)
        if row < 0:
            raise KeyError(f"no identity has the id {id!r}")
        return text_of(self.labels, row)

    def facts(self, id: str) -> Facts:
        """Return what is known of an identity beside its names; nothing of an unknown id."""
        row = self._current_row(id)
        return NOTHING_KNOWN if row < 0 else self.facts_of_row(row)

    def facts_of_row(self, row: int) -> Facts:
        """Return what is known of the identity in a row."""
        born, countries, gender = self.known[row].tolist()
        if max(born, countries, gender) < 0:
            return NOTHING_KNOWN
        return Facts(
            None if born < 0 else self.born[born],
            frozenset() if countries < 0 else self.countries[countries],
            None if gender < 0 else self.genders[gender],
        )

    def current(self, id: str) -> str | None:
        """Return the id that stands for this one: itself, or what replaced it, or `None`."""
        row = self._current_row(id)
        return None if row < 0 else text_of(self.ids, row)

    def _current_row(self, id: str) -> int:
        row = self._row(id)
        return row if row >= 0 else self._row(self.retired.get(id, id))

    def _row(self, id: str) -> int:
        if not self._rows:
            self._rows.update((text_of(self.ids, row), row) for row in range(len(self)))
        return self._rows.get(id, -1)


def catalogue_of(gazetteer: Gazetteer) -> Catalogue:
    """What an index keeps of a gazetteer.

    >>> found = catalogue_of(Gazetteer.from_names([("b", "Omar"), ("a", "Ali")]))
    >>> len(found), found.label("a"), text_of(found.ids, 0)
    (2, 'Ali', 'a')
    """
    identities = sorted(gazetteer.identities, key=lambda identity: identity.id)
    born: dict[Years, int] = {}
    countries: dict[frozenset[str], int] = {}
    genders: dict[Gender, int] = {}
    known = np.full((len(identities), 3), -1, np.int32)
    for row, identity in enumerate(identities):
        facts = gazetteer.facts(identity.id)
        if facts.born is not None:
            known[row, BORN] = born.setdefault(facts.born, len(born))
        if facts.countries:
            known[row, COUNTRIES] = countries.setdefault(facts.countries, len(countries))
        if facts.gender is not None:
            known[row, GENDER] = genders.setdefault(facts.gender, len(genders))
    ids = [identity.id for identity in identities]
    retired = {old: now for old in gazetteer.retired if (now := gazetteer.current(old)) is not None}
    return Catalogue(
        texts_of(ids),
        texts_of(identity.label for identity in identities),
        retired,
        tuple(born),
        tuple(countries),
        tuple(genders),
        known,
        {id: row for row, id in enumerate(ids)},
    )
