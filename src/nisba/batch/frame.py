"""A frame with a column of names, and the five columns that say whose they are.

Reach for `resolve_frame` in a notebook or program that has a frame, of pandas, polars or Arrow;
`nisba.batch.table` is for a file on disk.
"""

import functools
from collections.abc import Iterable
from typing import TypeVar

from nisba.batch.columns import COLUMNS, fault_of_columns
from nisba.batch.deriving import Work
from nisba.batch.frames import header_of, texts_of, with_columns
from nisba.batch.resolving import Resolves, answers_for, columns_of
from nisba.facts import FactColumns

AnyFrame = TypeVar("AnyFrame")


def resolve_frame(
    frame: AnyFrame,
    column: str,
    resolver: Resolves | None = None,
    limit: int = 5,
    *,
    facts: FactColumns | None = None,
) -> AnyFrame:
    """Return the frame with its names resolved: all its columns and rows, then five more.

    Without a resolver names are resolved against the curated gazetteer. The decision is "match",
    "ambiguous" or "none"; id and label are given for a match alone. The probability (0 to 1,
    unrounded) is that of the best candidate, missing where there is none, and the reason is one
    sentence. An empty or missing cell is "none". The frame itself stays as it is, and what comes
    back is of its kind. `facts` names columns of birth year, country and gender, which decide
    between namesakes; a cell of these that cannot be read is left out, and the reason says so.
    Raises `ValueError` for a column that is not there, or there twice, and for a frame that has
    one of the five already; `TypeError` for what is no frame.

    ```python
    resolve_frame(pd.read_csv("people.csv"), "name", nisba.Resolver(nisba.Gazetteer.load()))
    ```
    """
    columns = facts or FactColumns()
    _check(frame, (column, *columns.names), COLUMNS)
    known = None
    if columns.names:
        cells = [texts_of(frame, name) for name in columns.names]
        rows = (dict(zip(columns.names, row, strict=True)) for row in zip(*cells, strict=True))
        known = [columns.read(row) for row in rows]
    resolver = resolver or curated_resolver()
    answers = answers_for(texts_of(frame, column), resolver, limit, known)
    return with_columns(frame, COLUMNS, columns_of(answers, resolver.gazetteer))


def derive_frame(frame: AnyFrame, column: str, work: Work) -> AnyFrame:
    """Return the frame with the columns of a work behind its own; an empty cell gives empty cells.

    Raises `ValueError` and `TypeError` as `resolve_frame` does.
    """
    _check(frame, (column,), work.added)
    found = work.derived(texts_of(frame, column))
    return with_columns(frame, work.added, work.columns(found))


@functools.cache
def curated_resolver() -> Resolves:
    """Return the resolver of the curated gazetteer, which is opened once."""
    from nisba.gazetteer import Gazetteer
    from nisba.resolve import Resolver

    return Resolver(Gazetteer.load())


def _check(frame: object, wanted: Iterable[str], added: Iterable[str]) -> None:
    header = header_of(frame)
    for name in wanted:
        if fault := fault_of_columns(header, name, added):
            raise ValueError(f"{name!r}: {fault}")
