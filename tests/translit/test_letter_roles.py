"""The roles of letters: from a reading to roles, and back."""

import pytest

from nisba.sounds.units import units_of
from nisba.translit.letter_roles import may_follow, read_roles, roles_of


@pytest.mark.parametrize(
    ("word", "reading", "prefixes", "article", "stem"),
    [
        (
            "\u0648\u0627\u0644\u0643\u062a\u0627\u0628",
            "wa-al-kitāb",
            ("wa",),
            True,
            "kitāb",
        ),  # والكتاب
        ("\u0644\u0644\u0646\u0634\u0631", "lil-Nashr", ("li",), True, "nashr"),  # للنشر
        ("\u0645\u062d\u0645\u062f", "Muḥammad", (), False, "muḥammad"),  # محمد
        ("\u062c\u0627\u0645\u0639\u0629", "Jāmiʻat", (), False, "jāmiʻah"),  # جامعة
        ("\u0639\u0627\u0645\u0627", "ʻāman", (), False, "ʻāman"),  # عاما
        (
            "\u0628\u0643\u062a\u0627\u0628\u0647",
            "bi-kitābihi",
            ("bi",),
            False,
            "kitābih",
        ),  # بكتابه
    ],
)
def test_a_reading_comes_back_in_pause(
    word: str, reading: str, prefixes: tuple[str, ...], article: bool, stem: str
) -> None:
    """Roles hold prefixes, article and form; the construct state and final vowels are left out."""
    roles = roles_of(word, reading)
    assert roles is not None
    assert read_roles(list(word), roles) == (prefixes, article, units_of(stem))


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("\u0643\u062a\u0627\u0628", "kutub"),  # كتاب
        ("\u0643\u062a\u0627\u0628", "wa-tāb"),
        ("\u0643\u0650\u062a\u0627\u0628", "kitāb"),  # كِتاب has a mark
        ("\u0643\u062a\u0627\u0628", "x1"),
    ],
)
def test_what_disagrees_has_no_roles(word: str, reading: str) -> None:
    """A reading that the letters do not write, or a marked word, teaches nothing."""
    assert roles_of(word, reading) is None


def test_roles_follow_as_syllables_do() -> None:
    """A word begins with a consonant, two vowels never meet, and a prefix stands in front."""
    assert may_follow((), "C+a", "\u0643", 3)
    assert not may_follow((), "ā", "\u0627", 3)
    assert not may_follow(("C+a",), "ā", "\u0627", 2)
    assert may_follow(("C",), "ā", "\u0627", 2)
    assert may_follow((), "a-", "\u0648", 3)
    assert not may_follow(("C+a",), "a-", "\u0648", 3)
    assert not may_follow((), "a-", "\u0648", 0)


def test_the_article_has_two_letters() -> None:
    """Behind the alif of the article comes its lam, and only there."""
    assert may_follow(("a",), "l-", "\u0644", 3)
    assert not may_follow(("a",), "C", "\u0644", 3)
    assert not may_follow((), "l-", "\u0644", 3)
    assert may_follow(("i-",), "al-", "\u0644", 3)
    assert not may_follow(("a-",), "al-", "\u0644", 3)
