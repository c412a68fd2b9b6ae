"""What the facts of a query say of every listed name at once, before candidates are cut off.

Hundreds may share a name, and the resolver looks closely at some forty. With the bits of their
facts added first, the right one is among these. Facts repeat: each distinct one is weighed once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from nisba.facts import Facts, Gender, Years
from nisba.match.facts import birth_year_bits, country_bits, gender_bits

_T = TypeVar("_T")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Column(Generic[_T]):
    """One field of all names: its distinct values, and the number of each name's value, or -1."""

    values: tuple[_T, ...]
    numbers: NDArray[np.int32]

    def bits(self, of: Callable[[_T], float]) -> Floats:
        """Bits for each name; 0 where the field is not known."""
        each: Floats = np.array([*map(of, self.values), 0.0])
        spread: Floats = each[self.numbers]
        return spread


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The facts of the listed names, field by field, in the order of the names."""

    born: _Column[Years]
    countries: _Column[frozenset[str]]
    gender: _Column[Gender]

    def bits(self, query: Facts) -> Floats:
        """Bits that the facts of a query give to each name, field against field."""
        total: Floats = np.zeros(len(self.born.numbers))
        if born := query.born:
            total += self.born.bits(lambda other: birth_year_bits(born, other))
        if countries := query.countries:
            total += self.countries.bits(lambda other: country_bits(countries, other))
        if gender := query.gender:
            total += self.gender.bits(lambda other: gender_bits(gender, other))
        return total


def known_of(facts: Iterable[Facts]) -> Known:
    """Sort the facts of the listed names into columns.

    >>> from nisba.facts import facts_of
    >>> known = known_of([facts_of(birth_year=1967), facts_of(), facts_of(birth_year=1948)])
    >>> (known.bits(facts_of(birth_year=1967, country="IQ")) > 0).tolist()
    [True, False, False]
    """
    listed = list(facts)
    return Known(
        _column(known.born for known in listed),
        _column(known.countries or None for known in listed),
        _column(known.gender for known in listed),
    )


def _column(values: Iterable[_T | None]) -> _Column[_T]:
    number: dict[_T, int] = {}
    numbers = [-1 if v is None else number.setdefault(v, len(number)) for v in values]
    return _Column(tuple(number), np.array(numbers, dtype=np.int32))
