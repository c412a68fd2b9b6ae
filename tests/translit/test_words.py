"""Words in their places."""

import pytest

from nisba.translit.pieces import pieces_of
from nisba.translit.words import sentence_of


def contexts(text: str, number: int) -> frozenset[str]:
    """Contexts of a word of a text, by its number."""
    words = sentence_of(text).words
    return words[sorted(words)[number]].contexts


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("\u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u062a\u0631\u0628\u064a\u0629", True),
        # وزارة التربية
        ("\u0627\u0644\u0631\u0633\u0627\u0644\u0629 \u0627\u0644\u0628\u0647\u064a\u0629", False),
        # الرسالة البهية
        ("\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0645\u0635\u0631\u064a\u0629", False),
        # فاطمة المصرية
        ("\u0645\u062f\u064a\u0646\u0629 \u0643\u0628\u064a\u0631\u0629", False),
        # مدينة كبيرة
        ("\u0645\u062d\u0627\u0641\u0638\u0629 \u0628\u063a\u062f\u0627\u062f", True),
        # محافظة بغداد
        ("\u0647\u0628\u0629 \u0627\u0644\u0644\u0647", True),
        # هبة الله
        ("\u0641\u0627\u0637\u0645\u0629 \u0628\u0646\u062a \u0623\u062d\u0645\u062f", False),
        # فاطمة بنت أحمد
    ],
)
def test_the_construct_state(text: str, construct: bool) -> None:
    """A noun is determined by a noun with the article or a name, not by its adjective.

    A person's name is determined by nothing but the divine name.
    """
    assert ("construct" in contexts(text, 0)) is construct


def test_a_comma_parts_words() -> None:
    """No word determines another across a comma."""
    text = "\u0648\u0632\u0627\u0631\u0629\u060c \u0627\u0644\u062a\u0631\u0628\u064a\u0629"
    assert "construct" not in contexts(text, 0)
    assert "pause" in contexts(text, 0)


def test_compounds_are_seen() -> None:
    """ʻAbd al-Raḥmān, Nūr al-Dīn and Abū Bakr are one name each, Muḥammad al-Raḥmān is not."""
    rahman, din = "\u0627\u0644\u0631\u062d\u0645\u0646", "\u0627\u0644\u062f\u064a\u0646"
    assert "compound" in contexts(f"\u0639\u0628\u062f {rahman}", 1)  # عبد الرحمن
    assert "compound" in contexts(f"\u0646\u0648\u0631 {din}", 1)  # نور الدين
    assert "compound" in contexts("\u0623\u0628\u0648 \u0628\u0643\u0631", 1)  # أبو بكر
    assert "compound" not in contexts(f"\u0645\u062d\u0645\u062f {rahman}", 1)  # محمد الرحمن


def test_pieces_cover_the_text() -> None:
    """Every character of the input lies in one piece, in order."""
    text = "\u0639\u0644\u064a\u060c Ali 5 \U0001f600 \u0645\u062d\u0645\u062f\u200f"
    pieces = pieces_of(text)
    assert [p.start for p in pieces[1:]] == [p.end for p in pieces[:-1]]
    assert (pieces[0].start, pieces[-1].end) == (0, len(text))


def test_a_glued_compound_is_two_words() -> None:
    """عبدالله is written in one and said in two; both have the place of the whole."""
    first, second = pieces_of("\u0639\u0628\u062f\u0627\u0644\u0644\u0647")
    assert (first.word, second.word) == ("\u0639\u0628\u062f", "\u0627\u0644\u0644\u0647")
    assert (second.start, second.end, second.glued) == (0, 7, True)
