"""Rows of one bearer put together, without a gazetteer: the work of `nisba dedupe`.

The rows are read twice. The first time their distinct names and facts are collected, in compact
arrays, and clustered (`nisba.resolve.clusters_bearers`); the second time every row is written with
its cluster, as `nisba.batch.running` writes all files.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from nisba.batch.cells import fault_of_name, is_blank
from nisba.batch.chunks import Input
from nisba.batch.columns import fault_of_columns
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.formats import Shape
from nisba.batch.frames import header_of, texts_of, with_columns
from nisba.batch.rows import Row
from nisba.batch.running import Manner, Target, Told, run
from nisba.batch.values import text_of
from nisba.batch.work import Answers
from nisba.batch.working import Task
from nisba.batch.writing import output_of
from nisba.facts import FactColumns, Facts, Unreadable
from nisba.resolve.clusters_bearers import MAX_ERROR, Bearers, bearers_of
from nisba.resolve.clusters_links import Distinct, Entries, Evidence
from nisba.resolve.clusters_told import cluster_id, link_of, members_of, reason_of
from nisba.resolve.neighbours import Ints

AnyFrame = TypeVar("AnyFrame")

#: The columns that deduplicating appends, in this order.
COLUMNS: Mapping[str, type] = {
    "nisba_cluster": str,
    "nisba_cluster_size": int,
    "nisba_representative": str,
    "nisba_probability": float,
    "nisba_reason": str,
}
_NOBODY = -1
_NOTHING = Facts()
_EMPTY = (None, None, None, None, "empty cell")

Progress = Callable[[int], None]
"""Is told how much of a step is done."""


@dataclass(slots=True)
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


class Deduping:
    """The work that writes clusters behind rows that were clustered before.

    Rows are known by the lines where they start, so that any process may write any of them.
    """

    added: Mapping[str, type] = COLUMNS

    def __init__(self, clustered: Clustered, lines: Sequence[int]) -> None:
        """Write these clusters; `lines` are the lines of the rows, in their order."""
        self._clustered, self._lines = clustered, np.array(lines, dtype=np.int64)

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Give the cells of rows."""
        lines = np.array([row.line for row in rows], dtype=np.int64)
        places = np.searchsorted(self._lines, lines)
        found = self._lines[np.minimum(places, len(self._lines) - 1)] if rows else lines
        if not np.array_equal(found, lines):
            advice = "the file changed while it was read: nothing was written; run again"
            raise FaultyFile(table.source.path, 0, "", advice)
        cells = [self._clustered.cells(place) for place in places.tolist()]
        return Answers(
            [list(column) for column in zip(*cells, strict=True)] or [[] for _ in COLUMNS],
            Counter(),
            [self._clustered.details(place) for place in places.tolist()] if detail else [],
            [fault for row in rows for fault in _unread(table, row)],
        )


def collect(
    table: Input, on_progress: Progress = lambda _: None
) -> tuple[Collected, Sequence[int]]:
    """Read the rows of a table for the first time; give them with the lines where they start.

    `on_progress` is told the bytes read. Raises `FaultyFile`, for standard
    input too, which cannot be read twice.
    """
    source = table.source
    if source.state is None:
        advice = "rows are read twice to be clustered: name a file"
        raise FaultyFile(source.path, 0, "", advice)
    place = table.header.index(table.column)
    collected, lines = Collected(), array("q")
    for chunk in table.chunks():
        for row in table.taken_apart(chunk).rows:
            collected.add(text_of(row.cells[place]), _facts(table, row)[0])
            lines.append(row.line)
        on_progress(chunk.read)
    source.check_unchanged()
    return collected, lines


def dedupe_table(
    table: Input,
    target: Target,
    clustered: Clustered,
    lines: Sequence[int],
    *,
    shape: Shape | None = None,
    as_json: bool = False,
    overwrite: bool = False,
    resume: bool = False,
    jobs: int = 1,
    options: Mapping[str, Any] | None = None,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_unread: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Summary:
    """Write every row of a table with its cluster behind it, and set faulty rows aside.

    `clustered` and `lines` come of `collect`. The rest is as for `nisba.batch.table.resolve_table`.
    Raises `FaultyFile`.
    """
    path = target if isinstance(target, Path) else None
    whole, output = output_of(table, COLUMNS, path, shape, detail=as_json)
    work = Deduping(clustered, lines)
    task = Task(whole, lambda: work, output)
    manner = Manner(overwrite, resume, jobs, options or {})
    counts, rejects = run(task, target, manner, Told(on_reject, on_unread, on_progress))
    return clustered.summary(counts, rejects)


def dedupe_frame(
    frame: AnyFrame,
    column: str,
    *,
    max_error: float = MAX_ERROR,
    facts: FactColumns | None = None,
) -> AnyFrame:
    """Return the frame with its rows in clusters: all its columns and rows, then five more.

    `nisba_cluster` is an id that rows of one bearer share; it stays the same as long as the names
    in the cluster do. `nisba_cluster_size` counts its rows, `nisba_representative` is the name that
    stands for it, and `nisba_probability` (0 to 1) says how surely the row belongs where it is. At
    most the share `max_error` of the rows is to be misplaced. `facts` names columns of birth year,
    country and gender. The frame is of pandas, polars or Arrow, and comes back as such. Raises
    `ValueError` for a column that is not there, or there twice, and for an error rate that is none.

    >>> import pandas as pd
    >>> people = pd.DataFrame({"name": ["Mouammar Kadhafi", "Joe Biden", "Muammar Gaddafi"]})
    >>> dedupe_frame(people, "name")["nisba_cluster_size"].tolist()
    [2, 1, 2]
    """
    columns = facts or FactColumns()
    header = header_of(frame)
    for wanted in (column, *columns.names):
        if fault := fault_of_columns(header, wanted, COLUMNS):
            raise ValueError(f"{wanted!r}: {fault}")
    collected = Collected()
    for text, known in zip(texts_of(frame, column), _facts_of(frame, columns), strict=False):
        collected.add(text, known)
    clustered = collected.indexed().clustered(max_error)
    cells = [clustered.cells(row) for row in range(len(texts_of(frame, column)))]
    return with_columns(
        frame, COLUMNS, [list(c) for c in zip(*cells, strict=True)] or [[] for _ in COLUMNS]
    )


def _facts_of(frame: object, columns: FactColumns) -> Iterable[Facts]:
    """What each row of a frame says beside the name; what cannot be read says nothing."""
    if not columns.names:
        yield from repeat(_NOTHING)
    cells = [texts_of(frame, name) for name in columns.names]
    for row in zip(*cells, strict=True):
        yield columns.read(dict(zip(columns.names, row, strict=True)))[0]


def _facts(table: Input, row: Row) -> tuple[Facts, tuple[Unreadable, ...]]:
    columns = table.facts
    if not columns.names:
        return _NOTHING, ()
    places = ((name, table.header.index(name)) for name in columns.names)
    return columns.read({name: text_of(row.cells[at]) for name, at in places})


def _unread(table: Input, row: Row) -> list[Fault]:
    """The cells of facts of a row that cannot be read."""
    return [
        Fault(table.source.path, row.line, fault.value, f"{fault.field}: {fault.advice}")
        for fault in _facts(table, row)[1]
    ]
