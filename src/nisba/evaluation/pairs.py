"""Pairs of names from a file, each with somebody's word on whether the two are one.

The file is read as the batch stage reads files of names: any delimiter and encoding, and a row
that cannot be used is set aside with its reason.
"""

from dataclasses import dataclass
from pathlib import Path

from nisba.batch import FaultyFile, Table, survey
from nisba.batch.cells import fault_of_name, is_blank
from nisba.batch.reading import opened
from nisba.batch.rows import Reject, Row
from nisba.evaluation.types import Pair

_TRUTHS = {
    **dict.fromkeys(("1", "yes", "y", "true", "same", "match", "x"), True),
    **dict.fromkeys(("0", "no", "n", "false", "different", "nomatch"), False),
}
_NO_TRUTH = (
    "not known whether the two are the same: write 1 or 0, yes or no, true or false, "
    "same or different, match or nomatch, y or n, x or n"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a file of labelled pairs holds: its pairs in order, and the rows that were set aside."""

    table: Table
    pairs: tuple[Pair, ...]
    rejects: tuple[Reject, ...]


def read_pairs(
    path: Path,
    left: str = "name1",
    right: str = "name2",
    same: str = "same",
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Labelled:
    """Read a file of pairs; `left`, `right` and `same` name its columns.

    All pairs are held in memory. Raises `FaultyFile` for a file that cannot be read, or lacks a
    column.
    """
    columns = (left, right, same)
    if len(set(columns)) < len(columns):
        raise FaultyFile(path, 0, left, "the names and the truth must be three columns")
    table = survey(path, left, encoding, delimiter)
    for column in (right, same):
        survey(path, column, table.encoding, table.delimiter)
    places = tuple(table.header.index(column) for column in columns)
    pairs: list[Pair] = []
    rejects: list[Reject] = []
    try:
        with opened(path, table.encoding) as file:
            for row in table.rows(file):
                found = row if isinstance(row, Reject) else _pair(row, places, columns)
                if isinstance(found, Pair):
                    pairs.append(found)
                else:
                    rejects.append(found)
    except UnicodeError as fault:
        raise FaultyFile(path, 0, table.encoding, f"not in this encoding: {fault}") from None
    return Labelled(table, tuple(pairs), tuple(rejects))


def _pair(row: Row, places: tuple[int, ...], columns: tuple[str, ...]) -> Pair | Reject:
    """The pair of a row, or why there is none."""
    left, right, said = (row.cells[place] for place in places)
    for name, column in zip((left, right), columns, strict=False):
        if is_blank(name):
            return Reject(row.line, f"no name in the column '{column}'", "", row.raw)
        if why := fault_of_name(name):
            return Reject(row.line, why, name, row.raw)
    truth = _TRUTHS.get(said.strip().casefold())
    if truth is None:
        return Reject(row.line, _NO_TRUTH, said, row.raw)
    return Pair(left, right, truth, row.line)
