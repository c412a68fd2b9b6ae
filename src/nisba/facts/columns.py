"""Columns of a table that hold facts: their names, and what a row says in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from nisba.facts.reading import read_facts
from nisba.facts.types import Facts, Unreadable


@dataclass(frozen=True, slots=True)
class FactColumns:
    """The columns of birth year, country and gender; `None` where a table has no such column.

    >>> FactColumns(country="nation").names
    ('nation',)
    """

    birth_year: str | None = None
    country: str | None = None
    gender: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns that there are, each once."""
        named = (self.birth_year, self.country, self.gender)
        return tuple(dict.fromkeys(name for name in named if name is not None))

    def read(self, row: Mapping[str, str]) -> tuple[Facts, tuple[Unreadable, ...]]:
        """What a row says, by column, and the cells that cannot be read.

        >>> FactColumns(gender="sex").read({"sex": "f"})[0].gender
        <Gender.FEMALE: 'female'>
        """
        return read_facts(
            birth_year=None if self.birth_year is None else row[self.birth_year],
            country=None if self.country is None else row[self.country],
            gender=None if self.gender is None else row[self.gender],
        )
