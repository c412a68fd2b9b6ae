"""A file of identities to resolve against, in any format: ids, their names, what is known of each.

An id may come in several rows, and a cell may hold several names: with a separator between them,
or as a list where a format has lists. `read_list` makes a gazetteer of
it. A list with a fault is refused with all its faults: whoever is missing from it would be missed
in silence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nisba.batch.columns import columns_told
from nisba.batch.faults import Fault
from nisba.batch.formats import Shape
from nisba.batch.inputs import input_of
from nisba.batch.rows import Row
from nisba.batch.values import text_of
from nisba.facts import FactColumns, Facts
from nisba.gazetteer import FaultyGazetteer, Gazetteer
from nisba.gazetteer.faults import Finding, error

_MOST = 1_000
_NO_COLUMNS = FactColumns()


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Where a list has what: ids, names, facts; `separator` parts several names in one cell."""

    id: str = "id"
    name: str = "name"
    facts: FactColumns = _NO_COLUMNS
    separator: str | None = None

    def names_of(self, cell: object) -> list[str]:
        """Return the names in a cell, which may be a list in a format that has such.

        >>> ListColumns(separator="|").names_of("Mustafa al-Kadhimi | al-Kazimi|")
        ['Mustafa al-Kadhimi', 'al-Kazimi']
        >>> ListColumns().names_of(["Kadhimi", None, "al-Kazimi"])
        ['Kadhimi', 'al-Kazimi']
        """
        if isinstance(cell, list):
            return [name for part in cell for name in self.names_of(part)]
        text = text_of(cell)
        if self.separator is None:
            return [text] if text.strip() else []
        return [name for part in text.split(self.separator) if (name := part.strip())]


def read_list(
    path: Path,
    columns: ListColumns,
    *,
    shape: Shape | None = None,
    encoding: str | None = None,
    on_unread: Callable[[Fault], None] = lambda _: None,
) -> Gazetteer:
    """Read a list of identities, CSV, TSV, JSON lines or Parquet, as a gazetteer.

    What several rows of an id say of its bearer is joined. `on_unread` hears of every birth year,
    country and gender that cannot be read, and is left out. Raises `FaultyFile`, and
    `FaultyGazetteer` with the line and value of up to 1,000 rows that cannot be used.
    """
    # The column that is asked for first helps to tell the delimiter: ids and names both must be.
    table = input_of(
        path,
        columns.name,
        shape=shape,
        encoding=encoding,
        facts=columns.facts,
        added=(),
        lists=True,
    )
    for name, count in ((name, table.header.count(name)) for name in (columns.id, columns.name)):
        if count != 1:
            raise FaultyGazetteer([_no_column(table.source.path, name, table.header)])
    at, place = table.header.index(columns.id), table.header.index(columns.name)
    known_at = {name: table.header.index(name) for name in columns.facts.names}
    pairs: list[tuple[str, str]] = []
    known: dict[str, Facts] = {}
    faults: list[Finding] = []
    for chunk in table.chunks():
        rows = table.taken_apart(chunk)
        for reject in rows.rejects:
            faults.append(error(path, reject.line, "row", reject.value, reject.reason))
        for row in rows.rows:
            ident, cell = text_of(row.cells[at]), row.cells[place]
            if why := _fault(columns, ident, cell):
                if any(text_of(value).strip() for value in row.cells):
                    faults.append(error(path, row.line, "cell", why[0], why[1]))
                continue
            pairs += ((ident, name) for name in columns.names_of(cell))
            if known_at:
                _join(known, ident, _facts(path, columns.facts, row, known_at, on_unread))
        if len(faults) >= _MOST:
            break
    table.source.check_unchanged()
    if faults:
        raise FaultyGazetteer(sorted(faults)[:_MOST])
    return Gazetteer.from_names(pairs, facts=known)


def _fault(columns: ListColumns, ident: str, cell: object) -> tuple[str, str] | None:
    """The value and the advice for a row that gives no name of anybody."""
    for name, value in ((columns.id, ident), (columns.name, text_of(cell))):
        if "\n" in value:
            return value, f"write {name} on one line: is a quotation mark missing?"
        if not value.strip():
            return value, f"fill in {name}, or delete the row"
    if not columns.names_of(cell):
        return text_of(cell), f"fill in {columns.name}: there is no name between its separators"
    return None


def _facts(
    path: Path,
    columns: FactColumns,
    row: Row,
    places: dict[str, int],
    on_unread: Callable[[Fault], None],
) -> Facts:
    facts, unread = columns.read({n: text_of(row.cells[at]) for n, at in places.items()})
    for one in unread:
        said = f"{one.field.replace(' ', '-')}: {one.advice}"
        on_unread(Fault(path, row.line, one.value, said))
    return facts


def _join(known: dict[str, Facts], ident: str, facts: Facts) -> None:
    known[ident] = known[ident].joined(facts) if ident in known else facts


def _no_column(path: Path, column: str, header: list[str]) -> Finding:
    if column in header:
        advice = f"rename all but one of the columns of this name: {columns_told(header)}"
    else:
        advice = f"name a column that is there: {columns_told(header)}"
    return error(path, 1, "column", column, advice)
