"""A folder for one process alone: two runs do not write one output."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nisba.batch.faults import FaultyFile

LOCK = "lock"


@contextmanager
def locked(folder: Path, target: Path) -> Iterator[None]:
    """Keep the folder for this process alone, or raise `FaultyFile`.

    On systems without file locks of this kind two runs must not write one output.
    """
    try:
        import fcntl
    except ImportError:
        folder.mkdir(exist_ok=True)
        yield
        return
    while True:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as fault:
            raise FaultyFile(target, 0, "", f"cannot write: {fault.strerror}") from None
        try:
            file = (folder / LOCK).open("ab")
        except FileNotFoundError:
            continue  # another run took its folder away in between
        with file:
            try:
                # Of this process alone: workers that outlive it for a moment hold nothing.
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                advice = "another run is writing it: wait for its end, or give another output"
                raise FaultyFile(target, 0, "", advice) from None
            if _is_there(file, folder / LOCK):
                yield
                return


def _is_there(file: IO[bytes], path: Path) -> bool:
    """Tell whether a path still leads to an opened file."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
