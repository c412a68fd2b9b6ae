"""Everybody is asked everything: each system in turn, with the time that it takes."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from benchmarks.quality import ours
from benchmarks.quality.pairs import Pair
from benchmarks.quality.peers import Scorer
from benchmarks.quality.searching import Ranked, by_scorer, short_lists
from benchmarks.quality.tasks import Task
from nisba.cli.progress import Bar

OURS = "nisba"

_Item = TypeVar("_Item")
Timed = tuple[list[_Item], float]
"""Answers, and the seconds they took."""


def answers(
    title: str, task: Task, scorers: Mapping[str, Scorer], ours_too: bool
) -> Iterator[tuple[str, Timed[Ranked]]]:
    """Each system, and what it puts first for each query of a list.

    The time is that of the answers: neither of building an index nor of choosing short lists.
    """
    count = len(task.queries)
    if ours_too:
        yield OURS, _timed(f"{title}: {OURS}", ours.resolved(task), count)
    if scorers:
        short, _ = _timed(f"{title}: short lists", short_lists(task), count)
    for name, score in scorers.items():
        yield name, _timed(f"{title}: {name}", by_scorer(task, score, short), count)


def scores(
    title: str, asked: Sequence[Pair], scorers: Mapping[str, Scorer], ours_too: bool
) -> Iterator[tuple[str, Timed[float]]]:
    """Each system, and its score of each pair; nisba's bits and its probability are two."""
    both = [(pair.left, pair.right) for pair in asked]
    if ours_too:
        told, seconds = _timed(f"{title}: {OURS}", ours.compared(both), len(both))
        yield f"{OURS}, bits", ([c.bits for c in told], seconds)
        yield f"{OURS}, probability", ([c.probability for c in told], seconds)
    for name, score in scorers.items():
        scored = (score(left, right) for left, right in both)
        yield name, _timed(f"{title}: {name}", scored, len(both))


def _timed(doing: str, answers: Iterable[_Item], total: int) -> Timed[_Item]:
    """All answers, with a progress bar."""
    out: list[_Item] = []
    began = time.perf_counter()
    with Bar(doing, total) as bar:
        for answer in answers:
            out.append(answer)
            bar.move(len(out))
    return out, time.perf_counter() - began
