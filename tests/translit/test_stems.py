"""Prefixes, article and stem of a word."""

import pytest

from nisba.translit.stems import stem_of


@pytest.mark.parametrize(
    ("word", "prefixes", "article", "stem"),
    [
        ("\u0648\u0627\u0644\u0642\u0627\u0646\u0648\u0646", ("wa",), True, "qānūn"),  # والقانون
        ("\u0644\u0644\u0643\u062a\u0627\u0628", ("li",), True, "kitāb"),  # للكتاب
        ("\u0628\u0642\u0644\u0645", ("bi",), False, "qalam"),  # بقلم
        ("\u0628\u0627\u0644\u0643\u062a\u0627\u0628", ("bi",), True, "kitāb"),  # بالكتاب
        ("\u0648\u0645\u0639\u0647", ("wa",), False, "maʻahu"),  # ومعه
        ("\u0627\u0644\u0622\u062f\u0627\u0628", (), True, "ʼādāb"),  # الآداب
    ],
)
def test_prefixes_are_taken_off(
    word: str, prefixes: tuple[str, ...], article: bool, stem: str
) -> None:
    """Conjunction, preposition and article stand before the stem, glued in any order of Arabic."""
    found = stem_of(word)
    assert found is not None
    assert (found.prefixes, found.article, "".join(found.units)) == (prefixes, article, stem)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("\u0648\u0644\u064a\u062f", "walīd"),  # وليد
        ("\u0628\u062f\u0631", "badr"),  # بدر
        ("\u0643\u0631\u064a\u0645", "karīm"),  # كريم
        ("\u0644\u0628\u0646\u0627\u0646", "lubnān"),  # لبنان
        ("\u0641\u0627\u0631\u0633", "fāris"),  # فارس
        ("\u0627\u0644\u064a\u0627\u0633", "ʼilyās"),  # الياس
    ],
)
def test_a_name_keeps_its_first_letters(word: str, stem: str) -> None:
    """A name that begins like a prefix is no prefix with a rest that nobody knows."""
    found = stem_of(word)
    assert found is not None
    assert (found.prefixes, found.article, "".join(found.units)) == ((), False, stem)


def test_written_vowels_stand() -> None:
    """A vowel that the word writes is never exchanged for the commoner one."""
    found = stem_of("\u062d\u064e\u0633\u0651\u064e\u0627\u0646")  # حَسَّان
    assert found is not None
    assert found.reading.origin == "written"
    assert "".join(found.units) == "ḥassān"


def test_a_known_name_gets_its_long_vowel() -> None:
    """The lexicon supplies what is not written, and says so."""
    found = stem_of("\u0645\u0635\u0637\u0641\u0649")  # مصطفى
    assert found is not None
    assert found.reading.origin in ("curated", "catalogue")
    assert found.units[-1] == "á"


def test_ta_marbuta_behind_a_long_vowel_is_told_from_h() -> None:
    """The end of ṣalāh is tāʾ marbūṭa, that of ilāh a consonant."""
    prayer, god = stem_of("\u0635\u0644\u0627\u0629"), stem_of("\u0625\u0644\u0627\u0647")
    assert prayer is not None
    assert god is not None
    assert (prayer.units[-1], god.units[-1]) == ("ẗ", "h")


def test_a_letter_alone_is_itself() -> None:
    """An abbreviation gets no vowels."""
    found = stem_of("\u0642")
    assert found is not None
    assert found.units == ("q",)


def test_a_long_string_is_no_word() -> None:
    """What is longer than any word has no reading, and takes no time."""
    assert stem_of("\u0628" * 5000) is None


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("\u0623\u064e\u062d\u0652\u0645\u064e\u062f\u064f", "ʼaḥmad"),  # أَحْمَدُ
        ("\u064a\u064e\u062c\u0650\u0628\u064f", "yajibu"),  # يَجِبُ
        ("\u0630\u064e\u0644\u0650\u0643\u064e", "dhālika"),  # ذَلِكَ
        ("\u0645\u064e\u0644\u064e\u0623\u064e", "malaʼa"),  # مَلَأَ
    ],
)
def test_case_vowels_go_and_those_of_verbs_stay(word: str, stem: str) -> None:
    """The case of a name is no part of it; verbs, pronouns and particles keep their vowels."""
    found = stem_of(word)
    assert found is not None
    assert "".join(found.units) == stem


def test_a_hidden_alif_is_known() -> None:
    """Who marks every vowel of Raḥmān still seldom writes its long one."""
    found = stem_of("\u0627\u0644\u0631\u0651\u064e\u062d\u0652\u0645\u064e\u0646\u0650")
    assert found is not None
    assert "".join(found.units) == "raḥmān"


def test_an_unknown_letter_leaves_the_word_alone() -> None:
    """A word with a letter that stands for no Arabic sound is not cut down to the others."""
    assert stem_of("\u06cf\u0627\u0644\u064a") is None
