"""Facts about hidden forms."""

import pytest

from nisba.sounds.units import UNITS, is_vowel, plain, units_of


@pytest.mark.parametrize(
    ("romanized", "units"),
    [
        ("Muḥammad", "m u ḥ a mm a d"),
        ("Ḥusayn", "ḥ u s ay n"),
        ("Dawlah", "d aw l aẗ"),
        ("Yaḥyá", "y a ḥ y á"),
        ("Miṣrīyah", "m i ṣ r i yy aẗ"),
        ("Ayyūb", "ʼ a yy ū b"),
        ("Rāʼid", "r ā ʼ i d"),
        ("Adʹham", "ʼ a d h a m"),
        ("Surayyá", "s u r a yy á"),
        ("Aws", "ʼ aw s"),
    ],
)
def test_romanization_is_cut_into_units(romanized: str, units: str) -> None:
    """Geminates, diphthongs, tāʾ marbūṭa and īy before a vowel are units of their own."""
    assert units_of(romanized) == tuple(units.split())


@pytest.mark.parametrize("word", ["Xavier", "Muḥammad2", "", "café"])
def test_what_is_no_arabic_word_is_no_form(word: str) -> None:
    """A letter outside the form's alphabet gives no form, never a wrong one."""
    assert units_of(word) is None


def test_a_form_begins_with_a_consonant() -> None:
    """A word that begins with a vowel begins with hamza, as every Arabic syllable has an onset."""
    form = units_of("Ibrāhīm")
    assert form is not None
    assert not is_vowel(form[0])


def test_plain_letters_are_ascii() -> None:
    """What a printer without diacritics writes holds no diacritic."""
    assert all(plain(unit).isascii() for unit in UNITS)
