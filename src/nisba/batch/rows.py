"""The rows of a CSV file, one at a time, each with the line where it starts and its raw text.

Stricter than the csv module, and it never gives up: a row that cannot be taken apart is handed
on as a `Reject` with its reason, and reading goes on with the next line. Memory stays bounded by
the longest row, whatever the file holds.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

#: The longest row that is taken apart, in code points; the rest of a longer one is passed over.
LONGEST_ROW = 4_000_000
#: The most of a row that a reject keeps: readers of CSV stop at cells of 131,072 characters.
LONGEST_RAW = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was taken apart: the line it starts on (from 1), its cells, its raw text."""

    line: int
    cells: list[str]
    raw: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is set aside: where it starts, why, the value at fault, and the row as it was."""

    line: int
    reason: str
    value: str
    raw: str


def read_rows(file: TextIO, delimiter: str) -> Iterator[Row | Reject]:
    """Read the rows of a file that was opened with `newline=""`; blank lines are passed over.

    >>> import io
    >>> [row.line for row in read_rows(io.StringIO('name\\n"two\\nlines"\\nlast\\n'), ",")]
    [1, 2, 4]
    """
    lines = _Lines(file)
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


class _TooLong(Exception):
    """A row that is longer than any row should be."""


class _Lines:
    """The lines of a file, counted, with those of the row that is being read kept in mind."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._row: list[str] = []
        self._size = 0
        self.number = 0

    def begin_row(self) -> int:
        """Forget the row before, and return the number of the line that comes next."""
        self._row.clear()
        self._size = 0
        return self.number + 1

    def raw(self) -> str:
        """Return the row's text as it was, without its last line end; a long one is cut."""
        text = "".join(self._row)
        if text.endswith(("\n", "\r")):
            text = text.removesuffix("\n").removesuffix("\r")
        return text if len(text) <= LONGEST_RAW else text[:LONGEST_RAW] + "…"

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_ROW)
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
