"""JSON lines as rows: one object a line, whose keys are the columns, each value with its type.

Where JSON lines come out too, an object stays as it was written, and gets its new keys behind.
For CSV and Parquet all columns must be known before the first row is written: `whole` looks
through the file for them first.
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from nisba.batch.cells import fault_of_name, fault_of_text
from nisba.batch.chunks import CHUNK_SIZE, Chunk, Rows, rows_of_chunk
from nisba.batch.columns import fault_of_columns
from nisba.batch.faults import FaultyFile
from nisba.batch.reading import as_text
from nisba.batch.rows import LONGEST_RAW, Piece, Reject, Row, Splitter
from nisba.batch.sources import HEAD, Progress, Source, deaf
from nisba.batch.values import holds, kind_of, text_of, type_of
from nisba.facts import FactColumns

_ENCODING = "utf-8-sig"
_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class JsonTable:
    """A file of JSON lines; `types` has the type of each column where all columns are known.

    `lists` lets the column of names hold lists of them.
    """

    source: Source
    column: str
    header: list[str]
    facts: FactColumns
    added: tuple[str, ...]
    lists: bool = False
    types: dict[str, str] | None = None

    @property
    def remark(self) -> str:
        """Nothing: JSON lines are UTF-8."""
        return ""

    def whole(self) -> "JsonTable":
        """Return the table with all its columns and their types, of all rows of a file.

        Standard input can be read once: there the first rows decide, and a later one that does
        not fit them is set aside.
        """
        kinds = _kinds(self.source, None)
        return replace(self, header=list(kinds), types={key: type_of(kinds[key]) for key in kinds})

    def chunks(self, on_progress: Progress = deaf) -> Iterator[Chunk]:
        """Cut the lines into chunks; `on_progress` is told the bytes read so far."""
        read = 0

        def told(done: int) -> None:
            nonlocal read
            read = done
            on_progress(done)

        with self.source.opened(told) as stream, as_text(stream, _ENCODING) as file:
            splitter, number = Splitter(file, None), 0
            while pieces := splitter.pieces(rows_of_chunk(number), CHUNK_SIZE):
                yield Chunk(number, pieces, read, splitter.taken)
                number += 1

    def taken_apart(self, chunk: Chunk) -> Rows:
        """Take the lines of a chunk apart, and set those aside that cannot be used."""
        found = Rows([], [])
        for line, text in _lines(chunk.pieces, found.rejects):
            taken = self._row(line, text)
            if isinstance(taken, Reject):
                found.rejects.append(taken)
            else:
                found.rows.append(taken)
        return found

    def _row(self, line: int, text: str) -> Row | Reject:
        try:
            values = _object(text, strict=self.types is not None)
        except _NoObject as fault:
            return Reject(line, str(fault), text[:100], text[:LONGEST_RAW])
        value = values.get(self.column)
        name = text_of(value)
        why = fault_of_name(name) or self._misfit(values)
        if isinstance(value, dict) or (isinstance(value, list) and not self.lists):
            why = "a list or an object, where a name should be"
        if why:
            return Reject(line, why, name, text[:LONGEST_RAW])
        return Row(line, [values.get(key) for key in self.header], text)

    def _misfit(self, values: dict[str, Any]) -> str:
        """Say what of an object has no place in the output."""
        for key in self.added:
            if key in values:
                return f"the key {key!r} is there already: rename or delete it"
        if self.types is None:
            return ""
        for key, value in values.items():
            if key not in self.types:
                return f"a key that the first rows do not have: {key!r}"
            if not holds(self.types[key], value):
                return f"{key!r} is no {self.types[key]}, as it is in the first rows"
        return ""


def survey_json(
    source: Source, column: str, facts: FactColumns, added: tuple[str, ...], *, lists: bool = False
) -> JsonTable:
    """Look at the first lines; raises `FaultyFile` if they do not have the columns."""
    header = list(_kinds(source, _LOOKED_AT))
    if not header:
        first = f"first {_LOOKED_AT:,} lines"
        if source.state is None:
            first = f"first {HEAD:,} bytes: name a file, of which more is looked at"
        raise FaultyFile(source.path, 0, "", f"no JSON object in a line of the {first}")
    for wanted in (column, *facts.names):
        if why := fault_of_columns(header, wanted, added):
            raise FaultyFile(source.path, 1, wanted, why)
    return JsonTable(source, column, header, facts, added, lists)


class _NoObject(Exception):
    """A line that is no object, and why."""


def _kinds(source: Source, most: int | None) -> dict[str, set[str]]:
    """Keys in the order in which they come, with the kinds of their values.

    Of so many lines at `most`, until some are objects: very long ones are looked at a few at once.
    """
    kinds: dict[str, set[str]] = {}
    looked_at = 0
    with source.looked_at() as stream, as_text(stream, _ENCODING) as file:
        splitter = Splitter(file, None)
        while pieces := splitter.pieces(_LOOKED_AT, CHUNK_SIZE):
            for _, text in _lines(pieces, []):
                try:
                    values = _object(text, strict=False)
                except _NoObject:
                    continue
                for key, value in values.items():
                    kinds.setdefault(key, set()).add(kind_of(value))
            looked_at += splitter.taken
            if most is not None and (kinds or looked_at >= most):
                break
    return kinds


def _lines(pieces: Iterable[Piece], rejects: list[Reject]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, blank ones passed over; rejects are put where they belong."""
    for piece in pieces:
        if isinstance(piece, Reject):
            rejects.append(piece)
            continue
        for number, line in enumerate(io.StringIO(piece[1], newline=""), piece[0]):
            if text := line.strip():
                yield number, text


def _object(text: str, *, strict: bool) -> dict[str, Any]:
    """Return the object of a line; raises `_NoObject`. Strictly, no key stands twice."""
    if why := fault_of_text(text):
        raise _NoObject(why)
    hook = _pairs if strict else None
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=hook)
    except json.JSONDecodeError as fault:
        said = f"{fault.msg.removesuffix(' at')} at column {fault.colno}"
        raise _NoObject(f"not JSON, or cut off: {said}") from None
    except RecursionError:
        raise _NoObject("JSON that is nested too deep") from None
    except ValueError as fault:
        raise _NoObject(f"not JSON: {fault}") from None
    if not isinstance(found, dict):
        raise _NoObject("not a JSON object")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1)
        raise ValueError(f"the key {twice!r} stands twice")
    return found


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
