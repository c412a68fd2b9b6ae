"""The rows of a CSV file, one at a time, each with the line where it starts and its raw text.

Stricter than the csv module, and it never gives up: a row that cannot be taken apart is handed
on as a `Reject` with its reason, and reading goes on with the next line. Memory stays bounded by
the longest row, whatever the file holds.

`Splitter` cuts a file between its rows and leaves taking them apart to others: cheap enough for
one process to feed many.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

#: The longest row that is taken apart, in code points; the rest of a longer one is passed over.
LONGEST_ROW = 4_000_000
#: The most of a row that a reject keeps: readers of CSV stop at cells of 131,072 characters.
LONGEST_RAW = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was taken apart: the line it starts on (from 1), its cells, its raw text.

    Cells are text, but for formats that have types: then each is what the file holds.
    """

    line: int
    cells: list[Any]
    raw: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is set aside: where it starts, why, the value at fault, and the row as it was."""

    line: int
    reason: str
    value: str
    raw: str


Piece = tuple[int, str] | Reject
"""Rows that are not taken apart yet, as the number of their first line and text, or a reject."""


def read_rows(file: TextIO, delimiter: str, before: int = 0) -> Iterator[Row | Reject]:
    """Read the rows of a file that was opened with `newline=""`; blank lines are passed over.

    `before` is the number of lines before those of the file.

    >>> import io
    >>> [row.line for row in read_rows(io.StringIO('name\\n"two\\nlines"\\nlast\\n'), ",")]
    [1, 2, 4]
    """
    lines = _Lines(file, before)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLong) as fault:
            raw = lines.raw()
            yield Reject(first, _reason(fault, lines.number - first + 1), raw, raw)
        else:
            if cells:
                yield Row(first, cells, lines.raw())


class Splitter:
    """Cuts a file between its rows: where a quoted cell holds line ends, not at those.

    >>> import io
    >>> splitter = Splitter(io.StringIO('name\\n"two\\nlines"\\nlast\\n'), ",")
    >>> splitter.pieces(2, 1_000), splitter.pieces(2, 1_000), splitter.pieces(2, 1_000)
    ([(1, 'name\\n"two\\nlines"\\n')], [(4, 'last\\n')], [])
    """

    def __init__(self, file: TextIO, delimiter: str | None) -> None:
        """Begin at the beginning; without delimiter each line is a row, whatever it holds."""
        self._lines = _Lines(file)
        self.taken = 0
        self._read_line = file.readline
        self._reader = None
        if delimiter is not None:
            self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)

    def pieces(self, rows: int, size: int) -> list[Piece]:
        """Return the next rows, so many at most or about so many code points; none at the end.

        `taken` says how many these are, blank lines among them.
        """
        pieces: list[Piece] = []
        text: list[str] = []
        lines, read_line, quotes = self._lines, self._read_line, self._reader is not None
        first, taken, total = lines.number + 1, 0, 0
        while taken < rows and total < size:
            line = read_line(LONGEST_ROW)
            if not line:
                break
            taken += 1
            total += len(line)
            if len(line) < LONGEST_ROW and not (quotes and '"' in line):
                # Without a quote a line is a row, and which cells it has is no matter here.
                text.append(line)
                lines.number += 1
                continue
            found = self._whole(line)
            if isinstance(found, list):
                text += found
                total += sum(map(len, found)) - len(line)
                continue
            if text:
                pieces.append((first, "".join(text)))
            pieces.append(found)
            first, text = lines.number + 1, []
        if text:
            pieces.append((first, "".join(text)))
        self.taken = taken
        return pieces

    def _whole(self, line: str) -> list[str] | Reject:
        """Return all lines of the row that begins with this one, or the reject that it is."""
        first = self._lines.begin_row(line)
        try:
            next(self._reader or self._lines)
        except (csv.Error, _TooLong) as fault:
            raw = self._lines.raw()
            return Reject(first, _reason(fault, self._lines.number - first + 1), raw, raw)
        return self._lines.row()


class _TooLong(Exception):
    """A row that is longer than any row should be."""


class _Lines:
    """The lines of a file, counted, with those of the row that is being read kept in mind."""

    def __init__(self, file: TextIO, before: int = 0) -> None:
        self._file = file
        self._row: list[str] = []
        self._ahead = ""
        self._size = 0
        self.number = before

    def begin_row(self, ahead: str = "") -> int:
        """Forget the row before, and return the number of the line that comes next.

        `ahead` is that line, if it has been read already.
        """
        self._row.clear()
        self._ahead = ahead
        self._size = 0
        return self.number + 1

    def row(self) -> list[str]:
        """Return the lines of the row."""
        return self._row.copy()

    def raw(self) -> str:
        """Return the row's text as it was, without its last line end; a long one is cut."""
        text = "".join(self._row)
        if text.endswith(("\n", "\r")):
            text = text.removesuffix("\n").removesuffix("\r")
        return text if len(text) <= LONGEST_RAW else text[:LONGEST_RAW] + "…"

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self._ahead = self._ahead or self._file.readline(LONGEST_ROW), ""
        if not line:
            raise StopIteration
        self.number += 1
        self._row.append(line)
        # Quoted cells make one row of many lines, and the bound holds for all of them together.
        self._size += len(line)
        if self._size < LONGEST_ROW:
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._file.readline(LONGEST_ROW)
        raise _TooLong


def _reason(fault: Exception, lines: int) -> str:
    """Say what the csv module means, and how many lines went with the row."""
    said = str(fault)
    aside = f" ({lines:,} lines set aside)" if lines > 1 else ""
    if isinstance(fault, _TooLong):
        return f"a row longer than {LONGEST_ROW:,} characters{aside}"
    if "field larger" in said:
        longest = csv.field_size_limit()
        return f"a cell longer than {longest:,} characters, or a quote never closed{aside}"
    if "unexpected end" in said:
        return f"a quote that opens here is never closed{aside}"
    if "expected after" in said:
        return f"a lone quote inside a quoted cell: double it{aside}"
    return f"{said}{aside}"
