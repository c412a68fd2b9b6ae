"""The flat tables of a gazetteer: sources, retired ids, titles, particles and name elements.

A strict reader with line numbers. A table is plain text: fields parted by tabs, nothing quoted,
so a quotation mark is a character like any other and no field holds a tab or a line end. That is
why the `csv` module is not used: it would read quotes, and would lose the line numbers.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from nisba.gazetteer.faults import Finding, error
from nisba.gazetteer.lines import read_lines

SOURCE_COLUMNS = ("key", "title", "kind", "licence", "note")
RETIRED_COLUMNS = ("old_id", "new_id", "reason", "date")
ELEMENT_COLUMNS = (
    "id",
    "arabic",
    "vocalised",
    "romanized",
    "kind",
    "gender",
    "gloss",
    "frequency",
    "spellings",
    "note",
    "source",
)
ELEMENT_KINDS = (
    "given",
    "nisba",
    "laqab",
    "family",
    "compound",
    "compound-part",
    "kunya",
    "kunya-part",
)
ELEMENT_GENDERS = ("m", "f", "u", "")
FREQUENCY_CLASSES = ("1", "2", "3", "4", "5")
"""From rare to very common; `nisba.editing.frequencies` says what each is."""

#: A table of elements has thousands of rows; 20 MB is some 200,000 of them.
_MOST_BYTES = 20_000_000

# The three tanwin, the three short vowels, the dagger alif; and alif with madda, which says ā.
_VOWEL = re.compile("[\u064b-\u0650\u0670\u0622]")
_DAGGER_ALIF = "\u0670"
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id or key: lower-case ASCII words and digits with hyphens."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its line in the file, from 1, and its cells by column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column."""
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: the rows whose fields could be counted, and the findings."""

    path: Path
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def read_table(
    path: Path,
    columns: tuple[str, ...],
    needed: Iterable[str] = (),
    row_faults: Callable[[Row], Iterable[tuple[str, str, str]]] = lambda row: (),
    key: tuple[str, ...] = (),
    limit: int = _MOST_BYTES,
) -> Table:
    """Read a table with exactly these columns, sorted by the first one and unique in `key`.

    `needed` names the columns whose cells may not be empty, `key` the columns that tell two rows
    apart (the first column, if not given). `row_faults` gives (code, value, message) for each
    fault of a row. `limit` is in bytes.
    """
    lines, found = read_lines(path, tabs=True, limit=limit)
    if lines is None:
        return Table(path, (), tuple(found))
    if not lines or tuple(lines[0].split("\t")) != columns:
        advice = f"write the header: {' '.join(columns)}, parted by tabs"
        found.append(error(path, 1, "header", lines[0] if lines else "", advice))
        return Table(path, (), tuple(found))
    rows = []
    for number, line in enumerate(lines[1:], 2):
        fields = line.split("\t")
        if len(fields) != len(columns):
            advice = f"write {len(columns)} fields, parted by tabs: there are {len(fields)}"
            found.append(error(path, number, "fields", line, advice))
            continue
        row = Row(number, dict(zip(columns, fields, strict=True)))
        rows.append(row)
        for column in columns:
            cell = row.cells[column]
            if not cell:
                if column in needed:
                    found.append(error(path, number, "empty", column, "fill in this field"))
            elif cell != " ".join(cell.split()):
                advice = f"write single spaces, and none at the ends, in {column}"
                found.append(error(path, number, "spaces", cell, advice))
        found += [error(path, number, *fault) for fault in row_faults(row)]
    found += _order_faults(path, rows, columns[0], key or columns[:1])
    return Table(path, tuple(rows), tuple(found))


def _order_faults(
    path: Path, rows: list[Row], sorted_by: str, key: tuple[str, ...]
) -> Iterable[Finding]:
    first_lines: dict[tuple[str, ...], int] = {}
    highest = ""
    for row in rows:
        value = row[sorted_by]
        identity = tuple([row.cells[column] for column in key])
        first = first_lines.setdefault(identity, row.line)
        if first != row.line:
            advice = f"delete it or give it another {' '.join(key)}: line {first} has this one"
            yield error(path, row.line, "duplicate", " ".join(identity), advice)
        elif value < highest:
            advice = f"sort the rows by {sorted_by} in code point order: '{highest}' stands above"
            yield error(path, row.line, "unsorted", value, advice)
        highest = max(highest, value)


def read_sources(path: Path) -> Table:
    """Read `sources.tsv`: the keys that names and elements cite."""
    return read_table(path, SOURCE_COLUMNS, ("key", "title", "kind", "licence"), _source_faults)


def _source_faults(row: Row) -> Iterable[tuple[str, str, str]]:
    if row["key"] and not KEY.fullmatch(row["key"]):
        yield "key", row["key"], "write lower-case ASCII letters and digits, parted by hyphens"


def read_retired(path: Path) -> Table:
    """Read `retired.tsv`: ids that once stood, with the id that answers for each since a date."""
    return read_table(path, RETIRED_COLUMNS, ("old_id", "reason", "date"), _retired_faults)


def _retired_faults(row: Row) -> Iterable[tuple[str, str, str]]:
    for column in ("old_id", "new_id"):
        if row[column] and not KEY.fullmatch(row[column]):
            yield column, row[column], "write an id: lower-case ASCII letters, digits and hyphens"
    if row["date"] and not _DATE.fullmatch(row["date"]):
        yield "date", row["date"], "write the date as year-month-day, like 2021-07-26"


def read_word_table(path: Path) -> Table:
    """Read a table whose columns the stage that uses it settles, such as `habits.tsv`.

    What can be checked without knowing them is checked: a header of distinct names, the number
    of fields, order by the first column, rows that stand twice.
    """
    lines, found = read_lines(path, tabs=True, limit=_MOST_BYTES)
    if lines is None:
        return Table(path, (), tuple(found))
    columns = tuple(lines[0].split("\t")) if lines else ()
    if not all(columns) or len(set(columns)) < len(columns) or not columns:
        value = lines[0] if lines else ""
        found.append(error(path, 1, "header", value, "write a header of distinct column names"))
        return Table(path, (), tuple(found))
    return read_table(path, columns, columns[:1], key=columns)


def read_elements(path: Path) -> Table:
    """Read one table of name elements."""
    needed = ("id", "arabic", "vocalised", "romanized", "kind", "source")
    return read_table(path, ELEMENT_COLUMNS, needed, _element_faults)


def _element_faults(row: Row) -> Iterable[tuple[str, str, str]]:
    if row["id"] and not KEY.fullmatch(row["id"]):
        yield "id", row["id"], "write lower-case ASCII letters and digits, parted by hyphens"
    if row["kind"] and row["kind"] not in ELEMENT_KINDS:
        yield "kind", row["kind"], f"write one of {', '.join(ELEMENT_KINDS)}"
    if row["gender"] not in ELEMENT_GENDERS:
        yield "gender", row["gender"], "write m, f or u, or nothing"
    if row["frequency"] not in ("", *FREQUENCY_CLASSES):
        advice = f"leave it empty, and 'make elements' writes it: {', '.join(FREQUENCY_CLASSES)}"
        yield "frequency", row["frequency"], advice
    vocalised = row["vocalised"]
    if vocalised and not _VOWEL.search(vocalised):
        yield "vocalised", vocalised, "write its vowel marks: it has none"
    elif vocalised and row["arabic"] != skeleton_of(vocalised):
        message = f"without its marks it is {skeleton_of(vocalised)}: correct it or column arabic"
        yield "skeleton", vocalised, message
    if row["spellings"]:
        spellings = row["spellings"].split(" | ")
        if any(not part or "|" in part or part != part.strip() for part in spellings):
            yield "spellings", row["spellings"], "part the spellings with ' | '"
        elif len({part.casefold() for part in spellings}) < len(spellings):
            yield "spellings", row["spellings"], "write each spelling once"


def skeleton_of(vocalised: str) -> str:
    """Return a vocalised Arabic word without its tashkeel, the dagger alif among it.

    >>> skeleton_of("\\u0645\\u064f\\u0646\\u064e\\u0649\\u0670") == "\\u0645\\u0646\\u0649"
    True
    """
    from pyarabic.araby import strip_tashkeel

    bare: str = strip_tashkeel(vocalised)
    return bare.replace(_DAGGER_ALIF, "")
