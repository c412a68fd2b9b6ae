"""What is counted of answers, on lists small enough to count by hand."""

from pathlib import Path

import pytest

from benchmarks.scale.judging import (
    EVERYTHING,
    Figures,
    Found,
    Known,
    figures,
    pairwise,
    recall_of,
    threshold,
)

ROWS = [
    Known("0", "a", "0", "Latn", "attested"),
    Known("1", "b", "1", "Latn", "model"),
    Known("2", "c", "0", "Arab", "attested"),
    Known("3", "", "0", "Latn", "attested"),
]
FOUND = {"0": Found("a", 0.9), "1": Found("b", 0.6), "2": Found("x", 0.7), "3": Found("a", 0.3)}


def test_a_stranger_who_gets_an_owner_is_a_mistake() -> None:
    """Two of four answers are right, two of three owners found."""
    assert figures(ROWS, FOUND, EVERYTHING) == Figures(2 / 3, 2 / 4, 4 / 7)


def test_answers_below_the_threshold_do_not_count() -> None:
    """Above .65 there are two answers, of which one is right."""
    assert figures(ROWS, FOUND, 0.65) == Figures(1 / 3, 1 / 2, 2 / 5)


def test_the_threshold_is_that_of_the_best_f1() -> None:
    """From .6 on two of three answers are right: F1 is 4/6, and no other threshold gives more."""
    assert threshold(ROWS, FOUND) == 0.6


def test_answers_of_one_score_stand_or_fall_together() -> None:
    """A threshold cannot part them, whichever of them is right."""
    alike = {"0": Found("a", 0.5), "1": Found("x", 0.5), "2": Found("x", 0.5)}
    assert figures(ROWS, alike, threshold(ROWS, alike)).precision == pytest.approx(1 / 3)


def test_no_answer_is_no_figure_to_divide_by() -> None:
    """Who says nothing has no precision and no recall, and no error is raised."""
    assert figures(ROWS, {}, EVERYTHING) == Figures(0.0, 0.0, 0.0)


def test_recall_is_told_by_kind_of_row() -> None:
    """Strangers have no part in it."""
    told = recall_of(ROWS, FOUND, EVERYTHING)
    assert told["errors"] == {"0": 0.5, "1": 1.0}
    assert told["script"] == {"Arab": 0.0, "Latn": 1.0}
    assert told["spelled"] == {"attested": 0.5, "model": 1.0}


def test_pairs_of_one_person_in_one_cluster(tmp_path: Path) -> None:
    """Three rows of p make three pairs, of which one is found; q's pair of strangers is wrong."""
    people = tmp_path / "people.csv"
    people.write_text("row,name,person\n0,a,p\n1,b,p\n2,c,p\n3,d,q\n", encoding="utf-8")
    found = {"0": Found("x", 1), "1": Found("x", 1), "2": Found("y", 1), "3": Found("y", 1)}
    assert pairwise(people, found) == Figures(1 / 3, 1 / 2, 2 / 5)


def test_rows_without_a_cluster_are_alone(tmp_path: Path) -> None:
    """They make no pairs with each other."""
    people = tmp_path / "people.csv"
    people.write_text("row,name,person\n0,a,p\n1,b,p\n", encoding="utf-8")
    assert pairwise(people, {}) == Figures(0.0, 0.0, 0.0)
