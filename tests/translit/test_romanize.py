"""Romanizing: names and running text, with and without vowels, and what is neither."""

import unicodedata

import pytest

from nisba.translit.romanize import romanize
from nisba.translit.schemes import UnknownScheme, scheme_ids

MUSTAFA = (
    "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # مصطفى الكاظمي
)


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        ("ala-lc", "Muṣṭafá al-Kāẓimī"),
        ("bgn-pcgn-1956", "Muşţafá al Kāz̧imī"),
        ("un-2017", "Mus̱ṯafá Al Kād͟himī"),
        ("ei-three", "Muṣṭafā l-Kāẓimī"),
        ("odni-2015", "Mustafa al-Kazimi"),
    ],
)
def test_an_unvocalised_name_is_vocalised(scheme: str, written: str) -> None:
    """A name without vowels is written with those that its bearers say."""
    assert romanize(MUSTAFA, scheme) == written


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("\u0639\u0645\u0631\u0648 \u0628\u0646 \u0627\u0644\u0639\u0627\u0635", "ʻAmr ibn al-ʻĀṣ"),
        # عمرو بن العاص
        ("\u0637\u0647 \u062d\u0633\u064a\u0646", "Ṭāhā Ḥusayn"),  # طه حسين
        ("\u0622\u0644 \u062b\u0627\u0646\u064a", "Āl Thānī"),  # آل ثاني
        ("\u0639\u0628\u062f\u0627\u0644\u0648\u0647\u0627\u0628", "ʻAbd al-Wahhāb"),  # عبدالوهاب
        ("\u0646\u0635\u0631 \u0627\u0644\u0644\u0647", "Naṣr Allāh"),  # نصر الله
        ("\u0623\u0628\u0648 \u0627\u0644\u0644\u064a\u062b", "Abū al-Layth"),  # أبو الليث
        ("\u0645\u062d\u064a\u064a \u0627\u0644\u062f\u064a\u0646", "Muḥyī al-Dīn"),  # محيي الدين
    ],
)
def test_names_of_the_onomasticon(arabic: str, latin: str) -> None:
    """Odd spellings, compounds written in one, and heads of names come out as catalogues have
    them."""
    assert romanize(arabic) == latin


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        (
            "\u0627\u0644\u0645\u0631\u0623\u0629 \u0641\u064a \u0627\u0644\u0623\u062f\u0628",
            "al-Marʼah fī al-adab",
        ),  # المرأة في الأدب
        (
            "\u0643\u062a\u0627\u0628\u0647 \u0648\u0642\u0644\u0645\u0647\u0627",
            "kitābuhu wa-qalamuhā",
        ),  # كتابه وقلمها
    ],
)
def test_running_text(arabic: str, latin: str) -> None:
    """The first noun of a title has a capital, common words have none, prefixes a hyphen."""
    assert romanize(arabic) == latin


def test_a_pronoun_loses_its_vowel_in_pause() -> None:
    """ḥayātuhu stands before another word, wa-ʻaṣruh at the end (ALA-LC rule 13)."""
    text = "\u062d\u064a\u0627\u062a\u0647 \u0648\u0639\u0635\u0631\u0647"  # حياته وعصره
    assert romanize(text) == "ḥayātuhu wa-ʻaṣruh"


@pytest.mark.parametrize("scheme", scheme_ids())
def test_nothing_gives_nothing(scheme: str) -> None:
    """An empty text is an empty text in every standard."""
    assert romanize("", scheme) == ""


@pytest.mark.parametrize(
    "text", ["Ali", "G20, 5 %", "\U0001f600", "\u05d0\u05d1", "\U000e0001", " "]
)
def test_what_is_not_arabic_passes(text: str) -> None:
    """Other scripts, digits, emoji and unassigned code points stay as they came."""
    assert romanize(text) == text


def test_what_passes_is_told() -> None:
    """The detail names what was left as it is, and where."""
    found = romanize("\u0639\u0644\u064a \U0001f600", detail=True)  # علي
    assert [(note.code, note.start, note.end) for note in found.notes] == [("unknown", 3, 5)]
    assert found.text == "ʻAlī \U0001f600"


def test_a_sign_of_recitation_is_told() -> None:
    """A mark over a word that no standard writes is left out, and not in silence."""
    found = romanize("\u0645\u062d\u0645\u062f\u06d6", detail=True)  # محمد with a pause sign
    assert found.text == "Muḥammad"
    assert [(note.code, note.text) for note in found.notes] == [("left-out", "\u06d6")]


def test_a_run_too_long_for_a_word_passes() -> None:
    """A hostile run of letters is passed on with a note, in no time."""
    run = "\u0628" * 20_000
    found = romanize(run, detail=True)
    assert found.text == run
    assert [note.code for note in found.notes] == ["unread"]


def test_arabic_signs_and_digits_have_latin_ones() -> None:
    """Comma, semicolon, question mark and digits are those of the Latin script."""
    assert romanize("\u0639\u0644\u064a\u060c \u0662\u0660\u0662\u0660\u061f") == "ʻAlī, 2020?"


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_forms_are_one(form: str) -> None:
    """A name is written alike whatever normal form it comes in."""
    name = "\u0645\u064f\u0624\u0652\u0645\u0650\u0646 \u0622\u062f\u064e\u0645"  # مُؤْمِن آدَم
    assert romanize(unicodedata.normalize(form, name)) == "Muʼmin Ādam"  # type: ignore[arg-type]


