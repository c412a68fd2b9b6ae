"""All findings of a gazetteer's folder, those that need the sound model among them.

`nisba gazetteer check` prints them. `nisba.gazetteer.check` has the part that needs no model.
"""

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from nisba.editing.duplicates import near_identities
from nisba.editing.fellows import far_names
from nisba.editing.hearing import hearing_of
from nisba.editing.progress import Percent, counted, share, silent
from nisba.editing.vocalising import misread_elements
from nisba.gazetteer.answers import VOWELS, Answers, answers_of, read_answers
from nisba.gazetteer.check import element_tables, findings_of
from nisba.gazetteer.faults import Finding
from nisba.gazetteer.folder import Folder, read_folder
from nisba.gazetteer.tables import Table
from nisba.translit.schemes import scheme_findings

_BY_FELLOWS = 50
"""Percent of the work that the names' fellows make, about."""


def examine(folder: str | PathLike[str], *, on_progress: Percent = silent) -> list[Finding]:
    """Return every finding of a gazetteer folder, sorted by path and line.

    Faults of the files and of the romanization standards are errors and warnings; what only the
    sound model finds odd is a question. `on_progress` is told the percent that is done. Raises
    `NotADirectoryError` for a path that is no folder.
    """
    read = read_folder(Path(folder))
    elements = element_tables(read.root)
    found = [*findings_of(read, elements), *scheme_findings(read.root / "schemes")]
    return sorted([*found, *questions_of(read, elements, on_progress)])


def questions_of(
    read: Folder, elements: Sequence[Table], on_progress: Percent = silent
) -> list[Finding]:
    """Return what the sound model asks about a folder that has been read, with its elements."""
    names = [n.text for r in read.records if r.identity is not None for n in r.identity.names]
    hearing = hearing_of(names)
    answers = answers_of(read_answers(read.root), read.retired)
    return [
        *far_names(counted(read.records, share(on_progress, 0, _BY_FELLOWS)), hearing, answers),
        *near_identities(read.records, hearing, share(on_progress, _BY_FELLOWS, 100)),
        *misread_elements(_open(table, answers) for table in elements),
    ]


def _open(table: Table, answers: Answers) -> Table:
    """The rows of a table of elements whose vowels nobody has answered for."""
    rows = (r for r in table.rows if not answers.has(VOWELS, r["romanized"], r["id"]))
    return replace(table, rows=tuple(rows))
