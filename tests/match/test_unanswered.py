"""Facts about the parts that no other answers: their roles, contradictions, what is missing."""

import pytest

from nisba import compare, parse
from nisba.match.unanswered import role_of, unanswered


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Dr. Ali Abdullah Saleh", ["title", "given name", "father's name", "last name"]),
        ("Saleh, Ali Abdullah", ["given name", "father's name", "last name"]),
        (
            "Muhammad bin Salman bin Abdulaziz Al Saud",
            ["given name", "father's name", "forefather's name", "family name"],
        ),
        ("Abu Bakr al-Baghdadi", ["kunya", "family name"]),
        ("Abd al-Majid Hasan", ["given name", "last name"]),
        ("Umar al-Faruq Ali al-Zaydi", ["given name", "epithet", "father's name", "family name"]),
        ("Joe Robinette Biden", ["given name", "middle name", "last name"]),
        ("M. Ahmed", ["initial", "last name"]),
        ("Hussein", ["name"]),
        ("al-Kadhimi", ["family name"]),
    ],
)
def test_roles_are_plain_words(name: str, roles: list[str]) -> None:
    """Each part has its role in its name, whatever the order it was written in."""
    parsed = parse(name)
    assert [role_of(part, parsed) for part in parsed.parts] == roles


def test_initials_read_as_one_word_are_a_name() -> None:
    """U.N. is compared as one word, which is no part of the parsed name."""
    ((left, _, _),) = compare("U.N.", "UN").answered
    assert role_of(left[0], compare("U.N.", "UN").left) == "name"


def test_parts_of_one_role_contradict_each_other() -> None:
    """Given name stands against given name, last name against last name."""
    found, missing = unanswered(compare("Donald Trump", "Saddam Hussein"))
    assert [(c.left.text, c.right.text) for c in found] == [
        ("Donald", "Saddam"),
        ("Trump", "Hussein"),
    ]
    assert missing == ()


def test_the_family_stands_against_the_family() -> None:
    """A family name contradicts the other family name, not a father's; the father is missing."""
    found, missing = unanswered(compare("Muhammad Zayd al-Houthi", "Muhammad al-Jabarti"))
    assert [(c.left.text, c.right.text) for c in found] == [("al-Houthi", "al-Jabarti")]
    assert [(m.side, m.part.text, m.role) for m in missing] == [("left", "Zayd", "father's name")]


def test_each_unanswered_part_stands_once() -> None:
    """Contradictions and missing parts together are the parts that are not answered."""
    comparison = compare("Umar Zayd Bakr al-Houthi", "Ali Fatima")
    found, missing = unanswered(comparison)
    left = [c.left for c in found] + [m.part for m in missing if m.side == "left"]
    right = [c.right for c in found] + [m.part for m in missing if m.side == "right"]
    assert sorted(p.start for p in left) == [p.start for p in comparison.unanswered_left]
    assert sorted(p.start for p in right) == [p.start for p in comparison.unanswered_right]
