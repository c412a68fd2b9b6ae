"""Facts about sentences: what the facts said, in the words of a report."""

import pytest

from nisba import compare, facts_of
from nisba.match.facts_told import told


def said(left: dict[str, str], right: dict[str, str]) -> str:
    """What is told of two men called Ali Hassan."""
    known = (facts_of(**side) for side in (left, right))
    return told(compare("Ali Hassan", "Ali Hassan", **dict(zip(SIDES, known, strict=True))))


SIDES = ("left_facts", "right_facts")


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        ({"birth_year": "1967"}, {"birth_year": "1967"}, "Born 1967 on both sides."),
        ({"birth_year": "1967"}, {"birth_year": "196?"}, "Born 1967, the other born 1960-1969."),
        ({"birth_year": "1967"}, {"birth_year": "1942"}, "Born 1967, the other born 1942."),
        ({"country": "IQ"}, {"country": "Iraqi; GB"}, "Of Iraq on both sides."),
        ({"country": "IQ"}, {"country": "KP"}, "Of Iraq, the other of North Korea."),
        ({"gender": "m"}, {"gender": "f"}, "Male, the other female."),
        ({"birth_year": "1967"}, {"country": "IQ"}, ""),
        ({}, {}, ""),
        (
            {"birth_year": "1967", "country": "IQ", "gender": "m"},
            {"birth_year": "1967", "country": "SY", "gender": "m"},
            "Born 1967 on both sides, of Iraq, the other of Syria, male on both sides.",
        ),
    ],
)
def test_the_facts_that_spoke_are_told(
    left: dict[str, str], right: dict[str, str], sentence: str
) -> None:
    """The left side first; a field that only one side has is not told."""
    assert said(left, right) == sentence


def test_many_countries_are_counted() -> None:
    """A list of countries does not fill the cell."""
    many = said({"country": "IQ"}, {"country": "EG; SY; LB; JO; LY"})
    assert many == "Of Iraq, the other of Egypt or Jordan or Lebanon or 2 others."
