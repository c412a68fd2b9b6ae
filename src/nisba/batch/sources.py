"""Where rows come from: a file that can be opened again, or standard input, which cannot.

A source gives unpacked bytes and tells how far in the file itself reading is. It remembers what
the file was like when it was first looked at: one that changes while it is read is a fault.
"""

import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from nisba.batch.faults import ChangedFile, FaultyFile
from nisba.batch.formats import Packing, Shape, checked, shape_of_head, shape_of_name
from nisba.batch.packing import check_packing, unpacked, unpacked_part

#: Where a person means standard input.
STDIN = Path("-")
#: How messages call it.
SHOWN_STDIN = Path("<stdin>")
#: Bytes of standard input that can be looked at beforehand.
HEAD = 1 << 16
_BUFFER = 1 << 18

Progress = Callable[[int], None]


def deaf(_: int) -> None:
    """Hear of no progress."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input: its path, its form, its state; `head` is kept of stdin alone.

    `state` is size, time and number of the file on its disk, `None` for standard input.
    """

    path: Path
    shape: Shape
    state: tuple[int, int, int] | None
    head: bytes = b""

    @property
    def packing(self) -> Packing:
        """How it is packed."""
        return self.shape.packing or Packing.PLAIN

    @property
    def size(self) -> int:
        """Size of the file in bytes; 0 where nobody knows."""
        return 0 if self.state is None else self.state[0]

    @contextmanager
    def opened(self, on_progress: Progress = deaf) -> Iterator[BinaryIO]:
        """Open from the beginning, unpacked; tells how many of its own bytes are read.

        Standard input can be opened once. Raises `FaultyFile`.
        """
        with self._raw() as raw:
            told = cast(BinaryIO, io.BufferedReader(_Counted(self, raw, on_progress), _BUFFER))
            with unpacked(told, self.packing, self.path) as stream:
                yield stream

    @contextmanager
    def looked_at(self) -> Iterator[BinaryIO]:
        """Open to look at it beforehand: of standard input that is its beginning."""
        if self.state is None:
            yield io.BytesIO(unpacked_part(self.head, self.packing, self.path))
            return
        with self.opened() as stream:
            yield stream

    @contextmanager
    def _raw(self) -> Iterator[BinaryIO]:
        if self.state is None:
            yield sys.stdin.buffer
            return
        try:
            file = self.path.open("rb")
        except OSError as fault:
            raise FaultyFile(self.path, 0, "", f"cannot read: {fault.strerror}") from None
        with file:
            yield file

    def check_unchanged(self) -> None:
        """Raise `ChangedFile` if the file is no longer what it was at first."""
        if self.state is None:
            return
        try:
            now = _state(self.path)
        except OSError:
            advice = "the file vanished while it was read: nothing was written"
            raise ChangedFile(self.path, 0, "", advice) from None
        if now != self.state:
            advice = "the file changed while it was read: nothing was written; run again"
            raise ChangedFile(self.path, 0, "", advice)

    def fingerprint(self) -> str:
        """Return size, time and a hash of the first bytes: another file has another one."""
        if self.state is None:
            raise FaultyFile(self.path, 0, "", "standard input cannot be resumed: name a file")
        with self._raw() as raw:
            digest = hashlib.sha256(raw.read(HEAD)).hexdigest()
        return f"{self.state[0]} {self.state[1]} {digest}"


def source_of(path: Path, word: Shape | None = None) -> Source:
    """Look at a file, or at standard input for `-`; `word` is what a person says of its form.

    The first bytes say how it is packed, whatever the name says. Raises `FaultyFile`.
    """
    said = word or Shape()
    if path == STDIN:
        head = sys.stdin.buffer.read(HEAD)
        source = Source(SHOWN_STDIN, Shape(), None, head)
    else:
        if not path.is_file():
            known = "not a regular file" if path.exists() else "no such file"
            raise FaultyFile(path, 0, "", known)
        try:
            source = Source(path, shape_of_name(path), _state(path))
            with source._raw() as raw:
                head = raw.read(HEAD)
        except OSError as fault:
            raise FaultyFile(path, 0, "", f"cannot read: {fault.strerror}") from None
    told = shape_of_head(head)
    shape = Shape(said.format or told.format or source.shape.format, told.packing or Packing.PLAIN)
    if said.packing not in (None, told.packing):
        raise FaultyFile(source.path, 0, str(said.packing), "the file is not packed so")
    checked(source.path, shape)
    check_packing(source.path, told.packing or Packing.PLAIN)
    return Source(source.path, shape, source.state, source.head)


def fingerprint_of(path: Path) -> str:
    """Return what tells a file or a folder of files from what it is after a change.

    It stands for the names, sizes and times of all files of a folder.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    digest = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape"))
    for file in files:
        digest.update(f"{file} {_state(file)[:2]}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _state(path: Path) -> tuple[int, int, int]:
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, found.st_ino


class _Counted(io.RawIOBase):
    """A stream with what was read of it before, that tells how many bytes have gone through."""

    def __init__(self, source: Source, inner: BinaryIO, tell: Progress) -> None:
        super().__init__()
        self._path, self._head = source.path, source.head
        self._inner, self._tell, self._done = inner, tell, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return not self._head and self._inner.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self._done = self._inner.seek(offset, whence)
        return self._done

    def readinto(self, buffer: Any) -> int:
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            # What a pipe has is taken as it comes: nobody waits for a full buffer.
            inner: Any = self._inner
            try:
                data = getattr(inner, "read1", inner.read)(len(buffer))
            except OSError as fault:
                said = f"cannot read on after byte {self._done:,}: {fault.strerror}"
                raise FaultyFile(self._path, 0, "", said) from None
        buffer[: len(data)] = data
        self._done += len(data)
        self._tell(self._done)
        return len(data)
