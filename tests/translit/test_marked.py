"""Words that come with their vowels."""

import unicodedata

import pytest

from nisba.sounds.units import units_of
from nisba.translit.marked import read_marked


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "Muḥammad"),  # مُحَمَّد
        ("\u0648\u064e\u0636\u0639", "waḍʻ"),  # وَضع
        ("\u062f\u064e\u0644\u0648", "dalw"),  # دَلو
        ("\u062d\u0650\u064a\u064e\u0644", "ḥiyal"),  # حِيَل
        ("\u0625\u064a\u0645\u064e\u0627\u0646", "īmān"),  # إيمَان
        ("\u0639\u064e\u064a\u0646\u064e\u064a", "ʻaynay"),  # عَينَي
        ("\u062d\u064e\u062a\u0651\u064e\u0649", "ḥattá"),  # حَتَّى
        ("\u0645\u064f\u0624\u062a\u064e\u0645\u064e\u0631", "muʼtamar"),  # مُؤتَمَر
        ("\u062a\u064e\u0622\u0644\u0650\u064a\u0641", "taʼālīf"),  # تَآلِيف
        ("\u062e\u064f\u0644\u064e\u0641\u064e\u0622\u0621", "khulafāʼ"),  # خُلَفَآء
        ("\u0641\u064e\u0639\u064e\u0644\u0648\u0627", "faʻalū"),  # فَعَلوا
        ("\u0631\u064f\u0624\u064f\u0648\u0633", "ruʼūs"),  # رُؤُوس
        ("\u062c\u064e\u0648\u0651", "jaww"),  # جَوّ
        ("\u0633\u064e\u064a\u0651\u0650\u062f", "sayyid"),  # سَيِّد
        ("\u062b\u0650\u064a\u064e\u0627\u0628", "thiyāb"),  # ثِيَاب
        ("\u0646\u064e\u0648\u064e\u0627\u0644", "nawāl"),  # نَوَال
    ],
)
def test_vowels_are_read_off(word: str, read: str) -> None:
    """Short and long vowels, glides, hamza seats and gemination are read as ALA-LC writes them."""
    found = read_marked(word)
    assert found is not None
    assert found.units == units_of(read)


@pytest.mark.parametrize("vowel", ["\u064e", "\u064f", "\u0650"])
def test_shadda_and_vowel_in_either_order(vowel: str) -> None:
    """Keyboards write shadda before the vowel, NFC after it: both are one."""
    one = f"\u0645\u064f\u062d\u064e\u0645\u0651{vowel}\u062f"
    two = f"\u0645\u064f\u062d\u064e\u0645{vowel}\u0651\u062f"
    assert read_marked(unicodedata.normalize("NFC", one)) == read_marked(two)


def test_a_dagger_alif_is_a_long_vowel() -> None:
    """An alif over the letter is the long a that the word does not write."""
    found = read_marked("\u0631\u064e\u062d\u0652\u0645\u0670\u0646")  # رَحْمٰن
    assert found is not None
    assert "".join(found.units) == "raḥmān"


@pytest.mark.parametrize(
    ("word", "ending", "defective"),
    [
        ("\u0643\u0650\u062a\u064e\u0627\u0628\u064c", "un", False),  # كِتَابٌ
        ("\u0643\u0650\u062a\u064e\u0627\u0628\u064f", "u", False),  # كِتَابُ
        ("\u0642\u064e\u0627\u0636\u064d", "in", True),  # قَاضٍ
        ("\u0645\u064e\u0639\u0646\u064b\u0649", "an", True),  # مَعنًى
        ("\u0637\u064e\u0628\u0639\u064b\u0627", "an", False),  # طَبعًا
    ],
)
def test_endings_stand_apart(word: str, ending: str, defective: bool) -> None:
    """Case endings are told apart from the stem, and those of defective nouns are marked."""
    found = read_marked(word)
    assert found is not None
    assert (found.ending, found.defective) == (ending, defective)


@pytest.mark.parametrize(
    "word",
    [
        "\u0645\u062d\u0645\u0651\u062f",  # محمّد
        "\u0643\u0628\u0631\u064e\u0649",  # كبرَى
        "\u0633\u064e\u064a\u0651\u062f",  # سَيّد
    ],
)
def test_a_word_marked_in_part_is_left_to_the_readings(word: str) -> None:
    """Where the marks leave a vowel open, nothing is guessed from them alone."""
    assert read_marked(word) is None
