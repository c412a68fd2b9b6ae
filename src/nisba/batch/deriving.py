"""A file of texts with columns more, each row from its own text alone: romanized, arabized.

Reach for it where no row depends on another and no gazetteer is asked; `nisba.batch.table` is for
identities. Both are carried out by `nisba.batch.running`, in the same formats and under the same
rules.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nisba.batch.cells import is_blank
from nisba.batch.chunks import Input
from nisba.batch.faults import Fault
from nisba.batch.formats import Shape
from nisba.batch.rows import Row
from nisba.batch.running import Manner, Target, Told, run
from nisba.batch.values import text_of
from nisba.batch.work import Answers
from nisba.batch.working import Task
from nisba.batch.writing import output_of


@dataclass(frozen=True, slots=True)
class Derived:
    """What one text gives: the cells of the new columns, and for JSON the same with its reasons."""

    cells: tuple[Any, ...]
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each text: the columns that it makes, and how; `doing` is a word for it."""

    doing: str
    added: Mapping[str, type]
    derive: Callable[[str], Derived]

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Derive the new cells of rows."""
        place = table.header.index(table.column)
        found = self.derived([text_of(row.cells[place]) for row in rows])
        details = [one.details for one in found] if detail else []
        return Answers(self.columns(found), Counter(), details)

    def derived(self, texts: Iterable[str]) -> list[Derived]:
        """Return what each text gives; an empty one gives empty cells."""
        empty = Derived((None,) * len(self.added), {})
        return [empty if is_blank(text) else self.derive(text) for text in texts]

    def columns(self, found: Sequence[Derived]) -> list[list[Any]]:
        """Return the cells of each new column."""
        return [[one.cells[at] for one in found] for at in range(len(self.added))]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the rows, in counts; `rejects` is the file of those set aside."""

    rows: int = 0
    rejected: int = 0
    rejects: Path | None = None


def derive_table(
    table: Input,
    target: Target,
    work: Work,
    *,
    shape: Shape | None = None,
    as_json: bool = False,
    overwrite: bool = False,
    resume: bool = False,
    jobs: int = 1,
    options: Mapping[str, Any] | None = None,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Outcome:
    """Write every row of a table with the new columns behind its own, in its order.

    An empty cell gives empty cells. In CSV, cells that a spreadsheet would run get an apostrophe;
    with `as_json` JSON lines hold the details. `on_progress` is told the bytes read and the rows
    done so far; the rest is as for `nisba.batch.table.resolve_table`. Raises `FaultyFile`.
    """
    path = target if isinstance(target, Path) else None
    whole, output = output_of(table, work.added, path, shape, detail=as_json, name="text")
    task = Task(whole, lambda: work, output)
    manner = Manner(overwrite, resume, jobs, options or {})
    counts, rejects = run(task, target, manner, Told(on_reject, on_progress=on_progress))
    return Outcome(counts["rows"], counts["rejected"], rejects)
