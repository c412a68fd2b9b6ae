"""Errors in names: a law for all, and a fact for each kind."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scale.slips import dropped, glued, shortened, slipped, swapped, typed
from laws.strategies import arabic_names, latin_names

CHANCE = random.Random(0)


@given(
    st.one_of(latin_names(), arabic_names()).map(str.split).filter(bool),
    st.integers(0, 3),
    st.integers(),
)
def test_errors_are_counted(parts: list[str], count: int, seed: int) -> None:
    """No more errors are made than asked for, none leaves a name the same, and no part is empty."""
    after, made = slipped(parts, count, random.Random(seed))
    assert 0 <= made <= count
    assert made or after == parts
    assert after
    assert all(after)


def test_a_dropped_part_is_never_the_given_name() -> None:
    """Of three parts the first stays; of two none is dropped."""
    kept = {tuple(dropped(["Ali", "Hassan", "Masri"], CHANCE)) for _ in range(40)}
    assert kept == {("Ali", "Hassan"), ("Ali", "Masri")}
    assert dropped(["Ali", "Masri"], CHANCE) == ["Ali", "Masri"]


def test_a_swapped_name_begins_with_its_last_part() -> None:
    """The last part comes first, with a comma or without; the others keep their order."""
    found = {tuple(swapped(["Ali", "Hassan", "Masri"], CHANCE)) for _ in range(40)}
    assert found == {("Masri,", "Ali", "Hassan"), ("Masri", "Ali", "Hassan")}


@pytest.mark.parametrize(
    ("parts", "after"),
    [
        (["Abd al-Rahman", "Ali"], ["Abdalrahman", "Ali"]),
        (["Ali", "El-Masri"], ["Ali", "Elmasri"]),
        (["Ali", "Masri"], ["Ali", "Masri"]),
    ],
)
def test_a_compound_is_glued(parts: list[str], after: list[str]) -> None:
    """Its words become one; two plain parts stay apart."""
    assert glued(parts, CHANCE) == after


def test_a_typing_slip_keeps_short_parts_and_first_letters() -> None:
    """A slip is one letter more or less or another, behind the first; three letters are kept."""
    assert typed(["Ali"], CHANCE) == ["Ali"]
    for _ in range(60):
        (word,) = typed(["Mustafa"], CHANCE)
        assert word[0] == "M"
        assert abs(len(word) - len("Mustafa")) <= 1


def test_an_initial_stands_for_a_given_name() -> None:
    """The last part is never shortened, an Arabic one neither."""
    found = {tuple(shortened(["Mustafa", "Masri"], CHANCE)) for _ in range(40)}
    assert found == {("M.", "Masri"), ("M", "Masri")}
    assert shortened(["مصطفى", "المصري"], CHANCE) == ["مصطفى", "المصري"]
