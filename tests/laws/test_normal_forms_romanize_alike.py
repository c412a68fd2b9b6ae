"""A text in NFC and the same text in NFD are romanized alike in every standard of sounds."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import arabic_names
from nisba.translit.romanize import romanize
from nisba.translit.schemes import load_scheme, scheme_ids

SCHEMES = [ident for ident in scheme_ids() if load_scheme(ident).kind == "sounds"]
_MARKS = "\u064e\u064f\u0650\u0651\u0652\u064b\u0670\u0653\u0654"


@st.composite
def _marked(draw: st.DrawFn) -> str:
    """A name with marks strewn over it, sensible or not."""
    name = draw(arabic_names())
    return "".join(
        char + draw(st.text(alphabet=_MARKS, max_size=2)) if "\u0620" <= char <= "\u064a" else char
        for char in name
    )


@given(name=_marked(), ident=st.sampled_from(SCHEMES))
def test_normal_forms_romanize_alike(name: str, ident: str) -> None:
    """Composed or decomposed, with the marks of a letter in canonical order: one romanization."""
    composed = unicodedata.normalize("NFC", name)
    decomposed = unicodedata.normalize("NFD", name)
    assert romanize(composed, ident) == romanize(decomposed, ident)
