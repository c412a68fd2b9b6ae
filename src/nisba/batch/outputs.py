"""Where the results go: files that appear whole or not at all, and nothing overwritten unasked.

A result is written to a file of its own beside the target, and takes the target's name when it is
complete. An interrupted run leaves what was there before. `nisba.batch.spooling` does the same for
outputs that take long, and lets them be resumed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from nisba.batch.faults import FaultyFile
from nisba.batch.formats import stem_of
from nisba.batch.spooling import is_finished


def rejects_path(target: Path) -> Path:
    """Return where the rejects of a target go.

    >>> rejects_path(Path("out/people.csv.gz")).name
    'people.rejects.csv'
    """
    return target.with_name(f"{stem_of(target)}.rejects.csv")


def check_target(target: Path, source: Path, overwrite: bool, resume: bool = False) -> None:
    """Raise `FaultyFile` if results cannot, or should not, be written to a target.

    A run that is resumed may have put a part of its results in place already.
    """
    if not target.name:
        raise FaultyFile(target, 0, "", "cannot write: this is a folder: name a file")
    overwrite = overwrite or (resume and is_finished(target))
    if not target.parent.is_dir():
        raise FaultyFile(target, 0, "", f"cannot write: there is no folder {target.parent}")
    for path in (target, rejects_path(target)):
        if path.exists() and source.exists() and path.samefile(source):
            raise FaultyFile(path, 0, "", "cannot write: this is the file that is read")
        if path.exists() and not path.is_file():
            raise FaultyFile(path, 0, "", "cannot write: not a regular file")
        if path.exists() and not overwrite:
            raise FaultyFile(path, 0, "", "cannot write: the file exists; --overwrite replaces it")


@contextmanager
def replacing(target: Path, encoding: str = "utf-8-sig") -> Iterator[TextIO]:
    """Open a text file that takes the target's place when the block ends without an exception.

    UTF-8 comes with the byte-order mark by which spreadsheets know it, unless told otherwise.
    Bytes that were read with `surrogateescape` are spelled out.
    """
    # A link stays a link: what it points to is replaced.
    target = target.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding=encoding, errors="backslashreplace", newline="") as file:
            yield file
        part.replace(target)
    except BaseException as fault:
        part.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.filename is None:
            fault.filename = str(target)  # a full disk does not say of what
        raise
