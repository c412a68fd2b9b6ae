"""Law: a reversible scheme gives back every string of its alphabet, in its normal form.

The alphabet is what `alphabet_of` names: rules marked `one-way` are licensed exceptions, and say
so in the table. Spaces and line ends stand between words, and come back too.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.translit.letters import alphabet_of, decode, encode
from nisba.translit.scheme_types import Scheme
from nisba.translit.schemes import load_scheme, scheme_ids

REVERSIBLE = [s for s in map(load_scheme, scheme_ids()) if s.reversible]


@pytest.mark.parametrize("scheme", REVERSIBLE, ids=lambda s: s.id)
@given(data=st.data())
def test_a_reversible_scheme_gives_the_arabic_back(scheme: Scheme, data: st.DataObject) -> None:
    """Encoding and decoding again is the string in NFC, whatever the order of its marks."""
    signs = st.sampled_from([*alphabet_of(scheme), " ", "\n"])
    text = data.draw(st.lists(signs, max_size=40).map("".join))
    assert decode(encode(text, scheme).text, scheme) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("scheme", REVERSIBLE, ids=lambda s: s.id)
@given(data=st.data())
def test_normal_forms_are_written_alike(scheme: Scheme, data: st.DataObject) -> None:
    """Composed and decomposed Arabic give the same signs."""
    text = data.draw(st.lists(st.sampled_from(alphabet_of(scheme)), max_size=40).map("".join))
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert encode(composed, scheme).text == encode(apart, scheme).text
