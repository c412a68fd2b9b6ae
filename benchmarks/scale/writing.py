"""How the names of people are written down, in Latin or Arabic script, with errors.

Last stage of the generator before the files (`lists`). All that can be drawn for a whole list is
drawn at once; what is left for each name is to put its parts together.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.scale.elements import Elements
from benchmarks.scale.people import NOTHING, Ints, People
from benchmarks.scale.slips import slipped
from benchmarks.scale.spelled import Made, spellings

_ABROAD = 0.2  # share of names that are spelled as another region would
_MARKED = 0.6  # share of marks of filiation that are written
_CAPITALS = 0.06
_ERRORS = (0.45, 0.33, 0.16, 0.06)
"""Shares of rows with 0, 1, 2 and 3 errors."""
_MARKS = {"maghreb": ("ben", "ben", "bin"), "iran": ("ibn",)}
_OTHER_MARKS = ("bin", "bin", "bin", "ibn", "ben")
_ARABIC_MARK = "\u0628\u0646"  # بن


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Names as they were written, by number; `made` says that the sound model spelled a part."""

    names: list[str]
    arabic: npt.NDArray[np.bool_]
    errors: Ints
    made: npt.NDArray[np.bool_]


class Writer:
    """Writes names of people; what the elements' distributions cost is paid at the first list."""

    def __init__(self, told: Elements, made: Made, seed: int) -> None:
        """Write with the spellings of `told`, seeded."""
        self._told = told
        self._made = made
        self._rng = np.random.default_rng(seed)
        self._chance = random.Random(seed)

    def write(self, who: People, arabic: float, *, errors: bool) -> Written:
        """The name of each, a share of them in Arabic script, with errors or without."""
        told, rng, count = self._told, self._rng, len(who.region)
        script = rng.random(count) < arabic
        region = np.where(rng.random(count) < _ABROAD, rng.permutation(who.region), who.region)
        found = spellings(told, who.parts[~script], region[~script], self._made)
        drawn = np.full(who.parts.shape, NOTHING)
        drawn[~script] = found.draw(who.parts[~script], region[~script], rng)
        marked = who.marks & (rng.random(who.marks.shape) < _MARKED)
        wrong = rng.choice(len(_ERRORS), count, p=_ERRORS) if errors else np.zeros(count, int)
        capitals = rng.random(count) < (_CAPITALS if errors else 0.0)
        made = np.append(found.made, False)[drawn].any(axis=1)
        names, really = [], np.zeros(count, dtype=np.int64)
        table = zip(
            who.parts.tolist(),
            drawn.tolist(),
            marked.tolist(),
            script.tolist(),
            region.tolist(),
            wrong.tolist(),
            capitals.tolist(),
            strict=True,
        )
        for i, (parts, texts, marks, is_arabic, r, slips, loud) in enumerate(table):
            if is_arabic:
                words = [told.arabic[p] for p in parts if p != NOTHING]
                links: Sequence[str] = (_ARABIC_MARK,)
            else:
                words = [found.texts[t] for t in texts if t != NOTHING]
                links = _MARKS.get(told.regions[r], _OTHER_MARKS)
            if slips:
                words, really[i] = self._slipped(words, marks, links, slips)
            elif any(marks):
                words = self._linked(words, marks, links)
            name = " ".join(words)
            names.append(name.upper() if loud else name)
        return Written(names, script, really, made)

    def _linked(self, words: list[str], marks: list[bool], links: Sequence[str]) -> list[str]:
        """The words, each with the mark that stands before it."""
        return [
            f"{self._chance.choice(links)} {word}" if mark else word
            for word, mark in zip(words, marks, strict=False)
        ]

    def _slipped(
        self, words: list[str], marks: list[bool], links: Sequence[str], count: int
    ) -> tuple[list[str], int]:
        return slipped(self._linked(words, marks, links), count, self._chance)
