"""Facts of what people write: strictly, with an error, or leniently, with what was left out."""

import math
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from nisba.facts import words
from nisba.facts.countries import countries_of
from nisba.facts.genders import gender_of
from nisba.facts.types import Facts, Unreadable, Years

_T = TypeVar("_T")
_UNKNOWN = frozenset(word.strip() for word in words.UNKNOWN.split("\n"))

Year = float | str | Years | None
Country = str | Iterable[str] | None


def facts_of(
    *, birth_year: Year = None, country: Country = None, gender: str | None = None
) -> Facts:
    """Facts of what a user gives; what is empty or "unknown" is not known.

    A birth year is a number or a text (1967, "c. 1967", "1960s", "1965-1968", "5 March 1967",
    "1387 AH"), a country a code, name or adjective in English or Arabic, or several parted by
    `;`, a gender "male" or "female". Raises `ValueError` with the value and what is accepted.

    >>> known = facts_of(birth_year="c. 1967", country="Iraqi; LBN", gender="m")
    >>> str(known.born), sorted(known.countries), str(known.gender)
    ('1965-1969', ['IQ', 'LB'], 'male')
    >>> facts_of(gender="?") == facts_of()
    True
    """
    facts, unread = read_facts(birth_year=birth_year, country=country, gender=gender)
    if unread:
        raise ValueError("; ".join(map(str, unread)))
    return facts


def read_facts(
    *, birth_year: Year = None, country: Country = None, gender: str | None = None
) -> tuple[Facts, tuple[Unreadable, ...]]:
    """Facts of what can be read, and the fields that cannot.

    >>> facts, unread = read_facts(birth_year="67", gender="male")
    >>> str(facts.gender), [(fault.field, fault.value) for fault in unread]
    ('male', [('birth year', '67')])
    """
    unread: list[Unreadable] = []
    facts = Facts(
        _read(birth_year, _years, unread),
        _read(country, countries_of, unread) or frozenset(),
        _read(gender, gender_of, unread),
    )
    return facts, tuple(unread)


def _years(value: float | str | Years) -> Years:
    # Imported here, since its patterns take longest to make ready, and few calls need them.
    from nisba.facts.years import years_of

    return value if isinstance(value, Years) else years_of(value)


def _read(value: Any, read: Callable[[Any], _T], unread: list[Unreadable]) -> _T | None:
    """What one field says, or `None`; a fault goes to `unread`."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str) and value.strip().casefold() in _UNKNOWN:
        return None
    try:
        return read(value)
    except Unreadable as fault:
        unread.append(fault)
        return None
