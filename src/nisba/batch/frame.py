"""A pandas DataFrame with a column of names, and the five columns that say whose they are.

Reach for `resolve_frame` in a notebook or program that has a frame; for a file on disk
`nisba.batch.table` streams it through here.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from nisba.batch.resolving import Answer, Labels, Resolves, answers_for
from nisba.facts import FactColumns

if TYPE_CHECKING:
    import pandas as pd

#: The columns that are appended, in this order.
COLUMNS = ("nisba_decision", "nisba_id", "nisba_label", "nisba_probability", "nisba_reason")


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
    return with_answers(
        frame, answers_for(_texts(frame, column), resolver, limit, known), resolver.gazetteer
    )


def _texts(frame: "pd.DataFrame", column: str) -> list[str]:
    """The cells of a column as text, a missing one empty."""
    series = frame[column]
    missing = series.isna().tolist()
    return ["" if gone else str(v) for v, gone in zip(series.tolist(), missing, strict=True)]


def with_answers(
    frame: "pd.DataFrame", answers: Sequence[Answer], labels: Labels
) -> "pd.DataFrame":
    """Return a frame with the five columns of the answers to its rows."""
    found = [answer.identity for answer in answers]
    best = [a.candidates[0].probability if a.candidates else float("nan") for a in answers]
    done = frame.copy()
    done["nisba_decision"] = [str(answer.decision) for answer in answers]
    done["nisba_id"] = found
    done["nisba_label"] = [None if id is None else labels.label(id) for id in found]
    done["nisba_probability"] = best
    done["nisba_reason"] = [answer.reason for answer in answers]
    return done


def fault_of_columns(header: list[str], column: str, added: tuple[str, ...] = COLUMNS) -> str:
    """Say why this column of a header cannot be read, or return an empty string.

    `added` names the columns that will be written beside those of the header.

    >>> fault_of_columns(["id", "name"], "nmae")
    "no such column, but there is 'name'; the columns are 'id', 'name'"
    """
    there = ", ".join(repr(name) for name in header[:50]) + (", ..." if len(header) > 50 else "")
    if column not in header:
        near = get_close_matches(column, [name[:100] for name in header[:1000]], 1, 0.5)
        hint = f", but there is {near[0]!r}" if near else ""
        return f"no such column{hint}; the columns are {there}"
    if header.count(column) > 1:
        return f"{header.count(column)} columns have this name: rename all but one; {there}"
    if taken := [name for name in added if name in header]:
        return f"the column {taken[0]!r} is there already: rename or delete it"
    return ""
