"""Facts about the letters that the sound model reads."""

import pytest

from nisba.sounds.letters import arabic_letters, latin_letters


@pytest.mark.parametrize(
    ("scheme", "spelling", "letters"),
    [
        ("DIN 31635", "ǧamāl", "jamal"),
        ("DIN 31635", "ḫaldūn", "khaldun"),
        ("DIN 31635", "šaiḫ", "shaikh"),
        ("DIN 31635", "ġazālī", "ghazali"),
        ("ISO 233", "ṯābit", "thabit"),
        ("EI2, both letters underlined", "k̲h̲aldūn", "khaldun"),
        ("EI2, precomposed h", "k̲ẖaldūn", "khaldun"),
        ("EI2", "d̲j̲alāl", "djalal"),
        ("EI2", "ḳāsim", "qasim"),
        ("ALA-LC", "ʻabd", "'abd"),
        ("Turkish", "şükrü", "shukru"),
        ("French", "moïse", "moise"),
    ],
)
def test_a_scheme_s_letters_come_down_to_one_alphabet(
    scheme: str, spelling: str, letters: str
) -> None:
    """A letter that stands for a digraph is read as the digraph, whatever the scheme."""
    assert latin_letters(spelling.replace("ʻ", "'")) == letters


def test_hamza_seats_and_final_forms_are_one() -> None:
    """Writers do not keep hamza seats, ta marbuta and alif maqsura apart."""
    assert arabic_letters("أحمد") == arabic_letters("احمد")
    assert arabic_letters("فاطمة") == arabic_letters("فاطمه")
    assert arabic_letters("مصطفى") == arabic_letters("مصطفي")


def test_persian_letters_are_read() -> None:
    """Persian ya and kaf are the Arabic letters of another keyboard."""
    assert arabic_letters("کاظمی") == arabic_letters("كاظمي")


def test_vowel_marks_stay_in_one_order() -> None:
    """Shadda is read before the vowel, in whichever order the two are stored."""
    doubled = "م\u0651\u064e"
    normalized = "م\u064e\u0651"
    assert arabic_letters(doubled) == arabic_letters(normalized) == doubled
