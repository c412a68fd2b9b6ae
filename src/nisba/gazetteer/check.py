"""All that is wrong with a gazetteer's folder, in one list: what `nisba gazetteer check` prints.

Errors keep the gazetteer from loading. Warnings ask a person to look: two identities with one
name that do not know of each other, a record whose layout is not the canonical one.
"""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path

from nisba.gazetteer.answers import answer_findings
from nisba.gazetteer.element_links import (
    kunyas_unknown,
    pairs_unknown,
    read_confusables,
    read_kunyas,
)
from nisba.gazetteer.faults import Finding, error, warning
from nisba.gazetteer.folder import FOLDERS, Folder, read_folder, unknown_source
from nisba.gazetteer.folding import folded
from nisba.gazetteer.imports import import_findings
from nisba.gazetteer.layout import layout_of
from nisba.gazetteer.records import Record
from nisba.gazetteer.tables import Table, read_elements, read_word_table
from nisba.gazetteer.word_tables import read_particles, read_titles, read_vocabulary

_WORD_TABLES = (
    ("titles.tsv", read_titles),
    ("particles.tsv", read_particles),
    ("vocabulary.tsv", read_vocabulary),
    ("habits.tsv", read_word_table),
    ("regions.tsv", read_word_table),
    ("countries.tsv", read_word_table),
    ("nisba_countries.tsv", read_word_table),
)


def check(folder: str | PathLike[str]) -> list[Finding]:
    """Return every finding of a gazetteer folder, sorted by path and line; empty if it is clean.

    Raises `NotADirectoryError` for a path that is no folder.
    """
    return findings_of(read_folder(Path(folder)))


def findings_of(read: Folder, elements: Sequence[Table] | None = None) -> list[Finding]:
    """Return what `check` does, for a folder that has been read, and its elements if they have."""
    elements = element_tables(read.root) if elements is None else elements
    found = [*read.findings, *_tables(read, elements), *_unread_folders(read.root)]
    ids = {record.path.stem for record in read.records}
    found += import_findings(read.root, ids, read.retired, read.sources)
    found += answer_findings(read)
    for record in read.records:
        found += _layout(record)
    found += _one_sided(read.records)
    found += _unlinked(read.records)
    return sorted(found)


def _unread_folders(root: Path) -> Iterator[Finding]:
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name not in FOLDERS and any(path.glob("*.yaml")):
            advice = f"records are read from {', '.join(FOLDERS)} only: rename or move the folder"
            yield warning(path, 0, "unread", path.name, advice)


def element_tables(root: Path) -> list[Table]:
    """Read the tables of name elements of a folder, if there are any."""
    return [read_elements(path) for path in sorted((root / "elements").glob("*.tsv"))]


def _tables(read: Folder, elements: Sequence[Table]) -> Iterator[Finding]:
    for table in elements:
        yield from table.findings
        yield from _sources_of(table, read.sources)
    yield from _repeated(elements)
    yield from _element_links(read, elements)
    for name, reader in _WORD_TABLES:
        if (path := read.root / name).is_file():
            words = reader(path)
            yield from words.findings
            yield from _sources_of(words, read.sources)


def _element_links(read: Folder, tables: Iterable[Table]) -> Iterator[Finding]:
    """Report what is wrong with the links between elements, and from kunyas to their bearers."""
    kinds = {row["id"]: row["kind"] for table in tables for row in table.rows}
    if (path := read.root / "confusable.tsv").is_file():
        pairs = read_confusables(path)
        yield from pairs.findings
        yield from pairs_unknown(pairs, kinds)
    if (path := read.root / "kunyas.tsv").is_file():
        kunyas = read_kunyas(path)
        yield from kunyas.findings
        yield from _sources_of(kunyas, read.sources)
        people = {record.path.stem for record in read.records} | set(read.retired)
        yield from kunyas_unknown(kunyas, kinds, people)


def _sources_of(table: Table, keys: frozenset[str]) -> Iterator[Finding]:
    # Without any sources.tsv there is one finding for that, not one for each row.
    for row in table.rows if keys else ():
        source = row.cells.get("source")
        if source and source not in keys:
            yield unknown_source(table.path, row.line, source, keys)


def _repeated(tables: Iterable[Table]) -> Iterator[Finding]:
    """Report ids that stand in two tables, and one reading of one kind under two ids.

    That an id stands twice within one table the reader has told.
    """
    first: dict[str, Path] = {}
    readings: dict[tuple[str, ...], str] = {}
    for table in tables:
        for row in table.rows:
            other = first.setdefault(row["id"], table.path)
            if other != table.path:
                advice = f"delete it or give it another id: {other.name} has this one"
                yield error(table.path, row.line, "duplicate", row["id"], advice)
            reading = (row["arabic"], row["romanized"], row["kind"])
            same = readings.setdefault(reading, row["id"])
            if same != row["id"]:
                advice = f"delete it, or read it otherwise: {same} is this {row['kind']} too"
                yield error(table.path, row.line, "twice", row["romanized"], advice)


def _layout(record: Record) -> Iterator[Finding]:
    if record.identity is None:
        return
    written = layout_of(record).split("\n")[:-1]
    if written == record.lines:
        return
    at = next(
        (
            i
            for i, pair in enumerate(zip(written, record.lines, strict=False))
            if pair[0] != pair[1]
        ),
        min(len(written), len(record.lines)),
    )
    line = min(at + 1, len(record.lines))
    advice = (
        f"run 'nisba gazetteer format': this line should be {written[min(at, len(written) - 1)]!r}"
    )
    yield warning(record.path, line, "layout", record.lines[line - 1], advice)


def _one_sided(records: Iterable[Record]) -> Iterator[Finding]:
    links = {r.identity.id: set(r.identity.namesakes) for r in records if r.identity is not None}
    for record in records:
        if record.identity is None:
            continue
        ident = record.identity.id
        for line, other in zip(record.namesake_lines, record.identity.namesakes, strict=True):
            if other in links and ident not in links[other]:
                advice = f"add {ident} to the namesakes of {other}: the link goes one way only"
                yield warning(record.path, line, "one-sided", other, advice)


def _unlinked(records: Iterable[Record]) -> Iterator[Finding]:
    """Report identities that share a name without being namesakes, each pair once."""
    links: dict[str, set[str]] = {}
    holders: dict[str, dict[str, tuple[Record, int]]] = {}
    for record in records:
        if (identity := record.identity) is None:
            continue
        for other in identity.namesakes:
            links.setdefault(identity.id, set()).add(other)
            links.setdefault(other, set()).add(identity.id)
        for line, name in zip(record.name_lines, identity.names, strict=True):
            if name.kind == "name":
                place = holders.setdefault(folded(name.text), {})
                place.setdefault(identity.id, (record, line))
    reported: set[tuple[str, str]] = set()
    for shared, place in holders.items():
        for ident, (record, line) in place.items():
            # Each step but the last meets a link of this identity, so the walk is never long.
            for other in place:
                if other == ident:
                    break
                if other in links.get(ident, ()):
                    continue
                if (ident, other) not in reported:
                    reported.add((ident, other))
                    advice = f"{other} has this name too: link the two as namesakes, or merge them"
                    yield warning(record.path, line, "shared-name", shared, advice)
                break
