"""One pass over a gazetteer's folder: every record and the tables that records refer to.

Both doors lead through here: `Gazetteer.load`, which refuses errors, and `check`, which adds the
tables of titles, particles and elements, the canonical layout, and what a person should look at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path

from nisba.gazetteer.faults import Finding, error
from nisba.gazetteer.journal import unfinished
from nisba.gazetteer.records import Record, read_record
from nisba.gazetteer.tables import Table, read_retired, read_sources
from nisba.gazetteer.types import IdentityType

FOLDERS: Mapping[str, IdentityType] = {
    "people": IdentityType.PERSON,
    "organisations": IdentityType.ORGANISATION,
    "places": IdentityType.PLACE,
}


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds: its records sorted by id, source keys, retired ids, all findings."""

    root: Path
    records: tuple[Record, ...]
    sources: frozenset[str]
    retired: dict[str, str]
    findings: tuple[Finding, ...]


def read_folder(root: Path) -> Folder:
    """Read all records of a folder, with the faults of each and those between them.

    Raises `NotADirectoryError` for a path that is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"{root}: not a folder: give the folder of a gazetteer")
    found: list[Finding] = [*unfinished(root)]
    records: list[Record] = []
    for name in FOLDERS:
        paths, strays = _listed(root / name)
        found += strays
        records += [read_record(path) for path in paths]
    records.sort(key=lambda record: record.path.stem)
    sources = _sources(root, found)
    keys = frozenset(row["key"] for row in sources.rows)
    retired_path = root / "retired.tsv"
    retired = read_retired(retired_path) if retired_path.is_file() else Table(retired_path, (), ())
    found += retired.findings
    for record in records:
        found += record.findings
        found += _misplaced(record)
        if sources.rows:
            found += _unknown_sources(record, keys)
    ids = {record.path.stem for record in records}
    replaced = {row["old_id"]: row["new_id"] for row in retired.rows}
    found += _same_ids(records)
    found += _retired_faults(retired, replaced, ids, records)
    for record in records:
        found += _namesake_faults(record, ids, replaced)
    return Folder(root, tuple(records), keys, replaced, tuple(found))


def _listed(folder: Path) -> tuple[list[Path], list[Finding]]:
    """List the record files of a folder, and report what else lies there."""
    paths: list[Path] = []
    strays: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix == ".yaml" and path.is_file():
            paths.append(path)
        elif not path.name.startswith("."):
            advice = f"only <id>.yaml files are read from {folder.name}: move or rename it"
            strays.append(error(path, 0, "stray", path.name, advice))
    return paths, strays


def _sources(root: Path, found: list[Finding]) -> Table:
    path = root / "sources.tsv"
    if not path.is_file():
        advice = "add sources.tsv, whose keys the names cite: is this the folder of a gazetteer?"
        found.append(error(path, 0, "no-sources", path.name, advice))
        return Table(path, (), ())
    table = read_sources(path)
    found += table.findings
    return table


def _misplaced(record: Record) -> Iterator[Finding]:
    folder = record.path.parent.name
    identity = record.identity
    if identity is not None and identity.type is not FOLDERS[folder]:
        advice = f"correct the type, or move the file: {folder} holds {FOLDERS[folder]} records"
        yield error(record.path, record.id_line, "type", identity.type, advice)


def _unknown_sources(record: Record, keys: frozenset[str]) -> Iterator[Finding]:
    for line, key in record.sources:
        if key not in keys:
            yield unknown_source(record.path, line, key, keys)


def unknown_source(path: Path, line: int, key: str, keys: frozenset[str]) -> Finding:
    """Make the finding for a key that sources.tsv does not have, with the first keys it has."""
    there = ", ".join(nsmallest(20, keys))
    advice = f"cite a key of sources.tsv, or add this one there: it has {there}"
    return error(path, line, "source", key, advice)


def _same_ids(records: list[Record]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for record in records:
        other = first.setdefault(record.path.stem, record.path)
        if other != record.path:
            advice = f"mint another id: {other.parent.name}/{other.name} has this one"
            yield error(record.path, record.id_line, "duplicate-id", record.path.stem, advice)


def _retired_faults(
    table: Table, replaced: dict[str, str], ids: set[str], records: list[Record]
) -> Iterator[Finding]:
    for record in records:
        if record.path.stem in replaced:
            advice = "mint another id: retired.tsv lists this one, and an id is never used twice"
            yield error(record.path, record.id_line, "retired-id", record.path.stem, advice)
    for row in table.rows:
        if not row["new_id"]:
            continue
        end = follow(row["old_id"], replaced)
        if end is None:
            advice = "break the circle: these retired ids replace one another"
            yield error(table.path, row.line, "circle", row["old_id"], advice)
        elif end and end not in ids:
            advice = "write the id of a record that stands, or leave new_id empty"
            yield error(table.path, row.line, "new-id", end, advice)


def follow(old: str, replaced: Mapping[str, str]) -> str | None:
    """Return the id at the end of a chain of retired ids, "" if it just ends, `None` in a circle.

    >>> follow("a", {"a": "b", "b": "c"})
    'c'
    """
    # A chain longer than this is a circle, or nobody's work; the bound keeps the walk short.
    for _ in range(100):
        if old not in replaced:
            return old
        old = replaced[old]
    return None


def _namesake_faults(record: Record, ids: set[str], replaced: dict[str, str]) -> Iterator[Finding]:
    identity = record.identity
    if identity is None:
        return
    for line, other in zip(record.namesake_lines, identity.namesakes, strict=True):
        if other == identity.id:
            yield error(record.path, line, "namesake", other, "delete it: it is the record itself")
        elif other in replaced:
            now = follow(other, replaced) or "nothing"
            advice = f"the id is retired: write what replaces it, {now}"
            yield error(record.path, line, "namesake", other, advice)
        elif other not in ids:
            yield error(
                record.path, line, "namesake", other, "write the id of a record that stands"
            )
