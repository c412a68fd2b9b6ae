"""Bytes packed and unpacked: gzip and zstd, the same bytes for the same data at any time.

Both formats may be a row of packages, one behind the other. So each piece of an output is packed
by itself, by whichever process made it, and the file is their sequence.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from nisba.batch.faults import FaultyFile
from nisba.batch.formats import Packing

_GZIP_LEVEL, _ZSTD_LEVEL = 6, 3
_BUFFER = 1 << 18


def pack(data: bytes, packing: Packing) -> bytes:
    """Return data in one package; without the time, so that a second run gives the same bytes.

    >>> pack(b"al-Kazimi", Packing.GZIP) == pack(b"al-Kazimi", Packing.GZIP)
    True
    """
    if packing is Packing.GZIP:
        return gzip.compress(data, _GZIP_LEVEL, mtime=0)
    if packing is Packing.ZSTD:
        return cast(bytes, _zstd().compress(data, _ZSTD_LEVEL))
    return data


@contextmanager
def unpacked(raw: BinaryIO, packing: Packing, path: Path) -> Iterator[BinaryIO]:
    """Give the unpacked bytes of a stream; one that is damaged or cut off raises `FaultyFile`."""
    faults: tuple[type[Exception], ...] = ()
    stream: Any = raw
    if packing is Packing.GZIP:
        stream = io.BufferedReader(gzip.GzipFile(fileobj=raw), _BUFFER)
        faults = (EOFError, gzip.BadGzipFile, zlib.error)
    elif packing is Packing.ZSTD:
        zstd = _zstd()
        stream = io.BufferedReader(zstd.ZstdFile(raw), _BUFFER)
        faults = (EOFError, zstd.ZstdError)
    try:
        yield stream
    except faults as fault:
        what = "gzip" if packing is Packing.GZIP else "zstd"
        raise FaultyFile(path, 0, "", f"a damaged {what} archive: {fault}") from None


def unpacked_part(data: bytes, packing: Packing, path: Path) -> bytes:
    """Return what the beginning of a package gives; raises `FaultyFile` for a damaged one."""
    zstd = _zstd() if packing is Packing.ZSTD else None
    faults = zlib.error if zstd is None else zstd.ZstdError
    try:
        if packing is Packing.GZIP:
            return zlib.decompressobj(wbits=31).decompress(data)
        return data if zstd is None else cast(bytes, zstd.ZstdDecompressor().decompress(data))
    except faults as fault:
        raise FaultyFile(path, 0, "", f"a damaged {packing} archive: {fault}") from None


def check_packing(path: Path, packing: Packing) -> None:
    """Raise `FaultyFile` if nothing installed can pack or unpack so."""
    if packing is Packing.ZSTD:
        try:
            _zstd()
        except ImportError:
            advice = 'zstd needs a package more: pip install "nisba[zstd]"'
            raise FaultyFile(path, 0, "", advice) from None


def _zstd() -> Any:
    try:
        from compression import zstd
    except ImportError:  # before Python 3.14
        from backports import zstd
    return zstd
