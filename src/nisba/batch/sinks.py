"""Where the results of chunks go, one after the other: a file by way of a spool, or a stream."""

import csv
import io
import os
import struct
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TextIO, cast

from nisba.batch.cells import harmless
from nisba.batch.faults import FaultyFile
from nisba.batch.outputs import check_target, rejects_path
from nisba.batch.rows import Reject
from nisba.batch.spooling import Spool, parts_path, spooled
from nisba.batch.work import Done
from nisba.batch.working import Task

if TYPE_CHECKING:
    from nisba.batch.running import Manner, Target

_STDOUT = Path("<stdout>")
_LENGTH = struct.Struct("<Q")


class Sink(Protocol):
    """Where the results of chunks go."""

    @property
    def done(self) -> int:
        """How many chunks an earlier run has done."""
        ...

    @property
    def finished(self) -> bool:
        """Whether all of it is there, and only has to be put in its place."""
        ...

    @property
    def counts(self) -> Counter[str]:
        """What became of the rows so far."""
        ...

    def add(self, done: Done) -> None:
        """Take the result of the next chunk."""
        ...


@contextmanager
def sink_of(
    task: Task, target: "Target", manner: "Manner"
) -> Iterator[tuple[Sink, Callable[[], tuple[Counter[str], Path | None]]]]:
    """Give the sink for a target, and what is to be called when all is in it."""
    if not isinstance(target, Path):
        try:
            stream = _Stream(task, target)
            yield stream, stream.finish
        except BrokenPipeError:
            raise
        except OSError as fault:
            raise FaultyFile(_STDOUT, 0, "", f"cannot write: {fault.strerror}") from None
        return
    source = task.table.source
    check_target(target, source.path, manner.overwrite, manner.resume)
    manifest: dict[str, Any] = {"options": dict(manner.options)}
    if manner.resume or source.state is not None:
        manifest |= {"input": source.fingerprint(), "output": task.output.signature}
        manifest |= {"column": task.table.column, "columns of facts": repr(task.table.facts)}
        manifest["reading"] = task.table.remark
    try:
        lasting = source.state is not None
        overwrite = manner.overwrite or not lasting
        with spooled(target, manifest, manner.resume, overwrite, lasting) as spool:
            yield (file := _File(task, spool, manner)), file.finish
    except BrokenPipeError:
        raise
    except OSError as fault:
        kept = parts_path(target).is_dir()
        more = "; what is done is kept: --resume goes on with it" if kept else ""
        advice = f"cannot write: {fault.strerror}{more}"
        raise FaultyFile(target, 0, "", advice) from None


def rejected(rejects: list[Reject]) -> bytes:
    """Return the rows of the file of rejects, with nothing in them that a spreadsheet runs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for one in rejects:
        raw = one.raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        writer.writerow([one.line, one.reason, harmless(raw)])
    return out.getvalue().encode("utf-8", "backslashreplace")


class _File:
    """A sink that is a file, by way of a spool."""

    def __init__(self, task: Task, spool: Spool, manner: "Manner") -> None:
        self._task, self._spool, self._manner = task, spool, manner
        self._assembled = task.output.assembled
        if not (self._assembled or spool.done or spool.finished):
            spool.write("data", task.output.begin())

    @property
    def done(self) -> int:
        return self._spool.done

    @property
    def finished(self) -> bool:
        return self._spool.finished

    @property
    def counts(self) -> Counter[str]:
        return self._spool.counts

    def add(self, done: Done) -> None:
        data = done.data
        self._spool.write("data", _LENGTH.pack(len(data)) + data if self._assembled else data)
        if done.rejects:
            if not self._spool.length("rejects"):
                self._spool.write("rejects", b"\xef\xbb\xbfline,reason,row\r\n")
            self._spool.write("rejects", rejected(done.rejects))
        self._spool.chunk_done(done.counts)

    def finish(self) -> tuple[Counter[str], Path | None]:
        spool = self._spool
        aside = rejects_path(spool.target)
        if not spool.finished:
            if self._assembled:
                spool.close()
                with spool.path("data").open("rb") as kept, spool.path("whole").open("wb") as out:
                    changed = self._task.output.assemble(lambda: _pieces(kept), out)
                    spool.counts = Counter({**spool.counts, **changed})
                    out.flush()
                    os.fsync(out.fileno())
            spool.enter(finished=True)
        any_rejects = spool.length("rejects") > 0
        if not any_rejects:
            # Rejects of an earlier run would say what is no longer so.
            aside.unlink(missing_ok=True)
        made = "whole" if self._assembled else "data"
        spool.put_in_place({"rejects": aside, made: spool.target}, self._manner.overwrite)
        return spool.counts, aside if any_rejects else None


class _Stream:
    """A sink that is a stream: what is written is gone, and nothing can be resumed."""

    finished = False

    def __init__(self, task: Task, target: TextIO | BinaryIO) -> None:
        self.done, self.counts = 0, Counter[str]()
        self._output, self._out = task.output, _binary(target)
        # Closed, and gone, when the output is made of it.
        self._kept: Any = tempfile.TemporaryFile() if task.output.assembled else None  # noqa: SIM115
        if self._kept is None:
            self._write(task.output.begin())

    def add(self, done: Done) -> None:
        self.counts += done.counts
        if self._kept is not None:
            self._kept.write(_LENGTH.pack(len(done.data)) + done.data)
        else:
            self._write(done.data)

    def finish(self) -> tuple[Counter[str], Path | None]:
        if self._kept is not None:
            with self._kept as kept:
                changed = self._output.assemble(lambda: _pieces(kept), self._out)
                self.counts = Counter({**self.counts, **changed})
            self._write(b"")
        return self.counts, None

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._out.flush()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """The pieces of a file from its beginning, each behind its length."""
    file.seek(0)
    while head := file.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        yield file.read(length)


def _binary(target: TextIO | BinaryIO) -> BinaryIO:
    """A stream of bytes: that of standard output, or one that writes text into a text stream."""
    buffer = getattr(target, "buffer", None)
    if buffer is not None:
        target.flush()
        return cast(BinaryIO, buffer)
    return cast(BinaryIO, _Text(target)) if isinstance(target, io.TextIOBase) else target  # type: ignore[return-value]


class _Text(io.RawIOBase):
    """Bytes in UTF-8, as text into a stream of text."""

    def __init__(self, inner: io.TextIOBase) -> None:
        super().__init__()
        self._inner = inner

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._inner.write(bytes(data).decode())
        return len(data)
