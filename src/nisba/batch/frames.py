"""Frames of pandas, polars and Arrow: the cells of a column as text, and columns put behind.

None of these libraries is imported unless a frame of it comes along. A frame comes back as what it
was; whatever else can be read as Arrow (`__arrow_c_stream__`) comes back as an Arrow table.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from nisba.batch.values import spelled, text_of

AnyFrame = TypeVar("AnyFrame")
Columns = Sequence[list[Any]]


class _Kind(Protocol):
    """How one kind of frame is read and added to."""

    def header(self, frame: Any) -> list[str]: ...

    def texts(self, frame: Any, column: str) -> list[str]: ...

    def with_columns(self, frame: Any, added: Mapping[str, type], columns: Columns) -> Any: ...


def header_of(frame: object) -> list[str]:
    """Return the names of a frame's columns; raises `TypeError` for what is no frame.

    >>> import pandas as pd
    >>> header_of(pd.DataFrame({"name": ["Ali"], "n": [1]}))
    ['name', 'n']
    """
    return _kind(frame).header(frame)


def texts_of(frame: object, column: str) -> list[str]:
    """Return the cells of a column as text, a missing one empty."""
    return _kind(frame).texts(frame, column)


def with_columns(frame: AnyFrame, added: Mapping[str, type], columns: Columns) -> AnyFrame:
    """Return a frame with columns behind its own; `added` gives their names and types.

    >>> import pandas as pd
    >>> with_columns(pd.DataFrame({"name": ["Ali"]}), {"n": int}, [[3]]).to_dict("records")
    [{'name': 'Ali', 'n': 3}]
    """
    done: AnyFrame = _kind(frame).with_columns(frame, added, columns)
    return done


def _kind(frame: object) -> _Kind:
    home = type(frame).__module__.partition(".")[0]
    if home == "polars" and hasattr(frame, "get_column"):
        return _Polars()
    if home != "pandas" and (home == "pyarrow" or hasattr(frame, "__arrow_c_stream__")):
        return _Arrow()
    if hasattr(frame, "iloc") and hasattr(frame, "columns"):
        return _Pandas()
    kind = f"{type(frame).__module__}.{type(frame).__name__}"
    raise TypeError(f"{kind}: no frame: give one of pandas or polars, or an Arrow table")


class _Pandas:
    def header(self, frame: Any) -> list[str]:
        return [str(name) for name in frame.columns]

    def texts(self, frame: Any, column: str) -> list[str]:
        series = frame[column]
        missing = series.isna().tolist()
        return ["" if gone else str(v) for v, gone in zip(series.tolist(), missing, strict=True)]

    def with_columns(self, frame: Any, added: Mapping[str, type], columns: Columns) -> Any:
        done = frame.copy()
        for (name, kind), cells in zip(added.items(), columns, strict=True):
            done[name] = [math.nan if c is None else c for c in cells] if kind is float else cells
        return done


class _Polars:
    def header(self, frame: Any) -> list[str]:
        return list(frame.columns)

    def texts(self, frame: Any, column: str) -> list[str]:
        return [text_of(value) for value in frame.get_column(column).to_list()]

    def with_columns(self, frame: Any, added: Mapping[str, type], columns: Columns) -> Any:
        import polars as pl

        kinds = {str: pl.String, float: pl.Float64, int: pl.Int64}
        return frame.with_columns(
            pl.Series(name, list(map(_storable, cells)), kinds[kind])
            for (name, kind), cells in zip(added.items(), columns, strict=True)
        )


class _Arrow:
    def header(self, frame: Any) -> list[str]:
        return list(self._table(frame).schema.names)

    def texts(self, frame: Any, column: str) -> list[str]:
        return [text_of(value) for value in self._table(frame)[column].to_pylist()]

    def with_columns(self, frame: Any, added: Mapping[str, type], columns: Columns) -> Any:
        import pyarrow as pa

        table = self._table(frame)
        kinds = {str: pa.string(), float: pa.float64(), int: pa.int64()}
        for (name, kind), cells in zip(added.items(), columns, strict=True):
            table = table.append_column(name, pa.array(map(_storable, cells), kinds[kind]))
        if isinstance(frame, pa.RecordBatch):
            return pa.record_batch(table.combine_chunks().to_batches()[0].columns, table.schema)
        return table

    def _table(self, frame: Any) -> Any:
        import pyarrow as pa

        if isinstance(frame, pa.RecordBatch):
            return pa.Table.from_batches([frame])
        return frame if isinstance(frame, pa.Table) else pa.table(frame)


def _storable(value: Any) -> Any:
    return spelled(value) if isinstance(value, str) else value
