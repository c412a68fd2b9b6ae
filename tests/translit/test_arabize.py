"""Facts about Arabic spellings of names in Latin letters."""

import pytest

from nisba.translit.arabize import arabize
from nisba.translit.backwards import apart
from nisba.translit.hearing import forms_of, likelihood
from nisba.translit.latin_tokens import tokens_of
from nisba.translit.scholarly import is_scholarly, scholarly_forms


def first(name: str) -> str:
    """The likeliest Arabic spelling."""
    return arabize(name, 1)[0].text


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Mustafa Al-Kazemi", "مصطفى الكاظمي"),
        ("Mohamed", "محمد"),
        ("Fatima", "فاطمة"),
        ("Ibrahim", "إبراهيم"),
        ("Raed", "رائد"),
        ("Hisham", "هشام"),
        ("Hichem", "هشام"),
        ("Youssef", "يوسف"),
        ("Gamal", "جمال"),
        ("Dschamal", "جمال"),
        ("Muammar al-Qadhdhafi", "معمر القذافي"),
    ],
)
def test_press_spellings_are_read(latin: str, arabic: str) -> None:
    """French, Egyptian, English and German habits lead to one Arabic name, with its hamza seats."""
    assert first(latin) == arabic


@pytest.mark.parametrize(
    ("latin", "arabic"), [("7asan", "حسن"), ("3ali", "علي"), ("ma7mood", "محمود")]
)
def test_chat_spellings_are_read(latin: str, arabic: str) -> None:
    """Digits stand for the letters that Latin lacks."""
    assert first(latin) == arabic


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Abdelrahman", "عبد الرحمن"),
        ("Abd al-Rahman", "عبد الرحمن"),
        ("Abdul Rahman", "عبد الرحمن"),
        ("Abdullah", "عبد الله"),
        ("Aboubakr", "أبو بكر"),
        ("Abu Bakr", "أبو بكر"),
        ("Noureddine", "نور الدين"),
        ("Salah ad-Din", "صلاح الدين"),
        ("Khalid ibn al-Walid", "خالد بن الوليد"),
        ("Ahmed ould Ali", "أحمد ولد علي"),
        ("Nasrallah", "نصر الله"),
    ],
)
def test_compounds_have_their_normal_orthography(latin: str, arabic: str) -> None:
    """Glued or apart in Latin, halves and particles are written in Arabic as everybody does."""
    assert first(latin) == arabic


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Muṣṭafá al-Kāẓimī", "مصطفى الكاظمي"),
        ("Ǧamāl ʿAbd an-Nāṣir", "جمال عبد الناصر"),
        ("Ḫālid", "خالد"),
        ("Muʼmin", "مؤمن"),
        ("Sālim", "سالم"),
        ("Salīm", "سليم"),
        ("Āl Thānī", "آل ثاني"),
    ],
)
def test_scholarly_letters_are_taken_at_their_word(latin: str, arabic: str) -> None:
    """Macrons, dots and the sign of ʿayn tell one name from another."""
    assert first(latin) == arabic


def test_a_house_is_no_article() -> None:
    """Āl, with a long vowel, is the house of; al- is the article."""
    assert [(t.letters, t.article) for t in tokens_of("Āl Thānī")] == [
        ("al", False),
        ("thani", False),
    ]
    assert [(t.letters, t.article) for t in tokens_of("ar-Raḥmān")] == [("rahman", True)]


def test_scholarly_forms_keep_doubt() -> None:
    """A final -a may be tāʾ marbūṭa or a vowel, where the system does not tell."""
    assert scholarly_forms("Fāṭima") == (
        ("f", "ā", "ṭ", "i", "m", "aẗ"),
        ("f", "ā", "ṭ", "i", "m", "a"),
    )
    assert scholarly_forms("Ġālib")[0] == ("gh", "ā", "l", "i", "b")
    assert not is_scholarly("Zoheïr")


def test_an_unlisted_spelling_is_heard() -> None:
    """A name that nobody lists is written by its sound."""
    assert ("ḥ", "a", "b", "r", "ū", "sh", "ī") in forms_of("habroushi")


def test_regions_hear_otherwise() -> None:
    """ch is sh in Algiers rather than in Baghdad."""
    from nisba.sounds.model import load_model

    latin, form = load_model().latin, ("h", "i", "sh", "ā", "m")
    chances = [likelihood(latin, form, "hicham", region) for region in ("maghreb", "iraq")]
    assert chances[0] > chances[1]


def test_probabilities_are_over_all_found() -> None:
    """They fall, and do not sum to more than 1; no text comes twice."""
    found = arabize("Salem Hassan", 10)
    chances = [c.probability for c in found]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) <= 1.0 + 1e-9
    assert len({c.text for c in found}) == len(found)


@pytest.mark.parametrize("text", ["5", "😀 !", "محمد علي", "Иван"])
def test_what_has_no_latin_word_stays(text: str) -> None:
    """Numbers, emoji and other scripts come back as they are."""
    assert first(text) == text


def test_strange_words_stay_in_their_places() -> None:
    """Beside a name, what cannot be read stays as it is."""
    assert first("Mustafa 5 😀") == "مصطفى 5 😀"


def test_an_empty_string_has_no_candidate() -> None:
    """Nothing in, nothing out; spaces are nothing."""
    assert arabize("") == arabize("  ") == ()


def test_a_text_is_no_name() -> None:
    """Hundreds of words come back untouched, and at once."""
    text = "Mustafa " * 500
    assert arabize(text)[0].text == text


def test_glued_halves_come_apart() -> None:
    """عبدالله is عبد الله, and عبد alone is no compound."""
    assert apart("عبدالله") == "عبد الله"
    assert apart("نورالدين") == "نور الدين"
    assert apart("عبد") == "عبد"
