"""`imports.tsv`: which record of a source became which identity, so that none comes in twice.

`nisba gazetteer import` writes it, editors leave it alone. An identity that is merged or retired
later keeps its row: `retired.tsv` says what became of it.
"""

from collections.abc import Container, Iterator
from pathlib import Path

from nisba.gazetteer.faults import Finding, error, warning
from nisba.gazetteer.records import is_id
from nisba.gazetteer.tables import Row, Table, read_table

IMPORTS = "imports.tsv"
IMPORT_COLUMNS = ("source", "foreign_id", "id")
LONGEST_FOREIGN_ID = 200

#: Some two million rows.
_MOST_BYTES = 200_000_000


def read_imports(root: Path) -> Table:
    """Read the table of a folder; it is empty where there is none."""
    path = root / IMPORTS
    if not path.is_file():
        return Table(path, (), ())
    key = IMPORT_COLUMNS[:2]
    return read_table(path, IMPORT_COLUMNS, IMPORT_COLUMNS, _row_faults, key, _MOST_BYTES)


def import_findings(
    root: Path, ids: Container[str], retired: Container[str], sources: Container[str]
) -> Iterator[Finding]:
    """Report what is wrong with the table: faults of rows, unknown sources, ids that never were."""
    table = read_imports(root)
    yield from table.findings
    for row in table.rows:
        if row["source"] and row["source"] not in sources:
            advice = "cite a key of sources.tsv: this row belongs to no source"
            yield error(table.path, row.line, "source", row["source"], advice)
        if is_id(row["id"]) and row["id"] not in ids and row["id"] not in retired:
            advice = "import the source again, which adds the record, or list the id as retired"
            yield warning(table.path, row.line, "no-record", row["id"], advice)


def _row_faults(row: Row) -> Iterator[tuple[str, str, str]]:
    if row["id"] and not is_id(row["id"]):
        yield "id", row["id"], "write an id: lower-case ASCII letters, digits and hyphens"
    if len(row["foreign_id"]) > LONGEST_FOREIGN_ID:
        advice = f"write at most {LONGEST_FOREIGN_ID} characters"
        yield "foreign-id", row["foreign_id"], advice
