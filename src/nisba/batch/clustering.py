"""The rows of a list put together: collected as distinct entries, indexed, clustered.

Between the rows of a file or frame (`nisba.batch.deduping`) and the clusters of entries
(`nisba.resolve.clusters_bearers`): knows which entry each row is, and gives the cells of a row.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nisba.batch.cells import fault_of_name, is_blank
from nisba.facts import Facts
from nisba.resolve.clusters_bearers import Bearers, bearers_of
from nisba.resolve.clusters_links import Distinct, Entries, Evidence
from nisba.resolve.clusters_told import cluster_id, link_of, members_of, reason_of
from nisba.resolve.neighbours import Ints

#: The columns that deduplicating appends, in this order.
COLUMNS: Mapping[str, type] = {
    "nisba_cluster": str,
    "nisba_cluster_size": int,
    "nisba_representative": str,
    "nisba_probability": float,
    "nisba_reason": str,
}
_NOBODY = -1
_EMPTY = (None, None, None, None, "empty cell")

Progress = Callable[[int], None]
"""Is told how much of a step is done."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the rows of a table, in counts; `rejects` is the file of those set aside.

    `clusters` counts those of two rows and more, and `together` the rows in them. `common` are rows
    whose name others bear too, and is too common to put them together, `torn` those that two
    clusters claim alike, `empty` those without a name. `unread` counts cells of facts that were
    left out.
    """

    rows: int
    clusters: int
    together: int
    common: int
    torn: int
    empty: int
    rejected: int
    unread: int
    rejects: Path | None = None


class Collected:
    """The rows of a list as their entries, collected one after the other.

    `entry` holds the number of the entry of each row (-1: an empty cell), `turn` how many rows of
    that entry have come with it.
    """

    def __init__(self) -> None:
        """Begin without rows."""
        self._distinct = Distinct()
        self._entry, self._turn = array("i"), array("i")

    def add(self, text: str, facts: Facts) -> None:
        """Take one row."""
        if is_blank(text) or fault_of_name(text):
            self._entry.append(_NOBODY)
            self._turn.append(0)
            return
        entry, turn = self._distinct.add(text, facts)
        self._entry.append(entry)
        self._turn.append(turn)

    def indexed(self, jobs: int = 1, on_progress: Progress = lambda _: None) -> "Indexed":
        """Hear the names and index them; `on_progress` is told how much is done, of 100.

        At most `jobs` processes share the work, here and when the list is clustered.
        """
        entries, place = self._distinct.entries()
        came = np.array(self._entry, dtype=np.int32)
        nowhere = np.append(place, np.int32(_NOBODY))
        evidence = Evidence(entries, jobs, _share_of(entries, on_progress))
        return Indexed(entries, evidence, nowhere[came], np.array(self._turn, dtype=np.int32))


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """The entries of a list, ready to be compared; the entry of each row (-1: none), and its turn
    there."""

    entries: Entries
    evidence: Evidence
    entry: Ints
    turn: Ints

    def clustered(self, max_error: float, on_progress: Progress = lambda _: None) -> "Clustered":
        """Cluster the rows; raises `ValueError` for an error rate that is none.

        `on_progress` is told how much is done, of 100.
        """
        tell = _share_of(self.entries, on_progress)
        bearers = bearers_of(self.entries, max_error, tell, self.evidence)
        return Clustered(bearers, self.entry, self.turn)


def _share_of(entries: Entries, on_progress: Progress) -> Progress:
    """Tells of distinct names, of which several entries may have one, as a share of 100."""
    return lambda names: on_progress(100 * names // max(len(entries.texts), 1))


class Clustered:
    """The rows of a list with their clusters, by their number from 0."""

    def __init__(self, bearers: Bearers, entry: Ints, turn: Ints) -> None:
        """Make the ids. `entry` is the entry of each row (-1: none), `turn` its turn there."""
        self.bearers, self._entry, self._turn = bearers, entry, turn
        cluster, entries = bearers.cluster, bearers.entries
        self.members = members_of(cluster)
        self._ids = [cluster_id(entries, some.tolist()) for some in self.members]
        firsts = np.array([some[0] for some in self.members], dtype=np.int32)
        self._number = np.searchsorted(firsts, cluster)
        self.sizes = np.bincount(self._number, entries.rows, len(firsts)).astype(np.int64)

    def id(self, entry: int, turn: int = 1) -> str:
        """The id of the cluster of a row; `turn` counts where the rows of an entry are apart."""
        if self.bearers.alike[entry]:
            return self._ids[int(self._number[entry])]
        return cluster_id(self.bearers.entries, [entry], turn)

    def size(self, entry: int) -> int:
        """Rows in the cluster of a row of this entry."""
        return int(self.sizes[self._number[entry]]) if self.bearers.alike[entry] else 1

    def representative(self, entry: int) -> str:
        """The name that stands for the cluster of an entry."""
        return self.bearers.entries.text(int(self.bearers.representative[entry]))

    def cells(self, row: int) -> tuple[Any, ...]:
        """The new cells of a row."""
        entry = int(self._entry[row])
        if entry == _NOBODY:
            return _EMPTY
        return (
            self.id(entry, int(self._turn[row])),
            self.size(entry),
            self.representative(entry),
            float(self.bearers.certainty[entry]),
            reason_of(self.bearers, entry),
        )

    def details(self, row: int) -> dict[str, Any]:
        """The same as an object, with the evidence of the strongest link."""
        cluster, size, representative, certainty, reason = self.cells(row)
        entry = int(self._entry[row])
        link = None if entry == _NOBODY else link_of(self.bearers, entry)
        return {
            "cluster": cluster,
            "size": size,
            "representative": representative,
            "probability": certainty,
            "reason": reason,
            "nearest": None
            if link is None
            else {
                "name": link.right.original,
                "inside": bool(self.bearers.places.inside[entry]),
                "evidence": link.as_dict(),
            },
        }

    def summary(self, counts: Counter[str], rejects: Path | None = None) -> Summary:
        """What became of the rows; `counts` are those of the run that wrote them."""
        alike, rows = self.bearers.alike, self.bearers.entries.rows
        several = np.bincount(self._number[alike], rows[alike], len(self.sizes)) > 1
        return Summary(
            counts["rows"],
            int(several.sum()),
            int(self.sizes[several].sum()),
            int(rows[~alike].sum()),
            int(rows[self.bearers.torn].sum()),
            int((self._entry == _NOBODY).sum()),
            counts["rejected"],
            counts["unread"],
            rejects,
        )
