"""A file of names as an editor has it: a column of a CSV file, or one name a line.

What `stats` and `diff` read. Names are counted; what can be no name is told of and left out.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nisba.batch.cells import LONGEST_NAME, fault_of_name, is_blank
from nisba.batch.columns import columns_told
from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.reading import Table, opened, survey
from nisba.batch.rows import Reject


def read_names(
    path: Path,
    column: str | None = None,
    count_column: str | None = None,
    encoding: str | None = None,
) -> tuple[Counter[str], list[Fault]]:
    """Read the names of a file with how often each comes, and what was left out.

    Without a column each line is a name. `count_column` says how often the name of a row came.
    The encoding is guessed if it is not given. Raises `FaultyFile` for a file that cannot be read.
    """
    if not path.is_file():
        known = "not a regular file" if path.exists() else "no such file"
        raise FaultyFile(path, 0, "", known)
    if column is None:
        if count_column is not None:
            raise FaultyFile(path, 0, count_column, "name the column of the names too")
        found = _lines(path, checked_encoding(path, encoding) if encoding else encoding_of(path))
    else:
        table = survey(path, column, encoding, added=())
        if count_column is not None and count_column not in table.header:
            raise FaultyFile(
                path,
                1,
                count_column,
                f"no such column; the columns are {columns_told(table.header)}",
            )
        found = _cells(table, count_column)
    names: Counter[str] = Counter()
    faults = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            names[one[0]] += one[1]
    return names, faults


def _lines(path: Path, encoding: str) -> Iterator[tuple[str, int] | Fault]:
    number, whole = 0, True
    with opened(path, encoding) as file:
        # A line that is too long for a name is read in pieces, and told of once.
        while piece := file.readline(LONGEST_NAME + 2):
            first, whole = whole, piece.endswith("\n")
            if not first:
                continue
            number += 1
            name = piece.removeprefix("\ufeff") if number == 1 else piece
            name = name.rstrip("\r\n")
            if why := fault_of_name(name):
                yield Fault(path, number, name, why)
            elif not is_blank(name):
                yield name.strip(), 1


def _cells(table: Table, count_column: str | None) -> Iterator[tuple[str, int] | Fault]:
    place = table.header.index(table.column)
    with opened(table.path, table.encoding) as file:
        for row in table.rows(file):
            if isinstance(row, Reject):
                yield Fault(table.path, row.line, row.value, row.reason)
                continue
            name = row.cells[place].strip()
            count = "1" if count_column is None else row.cells[table.header.index(count_column)]
            if not (count.isascii() and count.isdigit() and len(count) < 16):
                yield Fault(table.path, row.line, count, f"{count_column}: write a number")
            elif name and int(count):
                yield name, int(count)
