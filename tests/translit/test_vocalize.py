"""Facts about whole names with their vowels."""

import pytest

from nisba.translit.vocalize import vocalize


@pytest.mark.parametrize(
    ("name", "vocalised"),
    [
        ("مصطفى الكاظمي", "مُصطَفَى الكَاظِمِي"),
        ("عبد الرحمن بن محمد", "عَبد الرَّحمَٰن بِن مُحَمَّد"),
        ("أبو بكر", "أَبُو بَكر"),
        ("صلاح الدين", "صَلَاح الدِّين"),
        ("عبد الله", "عَبد اللّٰه"),
        ("أم كلثوم", "أُمّ كُلثُوم"),
        ("الياس", "اِليَاس"),  # no article
    ],
)
def test_a_name_gets_its_vowels(name: str, vocalised: str) -> None:
    """Compounds, articles with sun letters, kunyas and marks of filiation are pointed."""
    assert vocalize(name)[0].text == vocalised


def test_marks_that_are_there_stay() -> None:
    """A vocalised name comes back as it is, and says that its writer vouches for it."""
    first = vocalize("مُحَمَّد")[0]
    assert (first.text, first.origin) == ("مُحَمَّد", "written")


def test_several_readings_are_ranked() -> None:
    """حسان may be Ḥassān or another name: all are told, likeliest first."""
    found = vocalize("سعود")
    assert len(found) > 1
    assert [c.probability for c in found] == sorted((c.probability for c in found), reverse=True)
    assert len({c.text for c in found}) == len(found)


def test_what_is_not_arabic_stays() -> None:
    """Digits, Latin words and emoji keep their places."""
    text = vocalize("محمد 5 x 😀")[0].text
    assert text.endswith(" 5 x 😀")


def test_an_empty_string_has_no_candidate() -> None:
    """Nothing in, nothing out."""
    assert vocalize("") == ()


def test_the_weakest_word_names_the_origin() -> None:
    """A listed name beside one that the model guessed is a guess."""
    assert vocalize("محمد زعطقش")[0].origin == "model"


def test_a_long_text_is_read_to_its_end() -> None:
    """Of four hundred words every one gets its vowels, and the probability is no underflow."""
    first = vocalize("\u0645\u062d\u0645\u062f " * 400, 1)[0]  # محمد
    assert first.text.count("\u0651") == 400
    assert 0.0 < first.probability <= 1.0
