"""Speed and memory, beside rapidfuzz on the same names in the same run: `make bench`.

Prints whole-process times of `import nisba` and `nisba compare`, the time of one resolution
against 20,000 names, and the peak memory of that. Machines are noisy: the ratio counts.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.invented import people
from nisba._pipes import reader_may_leave

_NAMES = 20_000
_QUERIES = 400
_RUNS = 7


def main() -> None:
    """Measure, and print a table."""
    print(f"import nisba            {_process('import nisba') - _process('pass'):7.1f} ms")
    print(f"nisba compare, process  {_compare():7.1f} ms")
    corpus, queries = _names()
    resolver = _resolver(corpus)
    ours = _each(lambda q: resolver.resolve(q), queries)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"resolve, median         {statistics.median(ours):7.2f} ms   ({_NAMES:,} names)")
    print(f"resolve, 99 of 100      {sorted(ours)[int(len(ours) * 0.99)]:7.2f} ms")
    print(f"peak memory             {memory:7.0f} MB")
    right = sum(
        bool(found) and found[0].identity == owner
        for owner, found in ((o, resolver.resolve(q).candidates) for o, q in queries)
    )
    print(f"owner first             {right / len(queries):7.3f}")
    _peer(corpus, queries, statistics.median(ours))


def _names() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The list to search, and the queries: other spellings of some of its people."""
    both = list(people(_NAMES, seed=7))
    corpus = [(str(i), name) for i, (name, _) in enumerate(both)]
    step = _NAMES // _QUERIES
    return corpus, [(str(i), both[i][1]) for i in range(0, _NAMES, step)]


def _resolver(corpus: list[tuple[str, str]]):  # type: ignore[no-untyped-def] # imported here
    from nisba import Gazetteer, Resolver

    start = time.perf_counter()
    resolver = Resolver(Gazetteer.from_names(corpus))
    resolver.resolve(corpus[0][1])
    print(f"index built             {time.perf_counter() - start:7.1f} s")
    return resolver


def _each(act: Callable[[str], object], queries: Sequence[tuple[str, str]]) -> list[float]:
    """Milliseconds of each query."""
    times = []
    for _, query in queries:
        start = time.perf_counter()
        act(query)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _peer(corpus: list[tuple[str, str]], queries: list[tuple[str, str]], ours: float) -> None:
    """rapidfuzz WRatio over the same list."""
    try:
        from rapidfuzz import fuzz, process, utils
    except ImportError:
        print("rapidfuzz is not installed: pip install -e '.[bench]'")
        return
    texts = [utils.default_process(name) for _, name in corpus]
    some = queries[:: max(1, len(queries) // 100)]

    def ask(query: str) -> int:
        found = process.extractOne(utils.default_process(query), texts, scorer=fuzz.WRatio)
        return int(found[2])

    theirs = statistics.median(_each(ask, some))
    right = sum(corpus[ask(query)][0] == owner for owner, query in some)
    print(f"rapidfuzz WRatio        {theirs:7.2f} ms   owner first {right / len(some):.3f}")
    print(f"ratio                   {theirs / ours:7.1f} times the time of nisba")


def _process(code: str) -> float:
    """Median milliseconds of a Python process that runs the code."""
    return _median([sys.executable, "-c", code])


def _compare() -> float:
    command = [sys.executable, "-m", "nisba", "compare", "Mustafa Al-Kazemi", "Moustafa Kadhimi"]
    return _median(command)


def _median(command: list[str]) -> float:
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    with reader_may_leave():
        main()
