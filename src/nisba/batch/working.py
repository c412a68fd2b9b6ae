"""Chunks through a work and an output, in this process or in several, always in their order.

The process that reads only cuts the file and hands out chunks; each worker takes its chunk apart,
answers it and makes the bytes that are to be written. So results are the same bytes whatever the
number of workers. A bounded number of chunks is on its way at any time.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import wait

from nisba.batch.chunks import Chunk, Input
from nisba.batch.faults import FaultyFile
from nisba.batch.work import Done, Work, Writes

_AHEAD = 2
_SELDOM = (100_000, 20, 100)
"""When the collector of cycles looks at objects: rows and answers make hardly any cycle."""


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
        counts = answers.counts
        counts["rows"] += len(rows.rows) + len(rows.rejects)
        counts["rejected"] += len(rows.rejects)
        counts["unread"] += len(answers.unread)
        return Done(chunk.number, chunk.read, data, rows.rejects, answers.unread, counts)


def cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results(task: Task, chunks: Iterator[Chunk], jobs: int) -> Iterator[Done]:
    """Yield the results of chunks in order, with at most `jobs` processes.

    A single chunk is worked on here, and so is a task that cannot be sent to other processes where
    they do not inherit it. Raises `FaultyFile` if a worker dies.
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
    with closing(_by_workers(task, known, chunks, jobs)) as found:
        yield from found


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Leave what is loaded now out of the search for cycles, and look for new ones seldom."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _forks() -> bool:
    """Tell whether processes inherit the memory of this one. On macOS that is not safe."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _can_be_shared(task: Task) -> bool:
    """Tell whether other processes can get a task."""
    if _forks():
        return True
    try:
        pickle.dumps(task)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _by_workers(
    task: Task, known: list[Chunk], chunks: Iterator[Chunk], jobs: int
) -> Generator[Done, None, None]:
    forks = _forks()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    if forks:
        # What is loaded now is shared by all workers, as long as nobody writes to it.
        ready = task.work()
        task = Task(task.table, lambda: ready, task.output)
        gc.freeze()  # the collector would write to it
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(task,))
    running: deque[Future[Done]] = deque()
    ended = False
    try:
        for chunk in known:
            running.append(pool.submit(_turned, chunk))
        for chunk in chunks:
            running.append(pool.submit(_turned, chunk))
            if len(running) > jobs * _AHEAD:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
        ended = True
    except BrokenProcessPool:
        advice = "a worker process died, for lack of memory perhaps: try with fewer --jobs"
        raise FaultyFile(task.table.source.path, 0, "", advice) from None
    finally:
        workers = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        if not ended:
            # Nobody waits for their results any more.
            for worker in workers:
                worker.terminate()
        pool.shutdown(wait=True)
        if forks:
            gc.unfreeze()


#: The task of a worker process, and its work.
_mine: tuple[Task, Work] | None = None


def _begin(task: Task) -> None:
    """Make a worker ready: it leaves Ctrl-C to its parent, and does not outlive it."""
    global _mine
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _mine = task, task.work()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _turned(chunk: Chunk) -> Done:
    assert _mine is not None
    task, work = _mine
    return task.done(chunk, work)
