"""Facts about the readings of a written word: listed, unlisted, marked, hopeless."""

import pytest

from nisba.sounds.model import load_lexicon
from nisba.sounds.tables import Entry
from nisba.sounds.units import units_of
from nisba.translit.listed import index_of, key_of, keys_of
from nisba.translit.readings import listed_reading, readings, spoken
from nisba.translit.shapes import Shapes, load_shapes
from nisba.translit.unlisted import guesses


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("محمد", "Muḥammad"),
        ("مصطفى", "Muṣṭafá"),
        ("مصطفي", "Muṣṭafá"),
        ("فاطمة", "Fāṭimah"),
        ("أحمد", "Aḥmad"),
        ("احمد", "Aḥmad"),
        ("حسين", "Ḥusayn"),
        ("كاظمي", "Kāẓimī"),
        ("رحمن", "Raḥmān"),
        ("طه", "Ṭāhā"),
        ("عمرو", "ʻAmr"),
        ("داود", "Dāwūd"),
        ("إسحق", "Isḥāq"),
        ("رايد", "Rāʼid"),
    ],
)
def test_listed_words_have_their_reading(word: str, latin: str) -> None:
    """The lexicon vocalises what it lists, however the hamza, ة and ى are written."""
    assert readings(word)[0].form == units_of(latin)


@pytest.mark.parametrize(
    ("word", "latin"),
    [("كَتَاب", "katāb"), ("حَسَّان", "Ḥassān"), ("حُسَيْن", "Ḥusayn"), ("عِمَاد", "ʻImād")],
)
def test_written_vowels_are_respected(word: str, latin: str) -> None:
    """Marks decide, whatever is commoner without them."""
    first = readings(word)[0]
    assert first.form == units_of(latin)
    assert first.origin == "written"


def test_one_mark_is_enough() -> None:
    """A single mark rules out what contradicts it."""
    assert all("mm" in r.form for r in readings("محمّد"))
    assert all(r.form[1] == "u" for r in readings("حُسين") if r.form[1] != "")


def test_an_unlisted_word_is_read_by_the_shape_of_names() -> None:
    """A word that nobody lists is vocalised like the names that are known."""
    found = guesses("قحطاني", load_shapes())
    assert found[0][0] == ("q", "a", "ḥ", "ṭ", "ā", "n", "ī")
    assert [cost for _, cost in found] == sorted(cost for _, cost in found)


def test_origins_say_who_vouches() -> None:
    """Curated, and the model, for a listed word and one of no language."""
    assert readings("محمد")[0].origin == "curated"
    assert readings("زعطقش")[0].origin == "model"


@pytest.mark.parametrize("word", ["", "x", "5", "😀", "ـ", "\u064e", "\u200f"])
def test_what_is_no_word_has_no_reading(word: str) -> None:
    """No letters, no reading."""
    assert readings(word) == ()


def test_a_very_long_word_has_no_reading() -> None:
    """Nobody reads a word of thousands of letters."""
    assert readings("م" * 5000) == ()


def test_people_say_what_catalogues_do_not_read() -> None:
    """The forms behind Latin spellings are those that people say."""
    assert spoken("محمد")[0].form == units_of("Muḥammad")
    assert listed_reading("زعطقش") is None


def test_a_form_is_found_by_every_seat_of_its_hamza() -> None:
    """رائد, رايد and راءد have one entry behind them."""
    keys = keys_of("r ā ʼ i d")
    assert {key_of(word) for word in ("رائد", "رايد", "راءد")} <= keys


def test_the_index_gathers_what_is_written_alike() -> None:
    """Ḥasan and Ḥassān stand under one key: an alif may be left out."""
    assert index_of(["ḥ a s a n", "ḥ a ss ā n"]) == {key_of("حسن"): (0, 1)}


def test_each_form_stands_under_its_keys() -> None:
    """All forms are looked up by the keys that each of them has alone; no forms have none."""
    forms = [entry.units for entry in load_lexicon().entries[::20]]
    expected = [(key, number) for number, form in enumerate(forms) for key in keys_of(form)]
    found = [(key, number) for key, numbers in index_of(forms).items() for number in numbers]
    assert sorted(found) == sorted(expected)
    assert index_of([]) == {}


def test_shapes_are_probabilities() -> None:
    """What may follow a context has the probability 1 in all."""
    from nisba.sounds.units import UNITS
    from nisba.translit.shapes import END

    shapes = Shapes([Entry("ḥ a m d", 9.0, "curated"), Entry("ḥ a s a n", 3.0, "catalogue")])
    for before in ((), ("ḥ", "a"), ("q", "ū")):
        whole = sum(2.0 ** -shapes.cost(before, unit) for unit in (*UNITS, END))
        assert whole == pytest.approx(1.0)


def test_an_unlisted_name_is_heard_by_its_letters_too() -> None:
    """A foreign name may begin with two consonants, as texts write it; chances stay chances."""
    found = readings("\u063a\u0631\u0627\u0646\u0641\u064a\u0644")  # غرانفيل
    assert found[0].form == ("gh", "r", "ā", "n", "f", "ī", "l")
    assert 0.0 < sum(each.probability for each in found) <= 1.0 + 1e-9
    assert [each.probability for each in found] == sorted(
        (each.probability for each in found), reverse=True
    )
