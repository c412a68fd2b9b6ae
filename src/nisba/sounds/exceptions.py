"""Spellings that no channel explains: Mehmet for Muḥammad, Larbi for ʻArabī, Taha, Georges.

A form is usually spelled unit by unit, and the channel knows how. Some spellings go their own way:
their share among the bearers of a form is learned as it is (`exceptions.tsv`).
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Exceptional(NamedTuple):
    """One spelling (letters as the channel writes them) of one form, and P(spelling | form)."""

    units: str
    letters: str
    probability: float


def write_exceptions(path: Path, found: Iterable[Exceptional]) -> None:
    """Rows: form (units, space between), letters, probability."""
    lines = ["form\tletters\tprobability"]
    lines += [f"{e.units}\t{e.letters}\t{e.probability:.4g}" for e in sorted(found)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def read_exceptions(path: Path) -> Mapping[str, tuple[Exceptional, ...]]:
    """The exceptional spellings by their letters.

    >>> from nisba._data import learned
    >>> [e.units for e in read_exceptions(learned("exceptions.tsv"))["mehmet"]]
    ['m u ḥ a mm a d']
    """
    by_letters: dict[str, list[Exceptional]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        units, letters, probability = line.split("\t")
        by_letters[letters].append(Exceptional(units, letters, float(probability)))
    return {letters: tuple(found) for letters, found in by_letters.items()}
