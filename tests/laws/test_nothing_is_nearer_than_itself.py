"""Law: a name compares best with itself: no other spelling gives more bits. No exceptions."""

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near
from nisba import compare

# Sums of the same bits in another order may differ in their last digit.
ROUNDING = 1e-9


@given(st.data(), names())
def test_no_near_name_says_more(data: st.DataObject, name: str) -> None:
    """A name that resembles it gives at most the bits of the name itself."""
    other = data.draw(near(name))
    assert compare(name, name).bits >= compare(name, other).bits - ROUNDING


@given(names(), names())
def test_no_other_name_says_more(name: str, other: str) -> None:
    """Any other name gives at most the bits of the name itself."""
    assert compare(name, name).bits >= compare(name, other).bits - ROUNDING
