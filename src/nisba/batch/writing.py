"""Rows with their new columns as bytes: CSV, TSV, JSON lines or Parquet.

Bytes of a chunk are made wherever the chunk was worked on, packed already. A file is their
sequence behind what `begin` gives; for Parquet `nisba.batch.parquet` joins them at the end.
"""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from nisba.batch.cells import harmless
from nisba.batch.chunks import Input, Rows
from nisba.batch.columns import distinct_keys
from nisba.batch.faults import FaultyFile
from nisba.batch.formats import Format, Packing, Shape, checked, shape_of_name
from nisba.batch.json_lines import JsonTable
from nisba.batch.packing import check_packing, pack
from nisba.batch.parquet import ParquetTable, as_bytes, import_pyarrow, write_batches
from nisba.batch.reading import Table
from nisba.batch.values import json_of, spelled, text_of
from nisba.batch.work import Answers, Pieces

_MARK = "\ufeff"
_DELIMITERS = {Format.TSV: "\t"}


@dataclass(frozen=True, slots=True)
class Output:
    """How rows are written; `schema` is that of Parquet, and `spliced` keeps objects as they are.

    `mark` asks for the byte-order mark by which spreadsheets know UTF-8, and `detail` for objects
    with the reasons in place of rows.
    """

    format: Format
    packing: Packing
    header: list[str]
    added: Mapping[str, type]
    delimiter: str = ","
    mark: bool = False
    detail: bool = False
    spliced: bool = False
    schema: Any = None
    name: str = "name"

    @property
    def assembled(self) -> bool:
        """Whether the pieces of chunks are no file yet, but what one is made of."""
        return self.format is Format.PARQUET

    @property
    def signature(self) -> str:
        """What its bytes depend on besides the rows: no other output goes on with them."""
        said = [self.format, self.packing, self.header, self.delimiter, self.mark, self.detail]
        return json_of([*said, list(self.added)])

    def assemble(self, pieces: Pieces, out: BinaryIO) -> Counter[str]:
        """Make a file of the pieces of all chunks; this changes no counts."""
        if self.format is Format.PARQUET:
            write_batches(out, self.schema, pieces())
        else:
            out.write(self.begin())
            for piece in pieces():
                out.write(piece)
        return Counter()

    def begin(self) -> bytes:
        """Return what stands before the first row."""
        if self.format is Format.PARQUET:
            return b""
        if self.format is Format.JSONL:
            return pack(b"", self.packing)
        mark = _MARK if self.mark else ""
        return pack(f"{mark}{self._csv([[*self.header, *self.added]])}".encode(), self.packing)

    def data(self, rows: Rows, answers: Answers, column: int) -> bytes:
        """Return the rows of a chunk; `column` is the place of the names."""
        if self.format is Format.PARQUET:
            return self._arrow(rows, answers)
        if not rows.rows:
            return b""
        if self.detail:
            text = self._details(rows, answers, column)
        elif self.format is Format.JSONL:
            text = self._objects(rows, answers)
        else:
            added = zip(*answers.columns, strict=True)
            text = self._csv([*row.cells, *new] for row, new in zip(rows.rows, added, strict=True))
        return pack(text.encode("utf-8", "backslashreplace"), self.packing)

    def _csv(self, rows: Any) -> str:
        out = io.StringIO(newline="")
        # The line end of RFC 4180; with a mere LF, a cell that holds a CR would be left unquoted.
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerows(map(_cell, row) for row in rows)
        return out.getvalue()

    def _objects(self, rows: Rows, answers: Answers) -> str:
        keys, names = distinct_keys(self.header), list(self.added)
        lines = []
        for row, new in zip(rows.rows, zip(*answers.columns, strict=True), strict=True):
            more = json_of(dict(zip(names, new, strict=True)))
            if self.spliced:
                # The object as it was written: numbers keep their digits, keys their order.
                before = row.raw.rstrip()[:-1].rstrip()
            else:
                before = json_of(dict(zip(keys, row.cells, strict=True)))[:-1]
            lines.append(f"{before}{'' if before == '{' else ', '}{more[1:]}\n")
        return "".join(lines)

    def _details(self, rows: Rows, answers: Answers, column: int) -> str:
        keys = distinct_keys(self.header)
        lines = []
        for row, details in zip(rows.rows, answers.details, strict=True):
            said = json_of({"line": row.line, self.name: text_of(row.cells[column])})
            named = row.raw if self.spliced else json_of(dict(zip(keys, row.cells, strict=True)))
            lines.append(f'{said[:-1]}, "row": {named}, {json_of(details)[1:]}\n')
        return "".join(lines)

    def _arrow(self, rows: Rows, answers: Answers) -> bytes:
        import pyarrow as pa

        width = len(self.header)
        if rows.batch is not None:
            columns = rows.batch.columns
        else:
            cells = zip(*(row.cells for row in rows.rows), strict=True)
            columns = [
                pa.array(map(_storable(field), values), field.type)
                for field, values in zip(self.schema, cells, strict=False)
            ] or [pa.array([], field.type) for field in list(self.schema)[:width]]
        added = [
            pa.array(map(_storable(field), values), field.type)
            for field, values in zip(list(self.schema)[width:], answers.columns, strict=True)
        ]
        return as_bytes(pa.record_batch([*columns, *added], schema=self.schema))


