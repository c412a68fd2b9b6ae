"""What is done with the rows of a file: that alone tells resolving from romanizing and deduping.

A `Work` answers the rows of a chunk with the cells of new columns. It may run in any process, and
never knows of files.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple, Protocol

from nisba.batch.chunks import Input, Rows
from nisba.batch.faults import Fault
from nisba.batch.rows import Reject, Row


@dataclass(frozen=True, slots=True)
class Answers:
    """The cells of the new columns, a list for each column, with an entry for each row.

    `details` has an object for each row where JSON with the reasons is asked for. `counts` is
    what became of the rows, in words of the work, and `unread` tells of cells that were left out.
    """

    columns: list[list[Any]]
    counts: Counter[str]
    details: Sequence[Mapping[str, Any]] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)


class Work(Protocol):
    """Something that is done with the rows of a file."""

    @property
    def added(self) -> Mapping[str, type]:
        """The new columns with their types: str, float or int."""
        ...

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Answer rows of a table; `detail` asks for an object for each."""
        ...


Pieces = Callable[[], Iterator[bytes]]
"""Gives the pieces of all chunks, each time from the first."""


class Writes(Protocol):
    """Makes bytes of rows and their answers."""

    @property
    def detail(self) -> bool:
        """Whether it needs an object for each row."""
        ...

    @property
    def signature(self) -> str:
        """What its bytes depend on besides the rows: no other output goes on with them."""
        ...

    @property
    def assembled(self) -> bool:
        """Whether the pieces of chunks are no file yet, but what one is made of."""
        ...

    def begin(self) -> bytes:
        """Return what stands before the first row."""
        ...

    def data(self, rows: Rows, answers: Answers, column: int) -> bytes:
        """Return the piece of a chunk; `column` is the place of the names."""
        ...

    def assemble(self, pieces: Pieces, out: BinaryIO) -> Counter[str]:
        """Make a file of all pieces, and return the counts that this changes."""
        ...


class Done(NamedTuple):
    """A chunk that is done: its number, the bytes read with it, what is to be written of it."""

    number: int
    read: int
    data: bytes
    rejects: list[Reject]
    unread: list[Fault]
    counts: Counter[str]
