"""Law: the same part added to both names never lowers the bits.

The part is added behind. Licensed exception: it must be added as a part, and leave the others as
they are. Behind a heading (`Kazemi, Mustafa al-`) or a head without its core it would become
something else.
"""

from hypothesis import assume, given
from hypothesis import strategies as st

from laws.strategies import (
    BARE_FAMILIES,
    FAMILIES,
    FAMILIES_ARABIC,
    GIVEN,
    GIVEN_ARABIC,
    names,
    near,
)
from nisba import compare, parse

ROUNDING = 1e-9


def _shared() -> st.SearchStrategy[str]:
    article = st.builds("al-{}".format, st.sampled_from(FAMILIES))
    words = st.sampled_from((*GIVEN, *BARE_FAMILIES, *GIVEN_ARABIC, *FAMILIES_ARABIC))
    return st.one_of(article, words)


def _adds(name: str, part: str) -> bool:
    """Whether the part stands behind the same parts as before, and is one."""
    before, after = (
        [(p.core, p.head, p.tail, p.filiation) for p in parse(text).parts]
        for text in (name, f"{name} {part}")
    )
    return after[:-1] == before


def _check(left: str, right: str, part: str) -> None:
    assume(_adds(left, part) and _adds(right, part))
    before = compare(left, right)
    after = compare(f"{left} {part}", f"{right} {part}")
    assert after.bits >= before.bits - ROUNDING


@given(st.data(), names(), _shared())
def test_a_part_added_to_near_names_adds(data: st.DataObject, name: str, part: str) -> None:
    """Two names that resemble each other."""
    _check(name, data.draw(near(name)), part)


@given(names(), names(), _shared())
def test_a_part_added_to_any_names_adds(left: str, right: str, part: str) -> None:
    """Two names of any script."""
    _check(left, right, part)
