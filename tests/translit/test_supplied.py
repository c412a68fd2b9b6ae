"""Persian and Urdu texts with the vowels that they do not write."""

import pytest

from nisba.translit.romanize import romanize
from nisba.translit.supplied import supply


def shown(text: str) -> str:
    """The signs of a text with vowels."""
    return "".join(sign.char for sign in supply(text).signs)


def test_a_known_name_gets_its_vowels() -> None:
    """Husayn is listed; its reading is told with its origin."""
    found = supply("\u062d\u0633\u06cc\u0646")  # حسین
    assert [s.reading.form for s in found.supplied] == [("ḥ", "u", "s", "ay", "n")]
    assert found.supplied[0].reading.origin == "curated"


def test_letters_stay_as_they_are_written() -> None:
    """The Persian ya and kaf, which the hidden form does not tell from the Arabic, are kept."""
    assert "\u06a9" in shown("\u06a9\u0627\u0638\u0645")  # کاظم


def test_written_marks_are_not_added_to() -> None:
    """Who writes a vowel has said what there is to say."""
    text = "\u062d\u064e\u0633\u0646"  # حَسن
    assert shown(text) == text
    assert supply(text).supplied == ()


def test_a_letter_of_urdu_alone_gets_no_guess() -> None:
    """No Arabic name has ٹ; the word stays, and a note says so."""
    found = supply("\u0679\u06be\u0679\u06c1")  # ٹھٹہ
    assert [note.code for note in found.notes] == ["unread"]


@pytest.mark.parametrize(
    ("written", "scheme", "latin"),
    [
        (
            "\u0639\u0628\u062f\u0627\u0644\u0631\u062d\u0645\u0646",
            "fas-bgn-pcgn",
            "‘Abd or Raḩmān",
        ),
        ("\u0639\u0628\u062f\u0627\u0644\u0631\u062d\u0645\u0646", "urd-ala-lc", "ʻAbdurraḥmān"),
        ("\u0639\u0628\u062f\u0627\u0644\u0644\u0647", "fas-bgn-pcgn", "‘Abdollāh"),
        ("\u0627\u0628\u0648\u0627\u0644\u0641\u0636\u0644", "fas-ala-lc", "Abū al-Faz̤l"),
        ("\u0627\u0628\u0648\u0627\u0644\u0641\u0636\u0644", "urd-ala-lc", "Abūlfaẓl"),
        ("\u062d\u0633\u06cc\u0646", "fas-bgn-pcgn", "Ḩoseyn"),
        ("\u062d\u0633\u06cc\u0646", "urd-bgn-pcgn", "Ḩusain"),
    ],
)
def test_one_name_by_the_customs_of_two_languages(written: str, scheme: str, latin: str) -> None:
    """Glued names are parted or joined, and vowels are coloured, as each standard wants it."""
    assert romanize(written, scheme) == latin


def test_a_nisba_is_not_joined_to_a_name() -> None:
    """Urdu joins the halves of one name (ʻAbdurraḥmān), not a family name to a given one."""
    text = "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u06a9\u0627\u0638\u0645\u06cc"
    assert romanize(text, "urd-ala-lc") == "Muṣt̤afá al-Kāz̤imī"


@pytest.mark.parametrize(
    ("written", "persian", "urdu"),
    [
        ("\u062f\u0648\u0633\u062a", "Dūst", "Dost"),  # دوست
        ("\u067e\u0631\u0648\u06cc\u0632", "Parvīz", "Parvīz"),  # پرویز
        ("\u06cc\u0648\u0633\u0641", "Yūsuf", "Yūsuf"),  # یوسف
    ],
)
def test_urdu_keeps_e_and_o_open(written: str, persian: str, urdu: str) -> None:
    """A word of one syllable has the o of Urdu, unless the editors list it with its ū."""
    assert romanize(written, "fas-ala-lc") == persian
    assert romanize(written, "urd-ala-lc") == urdu


@pytest.mark.parametrize(
    ("written", "catalogue", "map_"),
    [
        ("\u0645\u062d\u0645\u062f\u0631\u0636\u0627", "Muḥammad Riz̤ā", "Moḩammadreẕā"),
        ("\u0639\u0644\u06cc\u0631\u0636\u0627", "ʻAlī Riz̤ā", "‘Alīreẕā"),
    ],
)
def test_two_given_names_in_one_are_read_by_their_halves(
    written: str, catalogue: str, map_: str
) -> None:
    """ALA-LC writes compound personal names apart; BGN/PCGN divides as the Persian does."""
    assert romanize(written, "fas-ala-lc") == catalogue
    assert romanize(written, "fas-bgn-pcgn") == map_


def test_controls_inside_a_word_pass_through() -> None:
    """A mark of direction comes out behind its word, and a note tells of it."""
    done = romanize("\u062d\u0633\u202e\u0646", "fas-ala-lc", detail=True)
    assert done.text == "Ḥasan\u202e"
    assert [note.code for note in done.notes] == ["unknown"]


def test_a_non_joiner_keeps_the_parts_of_a_word_apart() -> None:
    """ALA-LC marks the seam with a prime, BGN/PCGN writes on."""
    text = "\u06a9\u0627\u0638\u0645\u200c\u0632\u0627\u062f\u0647"  # کاظم‌زاده
    assert romanize(text, "fas-ala-lc") == "Kāẓimʹzādah"
    assert romanize(text, "fas-bgn-pcgn") == "Kāz̧emzādeh"
