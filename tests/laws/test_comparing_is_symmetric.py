"""Law: comparing is symmetric. Bits, probability, verdict and the parts that answer are the same,
whichever name stands first. No exceptions."""

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near, texts
from nisba import compare


def _check(left: str, right: str) -> None:
    there, back = compare(left, right), compare(right, left)
    assert there.bits == back.bits
    assert there.probability == back.probability
    assert there.verdict is back.verdict
    assert there.unanswered_left == back.unanswered_right
    assert there.unanswered_right == back.unanswered_left
    forth = {(left, right) for left, right, _ in there.answered}
    assert forth == {(left, right) for right, left, _ in back.answered}


@given(st.data(), names())
def test_near_names_compare_alike_both_ways(data: st.DataObject, name: str) -> None:
    """A name and one that resembles it."""
    _check(name, data.draw(near(name)))


@given(names(), names())
def test_any_names_compare_alike_both_ways(left: str, right: str) -> None:
    """Two names of any script."""
    _check(left, right)


@given(texts(), names())
def test_hostile_text_compares_alike_both_ways(text: str, name: str) -> None:
    """A name and a text that is none."""
    _check(text, name)
