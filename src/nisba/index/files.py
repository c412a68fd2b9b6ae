"""An index as a file: columns one behind the other, opened as they are, shared between processes.

The file begins with a line that says what it is, then a header in JSON (which columns stand where,
and what the index was made from), then the columns. Opening maps the file into memory and reads
nothing but the header; a checksum over the columns tells a file that was cut or changed.
"""

import hashlib
import json
import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nisba._data import learned
from nisba.facts import Gender, Years
from nisba.index.catalogue import Catalogue, Texts
from nisba.index.index import Index
from nisba.index.walk import Filed
from nisba.match.columns import Known, Names, Parts, Store

SUFFIX = ".nisba"
_MAGIC = b"nisba index\n"
VERSION = 6
"""Of the format; a file of another version is built again."""
_ALIGNED = 64
_HEAD = struct.Struct("<II")
_CHUNK = 1 << 22
_Column = NDArray[np.generic]


class UnreadableIndex(ValueError):
    """A file that is no index, or none that this version can open, with what to do about it."""


class StaleIndex(UnreadableIndex):
    """An index of a gazetteer that has changed since."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an index was made from: a path, and a hash of its content."""

    path: str
    content: str

    def is_stale(self) -> bool:
        """Whether what the index was made from is still there, and has changed since."""
        path = Path(self.path)
        return bool(self.path) and path.exists() and content_hash(path) != self.content


def content_hash(path: Path) -> str:
    """A hash of a file's content, or of all names and contents of the files of a folder."""
    told = hashlib.blake2b(digest_size=16)
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for file in files:
        own = file.relative_to(path).as_posix() if path.is_dir() else ""
        if any(piece.startswith(".") for piece in own.split("/")):
            continue  # what an editor or git keeps beside the records
        told.update(f"{len(own)} {own} {file.stat().st_size} ".encode())
        with file.open("rb") as content:
            while piece := content.read(_CHUNK):
                told.update(piece)
    return told.hexdigest()


