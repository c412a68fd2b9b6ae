"""Clusters in words: an id that stays, a reason that fits a cell, the evidence of a link.

An id is a hash of the cluster's distinct entries, names with facts. Neither the order of the list
nor what else stands in it changes the id, and equal ids mean the same names.
"""

import hashlib
from collections.abc import Sequence

import numpy as np

from nisba.match.compare import Comparison, compare
from nisba.resolve.clusters import contradict
from nisba.resolve.clusters_bearers import Bearers
from nisba.resolve.clusters_links import Entries, key_of
from nisba.resolve.neighbours import Ints
from nisba.text.columns import in_place, legible

_LONGEST = 60
_DIGEST = 8
"""Bytes of an id: of a million clusters two share one by chance once in 37 million lists."""


def members_of(cluster: Ints) -> list[Ints]:
    """The entries of each cluster, in the order of its first one.

    >>> [some.tolist() for some in members_of(np.array([0, 1, 0]))]
    [[0, 2], [1]]
    """
    order = np.argsort(cluster, kind="stable").astype(np.int32)
    borders = np.flatnonzero(np.diff(cluster[order])) + 1
    return np.split(order, borders) if len(order) else []


def cluster_id(entries: Entries, members: Sequence[int], turn: int = 0) -> str:
    """The id of the cluster of these entries, in their order.

    `turn` tells rows of one entry apart that are not one bearer's: it counts them from 1.

    >>> from nisba.facts import Facts
    >>> entries = Entries(["Ali"], [Facts()], *np.zeros((2, 1), int), np.array([2]))
    >>> cluster_id(entries, [0], 1) == cluster_id(entries, [0], 2)
    False
    """
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for entry in members:
        # Lengths before the texts: no two lists of entries are one string of bytes.
        for text in (entries.text(entry), key_of(entries.known(entry))):
            data = text.encode("utf-8", "surrogatepass")
            digest.update(f"{len(data)}:".encode() + data)
    digest.update(f"#{turn}".encode())
    # The letter before it keeps spreadsheets from taking an id for a number.
    return f"c{digest.hexdigest()}"


def reason_of(bearers: Bearers, entry: int) -> str:
    """Why a row of an entry is where it is, in one sentence that fits a cell."""
    rows, near = int(bearers.entries.rows[entry]), int(bearers.places.near[entry])
    if not bearers.alike[entry]:
        return f"{rows:,} rows bear this name, and it is too common to say that they are one."
    other = in_place(legible(bearers.entries.text(near), _LONGEST)) if near >= 0 else ""
    if bearers.torn[entry]:
        return f"{other} is near, and a name of another cluster as much: it is given to neither."
    bits = f"{bearers.places.bits[entry]:+.1f} bits"
    if bearers.places.inside[entry]:
        return f"nearest in its cluster is {other} ({bits})."
    if rows > 1:
        return f"{rows:,} rows bear this name alike."
    if near < 0:
        return "no other name of the list comes near."
    if contradict(bearers.known, entry, near):
        return f"nearest is {other} ({bits}), but birth year or gender contradicts."
    if bearers.torn[near]:
        return f"nearest is {other} ({bits}), which another cluster claims as much."
    if bearers.places.odds[entry] > bearers.least:
        return f"nearest is {other} ({bits}), but others of its cluster speak against it."
    return f"nearest is {other}, but {bits} are too few in this list."


def link_of(bearers: Bearers, entry: int) -> Comparison | None:
    """The evidence between an entry and the one that is nearest to it; `None`: nothing is near."""
    near = int(bearers.places.near[entry])
    if near < 0:
        return None
    entries = bearers.entries
    return compare(
        entries.text(entry),
        entries.text(near),
        left_facts=entries.known(entry),
        right_facts=entries.known(near),
    )