def output_of(
    table: Input,
    added: Mapping[str, type],
    target: Path | None,
    word: Shape | None = None,
    *,
    detail: bool = False,
    name: str = "name",
) -> tuple[Input, Output]:
    """Choose how rows are written, and return the table with all that the output needs of it.

    A word for the form goes before the name of the target, and that before the form of the input;
    `None` as target is standard output. Raises `FaultyFile`.
    """
    said, named = word or Shape(), shape_of_name(target) if target else Shape()
    shown = target or Path("-")
    format_ = said.format or named.format or table.source.shape.format or Format.CSV
    packing = said.packing or named.packing or Packing.PLAIN
    if detail:
        if Format.PARQUET in (said.format, named.format):
            raise FaultyFile(shown, 0, "", "--json writes JSON lines: give another name or format")
        format_ = Format.JSONL
    if format_ is Format.PARQUET and packing is not Packing.PLAIN:
        checked(shown, Shape(format_, packing))
    check_packing(shown, packing)
    spliced = isinstance(table, JsonTable) and format_ is Format.JSONL
    if isinstance(table, JsonTable) and not spliced:
        table = table.whole()
    if isinstance(table, ParquetTable) and format_ is Format.PARQUET:
        table = table.for_batches()
    schema = _schema(table, added, shown) if format_ is Format.PARQUET else None
    delimiter = _delimiter(table, format_)
    mark = target is not None and format_ is not Format.JSONL
    header = table.header
    return table, Output(
        format_, packing, header, added, delimiter, mark, detail, spliced, schema, name
    )


def _delimiter(table: Input, format_: Format) -> str:
    """A CSV file stays parted as it was, a TSV file is parted by tabs."""
    if isinstance(table, Table) and table.source.shape.format is not Format.TSV:
        return _DELIMITERS.get(format_, table.delimiter)
    return _DELIMITERS.get(format_, ",")


def _schema(table: Input, added: Mapping[str, type], shown: Path) -> Any:
    import_pyarrow(shown)
    import pyarrow as pa

    arrow = {"text": pa.string(), "json": pa.string(), "bool": pa.bool_(), "int": pa.int64()}
    arrow["float"] = pa.float64()
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    if isinstance(table, ParquetTable):
        schema = table.schema
    else:
        types = table.types or {} if isinstance(table, JsonTable) else {}
        names = distinct_keys(table.header)
        # What a JSON value becomes where a column holds values of many kinds is in its metadata.
        schema = pa.schema(
            pa.field(name, arrow[types.get(name, "text")], metadata=_note(types.get(name)))
            for name in names
        )
    for name, kind in added.items():
        schema = schema.append(pa.field(name, plain[kind]))
    return schema


def _note(kind: str | None) -> dict[str, str] | None:
    return {"nisba": "json"} if kind == "json" else None


def _storable(field: Any) -> Any:
    """A function that makes what Arrow can store in a field out of a cell."""
    metadata = field.metadata or {}
    if metadata.get(b"nisba") == b"json":
        return lambda value: None if value is None else spelled(json_of(value))
    return lambda value: spelled(value) if isinstance(value, str) else value


def _cell(value: Any) -> str:
    """A cell of CSV that no spreadsheet runs; numbers compute nothing."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, int | float):
        return text_of(value)
    return harmless(text_of(value))
