"""Facts about a comparison taken apart."""

import pytest

from nisba import compare
from nisba.match import reasons
from nisba.match.reasons import reasons_of
from nisba.match.types import SEEN
from nisba.match.words import has_words, stands_beside, words

FACTS = ("birth_year", "country", "gender")


@pytest.mark.parametrize("quantity", [*SEEN, *FACTS, "nothing_answered"])
def test_every_quantity_has_words(quantity: str) -> None:
    """Whatever is weighed has words of its own, in `nisba.match.words`."""
    assert has_words(quantity)
    assert "_" not in words(quantity, 1.0)
    assert "_" not in words(quantity, -1.0)


def test_a_quantity_without_words_is_shown_by_its_name() -> None:
    """What nobody put into words does not stop an explanation."""
    assert not has_words("shoe_size")
    assert words("shoe_size", 1.0) == "shoe size"
    assert stands_beside("shoe_size")


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_told_by_its_sign(fact: str) -> None:
    """The same fact speaks for or against in other words."""
    assert words(fact, 2.0) != words(fact, -2.0)


def test_pairs_stand_in_the_order_of_the_left_name() -> None:
    """A contradiction stands where its part stands, not behind what answers."""
    found = reasons_of(compare("Hassan Nasrallah", "Hussein Nasrallah"))
    assert [(p.left, p.answers) for p in found.pairs] == [("Hassan", False), ("Nasrallah", True)]


def test_a_contradiction_tells_how_far_it_is() -> None:
    """Hassan and Hussein are nearer each other than Hassan and Trump, and both are apart."""
    near = reasons_of(compare("Hassan Nasrallah", "Hussein Nasrallah")).pairs[0]
    far = reasons_of(compare("Hassan Nasrallah", "Trump Nasrallah")).pairs[0]
    assert not near.answers
    assert not far.answers
    assert 0 > near.bits > far.bits


def test_a_compound_is_shown_as_it_was_cut() -> None:
    """The units of Nasrallah are those of its core, and the cut is told."""
    (found,) = reasons_of(compare("Nasrallah", "Nasr Allah")).pairs
    assert found.joined == "nasr + allah"
    assert "".join(unit.left for unit in found.units) == "nasr"


def test_an_initial_has_no_letters_to_tell() -> None:
    """M. answers Mahmoud by its first letter alone, not letter by letter."""
    first = reasons_of(compare("M. Ahmed", "Mahmoud Ahmed")).pairs[0]
    assert (first.left, first.right, first.units) == ("M", "Mahmoud", ())
    assert first.whole == first.bits


def test_titles_stand_aside() -> None:
    """A title is shown, and weighs nothing."""
    found = reasons_of(compare("Dr. Ali Hasan", "Ali Hasan"))
    assert [(m.part.text, m.role) for m in found.aside] == [("Dr", "title")]
    assert found.missing == ()


def test_a_book_is_counted_not_listed() -> None:
    """Of the parts behind the longest name compared, twelve are shown and the others counted."""
    found = reasons_of(compare("Ali Hasan " * 500, "Ali Hasan"))
    shown = len(found.missing) + len(found.aside) + sum(p.answers for p in found.pairs)
    assert len(found.aside) == 12
    assert shown + found.uncounted == 1_000


def test_compiled_loops_tell_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has told much tells on with compiled loops, to the last bit."""
    pairs = [("Mustafa al-Kadhimi", "مصطفى الكاظمي"), ("Ali Ghasemi", "Ali Ghaeemi")]
    told = [compare(*pair).as_dict() for pair in pairs]
    monkeypatch.setattr(reasons, "_PATIENCE", -1)
    assert [compare(*pair).as_dict() for pair in pairs] == told
