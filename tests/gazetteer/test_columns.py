"""A gazetteer from a CSV file: all cells are text, and a faulty row is named by its line."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba.gazetteer import FaultyGazetteer, Gazetteer


def read(folder: Path, data: str | bytes, encoding: str | None = None) -> list[tuple[str, str]]:
    """Return the (id, name) pairs that a file gives."""
    path = write(folder / "names.csv", data)
    made = Gazetteer.read_csv(path, encoding=encoding)
    return [(identity.id, name.text) for identity, name in made.names()]


def faults(folder: Path, data: str | bytes) -> list[tuple[str, int, str]]:
    """Return code, line and value of each fault of a file."""
    with pytest.raises(FaultyGazetteer) as caught:
        read(folder, data)
    assert all(f.path.name == "names.csv" for f in caught.value.findings)
    return [(f.code, f.line, f.value) for f in caught.value.findings]


@pytest.mark.parametrize("name", ["NA", "null", "nan", "010", "1e3", "True", "None"])
def test_cells_are_text(tmp_path: Path, name: str) -> None:
    """What pandas would take for a number or a missing value stays as it stands."""
    assert read(tmp_path, f"id,name\n007,{name}\n") == [("007", name)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_header_s(tmp_path: Path, delimiter: str) -> None:
    """Fields may be parted by a comma, semicolon, tab or bar."""
    text = 'note,id,name\n,1,Ali\n,1,"Ali"\n'.replace(",", delimiter)
    assert read(tmp_path, text) == [("1", "Ali")]


def test_the_columns_are_named(tmp_path: Path) -> None:
    """Other columns may hold the ids and names."""
    path = write(tmp_path / "a.csv", "key,person\nq1,علي\n")
    made = Gazetteer.read_csv(path, id_column="key", name_column="person")
    assert made.label("q1") == "علي"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mark_of_the_encoding_is_no_part_of_the_header(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with or without its mark, and UTF-16 with it, are read without being named."""
    assert read(tmp_path, "id,name\r\n1,علي\r\n".encode(encoding)) == [("1", "علي")]


def test_another_encoding_is_named_by_the_caller(tmp_path: Path) -> None:
    """Windows-1256 is refused with the byte, until the caller names it."""
    data = "id,name\n1,علي\n".encode("windows-1256")
    assert faults(tmp_path, data) == [("encoding", 2, "da e1 ed 0a")]
    assert read(tmp_path, data, encoding="windows-1256") == [("1", "علي")]


def test_a_missing_column_says_what_there_is(tmp_path: Path) -> None:
    """The error lists the columns of the file."""
    with pytest.raises(FaultyGazetteer, match="'ID', 'full name'") as caught:
        read(tmp_path, "ID,full name\n1,Ali\n")
    assert [f.value for f in caught.value.findings] == ["id", "name"]


def test_an_empty_file_has_no_columns(tmp_path: Path) -> None:
    """A file without a header is refused like one without the columns."""
    assert [code for code, _, _ in faults(tmp_path, "")] == ["column", "column"]


def test_empty_cells_are_named_by_their_lines(tmp_path: Path) -> None:
    """Every empty id and name is reported, under a cell of two lines too; blank rows are not."""
    data = 'id,name,note\n1,Ali,"two\nlines"\n\n2,,x\n,Omar,\n'
    assert faults(tmp_path, data) == [("cell", 5, ""), ("cell", 6, "")]


def test_a_lost_quotation_mark_is_noticed(tmp_path: Path) -> None:
    """A name that swallowed the next line is refused, and does not become a name."""
    assert faults(tmp_path, 'id,name\n1,"Ali\n2,Omar"\n') == [("cell", 2, "Ali\\n2,Omar")]


def test_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    """A quotation mark that is never closed is reported at the row that opens it."""
    assert faults(tmp_path, 'id,name\n1,"Ali\n2,Omar\n') == [("csv", 2, "")]


def test_a_row_with_too_many_fields_is_refused(tmp_path: Path) -> None:
    """A field too many is an error, not an index and not cut off."""
    assert faults(tmp_path, "id,name\n1,Ali\n2,Omar,x\n") == [("csv", 3, "")]


def test_a_repeated_column_is_refused(tmp_path: Path) -> None:
    """Two columns of one name leave open which is meant."""
    assert faults(tmp_path, "id,name,name\n1,Ali,Omar\n") == [("column", 1, "name")]


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(FileNotFoundError, match=r"none\.csv"):
        Gazetteer.read_csv(tmp_path / "none.csv")
