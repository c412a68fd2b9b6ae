"""The words around a name: `titles.tsv` and `particles.tsv`, read strictly for the editors' check.

Beside the other tables of the gazetteer stage. The name stage reads the same files for itself, and
takes them as they are: what is wrong with them is found here.
"""

from collections.abc import Iterator
from pathlib import Path

from nisba.gazetteer.tables import KEY, Row, Table, read_table

TITLE_COLUMNS = ("id", "arabic", "latin", "position", "may_be_name", "meaning", "source")
POSITIONS = ("before", "after")
MAY_BE_NAME = ("no", "yes", "mostly")
PARTICLE_COLUMNS = ("role", "id", "arabic", "latin", "note", "source")
ROLES = (
    "article",
    "filiation",
    "filiation-after",
    "filler",
    "given-prefix",
    "head",
    "house",
    "linker",
    "not-nisba",
    "tail",
    "trailer",
    "whole",
)

Fault = tuple[str, str, str]


def read_titles(path: Path) -> Table:
    """Read `titles.tsv`: one title a row, with its place and whether people bear it as a name."""
    needed = ("id", "position", "may_be_name", "meaning", "source")
    return read_table(path, TITLE_COLUMNS, needed, _title_faults)


def _title_faults(row: Row) -> Iterator[Fault]:
    if row["id"] and not KEY.fullmatch(row["id"]):
        yield "id", row["id"], "write lower-case ASCII letters and digits, parted by hyphens"
    yield from _one_of(row, "position", POSITIONS)
    yield from _one_of(row, "may_be_name", MAY_BE_NAME)
    yield from _spellings(row)


def read_particles(path: Path) -> Table:
    """Read `particles.tsv`: one particle, or one list of words, a row; unique in role and id."""
    return read_table(
        path, PARTICLE_COLUMNS, ("role", "source"), _particle_faults, key=("role", "id")
    )


def _particle_faults(row: Row) -> Iterator[Fault]:
    yield from _one_of(row, "role", ROLES)
    yield from _spellings(row)


def _one_of(row: Row, column: str, values: tuple[str, ...]) -> Iterator[Fault]:
    if row[column] and row[column] not in values:
        yield column, row[column], f"write one of {', '.join(values)}"


def _spellings(row: Row) -> Iterator[Fault]:
    """Faults of the two columns of spellings: one of them is filled, and each says a word once."""
    if not row["arabic"] and not row["latin"]:
        yield "empty", "arabic, latin", "write a spelling in one script at least"
    for column in ("arabic", "latin"):
        words = row[column].split(" | ")
        if row[column] and any(not word or "|" in word for word in words):
            yield column, row[column], f"part the spellings with ' | ' in {column}"
        seen: set[str] = set()
        for word in words:
            if word in seen:
                yield column, word, f"write it once in {column}"
            seen.add(word)
