"""Law: ranked candidates are shares of one whole: they fall, sum to 1 at most, and differ."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from laws.strategies import names, texts
from nisba.translit.arabize import arabize
from nisba.translit.spellings import spellings
from nisba.translit.types import Candidate
from nisba.translit.vocalize import vocalize

PROPOSERS: list[Callable[[str], tuple[Candidate, ...]]] = [vocalize, arabize, spellings]


def are_shares(found: tuple[Candidate, ...]) -> bool:
    """Whether the probabilities fall and sum to 1 at most, and no text comes twice."""
    chances = [c.probability for c in found]
    return (
        chances == sorted(chances, reverse=True)
        and min(chances, default=0.0) >= 0.0
        and sum(chances) <= 1.0 + 1e-9
        and len({c.text for c in found}) == len(found)
    )


@pytest.mark.parametrize("propose", PROPOSERS, ids=lambda f: f.__name__)
@given(names())
@settings(max_examples=60)
def test_candidates_of_a_name_are_shares(
    propose: Callable[[str], tuple[Candidate, ...]], name: str
) -> None:
    """Whatever is proposed for a name is a distribution, and something is proposed."""
    found = propose(name)
    assert found
    assert are_shares(found)


@pytest.mark.parametrize("propose", PROPOSERS, ids=lambda f: f.__name__)
@given(texts())
@settings(max_examples=60)
def test_candidates_of_any_text_are_shares(
    propose: Callable[[str], tuple[Candidate, ...]], text: str
) -> None:
    """Hostile strings raise nothing, and get a distribution too."""
    assert are_shares(propose(text))


@given(names())
@settings(max_examples=40)
def test_asking_twice_gives_the_same(name: str) -> None:
    """The answers depend on the name alone."""
    assert arabize(name) == arabize(name)
    assert spellings(name, "egypt") == spellings(name, "egypt")
