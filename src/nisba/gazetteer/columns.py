"""Pairs of id and name from a CSV file, with the line of every row that cannot be used.

`Gazetteer.read_csv` is the door to it. Files larger than memory are the matter of `nisba.batch`.
"""

import codecs
import csv
import re
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from nisba.gazetteer.faults import FaultyGazetteer, Finding, error

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
    encoding = _encoding(path, encoding)
    try:
        delimiter = _delimiter(path, encoding, id_column, name_column)
        table = _table(path, delimiter, encoding)
    except UnicodeError:
        raise FaultyGazetteer([_undecodable(path, encoding)]) from None
    header = [] if table.empty else table.iloc[0].tolist()
    wanted = dict.fromkeys((id_column, name_column))
    if found := [_no_column(path, c, header) for c in wanted if header.count(c) != 1]:
        raise FaultyGazetteer(found)
    rows = table.iloc[1:]
    rows = rows[(rows != "").any(axis=1)]
    places = {column: header.index(column) for column in (id_column, name_column)}
    if found := _cell_faults(path, table, rows, places):
        raise FaultyGazetteer(found)
    ids, names = (rows.iloc[:, place].tolist() for place in places.values())
    return list(zip(ids, names, strict=True))


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
    # A cell that runs over a line end moves the rows below it down the file.
    heights = [1 + sum(cell.count("\n") for cell in cells) for cells in table.to_numpy().tolist()]
    starts = list(accumulate(heights, initial=1))
    return [
        error(path, starts[row], "cell", value, _cell_advice(column, value))
        for row, column, value in sorted(found)
    ]


def _cell_advice(column: str, value: str) -> str:
    if value.strip():
        return f"write {column} on one line: is a quotation mark missing?"
    return f"fill in {column}, or delete the row"
