"""A scorer of pairs searches its short list."""

from benchmarks.quality.searching import TOP, by_scorer
from benchmarks.quality.tasks import Query, Task


def test_best_of_the_short_list_first() -> None:
    """Only the names of the short list are scored, and the best comes first."""
    task = Task([("a", "Ali"), ("b", "Alia"), ("c", "Omar")], [Query("Omar", "c", "any")])
    score = {"Ali": 0.1, "Alia": 0.2, "Omar": 1.0}
    (top,) = by_scorer(task, lambda _, name: score[name], [[0, 1]])
    assert top == [("b", 0.2), ("a", 0.1)]


def test_equal_scores_keep_the_order_of_the_short_list() -> None:
    """Of equal scores the nearer name by trigrams comes first; ten are kept."""
    task = Task([(str(i), "Ali") for i in range(20)], [Query("Ali", "0", "any")])
    (top,) = by_scorer(task, lambda *_: 1.0, [list(reversed(range(20)))])
    assert [identity for identity, _ in top] == [str(i) for i in reversed(range(20))][:TOP]
