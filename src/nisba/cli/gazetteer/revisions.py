"""A gazetteer as it stands in a folder, or as it stood in a revision of git."""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nisba.cli.output import CouldNotRun


@contextmanager
def gazetteer_at(place: str) -> Iterator[Path]:
    """Give the folder of a place: a folder, or `REVISION:path` as git writes it.

    What git gives is unpacked to a folder that is gone when the block ends.
    """
    if Path(place).is_dir():
        yield Path(place)
        return
    revision, colon, path = place.partition(":")
    if not colon or not revision or revision.startswith("-"):
        raise CouldNotRun(f"{place}: not a folder: give one, or a revision of git: HEAD:gazetteers")
    with tempfile.TemporaryDirectory(prefix="nisba-") as folder:
        packed = Path(folder) / "packed.tar"
        words = ["git", "archive", "--format=tar", f"--output={packed}", f"{revision}:{path}"]
        try:
            run = subprocess.run(words, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise CouldNotRun(f"{place}: git is not installed") from None
        if run.returncode:
            said = run.stderr.strip().splitlines()
            raise CouldNotRun(f"{place}: git: {said[-1] if said else 'failed'}")
        target = Path(folder) / "gazetteer"
        with tarfile.open(packed) as archive:
            archive.extractall(target, filter="data")
        yield target
