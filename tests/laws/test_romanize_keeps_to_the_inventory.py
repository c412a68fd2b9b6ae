"""Romanize writes no letter outside a standard's inventory, but what passed through unchanged."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import arabic_names, texts
from nisba.translit.inventory import letters_outside
from nisba.translit.romanize import romanize
from nisba.translit.schemes import load_scheme, scheme_ids

SCHEMES = [ident for ident in scheme_ids() if load_scheme(ident).kind == "sounds"]


@pytest.mark.parametrize("ident", SCHEMES)
@given(name=arabic_names())
def test_a_name_has_letters_of_the_inventory_alone(ident: str, name: str) -> None:
    """An Arabic name becomes letters of the standard, and nothing is left out of it."""
    found = romanize(name, ident, detail=True)
    assert letters_outside(load_scheme(ident), found.text) == ()
    assert found.notes == ()


@given(text=texts(), ident=st.sampled_from(SCHEMES))
def test_other_letters_come_from_the_input(text: str, ident: str) -> None:
    """Whatever else is in the output stood in the input, or is the Latin sign of an Arabic one."""
    found = romanize(text, ident)
    strange = "".join(letters_outside(load_scheme(ident), found))
    allowed = unicodedata.normalize("NFKD", text.casefold()) + "0123456789,;?%.- "
    assert set(unicodedata.normalize("NFKD", strange)) <= set(allowed)
