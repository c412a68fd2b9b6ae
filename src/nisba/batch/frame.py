"""A pandas DataFrame with a column of names, and the five columns that say whose they are.

Reach for `resolve_frame` in a notebook or program that has a frame; `nisba.batch.table` is for a
file on disk.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nisba.batch.columns import COLUMNS, fault_of_columns
from nisba.batch.resolving import Resolves, answers_for, columns_of
from nisba.facts import FactColumns

if TYPE_CHECKING:
    import pandas as pd


def resolve_frame(
    frame: "pd.DataFrame",
    column: str,
    resolver: Resolves,
    limit: int = 5,
    *,
    facts: FactColumns | None = None,
) -> "pd.DataFrame":
    """Return the frame with its names resolved: all its columns and rows, then five more.

    The decision is "match", "ambiguous" or "none"; id and label are given for a match alone.
    The probability (0 to 1, unrounded) is that of the best candidate, missing where there is
    none, and the reason is one sentence. An empty or missing cell is "none". The frame itself
    stays as it is. `facts` names columns of birth year, country and gender, which decide between
    namesakes; a cell of these that cannot be read is left out, and the reason says so. Raises
    `ValueError` for a column that is not there, or there twice, and for a frame that has one of
    the five already.

    ```python
    resolve_frame(pd.read_csv("people.csv"), "name", nisba.Resolver(nisba.Gazetteer.load()))
    ```
    """
    columns = facts or FactColumns()
    for wanted in (column, *columns.names):
        if fault := fault_of_columns([str(name) for name in frame.columns], wanted):
            raise ValueError(f"{wanted!r}: {fault}")
    known = None
    if columns.names:
        cells = [_texts(frame, name) for name in columns.names]
        rows = (dict(zip(columns.names, row, strict=True)) for row in zip(*cells, strict=True))
        known = [columns.read(row) for row in rows]
    answers = answers_for(_texts(frame, column), resolver, limit, known)
    return with_columns(frame, COLUMNS, columns_of(answers, resolver.gazetteer))


def _texts(frame: "pd.DataFrame", column: str) -> list[str]:
    """The cells of a column as text, a missing one empty."""
    series = frame[column]
    missing = series.isna().tolist()
    return ["" if gone else str(v) for v, gone in zip(series.tolist(), missing, strict=True)]


def with_columns(
    frame: "pd.DataFrame", added: Mapping[str, type], columns: Sequence[list[Any]]
) -> "pd.DataFrame":
    """Return a frame with columns more; a number that is missing is NaN."""
    done = frame.copy()
    for (name, kind), cells in zip(added.items(), columns, strict=True):
        done[name] = [math.nan if c is None else c for c in cells] if kind is float else cells
    return done
