"""Files to import, opened: plain or packed by gzip, with how far reading is, and never whole.

Readers take bytes or text from here a line at a time. A line that is longer than any record is
passed over to its end, so that memory stays bounded whatever the file holds.
"""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.rows import LONGEST_RAW
from nisba.exchange.entries import Rejected

#: The longest line of JSON that is read, in bytes; the largest items of Wikidata have 5 MB.
LONGEST_LINE = 32_000_000

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_EVERY = 1 << 20

Progress = Callable[[int], None]


@contextmanager
def opened(path: Path, on_progress: Progress) -> Iterator[BinaryIO]:
    """Open a file as bytes, unpacked if it is packed; tells how many of its own bytes are read.

    Raises `FaultyFile` for what is no file, and for an archive that is damaged or ends too soon.
    """
    if path.is_dir() or not path.exists():
        raise FaultyFile(path, 0, "", "not a file" if path.exists() else "no such file")
    with path.open("rb") as raw:
        told = cast(BinaryIO, io.BufferedReader(_Counted(raw, on_progress), _EVERY))
        packed = path.suffix == ".gz" or (raw.seekable() and _begins_packed(raw))
        try:
            if packed:
                with gzip.GzipFile(fileobj=told) as unpacked:
                    yield cast(BinaryIO, unpacked)
            else:
                yield told
        except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
            raise FaultyFile(path, 0, "", f"a damaged gzip archive: {fault}") from None


def _begins_packed(raw: BinaryIO) -> bool:
    head = raw.read(2)
    raw.seek(0)
    return head == _GZIP


class _Counted(io.RawIOBase):
    """A stream that tells how many bytes have gone through it."""

    def __init__(self, inner: BinaryIO, tell: Progress) -> None:
        super().__init__()
        self._inner, self._tell, self._done = inner, tell, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._inner.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self._done = self._inner.seek(offset, whence)
        return self._done

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._done += len(data)
        self._tell(self._done)
        return len(data)


@contextmanager
def opened_text(
    path: Path, on_progress: Progress, encoding: str | None = None
) -> Iterator[IO[str]]:
    """Open a file as text, its line ends as they are; bytes that do not decode become surrogates.

    Without `encoding` a plain file's is told from its bytes; a packed one is UTF-8.
    """
    if encoding is not None:
        encoding = checked_encoding(path, encoding)
    elif path.is_file() and not _is_packed(path):
        encoding = encoding_of(path)
    with opened(path, on_progress) as file:
        yield io.TextIOWrapper(file, encoding or "utf-8-sig", "surrogateescape", newline="")


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return _begins_packed(file)


def json_objects(
    path: Path, on_progress: Progress
) -> Iterator[tuple[int, dict[str, Any], str] | Rejected]:
    """Yield line number, object and text of each line of JSON, or why it is none.

    A line may end in a comma, and lines that hold a bracket alone are passed over, as in a dump
    that is one JSON list.
    """
    with opened(path, on_progress) as file:
        number = 0
        while data := file.readline(LONGEST_LINE):
            number += 1
            too_long = len(data) == LONGEST_LINE and not data.endswith(b"\n")
            while too_long and data and not data.endswith(b"\n"):
                data = file.readline(LONGEST_LINE)
            if number == 1:
                data = data.removeprefix(_BOM)
            line = data.strip().removesuffix(b",").rstrip()
            if too_long:
                reason = f"a line longer than {LONGEST_LINE:,} bytes"
                yield Rejected(Fault(path, number, "", reason), "")
            elif line not in (b"", b"[", b"]"):
                yield _object(path, number, line)


def _object(path: Path, number: int, line: bytes) -> tuple[int, dict[str, Any], str] | Rejected:
    text = line.decode("utf-8", "backslashreplace")
    raw = text if len(text) <= LONGEST_RAW else text[:LONGEST_RAW] + "…"
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        reason = f"byte {fault.start} (from 0) is not UTF-8; JSON lines are UTF-8"
        return Rejected(Fault(path, number, text[:100], reason), raw)
    except json.JSONDecodeError as fault:
        reason = f"not JSON, or cut off: {_said(fault)}"
        return Rejected(Fault(path, number, text[-40:], reason), raw)
    except (ValueError, RecursionError):
        reason = "JSON with a number too long, or nested too deep"
        return Rejected(Fault(path, number, text[:100], reason), raw)
    if not isinstance(found, dict):
        return Rejected(Fault(path, number, text[:100], "not a JSON object"), raw)
    return number, found, raw


def _said(fault: json.JSONDecodeError) -> str:
    return f"{fault.msg.removesuffix(' at')} at column {fault.colno}"


def texts(value: object) -> list[str]:
    """Return the texts of a value that should be a list of them; what is no text is left out.

    >>> texts(["a", 3, "b"]), texts("a"), texts(None)
    (['a', 'b'], ['a'], [])
    """
    if isinstance(value, str):
        return [value]
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
