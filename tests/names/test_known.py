"""Facts about parts that are known whatever stands beside them."""

import pytest

from nisba.names import parse
from nisba.names.known import known_parts


@pytest.mark.parametrize(
    "name", ["Mustafa al-Kadhimi", "Omar Bin Laden", "Abdulrahman El Arabi", "Abu Bakr Hasan"]
)
def test_parts_that_no_neighbour_changes_are_known(name: str) -> None:
    """A word with its marks is the same part beside any other."""
    assert known_parts(name) == parse(name).parts


@pytest.mark.parametrize(
    "name",
    [
        "Nur al-Din",
        "Hossein Zadeh",
        "Sheikh Ahmed",
        "Mohd Ali",
        "Hasan, Ali",
        "Ali (archive)",
        "Ali  Hasan",
        "Rahman Abdul",
        "",
    ],
)
def test_where_neighbours_tell_the_rules_are_asked(name: str) -> None:
    """Second halves, titles, commas, brackets and marks at the end take more than one part."""
    assert known_parts(name) is None


def test_only_the_first_of_several_is_given_by_its_place() -> None:
    """An unknown word is a given name where it opens a name of two, and nothing by itself."""
    assert [part.kind.value for part in parse("Xarysb Xarysb").parts] == ["ism", "name"]
    assert [part.kind.value for part in parse("Xarysb").parts] == ["name"]


def test_a_long_word_is_not_kept() -> None:
    """What is no name shall not fill the memory."""
    assert known_parts("k" * 65) is None
    assert len(parse("k" * 65).parts) == 1
