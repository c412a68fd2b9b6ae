"""Rows of one bearer put together, without a gazetteer: the work of `nisba dedupe`.

The rows are read twice. The first time their distinct names and facts are collected, in compact
arrays, to be clustered (`nisba.batch.clustering`); the second time every row is written with its
cluster, as `nisba.batch.running` writes all files.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from nisba.batch.chunks import Input
from nisba.batch.clustering import COLUMNS, Clustered, Collected, Progress, Summary
from nisba.batch.columns import fault_of_columns
from nisba.batch.faults import ChangedFile, Fault, FaultyFile
from nisba.batch.formats import Shape
from nisba.batch.frames import header_of, texts_of, with_columns
from nisba.batch.rows import Row
from nisba.batch.running import Manner, Target, Told, run
from nisba.batch.values import text_of
from nisba.batch.work import Answers
from nisba.batch.working import Task
from nisba.batch.writing import output_of
from nisba.facts import FactColumns, Facts, Unreadable
from nisba.facts.types import NOTHING_KNOWN
from nisba.resolve.clusters_bearers import MAX_ERROR

AnyFrame = TypeVar("AnyFrame")

_BEHIND = np.iinfo(np.int64).max
"""Stands behind the last line of a file."""


class Deduping:
    """The work that writes clusters behind rows that were clustered before.

    Rows are known by the lines where they start, so that any process may write any of them.
    """

    added: Mapping[str, type] = COLUMNS

    def __init__(self, clustered: Clustered, lines: Sequence[int]) -> None:
        """Write these clusters; `lines` are the lines of the rows, in their order."""
        self._clustered = clustered
        self._lines = np.append(np.array(lines, dtype=np.int64), _BEHIND)

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Give the cells of rows."""
        lines = np.array([row.line for row in rows], dtype=np.int64)
        places = np.searchsorted(self._lines, lines)
        if not np.array_equal(self._lines[places], lines):
            advice = "the file changed while it was read: nothing was written; run again"
            raise ChangedFile(table.source.path, 0, "", advice)
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
    texts, collected = texts_of(frame, column), Collected()
    for text, known in zip(texts, _facts_of(frame, columns), strict=False):
        collected.add(text, known)
    clustered = collected.indexed().clustered(max_error)
    cells = [clustered.cells(row) for row in range(len(texts))]
    return with_columns(
        frame, COLUMNS, [list(c) for c in zip(*cells, strict=True)] or [[] for _ in COLUMNS]
    )


def _facts_of(frame: object, columns: FactColumns) -> Iterable[Facts]:
    """What each row of a frame says beside the name; what cannot be read says nothing.

    Without columns, nothing without end.
    """
    if not columns.names:
        return repeat(NOTHING_KNOWN)
    rows = zip(*(texts_of(frame, name) for name in columns.names), strict=True)
    return (columns.read(dict(zip(columns.names, row, strict=True)))[0] for row in rows)


def _facts(table: Input, row: Row) -> tuple[Facts, tuple[Unreadable, ...]]:
    columns = table.facts
    if not columns.names:
        return NOTHING_KNOWN, ()
    places = ((name, table.header.index(name)) for name in columns.names)
    return columns.read({name: text_of(row.cells[at]) for name, at in places})


def _unread(table: Input, row: Row) -> list[Fault]:
    """The cells of facts of a row that cannot be read."""
    return [
        Fault(table.source.path, row.line, fault.value, f"{fault.field}: {fault.advice}")
        for fault in _facts(table, row)[1]
    ]
