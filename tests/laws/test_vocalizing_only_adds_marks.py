"""Law: vocalising adds vowel marks and changes nothing else."""

import unicodedata

from hypothesis import given

from laws.strategies import arabic_names, texts
from nisba.translit.vocalize import vocalize

TATWEEL = "\u0640"


def letters(text: str) -> str:
    """Letters and digits alone, without the stroke that only stretches a word.

    Presentation forms are the letters that they show.
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum() and c != TATWEEL)


@given(arabic_names())
def test_letters_of_a_name_stay(name: str) -> None:
    """Every candidate has the letters of the name."""
    for candidate in vocalize(name, 3):
        assert letters(candidate.text) == letters(name)


@given(texts())
def test_letters_of_any_text_stay(text: str) -> None:
    """Hostile strings keep their letters too, and only an empty one has no candidate."""
    found = vocalize(text, 2)
    assert bool(found) == bool(text)
    for candidate in found:
        assert letters(candidate.text) == letters(text)
