"""Law: a scholarly standard of sounds reads what it wrote; converting to itself changes nothing.

It holds for standards that tell the long vowels of names from short ones. IJMES, whose ā is for
technical terms alone, and ODNI drop the signs, so that two names may look alike; that is their
licence.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laws.elements import Element, elements, with_article
from nisba.translit.convert import convert
from nisba.translit.read_back import read_back
from nisba.translit.romanize import romanize
from nisba.translit.scheme_types import Scheme
from nisba.translit.schemes import load_scheme, scheme_ids

SCHEMES = [
    s
    for s in map(load_scheme, scheme_ids())
    if s.kind == "sounds" and "ā" in s.inventory and s.id != "ijmes"
]
GIVEN = st.sampled_from(elements("given"))
NISBAS = st.sampled_from(elements("nisba")).map(with_article)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
@given(first=GIVEN, last=NISBAS)
@settings(max_examples=30)
def test_a_standard_reads_what_it_wrote(scheme: Scheme, first: Element, last: Element) -> None:
    """A given name and a nisba in a standard come back as Arabic that it writes the same way."""
    latin = romanize(f"{first.vocalised} {last.vocalised}", scheme.id)
    assert read_back(latin, scheme).exact
    assert convert(latin, scheme.id, scheme.id) == latin
