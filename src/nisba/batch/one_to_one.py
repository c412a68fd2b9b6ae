"""Two lists one to one: each identity answers one row at most, the one that it fits best.

First every name is resolved by itself, and its answer is kept on disk; only identities and
probabilities of the candidates are held in memory. Then `nisba.batch.contest` settles who gets
whom. Last, the rows are read again, and written with what they got.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from nisba.batch.answering import Resolving, as_details
from nisba.batch.chunks import Input, Rows
from nisba.batch.columns import COLUMNS
from nisba.batch.contest import Contest
from nisba.batch.faults import FaultyFile
from nisba.batch.rows import Row
from nisba.batch.values import json_of
from nisba.batch.work import Answers, Pieces
from nisba.batch.working import Task
from nisba.batch.writing import Output


class Recording:
    """The work of a resolver whose answers are not the last word: it gives objects alone."""

    added: Mapping[str, type] = COLUMNS

    def __init__(self, resolving: Resolving, evidence: bool) -> None:
        """Resolve so; `evidence` says whether the candidates' is wanted."""
        self._resolving, self._evidence = resolving, evidence

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Resolve the names of rows, each answer as plain values."""
        found, unread = self._resolving.resolved(table, rows)
        labels = self._resolving.labels
        details = [as_details(answer, labels, evidence=self._evidence) for answer in found]
        return Answers([], Counter(str(answer.decision) for answer in found), details, unread)


def settling(task: Task, output: Output, enough: float) -> Task:
    """Return a task that settles who gets whom, in place of one that resolves row by row.

    Raises `FaultyFile` for standard input: the rows are read again at the end.
    """
    source = task.table.source
    if source.state is None:
        raise FaultyFile(source.path, 0, "", "one to one reads its input twice: name a file")
    work = partial(_recording, task.work, output.detail)
    return Task(task.table, work, Recorder(task.table, output, enough))


def _recording(resolving: Callable[[], Any], evidence: bool) -> Recording:
    return Recording(resolving(), evidence)


@dataclass(frozen=True, slots=True)
class Recorder:
    """Keeps the answers of all chunks, settles who gets whom, and then writes as `output` does.

    `enough` is the probability that makes a match.
    """

    table: Input
    output: Output
    enough: float
    detail: bool = True
    assembled: bool = True

    @property
    def signature(self) -> str:
        """What the bytes depend on besides the rows."""
        return f"one to one, {self.enough}: {self.output.signature}"

    def begin(self) -> bytes:
        """Return nothing: what is kept is no file."""
        return b""

    def data(self, rows: Rows, answers: Answers, column: int) -> bytes:
        """Return the answers of a chunk, a line of JSON for each row, behind the row's line."""
        pairs = zip(rows.rows, answers.details, strict=True)
        return "".join(f"{json_of([row.line, said])}\n" for row, said in pairs).encode()

    def assemble(self, pieces: Pieces, out: BinaryIO) -> Counter[str]:
        """Settle the contest, write all rows, and return what became of them."""
        contest = Contest(self.enough)
        for piece in pieces():
            for line, said in map(json.loads, piece.splitlines()):
                contest.add(line, said)
        contest.settle()
        counts: Counter[str] = Counter(dict.fromkeys(("match", "ambiguous", "none"), 0))
        written = self._written(pieces(), contest, counts)
        self.output.assemble(lambda: written, out)
        return counts

    def _written(
        self, pieces: Iterator[bytes], contest: Contest, counts: Counter[str]
    ) -> Iterator[bytes]:
        column = self.table.header.index(self.table.column)
        numbers = iter(range(len(contest)))
        for chunk, piece in zip(self.table.chunks(), pieces, strict=True):
            rows = self.table.taken_apart(chunk)
            kept = map(json.loads, piece.splitlines())
            details = [contest.outcome(next(numbers), said) for _, said in kept]
            counts.update(said["decision"] for said in details)
            cells = [
                (said["decision"], said["identity"], said["label"], _best(said), said["reason"])
                for said in details
            ]
            columns = [list(values) for values in zip(*cells, strict=True)] or [[] for _ in COLUMNS]
            yield self.output.data(rows, Answers(columns, Counter(), details), column)


def _best(said: Mapping[str, Any]) -> float | None:
    """The probability of the best candidate, as the contest leaves it."""
    if "left" in said:
        return said["left"]  # type: ignore[no-any-return]  # a plain value from JSON
    candidates = said["candidates"]
    return candidates[0]["probability"] if candidates else None
