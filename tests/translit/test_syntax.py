"""Neighbours decide between words of running text that are spelled alike."""

import pytest

from nisba.translit.romanize import romanize


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("\u0644\u0645 \u064a\u0643\u062a\u0628 \u0634\u064a\u0626\u0627", "lam yaktub shayʼan"),
        # لم يكتب شيئا
        ("\u0623\u0646 \u064a\u0643\u062a\u0628 \u0634\u064a\u0626\u0627", "an yaktuba shayʼan"),
        # أن يكتب شيئا
        ("\u0647\u0648 \u064a\u0643\u062a\u0628", "huwa yaktub"),  # هو يكتب
        (
            "\u0627\u0644\u0630\u064a \u0643\u062a\u0628 \u0627\u0644\u0643\u062a\u0627\u0628",
            "alladhī kataba al-kitāb",
        ),
        # الذي كتب الكتاب
        (
            "\u0641\u064a \u0643\u062a\u0628 \u0627\u0644\u062a\u0627\u0631\u064a\u062e",
            "fī kutub al-tārīkh",
        ),
        # في كتب التاريخ
        ("\u0627\u0644\u0642\u0635\u0635 \u0627\u0644\u062f\u064a\u0646\u064a", "al-qaṣaṣ al-dīnī"),
        # القصص الديني
        (
            "\u0627\u0644\u0642\u0635\u0635 \u0627\u0644\u0642\u0635\u064a\u0631\u0629",
            "al-qiṣaṣ al-qaṣīrah",
        ),
        # القصص القصيرة
        ("\u0641\u064a \u0623\u0631\u0636\u0646\u0627", "fī arḍinā"),  # في أرضنا
        (
            "\u0644\u0644\u063a\u0629 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "lil-lughah al-ʻArabīyah",
        ),
        # للغة العربية
    ],
)
def test_a_word_is_read_with_its_neighbours(arabic: str, latin: str) -> None:
    """Mood, noun or verb, and the number of a noun follow what stands beside a word."""
    assert romanize(arabic, kind="text") == latin


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        (
            "\u0643\u064a\u0641 \u0646\u0643\u062a\u0628 "
            "\u0627\u0644\u062a\u0627\u0631\u064a\u062e",
            "Kayfa naktubu al-tārīkh",
        ),
        # كيف نكتب التاريخ
        ("\u0641\u064a \u0627\u0644\u0637\u0631\u064a\u0642", "fī al-ṭarīq"),  # في الطريق
        (
            "\u062a\u0631\u062c\u0645\u0629 \u0645\u062d\u0645\u062f \u0639\u0644\u064a",
            "tarjamat Muḥammad ʻAlī",
        ),  # ترجمة محمد علي
        (
            "\u062a\u0631\u062c\u0645\u0629 \u0627\u0644\u0634\u0639\u0631",
            "Tarjamat al-shiʻr",
        ),  # ترجمة الشعر
        (
            "\u0641\u064a \u0627\u0644\u0645\u0645\u0644\u0643\u0629 "
            "\u0627\u0644\u0645\u063a\u0631\u0628\u064a\u0629",
            "fī al-Mamlakah al-Maghribīyah",
        ),  # في المملكة المغربية
        (
            "\u062a\u062d\u0642\u064a\u0642 \u0639\u0628\u062f "
            "\u0627\u0644\u0633\u0644\u0627\u0645",
            "taḥqīq ʻAbd al-Salām",
        ),  # تحقيق عبد السلام
    ],
)
def test_capitals_of_titles_and_statements(arabic: str, latin: str) -> None:
    """A title's first word has a capital, a statement's and a phrase's has none."""
    assert romanize(arabic) == latin
