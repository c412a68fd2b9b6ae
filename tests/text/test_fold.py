"""Foldings forget exactly what their flag names."""

import itertools

import pytest

from nisba.text import Folding, fold, latin_of

# أ إ آ ؤ ئ
SEATS = "\u0623\u0625\u0622\u0624\u0626"


@pytest.mark.parametrize(
    ("flag", "text", "folded"),
    [
        (Folding.TATWEEL, "\u0639\u0640\u0644", "\u0639\u0644"),
        (
            Folding.TASHKEEL,
            "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",
            "\u0645\u062d\u0645\u062f",
        ),
        (Folding.HAMZA_SEATS, SEATS, "\u0627\u0627\u0627\u0648\u064a"),
        (Folding.BARE_HAMZA, "\u0639\u0644\u0627\u0621", "\u0639\u0644\u0627"),
        (Folding.TA_MARBUTA, "\u0641\u0627\u0637\u0645\u0629", "\u0641\u0627\u0637\u0645\u0647"),
        (Folding.ALIF_MAQSURA, "\u0645\u0648\u0633\u0649", "\u0645\u0648\u0633\u064a"),
        (
            Folding.PERSIAN_LETTERS,
            "\u06a9\u06cc\u06be\u06c1\u06d5",
            "\u0643\u064a\u0647\u0647\u0647",
        ),
        (Folding.CASE, "KADHIM\u0130", "kadhimi"),
        (Folding.CASE, "I\u015fIk", "i\u015fik"),
        (Folding.LATIN_MARKS, "\u1e92\u0101fir \u0141\u00f8", "Zafir Lo"),
        (Folding.AYN_MARKS, "\u02bfAbd al-Fatt\u0101\u1e25", "Abd al-Fatt\u0101\u1e25"),
    ],
)
def test_each_flag_forgets_its_own(flag: Folding, text: str, folded: str) -> None:
    """One flag, one difference."""
    assert fold(text, flag) == folded


def test_no_flag_folds_nothing() -> None:
    """Without flags a clean text stays."""
    text = "\u02bfAl\u012b \u0645\u0648\u0633\u0649"
    assert fold(text, Folding(0)) == text


def test_every_latin_letter_coarsens_alike() -> None:
    """For every Latin letter and every two flags, folding by steps is folding at once."""
    letters = [chr(point) for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    flags = (Folding.CASE, Folding.LATIN_MARKS, Folding.AYN_MARKS)
    for letter, (some, more) in itertools.product(letters, itertools.product(flags, flags)):
        assert fold(fold(letter, some), some | more) == fold(letter, some | more), letter


def test_other_alphabets_are_read_by_unidecode() -> None:
    """Cyrillic letters get a rough Latin reading, Arabic ones are left."""
    assert latin_of("\u041c\u0443\u0441\u0442\u0430\u0444\u0430") == "Mustafa"
    assert latin_of("\u0639") == "\u0639"
