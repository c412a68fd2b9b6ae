"""Law: what is not known costs nothing. A comparison without facts is the comparison of the names,
and a field that one side lacks gives 0 bits. Exception: a nisba stands for a missing country and a
given name for a missing gender, where the other side has the field."""

from hypothesis import given

from laws.known import facts
from laws.strategies import names
from nisba import Facts, compare
from nisba.match import Comparison

_STANDING_IN = {"nisba_country", "gender_of_name"}
_FIELDS = {"birth_year", "country", "gender"}


def _facts_weighed(comparison: Comparison) -> set[str]:
    return {q for q, _, _ in comparison.weighed} & (_FIELDS | _STANDING_IN)


@given(names(), names())
def test_no_facts_are_no_evidence(left: str, right: str) -> None:
    """Facts that say nothing change nothing."""
    plain = compare(left, right)
    assert compare(left, right, left_facts=Facts(), right_facts=Facts()) == plain


@given(names(), names(), facts())
def test_facts_of_one_side_meet_no_field(left: str, right: str, known: Facts) -> None:
    """One side's facts, against a side of which nothing is known."""
    plain, told = compare(left, right), compare(left, right, left_facts=known)
    assert _facts_weighed(told) <= _STANDING_IN
    if not _facts_weighed(told):
        assert (told.bits, told.probability) == (plain.bits, plain.probability)


@given(names(), facts())
def test_a_birth_year_alone_is_no_evidence(name: str, known: Facts) -> None:
    """A year has no stand-in."""
    year = Facts(born=known.born)
    plain = compare(name, name)
    assert compare(name, name, right_facts=year).bits == plain.bits
    assert compare(name, name, left_facts=year).probability == plain.probability


@given(names(), facts())
def test_each_missing_field_is_silent(name: str, known: Facts) -> None:
    """Of each field, nothing is weighed unless both sides have it."""
    other = Facts(born=known.born)
    told = compare(name, name, left_facts=known, right_facts=other)
    assert _facts_weighed(told) - _STANDING_IN <= {"birth_year"}
