"""Where the editors read a word otherwise than the catalogue does, a command tells."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba.editing.catalogue import disagreements, readings_of
from nisba.gazetteer.tables import ELEMENT_COLUMNS, Row

HASAN = "\u062d\u0633\u0646"  # حسن
HIBAH = "\u0647\u0628\u0629"  # هبة
ALLAH = "\u0627\u0644\u0644\u0647"  # الله
FAYIZ = "\u0641\u0627\u064a\u0632"  # فايز


def element(arabic: str, romanized: str, note: str = "") -> Row:
    """A row of a table of elements."""
    cells = dict.fromkeys(ELEMENT_COLUMNS, "")
    return Row(2, cells | {"arabic": arabic, "romanized": romanized, "note": note})


def words(folder: Path, *rows: tuple[str, str, int]) -> Path:
    """Write a catalogue's list."""
    lines = ["arabic\tala_lc\tfreq", *(f"{word}\t{latin}\t{n}" for word, latin, n in rows)]
    return write(folder / "words.tsv", "".join(f"{line}\n" for line in lines))


def told(folder: Path, row: Row, *rows: tuple[str, str, int]) -> list[str]:
    """The disagreements about one element, as text."""
    return list(map(str, disagreements([row], readings_of(words(folder, *rows)))))


def test_another_reading_is_told_with_its_number(tmp_path: Path) -> None:
    """The commonest reading comes first; without a note the line says so."""
    rows = ((HASAN, "\u1e25isn", 3), (f"\u0627\u0644{HASAN}", "al-\u1e24usn", 5))
    assert told(tmp_path, element(HASAN, "\u1e24asan"), *rows) == [
        "\u1e24asan: \u1e24asan: the catalogue reads \u1e24usn (5), \u1e25isn (3): no note says why"
    ]
    assert told(tmp_path, element(HASAN, "\u1e24asan", "two words"), *rows)[0].endswith("two words")


@pytest.mark.parametrize("latin", ["\u1e24asan", "\u1e25asan", "al-\u1e24asan"])
def test_one_equal_reading_is_agreement(tmp_path: Path, latin: str) -> None:
    """Capitals and the article do not matter, nor what else the catalogue reads."""
    arabic = f"\u0627\u0644{HASAN}" if latin.startswith("al-") else HASAN
    assert (
        told(tmp_path, element(HASAN, "\u1e24asan"), (HASAN, "\u1e24usn", 9), (arabic, latin, 1))
        == []
    )


def test_a_word_that_the_catalogue_lacks_is_no_matter(tmp_path: Path) -> None:
    """There is nothing to agree with; readings that are no forms count for none."""
    assert told(tmp_path, element(HASAN, "\u1e24asan")) == []
    assert told(tmp_path, element(HASAN, "\u1e24asan"), (HASAN, "Hosen", 5)) == []


def test_each_word_of_a_compound_is_compared(tmp_path: Path) -> None:
    """Hibah before another word is Hibat; Hubah would be another vowel."""
    row = element(f"{HIBAH} {ALLAH}", "Hibat All\u0101h")
    assert told(tmp_path, row, (HIBAH, "Hibah", 4)) == []
    assert len(told(tmp_path, row, (HIBAH, "hubbah", 4))) == 1


def test_hamza_that_the_list_has_lost_is_another_word(tmp_path: Path) -> None:
    """A reading that the letters of the element cannot write is not compared."""
    row = element("\u0622\u062f\u0645", "\u0100dam")  # آدم
    assert told(tmp_path, row, ("\u0627\u062f\u0645", "udm", 3)) == []  # ادم
