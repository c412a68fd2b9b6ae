"""The characters of a text, normalised, each with its place."""

from pathlib import Path

import pytest

from nisba.translit.sign_contexts import TERMS, holds
from nisba.translit.signs import JOINED, Sign, shadda_first, signs_of

MUHAMMAD = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"  # مُحَمَّد, shadda first


def chars(text: str) -> str:
    """The signs of a text as a string."""
    return "".join(sign.char for sign in signs_of(text))


def test_each_sign_knows_its_place() -> None:
    """The places of single characters and of marks in their order are their own."""
    signs = list(signs_of("\u0628\u064e\u062f"))  # بَد
    assert [(s.char, s.start, s.end) for s in signs] == [
        ("\u0628", 0, 1),
        ("\u064e", 1, 2),
        ("\u062f", 2, 3),
    ]


def test_shadda_comes_before_its_vowel() -> None:
    """Either order of the input is one row of signs, and places follow the input."""
    other = MUHAMMAD.replace("\u0651\u064e", "\u064e\u0651")
    assert chars(MUHAMMAD) == chars(other) == MUHAMMAD
    places = {s.char: s.start for s in signs_of(other)}
    assert places["\u0651"] == other.index("\u0651")


def test_a_hamza_joins_its_seat() -> None:
    """A combining hamza and its seat are one letter, with the place of both."""
    (sign,) = signs_of("\u0627\u0654")
    assert sign == Sign("\u0623", 0, 2)  # أ


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("\ufefb", "\u0644\u0627"),  # لا
        ("\ufdf2", "\u0627\u0644\u0644\u0647"),  # الله
        ("\ufe8e", "\u0627"),  # ا
    ],
)
def test_presentation_forms_are_their_letters(form: str, letters: str) -> None:
    """What old fonts had as one character is what it shows."""
    assert chars(form) == letters


def test_nothing_is_left_out() -> None:
    """Controls, emoji and letters of other scripts are signs too."""
    text = "\u202e\U0001f600Ж\u0640 "
    assert chars(text) == text


def test_shadda_first_is_for_every_letter() -> None:
    """Each letter's marks are sorted apart."""
    text = "\u0628\u064e\u0651\u062a\u064e\u0651"
    assert shadda_first(text) == "\u0628\u0651\u064e\u062a\u0651\u064e"


@pytest.mark.parametrize(
    ("term", "text", "start", "true"),
    [
        ("initial", "\u0628\u062a", 0, True),
        ("initial", "\u0628\u062a", 1, False),
        ("initial", "\u0628 \u062a", 2, True),
        ("final", "\u0628\u064e", 0, True),  # the mark aside
        ("final", "\u0628\u062a", 0, False),
        ("medial", "\u0628\u062a\u062b", 1, True),
        ("vowelled", "\u0628\u0651\u064e", 0, True),
        ("vowelled", "\u0628\u0652", 0, False),
        ("bare", "\u0648", 0, True),
        ("bare", "\u0648\u0652", 0, True),
        ("bare", "\u0648\u0627", 0, False),  # wā: a consonant
        ("bare", "\u0648\u064e", 0, False),
        ("sun", "\u0644\u0634", 0, True),
        ("sun", "\u0644\u0642", 0, False),
        ("first", "\u0628\u062a", 0, True),
        ("first", "\u0628 \u062a", 2, False),
        ("after-letter", "\u0634\u064a", 1, True),
        ("after-letter", "\u0634\u0650\u064a", 2, False),
        ("after-vowel", "\u0628\u0648 \u0627", 3, True),
        ("one-way", "\u0628", 0, True),
    ],
)
def test_terms_say_where_a_rule_holds(term: str, text: str, start: int, true: bool) -> None:
    """Each term asks about the letters around."""
    assert holds(term, tuple(signs_of(text)), start, start + 1) is true


def test_terms_of_the_article_ask_for_its_role() -> None:
    """Only a text whose words are known has articles."""
    article = tuple(Sign(c, 0, 2, JOINED) for c in "\u0627\u0644")
    row = (Sign("\u0628", 0, 1), Sign(" ", 1, 2), *article, Sign("\u0634", 2, 3))
    for term in ("article", "compound", "sun"):
        assert holds(term, row, 2, 4)
    for term in ("before-article", "before-compound"):
        assert holds(term, row, 1, 2)
    assert holds("initial", row, 4, 5)
    assert not holds("before-allah", row, 1, 2)


def test_a_term_that_nobody_knows_is_an_error() -> None:
    """A rule cannot hold by a misspelled context."""
    assert "finally" not in TERMS
    with pytest.raises(KeyError):
        holds("finally", tuple(signs_of("\u0628")), 0, 1)


def test_every_term_is_explained_to_those_who_write_rules() -> None:
    """The page of the gazetteers has each term of the engine of signs."""
    page = Path(__file__).parents[2] / "gazetteers" / "README.md"
    _, _, told = page.read_text(encoding="utf-8").partition("for `letters`; marks are")
    assert [term for term in TERMS if f"`{term}`" not in told] == []
