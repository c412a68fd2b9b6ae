"""The first rows of a file, resolved to see what would come: `nisba resolve --dry-run`.

Nothing is written. How long the whole file takes is told from the rows behind the very first, with
which tables are read and loops compiled.
"""

import time
from collections import Counter
from dataclasses import dataclass

from nisba.batch.chunks import Input
from nisba.batch.formats import Format, Shape
from nisba.batch.table import Summary, summary_of
from nisba.batch.work import Work
from nisba.batch.working import Task
from nisba.batch.writing import output_of

#: Chunks that are carried out: the first 1,000 rows.
_CHUNKS = 2
#: Seconds for which rows are counted; then their number is guessed.
_PATIENCE = 5.0
#: Chunks behind which what is read ahead of them tells little.
_SOON = 10


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of the first rows, and what is to be expected of all.

    `rows` is the number of rows of the file, counted, or where that would take long guessed from
    its size; 0 where nobody knows. `seconds` is for one process.
    """

    summary: Summary
    rows: int
    seconds: float
    rejected: int


def trial(table: Input, work: Work) -> Trial:
    """Carry out the first 1,000 rows of a table, and count the others. Raises `FaultyFile`."""
    table, output = output_of(table, work.added, None, Shape(Format.JSONL))
    task = Task(table, lambda: work, output)
    counts: Counter[str] = Counter()
    tried = rows = 0
    spent = 0.0
    began = time.monotonic()
    for chunk in table.chunks():
        if chunk.number < _CHUNKS:
            before = time.perf_counter()
            counts += task.done(chunk, work).counts
            spent = time.perf_counter() - before
            tried, began = chunk.rows, time.monotonic()
        rows += chunk.rows
        if table.source.state is None and chunk.number == _CHUNKS - 1:
            rows = 0
            break
        if chunk.number > _SOON and time.monotonic() - began > _PATIENCE:
            rows = round(rows * table.source.size / max(chunk.read, 1))
            break
    share = rows / max(counts["rows"], 1)
    seconds = spent / max(tried, 1) * rows
    return Trial(summary_of(counts), rows, seconds, round(counts["rejected"] * share))
