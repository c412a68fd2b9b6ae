"""The lexicon of known forms, and the trie of a channel's rows in which the kernels find them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from nisba.sounds.contexts import UNIT_NUMBER, codes_of
from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.tables import Channel, Entry


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Entries with their prior, also as an array (`shares`)."""

    entries: tuple[Entry, ...]
    prior: tuple[float, ...]
    shares: Floats


class Trie(NamedTuple):
    """Forms by the rows of one channel: the children of node n are first[n] .. last[n] - 1.

    `edge[n]` is the channel row of the edge to node n, `leaf[n]` the number of the entry that
    ends there or -1. A form's last unit has a row of its own, so a leaf has no children.
    """

    first: Ints
    last: Ints
    edge: Ints
    leaf: Ints


def lexicon_of(entries: Sequence[Entry]) -> Lexicon:
    """The entries with their prior."""
    counts = np.array([entry.bearers for entry in entries])
    shares = counts / counts.sum()
    return Lexicon(tuple(entries), tuple(shares.tolist()), shares)


def trie_of(lexicon: Lexicon, channel: Channel) -> Trie:
    """Build the trie. Nodes are numbered level by level, so that children stand side by side."""
    codes = _codes_of(lexicon)
    padded = np.where(codes < 0, np.int32(-1), channel.by_code[codes])
    order = np.lexsort(padded.T[::-1])
    padded = padded[order]
    valid = padded >= 0
    # A row opens a node at a depth when its units so far differ from those of the row above.
    differs = np.ones(padded.shape, dtype=bool)
    differs[1:] = np.logical_or.accumulate(padded[1:] != padded[:-1], axis=1)
    opens = differs & valid
    sizes = opens.sum(axis=0)
    offsets = 1 + np.concatenate(([0], np.cumsum(sizes)[:-1]))
    number = np.cumsum(opens, axis=0) - 1 + offsets
    total = int(1 + sizes.sum())
    edge, leaf = np.full(total, -1, np.int32), np.full(total, -1, np.int32)
    edge[number[opens]] = padded[opens]
    lengths = valid.sum(axis=1)
    leaf[number[np.arange(len(padded)), lengths - 1]] = order
    parent = np.zeros(total, np.int32)
    deeper = opens[:, 1:]
    parent[number[:, 1:][deeper]] = number[:, :-1][deeper]
    first, last = np.zeros(total, np.int32), np.zeros(total, np.int32)
    parents, begin, count = np.unique(parent[1:], return_index=True, return_counts=True)
    first[parents] = begin + 1
    last[parents] = begin + 1 + count
    return Trie(first, last, edge, leaf)


@lru_cache(maxsize=2)
def _codes_of(lexicon: Lexicon) -> Ints:
    """Contexts of the units of all forms, shape (entries, longest), -1 behind the end."""
    return codes_of(_padded(lexicon.entries))


def _padded(entries: Sequence[Entry]) -> Ints:
    """Numbers of the units of all forms, shape (entries, longest), -1 behind the end."""
    lengths = np.array([entry.units.count(" ") + 1 for entry in entries])
    units = " ".join(entry.units for entry in entries).split(" ")
    flat = np.array([UNIT_NUMBER[unit] for unit in units], dtype=np.int32)
    column = np.arange(int(lengths.max()))
    inside = column < lengths[:, None]
    padded = np.full(inside.shape, -1, dtype=np.int32)
    padded[inside] = flat
    return padded
