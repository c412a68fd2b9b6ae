"""Law: cleaning twice is cleaning once, and so is folding; folding only coarsens."""

from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, noisy, texts
from nisba.text import Folding, clean, fold, one_sign
from nisba.text.clean import is_clean

FLAGS = st.lists(st.sampled_from(list(Folding)), max_size=4).map(
    lambda chosen: reduce(or_, chosen, Folding(0))
)


@given(texts())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A clean text stays as it is."""
    once = clean(text)
    assert clean(once) == once
    assert is_clean(once)


@given(texts())
def test_signs_become_one_once(text: str) -> None:
    """Bringing signs to one apostrophe twice changes nothing more."""
    assert one_sign(one_sign(text)) == one_sign(text)


@given(texts().map(clean), FLAGS)
def test_folding_twice_is_folding_once(text: str, flags: Folding) -> None:
    """A folded text stays as it is under the same flags."""
    once = fold(text, flags)
    assert fold(once, flags) == once


@given(texts().map(clean), FLAGS, FLAGS)
def test_more_flags_only_coarsen(text: str, some: Folding, more: Folding) -> None:
    """Folding under more flags can start from the text folded under some, so equals stay equal."""
    assert fold(fold(text, some), some | more) == fold(text, some | more)


@given(st.data(), names())
def test_noise_is_cleaned_or_folded_away(data: st.DataObject, name: str) -> None:
    """Tatweel, direction marks, case and sign style vanish under cleaning and all foldings."""
    other = data.draw(noisy(name))
    letters = str.maketrans("", "", " -")
    whole = fold(clean(name)).translate(letters).replace("al", "")
    assert fold(clean(other)).translate(letters).replace("al", "") == whole
