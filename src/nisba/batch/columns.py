"""The columns that a run adds to those of a file, with their types, and what stands in the way."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from nisba.gazetteer.faults import shown

#: The columns that resolving appends, in this order.
COLUMNS: Mapping[str, type] = {
    "nisba_decision": str,
    "nisba_id": str,
    "nisba_label": str,
    "nisba_probability": float,
    "nisba_reason": str,
}


def fault_of_columns(header: list[str], column: str, added: Iterable[str] = COLUMNS) -> str:
    """Say why this column of a header cannot be read, or return an empty string.

    `added` names the columns that will be written beside those of the header.

    >>> fault_of_columns(["id", "name"], "nmae")
    "no such column, but there is 'name'; the columns are 'id', 'name'"
    """
    there = columns_told(header)
    if column not in header:
        near = get_close_matches(column, [name[:100] for name in header[:1000]], 1, 0.5)
        hint = f", but there is {near[0]!r}" if near else ""
        return f"no such column{hint}; the columns are {there}"
    if header.count(column) > 1:
        return f"{header.count(column)} columns have this name: rename all but one; {there}"
    if taken := [name for name in added if name in header]:
        return f"the column {taken[0]!r} is there already: rename or delete it"
    return ""


def columns_told(header: Sequence[str]) -> str:
    """The names of columns for a message: the first 50, and of long ones the beginning.

    >>> columns_told(["id", "name"])
    "'id', 'name'"
    """
    return ", ".join(f"'{shown(name)}'" for name in header[:50]) + ", ..." * (len(header) > 50)


def distinct_keys(header: list[str]) -> list[str]:
    """Number the repeated names of a header, so that none is lost in an object.

    >>> distinct_keys(["name", "x", "x"])
    ['name', 'x', 'x (2)']
    """
    seen: dict[str, int] = {}
    keys = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return keys
