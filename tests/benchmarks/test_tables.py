"""Plain forms of names, and choosing some of many."""

import pytest

from benchmarks.quality.tables import bag, evenly, folded


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Jabartī, ʿAbd al-Raḥmān al-", "jabarti ʿabd al rahman al"),
        ("O'Brien (Élie)", "o brien elie"),
        ("=cmd|' /C'!A0", "cmd c a0"),
        ("", ""),
    ],
)
def test_folded(name: str, plain: str) -> None:
    """Case, diacritics, punctuation and extra spaces go, letters of any script stay."""
    assert folded(name) == plain


def test_arabic_marks_are_folded() -> None:
    """Vowel marks are combining characters, and go."""
    assert (
        folded("\u0645\u064f\u062d\u064e\u0645\u0651\u062f") == "\u0645\u062d\u0645\u062f"
    )  # محمد


def test_order_is_no_other_spelling() -> None:
    """Two names of the same words are spelled alike, whatever stands first."""
    assert bag("AL-SADR, Muqtada") == bag("Muqtada al-Sadr") != bag("Muqtada Sadr")


def test_evenly_takes_from_all_over() -> None:
    """The items chosen are spread over the sequence; asking for more than there are gives all."""
    assert evenly(range(10), 3) == [0, 3, 6]
    assert evenly("abc", 5) == ["a", "b", "c"]
