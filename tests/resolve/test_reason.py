"""Facts about the reason: a sentence that fits a cell, for each decision."""

import pytest

from nisba import compare
from nisba.resolve.decisions import Decision
from nisba.resolve.reason import reason_of
from nisba.resolve.types import Candidate, Told


def candidate(
    identity: str, query: str, name: str, probability: float = 0.9, bits: float = 8.0
) -> Candidate:
    """A candidate that a query was compared with."""
    return Candidate(identity, name, bits, probability, Told(compare(query, name)))


def test_a_match_is_the_sentence_with_its_bits() -> None:
    """What answers, and how much it says."""
    found = candidate("k", "al-Kazemi", "Kadhimi", bits=12.34)
    said = reason_of(Decision.MATCH, [found], 0.01, ())
    assert said == "al-Kazemi = Kadhimi; every part is answered (+12.3 bits)."


def test_doubt_names_those_who_cannot_be_told_apart() -> None:
    """The likeliest by their ids, the others by their number, those far behind not at all."""
    rivals = [candidate(f"ali-{i}", "Ali", "Ali", 0.2) for i in range(1, 6)]
    namesakes = [rival.identity for rival in rivals]
    rivals.append(candidate("far", "Ali", "Ali", 0.001))
    said = reason_of(Decision.AMBIGUOUS, rivals, 0.02, namesakes)
    assert said == "cannot be told apart: ali-1, ali-2, ali-3, and 2 more (nobody 0.02)."


def test_doubt_names_more_than_the_candidates_asked_for() -> None:
    """With a limit of one candidate, the rivals are told all the same."""
    said = reason_of(Decision.AMBIGUOUS, [candidate("a", "Ali", "Ali", 0.5)], 0.01, ["a", "b"])
    assert said == "cannot be told apart: a, b (nobody 0.01)."


def test_doubt_about_one_says_that_there_are_others() -> None:
    """One alone stands out, but many who are far behind make the doubt together."""
    said = reason_of(Decision.AMBIGUOUS, [candidate("a", "Ali", "Ali", 0.5)], 0.01, ["a"])
    assert said == "cannot be told apart: a and others (nobody 0.01)."


def test_nobody_says_what_speaks_against_the_nearest() -> None:
    """The nearest is named, and the contradiction comes first."""
    nearest = candidate("hassan-nasrallah", "Hussein Nasrallah", "Hassan Nasrallah")
    said = reason_of(Decision.NONE, [nearest], 0.93, ())
    assert said == (
        "nearest is hassan-nasrallah, but the given names differ (Hussein, Hassan); "
        "Nasrallah = Nasrallah (+8.0 bits)."
    )


def test_nobody_says_when_the_evidence_is_too_little() -> None:
    """A common name contradicts nothing, and proves nothing."""
    nearest = candidate("a", "Ahmad", "Ahmad al-Kadhimi", bits=5.0)
    said = reason_of(Decision.NONE, [nearest], 0.8, ())
    assert said == (
        "nearest is a, but +5.0 bits are too few (nobody 0.80): "
        "only Ahmad = Ahmad answers; al-Kadhimi is missing."
    )


def test_without_candidates_nothing_is_near() -> None:
    """Nobody who is listed shares a part."""
    assert reason_of(Decision.NONE, [], 1.0, ()) == "no listed name shares a part with it."


@pytest.mark.parametrize("decision", list(Decision))
@pytest.mark.parametrize("name", ["K" * 10_000, "Ali\n\u202e" * 900, "<b>Ali</b>\x1b[1m Hasan"])
def test_a_hostile_name_fits_the_cell(decision: Decision, name: str) -> None:
    """Name and id may hold anything: the reason stays one line of some 300 characters."""
    said = reason_of(decision, [candidate(name, name, name)] * 4, 0.5, [name] * 4)
    assert len(said) <= 320
    assert said.isprintable()
