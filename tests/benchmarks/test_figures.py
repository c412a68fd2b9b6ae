"""The shares that are told of the answers."""

import math

from benchmarks.quality.figures import Answer, among_ten, first, first_of, sure
from benchmarks.quality.tasks import Query


def answer(owner: str | None, *top: tuple[str, float], kind: str = "any") -> Answer:
    """Return an answer to somebody's name."""
    return Answer(Query("name", owner, kind), top)


RIGHT = answer("a", ("a", 0.9), ("b", 0.1), kind="x")
SECOND = answer("a", ("b", 0.8), ("a", 0.7), kind="x")
SILENT = answer("a", kind="y")
STRANGER = answer(None, ("a", 0.5))


def test_first_and_among_ten() -> None:
    """Shares of the queries with an owner: silence is a miss, strangers do not count."""
    answers = [RIGHT, SECOND, SILENT, STRANGER]
    assert first(answers) == 1 / 3
    assert among_ten(answers) == 2 / 3


def test_figures_of_one_kind() -> None:
    """Queries of another kind do not count; no queries give no figure."""
    answers = [RIGHT, SECOND, SILENT, STRANGER]
    assert first_of("x")(answers) == 1 / 2
    assert first_of("y")(answers) == 0.0
    assert math.isnan(first_of("z")(answers))


def test_sure_is_first_and_above_the_strangers() -> None:
    """A right answer below the strangers' level is not sure."""
    low = answer("a", ("a", 0.4))
    assert sure(0.01)([RIGHT, low, STRANGER]) == 1 / 2
    assert math.isnan(sure(0.01)([RIGHT]))


def test_a_stranger_with_the_full_score_spoils_it() -> None:
    """A score must lie above the strangers' level: the same score is not enough."""
    assert sure(0.01)([RIGHT, answer(None, ("b", 0.9))]) == 0.0


def test_strangers_without_an_answer_are_below_all() -> None:
    """Whoever finds nothing for a stranger is sure of what is found for the others."""
    assert sure(0.01)([RIGHT, answer(None)]) == 1.0
