"""The index of a gazetteer: its names made ready, in columns that a file can hold as they are.

A part of a query is looked up among the distinct parts of the gazetteer (they are far fewer than
names), and each part found leads to its names (`nisba.index.walk`). `nisba.index.files` writes an
index to a file and opens it again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import loop
from nisba.gazetteer import Gazetteer
from nisba.index.catalogue import Catalogue, Texts, catalogue_of, texts_of
from nisba.index.keys import FORM, MOST_KEYS, chance_of, grain_of, key_of_both, keys_of
from nisba.index.walk import FEW, Filed
from nisba.match.columns import Longs, Names, Parts, Store
from nisba.match.gathering import gathered
from nisba.match.homes import Shares
from nisba.match.prepare import Ear
from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.model import SoundModel
from nisba.sounds.pairs import Codes

SHORT_KINDS = frozenset({"short", "abbreviation", "kunya"})
"""Kinds of names that are short for another."""


class _Entry(NamedTuple):
    """One name in the index: whose it is, and whether it is a short form or an abbreviation."""

    identity: str
    text: str
    short: bool


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Names of a gazetteer, sorted by identity and text, so that their order changes nothing.

    `owner` is the row of each name's identity in the catalogue, `short` tells short forms, `store`
    holds the parts of the names, and what is heard later.
    """

    catalogue: Catalogue
    texts: Texts
    owner: Longs
    short: Codes
    store: Store
    filed: Filed

    def __len__(self) -> int:
        """Return the number of names."""
        return self.filed.listed


def build(
    gazetteer: Gazetteer,
    ear: Ear,
    jobs: int = 1,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Index:
    """Index a gazetteer, by at most `jobs` processes; the order of its names does not matter.

    `on_progress` is told how much is done, of 100.

    >>> from nisba.sounds.model import load_model
    >>> g = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")])
    >>> len(build(g, Ear(load_model())))
    2
    """
    names = sorted(
        {
            _Entry(identity.id, name.text, name.kind in SHORT_KINDS)
            for identity, name in gazetteer.names()
        }
    )
    catalogue = catalogue_of(gazetteer)
    row = {id: number for number, id in enumerate(sorted(i.id for i in gazetteer.identities))}
    texts = [name.text for name in names]

    def tell(heard: int) -> None:
        on_progress(100 * heard // max(len(texts), 1))

    rows, store, _ = gathered(ear, texts, jobs, tell)
    return Index(
        catalogue,
        texts_of(name.text for name in names),
        np.array([row[name.identity] for name in names], dtype=np.int64),
        np.array([name.short for name in names], dtype=np.uint8),
        store,
        file_names(ear.model, store.parts, rows, len(names)),
    )


def file_names(model: SoundModel, parts: Parts, names: Names, listed: int) -> Filed:
    """File names by their parts, and these parts by their keys; `listed` names come first."""
    end = names.part_at[listed]
    numbers = names.parts[:end]
    name = np.repeat(np.arange(listed), np.diff(names.part_at[: listed + 1]))
    filed = np.unique(numbers)
    _, name_at, names_of = _grouped(numbers, name, np.arange(parts_in(names) + 1))
    keys, part_at, parts_of = _grouped(*model.loop(_file_keys)(parts, filed))
    chances = model.loop(_chances)(parts, model.lexicon.shares, keys, part_at, parts_of)
    pairs = model.loop(_file_pairs)(parts, names, listed)
    split_keys, split_at, split_of = _grouped(*pairs)
    return Filed(
        names, listed, name_at, names_of, keys, part_at, parts_of, chances, split_keys, split_at,
        split_of, _few(names, listed),
    )  # fmt: skip


def parts_in(names: Names) -> int:
    """How many rows of parts the names speak of."""
    return int(names.parts.max()) + 1 if len(names.parts) else 0


def _few(names: Names, listed: int) -> Ints:
    """The parts of each name as rows of one length, as `Filed` has them."""
    sizes = np.diff(names.part_at[: listed + 1])
    few = np.full((listed, FEW), parts_in(names), np.int32)
    for place in range(FEW):
        has = np.flatnonzero(sizes > place)
        few[has, place] = names.parts[names.part_at[has] + place]
    few[sizes > FEW, 0] = -1
    return few


def _grouped(
    keys: NDArray[np.generic], values: NDArray[np.generic], rows: NDArray[np.generic] | None = None
) -> tuple[Longs, Longs, Longs]:
    """Distinct keys in their order (or `rows`), where the values of each begin, and the values."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    new = np.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    keys, values = keys[new], values[new]
    distinct = np.unique(keys) if rows is None else rows[:-1]
    at = np.searchsorted(keys, distinct, "left")
    return (
        distinct.astype(np.int64),
        np.append(at, len(keys)).astype(np.int64),
        values.astype(np.int64),
    )


@loop
def _file_keys(parts: Parts, numbers: Longs) -> tuple[Longs, Longs]:
    """All keys of some parts, each with its part."""
    own = np.empty(MOST_KEYS, np.int64)
    keys, filed = np.empty(1024, np.int64), np.empty(1024, np.int64)
    count = 0
    for number in numbers:
        size = keys_of(parts, number, own)
        if count + size > len(keys):
            more, others = np.empty(2 * len(keys), np.int64), np.empty(2 * len(keys), np.int64)
            more[:count], others[:count] = keys[:count], filed[:count]
            keys, filed = more, others
        keys[count : count + size] = own[:size]
        filed[count : count + size] = number
        count += size
    return keys[:count], filed[:count]


@loop
def _chances(parts: Parts, prior: Floats, keys: Longs, part_at: Longs, parts_of: Longs) -> Shares:
    """How likely each part under the key of a form renders it, and 0 for other keys."""
    chances = np.zeros(len(parts_of), np.float32)
    for row in range(len(keys)):
        if grain_of(keys[row]) == FORM:
            for at in range(part_at[row], part_at[row + 1]):
                chances[at] = chance_of(parts, prior, parts_of[at], keys[row])
    return chances


@loop
def _file_pairs(parts: Parts, names: Names, listed: int) -> tuple[Longs, Longs]:
    """The keys of neighbours written as one, each with its name."""
    most = names.part_at[listed]
    keys, filed, count = np.empty(most, np.int64), np.empty(most, np.int64), 0
    for name in range(listed):
        for at in range(names.part_at[name], names.part_at[name + 1] - 1):
            key = key_of_both(parts, names.parts[at], names.parts[at + 1])
            if key >= 0:
                keys[count], filed[count] = key, name
                count += 1
    return keys[:count], filed[:count]
