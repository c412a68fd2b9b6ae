"""The tables of a gazetteer are plain tab-parted text, and their faults carry line numbers."""

from pathlib import Path

import pytest

from gazetteer.folders import RETIRED, SOURCES, sound, write
from nisba.gazetteer import check
from nisba.gazetteer.tables import (
    ELEMENT_COLUMNS,
    read_elements,
    read_retired,
    read_sources,
    skeleton_of,
)

HEADER = "\t".join(ELEMENT_COLUMNS) + "\n"
HASAN = "hasan\tحسن\tحَسَن\tḥasan\tgiven\tm\tgood\t5\tHacen | Assan\twhy\tgeneral\n"
MUNA = "muna\tمنى\tمُنَى\tmuná\tgiven\tf\twishes\t\t\t\tgeneral\n"


def elements(folder: Path, text: str) -> list[tuple[str, int]]:
    """Return code and line of the findings of a table of elements in a sound gazetteer."""
    write(sound(folder) / "elements" / "given.tsv", text)
    return [(f.code, f.line) for f in check(folder)]


def test_a_sound_table_of_elements_has_no_findings(tmp_path: Path) -> None:
    """The rows that the other tests spoil are clean."""
    assert elements(tmp_path, HEADER + HASAN + MUNA) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("\tgeneral", "", "fields"),
        ("\tgeneral", "\tgeneral\t", "fields"),
        ("\tgeneral", "\trumour", "source"),
        ("\tgeneral", "\t", "empty"),
        ("حَسَن", "", "empty"),
        ("حَسَن", "حسن", "vocalised"),
        ("حَسَن", "حسْن", "vocalised"),
        ("حَسَن", "حُسَين", "skeleton"),
        ("\tgiven", "\tfirst", "kind"),
        ("\tm\t", "\tx\t", "gender"),
        ("\t5\t", "\t6\t", "frequency"),
        ("\t5\t", "\tcommon\t", "frequency"),
        ("Hacen | Assan", "Hacen|Assan", "spellings"),
        ("Hacen | Assan", "Hacen | ", "spaces"),
        ("Hacen | Assan", "Hacen | hacen", "spellings"),
        ("\tgood", "\t good", "spaces"),
        ("\tgood", "\tgo\u200eod", "invisible"),
        ("hasan", "Hasan", "id"),
        ("hasan", "zayn", "unsorted"),
        ("hasan", "muna", "duplicate"),
    ],
)
def test_a_fault_of_a_row_is_reported(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A spoilt row gives this finding, at its own line or at the row it disturbs."""
    spoilt = HASAN.replace(old, new, 1)
    line = 3 if code in ("unsorted", "duplicate") else 2
    assert (code, line) in elements(tmp_path, HEADER + spoilt + MUNA)


def test_each_faulty_row_is_reported(tmp_path: Path) -> None:
    """Ten rows with a fault each are ten findings."""
    rows = [HASAN.replace("hasan", f"hasan-{n}").replace("given", f"first-{n}") for n in range(10)]
    assert elements(tmp_path, HEADER + "".join(rows)) == [("kind", n) for n in range(2, 12)]


@pytest.mark.parametrize("header", ["", "id\tarabic\n", HEADER.replace("note", "why")])
def test_the_header_is_exact(tmp_path: Path, header: str) -> None:
    """A table with another header is refused at line 1, and its rows are not guessed at."""
    assert elements(tmp_path, header + HASAN if header else "") == [("header", 1)]


def test_one_element_id_in_two_tables_is_refused(tmp_path: Path) -> None:
    """Element ids are unique across all tables of elements."""
    write(tmp_path / "elements" / "a.tsv", HEADER + HASAN)
    assert elements(tmp_path, HEADER + HASAN) == [("duplicate", 2)]


def test_a_quotation_mark_is_a_character(tmp_path: Path) -> None:
    """A field that begins with a quotation mark swallows no tab and no line end."""
    row = HASAN.replace("\tgood", '\t"good')
    table = read_elements(write(tmp_path / "a.tsv", HEADER + row + MUNA))
    assert table.findings == ()
    assert [r["gloss"] for r in table.rows] == ['"good', "wishes"]


def test_windows_line_ends_in_a_table_are_refused(tmp_path: Path) -> None:
    """CRLF is one finding, and does not stick to the last field."""
    table = read_elements(write(tmp_path / "a.tsv", (HEADER + HASAN).replace("\n", "\r\n")))
    assert [(f.code, f.line) for f in table.findings] == [("line-end", 1)]
    assert table.rows[0]["source"] == "general"


def test_alif_with_madda_counts_as_a_vowel(tmp_path: Path) -> None:
    """A form that writes its only vowel with U+0622 needs no other mark."""
    row = "al\tآل\tآل\tĀl\tfamily\t\thouse of\t\t\t\tgeneral\n"
    assert read_elements(write(tmp_path / "a.tsv", HEADER + row)).findings == ()


def test_the_skeleton_drops_every_mark() -> None:
    """Shadda, tanwin, sukun and the dagger alif are marks; hamza seats are letters."""
    assert skeleton_of("أَبُو الرَّحْمٰنِ") == "أبو الرحمن"


def test_a_source_has_a_licence(tmp_path: Path) -> None:
    """A source without a licence is refused."""
    table = read_sources(write(tmp_path / "s.tsv", SOURCES.replace("facts", "")))
    assert [(f.code, f.line, f.value) for f in table.findings] == [
        ("empty", 2, "licence"),
        ("empty", 3, "licence"),
    ]


@pytest.mark.parametrize("date", ["26.7.2021", "2021-13-01", "2021-7-26", "2021"])
def test_a_retirement_has_a_date(tmp_path: Path, date: str) -> None:
    """The date is year-month-day."""
    table = read_retired(write(tmp_path / "r.tsv", RETIRED + f"a\tb\tmerged\t{date}\n"))
    assert [(f.code, f.line) for f in table.findings] == [("date", 2)]


def test_a_retired_id_may_have_no_replacement(tmp_path: Path) -> None:
    """An id that was withdrawn has an empty new_id, and still is never used again."""
    table = read_retired(write(tmp_path / "r.tsv", RETIRED + "a\t\tno such person\t2021-07-26\n"))
    assert table.findings == ()


@pytest.mark.parametrize("name", ["habits.tsv", "countries.tsv"])
def test_tables_of_other_stages_are_checked(tmp_path: Path, name: str) -> None:
    """Field count, order, repeated rows and sources of these tables are checked by line."""
    rows = ["form\tgloss\tsource", "b\tx\tgeneral", "a\tx\tgeneral", "b\tx\tgeneral", "c\tx"]
    text = "\n".join([*rows, "d\tx\trumour", "d\ty\tgeneral"]) + "\n"
    write(sound(tmp_path) / name, text)
    assert [(f.code, f.line) for f in check(tmp_path)] == [
        ("unsorted", 3),
        ("duplicate", 4),
        ("fields", 5),
        ("source", 6),
    ]