def is_index(path: Path) -> bool:
    """Whether a path is a file that begins as an index does, whatever its name says."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def save(index: Index, path: str | PathLike[str], origin: Origin = Origin("", "")) -> None:
    """Write an index to a file, which takes its name when it is complete."""
    path = Path(path)
    columns = dict(_columns(index))
    place, described = 0, []
    for name, column in columns.items():
        described.append((name, column.dtype.str, column.shape, place))
        place += -(-column.nbytes // _ALIGNED) * _ALIGNED
    catalogue = index.catalogue
    head = {
        "version": VERSION,
        "tables": _tables(),
        "origin": [origin.path, origin.content],
        "columns": described,
        "size": place,
        "listed": index.filed.listed,
        "parts": index.store.count,
        "words": index.store.words,
        "retired": dict(catalogue.retired),
        "born": [(y.first, y.last) for y in catalogue.born],
        "countries": [sorted(codes) for codes in catalogue.countries],
        "genders": [str(gender) for gender in catalogue.genders],
    }
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            checksum = 0
            for column in columns.values():
                checksum = zlib.crc32(_padded(column), checksum)
            head["checksum"] = checksum
            told = json.dumps(head).encode()
            told += b" " * (-(len(_MAGIC) + _HEAD.size + len(told)) % _ALIGNED)
            file.write(_MAGIC + _HEAD.pack(len(told), zlib.crc32(told)) + told)
            for column in columns.values():
                file.write(_padded(column))
        part.replace(path)
    except BaseException as fault:
        part.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.filename is None:
            fault.filename = str(path)  # a full disk does not say of what
        raise


def open_index(path: str | PathLike[str]) -> tuple[Index, Origin]:
    """Open an index, and say what it was made from.

    Raises `UnreadableIndex` for a file that is no index, is cut or changed, or was made by another
    version of nisba or of its tables; `OSError` where it cannot be read at all.
    """
    path = Path(path)
    with path.open("rb") as file:
        begin = file.read(len(_MAGIC) + _HEAD.size)
        if not begin.startswith(_MAGIC) or len(begin) < len(_MAGIC) + _HEAD.size:
            raise UnreadableIndex(f"{path}: this is no index of nisba")
        size, checksum = _HEAD.unpack(begin[len(_MAGIC) :])
        told = file.read(size)
    if len(told) < size or zlib.crc32(told) != checksum:
        raise UnreadableIndex(f"{path}: the file is cut or damaged: build it again")
    head: dict[str, Any] = json.loads(told)
    if head["version"] != VERSION or head["tables"] != _tables():
        raise UnreadableIndex(f"{path}: made by another version of nisba: build it again")
    start = len(begin) + size
    if path.stat().st_size != start + head["size"]:
        raise UnreadableIndex(f"{path}: the file is cut or damaged: build it again")
    # Copied when written to: the loops take such arrays for their own, and pages stay shared.
    whole: NDArray[np.uint8] = np.memmap(path, np.uint8, "c", start, (head["size"],))
    if zlib.crc32(whole.data) != head["checksum"]:
        raise UnreadableIndex(f"{path}: the file is cut or damaged: build it again")
    columns = {name: _column(whole, *where) for name, *where in head["columns"]}
    return _index(head, columns), Origin(*head["origin"])


def _padded(column: _Column) -> bytes:
    content = column.tobytes()
    return content + b"\0" * (-len(content) % _ALIGNED)


def _column(whole: NDArray[np.uint8], kind: str, shape: list[int], place: int) -> _Column:
    dtype = np.dtype(kind)
    size = int(np.prod(shape)) * dtype.itemsize
    # A plain array and no memmap: the loops know one kind.
    return np.frombuffer(whole[place : place + size], dtype).reshape(shape)


def _tables() -> str:
    """What the columns depend on beside the gazetteer: the learned tables, by their provenance."""
    return hashlib.blake2b(learned("PROVENANCE.tsv").read_bytes(), digest_size=16).hexdigest()


def _columns(index: Index) -> Iterator[tuple[str, _Column]]:
    """All columns by name, as long as they are filled."""
    count, parts = index.store.count, index.store.parts
    letters, forms = int(parts.letter_at[count]), int(parts.form_at[count])
    lengths = {
        "letter_at": count + 1,
        "letters": letters,
        "chunks": letters + count,
        "form_at": count + 1,
        "forms": forms,
        "chances": forms,
        "bone_at": count + 1,
        "bones": int(parts.bone_at[count]),
        "tally": count,
    }
    for name in Parts._fields:
        yield f"parts.{name}", getattr(parts, name)[: lengths.get(name, count)]
    for name, column in index.store.every()._asdict().items():
        yield f"known.{name}", column
    for name in Names._fields:
        yield f"names.{name}", getattr(index.filed.names, name)
    for name in Filed._fields[2:]:
        yield f"filed.{name}", getattr(index.filed, name)
    yield "owner", index.owner
    yield "short", index.short
    for what, texts in (
        ("texts", index.texts),
        ("ids", index.catalogue.ids),
        ("labels", index.catalogue.labels),
    ):
        yield f"{what}.at", texts.at
        yield f"{what}.letters", texts.letters
    yield "facts", index.catalogue.known


def _index(head: Mapping[str, Any], columns: Mapping[str, Any]) -> Index:
    def texts(what: str) -> Texts:
        return Texts(columns[f"{what}.at"], columns[f"{what}.letters"])

    def tuple_of(kind: type, what: str, fields: tuple[str, ...]) -> Any:
        return kind(*(columns[f"{what}.{name}"] for name in fields))

    catalogue = Catalogue(
        texts("ids"),
        texts("labels"),
        head["retired"],
        tuple(Years(first, last) for first, last in head["born"]),
        tuple(map(frozenset, head["countries"])),
        tuple(map(Gender, head["genders"])),
        columns["facts"],
    )
    parts = tuple_of(Parts, "parts", Parts._fields)
    names = tuple_of(Names, "names", Names._fields)
    rest = [columns[f"filed.{name}"] for name in Filed._fields[2:]]
    return Index(
        catalogue,
        texts("texts"),
        columns["owner"],
        columns["short"],
        Store(head["words"], head["parts"], parts, tuple_of(Known, "known", Known._fields)),
        Filed(names, head["listed"], *rest),
    )
