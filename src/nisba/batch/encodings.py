"""Which encoding a file of names came in: a mark, then strict UTF-8, then a short list of guesses.

Only encodings that Arabic names really come in are guessed: windows-1256 first, which is also
right for the accents of French, then ISO 8859-6 and windows-1252. A guess is a guess: the
command says which one it made, and `--encoding` overrules it.
"""

import codecs
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from nisba.batch.faults import FaultyFile

_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive, or a workbook such as .xlsx: save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, .xls perhaps: save the sheet as CSV"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"PAR1", "a Parquet file"),
)
#: In the order in which a tie is decided.
_GUESSES = ["cp1256", "iso8859_6", "cp1252"]


Open = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens what is looked at, from its beginning."""


def encoding_of(path: Path, opened: Open | None = None) -> str:
    """Return the Python name of a text file's encoding; `opened` gives its bytes unpacked.

    A file that is UTF-8 but for some bytes counts as UTF-8, and the rows with those bytes are
    set aside later. Raises `FaultyFile` for an empty file, one that is no text, and one that
    fits no encoding; `OSError` for one that cannot be read.
    """
    opened = opened or (lambda: path.open("rb"))
    with opened() as file:
        head = file.read(_SAMPLE)
    if not head.strip():
        raise FaultyFile(path, 0, "", "the file is empty")
    for mark, name in _MARKS:
        if head.startswith(mark):
            if not head[len(mark) :].strip():
                raise FaultyFile(path, 0, "", "the file is empty")
            return name
    for start, what in _NO_TEXT:
        if head.startswith(start):
            raise FaultyFile(path, 1, _hex(head), f"no text: this is {what}")
    # A stray NUL costs its row; where they abound this is a program's file, or UTF-16 unmarked.
    if head.count(b"\0") * 100 > len(head):
        advice = "no text: NUL bytes; UTF-16 without its mark needs --encoding utf-16-le"
        raise FaultyFile(path, 1, _hex(head), advice)
    return "utf-8" if _is_utf8(opened) else _guess(path, opened)


def checked_encoding(path: Path, name: str) -> str:
    """Return the name of an encoding that a person gave; raises `FaultyFile` for an unknown one.

    >>> checked_encoding(Path("people.csv"), "windows-1256")
    'cp1256'
    """
    try:
        "a".encode(name)
        found = codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError):
        raise FaultyFile(path, 0, name, "no such encoding; try utf-8 or windows-1256") from None
    return "utf-8-sig" if found == "utf-8" else found


def _is_utf8(opened: Open) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened() as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _guess(path: Path, opened: Open) -> str:
    from charset_normalizer import from_bytes

    line, sample = _telling(opened)
    if _mostly_utf8(sample):
        return "utf-8"
    best = from_bytes(sample, cp_isolation=_GUESSES, enable_fallback=False).best()
    if best is None:
        bad = sample.lstrip(bytes(range(128)))
        advice = "bytes that fit no encoding known for Arabic names: name it with --encoding"
        raise FaultyFile(path, line, _hex(bad), advice)
    return best.encoding


def _telling(opened: Open) -> tuple[int, bytes]:
    """Return the lines that are not ASCII, 64 kilobytes of them, and the number of the first.

    Among many lines of ASCII the few that tell an encoding would be overlooked.
    """
    first, number = 0, 0
    sample = bytearray()
    with opened() as file:
        while len(sample) < _SAMPLE and (line := file.readline(_SAMPLE)):
            number += 1
            if not line.isascii():
                first = first or number
                sample += line
    return first, bytes(sample)


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    return sum(not c.isascii() for c in text) - broken > broken


def _hex(data: bytes) -> str:
    return data[:8].hex(" ")
