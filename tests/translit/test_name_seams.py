"""Names of two words that are written in one."""

import pytest

from nisba.names.words import Reading, read
from nisba.text.clean import ZWNJ
from nisba.translit import name_seams
from nisba.translit.name_seams import is_compound, parted, parts_of
from nisba.translit.signs import signs_of


@pytest.mark.parametrize(
    ("word", "apart", "parts"),
    [
        (
            "\u0627\u0628\u0648\u0627\u0644\u0641\u0636\u0644",  # ابوالفضل
            False,
            [("\u0627\u0628\u0648", ""), ("\u0627\u0644\u0641\u0636\u0644", " ")],
        ),
        (
            "\u0645\u062d\u0645\u062f\u0631\u0636\u0627",  # محمدرضا
            True,
            [("\u0645\u062d\u0645\u062f", ""), ("\u0631\u0636\u0627", " ")],
        ),
        (
            "\u0645\u062d\u0645\u062f\u0631\u0636\u0627",
            False,
            [("\u0645\u062d\u0645\u062f", ""), ("\u0631\u0636\u0627", "")],
        ),
        (
            f"\u06a9\u0627\u0638\u0645{ZWNJ}\u0632\u0627\u062f\u0647",  # کاظم‌زاده
            True,
            [("\u06a9\u0627\u0638\u0645", ""), ("\u0632\u0627\u062f\u0647", ZWNJ)],
        ),
        ("\u0645\u062d\u0645\u0648\u062f", True, [("\u0645\u062d\u0645\u0648\u062f", "")]),
    ],
)
def test_a_word_falls_into_its_names(word: str, apart: bool, parts: list[tuple[str, str]]) -> None:
    """Compounds always fall apart, double names where they are wanted apart, one name never."""
    assert list(parts_of(word, apart)) == parts


def test_the_halves_of_a_compound_know_each_other() -> None:
    """Abd and what follows it, and anything before al-Din, are one name; a nisba is not."""
    abd, rahman = "\u0639\u0628\u062f", "\u0627\u0644\u0631\u062d\u0645\u0646"
    nur, din = "\u0646\u0648\u0631", "\u0627\u0644\u062f\u064a\u0646"
    kazimi = "\u0627\u0644\u0643\u0627\u0638\u0645\u064a"
    assert is_compound(abd, rahman)
    assert is_compound(nur, din)
    assert not is_compound(nur, kazimi)


def test_a_field_of_non_joiners_costs_no_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of many parts of a word is read a few times, however many there are."""
    calls: list[str] = []

    def counted(word: str) -> Reading:
        calls.append(word)
        return read(word)

    monkeypatch.setattr(name_seams, "read", counted)
    assert len(list(parts_of(ZWNJ.join("\u0628" * 10_000), True))) == 10_000
    assert len(calls) < 50_000


def test_glued_names_are_parted_without_losing_their_place() -> None:
    """The space inside عبدالعزيز has no width of its own."""
    text = "\u0639\u0628\u062f\u0627\u0644\u0639\u0632\u064a\u0632"
    signs = parted(text, tuple(signs_of(text)))
    space = next(sign for sign in signs if sign.char == " ")
    assert (space.start, space.end) == (3, 3)
    assert len(signs) == len(text) + 1
