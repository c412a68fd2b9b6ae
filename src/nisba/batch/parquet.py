"""Parquet as rows, in and out, by pyarrow, which is an extra: `pip install "nisba[parquet]"`.

Rows come in batches, whatever the size of the file, and go out in groups of many batches. The
number of a row, from 1, stands where text files have their line.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from nisba.batch.cells import fault_of_name
from nisba.batch.chunks import Chunk, Rows, rows_of_chunk
from nisba.batch.columns import distinct_keys, fault_of_columns
from nisba.batch.faults import FaultyFile
from nisba.batch.rows import LONGEST_RAW, Reject, Row
from nisba.batch.sources import Progress, Source, deaf
from nisba.batch.values import json_of, text_of
from nisba.facts import FactColumns

_BATCH = 8_000
_BUFFER = 1 << 16
_GROUP_ROWS, _GROUP_BYTES = 100_000, 64 << 20


@dataclass(frozen=True, slots=True)
class ParquetTable:
    """A Parquet file; `all_cells` says whether more than names and facts is wanted as values."""

    source: Source
    column: str
    header: list[str]
    facts: FactColumns
    schema: Any
    total: int
    all_cells: bool = True

    @property
    def remark(self) -> str:
        """Nothing: a Parquet file says itself how it is read."""
        return ""

    def for_batches(self) -> "ParquetTable":
        """Return the table for an output that takes whole batches: no other cell is looked at."""
        return replace(self, all_cells=False)

    def chunks(self, on_progress: Progress = deaf) -> Iterator[Chunk]:
        """Cut the rows into chunks; `on_progress` is told the share of the bytes."""
        size = self.source.size
        with _opened(self.source) as file:
            number = done = 0
            for batch in file.iter_batches(_BATCH):
                while batch.num_rows:
                    part = batch.slice(0, rows_of_chunk(number))
                    batch = batch.slice(part.num_rows)
                    first, done = done + 1, done + part.num_rows
                    read = size * done // max(self.total, 1)
                    on_progress(read)
                    yield Chunk(number, [(first, as_bytes(part))], read, part.num_rows)
                    number += 1

    def taken_apart(self, chunk: Chunk) -> Rows:
        """Take a batch apart, and set those rows aside whose name can be none."""
        import pyarrow as pa

        ((first, data),) = chunk.pieces
        batch = batch_of(data)
        needed = {self.column, *self.facts.names}
        columns = [
            values.to_pylist() if self.all_cells or name in needed else [None] * batch.num_rows
            for name, values in zip(self.header, batch.columns, strict=True)
        ]
        place = self.header.index(self.column)
        found, good = Rows([], []), []
        for line, cells in enumerate(zip(*columns, strict=True), first):
            name = text_of(cells[place])
            why = fault_of_name(name)
            good.append(not why)
            if why:
                keys = distinct_keys(self.header)
                raw = json_of(dict(zip(keys, cells, strict=True)))[:LONGEST_RAW]
                found.rejects.append(Reject(line, why, name, raw))
            else:
                found.rows.append(Row(line, list(cells), ""))
        kept = batch if all(good) else batch.filter(pa.array(good))
        return found._replace(batch=kept)


def survey_parquet(
    source: Source, column: str, facts: FactColumns, added: tuple[str, ...], *, lists: bool = False
) -> ParquetTable:
    """Look at the schema; raises `FaultyFile` if the columns are not there, or are no text.

    `lists` lets the column of names hold lists of them.
    """
    import_pyarrow(source.path)
    import pyarrow as pa

    if source.state is None:
        raise FaultyFile(source.path, 0, "", "Parquet is read from its end: name a file")
    with _opened(source) as file:
        schema, total = file.schema_arrow, file.metadata.num_rows
    header = list(schema.names)
    for wanted in (column, *facts.names):
        if why := fault_of_columns(header, wanted, added):
            raise FaultyFile(source.path, 0, wanted, why)
    kind = schema.field(column).type
    text = kind.value_type if lists and pa.types.is_list(kind) else kind
    text = text.value_type if pa.types.is_dictionary(text) else text
    known = (pa.types.is_string, pa.types.is_large_string, pa.types.is_null)
    if not any(is_text(text) for is_text in known):
        raise FaultyFile(source.path, 0, column, f"a column of {kind}: names are text")
    return ParquetTable(source, column, header, facts, schema, total)


def import_pyarrow(path: Path) -> None:
    """Raise `FaultyFile` if pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401 - only whether it is there
    except ImportError:
        advice = 'Parquet needs a package more: pip install "nisba[parquet]"'
        raise FaultyFile(path, 0, "", advice) from None


def as_bytes(batch: Any) -> bytes:
    """Return a batch as bytes, with its schema."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(sink.getvalue())


def batch_of(data: bytes) -> Any:
    """Return the batch of bytes that `as_bytes` gave."""
    import pyarrow as pa

    with pa.ipc.open_stream(data) as stream:
        return stream.read_next_batch()


def write_batches(out: BinaryIO, schema: Any, batches: Iterable[bytes]) -> None:
    """Write a file of batches that came from `as_bytes`, in groups of 100,000 rows."""
    import pyarrow as pa
    from pyarrow import parquet

    with parquet.ParquetWriter(pa.PythonFile(out, mode="w"), schema) as writer:
        group: list[Any] = []
        rows = size = 0
        for data in batches:
            batch = batch_of(data)
            group.append(batch)
            rows += batch.num_rows
            size += len(data)
            if rows >= _GROUP_ROWS or size >= _GROUP_BYTES:
                writer.write_table(pa.Table.from_batches(group, schema))
                group, rows, size = [], 0, 0
        if rows:
            writer.write_table(pa.Table.from_batches(group, schema))


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        # Buffered, pages come one after the other, and not all of a row group at once.
        file = parquet.ParquetFile(source.path, buffer_size=_BUFFER, pre_buffer=False)
        with file:
            yield file
    except (pa.ArrowException, OSError) as fault:
        said = f"a damaged Parquet file: {str(fault).splitlines()[0]}"
        raise FaultyFile(source.path, 0, "", said) from None
