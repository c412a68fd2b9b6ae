"""CSV files of names: in, with columns that the caller names, and out, one name a row.

The same table, one name a row, goes out as Parquet; `nisba.exchange.parquet` writes that.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TextIO

from nisba.batch.cells import fault_of_text, harmless, is_blank
from nisba.batch.columns import columns_told
from nisba.batch.delimiters import checked_delimiter, delimiter_of
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.rows import Reject, Row, read_rows
from nisba.exchange.entries import Entry, ForeignName, Found, Rejected, known_facts, with_era
from nisba.exchange.opening import Progress, opened_text
from nisba.gazetteer.records import NAME_KINDS, STATUSES
from nisba.gazetteer.types import Identity, IdentityType, NameRecord

#: The columns that go out.
COLUMNS = (
    "id",
    "type",
    "label",
    "name",
    "script",
    "kind",
    "status",
    "source",
    "gender",
    "birth_year",
    "death_year",
    "countries",
)
_SEVERAL = " | "
# A cell that a spreadsheet would run goes out behind an apostrophe, and comes back without it.
_SHIELDED = re.compile("'(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Which columns of a table hold what; `None` where there is none.

    Several columns may hold names, and `separator` parts several names in one cell. Rows that
    stand together and have one id are one entry.
    """

    id: str = "id"
    names: tuple[str, ...] = ("name",)
    separator: str | None = None
    label: str | None = None
    birth_year: str | None = None
    country: str | None = None
    gender: str | None = None
    type: IdentityType = IdentityType.PERSON
    type_column: str | None = None
    kind_column: str | None = None
    status_column: str | None = None

    @property
    def all(self) -> tuple[str, ...]:
        """Every column that is named, each once."""
        facts = (self.label, self.birth_year, self.country, self.gender)
        told = (*facts, self.type_column, self.kind_column, self.status_column)
        return tuple(dict.fromkeys((self.id, *self.names, *(c for c in told if c is not None))))


@dataclass(slots=True)
class _Group:
    """The rows of one id that stand together."""

    id: str
    line: int
    rows: list[dict[str, str]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)


#: One entry of more rows than this is a column that holds no ids.
_MOST_ROWS = 2_000


