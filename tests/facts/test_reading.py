"""Facts about facts: what is known, what is not, and what could not be read."""

import pickle

import pytest

from nisba.facts import FactColumns, Facts, Gender, Unreadable, Years, facts_of, read_facts


def test_all_fields_are_read() -> None:
    """A year, countries and a gender, as people write them."""
    found = facts_of(birth_year="c. 1967", country="Iraqi", gender="M")
    assert found == Facts(Years(1965, 1969), frozenset({"IQ"}), Gender.MALE)


@pytest.mark.parametrize("nothing", [None, "", "  ", "-", "?", "unknown", "N/A", "غير معروف"])
def test_what_is_not_known_says_nothing(nothing: str | None) -> None:
    """An empty field, and a word for it, is no fact and no fault."""
    assert facts_of(birth_year=nothing, country=nothing, gender=nothing) == Facts()
    assert not Facts()


def test_a_missing_number_is_not_known() -> None:
    """The number that pandas sets for a missing one is no year and no fault."""
    assert facts_of(birth_year=float("nan")) == Facts()


@pytest.mark.parametrize("word", ["female", "F", "Woman", "أنثى", "انثى", "féminin"])
def test_a_gender_is_a_word_of_three_languages(word: str) -> None:
    """Words and first letters, in English, French and Arabic."""
    assert facts_of(gender=word).gender is Gender.FEMALE


@pytest.mark.parametrize("word", ["x", "1", "2", "man/woman", "m" * 10_000])
def test_another_gender_is_refused(word: str) -> None:
    """Numbers mean one thing in one table and another in the next."""
    with pytest.raises(ValueError, match="write male or female"):
        facts_of(gender=word)


def test_the_error_names_every_field() -> None:
    """All that is wrong is said at once."""
    with pytest.raises(ValueError, match=r"birth year '67'.*country 'Atlantis'.*gender 'x'"):
        facts_of(birth_year="67", country="Atlantis", gender="x")


def test_what_can_be_read_is_kept() -> None:
    """A faulty field leaves the others as they are."""
    facts, unread = read_facts(birth_year="67", country="IQ", gender="x")
    assert facts == Facts(countries=frozenset({"IQ"}))
    assert [(fault.field, fault.value) for fault in unread] == [
        ("birth year", "67"),
        ("gender", "x"),
    ]


def test_a_fault_crosses_a_process() -> None:
    """The exception keeps its three parts when it is pickled."""
    fault = pickle.loads(pickle.dumps(Unreadable("gender", "x", "write male or female")))
    assert (fault.field, fault.value, fault.advice) == ("gender", "x", "write male or female")


@pytest.mark.parametrize("bad", ["iq", "IRQ", "", "Iraq"])
def test_made_by_hand_a_code_is_a_code(bad: str) -> None:
    """`Facts` takes codes alone, and says so."""
    with pytest.raises(ValueError, match="two capitals"):
        Facts(countries=frozenset({bad}))


@pytest.mark.parametrize(("first", "last"), [(1968, 1967), (0, 1), (1, 10_000)])
def test_years_run_forward(first: int, last: int) -> None:
    """An interval ends where it begins, or later."""
    with pytest.raises(ValueError, match="first to last"):
        Years(first, last)


def test_two_records_of_one_person_are_joined() -> None:
    """Years span both, countries are united, and a gender in dispute is not known."""
    one = facts_of(birth_year=1967, country="IQ", gender="m")
    other = facts_of(birth_year=1969, country="GB", gender="f")
    assert one.joined(other) == Facts(Years(1967, 1969), frozenset({"IQ", "GB"}))
    assert one.joined(Facts()) == Facts().joined(one) == one


def test_columns_that_are_not_there_say_nothing() -> None:
    """A table without any such column gives no facts; one column may serve two fields."""
    assert FactColumns().read({"name": "Ali"}) == (Facts(), ())
    assert FactColumns(birth_year="x", country="x").names == ("x",)
