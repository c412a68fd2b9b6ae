"""Chunks through a work and an output, in this process or in several, always in their order.

The process that reads only cuts the file and hands out chunks; each worker takes its chunk apart,
answers it and makes the bytes that are to be written. So results are the same bytes whatever the
number of workers. A bounded number of chunks is on its way at any time.
"""

import gc
import os
import pickle
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain

from nisba._workers import SELDOM, WorkerDiedError, forks, in_order
from nisba.batch.chunks import Chunk, Input
from nisba.batch.faults import FaultyFile
from nisba.batch.work import Done, Work, Writes


@dataclass(frozen=True, slots=True)
class Task:
    """All that turns a chunk into bytes: the input, what makes the work, and the output.

    `work` is called once in each process that needs it. Where processes do not inherit memory it
    has to be such that pickle can send it.
    """

    table: Input
    work: Callable[[], Work]
    output: Writes

    def done(self, chunk: Chunk, work: Work) -> Done:
        """Turn a chunk into what is to be written of it."""
        rows = self.table.taken_apart(chunk)
        answers = work.answers(self.table, rows.rows, detail=self.output.detail)
        data = self.output.data(rows, answers, self.table.header.index(self.table.column))
        set_aside = len(rows.rejects)
        counts = answers.counts + Counter(
            rows=len(rows.rows) + set_aside, rejected=set_aside, unread=len(answers.unread)
        )
        return Done(chunk.number, chunk.read, data, rows.rejects, answers.unread, counts)


def cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results(task: Task, chunks: Iterator[Chunk], jobs: int) -> Iterator[Done]:
    """Yield the results of chunks in order, with at most `jobs` processes.

    One job is done here, and so is a single chunk, or a task that cannot be sent to other processes
    where they do not inherit it. Raises `FaultyFile` if a worker dies.
    """
    first, second = next(chunks, None), None
    if first is not None and jobs > 1:
        second = next(chunks, None)
    known = [chunk for chunk in (first, second) if chunk is not None]
    if not known:
        return
    if len(known) < 2 or not _can_be_shared(task):
        work = task.work()
        with _seldom_collected():
            for chunk in chain(known, chunks):
                yield task.done(chunk, work)
        return
    with closing(_by_workers(task, chain(known, chunks), jobs)) as found:
        yield from found


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Leave what is loaded now out of the search for cycles, and look for new ones seldom."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _can_be_shared(task: Task) -> bool:
    """Tell whether other processes can get a task."""
    if forks():
        return True
    try:
        pickle.dumps(task)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _by_workers(task: Task, chunks: Iterator[Chunk], jobs: int) -> Generator[Done, None, None]:
    inherited = forks()
    if inherited:
        # What is loaded now is shared by all workers, as long as nobody writes to it.
        ready = task.work()
        task = Task(task.table, lambda: ready, task.output)
        gc.freeze()  # the collector would write to it
    try:
        yield from in_order(partial(_begun, task), chunks, jobs)
    except WorkerDiedError as died:
        raise FaultyFile(task.table.source.path, 0, "", str(died)) from None
    finally:
        if inherited:
            gc.unfreeze()


def _begun(task: Task) -> Callable[[Chunk], Done]:
    """Make a worker ready for chunks."""
    return partial(task.done, work=task.work())
