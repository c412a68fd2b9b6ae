"""The lexicon of known forms as a trie of channel rows, for the kernels to walk."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.tables import Entry, row_ids


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries with their prior, and the trie: children of node n are first[n] .. last[n] - 1.

    `edge[n]` is the channel row of the edge to node n, `leaf[n]` the number of the entry that
    ends there or -1. A form's last unit has a row of its own, so a leaf has no children.
    """

    entries: tuple[Entry, ...]
    prior: Floats
    first: Ints
    last: Ints
    edge: Ints
    leaf: Ints


def lexicon_of(entries: Sequence[Entry]) -> Lexicon:
    """Build the trie, level by level, over the forms' rows in lexicographic order."""
    rows = [row_ids(entry.form) for entry in entries]
    deepest = max(len(r) for r in rows)
    padded = np.full((len(rows), deepest), -1, dtype=np.int32)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    order = np.lexsort(padded.T[::-1])
    padded = padded[order]
    first, last, edge, leaf = [0], [0], [-1], [-1]
    # Each open node is (node, lowest entry, highest entry + 1) at the present depth.
    level = [(0, 0, len(rows))]
    for depth in range(deepest):
        following = []
        for node, low, high in level:
            column = padded[low:high, depth]
            cuts = [low, *(low + 1 + np.flatnonzero(np.diff(column))).tolist(), high]
            first[node] = len(edge)
            for start, stop in zip(cuts, cuts[1:], strict=False):
                here = int(padded[start, depth])
                if here < 0:
                    continue
                done = depth + 1 == deepest or int(padded[start, depth + 1]) < 0
                edge.append(here)
                leaf.append(int(order[start]) if done else -1)
                first.append(0)
                last.append(0)
                if not done:
                    following.append((len(edge) - 1, start, stop))
            last[node] = len(edge)
        level = following
    counts = np.array([entry.count for entry in entries])
    return Lexicon(
        tuple(entries),
        counts / counts.sum(),
        *(np.array(values, dtype=np.int32) for values in (first, last, edge, leaf)),
    )
