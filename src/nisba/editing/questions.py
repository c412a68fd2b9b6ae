"""All findings of a gazetteer's folder, those that need the sound model among them.

`nisba gazetteer check` prints them. `nisba.gazetteer.check` has the part that needs no model.
"""

from os import PathLike
from pathlib import Path

from nisba.editing.duplicates import near_identities
from nisba.editing.fellows import far_names
from nisba.editing.hearing import hearing_of
from nisba.editing.vocalising import misread_elements
from nisba.gazetteer.check import findings_of
from nisba.gazetteer.faults import Finding
from nisba.gazetteer.folder import Folder, read_folder
from nisba.gazetteer.tables import read_elements
from nisba.translit.schemes import scheme_findings


def examine(folder: str | PathLike[str]) -> list[Finding]:
    """Return every finding of a gazetteer folder, sorted by path and line.

    Faults of the files and of the romanization standards are errors and warnings; what only the
    sound model finds odd is a question. Raises `NotADirectoryError` for a path that is no folder.
    """
    read = read_folder(Path(folder))
    found = [*findings_of(read), *scheme_findings(read.root / "schemes"), *questions_of(read)]
    return sorted(found)


def questions_of(read: Folder) -> list[Finding]:
    """Return what the sound model asks about a folder that has been read."""
    names = [n.text for r in read.records if r.identity is not None for n in r.identity.names]
    hearing = hearing_of(names)
    elements = read.root / "elements"
    paths = sorted(elements.glob("*.tsv")) if elements.is_dir() else []
    return [
        *far_names(read.records, hearing),
        *near_identities(read.records, hearing),
        *misread_elements(map(read_elements, paths)),
    ]
