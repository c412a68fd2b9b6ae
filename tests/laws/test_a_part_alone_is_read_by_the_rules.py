"""Law: parts that stand alone are known at once, and are what the rules make of them."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import BARE_FAMILIES, FAMILIES, GIVEN, names, texts
from nisba.names import parse
from nisba.names.lexicon import lexicon
from nisba.names.titles import titles

_MARKS = [*lexicon().article, *lexicon().filiation, *lexicon().head, *lexicon().filiation_after]
_HALVES = [*lexicon().tail, *lexicon().given_prefix, *lexicon().house, *lexicon().house_of]
_RANKS = [word for title in titles() for word in title]
_WORDS = st.sampled_from([*GIVEN, *FAMILIES, *BARE_FAMILIES]) | st.sampled_from(
    sorted({*_MARKS, *_HALVES, *_RANKS, "bel", "uddin", "Abdulrahman", "Benali", "d'", "a.", "-"})
)


@given(names() | texts() | st.lists(_WORDS, max_size=6).map(" ".join))
def test_the_short_way_leads_to_the_same_parts(text: str) -> None:
    """A name is the same if no part of it is taken for one that stands alone."""
    found = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("nisba.names.parse"), "known_parts", lambda _: None)
        assert parse(text) == found
