"""Law: facts that contradict never speak for one bearer, facts that agree never against, and no
fact speaks for two names of which no part answers the other. Birth years contradict when they lie
two years apart or more: one year off is a slip or a calendar."""

from hypothesis import given

from laws.known import facts
from laws.strategies import names
from nisba import Facts, compare
from nisba.match import Comparison


def _bits(comparison: Comparison) -> dict[str, float]:
    return {quantity: bits for quantity, _, bits in comparison.weighed}


@given(names(), facts(), facts())
def test_contradictions_speak_against(name: str, one: Facts, other: Facts) -> None:
    """Of one name, with facts that differ."""
    said = _bits(compare(name, name, left_facts=one, right_facts=other))
    if one.born and other.born and one.born.gap(other.born) > 1:
        assert said["birth_year"] < 0
    if one.countries and other.countries and not one.countries & other.countries:
        assert said["country"] <= 0
    if one.gender and other.gender and one.gender is not other.gender:
        assert said["gender"] < 0


@given(names(), facts())
def test_what_is_equal_never_speaks_against(name: str, known: Facts) -> None:
    """Of one name, with the same facts on both sides."""
    said = _bits(compare(name, name, left_facts=known, right_facts=known))
    assert all(said[field] >= 0 for field in ("birth_year", "country", "gender") if field in said)


@given(names(), names(), facts(), facts())
def test_facts_make_no_name_answer(left: str, right: str, one: Facts, other: Facts) -> None:
    """Where no part of one name answers the other, facts can only speak against."""
    told = compare(left, right, left_facts=one, right_facts=other)
    if not told.answered:
        assert told.bits <= compare(left, right).bits
