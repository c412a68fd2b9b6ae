"""The words around a name: titles, particles and the vocabulary, read strictly for the check.

Beside the other tables of the gazetteer stage. The name stage reads titles and particles for
itself, and takes them as they are: what is wrong with them is found here. `vocabulary.tsv` is read
by the transliteration stage through this module.
"""

import re
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
VOCABULARY_COLUMNS = ("arabic", "romanized", "kind", "forms", "governs", "note")
VOCABULARY_KINDS = ("noun", "adjective", "verb", "adverb", "name")
# على إلى عن في من مع بين ب ل
GOVERNED = ("على", "إلى", "عن", "في", "من", "مع", "بين", "ب", "ل")
# One word in the letters of ALA-LC.
_ROMANIZED = re.compile("[ʻʼʹa-zA-ZāīūáĀĪŪḥḍṣṭẓḤḌṢṬẒ]+")

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


def read_vocabulary(path: Path) -> Table:
    """Read `vocabulary.tsv`: a word of the dictionary a row; unique in spelling, form and kind.

    `romanized` is ALA-LC, with a capital where the word is written like a name. `forms` are the
    broken plurals of a noun or adjective, parted by ', ', or the imperfect of a verb. `governs` is
    the preposition that usually follows, as a word or as a prefix: ashrafa ʻalá, iʻtaná bi-.
    """
    return read_table(
        path,
        VOCABULARY_COLUMNS,
        VOCABULARY_COLUMNS[:3],
        _vocabulary_faults,
        key=VOCABULARY_COLUMNS[:3],
    )


def _vocabulary_faults(row: Row) -> Iterator[Fault]:
    yield from _one_of(row, "kind", VOCABULARY_KINDS)
    if row["romanized"] and not _ROMANIZED.fullmatch(row["romanized"]):
        yield "romanized", row["romanized"], "write one word in the letters of ALA-LC"
    forms = row["forms"].split(", ") if row["forms"] else []
    for form in forms:
        if not _ROMANIZED.fullmatch(form):
            yield "forms", row["forms"], "write words in the letters of ALA-LC, parted by ', '"
    if forms and row["kind"] not in ("noun", "adjective", "verb"):
        yield "forms", row["forms"], f"leave it empty: a word of kind {row['kind']} has one form"
    for word in row["governs"].split():
        if word not in GOVERNED:
            yield "governs", word, f"write a preposition: {' '.join(GOVERNED)}"
    if row["kind"] == "verb" and len(forms) > 1:
        yield "forms", row["forms"], "write one imperfect, and another row for another one"


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
