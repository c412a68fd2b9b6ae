"""Facts about the two genders of a nisba."""

import pytest

from nisba.match.nisbas import masculine
from nisba.text.scripts import Script


@pytest.mark.parametrize(
    "feminine",
    ["misriyya", "misriyyah", "misriya", "misriyah", "misria", "misriyyat", "misriye", "misrieh"],
)
def test_spellings_of_a_feminine_nisba_have_one_masculine(feminine: str) -> None:
    """However al-Miṣrīyah is spelled, her father is al-Miṣrī."""
    assert masculine(feminine, Script.LATIN) == "misri"


@pytest.mark.parametrize(("feminine", "root"), [("miṣrīyah", "miṣri"), ("lībīyaẗ", "lībi")])
def test_a_heading_keeps_its_marks(feminine: str, root: str) -> None:
    """Scholarly spellings are bent in the ending alone."""
    assert masculine(feminine, Script.LATIN) == root


@pytest.mark.parametrize("word", ["misri", "nadwa", "fatima", "aya", "hala", "ali", "ia", "taha"])
def test_other_latin_words_are_no_feminine_nisba(word: str) -> None:
    """A masculine nisba, an ending without i, and what is nothing but an ending stay."""
    assert masculine(word, Script.LATIN) == ""


@pytest.mark.parametrize(
    ("feminine", "root"),
    [
        ("مصرية", "مصري"),
        ("مصريه", "مصري"),
        ("مصريّة", "مصري"),
        ("تونسية", "تونسي"),
    ],
)
def test_an_arabic_nisba_loses_its_ending(feminine: str, root: str) -> None:
    """With or without the dots of ta marbuta, with or without shadda."""
    assert masculine(feminine, Script.ARABIC) == root


@pytest.mark.parametrize("word", ["مصري", "فاطمة", "آية", "ية", "هدية", "رقية"])
def test_other_arabic_words_are_no_feminine_nisba(word: str) -> None:
    """Other endings stay, and words so short that the ya is rather of the stem."""
    assert masculine(word, Script.ARABIC) == ""


@pytest.mark.parametrize("signs", ["\u0651\u064e", "\u064e\u0651"])
def test_a_vocalised_nisba_loses_its_ending(signs: str) -> None:
    """Shadda and fatha on the ya stand in either order, and change nothing."""
    assert masculine(f"مصري{signs}ة", Script.ARABIC) == "مصري"


def test_a_long_word_is_read_at_once() -> None:
    """A hundred thousand endings in a row are one word without a masculine of its own."""
    assert masculine("b" + "iyya" * 100_000 + "x", Script.LATIN) == ""
