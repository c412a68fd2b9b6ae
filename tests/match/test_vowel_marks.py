"""Facts about vowel marks between two names: what one side leaves out is no difference."""

import pytest

from nisba import Verdict, compare


def exact(left: str, right: str) -> bool:
    """Whether two names count as the same letters."""
    return any(name == "exact" for name, _, _ in compare(left, right).weighed)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("محمد", "مُحَمَّد"),
        ("محمّد", "مُحَمَّد"),
        ("عبد الرحمن", "عَبد الرَّحمَٰن"),
    ],
)
def test_vowels_that_one_side_leaves_out_leave_the_letters_equal(left: str, right: str) -> None:
    """A listed name is found as it is listed, with its vowels or without, to half a bit."""
    assert exact(left, right)
    assert compare(left, right).bits == pytest.approx(compare(left, left).bits, abs=0.5)


def test_other_vowels_are_other_letters() -> None:
    """Hasan and Husn are two words, though their letters are the same."""
    assert not exact("حَسَن", "حُسن")


@pytest.mark.parametrize(
    ("left", "right"),
    [("هَٰرُون", "هارون"), ("عَبد الرَّحمَٰن", "عبد الرحمان")],
)
def test_a_dagger_alif_stands_for_an_alif_or_for_none(left: str, right: str) -> None:
    """Harun is written with a dagger in the Quran, and with an alif in the press."""
    assert compare(left, right).verdict is Verdict.SAME
