"""Law: facts weigh the same whichever side stands first. No exceptions."""

from hypothesis import given

from laws.known import facts
from laws.strategies import names
from nisba import Facts, compare


@given(names(), names(), facts(), facts())
def test_facts_weigh_the_same_both_ways(left: str, right: str, one: Facts, other: Facts) -> None:
    """Bits, probability and verdict of two names with facts, and what each fact gives."""
    there = compare(left, right, left_facts=one, right_facts=other)
    back = compare(right, left, left_facts=other, right_facts=one)
    assert there.bits == back.bits
    assert there.probability == back.probability
    assert there.verdict is back.verdict
    assert there.weighed == back.weighed
