"""What a gazetteer knows of ids before and during an import: taken ones, and whose they became.

It holds the ids of the folder, of its retired ones, and the table `imports.tsv`, whose new rows it
writes together with the row of a new source.
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from nisba.exchange.staging import Stage
from nisba.gazetteer.faults import FaultyGazetteer, Finding, error, errors_of
from nisba.gazetteer.folder import FOLDERS, unknown_source
from nisba.gazetteer.imports import (
    IMPORT_COLUMNS,
    IMPORTS,
    LONGEST_FOREIGN_ID,
    read_imports,
)
from nisba.gazetteer.minting import mint
from nisba.gazetteer.records import is_id
from nisba.gazetteer.tables import (
    RETIRED_COLUMNS,
    SOURCE_COLUMNS,
    Table,
    read_retired,
    read_sources,
)


class Register:
    """The ids of a gazetteer, and which of them the records of one source have."""

    def __init__(self, stage: Stage, key: str, row: tuple[str, str, str, str]) -> None:
        """Read the tables; `row` is title, kind, licence and note of the source, if it is new.

        Raises `FaultyGazetteer` for faulty tables, and for a source that is unknown and not told.
        """
        root = stage.root
        self._key, self._row = key, row
        retired_path = root / "retired.tsv"
        sources = [] if stage.is_new else _sound(read_sources(root / "sources.tsv"))
        retired = _sound(read_retired(retired_path)) if retired_path.is_file() else []
        mapped = _sound(read_imports(root))
        self._sources = {cells["key"]: tuple(cells.values()) for cells in sources}
        self._is_new_source = key not in self._sources
        if self._is_new_source:
            self._check_source(root / "sources.tsv")
        self._rows = {(c["source"], c["foreign_id"]): c["id"] for c in mapped}
        self._standing = {
            path.stem for folder in FOLDERS for path in (root / folder).glob("*.yaml")
        } | {cells["old_id"] for cells in retired}
        self._taken = self._standing | set(self._rows.values())
        self._next: dict[str, int] = {}

    def _check_source(self, path: Path) -> None:
        title, kind, licence, _ = self._row
        found: list[Finding] = []
        if not is_id(self._key):
            advice = "write a key of lower-case ASCII letters and digits, parted by hyphens"
            found.append(error(path, 0, "key", self._key, advice))
        elif not (title and kind and licence):
            known = unknown_source(path, 0, self._key, frozenset(self._sources))
            advice = f"give a title and a licence to add it; {known.message}"
            found.append(error(path, 0, "source", self._key, advice))
        for cell in self._row:
            if cell != " ".join(cell.split()) or not cell.isprintable():
                advice = "write visible text on one line, with single spaces"
                found.append(error(path, 0, "source", cell, advice))
        if found:
            raise FaultyGazetteer(found)

    def has(self, foreign: str) -> bool:
        """Tell whether a record of the source is an identity here, or was one."""
        return self._rows.get((self._key, foreign)) in self._standing

    def id_for(self, foreign: str, label: str) -> str:
        """Return the id that an import has given already, or mint one.

        Raises `ValueError` for a label that gives no id.
        """
        if (given := self._rows.get((self._key, foreign))) is not None:
            return given
        base = mint(label, ())
        number = self._next.get(base, 1)
        # Many bear one name: counting goes on where it stopped, not from 2 for each of them.
        minted = base if number == 1 else f"{base}-{number}"
        while minted in self._taken:
            number += 1
            minted = f"{base}-{number}"
        self._next[base] = number
        return minted

    def add(self, foreign: str, ident: str) -> None:
        """Note that a record of the source is an identity now."""
        self._rows[self._key, foreign] = ident
        self._taken.add(ident)
        self._standing.add(ident)

    def write(self, stage: Stage) -> None:
        """Write the tables that have changed to the stage."""
        if self._is_new_source:
            self._sources[self._key] = (self._key, *self._row)
            rows = [self._sources[key] for key in sorted(self._sources)]
            _write(stage.path_of("", "sources.tsv"), SOURCE_COLUMNS, rows)
        if stage.is_new:
            _write(stage.path_of("", "retired.tsv"), RETIRED_COLUMNS, [])
        mapped = [(*key, self._rows[key]) for key in sorted(self._rows)]
        _write(stage.path_of("", IMPORTS), IMPORT_COLUMNS, mapped)


def fault_of_id(foreign: str) -> str:
    """Say why a foreign id cannot be kept, or return an empty string."""
    if len(foreign) > LONGEST_FOREIGN_ID:
        return f"an id longer than {LONGEST_FOREIGN_ID} characters"
    plain = foreign.isprintable() and foreign == " ".join(foreign.split())
    if not plain or not unicodedata.is_normalized("NFKC", foreign) or "\u0640" in foreign:
        return "an id that no table can hold: controls, spaces or letters that have a plainer form"
    return "" if foreign else "an empty id"


def _sound(table: Table) -> list[dict[str, str]]:
    """Return the rows of a table without faults."""
    if faults := errors_of(table.findings):
        raise FaultyGazetteer(faults)
    return [row.cells for row in table.rows]


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines("\t".join(cells) + "\n" for cells in (columns, *rows))
