"""A CSV file before anything is done with its rows: how to read it, and its rows in chunks.

`survey` looks at a file before any slow thing is loaded. `chunks_of` streams it, and sets aside
what cannot be read, with the reason; nothing is dropped. The writers are `nisba.batch.table`, for
identities, and `nisba.batch.deriving`, for what a text alone gives.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from nisba.batch.cells import fault_of_name, fault_of_text, harmless
from nisba.batch.delimiters import checked_delimiter, delimiter_of
from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.frame import COLUMNS, fault_of_columns
from nisba.batch.outputs import rejects_path, replacing
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


def survey(
    path: Path,
    column: str,
    encoding: str | None = None,
    delimiter: str | None = None,
    facts: FactColumns | None = None,
    added: tuple[str, ...] = COLUMNS,
) -> Table:
    """Look at a file and tell how to read it; an encoding or delimiter that is given overrules.

    `added` names the columns that will be written beside its own. Raises `FaultyFile` for a file
    that cannot be read so, with the place and the reason.
    """
    try:
        if not path.is_file():
            known = "not a regular file" if path.exists() else "no such file"
            raise FaultyFile(path, 0, "", known)
        found = encoding_of(path) if encoding is None else checked_encoding(path, encoding)
        if delimiter is not None:
            delimiter = checked_delimiter(path, delimiter)
        with opened(path, found) as file:
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
        if why := fault_of_columns(header, wanted, added):
            raise FaultyFile(path, first.line, wanted, why)
    return Table(path, column, found, delimiter, header, columns)


class SetAside:
    """Sets rows aside: counts them, tells of them, and writes them once there is one.

    `path` is the file that holds them, or `None` while there is none. With a stream as target
    there is no such file, and `on_reject` is all that hears of them.
    """

    def __init__(
        self,
        table: Table,
        target: Path | TextIO,
        stack: ExitStack,
        on_reject: Callable[[Fault], None],
    ) -> None:
        """Begin with none."""
        self._table, self._target, self._stack = table, target, stack
        self._tell = on_reject
        self._file: TextIO | None = None
        self.count = 0
        self.path: Path | None = None

    def add(self, reject: Reject) -> None:
        """Set one row aside."""
        self.count += 1
        self._tell(Fault(self._table.path, reject.line, reject.value, reject.reason))
        if not isinstance(self._target, Path):
            return
        if self._file is None:
            path = rejects_path(self._target)
            self._file = self._stack.enter_context(replacing(path))
            self.path = path
            csv.writer(self._file).writerow(["line", "reason", "row"])
        raw = reject.raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        csv.writer(self._file).writerow([reject.line, reject.reason, harmless(raw)])

    def forget_earlier(self) -> None:
        """Take away the rejects of an earlier run, which would say what is no longer so."""
        if isinstance(self._target, Path) and not self.count:
            rejects_path(self._target).unlink(missing_ok=True)


def opened(path: Path, encoding: str) -> TextIO:
    """Open a file of names; bytes that do not decode become lone surrogates."""
    # Bytes that do not decode cost their row, not the file.
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def chunks_of(table: Table, file: TextIO, rejects: SetAside) -> Iterator[list[Row]]:
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


def distinct_keys(header: list[str]) -> list[str]:
    """Number the repeated names of a header, so that none is lost in an object."""
    seen: dict[str, int] = {}
    keys = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return keys
