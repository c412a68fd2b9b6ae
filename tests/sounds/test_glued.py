"""Facts about one word that holds two spellings: each half is heard beside its own."""

import pytest

from nisba.sounds.glued import halves
from nisba.sounds.model import load_model
from nisba.sounds.pairs import Spelling
from nisba.text.scripts import Script

MODEL = load_model()
MOST = 30.0
LEAST = 0.1


def heard(word: str) -> Spelling:
    """A word as the loops take it."""
    return MODEL.hear(word, Script.LATIN if word.isascii() else Script.ARABIC).spelling


def bits(one: str, other: str, whole: str, shared: bool = False) -> tuple[float, float]:
    """The bits of two words beside the halves of a third."""
    x, y, z = (heard(word) for word in (one, other, whole))
    return halves(MODEL.beliefs(), x, y, z, MOST, MOST, LEAST, shared)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("ali", "reza", "alireza"),
        ("mohammad", "ali", "mohamadali"),
        ("علي", "رضا", "علیرضا"),
        ("mohammad", "ali", "محمدعلي"),
        ("محمد", "علي", "mohammadali"),
    ],
)
def test_both_halves_answer(one: str, other: str, whole: str) -> None:
    """A compound in one word and in two answers half by half, in one script and across."""
    assert min(bits(one, other, whole)) > 4.0


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("منصور", "رانا", "mansourian"),  # a family name, whose end is no word
        ("taha", "trabelsi", "طرابلسي"),  # the family name alone
        ("faisal", "ibrahim", "khaledibrahim"),  # another given name
    ],
)
def test_a_half_that_is_something_else_says_so(one: str, other: str, whole: str) -> None:
    """One half that answers well does not carry the other."""
    assert bits(one, other, whole) == (0.0, 0.0)


def test_a_word_too_short_is_not_cut() -> None:
    """One letter has no halves, and an empty spelling is no half."""
    assert bits("ali", "reza", "a") == (0.0, 0.0)
    assert bits("", "reza", "alireza") == (0.0, 0.0)


def test_what_a_half_says_is_bounded() -> None:
    """No half says more than its part can say by itself."""
    x, y, z = map(heard, ("ali", "reza", "alireza"))
    assert halves(MODEL.beliefs(), x, y, z, 3.0, 2.0, LEAST, False) == (3.0, 2.0)


def test_one_letter_may_be_shared() -> None:
    """Shah Rukh and Khan written as one have one kh, which belongs to both."""
    for words in (("sharukh", "khan", "sharukhan"), ("شاروخ", "خان", "شاروخان")):
        apart, shared = bits(*words), bits(*words, shared=True)
        assert min(shared) > min(apart)
        assert min(shared) > 4.0
