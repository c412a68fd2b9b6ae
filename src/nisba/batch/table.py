"""A CSV file of names, resolved from one end to the other in chunks: the work of `nisba resolve`.

`survey` looks at a file before any slow thing is loaded; `resolve_table` streams it chunk by
chunk. Rows that cannot be read are set aside with their reason, never dropped.
"""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from nisba.batch.cells import fault_of_name, fault_of_text, harmless
from nisba.batch.delimiters import checked_delimiter, delimiter_of
from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.frame import fault_of_columns, with_answers
from nisba.batch.outputs import check_target, rejects_path, replacing
from nisba.batch.resolving import Answer, Known, Labels, Resolves, answers_for
from nisba.batch.rows import Reject, Row, read_rows
from nisba.facts import FactColumns

#: Rows that are resolved and written together.
CHUNK = 2_000
#: Long rows make shorter chunks; in code points.
_CHUNK_SIZE = 4_000_000
_NO_COLUMNS = FactColumns()


@dataclass(frozen=True, slots=True)
class Table:
    """A file that can be resolved: how to read it, its header, its columns of names and facts."""

    path: Path
    column: str
    encoding: str
    delimiter: str
    header: list[str]
    facts: FactColumns = _NO_COLUMNS

    def rows(self, file: TextIO) -> Iterator[Row | Reject]:
        """Yield every row of data, or the reject that it became."""
        place = self.header.index(self.column)
        rows = read_rows(file, self.delimiter)
        next(rows)
        for row in rows:
            yield row if isinstance(row, Reject) else self._checked(row, place)

    def _checked(self, row: Row, place: int) -> Row | Reject:
        width = len(self.header)
        value = row.cells[place] if place < len(row.cells) else row.raw
        if len(row.cells) != width:
            many = "many" if len(row.cells) > width else "few"
            reason = f"too {many} fields: {len(row.cells)} where the header has {width}"
            return Reject(row.line, reason, row.raw, row.raw)
        if why := fault_of_text(row.raw) or fault_of_name(value):
            return Reject(row.line, why, value, row.raw)
        return row


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


def survey(
    path: Path,
    column: str,
    encoding: str | None = None,
    delimiter: str | None = None,
    facts: FactColumns | None = None,
) -> Table:
    """Look at a file and tell how to read it; an encoding or delimiter that is given overrules.

    Raises `FaultyFile` for a file that cannot be resolved, with the place and the reason.
    """
    try:
        if not path.is_file():
            known = "not a regular file" if path.exists() else "no such file"
            raise FaultyFile(path, 0, "", known)
        found = encoding_of(path) if encoding is None else checked_encoding(path, encoding)
        if delimiter is not None:
            delimiter = checked_delimiter(path, delimiter)
        with _opened(path, found) as file:
            delimiter = delimiter or delimiter_of(file, column)
            file.seek(0)
            first = next(read_rows(file, delimiter), None)
    except UnicodeError as fault:
        raise FaultyFile(path, 1, found, f"the file is not in this encoding: {fault}") from None
    except OSError as fault:
        raise FaultyFile(path, 0, "", f"cannot read: {fault.strerror}") from None
    if first is None:
        raise FaultyFile(path, 0, "", "the file is empty")
    if isinstance(first, Reject):
        raise FaultyFile(path, first.line, first.value, first.reason)
    if why := fault_of_text(first.raw):
        raise FaultyFile(path, first.line, first.raw, why)
    header = [first.cells[0].removeprefix("\ufeff"), *first.cells[1:]]
    columns = facts or _NO_COLUMNS
    for wanted in (column, *columns.names):
        if why := fault_of_columns(header, wanted):
            raise FaultyFile(path, first.line, wanted, why)
    return Table(path, column, found, delimiter, header, columns)


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
        rejects = _Rejects(table, target, stack, summary, on_reject)
        write = _write_json if as_json else _write_csv
        place = table.header.index(table.column)
        with _opened(table.path, table.encoding) as file:
            for number, chunk in enumerate(_chunks(table, file, rejects)):
                known = _known(table, chunk, summary, on_unread)
                names = [row.cells[place] for row in chunk]
                answers = answers_for(names, resolver, limit, known)
                write(table, chunk, out, answers, resolver.gazetteer, number == 0)
                for answer in answers:
                    summary.count(answer.decision)
                on_progress(file.buffer.tell())
    if isinstance(target, Path) and not summary.rejected:
        # Rejects of an earlier run would say what is no longer so.
        rejects_path(target).unlink(missing_ok=True)
    return summary


class _Rejects:
    """Sets rows aside: counts them, tells of them, and writes them once there is one."""

    def __init__(
        self,
        table: Table,
        target: Path | TextIO,
        stack: ExitStack,
        summary: Summary,
        on_reject: Callable[[Fault], None],
    ) -> None:
        self._table, self._target, self._stack = table, target, stack
        self._summary, self._tell = summary, on_reject
        self._file: TextIO | None = None

    def add(self, reject: Reject) -> None:
        self._summary.rows += 1
        self._summary.rejected += 1
        self._tell(Fault(self._table.path, reject.line, reject.value, reject.reason))
        if not isinstance(self._target, Path):
            return
        if self._file is None:
            path = rejects_path(self._target)
            self._file = self._stack.enter_context(replacing(path))
            self._summary.rejects = path
            csv.writer(self._file).writerow(["line", "reason", "row"])
        raw = reject.raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        csv.writer(self._file).writerow([reject.line, reject.reason, harmless(raw)])


def _opened(path: Path, encoding: str) -> TextIO:
    # Bytes that do not decode cost their row, not the file.
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def _chunks(table: Table, file: TextIO, rejects: _Rejects) -> Iterator[list[Row]]:
    """Yield the good rows in chunks; the first chunk comes even if it is empty, for the header."""
    chunk: list[Row] = []
    size, number = 0, 0
    rows = table.rows(file)
    while True:
        try:
            row = next(rows, None)
        except UnicodeError as fault:
            raise FaultyFile(
                table.path, 0, table.encoding, f"not in this encoding: {fault}"
            ) from None
        if isinstance(row, Reject):
            rejects.add(row)
            continue
        if row is not None:
            chunk.append(row)
            size += len(row.raw)
        if row is None or len(chunk) == CHUNK or size > _CHUNK_SIZE:
            if chunk or not number:
                yield chunk
            chunk, size, number = [], 0, number + 1
        if row is None:
            return


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
    keys = _distinct(table.header)
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


def _distinct(header: list[str]) -> list[str]:
    """Number the repeated names of a header, so that none is lost in an object."""
    seen: dict[str, int] = {}
    keys = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return keys