def test_the_detail_says_who_supplied_the_vowels() -> None:
    """Vowels that stand in the input are nobody's; those that do not have their origin."""
    found = romanize(
        "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f \u062d\u0633\u0646", detail=True
    )
    assert [(s.start, s.end, s.reading.origin) for s in found.supplied] == [(9, 12, "curated")]
    assert found.text == "Muḥammad Ḥasan"


def test_the_detail_names_the_rules() -> None:
    """Each rule that fired is told with its place in the input and what it wrote."""
    found = romanize(
        "\u0627\u0644\u0634\u064e\u0645\u0652\u0633", "din-31635", detail=True
    )  # الشَمْس
    assert [(s.rule, s.output) for s in found.steps][:2] == [
        ("article-sun", "aš-"),
        ("letter-shin", "Š"),
    ]
    assert {(s.start, s.end) for s in found.steps} == {(0, 7)}


def test_the_text_is_the_same_with_detail() -> None:
    """Asking for the detail changes no letter."""
    for scheme in scheme_ids():
        assert romanize(MUSTAFA, scheme) == romanize(MUSTAFA, scheme, detail=True).text


def test_an_unknown_scheme_is_an_error() -> None:
    """A standard that nobody knows is not silently another."""
    with pytest.raises(UnknownScheme, match="ala-lc"):
        romanize(MUSTAFA, "ala")


def test_a_kind_decides_on_capitals() -> None:
    """A title opens with a capital, running text does not, and every word of a name has one."""
    text = "\u0645\u0646 \u0627\u0644\u062d\u064a\u0627\u0629"  # من الحياة
    assert romanize(text, kind="text") == "min al-ḥayāh"
    assert romanize(text, kind="title") == "Min al-ḥayāh"
    assert (
        romanize("\u0643\u062a\u0627\u0628 \u0627\u0644\u062d\u064a\u0627\u0629", kind="name")
        == "Kitāb al-Ḥayāh"
    )
    # كتاب الحياة


def test_a_prefix_that_opens_a_title_has_the_capital() -> None:
    """The capital of a title goes to its first letter, but never to the article."""
    assert romanize("\u0644\u0644\u062d\u064a\u0627\u0629", kind="title") == "Lil-ḥayāh"  # للحياة
    assert romanize("\u0627\u0644\u062d\u064a\u0627\u0629", kind="title") == "al-Ḥayāh"  # الحياة
    assert romanize(
        "\u0644\u0644\u062d\u064a\u0627\u0629", "bgn-pcgn-1956", kind="title"
    ) == romanize("\u0644\u0644\u062d\u064a\u0627\u0629", "bgn-pcgn-1956", kind="text")


def test_an_unknown_kind_is_told() -> None:
    """The error names the kinds."""
    with pytest.raises(ValueError, match="any, name, title, text"):
        romanize("\u0643", kind="poem")  # type: ignore[call-overload] # what is tested


def test_titles_before_a_name_have_its_capital() -> None:
    """al-Shaykh and al-Ustādh al-Duktūr are written as parts of the name that follows."""
    text = (
        "\u062a\u0623\u0644\u064a\u0641 \u0627\u0644\u0623\u0633\u062a\u0627\u0630"
        " \u0627\u0644\u062f\u0643\u062a\u0648\u0631 \u0645\u062d\u0645\u062f"
    )  # تأليف الأستاذ الدكتور محمد
    assert romanize(text) == "taʼlīf al-Ustādh al-Duktūr Muḥammad"


def test_a_noun_that_a_common_noun_determines_is_common() -> None:
    """ʻalá ḍifāf al-nahr: no publisher of that name is meant."""
    text = "\u0639\u0644\u0649 \u0636\u0641\u0627\u0641 \u0627\u0644\u0646\u0647\u0631"
    # على ضفاف النهر
    assert romanize(text, kind="text") == "ʻalá ḍifāf al-nahr"


def test_the_jussive_has_no_vowel_before_a_pronoun() -> None:
    """Behind lam the imperfect loses its vowel, elsewhere it keeps it."""
    verb = (
        "\u064a\u0630\u0643\u0631\u0647 \u0627\u0644\u062a\u0627\u0631\u064a\u062e"  # يذكره التاريخ
    )
    assert romanize(f"\u0645\u0627 {verb}", kind="text") == "mā yadhkuruhu al-tārīkh"  # ما
    assert romanize(f"\u0644\u0645 {verb}", kind="text") == "lam yadhkurhu al-tārīkh"  # لم


def test_a_title_that_no_name_follows_is_a_noun() -> None:
    """The shaykh of running text is no name unless one follows."""
    before = "\u0631\u0623\u064a \u0627\u0644\u0634\u064a\u062e"  # رأي الشيخ
    assert romanize(f"{before} \u0641\u064a \u0627\u0644\u0623\u062f\u0628", kind="text") == (
        "raʼy al-shaykh fī al-adab"
    )  # في الأدب
    assert (
        romanize(f"{before} \u0645\u062d\u0645\u062f", kind="text") == "raʼy al-Shaykh Muḥammad"
    )  # محمد