def read_table(
    path: Path,
    columns: NameColumns,
    on_progress: Progress = lambda done: None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Iterator[Found]:
    """Yield an entry for each id, or the row that cannot be used.

    Raises `FaultyFile` for a column that is not there, an unknown encoding or delimiter.
    """
    with opened_text(path, on_progress, encoding) as file:
        group: _Group | None = None
        for row in _rows(path, file, columns, delimiter):
            if isinstance(row, Rejected):
                yield row
                continue
            line, cells, raw = row
            if group is None or group.id != cells[columns.id]:
                if group is not None:
                    yield _entry(path, group, columns)
                group = _Group(cells[columns.id], line)
            if len(group.rows) == _MOST_ROWS:
                reason = f"more than {_MOST_ROWS:,} rows of one id: is this the column of ids?"
                yield Rejected(Fault(path, line, group.id, reason), raw)
                continue
            group.rows.append(cells)
            group.raw.append(raw)
        if group is not None:
            yield _entry(path, group, columns)


def _rows(
    path: Path, file: IO[str], columns: NameColumns, delimiter: str | None
) -> Iterator[tuple[int, dict[str, str], str] | Rejected]:
    text: TextIO = file  # type: ignore[assignment]  # IO[str] reads as TextIO does
    try:
        parted = checked_delimiter(path, delimiter) if delimiter else delimiter_of(text, columns.id)
        file.seek(0)
        rows = read_rows(text, parted)
        header = _header(path, next(rows, None), columns)
        places = {column: header.index(column) for column in columns.all}
        for row in rows:
            yield _checked(path, row, header, places, columns)
    except UnicodeError as fault:
        raise FaultyFile(path, 0, "", f"the file is not in this encoding: {fault}") from None


def _header(path: Path, row: Row | Reject | None, columns: NameColumns) -> list[str]:
    if row is None or isinstance(row, Reject):
        raise FaultyFile(path, 1, "", "the file is empty" if row is None else row.reason)
    header = [row.cells[0].removeprefix("\ufeff"), *row.cells[1:]]
    for column in columns.all:
        if header.count(column) != 1:
            what = "a column that stands twice" if column in header else "no such column"
            raise FaultyFile(
                path, row.line, column, f"{what}; the columns are {columns_told(header)}"
            )
    return header


def _checked(
    path: Path, row: Row | Reject, header: list[str], places: dict[str, int], columns: NameColumns
) -> tuple[int, dict[str, str], str] | Rejected:
    if isinstance(row, Reject):
        return Rejected(Fault(path, row.line, row.value, row.reason), row.raw)
    if len(row.cells) != len(header):
        reason = f"{len(row.cells)} fields where the header has {len(header)}"
        return Rejected(Fault(path, row.line, row.raw, reason), row.raw)
    if why := fault_of_text(row.raw):
        return Rejected(Fault(path, row.line, row.raw, f"{why}: name the encoding?"), row.raw)
    cells = {column: row.cells[place].strip() for column, place in places.items()}
    if not cells[columns.id]:
        return Rejected(Fault(path, row.line, row.raw, f"no id in column {columns.id}"), row.raw)
    if all(is_blank(cells[column]) for column in columns.names):
        named = ", ".join(columns.names)
        return Rejected(Fault(path, row.line, row.raw, f"no name in column {named}"), row.raw)
    return row.line, cells, row.raw


def _entry(path: Path, group: _Group, columns: NameColumns) -> Found:
    def cells(column: str | None) -> list[str]:
        found = [row[column] for row in group.rows] if column is not None else []
        return list(dict.fromkeys(filter(None, found)))

    raw = "\n".join(group.raw)
    type_ = columns.type
    for told in cells(columns.type_column):
        if told not in tuple(IdentityType):
            reason = f"no type: write one of {', '.join(IdentityType)}"
            return Rejected(Fault(path, group.line, told, reason), raw)
        type_ = IdentityType(told)
    names: dict[str, ForeignName] = {}
    for row in group.rows:
        kind = row[columns.kind_column] if columns.kind_column else ""
        status = row[columns.status_column] if columns.status_column else ""
        for value, known in ((kind, NAME_KINDS), (status, STATUSES)):
            if value and value not in known:
                reason = f"unknown: write one of {', '.join(known)}"
                return Rejected(Fault(path, group.line, value, reason), raw)
        for text in _names(row, columns):
            names.setdefault(text, ForeignName(text, kind or "name", status == "proposed"))
    person = type_ is IdentityType.PERSON
    birth, _, codes, gender, unread = known_facts(
        path,
        group.line,
        born=cells(columns.birth_year) if person else (),
        countries=cells(columns.country),
        genders=cells(columns.gender) if person else (),
    )
    return Entry(
        path,
        group.line,
        group.id,
        type_,
        tuple(names.values()),
        next(iter(cells(columns.label)), ""),
        gender,
        birth,
        None,
        codes,
        (),
        unread,
        raw,
    )


def _names(row: dict[str, str], columns: NameColumns) -> Iterator[str]:
    for column in columns.names:
        cell = row[column]
        for piece in cell.split(columns.separator) if columns.separator else [cell]:
            if not is_blank(piece):
                yield _SHIELDED.sub("", piece.strip(), count=1)


def rows_of(identities: Iterable[Identity]) -> Iterator[tuple[Identity, NameRecord]]:
    """Yield each name with its identity: one row of the table that goes out."""
    return ((identity, name) for identity in identities for name in identity.names)


def write_table(identities: Iterable[Identity], file: TextIO) -> None:
    """Write one name a row under `COLUMNS`; countries are parted by a bar between spaces.

    A year up to 1450 has CE behind it. A cell that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for identity, name in rows_of(identities):
        cells = (
            identity.id,
            identity.type,
            identity.label,
            name.text,
            name.script,
            name.kind,
            name.status,
            name.source,
            identity.gender,
            "" if identity.birth_year is None else with_era(identity.birth_year),
            "" if identity.death_year is None else with_era(identity.death_year),
            _SEVERAL.join(identity.countries),
        )
        writer.writerow([harmless(cell) for cell in cells])
