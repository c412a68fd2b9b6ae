"""A CSV file before anything is done with its rows: how to read it, and its rows in chunks.

`survey` looks at a file before any slow thing is loaded. A `Table` is an `Input` of the stage
(`nisba.batch.chunks`); those for JSON lines and Parquet stand beside it, and
`nisba.batch.inputs` chooses. What cannot be read becomes a reject with its reason; nothing is
dropped.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from nisba.batch.cells import fault_of_name, fault_of_text
from nisba.batch.chunks import CHUNK_SIZE, Chunk, Rows, rows_of_chunk
from nisba.batch.columns import COLUMNS, fault_of_columns
from nisba.batch.delimiters import checked_delimiter, delimiter_of
from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import FaultyFile
from nisba.batch.formats import Format
from nisba.batch.rows import Reject, Row, Splitter, read_rows
from nisba.batch.sources import Progress, Source, deaf, source_of
from nisba.facts import FactColumns

_NO_COLUMNS = FactColumns()


@dataclass(frozen=True, slots=True)
class Table:
    """A file that can be resolved: how to read it, its header, its columns of names and facts."""

    source: Source
    column: str
    encoding: str
    delimiter: str
    header: list[str]
    facts: FactColumns = _NO_COLUMNS

    @property
    def path(self) -> Path:
        """The file, as messages name it."""
        return self.source.path

    @property
    def remark(self) -> str:
        """Which encoding was read, where that is a guess."""
        return "" if self.encoding.startswith("utf-8") else f"read as {self.encoding}"

    def rows(self, file: TextIO) -> Iterator[Row | Reject]:
        """Yield every row of data of the opened file, or the reject that it became."""
        place = self.header.index(self.column)
        rows = read_rows(file, self.delimiter)
        next(rows)
        for row in rows:
            yield row if isinstance(row, Reject) else self._checked(row, place)

    def chunks(self, on_progress: Progress = deaf) -> Iterator[Chunk]:
        """Cut the rows of data into chunks; `on_progress` is told the bytes read so far."""
        read = 0

        def told(done: int) -> None:
            nonlocal read
            read = done
            on_progress(done)

        with self.source.opened(told) as stream, as_text(stream, self.encoding) as file:
            splitter = Splitter(file, self.delimiter)
            number = 0
            try:
                while not any(map(_is_row, splitter.pieces(1, 1))):
                    pass  # blank lines above the header
                while pieces := splitter.pieces(rows_of_chunk(number), CHUNK_SIZE):
                    yield Chunk(number, pieces, read, splitter.taken)
                    number += 1
            except UnicodeError as fault:
                said = f"not in this encoding: {fault}"
                raise FaultyFile(self.path, 0, self.encoding, said) from None

    def taken_apart(self, chunk: Chunk) -> Rows:
        """Take the rows of a chunk apart, and set those aside that cannot be used."""
        place = self.header.index(self.column)
        found = Rows([], [])
        for piece in chunk.pieces:
            if isinstance(piece, Reject):
                found.rejects.append(piece)
                continue
            line, text = piece
            for row in read_rows(io.StringIO(text, newline=""), self.delimiter, line - 1):
                good = row if isinstance(row, Reject) else self._checked(row, place)
                if isinstance(good, Reject):
                    found.rejects.append(good)
                else:
                    found.rows.append(good)
        return found

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
    path: Path | Source,
    column: str,
    encoding: str | None = None,
    delimiter: str | None = None,
    facts: FactColumns | None = None,
    added: tuple[str, ...] = tuple(COLUMNS),
) -> Table:
    """Look at a file and tell how to read it; an encoding or delimiter that is given overrules.

    `added` names the columns that will be written beside its own. Raises `FaultyFile` for a file
    that cannot be read so, with the place and the reason.
    """
    source = path if isinstance(path, Source) else source_of(path)
    path = source.path
    if source.shape.format in (Format.JSONL, Format.PARQUET):
        raise FaultyFile(path, 0, str(source.shape.format), "not read here: save it as CSV")
    try:
        if encoding is None:
            found = encoding_of(path, source.looked_at)
        else:
            found = checked_encoding(path, encoding)
        if delimiter is not None:
            delimiter = checked_delimiter(path, delimiter)
        else:
            named = "\t" if source.shape.format is Format.TSV else None
            with source.looked_at() as stream, as_text(stream, found) as file:
                delimiter = delimiter_of(file, column, named)
        with source.looked_at() as stream, as_text(stream, found) as file:
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
    return Table(source, column, found, delimiter, header, columns)


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a file of names, unpacked; bytes that do not decode become lone surrogates."""
    with source_of(path).opened() as stream, as_text(stream, encoding) as file:
        yield file


def as_text(stream: BinaryIO, encoding: str) -> TextIO:
    """Read bytes as text, its line ends as they are."""
    # Bytes that do not decode cost their row, not the file.
    return io.TextIOWrapper(stream, encoding, "surrogateescape", newline="")


def _is_row(piece: tuple[int, str] | Reject) -> bool:
    return isinstance(piece, Reject) or bool(piece[1].strip("\r\n"))
