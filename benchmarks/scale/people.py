"""Who there is: people drawn by region, with the elements of their names.

Second stage of the generator, after `elements`. The shape of a name is that of its region: chains
of fathers on the Nile, a mark of filiation in the Gulf, given name and family in the Maghreb. The
shapes and their weights are general knowledge; what fills them is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.scale.elements import FAMILY, GIVEN, Elements

Ints = npt.NDArray[np.int64]

SLOTS = 5
"""Parts of the longest name."""
NOTHING = -1
_ROUNDS = 100
_SHAPES = {
    "egypt": {"GG": 2, "GF": 3, "GGG": 3, "GGF": 3, "GGGG": 1, "GGGF": 1},
    "gulf": {"GF": 3, "GGF": 2, "G+GF": 4, "G+G+GF": 2, "GG": 1, "GGGF": 1},
    "horn": {"GG": 2, "GGG": 6, "GGGG": 2},
    "iran": {"GF": 7, "GGF": 3},
    "iraq": {"GF": 3, "GGF": 4, "GGGF": 2, "GGG": 1},
    "levant": {"GF": 6, "GGF": 3, "GGGF": 1},
    "libya": {"GF": 4, "GGF": 4, "GGG": 2},
    "maghreb": {"GF": 7, "GGF": 2, "G+GF": 1},
    "south-asia": {"GG": 3, "GF": 4, "GGF": 3, "GGG": 1},
    "sudan": {"GG": 1, "GGG": 4, "GGGG": 3, "GGGF": 1, "GGGGF": 1},
}
"""Shapes by region, with their weights: G a given name, F a family name, + a mark of filiation."""


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """People by number: region of each, elements of their names, where a mark of filiation stands.

    Shapes: `region` (people,), `parts` and `marks` (people, SLOTS); `parts` is -1 behind the end.
    """

    region: Ints
    parts: Ints
    marks: npt.NDArray[np.bool_]

    def some(self, which: Ints) -> "People":
        """These people, in this order; one may come twice."""
        return People(self.region[which], self.parts[which], self.marks[which])

    @property
    def keys(self) -> npt.NDArray[np.void]:
        """One value a person, equal for namesakes: bearers of the same elements in one order."""
        parts = np.ascontiguousarray(self.parts)
        return parts.view(np.dtype((np.void, parts.itemsize * SLOTS))).ravel()


def people(told: Elements, count: int, rng: np.random.Generator) -> People:
    """So many people, as the registers show them: each region by its bearers."""
    by_region = told.bearers.sum(axis=(0, 1))
    region = rng.choice(len(told.regions), count, p=by_region / by_region.sum())
    parts = np.full((count, SLOTS), NOTHING)
    marks = np.zeros((count, SLOTS), dtype=bool)
    for r, name in enumerate(told.regions):
        here = np.flatnonzero(region == r)
        shapes = _SHAPES[name]
        weights = np.array(list(shapes.values()), dtype=float)
        shape = rng.choice(len(shapes), len(here), p=weights / weights.sum())
        for s, letters in enumerate(shapes):
            _fill(parts, marks, here[shape == s], letters, told, r, rng)
    return People(region, parts, marks)


def strangers(told: Elements, count: int, listed: People, rng: np.random.Generator) -> People:
    """So many people of whom none has a namesake among the listed.

    Raises `ValueError` where there are too few elements for so many strangers.
    """
    kept: list[People] = []
    missing = count
    for _ in range(_ROUNDS):
        drawn = people(told, count, rng)
        new = np.flatnonzero(~np.isin(drawn.keys, listed.keys))[:missing]
        kept.append(drawn.some(new))
        missing -= len(new)
        if not missing:
            return together(kept)
    raise ValueError(f"{count:,} strangers: the elements give none that are not listed")


def together(groups: Sequence[People]) -> People:
    """All these people, in one row."""
    return People(
        np.concatenate([g.region for g in groups]),
        np.concatenate([g.parts for g in groups]),
        np.concatenate([g.marks for g in groups]),
    )


def _fill(
    parts: Ints,
    marks: npt.NDArray[np.bool_],
    who: Ints,
    shape: str,
    told: Elements,
    region: int,
    rng: np.random.Generator,
) -> None:
    """Draw the elements of those whose names have one shape."""
    slot = 0
    for letter in shape:
        if letter == "+":
            marks[who, slot] = True
            continue
        weights = told.bearers[:, FAMILY if letter == "F" else GIVEN, region]
        if letter == "G" and slot:
            weights = np.where(told.feminine, 0.0, weights)  # fathers
        weights = np.cumsum(weights)
        at = rng.random(len(who)) * weights[-1]
        parts[who, slot] = np.searchsorted(weights, at, side="right")
        slot += 1
