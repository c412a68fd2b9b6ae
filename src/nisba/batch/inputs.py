"""A file of rows, whatever its format: the one place that chooses how it is read."""

from collections.abc import Iterable
from pathlib import Path

from nisba.batch.chunks import Input
from nisba.batch.columns import COLUMNS
from nisba.batch.faults import FaultyFile
from nisba.batch.formats import Format, Shape
from nisba.batch.json_lines import survey_json
from nisba.batch.parquet import survey_parquet
from nisba.batch.reading import survey
from nisba.batch.sources import source_of
from nisba.facts import FactColumns


def input_of(
    path: Path,
    column: str,
    *,
    shape: Shape | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    facts: FactColumns | None = None,
    added: Iterable[str] = COLUMNS,
    lists: bool = False,
) -> Input:
    """Look at a file, or at standard input for `-`, and tell how to read it.

    `shape` says its form where its name does not; encoding and delimiter are of CSV alone.
    `added` names the columns that will be written beside its own, and `lists` lets a cell hold
    several names where the format has lists. Raises `FaultyFile` for a file
    that cannot be read so, with the place and the reason.
    """
    source = source_of(path, shape)
    names, known = tuple(added), facts or FactColumns()
    if source.shape.format not in (Format.JSONL, Format.PARQUET):
        return survey(source, column, encoding, delimiter, facts, names)
    for given, what in ((encoding, "encoding"), (delimiter, "delimiter")):
        if given is not None:
            advice = f"only CSV has a choice of {what}: leave it out"
            raise FaultyFile(source.path, 0, given, advice)
    if source.shape.format is Format.JSONL:
        return survey_json(source, column, known, names, lists=lists)
    return survey_parquet(source, column, known, names, lists=lists)
