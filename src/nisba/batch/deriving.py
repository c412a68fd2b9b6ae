"""A CSV file of texts with columns more, each row from its own text alone: romanized, arabized.

Reach for it where no row depends on another and no gazetteer is asked; `nisba.batch.table` is for
identities. Rows stream through in chunks, what cannot be read is set aside, and the target
appears when it is complete, as with every file of this stage.
"""

import csv
import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from nisba.batch.cells import harmless, is_blank
from nisba.batch.faults import Fault
from nisba.batch.outputs import check_target, replacing
from nisba.batch.reading import SetAside, Table, chunks_of, distinct_keys, opened


@dataclass(frozen=True, slots=True)
class Derived:
    """What one text gives: the cells of the new columns, and for JSON the same with its reasons."""

    cells: tuple[str, ...]
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each text: the columns that it makes, and how; `doing` is a word for it."""

    doing: str
    columns: tuple[str, ...]
    derive: Callable[[str], Derived]


@dataclass(slots=True)
class Outcome:
    """What became of the rows, in counts; `rejects` is the file of those set aside."""

    rows: int = 0
    rejected: int = 0
    rejects: Path | None = None


def derive_table(
    table: Table,
    target: Path | TextIO,
    work: Work,
    *,
    overwrite: bool = False,
    as_json: bool = False,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Write every row of a surveyed table with the new columns behind its own, in its order.

    An empty cell gives empty cells. In CSV, cells that a spreadsheet would run get an apostrophe;
    JSON lines hold the details, and change nothing. `on_progress` is told the bytes read so far.
    Raises `FaultyFile`.
    """
    done = Outcome()
    with ExitStack() as stack:
        if isinstance(target, Path):
            check_target(target, table.path, overwrite)
            out = stack.enter_context(replacing(target))
        else:
            out = target
        rejects = SetAside(table, target, stack, on_reject)
        place = table.header.index(table.column)
        # The line end of RFC 4180; with a mere LF, a cell that holds a CR would be left unquoted.
        rows = csv.writer(out, delimiter=table.delimiter, lineterminator="\r\n")
        if not as_json:
            rows.writerow(map(harmless, [*table.header, *work.columns]))
        keys = distinct_keys(table.header)
        empty = Derived(("",) * len(work.columns), {})
        with opened(table.path, table.encoding) as file:
            for chunk in chunks_of(table, file, rejects):
                for row in chunk:
                    text = row.cells[place]
                    found = empty if is_blank(text) else work.derive(text)
                    if as_json:
                        named = dict(zip(keys, row.cells, strict=True))
                        said = {"line": row.line, "text": text, "row": named, **found.details}
                        out.write(json.dumps(said, ensure_ascii=False) + "\n")
                    else:
                        rows.writerow(map(harmless, [*row.cells, *found.cells]))
                done.rows += len(chunk)
                on_progress(file.buffer.tell())
    done.rows += rejects.count
    done.rejected, done.rejects = rejects.count, rejects.path
    rejects.forget_earlier()
    return done
