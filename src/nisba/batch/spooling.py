"""An output while it is made: a folder of its own beside the target, and all that resuming needs.

The folder `.<target>.parts` holds the bytes written so far, the rejects, and a journal. An entry
of the journal says that so many chunks are done, and how long the files were then: what was
written after the last entry is cut off by whoever resumes. The target appears by one rename, when
it is whole. Whatever ends a run, a full disk or a kill, leaves the folder or nothing.
"""

import json
import os
import shutil
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from nisba.batch.faults import ChangedFile, FaultyFile
from nisba.batch.locking import LOCK, locked

_MANIFEST, _JOURNAL = "manifest.json", "journal"
_PATIENCE = 0.5
#: Files whose lengths the journal keeps.
_KEPT = ("data", "rejects", "answers")


def parts_path(target: Path) -> Path:
    """Return the folder of an output that is being made.

    >>> parts_path(Path("out/people.csv")).name
    '.people.csv.parts'
    """
    # A link stays a link: what it points to is replaced.
    target = target.resolve()
    return target.with_name(f".{target.name}.parts")


class Spool:
    """The files of an output that is being made; `done` chunks of it are, with `counts`."""

    def __init__(self, target: Path, folder: Path) -> None:
        """Stand for a folder that is locked; use `spooled` to get one."""
        self.target, self.folder = target, folder
        self.done = 0
        self.counts: Counter[str] = Counter()
        self.finished = False
        self._lengths = dict.fromkeys(_KEPT, 0)
        # The lengths behind the last chunk that is whole, and how many the journal knows of.
        self._whole = self._lengths.copy()
        self._entered = -1
        self._files: dict[str, IO[bytes]] = {}
        self._last = 0.0

    def write(self, name: str, data: bytes) -> None:
        """Put bytes behind one of the files: `data`, `rejects`, `answers`."""
        if not data:
            return
        if name not in self._files:
            self._files[name] = (self.folder / name).open("ab")
        self._files[name].write(data)
        self._lengths[name] += len(data)

    def length(self, name: str) -> int:
        """Return how long a file is."""
        return self._lengths[name]

    def path(self, name: str) -> Path:
        """Return where a file is."""
        return self.folder / name

    def chunk_done(self, counts: Counter[str], *, every: float = _PATIENCE) -> None:
        """Say that one more chunk is written; twice a second that is kept for good."""
        self.done += 1
        self.counts += counts
        self._whole = self._lengths.copy()
        if time.monotonic() - self._last >= every:
            self.enter()

    def enter(self, *, finished: bool = False) -> None:
        """Bring all to the disk, and then the entry that says so."""
        if finished:
            self._whole = self._lengths.copy()
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        entry = {"done": self.done, "lengths": self._whole, "counts": self.counts}
        text = json.dumps({**entry, "finished": finished})
        with (self.folder / _JOURNAL).open("ab") as journal:
            # An entry that was cut off fits no sum, and counts for nothing.
            journal.write(f"{zlib.crc32(text.encode()):08x} {text}\n".encode())
            journal.flush()
            os.fsync(journal.fileno())
        self.finished = finished
        self._entered = self.done
        self._last = time.monotonic()

    def give_up(self) -> None:
        """Keep what is done, if the disk takes it, and go away if nothing is."""
        with suppress(OSError):
            if self.done > max(self._entered, 0):
                self.enter()
        self.close()
        if self._entered < 1 and not self.finished:
            self.remove()

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            # What could not be written has been told already.
            with suppress(OSError):
                file.close()
        self._files.clear()

    def begin(self, manifest: Mapping[str, Any]) -> None:
        """Begin anew, whatever an earlier run left."""
        self.close()
        # Without its manifest nothing that is left here can be taken for a run to be resumed.
        (self.folder / _MANIFEST).unlink(missing_ok=True)
        for path in self.folder.iterdir():
            if path.name != LOCK:
                path.unlink()
        (self.folder / "data").touch()
        part = self.folder / f"{_MANIFEST}.part"
        part.write_text(json.dumps(manifest), encoding="utf-8")
        part.replace(self.folder / _MANIFEST)

    def resume(self, manifest: Mapping[str, Any]) -> None:
        """Go on behind the last entry; raises `FaultyFile` if this run is another one."""
        try:
            before = json.loads((self.folder / _MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.begin(manifest)
            return
        except ValueError:
            raise self._unfit("its parts cannot be read") from None
        now = json.loads(json.dumps(manifest))
        if changed := list(_changed(before, now)):
            raise self._unfit(f"{', '.join(changed)} changed since")
        for entry in _entries(self.folder / _JOURNAL):
            self.done, self.finished = entry["done"], entry["finished"]
            self.counts, self._lengths = Counter(entry["counts"]), entry["lengths"]
            self._entered = self.done
        self._whole = self._lengths.copy()
        for name, length in self._lengths.items():
            path = self.folder / name
            if self.finished:
                continue  # perhaps in its place already
            if path.exists() and path.stat().st_size >= length:
                os.truncate(path, length)
            elif length:
                raise self._unfit(f"{path} is too short")

    def put_in_place(self, names: Mapping[str, Path], overwrite: bool) -> None:
        """Give finished files their places, the last of them last, and take the folder away.

        Whoever resumes after a kill in between puts the others in place.
        """
        self.close()
        left = [(self.folder / name, place) for name, place in names.items()]
        left = [(made, place) for made, place in left if made.exists()]
        for _, place in left:
            if place.exists() and not overwrite:
                raise FaultyFile(place, 0, "", "cannot write: it appeared while nisba was at work")
        for made, place in left:
            made.replace(place.resolve())
        with suppress(OSError):
            _settle(self.folder.parent)
        self.remove()

    def remove(self) -> None:
        """Take the folder away."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _unfit(self, why: str) -> FaultyFile:
        advice = f"cannot resume: {why}; --overwrite without --resume begins anew"
        return FaultyFile(self.target, 0, "", advice)


@contextmanager
def spooled(
    target: Path, manifest: Mapping[str, Any], resume: bool, overwrite: bool, lasting: bool = True
) -> Iterator[Spool]:
    """Give the spool of a target, locked; what can be resumed stays behind an exception.

    Nothing stays of an input that changed, and of one that cannot be read again, which is not
    `lasting`. Raises `FaultyFile` if another run is at work on the target, if an unfinished one is
    there and nobody says what to do with it, and if this one is not the one to be resumed.
    """
    folder = parts_path(target)
    with locked(folder, target):
        spool = Spool(target, folder)
        try:
            if resume:
                spool.resume(manifest)
            else:
                _check_begun(target, overwrite)
                spool.begin(manifest)
        except BaseException:
            if not (folder / _MANIFEST).exists():
                spool.remove()
            raise
        try:
            yield spool
        except BaseException as fault:
            if lasting and not isinstance(fault, ChangedFile):
                spool.give_up()
            else:
                spool.remove()
            raise


def check_free(target: Path, overwrite: bool, resume: bool) -> None:
    """Raise `FaultyFile`, before hours of work, where `spooled` would for what is there by now."""
    folder = parts_path(target)
    if folder.is_dir():
        with locked(folder, target):
            if not resume:
                _check_begun(target, overwrite)


def _check_begun(target: Path, overwrite: bool) -> None:
    if (parts_path(target) / _MANIFEST).exists() and not overwrite:
        advice = "an unfinished run is there: --resume goes on, --overwrite begins anew"
        raise FaultyFile(target, 0, "", advice)


def is_finished(target: Path) -> bool:
    """Tell whether all of an output is made, and a run was ended before all was in its place."""
    return any(entry["finished"] for entry in _entries(parts_path(target) / _JOURNAL))


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """The keys whose values differ; of an object in an object those that differ there."""
    for key in sorted({*before, *now}):
        one, other = before.get(key), now.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _changed(one, other)
        elif one != other:
            yield key


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of a journal, up to the first that is not whole."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return
    for line in lines[:-1]:
        sum_, _, text = line.partition(b" ")
        if sum_.decode("latin-1") != f"{zlib.crc32(text):08x}":
            return
        yield json.loads(text)


def _settle(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
