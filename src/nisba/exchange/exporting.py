"""A gazetteer into a file of another format, which appears whole or not at all."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from nisba.batch.faults import FaultyFile
from nisba.batch.outputs import replacing
from nisba.exchange.ftm import write_ftm
from nisba.exchange.parquet import write_parquet
from nisba.exchange.skos import write_skos
from nisba.exchange.spacy import write_spacy
from nisba.exchange.table import write_table
from nisba.gazetteer.types import Identity

#: The formats that go out.
EXPORTS = ("ftm", "csv", "skos", "parquet", "spacy")


def export_file(
    format: str,
    identities: Sequence[Identity],
    target: Path,
    *,
    base: str | None = None,
    overwrite: bool = False,
) -> list[Path]:
    """Write identities, sorted by id, in one of `EXPORTS`, and return the files that it made.

    For spaCy these are two, named after the target: `kb.entities.jsonl` and `kb.aliases.jsonl`
    for `kb.jsonl`. `base` is the IRI of a SKOS document. A CSV file is UTF-8 with the byte-order
    mark by which spreadsheets know it. Raises `FaultyFile` for a target that cannot be, or should
    not be, written, and `ModuleNotFoundError` for Parquet without pyarrow.
    """
    if format not in EXPORTS:
        raise ValueError(f"format {format!r}: choose one of {', '.join(EXPORTS)}")
    paths = _pair(target) if format == "spacy" else [target]
    for path in paths:
        _check(path, overwrite)
    rows = sorted(identities, key=lambda identity: identity.id)
    if format == "parquet":
        _replace(target, rows)
        return paths
    encoding = "utf-8-sig" if format == "csv" else "utf-8"
    with ExitStack() as stack:
        first, *others = [stack.enter_context(replacing(path, encoding)) for path in paths]
        if format == "ftm":
            write_ftm(rows, first)
        elif format == "csv":
            write_table(rows, first)
        elif format == "skos":
            write_skos(rows, first, base)
        else:
            write_spacy(rows, first, *others)
    return paths


def _pair(target: Path) -> list[Path]:
    suffix = target.suffix or ".jsonl"
    return [target.with_name(f"{target.stem}.{what}{suffix}") for what in ("entities", "aliases")]


def _check(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise FaultyFile(path, 0, "", f"cannot write: there is no folder {path.parent}")
    if path.exists() and not path.is_file():
        raise FaultyFile(path, 0, "", "cannot write: not a regular file")
    if path.exists() and not overwrite:
        raise FaultyFile(path, 0, "", "cannot write: the file exists; --overwrite replaces it")


def _replace(target: Path, rows: Sequence[Identity]) -> None:
    """Write Parquet, which is no text, to a file that takes the target's place when it is whole."""
    target = target.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        write_parquet(rows, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
