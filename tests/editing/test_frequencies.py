"""The frequency class of an element comes from the bearers that registers count."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba.editing.frequencies import bearers_of, class_of, write_classes
from nisba.gazetteer.tables import ELEMENT_COLUMNS, read_elements

HASAN = "\u062d\u0633\u0646"  # حسن
HUSAYN = "\u062d\u0633\u064a\u0646"  # حسين
SALIM = "\u0633\u0627\u0644\u0645"  # سالم
HASSAN = "\u062d\u0633\u0627\u0646"  # حسان
ABU_HASAN = f"\u0623\u0628\u0648 {HASAN}"  # أبو حسن
UNITS = (
    (HASAN, "Hassan", 600),
    (HUSAYN, "Hussein", 300),
    (f"\u0627\u0628\u0648 {HASAN}", "Abu Hassan", 7),  # ابو حسن
    ("\u0645\u0644\u0643", "Malek", 40),  # ملك
    ("\u0645\u0644\u0643", "Malak", 40),
)


def data(folder: Path) -> Path:
    """Write registers of five spellings, and a catalogue of one word."""
    lines = ["arabic_key\tlatin\tcountry\trole\tcount\tsource"]
    lines += [f"{key}\t{latin}\tEG\tgiven\t{count}\ttest" for key, latin, count in UNITS]
    write(folder / "name_units.tsv", "".join(f"{line}\n" for line in lines))
    write(folder / "lc_words.tsv", "arabic\tala_lc\tfreq\n")
    return folder


def table(folder: Path, *rows: tuple[str, str, str, str]) -> Path:
    """Write a table of elements: id, Arabic, its vowels, romanized."""
    lines = ["\t".join(ELEMENT_COLUMNS)]
    lines += ["\t".join([*row, "given", *[""] * 5, "general"]) for row in sorted(rows)]
    return write(folder / "elements" / "given.tsv", "".join(f"{line}\n" for line in lines))


MALIK = ("malik", "\u0645\u0644\u0643", "\u0645\u064e\u0644\u0650\u0643", "Malik")  # مَلِك
MALAK = ("malak", "\u0645\u0644\u0643", "\u0645\u064e\u0644\u064e\u0643", "Malak")  # مَلَك
ROWS = (
    ("hasan", HASAN, "\u062d\u064e\u0633\u064e\u0646", "\u1e24asan"),
    (
        "abu-hasan",
        ABU_HASAN,
        "\u0623\u064e\u0628\u064f\u0648 \u062d\u0633\u0646",
        "Ab\u016b \u1e24asan",
    ),
    ("salim", SALIM, "\u0633\u064e\u0627\u0644\u0650\u0645", "S\u0101lim"),
    MALIK,
    MALAK,
)


def counted(folder: Path) -> tuple[dict[str, float], float]:
    """Count the bearers of the five elements."""
    path = table(folder, *ROWS)
    return bearers_of(read_elements(path).rows, data(folder), path.parent)


def test_bearers_are_those_of_the_word(tmp_path: Path) -> None:
    """A word of one reading has all bearers of its spellings; the whole is every part counted."""
    found, among = counted(tmp_path)
    assert found["hasan"] == pytest.approx(600)
    assert (found["salim"], among) == (0.0, 987.0)


def test_an_element_of_two_words_counts_both(tmp_path: Path) -> None:
    """Abu Hasan is counted where these two words stand, whatever the seat of hamza."""
    assert counted(tmp_path)[0]["abu-hasan"] == 7


def test_two_readings_share_their_spellings(tmp_path: Path) -> None:
    """Malek is heard as Malik more than as Malak, Malak the other way; nothing is lost."""
    found, _ = counted(tmp_path)
    assert found["malik"] + found["malak"] == pytest.approx(80)
    assert 20 < found["malik"] < 60


def test_each_class_is_four_times_as_rare_as_the_one_above() -> None:
    """The bounds belong to the commoner class."""
    assert [class_of(n, 64_000) for n in (64, 63, 16, 15, 4, 3, 1, 0.9)] == list("54433221")


def test_only_the_column_is_written(tmp_path: Path) -> None:
    """Every other cell stays, an element that was not counted keeps its class, twice is once."""
    path = table(tmp_path, MALIK, MALAK)
    before = path.read_text(encoding="utf-8")
    assert write_classes(path, {"malik": "3"}) == 1
    cells = [row.cells for row in read_elements(path).rows]
    assert [cell["frequency"] for cell in cells] == ["", "3"]
    assert path.read_text(encoding="utf-8").replace("\t3\t", "\t\t") == before
    assert write_classes(path, {"malik": "3"}) == 0


def test_a_faulty_table_is_left_alone(tmp_path: Path) -> None:
    """A row that the reader had to leave out would be lost by writing."""
    path = table(tmp_path, MALIK, MALAK)
    path.write_text(path.read_text(encoding="utf-8") + "zayd\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ValueError, match=r"given\.tsv:4"):
        write_classes(path, {"malik": "3"})
    assert path.read_bytes() == before
