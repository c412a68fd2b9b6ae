"""A CSV file of names, resolved from one end to the other in chunks: the work of `nisba resolve`.

`resolve_table` streams a surveyed file chunk by chunk (`nisba.batch.reading`). Rows that cannot be
read are set aside with their reason, never dropped.
"""

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from nisba.batch.cells import harmless
from nisba.batch.faults import Fault
from nisba.batch.frame import with_answers
from nisba.batch.outputs import check_target, replacing
from nisba.batch.reading import SetAside, Table, chunks_of, distinct_keys, opened
from nisba.batch.resolving import Answer, Known, Labels, Resolves, answers_for
from nisba.batch.rows import Row


@dataclass(slots=True)
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

    def count(self, decision: str) -> None:
        """Count one row that was resolved."""
        self.rows += 1
        self.matched += decision == "match"
        self.ambiguous += decision == "ambiguous"
        self.nobody += decision == "none"


def resolve_table(
    table: Table,
    target: Path | TextIO,
    resolver: Resolves,
    *,
    overwrite: bool = False,
    as_json: bool = False,
    limit: int = 5,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_unread: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Summary:
    """Resolve the names of a table into a file, or a stream, and set faulty rows aside.

    The target gets CSV with the columns of `resolve_frame`, or JSON lines with at most `limit`
    candidates each. Cells that a spreadsheet would run get an apostrophe, in CSV alone. With a
    stream there is no file of rejects, and `on_reject` is all that hears of them. `on_unread`
    hears of every birth year, country and gender that cannot be read: its row is resolved without
    it. `on_progress` is told the bytes read so far. Raises `FaultyFile`.
    """
    summary = Summary()
    with ExitStack() as stack:
        if isinstance(target, Path):
            check_target(target, table.path, overwrite)
            out = stack.enter_context(replacing(target))
        else:
            out = target
        rejects = SetAside(table, target, stack, on_reject)
        write = _write_json if as_json else _write_csv
        place = table.header.index(table.column)
        with opened(table.path, table.encoding) as file:
            for number, chunk in enumerate(chunks_of(table, file, rejects)):
                known = _known(table, chunk, summary, on_unread)
                names = [row.cells[place] for row in chunk]
                answers = answers_for(names, resolver, limit, known)
                write(table, chunk, out, answers, resolver.gazetteer, number == 0)
                for answer in answers:
                    summary.count(answer.decision)
                on_progress(file.buffer.tell())
    summary.rows += rejects.count
    summary.rejected, summary.rejects = rejects.count, rejects.path
    rejects.forget_earlier()
    return summary


def _known(
    table: Table, chunk: list[Row], summary: Summary, on_unread: Callable[[Fault], None]
) -> list[Known] | None:
    """What each row says beside the name; each cell that cannot be read is told of."""
    if not table.facts.names:
        return None
    places = {name: table.header.index(name) for name in table.facts.names}
    known = []
    for row in chunk:
        known.append(table.facts.read({name: row.cells[at] for name, at in places.items()}))
        for fault in known[-1][1]:
            summary.unread += 1
            on_unread(Fault(table.path, row.line, fault.value, f"{fault.field}: {fault.advice}"))
    return known


def _write_csv(
    table: Table, chunk: list[Row], out: TextIO, answers: list[Answer], labels: Labels, first: bool
) -> None:
    import pandas as pd

    frame = pd.DataFrame([row.cells for row in chunk], columns=table.header, dtype=object)
    done = with_answers(frame, answers, labels)
    safe = done.map(lambda cell: harmless(cell) if isinstance(cell, str) else cell)
    safe.columns = pd.Index([harmless(name) for name in done.columns])
    # The line end of RFC 4180; with a mere LF, a cell that holds a CR would be left unquoted.
    safe.to_csv(out, index=False, header=first, sep=table.delimiter, lineterminator="\r\n")


def _write_json(
    table: Table, chunk: list[Row], out: TextIO, answers: list[Answer], labels: Labels, first: bool
) -> None:
    place = table.header.index(table.column)
    keys = distinct_keys(table.header)
    for row, answer in zip(chunk, answers, strict=True):
        said = {
            "line": row.line,
            "name": row.cells[place],
            "row": dict(zip(keys, row.cells, strict=True)),
            **_as_dict(answer, labels),
        }
        out.write(json.dumps(said, ensure_ascii=False) + "\n")


def _as_dict(answer: Answer, labels: Labels) -> dict[str, object]:
    label = labels.label
    return {
        "decision": answer.decision,
        "identity": answer.identity,
        "label": None if answer.identity is None else label(answer.identity),
        "namesakes": list(answer.namesakes),
        "nobody": answer.nobody,
        "reason": answer.reason,
        "candidates": [
            {
                "identity": c.identity,
                "label": label(c.identity),
                "name": c.name,
                "bits": c.bits,
                "probability": c.probability,
                "evidence": c.evidence.as_dict(),
            }
            for c in answer.candidates
        ],
    }
