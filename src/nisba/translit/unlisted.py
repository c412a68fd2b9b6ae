"""Readings of a written word that no lexicon lists: a beam search through the forms it may render.

From left to right over the letters; the ways of the orthography say which units a letter may
write, and the shapes of known names how likely they follow each other.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from nisba.sounds.units import HAMZA, UNITS, VOWELS, Form
from nisba.translit.orthography import (
    CONSONANT,
    MARBUTA,
    ZAY,
    Letter,
    is_double,
    letters_of,
    ways,
)
from nisba.translit.pointing import written
from nisba.translit.shapes import END, ORDER, START, Shapes

_BEAM = 24
_BESIDES = (("h", MARBUTA), ("zh", ZAY))
_MARGIN = 11.0  # bits behind the best of the beam
_LONGEST = 40


class Path(NamedTuple):
    """A beginning of a form and what it costs, in bits."""

    cost: float
    units: Form


def guesses(word: str, shapes: Shapes, limit: int = 24) -> list[tuple[Form, float]]:
    """The likeliest forms of an unlisted word, with their cost in bits, cheapest first.

    A word of more than forty letters, or with letters that are not Arabic, has none.

    >>> from nisba.translit.shapes import load_shapes
    >>> guesses("\u0643\u0646\u0639\u0627\u0646", load_shapes())[0][0]  # كنعان
    ('k', 'a', 'n', 'ʻ', 'ā', 'n')
    """
    letters = letters_of(word)
    if not 1 < len(letters) <= _LONGEST:
        return []
    beams: list[dict[Form, float]] = [{} for _ in range(len(letters) + 1)]
    beams[0][()] = 0.0
    done: dict[Form, float] = {}
    moves: Moves = {}
    for at in range(len(letters) + 1):
        # Units without letters stay at their place: each round adds one, and two never follow.
        front = _best(beams[at])
        for _ in range(3):
            if at == len(letters):
                for cost, units in front:
                    whole = cost + shapes.cost((START, *units)[1 - ORDER :], END)
                    done[units] = min(whole, done.get(units, math.inf))
            front = _best(_step(front, letters, at, shapes, beams, moves))
            if not front:
                break
    # The beam did not yet know what follows a unit; now the whole form is weighed again.
    nearest = sorted(done.items(), key=lambda item: (item[1], item[0]))[: 2 * limit]
    weighed = [(form, written(form, word)) for form, _ in nearest]
    costs = [
        (shapes.of(form) - math.log2(weight), form)
        for form, weight in weighed
        if weight and len(form) > 1
    ]
    return [(form, cost) for cost, form in sorted(costs)[:limit]]


def _best(paths: dict[Form, float]) -> list[Path]:
    ranked = sorted((cost, units) for units, cost in paths.items())[:_BEAM]
    return [Path(c, u) for c, u in ranked if c <= ranked[0][0] + _MARGIN]


Moves = dict[tuple[int, str], list[tuple[str, int, float]]]
"""The units that may follow a unit at a letter: with the letters that they take, and their bits."""


def _step(
    front: list[Path],
    letters: tuple[Letter, ...],
    at: int,
    shapes: Shapes,
    beams: list[dict[Form, float]],
    moves: Moves,
) -> dict[Form, float]:
    """Add one unit to every path; gives those that took no letter."""
    still: dict[Form, float] = {}
    for cost, units in front:
        before = units[-1] if units else ""
        possible = moves.get((at, before))
        if possible is None:
            possible = moves[at, before] = _moves(letters, at, before)
        context = (START, *units)[1 - ORDER :]
        for unit, width, bits in possible:
            total = cost + bits + shapes.cost(context, unit)
            grown = (*units, unit)
            target = beams[at + width] if width else still
            if total < target.get(grown, math.inf):
                target[grown] = total
    return still


def _moves(letters: tuple[Letter, ...], at: int, before: str) -> list[tuple[str, int, float]]:
    found = []
    for unit in _possible(letters, at):
        if unit in VOWELS and (not before or before in VOWELS):
            continue
        for way in ways(unit, before, letters, at, None):
            found.append((unit, way.width, -math.log2(way.weight)))
    return found


def _possible(letters: tuple[Letter, ...], at: int) -> tuple[str, ...]:
    return _units_at(letters[at].char if at < len(letters) else "")


@lru_cache(maxsize=1 << 10)
def _units_at(char: str) -> tuple[str, ...]:
    """Units that a letter may begin to write: its consonants, all vowels, and a silent hamza."""
    found: list[str] = []
    for unit in UNITS:
        single = unit[: len(unit) // 2] if is_double(unit) else unit
        silent = unit in VOWELS or single == HAMZA
        if silent or char in CONSONANT[single] or (single, char) in _BESIDES:
            found.append(unit)
    return tuple(found)
