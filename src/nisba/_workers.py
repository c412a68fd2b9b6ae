"""Several processes that turn items into results, which come in the order of the items.

Each worker has a pipe of its own and works on one item at a time. Nothing else is shared, neither
a queue nor a lock. So a worker can be killed at any moment, in the middle of a result too, and
nobody waits for one that died.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

SELDOM = (100_000, 20, 100)
"""When the collector of cycles looks at objects: rows, names and answers make hardly any cycle."""
_AHEAD = 2
"""How many items for each worker may be on their way, or done and waiting for their turn."""


class WorkerDiedError(ChildProcessError):
    """A worker process ended in the middle of its work."""

    def __init__(self) -> None:
        """Say what may help."""
        super().__init__("a worker process died, for lack of memory perhaps: try with fewer --jobs")


def forks() -> bool:
    """Tell whether processes inherit the memory of this one. On macOS that is not safe."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def in_order(
    begin: Callable[[], Callable[[_T], _R]], items: Iterator[_T], jobs: int
) -> Generator[_R, None, None]:
    """Yield what at most `jobs` processes make of items. `begin` is called once in each of them.

    Where processes do not inherit memory `begin` has to be such that pickle can send it. Raises
    `WorkerDiedError`, and in its turn what a worker raised.
    """
    found: dict[int, tuple[Any, Exception | None]] = {}
    handed = given = 0
    with closing(_Team(begin, jobs)) as team:
        while True:
            while team.has_room() and handed < given + jobs * _AHEAD:
                item = next(items, None)
                if item is None:
                    break
                team.hand(handed, item)
                handed += 1
            if given == handed:
                break
            if given not in found:
                found.update(team.results())
                continue
            result, error = found.pop(given)
            if error is not None:
                raise error
            given += 1
            yield result
        team.dismiss()


class _Team:
    """The workers of one run, each with the parent's end of its pipe."""

    def __init__(self, begin: Callable[[], Callable[[Any], Any]], jobs: int) -> None:
        self._begin = begin
        self._jobs = jobs
        self._workers: list[BaseProcess] = []
        self._idle: list[Connection] = []
        self._busy: dict[Connection, int] = {}

    def has_room(self) -> bool:
        """Tell whether a worker is idle, or one more may be started."""
        return len(self._busy) < self._jobs

    def hand(self, number: int, item: object) -> None:
        """Give an item to a worker that waits for one."""
        end = self._idle.pop() if self._idle else self._started()
        try:
            end.send(item)
        except ConnectionError:
            raise WorkerDiedError from None
        self._busy[end] = number

    def results(self) -> list[tuple[int, tuple[Any, Exception | None]]]:
        """Wait until a worker is done with its item, and return what there is."""
        results = []
        ready = wait(list(self._busy))
        for end in [end for end in self._busy if end in ready]:
            try:
                outcome = end.recv()
            except (EOFError, ConnectionError):
                raise WorkerDiedError from None
            results.append((self._busy.pop(end), outcome))
            self._idle.append(end)
        return results

    def dismiss(self) -> None:
        """Let idle workers go, and wait for them."""
        for end in self._idle:
            with suppress(ConnectionError):  # of one that died since, nothing is missing
                end.send(None)
        for worker in self._workers:
            worker.join()

    def close(self) -> None:
        """Kill whoever is still at work: nobody waits for the results any more."""
        for worker in self._workers:
            if worker.pid is not None:
                worker.kill()
                worker.join()
        for end in (*self._idle, *self._busy):
            end.close()

    def _started(self) -> Connection:
        fork = forks()
        context = (
            multiprocessing.get_context("fork") if fork else multiprocessing.get_context("spawn")
        )
        ours, theirs = context.Pipe()
        # One that dies with its parent need not be waited for when the interpreter ends.
        worker = context.Process(target=_work, args=(self._begin, theirs), daemon=True)
        self._workers.append(worker)
        worker.start()
        theirs.close()  # so that the pipe ends when the worker does
        return ours


def _work(begin: Callable[[], Callable[[Any], Any]], items: Connection) -> None:
    """Be a worker: leave Ctrl-C to the parent, do not outlive it, and answer items until `None`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = begin()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    while (item := items.recv()) is not None:
        try:
            outcome = pickle.dumps((work(item), None))
        except Exception as error:
            outcome = _told(error)
        items.send_bytes(outcome)


def _told(error: Exception) -> bytes:
    """Return an exception as it can be sent, with where it was raised."""
    told = "".join(traceback.format_exception(error))
    error.add_note(told)
    try:
        return pickle.dumps((None, error))
    except Exception:
        return pickle.dumps((None, RuntimeError(told)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
