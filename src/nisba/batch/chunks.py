"""Rows in chunks: what one process cuts from a file, and others take apart and work on.

Every format of file is an `Input`. It cuts itself into chunks in one pass, always at the same
rows, and takes any chunk apart without the file: so chunks may go to other processes, and a run
that was cut off finds the chunks where they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from nisba.batch.rows import Reject, Row
from nisba.batch.sources import Progress, Source
from nisba.facts import FactColumns

_FIRST, _SECOND, _LARGEST = 200, 800, 8_000
#: Long rows make shorter chunks; in code points.
CHUNK_SIZE = 4_000_000


def rows_of_chunk(number: int) -> int:
    """Return the most rows of a chunk: few at first, so that there is soon something to see.

    >>> [rows_of_chunk(number) for number in (0, 1, 2, 3, 1_000_000)]
    [200, 800, 1600, 3200, 8000]
    """
    return min(_SECOND << min(number - 1, 10), _LARGEST) if number else _FIRST


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that are worked on together; `pieces` are as the input cut them, with their lines.

    `read` is how many bytes of the file were read with it, perhaps some of the next ones. `rows`
    counts its rows, blank lines among them.
    """

    number: int
    pieces: list[Any]
    read: int
    rows: int


class Rows(NamedTuple):
    """A chunk that was taken apart: good rows, and those set aside; `batch` is Arrow's, if any."""

    rows: list[Row]
    rejects: list[Reject]
    batch: Any = None


class Input(Protocol):
    """A file of rows that has been looked at, whatever its format."""

    @property
    def source(self) -> Source:
        """Where the bytes come from."""
        ...

    @property
    def header(self) -> list[str]:
        """Names of the columns."""
        ...

    @property
    def column(self) -> str:
        """The column of names."""
        ...

    @property
    def facts(self) -> FactColumns:
        """The columns of facts."""
        ...

    @property
    def remark(self) -> str:
        """What a person should know of how it is read; mostly nothing."""
        ...

    def chunks(self, on_progress: Progress = ...) -> Iterator[Chunk]:
        """Cut the rows into chunks; raises `FaultyFile`."""
        ...

    def taken_apart(self, chunk: Chunk) -> Rows:
        """Take a chunk apart; needs nothing but the chunk."""
        ...
