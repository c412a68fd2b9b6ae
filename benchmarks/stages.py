"""Where the time of a large file goes: `python -m benchmarks.stages ROWS.csv LIST.csv`.

Takes the distinct names of a file through the stages of `Resolver.resolve_many` one by one, in
chunks, and prints the processor time of each, in microseconds a name; then names one at a time.
Lists come from `python -m benchmarks.scale --lists`. Machines are noisy, the shares are less so.
"""

import argparse
import csv
import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from nisba import Gazetteer, Resolver
from nisba._pipes import reader_may_leave
from nisba._workers import SELDOM
from nisba.facts.types import NOTHING_KNOWN
from nisba.match.prepare import Ear
from nisba.match.viewing import views
from nisba.resolve import ranking
from nisba.sounds.model import load_model

_AT_ONCE = 2_000
_ALONE = 500
_SHOWN = 1
"""Candidates of each name: rows of a table ask for the best alone."""
_T = TypeVar("_T")


class Clock:
    """Processor time by stage, in seconds."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.spent: dict[str, float] = {}

    def time(self, stage: str, act: Callable[[], _T]) -> _T:
        """Do something, and add its time to a stage."""
        start = time.process_time()
        done = act()
        self.spent[stage] = self.spent.get(stage, 0.0) + time.process_time() - start
        return done


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path, help="a CSV file with a column `name`")
    parser.add_argument("list", type=Path, help="a CSV file of ids and names")
    parser.add_argument("--names", type=int, default=20_000, help="distinct names to take")
    options = parser.parse_args()
    with options.rows.open(encoding="utf-8", newline="") as file:
        names = list(dict.fromkeys(row["name"] for row in csv.DictReader(file)))
    load_model(fast=True)
    clock = Clock()
    gazetteer = clock.time("read the list", lambda: Gazetteer.read_csv(options.list))
    built = clock.time("build the index", lambda: Resolver(gazetteer))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.nisba")
        clock.time("save the index", lambda: built.save(path))
        start = time.perf_counter()
        resolver = Resolver.open(path)
        print(f"open the index     {(time.perf_counter() - start) * 1000:9.1f} ms")
        resolver.resolve_many(names[-10:])  # compiled code is loaded
        gc.freeze()  # as long runs do
        gc.set_threshold(*SELDOM)
        for stage, seconds in clock.spent.items():
            print(f"{stage:18} {seconds:9.1f} s")
        _together(resolver, names[: options.names])
        _alone(resolver, names[options.names : options.names + _ALONE] or names[-_ALONE:])


def _together(resolver: Resolver, names: Sequence[str]) -> None:
    """The stages of many names."""
    clock, looked = Clock(), 0
    index, finder, ear = resolver._index, resolver._finder, resolver._ear
    assert isinstance(ear, Ear)
    before = index.store.count
    for begin in range(0, len(names), _AT_ONCE):
        some = names[begin : begin + _AT_ONCE]
        prepared = clock.time("read names", lambda some=some: list(map(ear.prepare, some)))  # type: ignore[misc]
        queries = clock.time("hear and pack", lambda p=prepared: index.store.names(p))  # type: ignore[misc]
        clock.time("search parts", lambda q=queries: finder.ready(q.parts))  # type: ignore[misc]
        answers, view = ranking.room_for(len(some)), views(len(some))
        rows = np.arange(len(some))
        clock.time(
            "compare names",
            lambda q=queries, r=rows, a=answers, v=view: resolver._rank_all(q, r, a, v),  # type: ignore[misc]
        )
        looked += int(answers.best.sum())

        known = [(query, NOTHING_KNOWN) for query in prepared]
        found = clock.time(
            "make answers",
            lambda k=known, a=answers, v=view: list(resolver._teller.tell(k, a, v, _SHOWN)),  # type: ignore[misc]
        )
        clock.time("tell reasons", lambda found=found: [one.reason for one in found])  # type: ignore[misc]
    for stage, seconds in clock.spent.items():
        print(f"{stage:18} {seconds / len(names) * 1e6:9.0f} µs a name")
    print(f"{'all':18} {sum(clock.spent.values()) / len(names) * 1e6:9.0f} µs a name")
    print(f"{len(names):,} names, {index.store.count - before:,} new parts, ", end="")
    print(f"{looked / len(names):.0f} identities ranked for each")


def _alone(resolver: Resolver, names: Sequence[str]) -> None:
    """Names one at a time."""
    times = []
    for name in names:
        start = time.perf_counter()
        resolver.resolve(name)
        times.append((time.perf_counter() - start) * 1000)
    print(f"one name           {statistics.median(times):9.2f} ms in the median, ", end="")
    print(f"{sorted(times)[int(len(times) * 0.99)]:.2f} ms for 99 of 100")


if __name__ == "__main__":
    with reader_may_leave():
        main()
