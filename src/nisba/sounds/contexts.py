"""The context of a unit: its place in the form, and the sounds on either side of it.

How a unit is spelled depends on its neighbours: French writes ss between vowels (Nassar) and gu
for q before i (Guessoum), a cluster at the end gets a helping vowel (Fahad, Bader), ʿayn before a
consonant becomes a second a (Jaafar), and Arabic writes hamza on the seat that the vowels around it
ask for. A channel has one row for each unit and place, and more rows for the neighbourhoods where a
unit is spelled otherwise.
"""

from collections.abc import Sequence

import numpy as np

from nisba.sounds.kernels import Ints
from nisba.sounds.units import AYN, GEMINATES, HAMZA, UNITS, Form

PLACES = ("initial", "medial", "final")
UNIT_NUMBER = {unit: i for i, unit in enumerate(UNITS)}
BASE = len(UNITS) * len(PLACES)
"""Rows of a channel that know the place alone; those that know the neighbours follow."""

NEIGHBOURS = ("#", "a", "i", "u", "w", "y", "G", "E", "D", "C")
"""Edge of the word, vowels, glides, gutturals, emphatic and back consonants, doubled ones, others.

A diphthong is an a to what stands before it, and a glide to what stands behind.
"""
_KINDS = len(NEIGHBOURS)
_EDGE = NEIGHBOURS.index("#")
_GUTTURAL = frozenset({HAMZA, AYN, "ḥ", "h"})
_EMPHATIC = frozenset({"ṣ", "ḍ", "ṭ", "ẓ", "q", "kh", "gh"})
_VOWEL = {"a": "a", "ā": "a", "aẗ": "a", "á": "a", "i": "i", "ī": "i", "u": "u", "ū": "u"}


def _kind(unit: str, seen_from: str) -> int:
    """Kind of neighbour that a unit is, seen from the unit `before` it or `behind` it."""
    if unit in ("aw", "ay"):
        kind = "a" if seen_from == "before" else unit[1]
    elif unit in _VOWEL:
        kind = _VOWEL[unit]
    elif unit in GEMINATES:
        kind = "D"
    elif unit in ("w", "y"):
        kind = unit
    else:
        kind = "G" if unit in _GUTTURAL else "E" if unit in _EMPHATIC else "C"
    return NEIGHBOURS.index(kind)


# One entry more than there are units, for what stands beyond the edge: index -1 reaches it.
_AS_NEXT = np.array([*(_kind(u, "before") for u in UNITS), _EDGE], dtype=np.int32)
_AS_LAST = np.array([*(_kind(u, "behind") for u in UNITS), _EDGE], dtype=np.int32)
CODES = len(UNITS) * _KINDS * _KINDS
"""How many contexts there are: a unit between two neighbours."""


def numbers_of(form: Form) -> Ints:
    """Numbers of a form's units."""
    return np.array([UNIT_NUMBER[unit] for unit in form], dtype=np.int32)


def codes_of(units: Ints) -> Ints:
    """Codes of the contexts of forms, shape (forms, longest); -1 stands behind the end of each."""
    before = np.full_like(units, _EDGE)
    before[:, 1:] = _AS_LAST[units[:, :-1]]
    after = np.full_like(units, _EDGE)
    after[:, :-1] = _AS_NEXT[units[:, 1:]]
    codes: Ints = (units * _KINDS + before) * _KINDS + after
    return np.where(units < 0, np.int32(-1), codes)


def base_row(code: int) -> int:
    """The row of a context that knows the place alone."""
    unit, before, after = _apart(code)
    place = 0 if before == _EDGE else 2 if after == _EDGE else 1
    return unit * len(PLACES) + place


def base_rows(form: Form) -> Ints:
    """Rows of a form's units that know the place alone."""
    rows: Ints = BASE_ROWS[codes_of(numbers_of(form)[None, :])[0]]
    return rows


def context_name(code: int) -> str:
    """A context as linguists write it, before and behind a dash that stands for the unit.

    >>> [context_name(int(c)) for c in codes_of(numbers_of(("m", "u", "n", "i", "r"))[None, :])[0]]
    ['#_u', 'C_C', 'u_i', 'C_C', 'i_#']
    """
    _, before, after = _apart(code)
    return f"{NEIGHBOURS[before]}_{NEIGHBOURS[after]}"


def code_of(unit: str, context: str) -> int:
    """The code of a unit in a context that `context_name` wrote."""
    before, after = (NEIGHBOURS.index(kind) for kind in context.split("_"))
    return (UNIT_NUMBER[unit] * _KINDS + before) * _KINDS + after


def _apart(code: int) -> tuple[int, int, int]:
    unit, sides = divmod(code, _KINDS * _KINDS)
    return unit, *divmod(sides, _KINDS)


BASE_ROWS: Ints = np.array([base_row(code) for code in range(CODES)], dtype=np.int32)
"""Base row of every context."""


def rows_by_code(refined: Sequence[int]) -> Ints:
    """Row of every context in a channel with rows for the refined ones behind its base rows."""
    rows = BASE_ROWS.copy()
    rows[list(refined)] = BASE + np.arange(len(refined), dtype=np.int32)
    return rows
