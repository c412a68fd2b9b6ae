"""The files of an import, written beside the gazetteer, and put in place when all are whole.

A new gazetteer appears at once, by one rename. In one that exists, `sources.tsv` and `imports.tsv`
take their places first and the new records after them. An import that is killed in between has
left whole files only, and the same import, run again, finds in `imports.tsv` the ids that it was
to give, and adds the records that are missing.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from nisba.gazetteer.faults import FaultyGazetteer, errors_of
from nisba.gazetteer.folder import FOLDERS
from nisba.gazetteer.journal import locked, unfinished

_TABLES = ("sources.tsv", "retired.tsv", "imports.tsv")


class Stage:
    """A folder beside the gazetteer `root`, with the files that are to go there."""

    def __init__(self, root: Path, place: Path, is_new: bool) -> None:
        """Begin with no file."""
        self.root, self._place, self.is_new = root, place, is_new

    def path_of(self, folder: str, name: str) -> Path:
        """Return where to write a file that is to stand in a folder ("" is the gazetteer's own)."""
        directory = self._place / folder
        directory.mkdir(exist_ok=True)
        return directory / name

    def put_in_place(self) -> None:
        """Move every file to where it belongs: tables first, new records after them."""
        if self.is_new:
            # An empty folder gives way to the new one.
            self._place.replace(self.root)
            return
        for name in _TABLES:
            if (table := self._place / name).exists():
                table.replace(self.root / name)
        for folder in FOLDERS:
            for staged in sorted((self._place / folder).glob("*.yaml")):
                (self.root / folder).mkdir(exist_ok=True)
                staged.replace(self.root / folder / staged.name)


@contextmanager
def staged(root: Path) -> Iterator[Stage]:
    """Give a stage for a gazetteer that exists or shall; what was not put in place is taken away.

    Other edits of a gazetteer that exists wait meanwhile. Raises `FaultyGazetteer` if one was cut
    off there, `NotADirectoryError` for what is no gazetteer, and whose folders lie outside of it.
    """
    root = root.resolve()
    is_new = _is_new(root)
    with nullcontext() if is_new else locked(root):
        if not is_new:
            _check_folders(root)
        place = Path(tempfile.mkdtemp(prefix=f".{root.name}.", suffix=".import", dir=root.parent))
        try:
            # mkdtemp keeps others out; a gazetteer is as open as the folder around it.
            place.chmod(0o777 & ~_umask())
            yield Stage(root, place, is_new)
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _is_new(root: Path) -> bool:
    if not root.parent.is_dir():
        raise NotADirectoryError(f"{root.parent}: no such folder: make it first")
    if not root.exists():
        return True
    if not root.is_dir():
        raise NotADirectoryError(f"{root}: not a folder: give the folder of a gazetteer")
    if next(root.iterdir(), None) is None:
        return True
    if not (root / "sources.tsv").is_file():
        advice = "give the folder of a gazetteer, an empty one, or a new name"
        raise NotADirectoryError(f"{root}: no sources.tsv: {advice}")
    return False


def _check_folders(root: Path) -> None:
    if faults := errors_of(unfinished(root)):
        raise FaultyGazetteer(faults)
    for folder in FOLDERS:
        if not (root / folder).resolve().is_relative_to(root):
            raise NotADirectoryError(f"{root / folder}: a link that leads out of the gazetteer")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
