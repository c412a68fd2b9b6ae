"""What is counted: whether the owner of a name comes first, and how surely."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from benchmarks.quality.searching import TOP, Ranked
from benchmarks.quality.tasks import Query

NO_FIGURE = math.nan
"""The share of no queries."""
_NO_ANSWER = -1e9
"""A score below that of any answer of any system."""

Figure = Callable[[Iterable["Answer"]], float]
"""A share (0 to 1) over some answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A query, and what a system puts first."""

    query: Query
    top: Ranked

    @property
    def first(self) -> bool:
        """Whether the owner comes first."""
        return bool(self.top) and self.top[0][0] == self.query.owner

    @property
    def score(self) -> float:
        """Score of the first, of whatever scale."""
        return self.top[0][1] if self.top else _NO_ANSWER


def first(answers: Iterable[Answer]) -> float:
    """Share of the queries with an owner whose owner comes first."""
    return _share(a.first for a in answers if a.query.owner is not None)


def among_ten(answers: Iterable[Answer]) -> float:
    """Share of the queries with an owner whose owner is among the ten first."""
    owned = (a for a in answers if a.query.owner is not None)
    return _share(a.query.owner in [identity for identity, _ in a.top[:TOP]] for a in owned)


def first_of(kind: str) -> Figure:
    """`first` over the queries of one kind."""
    return lambda answers: first(a for a in answers if a.query.kind == kind)


def among_ten_of(kind: str) -> Figure:
    """`among_ten` over the queries of one kind."""
    return lambda answers: among_ten(a for a in answers if a.query.kind == kind)


def sure(mistaken: float) -> Figure:
    """Share whose owner comes first, and scores above all but a share of the strangers.

    A system that gives strangers its full score is sure of nothing.
    """

    def measured(answers: Iterable[Answer]) -> float:
        answers = list(answers)
        strangers = [a.score for a in answers if a.query.owner is None]
        if not strangers:
            return NO_FIGURE
        level = float(np.quantile(strangers, 1.0 - mistaken))
        return _share(a.first and a.score > level for a in answers if a.query.owner is not None)

    return measured


def matches(answers: Iterable[Answer], least: float) -> tuple[int, int]:
    """How many answers score `least` or more, and for how many of these the owner is another.

    An owner who is listed twice, under two identities, counts as another.
    """
    surest = [a for a in answers if a.score >= least]
    return len(surest), sum(not a.first for a in surest)


def _share(which: Iterable[bool]) -> float:
    known = list(which)
    return sum(known) / len(known) if known else NO_FIGURE
