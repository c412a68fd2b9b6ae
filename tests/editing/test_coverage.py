"""How much of a list of names elements and lexicon cover."""

from pathlib import Path

from gazetteer.folders import write
from nisba.editing.coverage import coverage_of
from nisba.gazetteer.tables import ELEMENT_COLUMNS

ROWS = (
    ["hasan", "\u062d\u0633\u0646", "\u062d\u064e\u0633\u064e\u0646", "\u1e24asan", "given"],
    ["sadr", "\u0635\u062f\u0631", "\u0635\u064e\u062f\u0631", "\u1e62adr", "family"],
)
HASAN = "\u062d\u0633\u0646"  # حسن
SADR = "\u0627\u0644\u0635\u062f\u0631"  # الصدر
MUHAMMAD = "\u0645\u062d\u0645\u062f"  # محمد


def elements(folder: Path) -> Path:
    """Write a gazetteer of two elements."""
    lines = [
        "\t".join(ELEMENT_COLUMNS),
        *("\t".join([*row, *[""] * 5, "general"]) for row in ROWS),
    ]
    write(folder / "elements" / "given.tsv", "".join(f"{line}\n" for line in lines))
    return folder


def test_words_are_counted_as_often_as_they_come(tmp_path: Path) -> None:
    """A name that comes three times counts three times, in both scripts alike."""
    for names in ({f"{HASAN} {SADR}": 3, MUHAMMAD: 1}, {"Hassan al-Sadr": 3, "Mohammed": 1}):
        found = coverage_of(names, elements(tmp_path))
        assert (found.names, found.words, found.elements, found.lexicon) == (4, 7, 6, 1)
        assert found.by_both == 1.0


def test_the_article_is_left_aside(tmp_path: Path) -> None:
    """Sadr and al-Sadr are one word."""
    found = coverage_of({"Hassan Sadr": 1, "Hassan el-Sadr": 1, SADR: 1}, elements(tmp_path))
    assert found.uncovered == ()


def test_the_article_of_a_short_word_is_left_aside(tmp_path: Path) -> None:
    """Four letters that begin like the article may be a word of two with it (المر)."""
    lines = ["murr", "\u0645\u0631", "\u0645\u064f\u0631\u0651", "Murr", "family", *[""] * 5]
    table = "\t".join(ELEMENT_COLUMNS) + "\n" + "\t".join([*lines, "general"]) + "\n"
    write(tmp_path / "elements" / "family.tsv", table)
    assert coverage_of({"\u0627\u0644\u0645\u0631": 1}, tmp_path).elements == 1
    assert coverage_of({"\u0627\u0644\u0645\u062f": 1}, tmp_path).elements == 0


def test_what_elements_lack_is_listed_commonest_first(tmp_path: Path) -> None:
    """The list tells which words the lexicon has, and which nobody."""
    found = coverage_of({"Muhammad Zzyzx": 2, "Zzyzx": 1}, elements(tmp_path))
    told = [(gone.word, gone.times, gone.derived) for gone in found.uncovered]
    assert told == [("zzyzx", 3, False), ("muhammad", 2, True)]


def test_titles_and_initials_are_no_words(tmp_path: Path) -> None:
    """Only the names of a name are counted."""
    assert coverage_of({"Dr. M. Hassan al-Sadr": 1}, elements(tmp_path)).words == 2


def test_no_names_are_covered_by_nothing(tmp_path: Path) -> None:
    """An empty list has no words, and divides by none."""
    found = coverage_of({}, elements(tmp_path))
    assert (found.words, found.by_elements, found.by_both) == (0, 0.0, 0.0)
