"""Work shared by processes: results in order, faults in their turn, and an end at any moment."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from nisba._workers import WorkerDiedError, in_order


def _squares() -> Callable[[int], int]:
    return partial(pow, exp=2)


def _fails_at(number: int) -> Callable[[int], int]:
    def work(item: int) -> int:
        if item == number:
            raise LookupError(f"no {item}")
        return item

    return work


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_their_items(jobs: int) -> None:
    """Whoever is done first, the first item's result is the first."""

    def begin() -> Callable[[int], int]:
        def work(item: int) -> int:
            time.sleep(0.002 * (item % 3))
            return item

        return work

    assert list(in_order(begin, iter(range(40)), jobs)) == list(range(40))
    assert list(in_order(_squares, iter(()), jobs)) == []


def test_only_a_few_items_are_on_their_way() -> None:
    """A file of any length is cut only as far as the results are taken."""
    cut: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            cut.append(number)
            yield number

    results = in_order(_squares, items(), 2)
    assert [next(results) for _ in range(5)] == [0, 1, 4, 9, 16]
    assert len(cut) < 12
    results.close()


def test_a_fault_comes_in_its_turn() -> None:
    """Results before the fault are not lost, and it says where in the worker it was raised."""
    results = in_order(partial(_fails_at, 3), iter(range(20)), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(LookupError, match="no 3") as caught:
        next(results)
    assert "in work" in "".join(caught.value.__notes__)


def test_a_fault_that_cannot_be_sent_is_told_in_words() -> None:
    """Some exceptions hold what no other process can have."""

    def begin() -> Callable[[int], int]:
        def work(item: int) -> int:
            raise ValueError(item, lambda: None)

        return work

    with pytest.raises(RuntimeError, match="ValueError"):
        list(in_order(begin, iter([1]), 2))


def test_a_worker_that_dies_ends_the_run() -> None:
    """The others are not waited for."""

    def begin() -> Callable[[int], int]:
        def work(item: int) -> int:
            if item == 5:
                os.kill(os.getpid(), signal.SIGKILL)
            return item

        return work

    with pytest.raises(WorkerDiedError):
        list(in_order(begin, iter(range(20)), 2))


def test_a_worker_that_dies_when_all_is_done_is_not_missed() -> None:
    """Its results are there already."""

    results = in_order(lambda: lambda _: os.getpid(), iter([1]), 2)
    os.kill(next(results), signal.SIGKILL)
    time.sleep(0.1)
    assert list(results) == []


@pytest.mark.parametrize("number", range(20))
def test_a_run_may_end_in_the_middle_of_results(number: int) -> None:
    """Workers that are just sending megabytes are stopped, and nobody waits for the rest."""

    def begin() -> Callable[[int], tuple[int, bytes]]:
        def work(item: int) -> tuple[int, bytes]:
            return os.getpid(), bytes(4_000_000)

        return work

    results = in_order(begin, iter(range(1_000)), 3)
    pids = {next(results)[0] for _ in range(3 + number)}
    time.sleep(0.001 * number)
    results.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
