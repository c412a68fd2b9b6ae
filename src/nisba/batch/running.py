"""A file from one end to the other: read, worked on, written, set aside, resumed.

`run` is what resolving, deriving and all else that adds columns to a file have in common. With a
path as target the output appears whole or not at all, and a run that was cut off can be resumed;
a stream gets each chunk as soon as it is done.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from nisba.batch.faults import Fault
from nisba.batch.sinks import Sink, sink_of
from nisba.batch.working import Task, results

Target = Path | TextIO | BinaryIO


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run goes: what may be written over, whether it is resumed, by how many processes.

    `options` are what its results depend on besides the input: a run with others is no
    continuation of it.
    """

    overwrite: bool = False
    resume: bool = False
    jobs: int = 1
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears of what: rejects, cells that cannot be read, bytes and rows that are done."""

    on_reject: Callable[[Fault], None] = lambda _: None
    on_unread: Callable[[Fault], None] = lambda _: None
    on_progress: Callable[[int, int], None] = lambda _, __: None


def run(task: Task, target: Target, manner: Manner, told: Told) -> tuple[Counter[str], Path | None]:
    """Carry out a task, and return what became of the rows and where the rejects are.

    Raises `FaultyFile`.
    """
    with sink_of(task, target, manner) as (sink, finish):
        if not sink.finished:
            feed(task, sink, manner.jobs, told)
        return finish()


def feed(task: Task, sink: Sink, jobs: int, told: Told) -> None:
    """Send every chunk that is not done yet through a task into a sink."""
    source = task.table.source
    path = source.path
    chunks = (chunk for chunk in task.table.chunks() if chunk.number >= sink.done)
    for done in results(task, chunks, jobs):
        for reject in done.rejects:
            told.on_reject(Fault(path, reject.line, reject.value, reject.reason))
        for fault in done.unread:
            told.on_unread(fault)
        # An hour of work on a file that somebody appends to would be in vain.
        source.check_unchanged()
        sink.add(done)
        told.on_progress(done.read, sink.counts["rows"])
    source.check_unchanged()
    told.on_progress(source.size, sink.counts["rows"])
