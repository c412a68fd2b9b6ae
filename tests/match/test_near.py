"""Facts about near misses: parts that contradict each other, and yet look alike."""

from collections.abc import Sequence

import pytest

from nisba.match.desk import MOST_LOOSE, desk
from nisba.match.evidence import Weigher
from nisba.match.near import near_misses
from nisba.match.prepare import Ear
from nisba.match.types import Content
from nisba.sounds.model import load_model


def near(left: str, right: str) -> tuple[float, float]:
    """Likeness of the parts of two names, by letters and by consonants."""
    ear = Ear(load_model())
    return misses(ear.prepare(left).contents, ear.prepare(right).contents)


def misses(left: Sequence[Content], right: Sequence[Content]) -> tuple[float, float]:
    """Likeness of parts."""
    weigher, ear = Weigher(load_model()), Ear(load_model())
    room = desk(0)
    for side, loose in ((left, room.loose_left), (right, room.loose_right)):
        numbers = weigher.store.rows(side, ear)[:MOST_LOOSE]
        loose[: len(numbers)] = numbers
    sizes = (min(len(side), MOST_LOOSE) for side in (left, right))
    return near_misses(weigher.balance(), room, *sizes)


@pytest.mark.parametrize(
    ("left", "right"), [("Hassan", "Hussein"), ("Muhammad", "Mahmoud"), ("Ahmad", "Hamid")]
)
def test_common_names_are_no_slip_of_each_other(left: str, right: str) -> None:
    """Hassan and Hussein look alike because both are common: next to nothing is near."""
    assert max(near(left, right)) < 0.1


def test_a_rare_name_is_seldom_misspelled_as_another() -> None:
    """Droukdel and Durikdal share their consonants, and hardly their letters."""
    letters, bones = near("Droukdel", "Durikdal")
    assert bones == 1.0
    assert 0.0 < letters < bones


def test_one_letter_is_mistaken() -> None:
    """Ghasemi and Ghaeemi are nearer by letters than by consonants: one of them was lost."""
    letters, bones = near("Ghasemi", "Ghaeemi")
    assert letters > bones > 0.0


def test_a_rare_name_beside_itself_is_nearest() -> None:
    """Equal letters of a rare name are 1, by letters and by consonants."""
    assert near("Batirashvili", "Batirashvili") == (1.0, 1.0)


def test_other_names_are_not_near() -> None:
    """Names without a likeness are 0, however rare."""
    assert near("Droukdel", "Robespierre") == (0.0, 0.0)


@pytest.mark.parametrize("other", ["دوركدال", "دروكدال"])
def test_consonants_are_compared_in_two_scripts(other: str) -> None:
    """Letters are compared within one script, consonants from script to script."""
    letters, bones = near("Droukdel", other)
    assert letters == 0.0
    assert bones == 1.0


def test_letters_are_compared_in_arabic_too() -> None:
    """Two Arabic spellings have letters to compare."""
    assert near("دروكدال", "دوركدال")[0] > 0.5


def test_an_initial_looks_like_nothing() -> None:
    """D. is no misspelling of Droukdel."""
    assert near("D. Robespierre", "Droukdel") == (0.0, 0.0)


def test_vowels_have_no_consonants_to_compare() -> None:
    """Names of vowels and weak letters alone have no skeleton, and no near one."""
    assert near("Oueiya", "Aiouya")[1] == 0.0


def test_each_part_is_near_once() -> None:
    """Two near misses in two orders add up, and no part counts twice."""
    one, two = near("Batirashvili", "Bairashvili"), near("Droukdel", "Durikdal")
    both = near("Batirashvili Droukdel", "Durikdal Bairashvili")
    assert both == pytest.approx((one[0] + two[0], one[1] + two[1]))
    assert near("Batirashvili Batirashvili", "Batirashvili") == (1.0, 1.0)


def test_either_side_may_stand_first() -> None:
    """Nearness has no direction."""
    assert near("Ghasemi Droukdel", "Durikdal Ghaeemi") == near(
        "Durikdal Ghaeemi", "Ghasemi Droukdel"
    )


def test_a_text_is_looked_at_in_part() -> None:
    """Of a hundred parts the first eight are compared: at most eight can be near."""
    contents = Ear(load_model()).prepare("Batirashvili").contents * 100
    assert misses(contents, contents) == (8.0, 8.0)


def test_nothing_is_near_nothing() -> None:
    """Without parts nothing is near."""
    assert misses([], []) == (0.0, 0.0)
