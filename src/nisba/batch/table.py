"""A file of names, resolved from one end to the other: the work of `nisba resolve`.

`resolve_table` sends a file that has been looked at (`nisba.batch.inputs`) through a resolver, as
`nisba.batch.running` carries it out. Rows that cannot be read are set aside with their reason,
never dropped.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from nisba.batch.chunks import Input
from nisba.batch.columns import COLUMNS
from nisba.batch.faults import Fault
from nisba.batch.formats import Shape
from nisba.batch.resolving import Answer, Known, Labels, Resolves, answers_for, columns_of
from nisba.batch.rows import Row
from nisba.batch.running import Manner, Target, Told, run
from nisba.batch.values import text_of
from nisba.batch.work import Answers
from nisba.batch.working import Task
from nisba.batch.writing import output_of

Opener = Callable[[], Resolves]
"""Opens a resolver; in another process too, if pickle can send it."""


@dataclass(slots=True)
class Summary:
    """What became of the rows of a table, in counts; `rejects` is the file of those set aside.

    `unread` counts cells of birth year, country or gender that were left out; their rows were
    resolved without them.
    """

    rows: int = 0
    matched: int = 0
    ambiguous: int = 0
    nobody: int = 0
    rejected: int = 0
    unread: int = 0
    rejects: Path | None = None


def summary_of(counts: Counter[str], rejects: Path | None = None) -> Summary:
    """Return counts of decisions as a summary."""
    return Summary(
        counts["rows"],
        counts["match"],
        counts["ambiguous"],
        counts["none"],
        counts["rejected"],
        counts["unread"],
        rejects,
    )


class Resolving:
    """The work of a resolver: five columns for each row, and for JSON the candidates."""

    added: Mapping[str, type] = COLUMNS

    def __init__(self, resolver: Resolves, limit: int) -> None:
        """Ask a resolver, for at most `limit` candidates of each name."""
        self._resolver, self._limit = resolver, limit

    @property
    def labels(self) -> Labels:
        """Labels of the identities."""
        return self._resolver.gazetteer

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Resolve the names of rows, with the facts beside them."""
        found, unread = self.resolved(table, rows)
        labels = self.labels
        return Answers(
            columns_of(found, labels),
            Counter(str(answer.decision) for answer in found),
            [as_details(answer, labels) for answer in found] if detail else [],
            unread,
        )

    def resolved(self, table: Input, rows: list[Row]) -> tuple[list[Answer], list[Fault]]:
        """Return the answers to rows, and the cells that could not be read."""
        place = table.header.index(table.column)
        names = [text_of(row.cells[place]) for row in rows]
        unread: list[Fault] = []
        known = _known(table, rows, unread)
        return answers_for(names, self._resolver, self._limit, known), unread


def resolve_table(
    table: Input,
    target: Target,
    resolver: Resolves,
    *,
    opener: Opener | None = None,
    shape: Shape | None = None,
    as_json: bool = False,
    limit: int = 5,
    one_to_one: float | None = None,
    overwrite: bool = False,
    resume: bool = False,
    jobs: int = 1,
    options: Mapping[str, Any] | None = None,
    on_reject: Callable[[Fault], None] = lambda _: None,
    on_unread: Callable[[Fault], None] = lambda _: None,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Summary:
    """Resolve the names of a table into a file, or a stream, and set faulty rows aside.

    The target gets the columns of `resolve_frame` behind those of the table, in the form that its
    name says or `shape` does. With `as_json` it gets JSON lines with at most `limit` candidates
    each, and their evidence. Cells that a spreadsheet would run get an apostrophe, in CSV alone.
    With a stream there is no file of rejects, and `on_reject` is all that hears of them.
    `on_unread` hears of every birth year, country and gender that cannot be read: its row is
    resolved without it. `on_progress` is told the bytes read and the rows done so far.

    With `one_to_one`, the probability that makes a match, each identity answers one row at most,
    among its first `limit` candidates: `nisba.batch.one_to_one` says how. That reads a file twice.

    `jobs` processes share the work. Where they cannot inherit the resolver, `opener` opens it in
    each. With `resume` the run goes on where one that was cut off stopped: one with the same input
    and `options`, which name what else the answers depend on. Raises `FaultyFile`.
    """
    path = target if isinstance(target, Path) else None
    whole, output = output_of(table, COLUMNS, path, shape, detail=as_json)
    task = Task(whole, work_of(resolver, opener, limit), output)
    if one_to_one is not None:
        from nisba.batch.one_to_one import settling

        task = settling(task, output, one_to_one)
    manner = Manner(overwrite, resume, jobs, {**(options or {}), "limit": limit})
    return summary_of(*run(task, target, manner, Told(on_reject, on_unread, on_progress)))


def work_of(resolver: Resolves, opener: Opener | None, limit: int) -> Callable[[], Resolving]:
    """Return what makes the work of a resolver, in this process or another."""
    if opener is not None:
        return _Ready(resolver, opener, limit)
    return partial(Resolving, resolver, limit)


class _Ready:
    """Makes the work of a resolver that is open; sent to another process, it opens it there."""

    def __init__(self, resolver: Resolves | None, opener: Opener, limit: int) -> None:
        self._resolver, self._opener, self._limit = resolver, opener, limit

    def __call__(self) -> Resolving:
        if self._resolver is None:
            self._resolver = self._opener()
        return Resolving(self._resolver, self._limit)

    def __getstate__(self) -> tuple[Opener, int]:
        return self._opener, self._limit

    def __setstate__(self, state: tuple[Opener, int]) -> None:
        self._resolver, (self._opener, self._limit) = None, state


def _known(table: Input, rows: list[Row], unread: list[Fault]) -> list[Known] | None:
    """What each row says beside the name; each cell that cannot be read is told of."""
    if not table.facts.names:
        return None
    places = {name: table.header.index(name) for name in table.facts.names}
    known = []
    for row in rows:
        known.append(table.facts.read({n: text_of(row.cells[at]) for n, at in places.items()}))
        for fault in known[-1][1]:
            said = f"{fault.field}: {fault.advice}"
            unread.append(Fault(table.source.path, row.line, fault.value, said))
    return known


def as_details(answer: Answer, labels: Labels, *, evidence: bool = True) -> dict[str, Any]:
    """Return an answer as plain values, its candidates with their evidence if that is wanted."""
    label = labels.label
    return {
        "decision": answer.decision,
        "identity": answer.identity,
        "label": None if answer.identity is None else label(answer.identity),
        "namesakes": list(answer.namesakes),
        "nobody": answer.nobody,
        "reason": answer.reason,
        "candidates": [
            {
                "identity": c.identity,
                "label": label(c.identity),
                "name": c.name,
                "bits": c.bits,
                "probability": c.probability,
                **({"evidence": c.evidence.as_dict()} if evidence else {}),
            }
            for c in answer.candidates
        ],
    }
