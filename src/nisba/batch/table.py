"""A file of names, resolved from one end to the other: the work of `nisba resolve`.

`resolve_table` sends a file that has been looked at (`nisba.batch.inputs`) through a resolver, as
`nisba.batch.running` carries it out. Rows that cannot be read are set aside with their reason,
never dropped.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.batch.answering import Opener, work_of
from nisba.batch.chunks import Input
from nisba.batch.columns import COLUMNS
from nisba.batch.faults import Fault
from nisba.batch.formats import Shape
from nisba.batch.one_to_one import settling
from nisba.batch.resolving import Resolves
from nisba.batch.running import Manner, Target, Told, run
from nisba.batch.working import Task
from nisba.batch.writing import output_of


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the rows of a table, in counts; `rejects` is the file of those set aside.

    `unread` counts cells of birth year, country or gender that were left out; their rows were
    resolved without them.
    """

    rows: int = 0
    matched: int = 0
    ambiguous: int = 0
    nobody: int = 0
    rejected: int = 0
    unread: int = 0
    rejects: Path | None = None


def summary_of(counts: Counter[str], rejects: Path | None = None) -> Summary:
    """Return counts of decisions as a summary."""
    return Summary(
        counts["rows"],
        counts["match"],
        counts["ambiguous"],
        counts["none"],
        counts["rejected"],
        counts["unread"],
        rejects,
    )


def resolve_table(
    table: Input,
    target: Target,
    resolver: Resolves,
    *,
    opener: Opener | None = None,
    shape: Shape | None = None,
    as_json: bool = False,
    limit: int = 5,
    one_to_one: float | None = None,
    overwrite: bool = False,
    resume: bool = False,
    jobs: int = 1,
    options: Mapping[str, Any] | None = None,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_unread: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Summary:
    """Resolve the names of a table into a file, or a stream, and set faulty rows aside.

    The target gets the columns of `resolve_frame` behind those of the table, in the form that its
    name says or `shape` does. With `as_json` it gets JSON lines with at most `limit` candidates
    each, and their evidence. Cells that a spreadsheet would run get an apostrophe, in CSV alone.
    With a stream there is no file of rejects, and `on_reject` is all that hears of them.
    `on_unread` hears of every birth year, country and gender that cannot be read: its row is
    resolved without it. `on_progress` is told the bytes read and the rows done so far.

    With `one_to_one`, the probability that makes a match, each identity answers one row at most,
    among its first `limit` candidates: `nisba.batch.one_to_one` says how. That reads a file twice.

    `jobs` processes share the work. Where they cannot inherit the resolver, `opener` opens it in
    each. With `resume` the run goes on where one that was cut off stopped: one with the same input
    and `options`, which name what else the answers depend on. Raises `FaultyFile`.
    """
    path = target if isinstance(target, Path) else None
    whole, output = output_of(table, COLUMNS, path, shape, detail=as_json)
    task = Task(whole, work_of(resolver, opener, limit), output)
    if one_to_one is not None:
        task = settling(task, output, one_to_one)
    manner = Manner(overwrite, resume, jobs, {**(options or {}), "limit": limit})
    return summary_of(*run(task, target, manner, Told(on_reject, on_unread, on_progress)))
