"""What names are made of: the name elements of the registers, with their bearers by region.

First stage of the generator. An element is an Arabic word or compound (Abd al-Rahman is one) with
all its attested Latin spellings. The counts are those that the sound model's lexicon holds, so
Muhammad, Ahmad and Ali are as common as they are there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nisba._data import curated
from nisba.names.lexicon import rows as listed_rows
from nisba.sounds.training.sources import rows
from nisba.translit.regions import region_of_country
from nisba.translit.remembered import key_of, read_remembered, spellings_in

Floats = npt.NDArray[np.float64]

TABLE = "name_units.tsv"
GIVEN, FAMILY = 0, 1
_SELDOM = 0.005
"""A spelling that fewer bearers have is taken for a slip of the register: wrongly aligned names."""
_LONGEST = 30
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_KINDS = {"given": (1.0, 0.25), "compound": (1.0, 0.25), "kunya": (0.3, 1.0)}
_FAMILY = (0.02, 1.0)
"""Weights as given and as family name where no register tells the role; who is not listed by the
editors is a family: of given names there are few, and they list them."""
_NO_NAMES = ("article", "filiation", "filiation-after", "head", "tail")


class Attested(NamedTuple):
    """A Latin spelling with its bearers in one region."""

    text: str
    region: int
    bearers: float


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """Elements by number. Shapes: `bearers` (elements, 2, regions), as given and as family name.

    `keys` are their folded Arabic letters, `arabic` the usual ones; `feminine` says who is no
    father, as far as the editors know; `source` says whose spellings these are.
    """

    keys: tuple[str, ...]
    arabic: tuple[str, ...]
    attested: tuple[tuple[Attested, ...], ...]
    bearers: Floats
    feminine: npt.NDArray[np.bool_]
    regions: tuple[str, ...]
    source: str


class _Row(NamedTuple):
    key: str
    latin: str
    country: str
    given: float
    family: float


def elements(data: Path | None) -> Elements:
    """Elements of the table `name_units.tsv` in `data`; without it, of the package's own memory.

    The package remembers the same registers, but not who is a given name: the editors' elements
    tell that.
    """
    told = _table(data / TABLE) if data else _remembered()
    found: dict[str, list[_Row]] = defaultdict(list)
    aside = _particles()
    for row in told:
        if row.key not in aside and len(row.key) > 1 and _LATIN.search(row.latin):
            found[row.key].append(row)
    member = region_of_country()
    regions = tuple(sorted(set(member.values())))
    number = {region: i for i, region in enumerate(regions)}
    bearers = np.zeros((len(found), 2, len(regions)))
    attested = []
    for e, given in enumerate(found.values()):
        least = _SELDOM * sum(row.given + row.family for row in given)
        counts: dict[tuple[str, int], float] = defaultdict(float)
        for row in given:
            r = number[member[row.country]]
            bearers[e, :, r] += row.given, row.family
            counts[row.latin, r] += row.given + row.family
        spelled: dict[str, float] = defaultdict(float)
        for (text, _), n in counts.items():
            spelled[text] += n
        attested.append(
            tuple(
                Attested(text, r, n)
                for (text, r), n in sorted(counts.items())
                if spelled[text] >= least and len(text) <= _LONGEST
            )
        )
    listed = {key_of(row["arabic"]): row for row in _edited()}
    arabic = tuple(listed[key]["arabic"] if key in listed else key for key in found)
    feminine = np.array([key in listed and listed[key]["gender"] == "f" for key in found])
    source = f"{TABLE} (registers)" if data else "the registers that the package remembers"
    return Elements(tuple(found), arabic, tuple(attested), bearers, feminine, regions, source)


def _table(path: Path) -> Iterator[_Row]:
    for row in rows(path):
        n, given = float(row["count"]), row["role"] == "given"
        split = (n / 2, n / 2) if row["role"] == "unknown" else (n * given, n * (not given))
        yield _Row(row["arabic_key"], row["latin"], row["country"], *split)


def _remembered() -> Iterator[_Row]:
    kinds = _kinds()
    for key, cell in read_remembered().items():
        given, family = kinds.get(key, _FAMILY)
        for text, bearers in spellings_in(cell):
            for country, n in bearers.items():
                whole = given + family
                yield _Row(key, text, country, n * given / whole, n * family / whole)


def _kinds() -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for kind in ("given", "compound", "kunya", "family", "nisba", "laqab"):
        for row in listed_rows(f"elements/{kind}.tsv"):
            found.setdefault(key_of(row["arabic"]), _KINDS.get(kind, _FAMILY))
    return found


def _edited() -> Iterator[dict[str, str]]:
    """The editors' elements; of two with one key the last one counts."""
    for path in sorted((curated() / "elements").glob("*.tsv"), reverse=True):
        yield from rows(path)


def _particles() -> frozenset[str]:
    """Words that are no name alone: the particles, and the heads of compounds."""
    found: set[str] = set()
    for row in listed_rows("particles.tsv"):
        if row["role"] not in _NO_NAMES:
            continue
        found.update(key_of(word.strip()) for word in row["arabic"].split("|"))
    return frozenset(found)
