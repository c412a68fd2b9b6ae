"""Which form a file has, in and out: CSV, TSV, JSON lines or Parquet, plain or packed.

The name of a file says it (`people.jsonl.gz`), or a person does in the same words (`jsonl.gz`),
or the first bytes of the file. Reach for it before anything is opened.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from nisba.batch.faults import FaultyFile


class Format(StrEnum):
    """How rows are written."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"


class Packing(StrEnum):
    """How a file is packed."""

    PLAIN = "plain"
    GZIP = "gz"
    ZSTD = "zst"


class Shape(NamedTuple):
    """Format and packing; `None` for what is not said."""

    format: Format | None = None
    packing: Packing | None = None


_FORMATS = {
    **dict.fromkeys(("csv", "txt"), Format.CSV),
    **dict.fromkeys(("tsv", "tab"), Format.TSV),
    **dict.fromkeys(("jsonl", "ndjson", "jsonlines"), Format.JSONL),
    **dict.fromkeys(("parquet", "pq"), Format.PARQUET),
}
_PACKINGS = {
    **dict.fromkeys(("gz", "gzip"), Packing.GZIP),
    **dict.fromkeys(("zst", "zstd"), Packing.ZSTD),
}
_HEADS = (
    (b"\x1f\x8b", Shape(packing=Packing.GZIP)),
    (b"\x28\xb5\x2f\xfd", Shape(packing=Packing.ZSTD)),
    (b"PAR1", Shape(Format.PARQUET)),
)


def shape_of_name(path: Path) -> Shape:
    """Return what the name of a file says of its form.

    >>> shape_of_name(Path("people.jsonl.gz"))
    Shape(format=<Format.JSONL: 'jsonl'>, packing=<Packing.GZIP: 'gz'>)
    >>> shape_of_name(Path("people"))
    Shape(format=None, packing=<Packing.PLAIN: 'plain'>)
    """
    packing = _PACKINGS.get(path.suffix[1:].lower())
    bare = path if packing is None else path.with_suffix("")
    return Shape(_FORMATS.get(bare.suffix[1:].lower()), packing or Packing.PLAIN)


def shape_of_word(word: str) -> Shape:
    """Return what a person says of a form; raises `ValueError` for a word that names none.

    >>> shape_of_word("csv.zst")
    Shape(format=<Format.CSV: 'csv'>, packing=<Packing.ZSTD: 'zst'>)
    """
    found, _, packed = word.lower().partition(".")
    if found not in _FORMATS or (packed and packed not in _PACKINGS):
        known = ", ".join(Format)
        raise ValueError(f"{word!r}: no such format: write {known}, with .gz or .zst behind it")
    return Shape(_FORMATS[found], _PACKINGS.get(packed))


def shape_of_head(head: bytes) -> Shape:
    """Return what the first bytes of a file say of its form.

    >>> shape_of_head(b"PAR1").format
    <Format.PARQUET: 'parquet'>
    """
    return next((shape for start, shape in _HEADS if head.startswith(start)), Shape())


def stem_of(path: Path) -> str:
    """Return the name of a file without what it says of its form.

    >>> stem_of(Path("out/people.csv.gz")), stem_of(Path("people.2024.csv")), stem_of(Path(".csv"))
    ('people', 'people.2024', '.csv')
    """
    packed = path.suffix[1:].lower() in _PACKINGS
    return Path(path.stem).stem if packed else path.stem


def checked(path: Path, shape: Shape) -> Shape:
    """Return a shape that can be had; raises `FaultyFile` for Parquet in a package."""
    if shape.format is Format.PARQUET and shape.packing not in (None, Packing.PLAIN):
        raise FaultyFile(path, 0, "", "Parquet packs itself: leave out .gz or .zst")
    return shape
