"""What the editors say between name elements: which are taken for each other, and kunyas.

`confusable.tsv` has pairs where a small difference is another name, each pair once;
`kunyas.tsv` has the kunyas that go with a given name or with one person. Beside the tables of
elements in the gazetteer stage: here the two files are read, and their links followed.
"""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from nisba.gazetteer.faults import Finding, error
from nisba.gazetteer.tables import Row, Table, read_table

CONFUSABLE_COLUMNS = ("element", "other", "reason")
KUNYA_COLUMNS = ("kunya", "stands_for", "by", "note", "source")
BY_CUSTOM, BY_PERSON = "custom", "person"
_KUNYA = "kunya"


def read_confusables(path: Path) -> Table:
    """Read `confusable.tsv`: two ids of elements, the one that sorts first on the left."""
    return read_table(
        path, CONFUSABLE_COLUMNS, CONFUSABLE_COLUMNS, _pair_faults, key=("element", "other")
    )


def _pair_faults(row: Row) -> Iterator[tuple[str, str, str]]:
    if row["element"] == row["other"]:
        yield "self", row["other"], "name another element: none is taken for itself"
    elif row["other"] and row["element"] > row["other"]:
        advice = f"write {row['other']} first: a pair stands once, in the order of the ids"
        yield "order", row["element"], advice


def read_kunyas(path: Path) -> Table:
    """Read `kunyas.tsv`: a kunya, and the given name or person that it stands for."""
    needed = ("kunya", "stands_for", "by", "source")
    return read_table(path, KUNYA_COLUMNS, needed, _kunya_faults, key=("kunya", "stands_for", "by"))


def _kunya_faults(row: Row) -> Iterator[tuple[str, str, str]]:
    if row["by"] and row["by"] not in (BY_CUSTOM, BY_PERSON):
        advice = f"write {BY_CUSTOM} for a given name, {BY_PERSON} for an identity"
        yield "by", row["by"], advice


def pairs_unknown(table: Table, elements: Mapping[str, str]) -> Iterator[Finding]:
    """Report both ends of a pair that no table of elements has; `elements` are kinds by id."""
    for row in table.rows:
        for column in ("element", "other"):
            yield from _unknown(table.path, row, column, elements)


def kunyas_unknown(
    table: Table, elements: Mapping[str, str], people: Container[str]
) -> Iterator[Finding]:
    """Report kunyas that are none, and those who bear them and are nowhere.

    `elements` are kinds by id; `people` are ids of identities, retired ones among them.
    """
    for row in table.rows:
        yield from _unknown(table.path, row, "kunya", elements)
        kind = elements.get(row["kunya"], _KUNYA)
        if kind != _KUNYA:
            advice = f"name an element of the kind {_KUNYA}: this one is of the kind {kind}"
            yield error(table.path, row.line, "kunya", row["kunya"], advice)
        if row["by"] == BY_CUSTOM:
            yield from _unknown(table.path, row, "stands_for", elements)
        elif row["by"] == BY_PERSON and row["stands_for"] not in people:
            advice = "name the id of a record in stands_for: no record has this one"
            yield error(table.path, row.line, "link", row["stands_for"], advice)


def _unknown(path: Path, row: Row, column: str, elements: Mapping[str, str]) -> Iterator[Finding]:
    if row[column] and row[column] not in elements:
        advice = f"name the id of an element in {column}: no table of elements has this one"
        yield error(path, row.line, "link", row[column], advice)
