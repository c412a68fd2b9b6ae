"""The vowels of an element and its romanization are held against each other."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba._data import curated
from nisba.editing.vocalising import disagreement, misread_elements
from nisba.gazetteer.tables import ELEMENT_COLUMNS, read_elements

HASAN = "\u062d\u064e\u0633\u064e\u0646"  # حَسَن


@pytest.mark.parametrize("wrong", ["\u1e24usn", "\u1e24ass\u0101n", "\u1e24usayn", "Hasan"])
def test_other_vowels_and_letters_are_noticed(wrong: str) -> None:
    """A short vowel, a doubled letter, a plain h for ḥ: each is another word."""
    assert disagreement(HASAN, "\u1e24asan") == ""
    assert "spell \u1e25asan" in disagreement(HASAN, wrong)


def test_one_waw_may_write_a_long_u_behind_it() -> None:
    """Dāwūd is written with one waw: the short u of its marks is the long one of the name."""
    dawud = "\u062f\u064e\u0627\u0648\u064f\u062f"  # دَاوُد
    assert disagreement(dawud, "D\u0101w\u016bd") == ""
    assert "spell d\u0101wud" in disagreement(dawud, "D\u0101wid")


def test_a_missing_word_is_noticed() -> None:
    """Both columns have as many words."""
    assert "2 words, and romanized 1" in disagreement(f"{HASAN} {HASAN}", "\u1e24asan")


def test_the_question_has_its_line(tmp_path: Path) -> None:
    """A row of which one column was corrected alone is a question at its line."""
    row = ["hasan", "\u062d\u0633\u0646", HASAN, "\u1e24usn", "given", "m"]
    cells = [*row, *[""] * 4, "general"]
    table = "\t".join(ELEMENT_COLUMNS) + "\n" + "\t".join(cells) + "\n"
    (found,) = misread_elements([read_elements(write(tmp_path / "given.tsv", table))])
    assert (found.line, found.code, found.value) == (2, "vowels", "\u1e24usn")


def test_hardly_an_element_is_asked_about() -> None:
    """Of the curated elements not one in two hundred is questioned."""
    tables = [read_elements(path) for path in sorted(curated("elements").glob("*.tsv"))]
    rows = sum(len(table.rows) for table in tables)
    assert rows > 2_000
    assert len(list(misread_elements(tables))) < rows / 200
