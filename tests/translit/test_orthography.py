"""Facts about how Arabic script writes a form: seats of hamza, endings, marks."""

import pytest

from nisba.sounds.units import units_of
from nisba.translit.orthography import letters_of, seat_of
from nisba.translit.pointing import (
    ends_in_marbuta,
    joins_before,
    pointed,
    reseated,
    spelled,
    written,
)


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Aḥmad", "أحمد"),
        ("Ibrāhīm", "إبراهيم"),
        ("Ādam", "آدم"),
        ("Muʼmin", "مؤمن"),
        ("Rāʼid", "رائد"),
        ("Raʼūf", "رؤوف"),
        ("ʻAlāʼ", "علاء"),
        ("Suʻād", "سعاد"),
        ("Fāṭimah", "فاطمة"),
        ("Muṣṭafá", "مصطفى"),
        ("Ibtisām", "ابتسام"),
        ("Istiqlāl", "استقلال"),
        ("Ikhlāṣ", "إخلاص"),
        ("Ḥayāh", "حياة"),
        ("Shāh", "شاه"),
    ],
)
def test_a_form_is_spelled_by_the_rules(latin: str, arabic: str) -> None:
    """Seats of hamza, madda, ة and ى come from the sounds around them."""
    form = units_of(latin)
    assert form is not None
    assert spelled(form) == arabic


@pytest.mark.parametrize(
    ("before", "after", "seat"),
    [("a", "i", "ئ"), ("u", "a", "ؤ"), ("a", "a", "أ"), ("ā", "a", "ء"), ("ay", "a", "ئ")],
)
def test_the_strongest_vowel_gives_the_seat(before: str, after: str, seat: str) -> None:
    """i is stronger than u, u than a; after a long ā nothing but ء bears an a."""
    assert seat_of(before, after) == seat


def test_madda_is_two_letters() -> None:
    """آ is a hamza and a long ā."""
    assert [letter.char for letter in letters_of("آمنة")] == ["أ", "ا", "م", "ن", "ة"]


def test_the_usual_spelling_counts_more() -> None:
    """ه for ة and a bare alif are allowed, and count less."""
    fatima = ("f", "ā", "ṭ", "i", "m", "aẗ")
    assert written(fatima, "فاطمة") > written(fatima, "فاطمه") > 0
    ahmad = ("ʼ", "a", "ḥ", "m", "a", "d")
    assert written(ahmad, "أحمد") > written(ahmad, "احمد") > 0


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("ḥ a s a n", "حُسن"),  # the written u
        ("ḥ a s a n", "حسّن"),  # the written doubling
        ("m u ḥ a m a d", "محمّد"),
        ("ḥ a m d", "حَمَد"),  # a vowel where none is spoken
        ("ḥ a s a n", "حسين"),  # another letter
    ],
)
def test_what_a_writer_marked_is_not_overruled(form: str, word: str) -> None:
    """Marks and letters that contradict a form rule it out."""
    assert written(tuple(form.split()), word) == 0


def test_marks_are_added_to_letters_as_they_stand() -> None:
    """A bare alif stays bare, and marks that are there stay once."""
    form = ("ʼ", "a", "ḥ", "m", "a", "d")
    assert pointed(form, "احمد") == "اَحمَد"
    assert pointed(form, "أَحمد") == "أَحمَد"
    assert pointed(("m", "u", "ḥ", "a", "mm", "a", "d"), "محمّد") == "مُحَمَّد"


def test_a_silent_alif_is_shown_by_its_dagger() -> None:
    """The ā that nobody writes in رحمن stands above."""
    assert pointed(("r", "a", "ḥ", "m", "ā", "n"), "رحمن") == "رَحمَٰن"


def test_what_does_not_fit_is_not_pointed() -> None:
    """A form of other consonants gives nothing."""
    assert pointed(("ḥ", "a", "s", "a", "n"), "محمد") is None


def test_seats_come_back_to_folded_words() -> None:
    """A folded word keeps its letters but for seats and endings."""
    assert reseated(("f", "ā", "ṭ", "i", "m", "aẗ"), "فاطمه") == "فاطمة"
    assert reseated(("ʼ", "i", "s", "ḥ", "ā", "q"), "اسحق") == "إسحق"
    assert reseated(("ʼ", "ā", "d", "a", "m"), "ادم") == "آدم"
    assert reseated(("ḥ", "a", "s", "a", "n"), "محمد") == "محمد"


def test_verbal_nouns_join() -> None:
    """Patterns VII, VIII and X begin with a joining hamza; pattern IV does not."""
    nouns = [units_of(word) for word in ("Inshirāḥ", "Iʻtimād", "Istiqlāl", "Islām", "Imām")]
    assert [joins_before(form) for form in nouns if form] == [True, True, True, False, False]


def test_shah_has_no_marbuta() -> None:
    """-āh is ة in Najāh, and ه in Shāh."""
    assert ends_in_marbuta(("n", "a", "j", "ā", "h"))
    assert not ends_in_marbuta(("sh", "ā", "h"))


def test_one_waw_may_bear_the_hamza_and_write_the_vowel() -> None:
    """داؤد writes Dāʼūd as داؤود does, and better than it writes dāʼad."""
    one, two = "\u062f\u0627\u0624\u062f", "\u062f\u0627\u0624\u0648\u062f"
    form = units_of("Dāʼūd") or ()
    assert written(form, two) > written(form, one) > 0.01
