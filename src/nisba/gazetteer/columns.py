"""Ids, names and facts from a CSV file, with the line of every row that cannot be used.

`Gazetteer.read_csv` is the door to it. Files larger than memory are the matter of `nisba.batch`.
"""

import codecs
import csv
import re
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.facts.columns import FactColumns
from nisba.facts.types import Facts, Unreadable
from nisba.gazetteer.faults import FaultyGazetteer, Finding, error, warning

if TYPE_CHECKING:
    from pandas import DataFrame

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_HEADER = 1_000_000
_PLACE = re.compile(r"in (line) ([0-9]+)|at (row) ([0-9]+)")


def read_pairs(
    path: Path, id_column: str, name_column: str, encoding: str | None = None
) -> list[tuple[str, str]]:
    """Read the pairs of two columns, all cells as text; blank rows are passed over.

    Fields are parted by a comma, semicolon, tab or bar, whichever makes both columns of the
    header. Raises `FaultyGazetteer`; `OSError` for a file that cannot be opened, `LookupError`
    for an unknown encoding.
    """
    return read_known(path, id_column, name_column, FactColumns(), encoding)[0]


def read_known(
    path: Path,
    id_column: str,
    name_column: str,
    facts: FactColumns,
    encoding: str | None = None,
) -> tuple[list[tuple[str, str]], dict[str, Facts], list[Finding]]:
    """Read the pairs of two columns as `read_pairs` does, and what others say of each id.

    What the rows of one id say is joined. The findings are warnings, one for each cell that
    could not be read and was left out.
    """
    encoding = _encoding(path, encoding)
    wanted = tuple(dict.fromkeys((id_column, name_column, *facts.names)))
    try:
        delimiter = _delimiter(path, encoding, *wanted)
        table = _table(path, delimiter, encoding)
    except UnicodeError:
        raise FaultyGazetteer([_undecodable(path, encoding)]) from None
    header = [] if table.empty else table.iloc[0].tolist()
    if found := [_no_column(path, c, header) for c in wanted if header.count(c) != 1]:
        raise FaultyGazetteer(found)
    rows = table.iloc[1:]
    rows = rows[(rows != "").any(axis=1)]
    places = {column: header.index(column) for column in wanted}
    named = {column: places[column] for column in (id_column, name_column)}
    if found := _cell_faults(path, table, rows, named):
        raise FaultyGazetteer(found)
    ids, names = (rows.iloc[:, places[column]].tolist() for column in (id_column, name_column))
    known, unread = _facts(path, table, rows, ids, places, facts)
    return list(zip(ids, names, strict=True)), known, unread


def _facts(
    path: Path,
    table: "DataFrame",
    rows: "DataFrame",
    ids: list[str],
    places: dict[str, int],
    columns: FactColumns,
) -> tuple[dict[str, Facts], list[Finding]]:
    """What the rows of each id say together, and a warning for each cell that says nothing."""
    known: dict[str, Facts] = {}
    unread: list[tuple[int, Unreadable]] = []
    if not columns.names:
        return known, []
    cells = [rows.iloc[:, places[name]].tolist() for name in columns.names]
    for row, ident, *values in zip(rows.index, ids, *cells, strict=True):
        facts, faults = columns.read(dict(zip(columns.names, values, strict=True)))
        known[ident] = known[ident].joined(facts) if ident in known else facts
        unread += ((row, fault) for fault in faults)
    starts = _starts(table) if unread else []
    return known, [
        warning(path, starts[row], fault.field.replace(" ", "-"), fault.value, fault.advice)
        for row, fault in unread
    ]


def _encoding(path: Path, given: str | None) -> str:
    """Return the encoding to read with: UTF-8, or UTF-16 if the file begins with its mark."""
    if given is not None:
        name = codecs.lookup(given).name
        return "utf-8-sig" if name == "utf-8" else name
    with path.open("rb") as file:
        mark = file.read(2)
    return "utf-16" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _delimiter(path: Path, encoding: str, *columns: str) -> str:
    with path.open(encoding=encoding, newline="") as file:
        header = file.readline(_LONGEST_HEADER)
    for delimiter in _DELIMITERS:
        fields = next(csv.reader([header], delimiter=delimiter), [])
        if all(column in fields for column in columns):
            return delimiter
    return ","


def _table(path: Path, delimiter: str, encoding: str) -> "DataFrame":
    import pandas as pd

    try:
        # The header is read as a row: so pandas neither renames a repeated column nor takes the
        # first field of a row that is too long for an index, but says which line is too long.
        return pd.read_csv(
            path,
            header=None,
            dtype=str,
            sep=delimiter,
            encoding=encoding,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
        )
    except pd.errors.EmptyDataError:
        return pd.DataFrame()
    except pd.errors.ParserError as fault:
        said = str(fault).rpartition("C error: ")[2].strip()
        place = _PLACE.search(said)
        # The parser counts lines from 1, but rows from 0.
        line = 0 if place is None else int(place[2]) if place[1] else int(place[4]) + 1
        advice = f"mend the row, a quotation mark perhaps: {said}"
        raise FaultyGazetteer([error(path, line, "csv", "", advice)]) from None


def _undecodable(path: Path, encoding: str) -> Finding:
    data = path.read_bytes()
    name = encoding.removesuffix("-sig")
    try:
        data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        value = " ".join(f"{byte:02x}" for byte in data[fault.start : fault.start + 8])
        advice = f"name the encoding, windows-1256 perhaps: byte {fault.start} is not {name}"
        return error(path, line, "encoding", value, advice)
    except UnicodeError as fault:
        return error(path, 0, "encoding", name, f"name the encoding of the file: {fault}")
    return error(path, 0, "encoding", name, "name the encoding of the file")


def _no_column(path: Path, column: str, header: list[str]) -> Finding:
    there = ", ".join(repr(name) for name in header) or "none"
    if column in header:
        advice = f"rename all but one of the columns of this name: {there}"
    else:
        advice = f"name a column that is there: {there}"
    return error(path, 1, "column", column, advice)


def _cell_faults(
    path: Path, table: "DataFrame", rows: "DataFrame", places: dict[str, int]
) -> list[Finding]:
    """Report empty cells and cells that run over a line end, most often a lost quotation mark."""
    found: list[tuple[int, str, str]] = []
    for column, place in places.items():
        for row, value in zip(rows.index, rows.iloc[:, place].tolist(), strict=True):
            if not value.strip() or "\n" in value:
                found.append((row, column, value))
    if not found:
        return []
    starts = _starts(table)
    return [
        error(path, starts[row], "cell", value, _cell_advice(column, value))
        for row, column, value in sorted(found)
    ]


def _starts(table: "DataFrame") -> list[int]:
    """Line of each row: a cell that runs over a line end moves the rows below it down the file."""
    heights = [1 + sum(cell.count("\n") for cell in cells) for cells in table.to_numpy().tolist()]
    return list(accumulate(heights, initial=1))


def _cell_advice(column: str, value: str) -> str:
    if value.strip():
        return f"write {column} on one line: is a quotation mark missing?"
    return f"fill in {column}, or delete the row"
