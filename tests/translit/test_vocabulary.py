"""The vocabulary knows the words of its rows, and what grammar makes of them."""

import pytest

from nisba.translit.pointing import spelled
from nisba.translit.vocabulary import load_vocabulary, related, senses


def found(word: str) -> dict[str, str]:
    """Forms of a spelling with their kinds."""
    return {"".join(sense.form): sense.kind for sense in senses(word)}


@pytest.mark.parametrize(
    ("word", "form", "kind"),
    [
        ("\u0643\u062a\u0628", "kutub", "plural"),  # كتب
        ("\u0643\u062a\u0628", "kataba", "verb"),
        ("\u0643\u062a\u0628\u0648\u0627", "katabū", "verb"),  # كتبوا
        ("\u062d\u0641\u0638\u062a\u0647", "ḥafiẓathu", "verb"),  # حفظته
        ("\u0645\u0639\u0627\u0635\u0631\u0629", "muʻāṣiraẗ", "adjective"),  # معاصرة
        ("\u0628\u0627\u062d\u062b\u064a\u0646", "bāḥithīn", "noun"),  # باحثين
        ("\u0643\u062a\u0627\u0628\u064a\u0646", "kitābayn", "noun"),  # كتابين
        ("\u0643\u0627\u0641\u064a\u0629", "kāfiyaẗ", "adjective"),  # كافية
        ("\u0639\u0627\u062f\u064a\u0629", "ʻādiyyaẗ", "adjective"),  # عادية
        ("\u0644\u063a\u062a\u0646\u0627", "lughatunā", "noun"),  # لغتنا
        ("\u0628\u0646\u0627\u0647\u0627", "banāhā", "verb"),  # بناها
    ],
)
def test_a_word_and_what_is_made_of_it(word: str, form: str, kind: str) -> None:
    """Broken plurals are listed; persons, sound plurals, duals and pronouns follow by rule."""
    assert found(word).get(form) == kind


def test_a_noun_with_an_open_syllable_in_its_plural() -> None:
    """Nouns like ḥamlah have ḥamalāt; an adjective like ṣaʻbah has ṣaʻbāt."""
    assert "ṣaʻbāt" in found("\u0635\u0639\u0628\u0627\u062a")  # صعبات
    assert "ḥamalāt" in found("\u062d\u0645\u0644\u0627\u062a")  # حملات


def test_a_capital_says_what_is_a_name() -> None:
    """ʻArabī and Miṣr are written like names, kitāb is not, maghrib may be."""
    spellings = (
        "\u0639\u0631\u0628\u064a",  # عربي
        "\u0645\u0635\u0631",  # مصر
        "\u0643\u062a\u0627\u0628",  # كتاب
        "\u0645\u063a\u0631\u0628",  # مغرب
    )
    assert [senses(word)[0].capital for word in spellings] == [True, True, False, None]


def test_adjectives_are_made_of_nouns() -> None:
    """A noun makes an adjective in -ī, without its feminine ending, and with its own endings."""
    made = {"".join(sense.form) for sense in related("\u0634\u062c\u0631\u064a\u0629")}  # شجرية
    assert "shajariyyaẗ" in made


@pytest.mark.parametrize("word", ["", "\u0628", "\u0628" * 5000])
def test_what_is_no_word_has_no_sense(word: str) -> None:
    """An empty text, a letter alone and a flood of letters are no words."""
    assert senses(word) == ()


def test_most_listed_words_are_found_by_their_usual_spelling() -> None:
    """What is written by the rules of spelling is found again."""
    words = [sense for sense in load_vocabulary().senses if sense.kind != "verb"]
    lost = [sense.form for sense in words if sense.form not in forms(spelled(sense.form))]
    assert len(lost) < 0.01 * len(words), lost[:20]


def forms(word: str) -> set[tuple[str, ...]]:
    """The forms of a spelling."""
    return {sense.form for sense in senses(word)}
